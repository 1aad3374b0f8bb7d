"""What a replay found is said as the counts beside it have it."""

from __future__ import annotations

import pytest

from recsys_desktop.services.learning.evaluation_log import Interval, verdict_of

ABOVE, BELOW, AROUND = (0.1, 0.05, 0.15), (-0.1, -0.15, -0.05), (0.01, -0.02, 0.04)


@pytest.mark.parametrize(
    ("customers", "ours", "popularity", "difference", "begins"),
    [
        (184, 98, 71, ABOVE, "Yes: 98 of 184 customers"),
        (184, 71, 71, ABOVE, "Partly: 71 of 184 customers"),  # as many, higher up
        (184, 60, 71, BELOW, "No: 60 of 184 customers"),
        (184, 72, 71, AROUND, "Not clear yet: 72 of 184 customers"),
        (8, 8, 8, ABOVE, "Not clear yet: 8 of 8 customers"),
        (19, 12, 5, ABOVE, "Not clear yet: 12 of 19 customers"),
        (20, 12, 5, ABOVE, "Yes: 12 of 20 customers"),
        (19, 5, 12, BELOW, "Not clear yet: 5 of 19 customers"),
    ],
)
def test_the_verdict_agrees_with_its_counts(customers: int, ours: int, popularity: int, difference: Interval, begins: str) -> None:
    sentence = str(verdict_of(customers, {"ours": ours, "popularity": popularity}, difference))
    assert sentence.startswith(begins)
    assert f"with a bestseller list {popularity}." in sentence
