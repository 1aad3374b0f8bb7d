"""Vectors made by the language model, kept so that a text is read once: of items, and of users' behaviour sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from recsys_desktop.domain.entities import Float32Array, Int64Array
from recsys_desktop.store.database import Database
from recsys_desktop.store.failures import explained

Stored = tuple[Int64Array, list[str], Float32Array]
#: Rows joined at once while loading: the matrix is in memory once, not twice.
_AT_ONCE = 4_096
_FLOAT32 = np.dtype("<f4")


@dataclass(frozen=True)
class _Owner:
    """Whose vectors a table holds."""

    table: str
    key: str


_ITEMS, _USERS = _Owner("vectors", "item"), _Owner("sentences", "user")


class Vectors:
    """Float32 vectors by key and model version, each with the hash of the text it was made of. d is one number per version."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def load(self, model_version: int) -> Stored:
        """Return item keys (n,), ascending, text hashes and the matrix (n, d) of a model version; (0, 0) where there is none."""
        return self._load(_ITEMS, model_version)

    def load_sentences(self, model_version: int) -> Stored:
        """Return user keys (n,), ascending, text hashes and the matrix (n, d) of their behaviour sentences, likewise."""
        return self._load(_USERS, model_version)

    def put_many(self, model_version: int, keys: Int64Array, hashes: Sequence[str], matrix: Float32Array) -> None:
        """Store vectors (n, d) of items; those of the same key and version are replaced.

        Raises: ValueError where the numbers of rows differ, or d from that of the vectors stored for this version.
        """
        self._put(_ITEMS, model_version, keys, hashes, matrix)

    def put_sentences(self, model_version: int, keys: Int64Array, hashes: Sequence[str], matrix: Float32Array) -> None:
        """Store vectors (n, d) of users' behaviour sentences, likewise."""
        self._put(_USERS, model_version, keys, hashes, matrix)

    def delete_version(self, model_version: int) -> None:
        """Forget all vectors of a model version."""
        with self._database.atomic() as db:
            for owner in (_ITEMS, _USERS):
                db.execute(f"DELETE FROM {owner.table} WHERE model_version = ?", (model_version,))

    def _load(self, owner: _Owner, model_version: int) -> Stored:
        count, width = self._shape(owner, model_version)
        keys, matrix = np.empty(count, np.int64), np.empty((count, width), _FLOAT32)
        hashes: list[str] = []
        with explained(self._database.path):
            cursor = self._database.connection.conn.execute(
                f"SELECT {owner.key}, text_hash, vector FROM {owner.table} WHERE model_version = ? ORDER BY {owner.key} LIMIT ?",
                (model_version, count),
            )
            while rows := cursor.fetchmany(_AT_ONCE):
                block = slice(len(hashes), len(hashes) + len(rows))
                keys[block] = [row[0] for row in rows]
                hashes += [row[1] for row in rows]
                matrix[block] = np.frombuffer(b"".join([row[2] for row in rows]), _FLOAT32).reshape(len(rows), width)
        found = len(hashes)  # fewer than counted where another thread has just deleted some
        return keys[:found], hashes, matrix[:found]

    def _shape(self, owner: _Owner, model_version: int) -> tuple[int, int]:
        """Return the number of vectors and their width."""
        chosen = f"FROM {owner.table} WHERE model_version = ?"
        count = self._database.read(f"SELECT count(*) {chosen}", (model_version,))[0][0]
        first = self._database.read(f"SELECT length(vector) {chosen} LIMIT 1", (model_version,))
        return count, first[0][0] // _FLOAT32.itemsize if first else 0

    def _put(self, owner: _Owner, model_version: int, keys: Int64Array, hashes: Sequence[str], matrix: Float32Array) -> None:
        if not len(keys):
            return
        rows = np.ascontiguousarray(matrix, _FLOAT32)
        if rows.shape != (len(keys), rows.shape[-1]) or len(hashes) != len(keys):
            raise ValueError(f"{len(keys)} keys, {len(hashes)} hashes, vectors of shape {matrix.shape}")
        with self._database.atomic() as db:
            count, width = self._shape(owner, model_version)
            if count and width != rows.shape[1]:
                raise ValueError(f"vectors {rows.shape[1]} wide, those of model version {model_version} are {width} wide")
            db.conn.executemany(
                f"INSERT INTO {owner.table} (model_version, {owner.key}, text_hash, vector) VALUES (?, ?, ?, ?)"
                f" ON CONFLICT (model_version, {owner.key}) DO UPDATE SET text_hash = excluded.text_hash, vector = excluded.vector",
                ((model_version, key, text, row.data) for key, text, row in zip(keys.tolist(), hashes, rows, strict=True)),
            )
