"""One of two lists beside each other."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Item
from recsys_desktop.ui.models.compared import ComparedModel, ComparedPlace

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(
    ("rank", "other", "mark"),
    [
        (1, None, "only in this list"),
        (2, 2, "same place"),
        (2, 3, "1 place higher"),
        (3, 2, "1 place lower"),
        (1, 9, "8 places higher"),
        (9, 1, "8 places lower"),
    ],
)
def test_marks(rank: int, other: int | None, mark: str) -> None:
    assert ComparedPlace(rank, Item(ItemId("a"), "A"), other).mark == mark


def test_a_row_is_spoken_whole() -> None:
    model = ComparedModel()
    model.show([ComparedPlace(3, Item(ItemId("a"), "Tea <i>towel</i>"), 1)])
    index = model.index(0)
    assert index.data() == "Tea <i>towel</i>"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "3. Tea <i>towel</i>, 2 places lower"
