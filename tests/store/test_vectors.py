"""Vectors, bit for bit."""

from __future__ import annotations

import sqlite3

import numpy as np
import pytest

from recsys_desktop.domain.columns import UserId
from recsys_desktop.store.catalogue import Catalogue
from recsys_desktop.store.database import Database
from recsys_desktop.store.model_versions import ModelVersions
from recsys_desktop.store.users import Users
from recsys_desktop.store.vectors import Vectors
from tests.store.shops import item

MATRIX = np.array([[1.0, -0.0, 1e-38], [0.1, np.float32(1) / 3, -2.0], [3.0, 4.0, 5.0]], np.float32)
KEYS = np.array([3, 1, 2], np.int64)


@pytest.fixture
def vectors(database: Database) -> Vectors:
    Catalogue(database).upsert(item(str(number), "x") for number in range(3))
    Users(database).add(UserId("u"))
    return Vectors(database)


def test_vectors_come_back_ordered_by_key(vectors: Vectors) -> None:
    vectors.put_many(1, KEYS, ["c", "a", "b"], MATRIX)
    keys, hashes, matrix = vectors.load(1)
    assert keys.tolist() == [1, 2, 3]
    assert hashes == ["a", "b", "c"]
    assert matrix.dtype == np.float32
    assert matrix.tobytes() == MATRIX[[1, 2, 0]].tobytes()
    assert matrix.flags.writeable


def test_none(vectors: Vectors) -> None:
    keys, hashes, matrix = vectors.load(1)
    assert (keys.shape, hashes, matrix.shape, matrix.dtype.name) == ((0,), [], (0, 0), "float32")
    vectors.put_many(1, KEYS[:0], [], np.zeros((0, 3), np.float32))
    assert len(vectors.load(1)[0]) == 0


def test_new_ones_replace_those_of_the_same_key(vectors: Vectors) -> None:
    vectors.put_many(1, KEYS, ["c", "a", "b"], MATRIX)
    vectors.put_many(1, np.array([2], np.int64), ["new"], np.array([[7, 8, 9]], np.float32))
    _, hashes, matrix = vectors.load(1)
    assert hashes == ["a", "new", "c"]
    assert matrix[1].tolist() == [7.0, 8.0, 9.0]


def test_other_layouts_are_stored_by_value(vectors: Vectors) -> None:
    wide = np.arange(12, dtype=np.float64).reshape(3, 4)[:, ::2]
    vectors.put_many(1, np.array([1, 2, 3], np.int64), ["", "", ""], wide)  # type: ignore[arg-type]  # on purpose
    assert vectors.load(1)[2].tolist() == [[0.0, 2.0], [4.0, 6.0], [8.0, 10.0]]


def test_versions_and_sentences_are_apart(database: Database, vectors: Vectors) -> None:
    second = ModelVersions(database).add("mine", "models/2", 1, {}).number
    vectors.put_many(1, KEYS, ["c", "a", "b"], MATRIX)
    vectors.put_many(second, KEYS[:1], ["z"], MATRIX[:1, :2])
    vectors.put_sentences(1, np.array([1], np.int64), ["s"], MATRIX[2:])
    assert vectors.load(second)[2].shape == (1, 2)
    assert vectors.load_sentences(1)[1] == ["s"]
    vectors.delete_version(1)
    assert [len(vectors.load(1)[0]), len(vectors.load_sentences(1)[0]), len(vectors.load(second)[0])] == [0, 0, 1]


@pytest.mark.parametrize(
    ("keys", "hashes", "matrix"),
    [(KEYS[:2], ["a", "b", "c"], MATRIX), (KEYS, ["a", "b"], MATRIX), (KEYS, ["a", "b", "c"], MATRIX[:2])],
    ids=["keys", "hashes", "matrix"],
)
def test_lengths_must_agree(vectors: Vectors, keys: np.ndarray, hashes: list[str], matrix: np.ndarray) -> None:
    with pytest.raises(ValueError, match="keys"):
        vectors.put_many(1, keys, hashes, matrix)
    assert len(vectors.load(1)[0]) == 0


def test_one_width_per_version(vectors: Vectors) -> None:
    vectors.put_many(1, KEYS[:1], ["a"], MATRIX[:1])
    with pytest.raises(ValueError, match="2 wide"):
        vectors.put_many(1, KEYS[1:2], ["b"], MATRIX[1:2, :2])
    assert vectors.load(1)[2].shape == (1, 3)


def test_vectors_of_nothing_are_a_bug(vectors: Vectors) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        vectors.put_many(1, np.array([99], np.int64), ["a"], MATRIX[:1])
    with pytest.raises(sqlite3.IntegrityError):
        vectors.put_many(2, KEYS, ["c", "a", "b"], MATRIX)
    assert len(vectors.load(1)[0]) == 0


def test_more_than_are_joined_at_once(database: Database, vectors: Vectors) -> None:
    Catalogue(database).upsert(item(f"v{number}", "x") for number in range(5_000))
    keys = Catalogue(database).keys()[0]
    matrix = np.arange(len(keys) * 2, dtype=np.float32).reshape(-1, 2)
    vectors.put_many(1, keys, [str(key) for key in keys.tolist()], matrix)
    found, hashes, back = vectors.load(1)
    assert len(keys) == 5_003
    np.testing.assert_array_equal(found, keys)
    assert hashes == [str(key) for key in keys.tolist()]
    np.testing.assert_array_equal(back, matrix)
