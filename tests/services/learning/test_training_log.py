"""What the training page reads before anything runs."""

from __future__ import annotations

from pathlib import Path

from recsys_desktop.domain.entities import CurvePoint
from recsys_desktop.services.learning.training_log import answer, training_log
from recsys_desktop.services.shop import Shop


def test_an_untrained_shop_has_the_bundled_model_and_no_runs(tmp_shop_dir: Path) -> None:
    shop = Shop(tmp_shop_dir)
    log = training_log(shop)
    shop.close()
    assert [version.number for version in log.versions] == [1]
    assert log.active.number == 1
    assert (log.runs, log.points, log.time, log.new_feedback, log.interactions) == ((), (), None, 0, 0)


def test_trainings_are_listed_newest_first_without_other_runs(tmp_shop_dir: Path) -> None:
    shop = Shop(tmp_shop_dir)
    first = shop.runs.start("training", {"epochs": 3}, 7)
    shop.runs.add_points(first, [CurvePoint("loss", 1, 2.0)])
    shop.runs.finish(first, {}, None)
    shop.runs.start("evaluation", {}, 0)
    second = shop.runs.start("training", {}, 8)
    shop.runs.add_points(second, [CurvePoint("loss", 1, 1.5), CurvePoint("loss", 2, 1.25)])
    log = training_log(shop)
    shop.close()
    assert [run.number for run in log.runs] == [second, first]
    assert log.points == (CurvePoint("loss", 1, 1.5), CurvePoint("loss", 2, 1.25))
    assert log.time is None  # neither was judged, and nothing was read


def test_a_judged_training_waits_for_an_answer(tmp_shop_dir: Path) -> None:
    shop = Shop(tmp_shop_dir)
    run = shop.runs.start("training", {}, 0)
    shop.runs.finish(run, {"hits": {"new": 1}}, None)
    waiting = training_log(shop).open_result
    assert waiting is not None
    assert waiting.number == run
    answer(shop, run)
    assert training_log(shop).open_result is None
    shop.close()
