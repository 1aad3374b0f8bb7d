"""The table behind "Why this?": exact shares that add up."""

from __future__ import annotations

import pytest
from pytestqt.modeltest import ModelTester

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Item
from recsys_desktop.domain.texts import message
from recsys_desktop.services.reasons import Reason
from recsys_desktop.services.recommending import Recommendation
from recsys_desktop.ui.models.reasons import Column, ReasonModel

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
