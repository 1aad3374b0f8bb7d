"""Scenarios with their rules, and the products hidden from every list."""

from __future__ import annotations

import builtins
import json
import math
import time
from dataclasses import asdict, fields

import numpy as np

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Int64Array
from recsys_desktop.domain.rules import LIMITS, STANDARD, Boost, Rules, Scenario
from recsys_desktop.store.changes import Topic, changes, count_change
from recsys_desktop.store.database import Database

_DEFAULTS = Rules()


class Scenarios:
    """The named sets of rules. What a file holds and rules cannot be is their default: a damaged file must not stop a shop."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def list(self) -> builtins.list[Scenario]:
        """Return all scenarios: the standard one, which is there even where the file lost it, then the others by name."""
        rows = self._database.read("SELECT name, rules FROM scenarios ORDER BY name != ?, name COLLATE NOCASE, name", (STANDARD,))
        found = [Scenario(name, rules_of(text)) for name, text in rows]
        return found if found and found[0].name == STANDARD else [Scenario(STANDARD, _DEFAULTS), *found]

    def get(self, name: str) -> Scenario | None:
        """Return the scenario of this name, or None; there is always a standard one."""
        rows = self._database.read("SELECT rules FROM scenarios WHERE name = ?", (name,))
        if rows:
            return Scenario(name, rules_of(rows[0][0]))
        return Scenario(STANDARD, _DEFAULTS) if name == STANDARD else None

    def put(self, scenario: Scenario, former: str) -> None:
        """Store a scenario in the place of the one called ``former``, or as a new one where there is none of that name."""
        with self._database.atomic() as db:
            row = (scenario.name, text_of(scenario.rules))
            if not db.execute("UPDATE scenarios SET name = ?, rules = ? WHERE name = ?", (*row, former)).rowcount:
                db.execute("INSERT INTO scenarios (name, rules) VALUES (?, ?)", row)
            count_change(db, Topic.RULES)

    def delete(self, name: str) -> None:
        """Delete a scenario with its rules. Nothing happens where there is none of this name."""
        with self._database.atomic() as db:
            db.execute("DELETE FROM scenarios WHERE name = ?", (name,))
            count_change(db, Topic.RULES)

    def hide(self, item_id: ItemId, hidden: bool) -> None:
        """Keep a product out of every list, or no longer. Nothing happens where there is no such product."""
        with self._database.atomic() as db:
            if hidden:
                hide = "INSERT INTO hidden_items (item, time) SELECT key, ? FROM items WHERE item_id = ? ON CONFLICT DO NOTHING"
                db.execute(hide, (int(time.time()), item_id))
            else:
                db.execute("DELETE FROM hidden_items WHERE item = (SELECT key FROM items WHERE item_id = ?)", (item_id,))
            count_change(db, Topic.RULES)

    def hidden(self) -> builtins.list[ItemId]:
        """Return the products hidden from every list, those hidden last first."""
        rows = self._database.read(
            "SELECT item_id FROM hidden_items JOIN items ON items.key = item ORDER BY hidden_items.time DESC, item_id"
        )
        return [ItemId(item_id) for (item_id,) in rows]

    def hidden_keys(self) -> Int64Array:
        """Return the keys of the hidden products (m,), ascending."""
        return np.array([item for (item,) in self._database.read("SELECT item FROM hidden_items ORDER BY item")], np.int64)

    def signature(self) -> str:
        """Return a text that changes whenever rules or hidden products do."""
        return str(changes(self._database, Topic.RULES))


def text_of(rules: Rules) -> str:
    """Return rules as they are stored: a JSON object of what differs from the defaults."""
    values = {name: value for name, value in asdict(rules).items() if value != getattr(_DEFAULTS, name)}
    return json.dumps(values, ensure_ascii=False)


def rules_of(text: str) -> Rules:
    """Read stored rules; what is missing or cannot be is the default.

    >>> rules_of('{"list_length": 5, "diversity": 7, "pinned": ["a", 1], "boosts": [{"target": "brand"}]}')  # doctest: +ELLIPSIS
    Rules(list_length=5, ... pinned=('a',), ... boosts=(), ... diversity=0.0, long_tail=0.0)
    """
    try:
        stored = json.loads(text)
    except (ValueError, RecursionError):
        return _DEFAULTS
    if not isinstance(stored, dict):
        return _DEFAULTS
    values = {field.name: _value(field.name, stored[field.name]) for field in fields(Rules) if field.name in stored}
    return Rules(**{name: value for name, value in values.items() if value is not None})  # type: ignore[arg-type]  # checked one by one


def _value(name: str, stored: object) -> object:
    """Return the value of one rule, None where it cannot be one."""
    if name in LIMITS:
        return _number(name, stored)
    if name == "in_stock":
        return stored if isinstance(stored, bool) else None
    if not isinstance(stored, list):
        return None
    if name == "boosts":
        return tuple(boost for one in stored if (boost := _boost(one)) is not None)
    return tuple(one for one in stored if isinstance(one, str))


def _number(name: str, stored: object) -> object:
    low, high = LIMITS[name]
    if isinstance(stored, bool) or not isinstance(stored, (int, float)) or not low <= stored <= high:
        return None
    if isinstance(getattr(_DEFAULTS, name), int):
        return stored if isinstance(stored, int) else None
    return float(stored)


def _boost(stored: object) -> Boost | None:
    if not isinstance(stored, dict):
        return None
    target, name, strength = stored.get("target"), stored.get("name"), stored.get("strength")
    if target not in ("item", "category", "brand") or not isinstance(name, str) or isinstance(strength, bool):
        return None
    if not isinstance(strength, (int, float)) or not math.isfinite(strength) or not -1 <= strength <= 1:
        return None
    return Boost(target, name, float(strength))
