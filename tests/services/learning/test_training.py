"""Training, its gate and the switch, on a shop of four tastes, with a tiny model that does not know them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import CurvePoint, FeedbackKind, Interaction, InteractionArrays, Item, Kind
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Cancelled, Progress
from recsys_desktop.engine.training import slices as slicing
from recsys_desktop.engine.training import trainer
from recsys_desktop.services import encoding
from recsys_desktop.services.fitting import load_current, prepare
from recsys_desktop.services.learning import training
from recsys_desktop.services.learning.judgement import Judgement, verdict_of_run
from recsys_desktop.services.learning.model_versions import is_refused
from recsys_desktop.services.learning.training import TrainingPlan, activate, train
from recsys_desktop.services.shop import Shop, open_shop
from recsys_desktop.store.staging import Staging
from tests.language_models import write_tiny_model
from tests.services.shops import DAY, START

#: Adjectives of four tastes; each stands with every thing, whose name fills most of the title: titles that are alike say nothing
#: about taste until it is learnt which word does.
TASTES = (
    ("rustic", "wooden", "woven", "clay", "linen"),
    ("neon", "chrome", "laser", "glossy", "acid"),
    ("lace", "rose", "pearl", "satin", "ivory"),
    ("camping", "steel", "folding", "tough", "khaki"),
)
THINGS = ("mug", "plate", "lantern", "candle", "towel", "bowl", "lamp", "box")
CUSTOMERS, WEEKS = 240, 20


def taste_shop(folder: Path) -> Shop:
    """160 products, "rustic mug mug mug ..." (24 times); a customer buys one product a week, nine times of ten to the one taste."""
    random = np.random.default_rng(0)
    shop = open_shop(folder)
    tastes = [[_item(word, thing) for word in words for thing in THINGS] for words in TASTES]
    bought = []
    for customer in range(CUSTOMERS):
        for week in range(WEEKS):
            taste = customer % 4 if random.random() < 0.9 else int(random.integers(4))
            item = tastes[taste][int(random.integers(40))]
            time = START + 7 * DAY * week + 60 * customer
            bought.append(Interaction(UserId(f"c{customer:03d}"), item.item_id, Kind.PURCHASE, time=time))
    with Staging(shop.database) as staging:
        staging.add_items([item for items in tastes for item in items])
        staging.add_interactions(bought)
        staging.merge(Progress())
    return shop


def _item(word: str, thing: str) -> Item:
    return Item(ItemId(f"{word}-{thing}"), " ".join([word, *[thing] * 24]))


@pytest.fixture(scope="module")
def tiny_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    words = [word for words in TASTES for word in words]
    return write_tiny_model(tmp_path_factory.mktemp("model") / "tiny", [*words, *THINGS, "bought", ",", ";"])


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory, tiny_folder: Path) -> Path:
    """The folder of the prepared shop."""
    folder = tmp_path_factory.mktemp("prepared") / "shop"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("recsys_desktop.engine.text.encoder.bundled_folder", lambda: tiny_folder)
        made = taste_shop(folder)
        prepare(made, Progress())
        made.close()
    return folder


@pytest.fixture
def shop(tmp_path: Path, prepared: Path, tiny_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shop]:
    """A copy of the prepared shop; the tiny model stands in for the bundled one."""
    monkeypatch.setattr("recsys_desktop.engine.text.encoder.bundled_folder", lambda: tiny_folder)
    shutil.copytree(prepared, tmp_path / "店铺")
    copied = open_shop(tmp_path / "店铺")
    yield copied
    copied.close()


@pytest.fixture
def always_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a training brings is kept, so that one round will do."""
    monkeypatch.setattr(Judgement, "better", True)


def shuffled(behaviour: InteractionArrays, seed: int) -> InteractionArrays:
    """The same behaviour with the products dealt out anew: nothing can be learnt from it."""
    dealt = np.random.default_rng(seed).permutation(behaviour.item_keys)
    return InteractionArrays(behaviour.user_keys, dealt, behaviour.kinds, behaviour.values, behaviour.quantities, behaviour.times)


def poison(monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    """Shuffle who bought what before it is cut: nothing can be learnt, and whatever a training changes is neither good nor bad."""
    cut = slicing.slice_behaviour
    monkeypatch.setattr(slicing, "slice_behaviour", lambda events, feedback: cut(shuffled(events, seed), feedback))


def test_which_words_please_alike_is_learnt_and_kept(shop: Shop) -> None:
    points: list[object] = []
    report = train(shop, TrainingPlan(), Progress(None, points.append))
    assert report.kept
    assert report.difference[1] > 0
    assert report.model_version == shop.model_versions.active().number == 2
    curves = {point.curve for point in points if isinstance(point, CurvePoint)}
    assert curves == {"loss", "ndcg@10", "recall@10"}
    assert any("encoder.layer" in change.name and change.norm_of_change > 0 for change in report.parameters)
    # At one stroke: model, vectors, lists.
    current = load_current(shop)
    assert current is not None
    assert current.model_version == 2
    keys, _, matrix = shop.vectors.load(2)
    share = current.space.settings.letters_share  # the self-fit may have letters join
    np.testing.assert_allclose(current.space.texts[:, : matrix.shape[1]], np.sqrt(1.0 - share) * matrix, atol=1e-6)
    assert len(keys) == 160
    (run, *_) = shop.runs.list(1)
    assert (run.kind, run.model_version, run.result["kept"]) == ("training", 2, True)
    assert [point for point in shop.runs.points(run.number) if point.curve == "loss"]


@pytest.mark.usefixtures("always_kept")
def test_going_back_brings_the_first_model_back(shop: Shop) -> None:
    before = np.asarray(load_current(shop).space.texts).copy()  # type: ignore[union-attr]  # prepared
    train(shop, TrainingPlan(epochs=1), Progress())
    assert not np.array_equal(np.asarray(load_current(shop).space.texts), before)  # type: ignore[union-attr]  # prepared
    activate(shop, 1, Progress())
    current = load_current(shop)
    assert current is not None
    assert current.model_version == shop.model_versions.active().number == 1
    np.testing.assert_array_equal(np.asarray(current.space.texts), before)
    activate(shop, 2, Progress())
    assert shop.model_versions.active().number == 2


def test_a_poisoned_training_is_recorded_and_not_used(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    # By the rule one in forty such trainings is kept by chance, seed 0 now and then: the slow test looks at ten.
    poison(monkeypatch, 2)
    report = train(shop, TrainingPlan(), Progress())
    assert not report.kept
    assert report.model_version == shop.model_versions.active().number == 1
    assert (report.learnt, report.previous) == (2, 1)
    (aside, _) = shop.model_versions.list()
    assert (aside.number, is_refused(aside)) == (2, True)
    (run, *_) = shop.runs.list(1)
    assert run.result["kept"] is False
    assert run.model_version is None
    assert verdict_of_run(run.result) == report.verdict
    # Whoever wants it all the same may have it, until another training has come to its end.
    activate(shop, 2, Progress())
    activate(shop, 1, Progress())
    again = train(shop, TrainingPlan(epochs=1), Progress())
    assert again.learnt == 3
    assert [version.number for version in shop.model_versions.list()] == [3, 1]
    assert len(list(shop.models_dir.iterdir())) == 1
    assert run.finished is not None
    assert shop.runs.points(run.number)


@pytest.mark.slow
def test_poisoned_trainings_are_refused(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = 0
    for seed in range(10):
        with monkeypatch.context() as patch:
            poison(patch, seed)
            report = train(shop, TrainingPlan(seed=seed), Progress())
            kept += report.kept
            if report.kept:
                activate(shop, 1, Progress())
    assert kept <= 1


def test_too_little_behaviour_is_said_before_anything_starts(shop: Shop) -> None:
    small = open_shop(shop.data_dir / "small")
    small.catalogue.upsert([Item(ItemId("a"), "red mug"), Item(ItemId("b"), "blue mug")])
    small.users.add(UserId("u"))
    small.interactions.add_many([Interaction(UserId("u"), ItemId("a"), Kind.PURCHASE, time=START)])
    with pytest.raises(RecsysError) as caught:
        train(small, TrainingPlan(), Progress())
    assert caught.value.code == "too_little_to_train"
    assert small.model_versions.active().number == 1
    small.close()


def test_a_cancel_leaves_the_model_in_use(shop: Shop) -> None:
    progress = Progress()
    progress._on_partial = lambda point: progress.cancel() if isinstance(point, CurvePoint) and point.step == 2 else None
    with pytest.raises(Cancelled):
        train(shop, TrainingPlan(), progress)
    assert [version.number for version in shop.model_versions.list()] == [1]
    assert not shop.models_dir.exists()


def _stop_at(step: int) -> Progress:
    progress = Progress()
    progress._on_partial = lambda point: progress.cancel() if isinstance(point, CurvePoint) and point.step == step else None
    return progress


def test_a_training_that_was_broken_off_goes_on(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[int] = []
    step = trainer._Run.take_step
    monkeypatch.setattr(trainer._Run, "take_step", lambda run: (started.append(run.step), step(run))[1])
    with pytest.raises(Cancelled):
        train(shop, TrainingPlan(epochs=2), _stop_at(11))
    assert started == list(range(12))  # heard before the twelfth step is taken
    assert (shop.data_dir / training.CHECKPOINT).exists()
    started.clear()
    report = train(shop, TrainingPlan(epochs=2), Progress())
    assert started == list(range(8, 16))  # eight steps a round, validated after each
    losses = [point.step for point in shop.runs.points(shop.runs.list(1)[0].number) if point.curve == "loss"]
    assert losses == list(range(1, 17))
    assert report.seconds > 0
    assert not (shop.data_dir / training.CHECKPOINT).exists()


def test_what_staff_said_meanwhile_makes_it_another_training(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Cancelled):
        train(shop, TrainingPlan(epochs=2), _stop_at(11))
    item = shop.catalogue.page("", 1, None)[0].item_id
    shop.feedback.append(UserId("c000"), item, FeedbackKind.LIKE, None, START, 1)
    first: list[int] = []
    step = trainer._Run.take_step
    monkeypatch.setattr(trainer._Run, "take_step", lambda run: (first.append(run.step), step(run))[1])
    train(shop, TrainingPlan(epochs=1), Progress())
    assert first[0] == 0


def test_a_killed_training_loses_nothing_confirmed(shop: Shop, tiny_folder: Path) -> None:
    """A process of its own trains and is killed at its eleventh step, as by a power cut."""
    item = shop.catalogue.page("", 1, None)[0].item_id
    shop.feedback.append(UserId("c000"), item, FeedbackKind.LIKE, None, START, 1)
    program = (
        "import os, sys; from pathlib import Path; from recsys_desktop.domain.progress import Progress; "
        "from recsys_desktop.services.shop import open_shop; "
        "from recsys_desktop.services.learning.training import TrainingPlan, train; "
        "import recsys_desktop.engine.text.encoder as encoder; "
        "encoder.bundled_folder = lambda: Path(sys.argv[2]); "
        "train(open_shop(Path(sys.argv[1])), TrainingPlan(epochs=2), "
        "Progress(None, lambda point: os.kill(os.getpid(), 9) if point.step == 11 else None))"
    )
    shop.close()
    killed = subprocess.run([sys.executable, "-c", program, str(shop.data_dir), str(tiny_folder)], check=False, timeout=120)
    assert killed.returncode == -9
    again = open_shop(shop.data_dir)
    assert [version.number for version in again.model_versions.list()] == [1]
    assert [given.item_id for given in again.feedback.of_user(UserId("c000"))] == [item]
    assert load_current(again) is not None
    assert (again.data_dir / training.CHECKPOINT).exists()
    train(again, TrainingPlan(epochs=2), Progress())
    assert not (again.data_dir / training.CHECKPOINT).exists()
    again.close()


@pytest.mark.usefixtures("always_kept")
def test_a_failing_switch_leaves_nothing_behind(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    def full_disk(*_: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(training, "fit", full_disk)
    with pytest.raises(OSError, match="no space"):
        train(shop, TrainingPlan(epochs=1), Progress())
    assert [version.number for version in shop.model_versions.list()] == [1]
    assert list(shop.models_dir.iterdir()) == []
    assert len(shop.vectors.load(2)[0]) == 0


def test_every_training_starts_from_the_first_model(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    number = shop.model_versions.add("second", "models/second", 1, {}).number
    third = shop.model_versions.add("third", "models/third", number, {})
    loaded: list[int] = []
    load = encoding.load_encoder
    monkeypatch.setattr(training, "load_encoder", lambda shop, version: (loaded.append(version), load(shop, version))[1])
    assert training._root(shop, third).number == 1
    train(shop, TrainingPlan(epochs=1), Progress())
    assert loaded == [1]
