"""The table behind "Why this?": exact shares that add up."""

from __future__ import annotations

import pytest
from pytestqt.modeltest import ModelTester

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Item
from recsys_desktop.domain.texts import message
from recsys_desktop.services.listing.reasons import Reason
from recsys_desktop.services.listing.recommending import Counterfactual, Recommendation
from recsys_desktop.ui.models.reasons import BAR_ROLE, Bar, Column, ReasonModel

pytestmark = pytest.mark.usefixtures("qapp")


def _place(*reasons: Reason) -> Recommendation:
    return Recommendation(1, Item(ItemId("x"), "X"), sum(reason.share for reason in reasons), reasons)


def _because(title: str, share: float) -> Reason:
    return Reason("history", ItemId(title), title, share, message("reasons", "Because of {title}").fill(title=title))


POPULAR = Reason("prior", None, "", 0.1, message("reasons", "Sells well now"))


def test_percentages_are_of_the_score_and_add_up(qtmodeltester: ModelTester) -> None:
    model = ReasonModel(_place(_because("Box", 0.3), POPULAR, _because("Mug", -0.1)))
    qtmodeltester.check(model)
    rows = [(model.index(row, Column.REASON).data(), model.index(row, Column.SHARE).data()) for row in range(model.rowCount())]
    assert rows == [
        ("Because of Box", "100.0 %"),
        ("Sells well now", "33.3 %"),
        ("Because of Mug", "-33.3 %"),
    ]
    assert model.together == "100.0 %"


def test_thirds_still_add_up_to_100() -> None:
    model = ReasonModel(_place(_because("A", 0.2), _because("B", 0.2), _because("C", 0.2)))
    assert model.percents == [33.4, 33.3, 33.3]
    assert sum(round(10 * part) for part in model.percents) == 1000


def test_two_hundred_reasons_add_up() -> None:
    model = ReasonModel(_place(*(_because(f"Product {number}", 0.5 / (number + 3)) for number in range(200))))
    assert sum(round(10 * part) for part in model.percents) == 1000


def test_what_brings_nothing_is_left_out() -> None:
    silent = Reason("sentence", None, "", 0.0, message("reasons", "Fits what they did, in words"))
    assert ReasonModel(_place(_because("A", 0.2), silent)).rowCount() == 1


@pytest.mark.parametrize("shares", [(0.1, -0.3), (0.1, -0.1)])
def test_a_score_below_zero_is_told_in_weights(shares: tuple[float, float]) -> None:
    model = ReasonModel(_place(*(_because("AB"[place], share) for place, share in enumerate(shares))))
    sizes = sum(abs(share) for share in shares)
    assert model.percents == [pytest.approx(100 * share / sizes, abs=0.05) for share in shares]
    assert model.sentence.startswith("Little speaks for this product.")


def test_a_reason_without_a_title_is_still_named() -> None:
    model = ReasonModel(_place(_because("", 0.2)))
    assert model.index(0, Column.REASON).data() == "A product that has left the catalogue"


def test_each_bar_begins_where_the_one_before_it_ends() -> None:
    model = ReasonModel(_place(_because("Box", 0.3), POPULAR, _because("Mug", -0.1)))
    bars = [model.index(row, Column.BAR).data(BAR_ROLE) for row in range(3)]
    assert [(round(bar.start, 1), round(bar.end, 1), bar.against) for bar in bars] == [
        (0.0, 100.0, False),
        (100.0, 133.3, False),
        (133.3, 100.0, True),
    ]
    assert model.whole == Bar(0.0, 100.0)
    assert model.reach == pytest.approx((0.0, 133.3))


def test_many_small_reasons_are_one_row_until_all_are_wanted() -> None:
    """Of ten reasons seven are named, the rest is 5 + 4 + 3 %; the one against counts by its size."""
    shares = [0.24, 0.19, 0.16, 0.14, 0.12, 0.09, 0.05, 0.04, 0.03]
    model = ReasonModel(_place(*(_because(f"P{n}", share) for n, share in enumerate(shares)), _because("Not", -0.06)))
    rows = [(model.index(row, Column.REASON).data(), model.index(row, Column.SHARE).data()) for row in range(model.rowCount())]
    assert model.folded
    assert len(rows) == 8
    assert rows[6:] == [("Because of Not", "-6.0 %"), ("3 smaller reasons", "12.0 %")]
    assert model.index(7, Column.BAR).data(BAR_ROLE).end == pytest.approx(100.0)
    model.unfold()
    assert model.rowCount() == 10
    assert not model.folded


@pytest.mark.parametrize(
    ("ranks", "cell", "sentence"),
    [
        (Counterfactual(3, 41), "3 → 41", "Without Box it would fall from place 3 to 41."),
        (Counterfactual(3, 2), "3 → 2", "Without Box it would rise from place 3 to 2."),
        (Counterfactual(3, 3), "3 → 3", "Without Box it would still be in place 3."),
    ],
)
def test_where_it_would_stand_without(ranks: Counterfactual, cell: str, sentence: str) -> None:
    model = ReasonModel(_place(_because("Box", 0.3), POPULAR), askable=True)
    assert [model.index(row, Column.WITHOUT).data() for row in (0, 1)] == ["Without it?", ""]
    assert model.question_at(model.index(0, 0)) == "Box"
    assert model.question_at(model.index(1, 0)) is None
    assert model.show_without(ItemId("Box"), ranks) == sentence
    assert model.index(0, Column.WITHOUT).data() == cell
    assert model.question_at(model.index(0, 0)) is None


def test_nothing_can_be_asked_without_a_customer() -> None:
    model = ReasonModel(_place(_because("Box", 0.3)))
    assert model.index(0, Column.WITHOUT).data() == ""
    assert model.question_at(model.index(0, 0)) is None
