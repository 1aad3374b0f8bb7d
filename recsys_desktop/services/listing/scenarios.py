"""Named sets of rules for the places where a shop shows lists, and products that are in no list at all."""

from __future__ import annotations

import json
import math
from dataclasses import fields, replace

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.rules import LIMITS, STANDARD, Rules, Scenario
from recsys_desktop.domain.texts import Text, message
from recsys_desktop.services.shop import Shop
from recsys_desktop.services.unknown_ids import unknown_item
from recsys_desktop.store.scenarios import rules_of, text_of

#: Places where most shops show lists, with rules to begin with: a mailing is read once and should not repeat the last one, beside
#: a basket there is room for a few products, which should not all be the same thing.
SUGGESTED: tuple[tuple[Text, Rules], ...] = (
    (message("rules", "Home page"), Rules()),
    (message("rules", "E-mail"), Rules(list_length=6, rest_lists=1)),
    (message("rules", "Basket"), Rules(list_length=4, diversity=0.3)),
)
_LONGEST_NAME = 60


def scenarios(shop: Shop) -> tuple[Scenario, ...]:
    """Return all scenarios, the standard one first, then by name."""
    return tuple(shop.scenarios.list())


def scenario(shop: Shop, name: str) -> Scenario:
    """Return a scenario. Raises: RecsysError unknown_scenario."""
    found = shop.scenarios.get(name)
    if found is None:
        raise _unknown(shop, name)
    return found


def save(shop: Shop, scenario: Scenario, former: str | None = None) -> None:
    """Store a new scenario, or with ``former`` the changed or renamed one that had this name.

    Raises: RecsysError name_missing, name_taken, standard_stays, unknown_scenario, rules_impossible; nothing is changed then.
    """
    check(scenario.rules)
    name = scenario.name.strip()
    if not name or len(name) > _LONGEST_NAME:
        raise _name_missing()
    with shop.database.atomic():
        if former is not None and shop.scenarios.get(former) is None:
            raise _unknown(shop, former)
        if STANDARD in (former, name) and former not in (None, name):
            raise _standard_stays()
        # The standard one needs no former: there is always exactly one.
        taken = {one.name.casefold() for one in shop.scenarios.list() if one.name != former} - {STANDARD}
        if name.casefold() in taken or (name.casefold() == STANDARD and name != STANDARD):
            raise _name_taken(name)
        shop.scenarios.put(replace(scenario, name=name), former or name)


def changed(rules: Rules, name: str, value: object) -> Rules:
    """Return rules with one of them, by its name in :class:`Rules`, at a value that JSON can hold.

    Raises: RecsysError rules_impossible where there is no such rule, or it cannot have that value.
    """
    known = [field.name for field in fields(Rules)]
    if name not in known:
        raise _impossible(message("rules", "There is no rule {name}; there are {names}.").fill(name=name, names=", ".join(known)))
    stored = {**json.loads(text_of(rules)), name: value}
    if value is None or value == []:  # as it is where nothing is said
        del stored[name]
    made = rules_of(json.dumps(stored))
    if name in stored and name not in json.loads(text_of(made)) and value != json.loads(json.dumps(getattr(Rules(), name))):
        raise _impossible(message("rules", "{name} cannot be {value}.").fill(name=name, value=value))
    check(made)
    return made


def delete(shop: Shop, name: str) -> None:
    """Delete a scenario with its rules. Raises: RecsysError unknown_scenario, standard_stays."""
    if name == STANDARD:
        raise _standard_stays()
    scenario(shop, name)
    shop.scenarios.delete(name)


def hide(shop: Shop, item_id: ItemId, hidden: bool) -> None:
    """Keep a product out of every list of every scenario, or no longer. Raises: RecsysError unknown_item."""
    if shop.catalogue.key_of(item_id) is None:
        raise unknown_item(item_id)
    shop.scenarios.hide(item_id, hidden)


def hidden(shop: Shop) -> tuple[ItemId, ...]:
    """Return the products that are in no list, those hidden last first."""
    return tuple(shop.scenarios.hidden())


def check(rules: Rules) -> None:
    """Raise RecsysError rules_impossible where no list could keep the rules, or a number is out of its range."""
    for name, (low, high) in LIMITS.items():
        value = getattr(rules, name)
        if value is not None and not (math.isfinite(value) and low <= value <= high):
            raise _impossible(
                message("rules", "{value} is not between {low:g} and {high:g}.").fill(value=value, low=low, high=high)
            )
    if rules.price_low is not None and rules.price_high is not None and rules.price_low > rules.price_high:
        prices = {"low": rules.price_low, "high": rules.price_high}
        raise _impossible(message("rules", "No product costs at least {low:g} and at most {high:g}.").fill(**prices))
    both = [item_id for item_id in rules.pinned if item_id in rules.blocked]
    if both:
        raise _impossible(message("rules", "Product {id} cannot stand first and be kept out at once.").fill(id=both[0]))
    if any(not (math.isfinite(one.strength) and -1 <= one.strength <= 1) for one in rules.boosts):
        raise _impossible(message("rules", "A product is lifted or lowered by 1 at most."))


def _impossible(reason: Text) -> RecsysError:
    return RecsysError("rules_impossible", reason, message("rules", "Nothing was changed; correct it and try again."))


def _name_missing() -> RecsysError:
    return RecsysError(
        "name_missing",
        message("rules", "A set of rules needs a name of 1 to {most} letters. Nothing was changed.").fill(most=_LONGEST_NAME),
        message("rules", "Name it after the place where its lists are shown."),
    )


def _name_taken(name: str) -> RecsysError:
    return RecsysError(
        "name_taken",
        message("rules", "There are rules called {name} already. Nothing was changed.").fill(name=name),
        message("rules", "Choose another name."),
    )


def _standard_stays() -> RecsysError:
    return RecsysError(
        "standard_stays",
        message("rules", "The rules of every list keep their name and cannot be deleted. Nothing was changed."),
        message("rules", "Change them, or add rules for one place."),
    )


def _unknown(shop: Shop, name: str) -> RecsysError:
    names = ", ".join(one.name for one in shop.scenarios.list())
    return RecsysError(
        "unknown_scenario",
        message("rules", "There are no rules called {name}.").fill(name=name),
        message("rules", "There are: {names}").fill(names=names),
    )
