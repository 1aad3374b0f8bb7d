"""Model versions: exactly one is active, and the bundled one stays."""

from __future__ import annotations

import sqlite3

import numpy as np
import pytest

from recsys_desktop.domain.entities import ModelVersion
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.store.catalogue import Catalogue
from recsys_desktop.store.database import Database
from recsys_desktop.store.model_versions import BUNDLED, ModelVersions
from recsys_desktop.store.vectors import Vectors
from tests.store.shops import item


@pytest.fixture
def versions(database: Database) -> ModelVersions:
    return ModelVersions(database)


def numbers(versions: ModelVersions) -> list[tuple[int, bool]]:
    return [(version.number, version.active) for version in versions.list()]


def test_a_new_shop_ranks_with_the_bundled_model(versions: ModelVersions) -> None:
    bundled = ModelVersion(BUNDLED, "bundled", "", None, 0, active=True)
    assert versions.active() == versions.get(1) == bundled
    assert versions.list() == [bundled]


def test_a_new_version_waits_to_be_made_active(versions: ModelVersions) -> None:
    added = versions.add("我的模型", "models/2", 1, {"ndcg@10": 0.25, "kept": True})
    assert (added.number, added.name, added.folder, added.parent, added.active) == (2, "我的模型", "models/2", 1, False)
    assert added.metrics == {"ndcg@10": 0.25, "kept": True}
    assert added.created > 1_700_000_000
    assert versions.get(2) == added
    assert numbers(versions) == [(2, False), (1, True)]
    versions.activate(2)
    assert numbers(versions) == [(2, True), (1, False)]
    versions.activate(2)
    versions.activate(1)
    assert numbers(versions) == [(2, False), (1, True)]


def test_the_file_itself_allows_one_active_version(database: Database, versions: ModelVersions) -> None:
    versions.add("second", "models/2", 1, {})
    with pytest.raises(sqlite3.IntegrityError), database.atomic() as db:
        db.execute("UPDATE model_versions SET active = 1")
    assert numbers(versions) == [(2, False), (1, True)]


def test_an_unknown_version_leaves_the_active_one(versions: ModelVersions) -> None:
    for act in (versions.activate, versions.get, versions.delete):
        with pytest.raises(RecsysError) as caught:
            act(7)
        assert caught.value.code == "unknown_model_version"
        assert "7" in str(caught.value.message)
    assert numbers(versions) == [(1, True)]


def test_bundled_and_active_ones_are_kept(versions: ModelVersions) -> None:
    versions.add("second", "models/2", 1, {})
    versions.activate(2)
    for number in (1, 2):
        with pytest.raises(RecsysError) as caught:
            versions.delete(number)
        assert caught.value.code == "model_version_in_use"
    assert numbers(versions) == [(2, True), (1, False)]


def test_deleting_forgets_vectors_and_never_reuses_a_number(database: Database, versions: ModelVersions) -> None:
    Catalogue(database).upsert([item("p", "x")])
    versions.add("second", "models/2", 1, {})
    vectors = Vectors(database)
    for number in (1, 2):
        vectors.put_many(number, np.array([1], np.int64), ["h"], np.ones((1, 2), np.float32))
    versions.delete(2)
    assert [len(vectors.load(number)[0]) for number in (1, 2)] == [1, 0]
    assert versions.add("third", "models/3", 1, {}).number == 3


@pytest.mark.parametrize("text", ["{", "[1]"])
def test_metrics_that_cannot_be_read_are_none(database: Database, versions: ModelVersions, text: str) -> None:
    number = versions.add("trained", "models/m2", BUNDLED, {"kept": True}).number
    versions.activate(number)
    with database.atomic() as db:
        db.execute("UPDATE model_versions SET metrics = ? WHERE number = ?", (text, number))
    assert (versions.active().number, versions.active().metrics) == (number, {})
