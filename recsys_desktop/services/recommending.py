"""Lists with reasons, for any customer, from the space kept beside the store: no language model is needed here."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from recsys_desktop.domain.columns import ItemId, ItemKey, UserId
from recsys_desktop.domain.entities import Float32Array, Int64Array, Item
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.rules import STANDARD, Rules
from recsys_desktop.domain.texts import Text, message
from recsys_desktop.engine.explain import rank_of, shares
from recsys_desktop.engine.history import Histories, rows_of
from recsys_desktop.engine.profile import UserVector, user_vector, user_vectors
from recsys_desktop.engine.ranker import top_k
from recsys_desktop.engine.similar import similar
from recsys_desktop.services.behaviour import all_behaviour
from recsys_desktop.services.customer_state import CustomerReader, CustomerState
from recsys_desktop.services.fitting import CurrentSpace, load_current
from recsys_desktop.services.reasons import Reason, reasons_of
from recsys_desktop.services.scenarios import scenario as scenario_of
from recsys_desktop.services.shop import Shop
from recsys_desktop.services.unknown_ids import unknown_item, unknown_user
from recsys_desktop.settings import HALF_LIFE_DAYS

_FROM_HISTORY = message("reasons", "From what this customer did")
_FROM_SENTENCE = message("reasons", "From this customer's behaviour in words")
_FROM_POPULARITY = message("reasons", "Nothing is known of this customer yet: what sells well now")


@dataclass(frozen=True)
class Recommendation:
    """One place of a list. ``score`` is a cosine, -1 to 1; the reasons' shares sum to it."""

    rank: int  # from 1
    item: Item
    score: float
    reasons: tuple[Reason, ...]  # largest share first
    step: Text = _FROM_HISTORY  # what filled this place


@dataclass(frozen=True)
class RecommendationList:
    """A customer's list, the model version that made it, and the step that filled it."""

    user_id: UserId
    model_version: int
    items: tuple[Recommendation, ...]
    step: Text


@dataclass(frozen=True)
class SimilarItem:
    """A product like another one; ``score`` is a mean cosine, -1 to 1."""

    rank: int
    item: Item
    score: float


@dataclass(frozen=True)
class Counterfactual:
    """Where a product stands, and where it would stand without one thing the customer did (ranks from 1)."""

    rank: int
    rank_without: int


class Recommender:
    """Makes lists from the current space. Reading methods may be called from one thread at a time; a click needs no reload."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self._current: CurrentSpace | None = None
        self._reader: CustomerReader | None = None
        self._ids: list[ItemId] = []
        self._customers: tuple[tuple[str, str], Histories, Float32Array] | None = None
        self.reload()

    def reload(self) -> None:
        """Read the space in use again: after a fit, a change of model version or of settings."""
        self._customers = None
        current = _readable(self._shop)
        if current is not None:
            keys, ids = self._shop.catalogue.keys()
            id_of = dict(zip(keys.tolist(), ids, strict=True))
            # A product taken out of the catalogue since the fit keeps its row until the next one; it is never listed.
            self._ids = [id_of.get(key, ItemId("")) for key in current.space.item_keys.tolist()]
            self._reader = CustomerReader(self._shop, current)
        self._current = current

    @property
    def ready(self) -> bool:
        """Whether lists can be made: the shop was prepared once."""
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
        """Return the k best products for a customer under the rules of a scenario; None: as many as the rules say.

        Raises: RecsysError unknown_user, unknown_scenario, not_prepared.
        """
        rules = scenario_of(self._shop, scenario).rules
        return self.recommend_with(user_id, rules if k is None else replace(rules, list_length=k))

    def recommend_with(self, user_id: UserId, rules: Rules) -> RecommendationList:
        """Return a customer's list under rules that need not be stored. Raises: RecsysError unknown_user, not_prepared."""
        space = self.current.space
        state, user = self._state_of(user_id, rules.bring_back_days)
        rows, scores = top_k(space.keys, user.vector, rules.list_length, self._excluded(state, rules), user.own)
        items = {item.item_id: item for item in self._shop.catalogue.get_many([self._ids[row] for row in rows])}
        titles = self._titles(state.rows)
        places = tuple(
            Recommendation(
                rank,
                items[self._ids[row]],
                float(score),
                reasons_of(shares(space, state.rows, state.weights, user, int(row)), titles),
            )
            for rank, (row, score) in enumerate(zip(rows, scores, strict=True), start=1)
        )
        return RecommendationList(user_id, self.model_version, places, _step(state))

    def without(self, user_id: UserId, item_id: ItemId, history_item: ItemId) -> Counterfactual:
        """Return the rank of a product and its rank had the customer not done what they did with ``history_item``.

        Raises: RecsysError unknown_user, unknown_item, not_prepared.
        """
        space = self.current.space
        rules = scenario_of(self._shop, STANDARD).rules
        state, user = self._state_of(user_id, rules.bring_back_days)
        candidate, row = self._row(item_id), self._row(history_item)
        excluded = self._excluded(state, rules)
        _, poorer = self._state_of(user_id, rules.bring_back_days, without=ItemKey(int(space.item_keys[row])))
        return Counterfactual(rank_of(space, user, candidate, excluded), rank_of(space, poorer, candidate, excluded))

    def similar(self, item_id: ItemId, k: int) -> tuple[SimilarItem, ...]:
        """Return the k products most like this one, best first. Raises: RecsysError unknown_item, not_prepared."""
        rows, scores = similar(self.current.space, self._row(item_id), k)
        listed = [(self._ids[row], float(score)) for row, score in zip(rows, scores, strict=True) if self._ids[row]]
        items = {item.item_id: item for item in self._shop.catalogue.get_many([item_id for item_id, _ in listed])}
        return tuple(SimilarItem(rank, items[item_id], score) for rank, (item_id, score) in enumerate(listed, start=1))

    def audience(self, item_id: ItemId, k: int) -> list[tuple[UserId, float]]:
        """Return the k customers whose vectors are nearest to a product they do not have yet, with the cosine, best first.

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
        return self._state_of(user_id, scenario_of(self._shop, STANDARD).rules.bring_back_days)

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

    def _state_of(self, user_id: UserId, bring_back_days: int, without: ItemKey | None = None) -> tuple[CustomerState, UserVector]:
        space = self.current.space
        user_key = self._shop.users.key_of(user_id)
        if user_key is None:
            raise unknown_user(self._shop, user_id)
        assert self._reader is not None
        state = self._reader.read(user_key, bring_back_days, without)
        return state, user_vector(space, state.rows, state.weights, state.sentence, state.own)

    def _excluded(self, state: CustomerState, rules: Rules) -> Int64Array:
        gone = [row for row, item_id in enumerate(self._ids) if not item_id]
        return np.union1d(np.union1d(state.excluded, np.array(gone, np.int64)), self._sold_out(rules))

    def _sold_out(self, rules: Rules) -> Int64Array:
        """Return the rows of what cannot be bought; none where that would be everything, as such a shop does not keep its stock."""
        if not rules.in_stock:
            return np.zeros(0, np.int64)
        rows = rows_of(self.current.space.item_keys, self._shop.catalogue.sold_out())
        rows = rows[rows >= 0]
        return rows if len(rows) < len(self._ids) else np.zeros(0, np.int64)

    def _row(self, item_id: ItemId) -> int:
        try:
            return self._ids.index(item_id)
        except ValueError:
            raise unknown_item(item_id) from None

    def _titles(self, rows: Int64Array) -> list[tuple[ItemId, str]]:
        ids = [self._ids[row] for row in rows]
        titles = {item.item_id: item.title for item in self._shop.catalogue.get_many([item_id for item_id in ids if item_id])}
        return [(item_id, titles.get(item_id, "")) for item_id in ids]


def _readable(shop: Shop) -> CurrentSpace | None:
    """Return the space in use; None where there is none or its files are damaged, which preparing again mends."""
    try:
        return load_current(shop)
    except RecsysError:
        return None


def _step(state: CustomerState) -> Text:
    if (state.weights > 0).any():
        return _FROM_HISTORY
    return _FROM_SENTENCE if state.sentence is not None else _FROM_POPULARITY
