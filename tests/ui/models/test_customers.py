"""The customer list: pages of growing length, rows added without losing the selection."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.columns import UserId
from recsys_desktop.ui.models.customers import FIRST_PAGE, GROWTH, CustomerListModel

pytestmark = pytest.mark.usefixtures("qapp")


def _ids(count: int) -> list[UserId]:
    return [UserId(f"C-{number:06d}") for number in range(count)]


def _shown(model: CustomerListModel) -> list[object]:
    return [model.index(row).data() for row in range(model.rowCount())]


def test_keeps_the_rules_of_models(qtmodeltester: ModelTester) -> None:
    model = CustomerListModel()
    model.show(_ids(FIRST_PAGE), FIRST_PAGE)
    qtmodeltester.check(model)


def test_reaches_100_000_customers_in_six_pages(qtbot: QtBot) -> None:
    everyone = _ids(100_000)
    model = CustomerListModel()
    model.show(everyone[:FIRST_PAGE], FIRST_PAGE)
    pages = 1
    while model.canFetchMore(QModelIndex()):
        with qtbot.waitSignal(model.more_wanted) as wanted:
            model.fetchMore(QModelIndex())
        assert not model.canFetchMore(QModelIndex()), "one page at a time"
        [limit] = wanted.args
        model.show(everyone[:limit], limit)
        pages += 1
    assert model.rowCount() == 100_000
    assert pages == 6
    assert FIRST_PAGE * GROWTH**4 < 100_000 <= FIRST_PAGE * GROWTH**5


def test_a_longer_answer_adds_rows_and_resets_nothing(qtbot: QtBot) -> None:
    model = CustomerListModel()
    model.show(_ids(2), 2)
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    with qtbot.waitSignal(model.rowsInserted) as inserted:
        model.show(_ids(5), 8)
    assert inserted.args[1:] == [2, 4]
    assert resets == []
    assert _shown(model) == ["C-000000", "C-000001", "C-000002", "C-000003", "C-000004"]
    assert not model.canFetchMore(QModelIndex()), "fewer than asked for: that is all there are"


def test_another_search_replaces_all_rows(qtbot: QtBot) -> None:
    model = CustomerListModel()
    model.show(_ids(3), FIRST_PAGE)
    with qtbot.waitSignal(model.modelReset):
        model.show([UserId("客户 7")], FIRST_PAGE)
    assert _shown(model) == ["客户 7"]


def test_an_id_is_never_read_as_markup() -> None:
    model = CustomerListModel()
    model.show([UserId("<b>7</b> & co")], FIRST_PAGE)
    assert model.index(0).data() == "<b>7</b> & co"
    assert model.index(0).data(Qt.ItemDataRole.ToolTipRole) == "<p>&lt;b&gt;7&lt;/b&gt; &amp; co</p>"


def test_finds_where_a_customer_stands() -> None:
    model = CustomerListModel()
    model.show(_ids(3), FIRST_PAGE)
    assert model.index_of(UserId("C-000002")).row() == 2
    assert not model.index_of(UserId("C-9")).isValid()
