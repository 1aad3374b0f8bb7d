"""Reasons as one line of a card."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recsys_desktop.services.listing.list_steps import FIRST, FROM_SENTENCE, LIFTED
from recsys_desktop.services.listing.reasons import rule_reasons
from recsys_desktop.ui.widgets.customers.reason_words import because, weights, why_here
from tests.ui.widgets.places import because as reason
from tests.ui.widgets.places import place, popular

pytestmark = pytest.mark.usefixtures("qapp")


def test_names_the_strongest_first() -> None:
    reasons = (reason("Mug", 0.1), reason("Box", 0.3), popular(0.2))
    assert because(reasons) == "Because of Box · Sells well now · Mug"


def test_names_no_more_than_three_and_nothing_small() -> None:
    many = tuple(reason(f"P{number}", 0.2 - number / 100) for number in range(10))
    assert because(many) == "Because of P0 · P1 · P2"
    assert because((reason("Box", 0.96), reason("Mug", 0.04))) == "Because of Box"


def test_does_not_name_what_counts_against() -> None:
    assert because((reason("Box", 0.5), reason("Bin", -0.4))) == "Because of Box"
    assert because((reason("Bin", -0.4),)) == ""


def test_a_product_without_a_title_is_passed_over() -> None:
    assert because((reason("", 0.5), popular(0.3))) == "Sells well now"


def test_what_a_rule_put_there_is_said_first() -> None:
    box = place(1, "Pan", reason("Box", 0.5))
    assert why_here(replace(box, step=FIRST)) == "You put this product first · Because of Box"
    lifted = replace(box, step=LIFTED, reasons=(*box.reasons, *rule_reasons(0.9, 0.0)))
    assert why_here(lifted) == "Your rules brought it into the list · Because of Box"
    assert why_here(replace(lifted, step=FROM_SENTENCE)) == "Your rules recommend it more · Box"
    assert why_here(replace(box, step=FIRST, reasons=())) == "You put this product first"
    assert why_here(replace(box, step=FROM_SENTENCE)) == why_here(box) == "Because of Box"


def test_weights_of_a_bar() -> None:
    parts, rest = weights((reason("Box", 0.3), popular(0.2), *(reason(f"P{number}", 0.02) for number in range(25))))
    assert parts == pytest.approx([0.3, 0.2])
    assert rest == pytest.approx(0.5)
    assert weights(()) == ([], 0.0)
    assert weights((reason("Bin", -0.1),)) == ([], 0.0)
