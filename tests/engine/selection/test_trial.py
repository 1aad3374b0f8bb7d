from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from recsys_desktop.domain.entities import Int64Array
from recsys_desktop.domain.progress import Progress
from recsys_desktop.engine.evaluation import judge
from recsys_desktop.engine.history import Histories
from recsys_desktop.engine.profile import user_vectors
from recsys_desktop.engine.ranker import top_k_many
from recsys_desktop.engine.selection.folds import Fold, make_folds
from recsys_desktop.engine.selection.trial import WarmTrial, latest_of_each
from recsys_desktop.engine.space_settings import SpaceSettings
from recsys_desktop.engine.text.channels import TextChannels
from tests.engine.shops import DAY, fitted, purchases, random_events, unit_texts

ITEMS = 40
KEYS = np.arange(ITEMS)


def _fold() -> Fold:
    return make_folds(random_events(120, ITEMS, 2400), KEYS, 1, 1_000).each[0]


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"trend_power": 1.0, "prior_weight": 0.5},
        {"occasion_power": 0.75, "sequence_weight": 1.0, "sequence_regularisation": 10.0},
        {"regularisation": 20.0, "text_weight": 0.0, "prior_fading": 0.0},
    ],
)
@pytest.mark.parametrize("exact", [True, False])
def test_a_trial_ranks_as_the_space_of_the_same_settings(
    changes: dict[str, float], exact: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not exact:
        monkeypatch.setattr("recsys_desktop.engine.operators.factors.EXACT_UP_TO", 0)
        monkeypatch.setattr("recsys_desktop.engine.operators.sequence.EXACT_UP_TO", 0)
    fold, texts = _fold(), unit_texts(ITEMS)
    settings = replace(SpaceSettings(), **changes)  # type: ignore[arg-type]  # the fields are floats
    values = WarmTrial(fold, KEYS, TextChannels.of_model(texts, ITEMS), 60.0).ndcg(settings, Progress())
    space = fitted(fold.split.fit, ITEMS, texts, now=fold.now / DAY, **changes)
    histories = Histories.from_arrays(fold.split.fit, KEYS, fold.now, settings.fading(60.0))
    places = histories.positions(fold.targets.user_keys)
    seen: list[Int64Array] = [histories.rows_of_each()[place] for place in places]
    lists, _ = top_k_many(space.keys, user_vectors(space, histories)[places], 20, seen, Progress())
    np.testing.assert_allclose(values, judge(lists, fold.targets)["ndcg@10"], atol=1e-9)


def test_the_latest_events_of_each_user() -> None:
    events = purchases([(1, 0, 5.0), (2, 1, 1.0), (1, 2, 4.0), (1, 3, 5.0), (3, 4, None), (3, 5, None)])
    assert latest_of_each(events, 1).item_keys.tolist() == [1, 3, 5]
    assert latest_of_each(events, 2).item_keys.tolist() == [0, 1, 3, 4, 5]


def test_of_newcomers_only_the_latest_events_are_known() -> None:
    fold = _fold()
    trial = WarmTrial(fold, KEYS, TextChannels.of_model(unit_texts(ITEMS), ITEMS), 60.0)
    few = trial.ndcg(SpaceSettings(prior_weight=0.5), Progress(), 2)
    assert few.shape == (len(fold.targets),)
    assert not np.allclose(few, trial.ndcg(SpaceSettings(prior_weight=0.5), Progress()))
