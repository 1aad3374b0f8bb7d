"""Peers on matrices small enough for pencil and paper, and what every one of them must do on the made-up shop."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import scipy.sparse as sp

from tests.benchmarks.quality.contest import NEW, OLD, Budget, compete
from tests.benchmarks.quality.holdout import holdout
from tests.benchmarks.quality.material import Material
from tests.benchmarks.quality.measure import texts_of
from tests.benchmarks.quality.peers.ease import item_weights
from tests.benchmarks.quality.peers.everyone import BY_NAME, HERE, PEERS, WITH_TIME
from tests.benchmarks.quality.peers.neighbours import bm25, similarities
from tests.benchmarks.quality.peers.peer import NotPossible, Peer, grid
from tests.benchmarks.quality.scoring import mean_of, values_of
from tests.benchmarks.quality.task import Task
from tests.benchmarks.quality.variants import cold_items
from tests.benchmarks_quality.shops import CUSTOMERS, EACH, shop, vectors
from tests.benchmarks_quality.shops import NEW as NEW_ROW

#: Four users, three items.
BEHAVIOUR = sp.csr_array(np.array([[1, 1, 0], [1, 1, 0], [1, 0, 1], [0, 0, 1]], np.float32))
SMALL = Budget(2, 60.0)


def _material(task: Task) -> Material:
    return Material(task, vectors(shop())[: len(task.items)])


def test_cosine_by_hand() -> None:
    found = similarities(BEHAVIOUR, 3, 0.0, True).toarray()
    np.testing.assert_allclose(found[0], [0.0, 2 / np.sqrt(6), 1 / np.sqrt(6)], rtol=1e-6)
    shrunk = similarities(BEHAVIOUR, 3, 10.0, True).toarray()
    np.testing.assert_allclose(shrunk[0, 1], 2 / (np.sqrt(6) + 10), rtol=1e-6)
    nearest = similarities(BEHAVIOUR, 1, 0.0, True).toarray()
    np.testing.assert_allclose(nearest[:, 0], [0.0, 2 / np.sqrt(6), 0.0], rtol=1e-6)


def test_bm25_by_hand() -> None:
    found = bm25(BEHAVIOUR, {"k1": 1.2, "b": 0.75}).toarray()
    rarity = 1.0 + np.log(3 / 3)  # the first user has two of three items
    norm = 0.25 + 0.75 * 3 / (7 / 3)  # the first item has three of seven entries
    np.testing.assert_allclose(found[0, 0], rarity * 2.2 / (1.2 * norm + 1.0), rtol=1e-6)


def test_ease_solves_its_normal_equations() -> None:
    gram = (BEHAVIOUR.T @ BEHAVIOUR).toarray()
    weights = item_weights(gram, 0.5)
    assert np.diag(weights).tolist() == [0.0] * 3
    for item in range(3):
        others = [row for row in range(3) if row != item]
        expected = np.linalg.solve(gram[np.ix_(others, others)] + 0.5 * np.eye(2), gram[others, item])
        np.testing.assert_allclose(weights[others, item], expected, rtol=1e-4)


def test_recent_sales_halve() -> None:
    material = _material(shop())
    recent = material.recent(7.0)
    counts = np.bincount(shop().train.item_keys, minlength=NEW_ROW + 1)
    assert recent.sum() == pytest.approx(CUSTOMERS * (1 + 1 / 2 + 1 / 4 + 1 / 8), rel=0.01)  # one a week, the newest at once
    assert (recent <= counts).all()


def test_new_items_sell_like_their_neighbours() -> None:
    task = shop()
    popularity = np.r_[np.full(EACH, 8.0), np.full(EACH, 2.0), 0.0]
    lent = _material(task).with_new(popularity)
    assert lent[NEW_ROW] == pytest.approx(2.0, abs=0.1)  # the new one is an axe
    np.testing.assert_array_equal(lent[:NEW_ROW], popularity[:NEW_ROW])


def test_lists_mask_histories_and_old_items() -> None:
    task = shop()
    new_only = replace(task, queries=replace(task.queries, new_items_only=np.arange(CUSTOMERS) < 1))
    lists = _material(new_only).lists(lambda block: np.tile(np.arange(13, dtype=np.float32), (len(range(*block.indices(40))), 1)))
    assert lists[0].tolist() == [NEW_ROW] + [-1] * 19
    had = set(task.queries.masked[1].tolist())
    assert lists[1].tolist() == [row for row in range(12, -1, -1) if row not in had] + [-1] * 11


def test_equal_scores_come_by_sales() -> None:
    material = _material(shop())
    lists = material.lists(lambda block: np.zeros((len(range(*block.indices(40))), 13), np.float32))
    sold = material.with_new(material.popularity)[lists[0][:9]]
    assert (np.diff(sold) <= 0).all()
    assert len(set(sold.tolist())) > 3


def test_who_is_unknown_gets_bestsellers() -> None:
    task = shop()
    events = task.queries.events
    silent = replace(task, queries=replace(task.queries, events=events.select(events.user_keys > 0)))
    lists = _material(silent).lists(lambda block: np.zeros((len(range(*block.indices(40))), 13), np.float32))
    material = _material(silent)
    best = max((row for row in range(NEW_ROW) if row not in task.queries.masked[0]), key=lambda row: material.popularity[row])
    assert material.popularity[lists[0][0]] == material.popularity[best]


@pytest.mark.parametrize(
    "peer", [peer for peer in HERE if "popularity" not in peer.name and "own" not in peer.name], ids=lambda p: p.name
)
def test_every_peer_finds_the_taste(peer: Peer) -> None:
    task = shop()
    inner = holdout(task)
    assert inner is not None
    answer = compete(peer, _material(task), Material(inner, texts_of(inner, task, vectors(task))), SMALL)
    assert answer.tried == 2
    assert answer.chosen.keys() == {OLD}
    first = answer.lists[:, 0]
    own = np.arange(CUSTOMERS) % 2
    assert ((first // EACH == own) | (first == NEW_ROW)).mean() > 0.9
    for number, masked in enumerate(task.queries.masked):
        assert not np.isin(answer.lists[number], masked).any()


@pytest.mark.parametrize("peer", [peer for peer in HERE if peer.ranks_new], ids=lambda peer: peer.name)
def test_peers_for_new_items_rank_these_alone(peer: Peer) -> None:
    task = cold_items(shop(), 3)
    answer = compete(peer, _material(task), None, SMALL)
    new = np.flatnonzero(task.new_items())
    lists = answer.lists[task.queries.new_items_only]
    assert answer.chosen.keys() == {OLD, NEW}
    assert (lists[:, 0] == new[0]).all()
    assert (lists[:, 1:] == -1).all()


def test_others_leave_lists_of_new_items_empty_and_say_so() -> None:
    task = cold_items(shop(), 3)
    answer = compete(BY_NAME["EASE"], _material(task), None, SMALL)
    assert (answer.lists[task.queries.new_items_only] == -1).all()
    alone = replace(task, queries=task.queries.select(task.queries.new_items_only))
    with pytest.raises(NotPossible, match="cannot rank items without behaviour"):
        compete(BY_NAME["EASE"], _material(alone), None, SMALL)


def test_who_needs_what_is_not_there_says_so() -> None:
    for name in WITH_TIME - {"own recent history"}:
        with pytest.raises(NotPossible, match="train has none"):
            compete(BY_NAME[name], _material(shop(timed=False)), None, SMALL)
    wordless = Material(shop(), np.zeros((13, 8), np.float32))
    with pytest.raises(NotPossible, match="no item has one"):
        compete(BY_NAME["frozen text"], wordless, None, SMALL)
    with pytest.raises(NotPossible, match="masked here"):
        compete(BY_NAME["own recent history"], _material(shop()), None, SMALL)


def test_own_history_is_listed_newest_first() -> None:
    task = shop(repeat=True)
    answer = compete(BY_NAME["own recent history"], _material(task), None, SMALL)
    assert answer.lists[0][:4].tolist() == task.queries.histories()[0][::-1].tolist()


def test_the_better_configuration_is_chosen() -> None:
    task = shop()
    inner = holdout(task)
    assert inner is not None

    def make(material: Material, configuration: dict[str, float]) -> tuple[np.ndarray, dict[str, float]]:
        lists = np.full((len(material.task.queries), 20), -1, np.int64)
        lists[:, 0] = [rows[0] for rows in material.task.queries.targets] if configuration["good"] else 0
        return lists, {"found": 1.0} if material.judge else {}

    peer = Peer("seer", make, grid(good=(0.0, 1.0)))  # type: ignore[arg-type]  # a mapping that is a dict
    answer = compete(peer, _material(task), Material(inner, vectors(task)), Budget(9, 60.0))
    assert answer.chosen == {OLD: {"good": 1.0, "found": 1.0}}
    assert mean_of(values_of(task, answer.lists), np.ones(CUSTOMERS, np.bool_)) == 1.0
    assert compete(peer, _material(task), Material(inner, vectors(task)), Budget(9, 0.0)).tried == 1  # no time for another


def test_names_can_be_written_on_the_command_line() -> None:
    assert len(BY_NAME) == len(PEERS)
    assert not [name for name in BY_NAME if "," in name]
