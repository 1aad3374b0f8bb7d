"""How staged products join the store: what a catalogue describes, what order lines teach, and what behaviour merely names."""

from __future__ import annotations

import time

import sqlite_utils

from recsys_desktop.domain.columns import ITEM_COLUMNS, STOCK
from recsys_desktop.store.item_changes import note_merged
from recsys_desktop.store.item_rows import ITEM_FIELDS, NUMBER_COLUMNS
from recsys_desktop.store.journal import Journal
from recsys_desktop.store.merge_counts import Tally
from recsys_desktop.store.policy import Policy

_DESCRIBING = ITEM_COLUMNS[1:]


def fresher(column: str, new: str, old: str) -> str:
    """Return the SQL of a field after the row ``new`` came in: an empty one says nothing."""
    said = f"{new}.{column}" if column in NUMBER_COLUMNS else f"nullif({new}.{column}, '')"
    return f"coalesce({said}, {old}.{column})"


def described(column: str, new: str, old: str) -> str:
    """Return the same for a row ``new`` of a catalogue: one that tells the stock at all means by nothing that it is not counted."""
    either = fresher(column, new, old)
    return f"CASE WHEN {new}.says_stock THEN {new}.{column} ELSE {either} END" if column == STOCK else either


def _filled(column: str) -> str:
    """Return the SQL of a field of a described product after order lines came in: they say only what the catalogue left open."""
    if column == "title":  # the id stands for a title that is not known
        return "coalesce(nullif(old.title, old.item_id), nullif(new.title, ''), old.title)"
    return fresher(column, "old", "new")


def _learnt(column: str) -> str:
    return f"CASE WHEN old.made_up THEN {fresher(column, 'new', 'old')} ELSE {_filled(column)} END"


#: What becomes of a field, by where its row comes from: a catalogue, or order lines.
_DESCRIBED = {column: described(column, "new", "old") for column in _DESCRIBING}
_LEARNT = {column: _learnt(column) for column in _DESCRIBING}


def merge_described(db: sqlite_utils.Database, journal: Journal, policy: Policy, tally: Tally) -> None:
    """Bring in the rows of catalogues. A product that was made up has no values of its own, so that "keep" keeps none of it."""
    allowed = {"update": "1", "keep": "old.made_up", "add": "0"}[policy]
    differs = " OR ".join(f"{value} IS NOT old.{column}" for column, value in _DESCRIBED.items())
    db.execute("DELETE FROM staged.matched")
    db.execute(
        f"INSERT INTO staged.matched SELECT new.rowid, old.key, {allowed} AND ({differs}), {allowed} AND ({differs} OR old.made_up)"
        " FROM staged.items new CROSS JOIN main.items old ON old.item_id = new.item_id"
    )
    _write(db, journal, "items", _DESCRIBED, made_up="0")
    titled = ITEM_FIELDS.replace("title", "coalesce(nullif(title, ''), item_id)", 1)
    fresh = "FROM staged.items new WHERE rowid NOT IN (SELECT place FROM staged.matched)"
    _count(db, tally, "new_items", f"{fresh} GROUP BY file")
    db.execute(f"INSERT INTO main.items ({ITEM_FIELDS}) SELECT {titled} {fresh} ORDER BY rowid")
    _count_matched(db, tally, "items")


def merge_learnt(db: sqlite_utils.Database, journal: Journal, policy: Policy, tally: Tally) -> None:
    """Bring in what order lines say about products: all of it for those made up, what is still open for described ones.

    Lines about an id that turned out to be another product's say nothing: what they call it is one of its variants at best.
    """
    if not db.execute("SELECT 1 FROM staged.learnt LIMIT 1").fetchall():
        return
    allowed = int(policy == "update")
    differs = " OR ".join(f"{value} IS NOT old.{column}" for column, value in _LEARNT.items())
    db.execute("DELETE FROM staged.matched")
    db.execute(
        f"INSERT INTO staged.matched SELECT new.rowid, old.key, {allowed} AND ({differs}), {allowed} AND ({differs})"
        " FROM staged.named_items named CROSS JOIN staged.learnt new ON new.item_id = named.item_id"
        " CROSS JOIN main.items old ON old.key = named.key AND old.item_id = new.item_id"
    )
    _write(db, journal, "learnt", _LEARNT, made_up="old.made_up")
    source = "FROM staged.named_items named CROSS JOIN staged.learnt new USING (item_id) WHERE named.key IS NULL"
    _count(db, tally, "new_items", f"{source} GROUP BY new.file")
    fields = ", ".join(f"new.{column}" for column in ITEM_COLUMNS)
    db.execute(f"INSERT INTO main.items ({ITEM_FIELDS}, made_up) SELECT {fields}, 1 {source} ORDER BY new.rowid")
    _count_matched(db, tally, "learnt", "AND item_id NOT IN (SELECT item_id FROM staged.items)")


def make_up_named(db: sqlite_utils.Database, tally: Tally) -> None:
    """Create the products that only behaviour names, their ids for titles, and fill in all keys."""
    _fill_keys(db)
    missing = "FROM staged.named_items WHERE key IS NULL"
    _count(db, tally, "new_items", f"{missing} GROUP BY file")
    db.execute(f"INSERT INTO main.items (item_id, title, made_up) SELECT item_id, item_id, 1 {missing} ORDER BY code")
    _fill_keys(db)


def _fill_keys(db: sqlite_utils.Database) -> None:
    db.execute(
        "UPDATE staged.named_items AS named SET key = (SELECT key FROM main.items WHERE items.item_id = named.item_id)"
        " WHERE key IS NULL"
    )


def _write(db: sqlite_utils.Database, journal: Journal, table: str, values: dict[str, str], made_up: str) -> None:
    """Change the products of ``staged.matched`` that are to be written."""
    if not journal.keep("items", "key IN (SELECT key FROM staged.matched WHERE written)"):
        return
    note_merged(db, table, values, int(time.time()))
    # The target of an UPDATE has no other name than its table's in what is joined to it. "matched" comes first: the other way
    # round SQLite reads all rows that came in for each of the products.
    db.execute(
        f"UPDATE main.items AS old SET {', '.join(f'{column} = {value}' for column, value in values.items())}, made_up = {made_up}"
        f" FROM staged.matched CROSS JOIN staged.{table} new ON new.rowid = place WHERE written AND old.key = matched.key"
    )


def _count(db: sqlite_utils.Database, tally: Tally, name: str, source: str) -> None:
    file = "new.file" if " new " in source else "file"
    for number, count in db.execute(f"SELECT {file}, count(*) {source}").fetchall():
        tally.add(name, number, count)


def _count_matched(db: sqlite_utils.Database, tally: Tally, table: str, condition: str = "") -> None:
    rows = db.execute(
        f"SELECT file, coalesce(sum(changed), 0), count(*) FROM staged.{table} new JOIN staged.matched ON place = new.rowid"
        f" WHERE true {condition} GROUP BY file"
    )
    for number, changed, count in rows.fetchall():
        tally.add("changed_items", number, changed)
        tally.add("unchanged_items", number, count - changed)
