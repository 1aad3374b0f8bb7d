"""The state of a shop in numbers, and the one thing to do next."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from recsys_desktop.domain.entities import Kind
from recsys_desktop.domain.texts import Text, message
from recsys_desktop.engine.array_files import SPACE_FORMAT, read_arrays
from recsys_desktop.services.learning.training_worth import TrainingWorth, training_worth
from recsys_desktop.services.shop import Shop
from recsys_desktop.store.runs import TRAINING

#: Fewer customers than this cannot show whether lists help.
_FEWEST_CUSTOMERS = 20
#: More behaviour than this always shows whether a model learnt something.
_SURELY_ENOUGH = 50_000


class Action(StrEnum):
    """What a person can do next, each with a button of its own."""

    IMPORT = "import"
    PREPARE = "prepare"
    IMPROVE = "improve"
    LOOK = "look"


@dataclass(frozen=True)
class ShopState:
    """Counts of what the shop holds; times are seconds UTC, None where no behaviour has a time."""

    items: int
    users: int
    interactions: int
    by_kind: dict[Kind, int]
    first_time: int | None
    last_time: int | None
    prepared: bool
    new_feedback: int
    model_version: int
    next_step: Text
    action: Action
    worth: TrainingWorth


def shop_state(shop: Shop) -> ShopState:
    """Read the state of the shop; tenths of a second at a million interactions, so not for the GUI thread."""
    kinds = shop.interactions.by_kind()
    times = [time for _, first, last in kinds.values() for time in (first, last) if time is not None]
    interactions = sum(count for count, _, _ in kinds.values())
    items, users = shop.catalogue.count(), shop.users.count()
    prepared = _prepared(shop)
    worth = training_worth(shop)
    action, next_step = _next_step(shop, _Counts(items, users, interactions), prepared, worth)
    return ShopState(
        items=items,
        users=users,
        interactions=interactions,
        by_kind={kind: count for kind, (count, _, _) in kinds.items()},
        first_time=min(times, default=None),
        last_time=max(times, default=None),
        prepared=prepared,
        new_feedback=worth.new,
        model_version=shop.model_versions.active().number,
        next_step=next_step,
        action=action,
        worth=worth,
    )


def _prepared(shop: Shop) -> bool:
    """Tell whether lists can be made now: not where the space is damaged, or of an earlier version of the program.

    The window asks this before it is painted, so nothing that makes lists is imported here.
    """
    current = shop.settings.get_json("item_space")
    if not isinstance(current, dict):
        return False
    try:
        _, meta = read_arrays(shop.spaces_dir / str(current["folder"]))
    except (OSError, ValueError, KeyError):
        return False
    return meta.get("format") == SPACE_FORMAT


class _Counts(NamedTuple):
    items: int
    users: int
    interactions: int


def _next_step(shop: Shop, counts: _Counts, prepared: bool, worth: TrainingWorth) -> tuple[Action, Text]:
    if not counts.items:
        return Action.IMPORT, message("home", "Import your products and orders, or try the sample shop.")
    if not prepared:
        return Action.PREPARE, message("home", "Let the program read your products, so that it can make lists.")
    if not counts.users:
        return Action.IMPORT, message("home", "Import your orders: lists become personal once customers are known.")
    if counts.users < _FEWEST_CUSTOMERS:
        few = message("home", "Collect more orders: with {users} customers, lists follow mostly what sells well.")
        return Action.IMPORT, few.fill(users=counts.users)
    untrained = shop.runs.latest(TRAINING) is None
    if (untrained or worth.worth) and _can_learn(shop, counts.interactions):
        first = message("home", "Improve the lists: the language model has not learnt from your shop yet.")
        return Action.IMPROVE, first if untrained else worth.sentence
    return Action.LOOK, message("home", "Look at a few customers' lists and correct them with a click.")


def _can_learn(shop: Shop, interactions: int) -> bool:
    """Tell whether a training would find enough customers; asked of small shops only, as it means reading all they did."""
    if interactions > _SURELY_ENOUGH:
        return True
    from recsys_desktop.services.learning.training_material import FEWEST_CUSTOMERS as FEWEST_PUPILS
    from recsys_desktop.services.shop_facts import pupils_of

    return pupils_of(shop) >= FEWEST_PUPILS
