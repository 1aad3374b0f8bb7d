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


# "made_up" is 1 where a product is known from behaviour and order lines only. "undone" is the time of an import's undo.
# "edited_items" are those changed by hand since the last import.
# "before_*" hold rows as they were before the last import, under their keys: what it changed, moved or dropped. Their columns
# have no types, so that every value is kept to the byte. "import_ranges" tells which keys that import gave to new rows.
_IMPORTS_THAT_CAN_BE_UNDONE = """
ALTER TABLE items ADD COLUMN made_up INTEGER NOT NULL DEFAULT 0;
UPDATE items SET made_up = 1 WHERE title = item_id AND description = '' AND category = '' AND tags = '' AND brand = ''
    AND price IS NULL AND stock IS NULL AND url = '' AND image = '';
CREATE INDEX items_made_up ON items (key) WHERE made_up = 1;
CREATE INDEX items_sold_out ON items (key) WHERE stock <= 0;
CREATE TABLE item_names ( -- further ids by which orders call a product; one that two products claim means neither
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    item INTEGER NOT NULL REFERENCES items (key) ON DELETE CASCADE,
    UNIQUE (name, item)
);
CREATE INDEX item_names_by_item ON item_names (item);
CREATE TABLE item_alternatives ( -- ids by which a catalogue may one day know a product that was made up
    id INTEGER PRIMARY KEY,
    item INTEGER NOT NULL REFERENCES items (key) ON DELETE CASCADE,
    place INTEGER NOT NULL, -- best first, from 1
    name TEXT NOT NULL,
    UNIQUE (item, place)
);
ALTER TABLE imports ADD COLUMN policy TEXT NOT NULL DEFAULT 'update';
ALTER TABLE imports ADD COLUMN undone INTEGER;
ALTER TABLE imports ADD COLUMN undoable INTEGER NOT NULL DEFAULT 0;
CREATE TABLE import_ranges (name TEXT PRIMARY KEY, above INTEGER NOT NULL, up_to INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE edited_items (key INTEGER PRIMARY KEY, item_id TEXT NOT NULL);
CREATE TABLE before_items (
    key INTEGER PRIMARY KEY, item_id, title, description, category, tags, brand, price, currency, stock, url, image, made_up
);
CREATE TABLE before_users (key INTEGER PRIMARY KEY, user_id, last_time);
CREATE TABLE before_interactions (id INTEGER PRIMARY KEY, user, item, kind, value, quantity, time, order_id);
CREATE TABLE before_feedback (id INTEGER PRIMARY KEY, user, item, kind, value, time, model_version, retracts);
CREATE TABLE before_item_names (id INTEGER PRIMARY KEY, name, item);
CREATE TABLE before_item_alternatives (id INTEGER PRIMARY KEY, item, place, name);
CREATE TABLE before_vectors (id INTEGER PRIMARY KEY, model_version, item, text_hash, vector)
"""


def m002_imports_that_can_be_undone(db: sqlite_utils.Database) -> None:
    """Further names of products, which products were made up or are sold out, and what the last import replaced."""
    for statement in _IMPORTS_THAT_CAN_BE_UNDONE.split(";\n"):
        db.execute(statement)


# "rules" is a JSON object of domain.rules.Rules; what it does not name has its default there. Three settings of the shop as a
# whole become rules of the scenario "standard". "import" is the id of the import that changed a price or a stock. "before_..." as
# in the step before: what the last import changed where it found out that two products are one.
_RULES_AND_WHAT_WAS_SHOWN = """
CREATE TABLE scenarios (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    rules TEXT NOT NULL DEFAULT '{}'
);
INSERT INTO scenarios (id, name, rules) SELECT 1, 'standard', json_patch('{}', json_object(
    'list_length', (SELECT json(value) FROM settings WHERE key = 'list_length' AND json_valid(value)),
    'bring_back_days', (SELECT json(value) FROM settings WHERE key = 'bring_back_days' AND json_valid(value)),
    'in_stock', (SELECT json(value) FROM settings WHERE key = 'in_stock_only' AND json_valid(value))
));
DELETE FROM settings WHERE key IN ('list_length', 'bring_back_days', 'in_stock_only');
INSERT INTO changes VALUES ('items', 0), ('rules', 0);
CREATE TABLE hidden_items (
    item INTEGER PRIMARY KEY REFERENCES items (key) ON DELETE CASCADE,
    time INTEGER NOT NULL
);
CREATE TABLE showings ( -- lists that were shown together: one customer's in the window, all of a mailing
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    time INTEGER NOT NULL,
    channel TEXT NOT NULL, -- 'window', 'mailing'
    scenario TEXT NOT NULL, -- its name then: a scenario may be deleted
    model_version INTEGER NOT NULL
);
CREATE TABLE impressions (
    user INTEGER NOT NULL REFERENCES users (key) ON DELETE CASCADE,
    showing INTEGER NOT NULL REFERENCES showings (id) ON DELETE CASCADE,
    rank INTEGER NOT NULL, -- from 1
    item INTEGER NOT NULL REFERENCES items (key) ON DELETE CASCADE,
    PRIMARY KEY (user, showing, rank)
) WITHOUT ROWID;
CREATE INDEX impressions_by_item ON impressions (item);
CREATE INDEX impressions_by_showing ON impressions (showing);
CREATE TABLE item_changes (
    id INTEGER PRIMARY KEY,
    import INTEGER REFERENCES imports (id) ON DELETE CASCADE,
    item INTEGER NOT NULL REFERENCES items (key) ON DELETE CASCADE,
    time INTEGER NOT NULL,
    price_before REAL,
    price_after REAL,
    stock_before INTEGER,
    stock_after INTEGER
);
CREATE INDEX item_changes_by_item ON item_changes (item);
CREATE INDEX item_changes_by_import ON item_changes (import);
CREATE TABLE before_hidden_items (
    item INTEGER PRIMARY KEY,
    time -- NULL: it was not hidden
);
CREATE TABLE before_impressions (user INTEGER NOT NULL, showing INTEGER NOT NULL, rank INTEGER NOT NULL, item);
CREATE TABLE before_item_changes (id INTEGER PRIMARY KEY, item);
CREATE TABLE before_scenarios (id INTEGER PRIMARY KEY, rules, rules_after)
"""


def m003_rules_and_what_was_shown(db: sqlite_utils.Database) -> None:
    """Scenarios with their rules, hidden products, which lists were shown, and how prices and stocks changed."""
    for statement in _RULES_AND_WHAT_WAS_SHOWN.split(";\n"):
        db.execute(statement)


#: Oldest first. The number of steps is the file's ``user_version``; tests/store/data/schema holds a file of each.
STEPS = (m001_first_schema, m002_imports_that_can_be_undone, m003_rules_and_what_was_shown)
SCHEMA_VERSION = len(STEPS)

migrations = Migrations("recsys_desktop")
for _step in STEPS:
    migrations()(_step)
