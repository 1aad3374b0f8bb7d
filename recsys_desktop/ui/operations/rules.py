"""The rules of lists: changed from the rules page, a product's menu or a card, each change with the way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from functools import partial
from typing import Any

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Item
from recsys_desktop.domain.progress import Progress, Task
from recsys_desktop.domain.rules import STANDARD, Boost, Rules, Scenario
from recsys_desktop.domain.texts import Text, message
from recsys_desktop.jobs.runner import Job, Lane
from recsys_desktop.services.shop import Shop
from recsys_desktop.ui.workplace import Changes, Notice, Workplace

#: How far "more" and "less" of a product's menu lift and lower it.
SOME = 0.5


@dataclass(frozen=True)
class RuleChange:
    """A scenario's rules before and after a change."""

    before: Scenario
    after: Scenario


@dataclass(frozen=True)
class ItemRules:
    """What the rules of a scenario say of one product."""

    item_id: ItemId
    scenario: str
    hidden: bool  # from every list
    pinned: bool
    blocked: bool
    strength: float  # of the product's own boost, 0 without one


def change(*, workplace: Workplace, scenario: str, to: Callable[[Rules], Rules], said: Text) -> Job:
    """Change the stored rules of a scenario. A notice says what was done (``said``) and offers the way back.

    ``to`` is called on another thread with the rules stored then. Succeeds with a RuleChange.
    """
    job = workplace.runner.submit(Lane.STORE, partial(_change, workplace.shop, scenario, to))
    job.succeeded.connect(lambda made: _tell_of_change(workplace, made, said))
    return job


def never_recommend(*, workplace: Workplace, item: Item, hidden: bool = True) -> Job:
    """Keep a product out of every list of every scenario, or no longer. A notice offers the way back. Succeeds with None."""
    text = message("rules", "Never recommended from now on: {title}") if hidden else message("rules", "Recommended again: {title}")
    return _hide(workplace, item.item_id, hidden, text.fill(title=item.title))


def recommend_first(*, workplace: Workplace, item: Item, first: bool = True, scenario: str = STANDARD) -> Job:
    """Let a product stand first in the lists of a scenario, before those that stand first already; or no longer."""
    text = message("rules", "Stands first now: {title}") if first else message("rules", "No longer stands first: {title}")
    to = partial(_pin if first else _unpin, item.item_id)
    return change(workplace=workplace, scenario=scenario, to=to, said=text.fill(title=item.title))


def boost(*, workplace: Workplace, item: Item, strength: float, scenario: str = STANDARD) -> Job:
    """Recommend a product more (``strength`` up to 1) or less (down to -1) in a scenario; 0: as its merits are."""
    if strength == 0:
        text = message("rules", "Recommended neither more nor less: {title}")
    else:
        text = message("rules", "Recommended more: {title}") if strength > 0 else message("rules", "Recommended less: {title}")
    to = partial(with_boost, Boost("item", item.item_id, strength))
    return change(workplace=workplace, scenario=scenario, to=to, said=text.fill(title=item.title))


def read_item_rules(*, workplace: Workplace, item_id: ItemId, scenario: str = STANDARD) -> Job:
    """Read what the rules say of one product. Succeeds with an ItemRules."""
    return workplace.runner.submit(Lane.RANK, partial(_read_item_rules, workplace.shop, item_id, scenario))


def add_scenario(*, workplace: Workplace, scenario: Scenario) -> Job:
    """Add a scenario. A notice offers the way back. Succeeds with the Scenario; fails with name_taken."""
    text = message("rules", "Added: {name}").fill(name=scenario.name)
    return _submit(workplace, partial(_save, workplace.shop, scenario), text, partial(_delete, workplace.shop, scenario.name))


def rename_scenario(*, workplace: Workplace, former: str, name: str) -> Job:
    """Give a scenario another name. A notice offers the way back. Succeeds with the Scenario; fails with name_taken."""
    text = message("rules", "{former} is called {name} now").fill(former=former, name=name)
    task, undo = partial(_rename, workplace.shop, former, name), partial(_rename, workplace.shop, name, former)
    return _submit(workplace, task, text, undo)


def delete_scenario(*, workplace: Workplace, scenario: Scenario) -> Job:
    """Delete a scenario with its rules. A notice offers the way back. Succeeds with None."""
    text = message("rules", "Deleted with its rules: {name}").fill(name=scenario.name)
    return _submit(workplace, partial(_delete, workplace.shop, scenario.name), text, partial(_save, workplace.shop, scenario))


def with_boost(boost: Boost, rules: Rules) -> Rules:
    """Return the rules with this boost in the place of an earlier one of the same thing; a strength of 0 only takes that away."""
    same = [(known.target, known.name) == (boost.target, boost.name) for known in rules.boosts]
    if boost.strength == 0:
        kept = [known for known, is_same in zip(rules.boosts, same, strict=True) if not is_same]
    elif any(same):
        kept = [boost if is_same else known for known, is_same in zip(rules.boosts, same, strict=True)]
    else:
        kept = [*rules.boosts, boost]
    return replace(rules, boosts=tuple(kept))


def _pin(item_id: ItemId, rules: Rules) -> Rules:
    others = tuple(known for known in rules.pinned if known != item_id)
    return replace(rules, pinned=(item_id, *others), blocked=tuple(known for known in rules.blocked if known != item_id))


def _unpin(item_id: ItemId, rules: Rules) -> Rules:
    return replace(rules, pinned=tuple(known for known in rules.pinned if known != item_id))


def _tell_of_change(workplace: Workplace, made: RuleChange, said: Text) -> None:
    before, after = made.before.rules, made.after.rules
    if before == after:
        return
    # Only what this change changed is put back: later changes of other rules stay.
    former: dict[str, Any] = {
        field.name: getattr(before, field.name)
        for field in fields(Rules)
        if getattr(before, field.name) != getattr(after, field.name)
    }
    to = partial(_change, workplace.shop, made.after.name, lambda rules: replace(rules, **former))
    _tell(workplace, said, partial(_take_back, workplace, to))


def _hide(workplace: Workplace, item_id: ItemId, hidden: bool, said: Text) -> Job:
    task, undo = partial(_set_hidden, workplace.shop, item_id, hidden), partial(_set_hidden, workplace.shop, item_id, not hidden)
    return _submit(workplace, task, said, undo)


def _submit(workplace: Workplace, task: Task[object], said: Text, undo: Task[object]) -> Job:
    job = workplace.runner.submit(Lane.STORE, task)
    job.succeeded.connect(lambda _: _tell(workplace, said, partial(_take_back, workplace, undo)))
    return job


def _tell(workplace: Workplace, said: Text, undo: Callable[[], object] | None = None) -> None:
    workplace.changed.emit(Changes(rules=True))
    workplace.notified.emit(Notice(said, undo))


def _take_back(workplace: Workplace, task: Task[object]) -> None:
    job = workplace.runner.submit(Lane.STORE, task)
    job.succeeded.connect(lambda _: _tell(workplace, message("rules", "Taken back")))


def _change(shop: Shop, name: str, to: Callable[[Rules], Rules], progress: Progress) -> RuleChange:
    from recsys_desktop.services.listing import scenarios

    progress.raise_if_cancelled()
    before = scenarios.scenario(shop, name)
    after = replace(before, rules=to(before.rules))
    if after != before:
        scenarios.save(shop, after, former=name)
    return RuleChange(before, after)


def _read_item_rules(shop: Shop, item_id: ItemId, name: str, progress: Progress) -> ItemRules:
    from recsys_desktop.services.listing import scenarios

    progress.raise_if_cancelled()
    rules = scenarios.scenario(shop, name).rules
    strength = next((one.strength for one in rules.boosts if (one.target, one.name) == ("item", item_id)), 0.0)
    hidden = item_id in scenarios.hidden(shop)
    return ItemRules(item_id, name, hidden, item_id in rules.pinned, item_id in rules.blocked, strength)


def _set_hidden(shop: Shop, item_id: ItemId, hidden: bool, progress: Progress) -> None:
    from recsys_desktop.services.listing import scenarios

    progress.raise_if_cancelled()
    scenarios.hide(shop, item_id, hidden)


def _save(shop: Shop, scenario: Scenario, progress: Progress) -> Scenario:
    from recsys_desktop.services.listing import scenarios

    progress.raise_if_cancelled()
    scenarios.save(shop, scenario)
    return scenario


def _rename(shop: Shop, former: str, name: str, progress: Progress) -> Scenario:
    from recsys_desktop.services.listing import scenarios

    progress.raise_if_cancelled()
    renamed = Scenario(name, scenarios.scenario(shop, former).rules)
    scenarios.save(shop, renamed, former=former)
    return renamed


def _delete(shop: Shop, name: str, progress: Progress) -> None:
    from recsys_desktop.services.listing import scenarios

    progress.raise_if_cancelled()
    scenarios.delete(shop, name)
