from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from recsys_desktop.domain.entities import Kind
from recsys_desktop.domain.progress import Cancelled, Progress
from recsys_desktop.engine.fitting import fit_space
from recsys_desktop.engine.history import Fading, Histories
from recsys_desktop.engine.item_space import ItemSpace
from recsys_desktop.engine.operators.collaborative import EXACT_UP_TO
from recsys_desktop.engine.profile import user_vectors
from recsys_desktop.engine.ranker import top_k_many
from recsys_desktop.engine.space_settings import SpaceSettings
from recsys_desktop.engine.text.channels import TextChannels
from tests.engine.shops import NOTHING, NOW, checkerboard, fitted, joined, missing, purchases, random_events, unit_texts

#: The made-up shops are small: with the default, ten common buyers would be a rumour.
EAGER = {"regularisation": 1.0}


def _best(space: ItemSpace, events: object) -> list[int]:
    histories = Histories.from_arrays(events, space.item_keys, NOW, Fading(1e9))  # type: ignore[arg-type]  # always InteractionArrays
    rows, _ = top_k_many(space.keys, user_vectors(space, histories), 1, histories.rows_of_each(), Progress())
    return [int(row) for row in space.item_keys[rows[:, 0]]]


@pytest.mark.parametrize("timed", [True, False])
@pytest.mark.parametrize("exact", [True, False])
def test_checkerboard_customers_get_the_item_they_miss(timed: bool, exact: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not exact:
        monkeypatch.setattr("recsys_desktop.engine.operators.factors.EXACT_UP_TO", 0)
    events = checkerboard(timed=timed)
    assert _best(fitted(events, 12, **EAGER), events) == [missing(user) for user in range(60)]
    assert EXACT_UP_TO > 12


def test_ratings_below_three_stars_are_no_recommendation() -> None:
    events = checkerboard()
    ratings = replace(events, kinds=np.full(len(events), Kind.RATING, np.int8), values=np.full(len(events), 1.0, np.float32))
    assert not fitted(ratings, 12).warm.any()


def test_weaker_behaviour_counts_less() -> None:
    # Thirty customers viewed 0 with 1, thirty bought 0 with 2: 2 follows more strongly from 0.
    viewed = purchases([(user, item, None) for user in range(30) for item in (0, 1)], Kind.VIEW)
    bought = purchases([(user, item, None) for user in range(30, 60) for item in (0, 2)])
    space = fitted(joined(viewed, bought), 3, prior_weight=1e-6)
    scores = space.keys.astype(np.float64) @ space.queries[0].astype(np.float64)
    assert scores[2] > 2 * scores[1] > 0


def test_clicks_years_after_the_imported_file_do_not_spoil_the_trend() -> None:
    rows = [(user, item, 0.0 if item < 2 else 350.0) for user in range(40) for item in (0, 1, 2)]
    later = purchases([(0, 0, 3000.0)], Kind.CLICK)
    assert fitted(joined(purchases(rows), later), 3, now=350, trend_power=1.0).trend.argmax() == 2


def test_what_rises_scores_higher_than_its_twin() -> None:
    # Items 1 and 2 are bought with 0 equally often; 2 only lately.
    rows = [(user, item, 0.0 if item < 2 else 350.0) for user in range(40) for item in (0, 1, 2)]
    space = fitted(purchases(rows), 3, trend_power=1.0, **EAGER)
    assert space.trend[2] > 1 > space.trend[1]
    scores = space.keys[:, :-2].astype(np.float64) @ space.queries[0, :-2].astype(np.float64)
    assert scores[2] > scores[1] > 0
    assert fitted(purchases(rows), 3, trend_power=0.0, **EAGER).trend.tolist() == [1.0, 1.0, 1.0]


def test_texts_alone_are_queries_and_keys() -> None:
    texts = unit_texts(5)
    space = fitted(NOTHING, 5, texts)
    assert not space.collaborative
    np.testing.assert_allclose(space.keys[:, :16], texts, atol=1e-6)
    np.testing.assert_array_equal(space.queries[:, :16], texts)
    np.testing.assert_allclose(space.place(texts[:2], Progress()), space.keys[:2], atol=1e-6)


def test_ten_customers_are_texts_and_popularity() -> None:
    events = checkerboard(users=10)
    space = fitted(events, 12, unit_texts(12))
    assert not space.collaborative
    popularity = space.keys[:, -2] / space.keys[:, -2].max()
    assert (popularity > 0).all()
    np.testing.assert_allclose(space.keys[:, :16] / np.linalg.norm(space.keys[:, :16], axis=1)[:, None], space.texts, atol=1e-5)


def test_popularity_alone_without_texts_and_customers() -> None:
    events = purchases([(0, 1, None), (1, 1, None), (2, 0, None)])
    space = fitted(events, 3)
    assert space.width == 2
    np.testing.assert_allclose(space.keys[:, 0], [0.5, 1.0, 0.0], atol=1e-6)


@pytest.mark.parametrize("items", [0, 1, 2])
@pytest.mark.parametrize("users", [0, 1, 2, 30])
@pytest.mark.parametrize("text_width", [0, 4])
def test_extreme_sizes(items: int, users: int, text_width: int) -> None:
    events = purchases([(user, item, 1.0) for user in range(users) for item in range(items)])
    space = fitted(events, items, unit_texts(items, text_width) if text_width else None)
    assert space.keys.shape == space.queries.shape == (items, space.width)
    np.testing.assert_allclose(np.linalg.norm(space.keys, axis=1), 1.0, atol=1e-6)
    assert np.isfinite(space.keys).all()
    assert np.isfinite(space.queries).all()


def test_width_is_kept_to() -> None:
    space = fitted(checkerboard(), 12, unit_texts(12, 300), width=8, **EAGER)
    assert space.keys.shape == (12, 8)


def test_order_of_users_and_repetition_change_nothing() -> None:
    events = random_events(50, 20, 600)
    renamed = replace(events, user_keys=1000 - events.user_keys)
    twice = joined(renamed, renamed).select(np.random.default_rng(0).permutation(1200))
    one, other = fitted(events, 20, unit_texts(20)), fitted(twice, 20, unit_texts(20))
    np.testing.assert_allclose(one.keys @ one.queries.T, other.keys @ other.queries.T, atol=1e-5)
    np.testing.assert_array_equal(one.trend, other.trend)


def test_permuting_items_permutes_the_space() -> None:
    events, texts, order = random_events(50, 20, 600), unit_texts(20), np.random.default_rng(3).permutation(20)
    blank = [""] * 20
    one = fitted(events, 20, texts)
    other = fit_space(order, TextChannels.of_model(texts[order], 20), blank, blank, events, NOW, SpaceSettings(), Progress())
    np.testing.assert_allclose((one.keys @ one.queries.T)[np.ix_(order, order)], other.keys @ other.queries.T, atol=1e-5)
    np.testing.assert_allclose(one.keys[order, -2], other.keys[:, -2], atol=1e-6)


def test_cancel_is_heard_at_every_report() -> None:
    seen = 0

    class Stop(Progress):
        def raise_if_cancelled(self) -> None:
            nonlocal seen
            seen += 1
            if seen > self.limit:
                raise Cancelled

    progress, texts = Stop(), TextChannels.of_model(unit_texts(12), 12)
    for limit in range(0, 12, 3):
        seen, progress.limit = 0, limit  # type: ignore[attr-defined]  # set on the test's own class
        with pytest.raises(Cancelled):
            fit_space(np.arange(12), texts, [""] * 12, [""] * 12, checkerboard(items=10), NOW, SpaceSettings(), progress)
