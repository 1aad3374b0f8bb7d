"""Which product an order means: by its id, by a further name of the catalogue, by its title, or by what else the line suggests."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import sqlite_utils

from recsys_desktop.domain.columns import ItemKey
from recsys_desktop.store.bulk import insert_columns
from recsys_desktop.store.following import follow
from recsys_desktop.store.journal import Journal
from recsys_desktop.store.policy import Policy
from recsys_desktop.store.staged_events import StagedEvents

TitleId = Callable[[str], str]

#: The ways in which a name may be a product's, best first. A product that was made up is none of them.
_MEANINGS = (
    "SELECT wanted.code, 4 * place AS rank, items.key FROM staged.wanted"
    " JOIN main.items ON items.item_id = wanted.name AND items.made_up = 0",
    "SELECT wanted.code, 4 * place + 1, min(item_names.item) FROM staged.wanted"
    " JOIN main.item_names ON item_names.name = wanted.name GROUP BY wanted.code, place HAVING count(*) = 1",
    "SELECT wanted.code, 4 * place + 2, titles.key FROM staged.wanted JOIN staged.titles ON titles.name = wanted.name",
)
#: Which columns of a table tell that two rows are of one event.
_SAME_EVENT = "a.user = b.user AND a.time = b.time AND a.kind = b.kind AND a.order_id = b.order_id"


class Resolver:
    """Looks names up in the catalogue as it is after the files' products came in."""

    def __init__(self, db: sqlite_utils.Database, title_id: TitleId | None) -> None:
        self._db = db
        self._title_id = title_id
        self._titles_known = False
        #: Keys of products that turned out to be others, and whether answers about them were moved.
        self.moved: list[ItemKey] = []
        self.answers_moved = False

    def resolve_named(self, events: StagedEvents) -> None:
        """List the ids that behaviour and order lines name, each with the first file that does, in ``staged.named_items``.

        Its ``key`` is the catalogue's product, else the one made up earlier, else NULL.
        """
        db = self._db
        columns: list[Sequence[object]] = [list(events.items.values()), events.items.texts, events.first_files()[1]]
        insert_columns(db.conn, "INSERT INTO staged.named_items (code, item_id, file)", columns)
        db.execute(
            "UPDATE staged.named_items AS named SET key ="
            " (SELECT key FROM main.items WHERE items.item_id = named.item_id AND items.made_up = 0)"
        )
        if not db.execute("SELECT 1 FROM staged.named_items WHERE key IS NULL LIMIT 1").fetchall():
            return
        db.execute("DELETE FROM staged.wanted")
        db.execute("INSERT INTO staged.wanted SELECT code, 0, item_id FROM staged.named_items WHERE key IS NULL")
        db.execute(
            "INSERT INTO staged.wanted SELECT code, place, name FROM staged.named_items"
            " CROSS JOIN staged.alternatives USING (item_id) WHERE key IS NULL"
        )
        db.execute(
            f"UPDATE staged.named_items AS named SET key = found.key FROM ({self._found()}) AS found WHERE named.code = found.code"
        )
        db.execute(
            "UPDATE staged.named_items AS named SET key = (SELECT key FROM main.items WHERE items.item_id = named.item_id)"
            " WHERE key IS NULL"
        )

    def move_made_up(self, journal: Journal) -> None:
        """Give what is known of products that were made up to the catalogue's products they turn out to be."""
        db = self._db
        db.execute("DELETE FROM staged.wanted")
        db.execute("INSERT INTO staged.wanted SELECT key, 0, item_id FROM main.items WHERE made_up = 1")
        db.execute(
            "INSERT INTO staged.wanted SELECT item, place, name FROM main.item_alternatives"
            " WHERE item IN (SELECT key FROM main.items WHERE made_up = 1)"
        )
        db.execute("DELETE FROM staged.moves")
        db.execute(f"INSERT INTO staged.moves SELECT code, key FROM ({self._found()})")
        self.moved = [ItemKey(key) for (key,) in db.execute("SELECT item FROM staged.moves ORDER BY item")]
        if not self.moved:
            return
        moved = "IN (SELECT item FROM staged.moves)"
        _move_interactions(db, journal)
        self.answers_moved = journal.keep("feedback", f"item {moved}")
        db.execute(f"UPDATE main.feedback SET item = {_target('feedback')} WHERE item {moved}")
        for table in ("vectors", "item_alternatives"):
            journal.keep(table, f"item {moved}")
            db.execute(f"DELETE FROM main.{table} WHERE item {moved}")
        journal.keep("items", f"key {moved}")
        follow(db, journal)

    def drop_moved(self) -> None:
        """Delete the products that turned out to be others. Last: a key given again within the import would confuse the two."""
        self._db.execute("DELETE FROM main.items WHERE key IN (SELECT item FROM staged.moves)")

    def _found(self) -> str:
        """Return the SQL of the best product per code of ``staged.wanted``; a bare column is that of the row with the minimum."""
        if self._any("staged.wanted") and not self._titles_known:
            self._learn_titles()
            self._titles_known = True
        return f"SELECT code, min(rank), key FROM ({' UNION ALL '.join(_MEANINGS)}) GROUP BY code"

    def _learn_titles(self) -> None:
        """Fill ``staged.titles`` with the ids that titles give; of products called alike, that with the first id is meant."""
        if self._title_id is None:
            return
        self._db.conn.create_function("title_id", 1, self._title_id, deterministic=True)
        self._db.execute(
            "INSERT INTO staged.titles SELECT name, key FROM (SELECT title_id(title) AS name, key, min(item_id)"
            " FROM main.items WHERE made_up = 0 GROUP BY name) WHERE name != ''"
        )

    def _any(self, table: str) -> bool:
        return bool(self._db.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchall())


def merge_names(db: sqlite_utils.Database, journal: Journal, policy: Policy) -> None:
    """Store further names of products; with "update", those that are no longer among a product's names are forgotten."""
    told = "SELECT name, items.key FROM staged.names JOIN main.items USING (item_id)"
    if policy == "update":
        gone = f"item IN (SELECT key FROM ({told})) AND (name, item) NOT IN ({told})"
        if journal.keep("item_names", gone):
            db.execute(f"DELETE FROM main.item_names WHERE {gone}")
    db.execute(f"INSERT INTO main.item_names (name, item) {told} WHERE true ORDER BY names.rowid ON CONFLICT DO NOTHING")


def keep_alternatives(db: sqlite_utils.Database) -> None:
    """Store what else products that are made up may be called, for a catalogue that comes later."""
    db.execute(
        "INSERT INTO main.item_alternatives (item, place, name) SELECT items.key, place, name FROM staged.alternatives"
        " CROSS JOIN main.items USING (item_id) WHERE items.made_up = 1 ORDER BY items.key, place ON CONFLICT DO NOTHING"
    )


def _target(table: str) -> str:
    return f"(SELECT target FROM staged.moves WHERE moves.item = {table}.item)"


def _move_interactions(db: sqlite_utils.Database, journal: Journal) -> None:
    """Move behaviour; what is then told twice is one event, whose quantities add up as if one file had told both."""
    moved = "IN (SELECT item FROM staged.moves)"
    if not journal.keep("interactions", f"item {moved}"):
        return
    db.execute(f"UPDATE OR IGNORE main.interactions SET item = {_target('interactions')} WHERE item {moved}")
    doubles = (
        f"SELECT a.id, b.quantity, b.value FROM main.interactions b JOIN staged.moves ON moves.item = b.item"
        f" JOIN main.interactions a ON {_SAME_EVENT} AND a.item = moves.target"
    )
    journal.keep("interactions", f"id IN (SELECT id FROM ({doubles}))")
    db.execute(
        "UPDATE main.interactions AS old SET quantity = round(old.quantity + more.quantity, 6),"
        " value = coalesce(more.value, old.value)"
        f" FROM (SELECT id, sum(quantity) AS quantity, max(value) AS value FROM ({doubles}) GROUP BY id) AS more"
        " WHERE old.id = more.id"
    )
    db.execute(f"DELETE FROM main.interactions WHERE item {moved}")
