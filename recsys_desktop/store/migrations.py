"""The schema, as steps that are never edited once released: a change is a new step at the end.

A step speaks SQL only. It imports nothing of the store, whose other modules describe today's schema.
"""

from __future__ import annotations

import sqlite_utils
from sqlite_utils.migrations import Migrations

#: Written to the file's header, so that another program's database is not taken for a shop ("RcSh").
APPLICATION_ID = 0x52635368

# Keys are SQLite's row ids, stable for the life of the file; ids are the shop's own and always text.
# A time of -1 stands for "not known": NULLs would count as different from each other in the unique index.
_FIRST_SCHEMA = """
CREATE TABLE items (
    key INTEGER PRIMARY KEY,
    item_id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL DEFAULT '',
    description TEXT NOT NULL DEFAULT '',
    category TEXT NOT NULL DEFAULT '',
    tags TEXT NOT NULL DEFAULT '', -- a JSON list, '' where there are none
    brand TEXT NOT NULL DEFAULT '',
    price REAL,
    currency TEXT NOT NULL DEFAULT '',
    stock INTEGER,
    url TEXT NOT NULL DEFAULT '',
    image TEXT NOT NULL DEFAULT ''
);
CREATE INDEX items_by_title ON items (title COLLATE NOCASE, item_id);
CREATE TABLE users (
    key INTEGER PRIMARY KEY,
    user_id TEXT NOT NULL UNIQUE,
    last_time INTEGER NOT NULL DEFAULT -1 -- of behaviour or feedback
);
CREATE INDEX users_by_last_time ON users (last_time DESC, user_id);
CREATE TABLE interactions (
    id INTEGER PRIMARY KEY,
    user INTEGER NOT NULL REFERENCES users (key) ON DELETE CASCADE,
    item INTEGER NOT NULL REFERENCES items (key) ON DELETE CASCADE,
    kind INTEGER NOT NULL,
    value REAL,
    quantity REAL NOT NULL,
    time INTEGER NOT NULL,
    order_id TEXT NOT NULL
);
CREATE UNIQUE INDEX interactions_once ON interactions (user, time, item, kind, order_id);
CREATE TABLE feedback (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    user INTEGER REFERENCES users (key) ON DELETE CASCADE,
    item INTEGER REFERENCES items (key) ON DELETE CASCADE,
    kind INTEGER,
    value REAL,
    time INTEGER NOT NULL,
    model_version INTEGER,
    retracts INTEGER UNIQUE REFERENCES feedback (id) ON DELETE CASCADE -- then only time and this are filled
);
CREATE INDEX feedback_by_user ON feedback (user);
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
CREATE TABLE vectors (
    id INTEGER PRIMARY KEY,
    model_version INTEGER NOT NULL REFERENCES model_versions (number) ON DELETE CASCADE,
    item INTEGER NOT NULL REFERENCES items (key) ON DELETE CASCADE,
    text_hash TEXT NOT NULL,
    vector BLOB NOT NULL, -- float32, little-endian
    UNIQUE (model_version, item)
);
CREATE TABLE sentences (
    id INTEGER PRIMARY KEY,
    model_version INTEGER NOT NULL REFERENCES model_versions (number) ON DELETE CASCADE,
    user INTEGER NOT NULL REFERENCES users (key) ON DELETE CASCADE,
    text_hash TEXT NOT NULL,
    vector BLOB NOT NULL,
    UNIQUE (model_version, user)
);
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
    value REAL, -- NULL is SQLite's only way to keep "not a number"
    PRIMARY KEY (run, curve, step)
) WITHOUT ROWID;
CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE imports (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    time INTEGER NOT NULL,
    files TEXT NOT NULL,
    counts TEXT NOT NULL
);
CREATE TABLE changes (topic TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO changes VALUES ('interactions', 0), ('feedback', 0);
"""


def m001_first_schema(db: sqlite_utils.Database) -> None:
    """Items, users, what they did, feedback, models and their vectors, runs, settings, imports, and counters of changes."""
    for statement in _FIRST_SCHEMA.split(";\n"):
        db.execute(statement)


#: Oldest first. The number of steps is the file's ``user_version``; tests/store/data/schema holds a file of each.
STEPS = (m001_first_schema,)
SCHEMA_VERSION = len(STEPS)

migrations = Migrations("recsys_desktop")
for _step in STEPS:
    migrations()(_step)
