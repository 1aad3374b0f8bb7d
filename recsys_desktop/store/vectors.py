"""Vectors made by the language model, kept so that a text is read once: of items, and of users' behaviour sentences."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from recsys_desktop.domain.entities import Float32Array, Int64Array
from recsys_desktop.store.arrays import read_vectors
from recsys_desktop.store.database import Database

Stored = tuple[Int64Array, list[str], Float32Array]


class Vectors:
    """Float32 vectors by key and model version, each with the hash of the text it was made of."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def load(self, model_version: int) -> Stored:
        """Return item keys (n,), ascending, text hashes and the matrix (n, d) of a model version."""
        return self._load("SELECT item, text_hash, vector FROM vectors WHERE model_version = ? ORDER BY item", model_version)

    def load_sentences(self, model_version: int) -> Stored:
        """Return user keys (n,), ascending, text hashes and the matrix (n, d) of their behaviour sentences."""
        return self._load("SELECT user, text_hash, vector FROM sentences WHERE model_version = ? ORDER BY user", model_version)

    def put_many(self, model_version: int, keys: Int64Array, hashes: Sequence[str], matrix: Float32Array) -> None:
        """Store vectors (n, d) of items; those of the same key and version are replaced."""
        self._put("INSERT OR REPLACE INTO vectors (model_version, item, text_hash, vector)", model_version, keys, hashes, matrix)

    def put_sentences(self, model_version: int, keys: Int64Array, hashes: Sequence[str], matrix: Float32Array) -> None:
        """Store vectors (n, d) of users' sentences; those of the same key and version are replaced."""
        self._put("INSERT OR REPLACE INTO sentences (model_version, user, text_hash, vector)", model_version, keys, hashes, matrix)

    def delete_version(self, model_version: int) -> None:
        """Forget all vectors of a model version."""
        with self._database.atomic() as db:
            db.conn.execute("DELETE FROM vectors WHERE model_version = ?", (model_version,))
            db.conn.execute("DELETE FROM sentences WHERE model_version = ?", (model_version,))

    def _load(self, query: str, model_version: int) -> Stored:
        keys, hashes, matrix = read_vectors(self._database.connection.conn.execute(query, (model_version,)))
        return np.array(keys, np.int64), hashes, matrix

    def _put(self, insert: str, model_version: int, keys: Int64Array, hashes: Sequence[str], matrix: Float32Array) -> None:
        if matrix.shape[0] != len(keys) or len(hashes) != len(keys):
            raise ValueError(f"{len(keys)} keys, {len(hashes)} hashes, vectors of shape {matrix.shape}")
        rows = np.ascontiguousarray(matrix, np.float32)
        with self._database.atomic() as db:
            db.conn.executemany(
                f"{insert} VALUES (?, ?, ?, ?)",
                [(model_version, key, text, row.tobytes()) for key, text, row in zip(keys.tolist(), hashes, rows, strict=True)],
            )
