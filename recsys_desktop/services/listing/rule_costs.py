"""What rules cost and bring, told before they are kept: the last weeks are made anew under them, from all that came before.

The lists are made by the same filling as every list, so that what is told is what comes about; only what nobody knows of the past
is left out: stock, and which lists were sent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from weakref import WeakKeyDictionary

import numpy as np

from recsys_desktop.domain.entities import Float32Array, Int64Array, InteractionArrays
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.rules import Rules
from recsys_desktop.domain.texts import Text, message
from recsys_desktop.engine.evaluation import TimeSplit, time_split
from recsys_desktop.engine.fitting import fit_space
from recsys_desktop.engine.history import Float64Array, Histories, event_strengths, rows_of
from recsys_desktop.engine.item_space import ItemSpace
from recsys_desktop.engine.operators.own_history import OwnBonuses, joined_cosines, own_bonuses
from recsys_desktop.engine.popularity import bestsellers
from recsys_desktop.engine.profile import user_vectors
from recsys_desktop.engine.rules import CompiledRules, ItemFacts, commonness, compile_rules
from recsys_desktop.engine.space_settings import SpaceSettings
from recsys_desktop.engine.text.channels import TextChannels
from recsys_desktop.services.choosing import current_choice
from recsys_desktop.services.fitting import catalogue_words, stored_texts, text_channels
from recsys_desktop.services.learning.evaluating import replayed_window, too_little_data
from recsys_desktop.services.listing.customer_state import dealt_with
from recsys_desktop.services.listing.filling import Filling, Source, Withheld
from recsys_desktop.services.listing.list_steps import FROM_HISTORY
from recsys_desktop.services.products.catalogue_facts import CatalogueFacts
from recsys_desktop.services.shop import Shop
from recsys_desktop.settings import HALF_LIFE_DAYS

#: Customers looked at, and scores kept of them: a slider is followed within a third of a second.
_MOST_CUSTOMERS = 500
_MOST_SCORES = 24_000_000
#: The products bought most are the head, all others the long tail.
_HEAD = 0.2
_SEED = 0
_REPLAYING = message("rules", "Learning from all but the last weeks")
#: What is kept from each customer, and what each took of the rest.
Dealt = tuple[list[Withheld], list[set[int]]]
_NOTHING = np.zeros(0, np.int64)


@dataclass(frozen=True)
class Customer:
    """One customer of the replay: what they did before it, what they took in it (rows), and their own products' bonuses."""

    past: InteractionArrays
    taken: Int64Array
    length: float  # of their vector
    own: OwnBonuses


@dataclass(frozen=True)
class Outcome:
    """What lists of the replay under some rules did, see :class:`Forecast`."""

    customers: int
    hits: int
    coverage: float
    long_tail: float
    kinds: float
    hits_bestsellers: int


@dataclass(frozen=True)
class Replay:
    """The shop as it was before its last weeks, and the customers who took something in them. ``scores`` (u, n) are cosines."""

    space: ItemSpace
    facts: ItemFacts
    customers: tuple[Customer, ...]
    scores: Float32Array
    popularity: Float64Array  # (n,)
    tail: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]  # (n,) whether an item is of the long tail
    now: int
    outcomes: dict[Rules, Outcome] = field(default_factory=dict)
    dealt: dict[int, Dealt] = field(default_factory=dict)  # by the days after which products come back
    bestsellers: dict[Rules, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Forecast:
    """What would have been in the replayed weeks under some rules, ``..._plain`` without variety and long tail.

    ``hits`` counts the customers who would have seen what they then took, of ``customers`` who took something; ``coverage`` is the
    share of the catalogue in their lists, ``long_tail`` the share of places held by the four fifths of products bought least,
    ``kinds`` how many different kinds of products (categories, or topics where there are none) a list holds on average.
    """

    customers: int
    hits: int
    hits_plain: int
    hits_bestsellers: int
    coverage: float
    coverage_plain: float
    long_tail: float
    long_tail_plain: float
    kinds: float
    kinds_plain: float
    sentence: Text


_kept: WeakKeyDictionary[Shop, tuple[tuple[str, ...], Replay]] = WeakKeyDictionary()


def replay(shop: Shop, progress: Progress) -> Replay:
    """Learn from all but the last weeks; the result is kept for as long as nothing of the shop changes.

    Raises: Cancelled, RecsysError too_little_data.
    """
    signature = _signature(shop)
    known = _kept.get(shop)
    if known is None or known[0] != signature:
        known = (signature, _replayed(shop, progress))
        _kept[shop] = known
    return known[1]


def forecast(replayed: Replay, rules: Rules, plain: Rules | None = None) -> Forecast:
    """Tell what rules cost and bring beside ``plain`` ones: the same without variety and long tail where none are given."""
    beside = replace(rules, diversity=0.0, long_tail=0.0) if plain is None else plain
    with_rules, without = _outcome(replayed, rules), _outcome(replayed, beside)
    return Forecast(
        with_rules.customers,
        with_rules.hits,
        without.hits,
        with_rules.hits_bestsellers,
        with_rules.coverage,
        without.coverage,
        with_rules.long_tail,
        without.long_tail,
        with_rules.kinds,
        without.kinds,
        _sentence(with_rules, without),
    )


def _signature(shop: Shop) -> tuple[str, ...]:
    version = shop.model_versions.active().number
    return (shop.interactions.signature(), shop.catalogue.signature(), shop.scenarios.signature(), str(version))


def _replayed(shop: Shop, progress: Progress) -> Replay:
    progress.report(0, 0, _REPLAYING)
    events = shop.interactions.load()
    start, _ = replayed_window(events)
    split = time_split(events, start)
    now = int(split.fit.times.max(initial=-1))
    space = _fitted(shop, split.fit, now, progress)
    facts = CatalogueFacts(shop, space.item_keys, partial(commonness, space)).facts
    facts = replace(facts, in_stock=np.ones(len(space), np.bool_))  # what was in stock then is not known
    histories = Histories.from_arrays(
        split.fit, space.item_keys, now, space.settings.fading(float(shop.settings.get(HALF_LIFE_DAYS)))
    )
    chosen = _customers_of(split, space)
    if not len(chosen):
        raise too_little_data()
    vectors = user_vectors(space, histories)[histories.positions(chosen)]
    lengths = np.linalg.norm(vectors, axis=1)
    units = (vectors / np.where(lengths > 0, lengths, 1.0)[:, None]).astype(np.float32)
    scores: Float32Array = units @ np.asarray(space.keys).T
    customers = tuple(_customers(split, space, chosen, lengths))
    return Replay(space, facts, customers, scores, bestsellers(space.item_keys, split.fit), _long_tail(space.buyers), now)


def _fitted(shop: Shop, past: InteractionArrays, now: int, progress: Progress) -> ItemSpace:
    """Fit the space of before the window with the settings that the shop's lists are made with."""
    choice = current_choice(shop)
    settings = SpaceSettings() if choice is None else choice.settings
    keys, titles, categories = catalogue_words(shop)
    version = shop.model_versions.active().number
    if settings.letters_share > 0:
        texts = text_channels(shop, version, keys, progress)
    else:
        texts = TextChannels.of_model(stored_texts(shop, version, keys), len(keys))
    return fit_space(keys, texts, titles, categories, past, now, settings, progress)


def _customers_of(split: TimeSplit, space: ItemSpace) -> Int64Array:
    """Return the keys (u,), ascending, of the customers known before the window who took something in it; a sample of very many."""
    took = event_strengths(split.later.kinds, split.later.values, split.later.quantities) > 0
    took &= (rows_of(space.item_keys, split.later.item_keys) >= 0) & np.isin(split.later.user_keys, split.fit.user_keys)
    users = np.unique(split.later.user_keys[took])
    most = min(_MOST_CUSTOMERS, max(_MOST_SCORES // max(len(space), 1), 1))
    if len(users) <= most:
        return users
    return np.sort(np.random.default_rng(_SEED).choice(users, most, replace=False))


def _customers(split: TimeSplit, space: ItemSpace, users: Int64Array, lengths: Float32Array) -> Iterator[Customer]:
    for user, length in zip(users, lengths, strict=True):
        past = split.fit.select(_span(split.fit, user))
        later = split.later.select(_span(split.later, user))
        took = event_strengths(later.kinds, later.values, later.quantities) > 0
        taken = rows_of(space.item_keys, later.item_keys[took])
        rows = rows_of(space.item_keys, past.item_keys)
        strengths = event_strengths(past.kinds, past.values, past.quantities)
        own = own_bonuses(rows[rows >= 0], strengths[rows >= 0], space.own)
        yield Customer(past, np.unique(taken[taken >= 0]), float(length), own)


def _span(events: InteractionArrays, user: int) -> Int64Array:
    """Return the places of a user's events, which are ordered by user."""
    low, high = np.searchsorted(events.user_keys, [user, user + 1])
    return np.arange(low, high)


def _long_tail(buyers: Float32Array) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """Return which items (n,) are not among the fifth that is bought most; of equals the first rows are."""
    tail = np.ones(len(buyers), np.bool_)
    tail[np.argsort(-np.asarray(buyers), kind="stable")[: int(_HEAD * len(buyers))]] = False
    return tail


def _outcome(replayed: Replay, rules: Rules) -> Outcome:
    """Return what comes of rules, worked out once; what is not known of the past plays no part in them."""
    rules = replace(rules, in_stock=False, rest_lists=0)
    if rules not in replayed.outcomes:
        replayed.outcomes[rules] = _worked_out(replayed, rules)
    return replayed.outcomes[rules]


def _worked_out(replayed: Replay, rules: Rules) -> Outcome:
    compiled = compile_rules(rules, replayed.facts)
    withheld, wanted = _dealt_with(replayed, rules.bring_back_days)
    lists = {
        user: _list(replayed, customer, replayed.scores[user], compiled, withheld[user])
        for user, customer in enumerate(replayed.customers)
        if wanted[user]
    }
    shown = [row for listed in lists.values() for row in listed]
    return Outcome(
        customers=len(lists),
        hits=sum(not wanted[user].isdisjoint(listed) for user, listed in lists.items()),
        coverage=len(set(shown)) / max(len(replayed.space), 1),
        long_tail=float(replayed.tail[shown].mean()) if shown else 0.0,
        kinds=float(np.mean([len(set(replayed.space.groups[listed].tolist())) for listed in lists.values()])) if lists else 0.0,
        hits_bestsellers=_bestseller_hits(replayed, rules, withheld, wanted),
    )


def _dealt_with(replayed: Replay, bring_back_days: int) -> Dealt:
    """Return what is kept from each customer, and which rows they took that a list could have shown them."""
    if bring_back_days not in replayed.dealt:
        withheld, wanted = [], []
        for customer in replayed.customers:
            had, refused = dealt_with(customer.past, replayed.space.item_keys, replayed.now, bring_back_days)
            withheld.append(Withheld(had, refused, _NOTHING))
            wanted.append(set(np.setdiff1d(customer.taken, np.r_[had, refused]).tolist()))
        replayed.dealt[bring_back_days] = (withheld, wanted)
    return replayed.dealt[bring_back_days]


def _bestseller_hits(replayed: Replay, rules: Rules, withheld: list[Withheld], wanted: list[set[int]]) -> int:
    """Return how many customers a list of recent bestsellers would have served, as long as ours and without what is kept out."""
    plain = Rules(rules.list_length, in_stock=False, bring_back_days=rules.bring_back_days, blocked=rules.blocked)
    if plain not in replayed.bestsellers:
        compiled = compile_rules(plain, replayed.facts)
        best = Source(replayed.popularity > 0, replayed.popularity, lambda _: (), lambda _: FROM_HISTORY)
        replayed.bestsellers[plain] = sum(
            bool(rows) and not rows.isdisjoint(_filled([best], compiled, kept, None))
            for kept, rows in zip(withheld, wanted, strict=True)
        )
    return replayed.bestsellers[plain]


def _list(replayed: Replay, customer: Customer, cosines: Float32Array, compiled: CompiledRules, withheld: Withheld) -> list[int]:
    """Return the rows of one customer's list."""
    scores = cosines.astype(np.float64)
    if compiled.rules.bring_back_days:
        scores = joined_cosines(scores, customer.length, customer.own)
    source = Source(np.ones(len(scores), np.bool_), scores, lambda _: (), lambda _: FROM_HISTORY)
    return _filled([source], compiled, withheld, replayed.space)


def _filled(sources: list[Source], compiled: CompiledRules, withheld: Withheld, space: ItemSpace | None) -> list[int]:
    return [place.row for place in Filling(sources, compiled, compiled.rules.list_length, space).fill(withheld)]


def _sentence(here: Outcome, plain: Outcome) -> Text:
    return message(
        "rules",
        "Of {customers} customers {hits} would have seen something they then bought ({plain} without variety, {bestsellers} with a"
        " bestseller list), and {coverage} % of the catalogue would have been shown instead of {coverage_plain} %.",
    ).fill(
        customers=here.customers,
        hits=here.hits,
        plain=plain.hits,
        bestsellers=here.hits_bestsellers,
        coverage=round(100 * here.coverage),
        coverage_plain=round(100 * plain.coverage),
    )
