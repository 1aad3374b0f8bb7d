"""The schema, as steps that are never edited once released: a change is a new step at the end.

Steps use plain SQL only, not the other modules of the store, which describe today's schema.
"""

from __future__ import annotations

import sqlite_utils
from sqlite_utils.migrations import Migrations

#: Written to the file's header so that another program's database is not taken for a shop ("RcSh").
APPLICATION_ID = 0x52635368

migrations = Migrations("recsys_desktop")

_FIRST_SCHEMA = """
CREATE TABLE items (
    key INTEGER PRIMARY KEY,
    item_id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL DEFAULT '',
    description TEXT NOT NULL DEFAULT '',
    category TEXT NOT NULL DEFAULT '',
    tags TEXT NOT NULL DEFAULT '',
    brand TEXT NOT NULL DEFAULT '',
    price REAL,
    currency TEXT NOT NULL DEFAULT '',
    stock INTEGER,
    url TEXT NOT NULL DEFAULT '',
    image TEXT NOT NULL DEFAULT ''
);
CREATE INDEX items_by_title ON items (title COLLATE NOCASE, key);
CREATE TABLE users (
    key INTEGER PRIMARY KEY,
    user_id TEXT NOT NULL UNIQUE,
    last_time INTEGER NOT NULL DEFAULT -1
);
CREATE INDEX users_by_last_time ON users (last_time DESC, user_id);
CREATE TABLE interactions (
    id INTEGER PRIMARY KEY,
    user INTEGER NOT NULL REFERENCES users (key) ON DELETE CASCADE,
    item INTEGER NOT NULL REFERENCES items (key) ON DELETE CASCADE,
    kind INTEGER NOT NULL,
    value REAL,
    quantity REAL NOT NULL DEFAULT 1,
    time INTEGER NOT NULL DEFAULT -1,
    order_id TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX interactions_once ON interactions (user, time, item, kind, order_id);
CREATE INDEX interactions_by_item ON interactions (item);
CREATE TABLE feedback (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    user INTEGER REFERENCES users (key) ON DELETE CASCADE,
    item INTEGER REFERENCES items (key) ON DELETE CASCADE,
    kind INTEGER,
    value REAL,
    time INTEGER NOT NULL,
    model_version INTEGER,
    retracts INTEGER UNIQUE REFERENCES feedback (id) ON DELETE CASCADE
);
CREATE INDEX feedback_by_user ON feedback (user);
CREATE TABLE vectors (
    item INTEGER NOT NULL REFERENCES items (key) ON DELETE CASCADE,
    model_version INTEGER NOT NULL REFERENCES model_versions (number) ON DELETE CASCADE,
    text_hash TEXT NOT NULL,
    vector BLOB NOT NULL,
    PRIMARY KEY (model_version, item)
) WITHOUT ROWID;
CREATE TABLE sentences (
    user INTEGER NOT NULL REFERENCES users (key) ON DELETE CASCADE,
    model_version INTEGER NOT NULL REFERENCES model_versions (number) ON DELETE CASCADE,
    text_hash TEXT NOT NULL,
    vector BLOB NOT NULL,
    PRIMARY KEY (model_version, user)
) WITHOUT ROWID;
CREATE TABLE model_versions (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    folder TEXT NOT NULL,
    parent INTEGER,
    created INTEGER NOT NULL,
    active INTEGER NOT NULL DEFAULT 0,
    metrics TEXT NOT NULL DEFAULT '{}'
);
CREATE UNIQUE INDEX one_active_model ON model_versions (active) WHERE active = 1;
INSERT INTO model_versions (number, name, folder, created, active) VALUES (1, 'bundled', '', 0, 1);
CREATE TABLE runs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    settings TEXT NOT NULL,
    seed INTEGER NOT NULL,
    started INTEGER NOT NULL,
    finished INTEGER,
    result TEXT NOT NULL DEFAULT '{}',
    model_version INTEGER
);
CREATE TABLE run_points (
    run INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    curve TEXT NOT NULL,
    step INTEGER NOT NULL,
    value REAL NOT NULL,
    PRIMARY KEY (run, curve, step)
) WITHOUT ROWID;
CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE imports (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    time INTEGER NOT NULL,
    files TEXT NOT NULL,
    counts TEXT NOT NULL
);
CREATE TABLE changes (topic TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO changes VALUES ('interactions', 0), ('feedback', 0);
"""


@migrations()
def m001_first_schema(db: sqlite_utils.Database) -> None:
    """Items, users, what they did, feedback, vectors, models, runs, settings, and counters of changes."""
    for statement in _FIRST_SCHEMA.split(";"):
        if statement.strip():
            db.conn.execute(statement)


def names() -> list[str]:
    """Return the names of all steps, oldest first; their number is the file's ``user_version``."""
    return [migration.name for migration in migrations._migrations]
