"""Lists with reasons, for any customer, from the space kept beside the store: no language model is needed here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache, partial

import numpy as np

from recsys_desktop.domain.columns import ItemId, ItemKey, UserId, UserKey
from recsys_desktop.domain.entities import Float32Array, Int64Array
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.rules import STANDARD, Rules
from recsys_desktop.domain.texts import Text, message
from recsys_desktop.engine.explain import rank_of
from recsys_desktop.engine.history import Float64Array, Histories
from recsys_desktop.engine.profile import UserVector, user_vector, user_vectors
from recsys_desktop.engine.rules import commonness
from recsys_desktop.engine.similar import similar
from recsys_desktop.services.behaviour import all_behaviour
from recsys_desktop.services.fitting import CurrentSpace, load_current
from recsys_desktop.services.imports.sources import from_categories, from_newest, from_vector
from recsys_desktop.services.listing import list_steps
from recsys_desktop.services.listing.customer_state import CustomerReader, CustomerState
from recsys_desktop.services.listing.filling import Filling, Place, Source, Withheld, with_items
from recsys_desktop.services.listing.lists import Counterfactual, Recommendation, RecommendationList, SimilarItem
from recsys_desktop.services.listing.reasons import Reason
from recsys_desktop.services.listing.resting import resting_rows
from recsys_desktop.services.listing.scenarios import scenario as scenario_of
from recsys_desktop.services.listing.unprepared import UnpreparedLists, liked_categories
from recsys_desktop.services.products.catalogue_facts import CatalogueFacts
from recsys_desktop.services.shop import Shop
from recsys_desktop.services.unknown_ids import unknown_item, unknown_user
from recsys_desktop.settings import HALF_LIFE_DAYS

__all__ = ["Counterfactual", "Recommendation", "RecommendationList", "Recommender", "SimilarItem"]

_NOTHING = np.zeros(0, np.int64)
#: The customer of a list for someone who is not in the shop.
_NOBODY = UserId("")


class Recommender:
    """Makes lists from the current space. Reading methods may be called from one thread at a time; a click needs no reload."""

    def __init__(self, shop: Shop, current: CurrentSpace | None = None) -> None:
        """With ``current`` lists are made from that space, such as another model version's, whatever the shop uses."""
        self._shop = shop
        self._given = current
        self._unprepared = UnpreparedLists(shop)
        self.reload()

    def reload(self) -> None:
        """Read the space in use again: after a fit, a change of model version or of settings."""
        self._customers: tuple[tuple[str, str], Histories, Float32Array] | None = None
        self._current = self._given or _readable(self._shop)
        if self._current is not None:
            space = self._current.space
            self._shelf = CatalogueFacts(self._shop, space.item_keys, partial(commonness, space))
            self._reader = CustomerReader(self._shop, self._current)

    @property
    def ready(self) -> bool:
        """Whether lists are personal: the shop was prepared once."""
        return self._current is not None

    @property
    def current(self) -> CurrentSpace:
        """The space in use. Raises: RecsysError not_prepared."""
        if self._current is None:
            raise RecsysError(
                "not_prepared",
                message("errors", "The lists of this shop are not prepared yet."),
                message("errors", "Import a catalogue and orders, then let the products be read (encode)."),
            )
        return self._current

    @property
    def model_version(self) -> int:
        """The model version whose vectors the lists are made of."""
        return self.current.model_version

    def recommend(self, user_id: UserId, k: int | None = None, scenario: str = STANDARD) -> RecommendationList:
        """Return a customer's list of k products under the rules of a scenario; None: as long as the rules say.

        It is shorter only where the rules leave fewer, and never empty as long as anything may be listed at all, see
        ``services/listing/list_steps.py``; before the shop is prepared it is made of bestsellers and new products.

        Raises: RecsysError unknown_user, unknown_scenario.
        """
        return self.recommend_with(user_id, self._rules(scenario, k))

    def recommend_with(self, user_id: UserId, rules: Rules) -> RecommendationList:
        """Return a customer's list under rules that need not be stored. Raises: RecsysError unknown_user."""
        user_key = self._key_of(user_id)
        if self._current is None:
            return self._listed(user_id, self._unprepared.of_user(user_id, user_key, rules), list_steps.FROM_POPULARITY)
        state, user = self._state_of(user_key, rules)
        places = self._fill(self._sources(user_id, state, user), rules, self._withheld(user_key, state, rules))
        return self._listed(user_id, places, _step(state))

    def recommend_for(self, item_ids: Sequence[ItemId], k: int | None = None, scenario: str = STANDARD) -> RecommendationList:
        """Return a list for someone who has only these products: a basket, a new customer. Ids without a product say nothing.

        Raises: RecsysError unknown_scenario.
        """
        rules = self._rules(scenario, k)
        if self._current is None:
            return self._listed(_NOBODY, self._unprepared.of_items(item_ids, rules), list_steps.FROM_POPULARITY)
        rows = np.unique(self._shelf.facts.rows(item_ids))
        state = CustomerState(rows, np.ones(len(rows)), rows, _NOTHING, None, None)
        user = user_vector(self._current.space, rows, state.weights)
        places = self._fill(self._sources(_NOBODY, state, user), rules, Withheld(rows, _NOTHING, _NOTHING))
        return self._listed(_NOBODY, places, list_steps.FROM_PRODUCTS if len(rows) else list_steps.FROM_POPULARITY)

    def rank(
        self,
        scores: Float64Array,
        reasons: Callable[[int], tuple[Reason, ...]],
        user_id: UserId | None = None,
        k: int | None = None,
        scenario: str = STANDARD,
    ) -> RecommendationList:
        """Return the best by any scores (n,) of the space's rows, such as those of a wish, as far as a scenario's rules allow it.

        ``reasons`` of a row sum to its score. What the rules lift or put first plays no part; what a customer had or refused does.

        Raises: RecsysError unknown_user, unknown_scenario, not_prepared.
        """
        item_keys = self.current.space.item_keys
        rules = replace(self._rules(scenario, k), pinned=(), boosts=(), long_tail=0.0, diversity=0.0, rest_lists=0)
        withheld = Withheld(_NOTHING, _NOTHING, _NOTHING)
        if user_id is not None:
            user_key = self._key_of(user_id)
            withheld = self._withheld(user_key, self._state_of(user_key, rules)[0], rules)
        source = Source(np.ones(len(item_keys), np.bool_), scores, reasons, lambda _: list_steps.FROM_WISH)
        return self._listed(user_id or _NOBODY, self._fill([source], rules, withheld), list_steps.FROM_WISH)

    def without(self, user_id: UserId, item_id: ItemId, history_item: ItemId, scenario: str = STANDARD) -> Counterfactual:
        """Return the rank of a product and its rank had the customer not done what they did with ``history_item``.

        Raises: RecsysError unknown_user, unknown_item, unknown_scenario, not_prepared.
        """
        space = self.current.space
        rules = self._rules(scenario, None)
        user_key = self._key_of(user_id)
        candidate, left_out = self._row(item_id), ItemKey(int(space.item_keys[self._row(history_item)]))
        before, after = self._state_of(user_key, rules), self._state_of(user_key, rules, left_out)
        return Counterfactual(*(self._rank(user_id, user_key, one, candidate, rules) for one in (before, after)))

    def similar(self, item_id: ItemId, k: int) -> tuple[SimilarItem, ...]:
        """Return the k products most like this one, best first; hidden ones are left out.

        Raises: RecsysError unknown_item, not_prepared.
        """
        row = self._row(item_id)
        listable, ids = self._shelf.facts.listable, self._shelf.ids
        rows, scores = similar(self.current.space, row, k + int((~listable).sum()))
        found = [(ids[row], float(score)) for row, score in zip(rows.tolist(), scores, strict=True) if listable[row]][:k]
        items = {item.item_id: item for item in self._shop.catalogue.get_many([item_id for item_id, _ in found])}
        return tuple(SimilarItem(rank, items[item_id], score) for rank, (item_id, score) in enumerate(found, start=1))

    def audience(self, item_id: ItemId, k: int) -> list[tuple[UserId, float]]:
        """Return the k customers whose vectors are nearest to a product they have not dealt with yet, with the cosine, best first.

        Who said no to it, or bought it, is none of them.

        Raises: RecsysError unknown_item, not_prepared.
        """
        row = self._row(item_id)
        space = self.current.space
        histories, vectors = self._everyone()
        lengths = np.linalg.norm(vectors, axis=1)
        scores = (vectors @ space.keys[row]) / np.where(lengths > 0, lengths, 1.0)
        owners = np.repeat(np.arange(len(histories)), np.diff(histories.indptr))[histories.rows == row]
        scores[owners] = -np.inf
        best = np.lexsort((np.arange(len(scores)), -scores))[:k]
        keys, ids = self._shop.users.keys()
        id_of = dict(zip(keys.tolist(), ids, strict=True))
        return [(id_of[int(histories.user_keys[user])], float(scores[user])) for user in best if np.isfinite(scores[user])]

    def user_vector_of(self, user_id: UserId) -> tuple[CustomerState, UserVector]:
        """Return a customer's history and vector, for profiles. Raises: RecsysError unknown_user, not_prepared."""
        return self._state_of(self._key_of(user_id), self._rules(STANDARD, None))

    def titles_of(self, rows: Int64Array) -> list[tuple[ItemId, str]]:
        """Return ids and titles of these rows (m,) of the space; "" where a product has left the catalogue."""
        titles = self._shop.catalogue.titles(self.current.space.item_keys[rows])
        ids = self._shelf.ids
        return [(ids[row], title) for row, title in zip(rows.tolist(), titles, strict=True)]

    def _everyone(self) -> tuple[Histories, Float32Array]:
        """Return all histories and the customers' vectors (u, d); made once for as long as behaviour and feedback stay the same."""
        signature = (self._shop.interactions.signature(), self._shop.feedback.signature())
        if self._customers is None or self._customers[0] != signature:
            space, half_life = self.current.space, float(self._shop.settings.get(HALF_LIFE_DAYS))
            histories = Histories.from_arrays(
                all_behaviour(self._shop), space.item_keys, self.current.now, space.settings.fading(half_life)
            )
            self._customers = (signature, histories, user_vectors(space, histories))
        return self._customers[1:]

    def _rules(self, scenario: str, k: int | None) -> Rules:
        rules = scenario_of(self._shop, scenario).rules
        return rules if k is None else replace(rules, list_length=k)

    def _key_of(self, user_id: UserId) -> UserKey:
        key = self._shop.users.key_of(user_id)
        if key is None:
            raise unknown_user(self._shop, user_id)
        return key

    def _state_of(self, user_key: UserKey, rules: Rules, without: ItemKey | None = None) -> tuple[CustomerState, UserVector]:
        space = self.current.space
        state = self._reader.read(user_key, rules.bring_back_days, without)
        return state, user_vector(space, state.rows, state.weights, state.sentence, state.own)

    def _sources(self, user_id: UserId, state: CustomerState, user: UserVector) -> list[Source]:
        """Return where products come from: all by the vector, or, where that knows nothing of the customer, what others buy."""
        space = self.current.space
        titles = cache(lambda: self.titles_of(state.rows))
        if len(state.rows) or state.sentence is not None:
            return [from_vector(space, user, state.rows, state.weights, titles)]
        popular = from_vector(space, user, state.rows, state.weights, titles, space.warm)
        liked = liked_categories(self._shop, user_id)  # of products that came after the last fit, or are gone
        categories = [from_categories(self._shelf.facts, liked, np.maximum(popular.scores, 0.0))] if liked else []
        return [*categories, popular, from_newest(space.item_keys)]

    def _withheld(self, user_key: UserKey, state: CustomerState, rules: Rules) -> Withheld:
        return Withheld(state.had, state.refused, resting_rows(self._shop, user_key, rules, self.current.space.item_keys))

    def _fill(self, sources: Sequence[Source], rules: Rules, withheld: Withheld) -> list[Place]:
        return Filling(sources, self._shelf.compiled(rules), rules.list_length, self.current.space).fill(withheld)

    def _listed(self, user_id: UserId, places: Sequence[Place], step: Text) -> RecommendationList:
        current = self._current
        ids = (self._unprepared.shelf if current is None else self._shelf).ids
        items = self._shop.catalogue.get_many([ids[place.row] for place in places])
        version = self._shop.model_versions.active().number if current is None else current.model_version
        return RecommendationList(user_id, version, with_items(places, ids, items), step)

    def _rank(
        self, user_id: UserId, user_key: UserKey, customer: tuple[CustomerState, UserVector], candidate: int, rules: Rules
    ) -> int:
        """Return the rank of a row: in the list where it stands in it, else by its score, but behind the list."""
        state, user = customer
        withheld = self._withheld(user_key, state, rules)
        listed = [place.row for place in self._fill(self._sources(user_id, state, user), rules, withheld)]
        if candidate in listed:
            return listed.index(candidate) + 1
        excluded = np.r_[np.flatnonzero(~self._shelf.compiled(rules).stages[0][1]), withheld.had, withheld.refused]
        return max(rank_of(self.current.space, user, candidate, excluded), len(listed) + 1)

    def _row(self, item_id: ItemId) -> int:
        self.current  # noqa: B018  # raises where there are no lists
        row = self._shelf.facts.row_of.get(item_id)
        if row is None:
            raise unknown_item(item_id)
        return row


def _readable(shop: Shop) -> CurrentSpace | None:
    """Return the space in use; None where there is none or its files are damaged, which preparing again mends."""
    try:
        return load_current(shop)
    except RecsysError:
        return None


def _step(state: CustomerState) -> Text:
    if (state.weights > 0).any():
        return list_steps.FROM_HISTORY
    return list_steps.FROM_SENTENCE if state.sentence is not None else list_steps.FROM_POPULARITY
