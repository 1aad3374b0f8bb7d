"""The window for handing out: what is chosen is shown first, written to a file or copied, and can be forgotten again."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.rules import Rules, Scenario
from recsys_desktop.services.handing.hand_outs import Wish
from recsys_desktop.services.listing.scenarios import save
from recsys_desktop.ui.dialogs.hand_out import HandOutDialog
from recsys_desktop.ui.widgets.copying import let_copy
from recsys_desktop.ui.workplace import Notice, Workplace

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the off-screen platform


def shown(qtbot: QtBot, workplace: Workplace, wish: Wish | None = None) -> HandOutDialog:
    dialog = HandOutDialog(workplace, None, wish)
    qtbot.addWidget(dialog)
    dialog.show()
    settle(qtbot, workplace)
    return dialog


def settle(qtbot: QtBot, workplace: Workplace) -> None:
    qtbot.waitUntil(lambda: not workplace.runner.jobs)


def cell(dialog: HandOutDialog, row: int, column: int) -> str:
    return dialog.preview.table.item(row, column).text()


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_mailing_is_seen_saved_and_forgotten(qtbot: QtBot, stocked: Workplace, tmp_path: Path) -> None:
    dialog = shown(qtbot, stocked)
    notices: list[Notice] = []
    stocked.notified.connect(notices.append)
    assert dialog.preview.caption.text() == "60 customers. First rows:"
    first = cell(dialog, 0, 1)
    path = tmp_path / "m.csv"
    dialog.save_to(path)
    settle(qtbot, stocked)
    assert dialog.remark.text() == "m.csv holds 60 customers, one in each row."
    assert dialog.open_file.isVisible()
    assert rows_of(path)[0]["product_1_id"] == first
    assert cell(dialog, 0, 1) != first
    (notice,) = notices
    assert notice.undo is not None
    notice.undo()
    settle(qtbot, stocked)
    dialog.look()
    settle(qtbot, stocked)
    assert cell(dialog, 0, 1) == first


def test_only_what_concerns_a_hand_out_is_asked(qtbot: QtBot, stocked: Workplace) -> None:
    dialog = shown(qtbot, stocked)
    options = dialog.options
    seen = {
        "mailing": (True, True, False, False, False),
        "page": (True, True, False, False, False),
        "audience": (False, False, True, True, False),
        "price_drop": (False, False, False, True, False),
        "similar": (False, True, False, False, True),
    }
    for what, expected in seen.items():
        dialog.choose(what)  # type: ignore[arg-type]  # words of the literal
        controls = (options.scenario, options.products, options.product, options.customers, options.platform)
        assert tuple(control.isVisible() for control in controls) == expected, what
    settle(qtbot, stocked)


def test_nothing_is_saved_where_there_is_nothing(qtbot: QtBot, stocked: Workplace) -> None:
    dialog = shown(qtbot, stocked, Wish("price_drop"))
    assert not dialog.save_button.isEnabled()
    dialog.choose("audience")
    settle(qtbot, stocked)
    assert not dialog.save_button.isEnabled()
    product = stocked.shop.catalogue.get(ItemId("g0"))
    assert product is not None
    dialog.options.show_product(product)
    dialog.look()
    settle(qtbot, stocked)
    assert dialog.save_button.isEnabled()
    assert {cell(dialog, row, 0) for row in range(5)} == {"u01", "u07", "u13", "u19", "u25"}


def test_opened_for_a_product(qtbot: QtBot, stocked: Workplace) -> None:
    dialog = shown(qtbot, stocked, Wish("audience", item_id=ItemId("g0")))
    assert dialog.options.product.text() == "Clay pot"
    assert cell(dialog, 0, 2) == "Clay pot"


def test_opened_for_one_customer(qtbot: QtBot, stocked: Workplace, tmp_path: Path) -> None:
    dialog = shown(qtbot, stocked, Wish("page", users=(UserId("u07"),)))
    assert not dialog.options.whom.isVisible()
    dialog.save_to(tmp_path / "p.html")
    settle(qtbot, stocked)
    assert dialog.remark.text() == "p.html holds the lists of 1 customers."
    assert "For u07" in (tmp_path / "p.html").read_text(encoding="utf-8")
    dialog.copy()
    settle(qtbot, stocked)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "customer\tplace\tproduct_id\ttitle\tprice\tlink"
    assert lines[1] == "u07\t1\tg0\tClay pot\t£1.00\t"
    assert len(lines) == 6


def test_a_scenario_for_mailings_is_chosen_by_itself(qtbot: QtBot, stocked: Workplace) -> None:
    save(stocked.shop, Scenario("E-mail", Rules(blocked=(ItemId("g0"),))))
    dialog = shown(qtbot, stocked, Wish("mailing", users=(UserId("u07"),)))
    assert dialog.wish.scenario == "E-mail"
    named = {cell(dialog, 0, column) for column in range(1, 26, 5)}
    assert "g0" not in named


def test_all_rows_are_copied(qtbot: QtBot, stocked: Workplace) -> None:
    dialog = shown(qtbot, stocked, Wish("similar"))
    dialog.copy()
    settle(qtbot, stocked)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].startswith("product_id\ttitle\tproduct_1_id")
    assert len(lines) == 13
    assert dialog.remark.text() == "12 rows are on the clipboard: paste them into a spreadsheet."


def test_addresses_from_a_file(qtbot: QtBot, stocked: Workplace, tmp_path: Path) -> None:
    path = tmp_path / "customers.csv"
    path.write_text("customer,email\nu07,ann@example.org\nu08,bob@example.org\n")
    dialog = shown(qtbot, stocked)
    dialog.read_addresses(path)
    settle(qtbot, stocked)
    assert dialog.options.addresses.text() == "2 addresses"
    dialog.look()
    settle(qtbot, stocked)
    assert dialog.preview.caption.text() == "2 customers. First rows:"
    assert (cell(dialog, 0, 0), cell(dialog, 0, 1)) == ("u07", "ann@example.org")
    dialog.choose("page")
    assert not dialog.wish.addresses
    dialog.choose("mailing")
    assert len(dialog.wish.addresses) == 2
    settle(qtbot, stocked)


def test_ctrl_c_copies_the_chosen_rows_with_their_headings(qtbot: QtBot) -> None:
    table = QTableWidget(2, 2)
    qtbot.addWidget(table)
    table.setHorizontalHeaderLabels(["Name", "Note"])
    for row, cells in enumerate((("Tea", "=1+1"), ("Mug", "two\nlines"))):
        for column, text in enumerate(cells):
            table.setItem(row, column, QTableWidgetItem(text))
    action = let_copy(table)
    action.trigger()
    assert QGuiApplication.clipboard().text() == "Name\tNote\nTea\t'=1+1\nMug\ttwo lines\n"
    table.selectRow(1)
    action.trigger()
    assert QGuiApplication.clipboard().text() == "Name\tNote\nMug\ttwo lines\n"


def test_a_report_on_paper(qtbot: QtBot, stocked: Workplace, tmp_path: Path) -> None:
    dialog = shown(qtbot, stocked, Wish("report"))
    assert dialog.save_button.isEnabled()
    assert not dialog.copy_button.isVisible()
    dialog.save_to(tmp_path / "r.pdf")
    settle(qtbot, stocked)
    assert dialog.remark.text() == "r.pdf is ready to be printed."
    assert (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF-")


def test_a_closed_window_goes_once_its_file_is_written(qtbot: QtBot, stocked: Workplace, tmp_path: Path) -> None:
    dialog = HandOutDialog(stocked)
    dialog.show()
    settle(qtbot, stocked)
    gone: list[bool] = []
    dialog.destroyed.connect(lambda: gone.append(True))
    job = dialog.save_to(tmp_path / "m.csv")
    dialog.reject()
    job.cancel()
    settle(qtbot, stocked)
    qtbot.waitUntil(lambda: bool(gone))
