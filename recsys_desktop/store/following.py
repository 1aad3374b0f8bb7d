"""What else names a product follows it when it turns out to be another one: hidden products, shown lists, changes, rules.

An import finds that out inside a transaction that does not check references, so all of it is done here, and so is the way back.
"""

from __future__ import annotations

from dataclasses import replace

import sqlite_utils

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.rules import Boost, Rules
from recsys_desktop.store.changes import Topic, count_change
from recsys_desktop.store.journal import Journal
from recsys_desktop.store.scenarios import rules_of, text_of

_MOVED = "item IN (SELECT item FROM staged.moves)"


def follow(db: sqlite_utils.Database, journal: Journal) -> None:
    """Let what names the products of ``staged.moves`` name those they turned out to be."""
    _move_hidden(db, journal)
    _move_rows(db, journal, "impressions", "user, showing, rank, item")
    _move_rows(db, journal, "item_changes", "id, item")
    _move_rules(db, journal)
    count_change(db, Topic.RULES)


def go_back(db: sqlite_utils.Database) -> None:
    """Let it name the products of before the last import again; rules that were changed since stay as they are."""
    db.execute("DELETE FROM hidden_items WHERE item IN (SELECT item FROM before_hidden_items)")
    db.execute("INSERT INTO hidden_items SELECT item, time FROM before_hidden_items WHERE time IS NOT NULL")
    db.execute(
        "UPDATE impressions AS now SET item = old.item FROM before_impressions AS old"
        " WHERE now.user = old.user AND now.showing = old.showing AND now.rank = old.rank"
    )
    db.execute("UPDATE item_changes AS now SET item = old.item FROM before_item_changes AS old WHERE now.id = old.id")
    db.execute(
        "UPDATE scenarios AS now SET rules = old.rules FROM before_scenarios AS old"
        " WHERE now.id = old.id AND now.rules = old.rules_after"
    )
    count_change(db, Topic.RULES)


def leave(db: sqlite_utils.Database, new_item: str, new_user: str) -> None:
    """Remove what names products and customers that are about to go; the two are SQL conditions on ``{0}``, a key."""
    for table in ("hidden_items", "impressions", "item_changes"):
        db.execute(f"DELETE FROM {table} WHERE {new_item.format('item')}")
    db.execute(f"DELETE FROM impressions WHERE {new_user.format('user')}")


def _move_hidden(db: sqlite_utils.Database, journal: Journal) -> None:
    if not db.execute(f"SELECT 1 FROM main.hidden_items WHERE {_MOVED} LIMIT 1").fetchall():
        return
    hidden = "FROM staged.moves CROSS JOIN main.hidden_items old ON old.item = moves.item"
    journal.note(f"INSERT OR IGNORE INTO main.before_hidden_items SELECT item, time FROM main.hidden_items WHERE {_MOVED}")
    journal.note(
        "INSERT OR IGNORE INTO main.before_hidden_items"
        f" SELECT DISTINCT target, other.time {hidden} LEFT JOIN main.hidden_items other ON other.item = target"
    )
    db.execute(f"INSERT INTO main.hidden_items SELECT target, max(old.time) {hidden} GROUP BY target ON CONFLICT DO NOTHING")
    db.execute(f"DELETE FROM main.hidden_items WHERE {_MOVED}")


def _move_rows(db: sqlite_utils.Database, journal: Journal, table: str, columns: str) -> None:
    journal.note(f"INSERT INTO main.before_{table} SELECT {columns} FROM main.{table} WHERE {_MOVED}")
    target = f"(SELECT target FROM staged.moves WHERE moves.item = {table}.item)"
    db.execute(f"UPDATE main.{table} SET item = {target} WHERE {_MOVED}")


def _move_rules(db: sqlite_utils.Database, journal: Journal) -> None:
    pairs = db.execute(
        "SELECT old.item_id, new.item_id FROM staged.moves JOIN main.items old ON old.key = moves.item"
        " JOIN main.items new ON new.key = moves.target"
    )
    new_id = {ItemId(old): ItemId(new) for old, new in pairs.fetchall()}
    for number, text in db.execute("SELECT id, rules FROM main.scenarios").fetchall():
        before = rules_of(text)
        after = _renamed(before, new_id)
        if after != before:
            journal.note("INSERT INTO main.before_scenarios VALUES (?, ?, ?)", (number, text, text_of(after)))
            db.execute("UPDATE main.scenarios SET rules = ? WHERE id = ?", (text_of(after), number))


def _renamed(rules: Rules, new_id: dict[ItemId, ItemId]) -> Rules:
    """Return rules that name the new ids; what then is named twice is named once, where it stood first."""

    def named(boost: Boost) -> Boost:
        known = new_id.get(ItemId(boost.name)) if boost.target == "item" else None
        return boost if known is None else replace(boost, name=known)

    boosts: dict[tuple[str, str], Boost] = {}
    for boost in map(named, rules.boosts):
        boosts.setdefault((boost.target, boost.name), boost)
    changed = replace(
        rules,
        pinned=tuple(dict.fromkeys(new_id.get(item_id, item_id) for item_id in rules.pinned)),
        blocked=tuple(dict.fromkeys(new_id.get(item_id, item_id) for item_id in rules.blocked)),
    )
    renamed = any(named(boost) is not boost for boost in rules.boosts)
    return replace(changed, boosts=tuple(boosts.values())) if renamed else changed
