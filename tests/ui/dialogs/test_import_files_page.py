"""The first step of an import: what a file seems to be, what a person says about it, and what is asked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.progress import Progress
from recsys_desktop.ingest.problems import unreadable_file
from recsys_desktop.ui.dialogs.import_dialog import ImportDialog
from recsys_desktop.ui.operations import importing
from recsys_desktop.ui.operations.found_files import FoundFiles
from recsys_desktop.ui.workplace import Workplace
from tests.ui.dialogs.import_steps import choose, column, note_lines, opened, write_files

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the off-screen platform


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """Small files of all sorts."""
    return write_files(tmp_path)


def test_preview_shows_rows_under_their_headings_with_the_guess_above(
    qtbot: QtBot, workplace: Workplace, files: dict[str, Path]
) -> None:
    dialog = opened(qtbot, workplace, files["products.csv"])
    preview = dialog.files.panel.preview
    assert [preview.horizontalHeaderItem(number).text() for number in range(4)] == ["id", "title", "price", "colour"]
    assert [column(dialog, number).currentText() for number in range(4)] == ["Product number", "Product name", "Price", "not used"]
    assert [preview.item(2, number).text() for number in range(4)] == ["A2", "Blue plate", "4.50", "blue"]
    assert note_lines(dialog) == ["1 row near the top cannot be read and will be skipped.", "1 column is not used: colour"]
    assert dialog.ready
    assert dialog.next.isEnabled()


def test_a_cell_that_cannot_be_read_is_marked_with_its_reason(qtbot: QtBot, workplace: Workplace, files: dict[str, Path]) -> None:
    dialog = opened(qtbot, workplace, files["products.csv"])
    preview = dialog.files.panel.preview
    assert not preview.item(3, 2).icon().isNull()
    assert "x is not a price." in preview.item(3, 2).toolTip()
    assert preview.item(2, 2).icon().isNull()


def test_encoding_and_role_are_found_and_the_encoding_can_be_overruled(
    qtbot: QtBot, workplace: Workplace, files: dict[str, Path]
) -> None:
    dialog = opened(qtbot, workplace, files["orders.csv"])
    settings, preview = dialog.files.panel.settings, dialog.files.panel.preview
    assert (settings.encoding.currentData(), settings.role.currentData()) == ("gb18030", "behaviour")
    assert not settings.encoding.isVisible()  # all is certain
    settings.unfold.click()
    assert settings.encoding.isVisible()
    choose(settings.encoding, "cp1252")
    qtbot.waitUntil(lambda: preview.horizontalHeaderItem(0).text() != "客户编号")
    choose(settings.encoding, "gb18030")
    qtbot.waitUntil(lambda: preview.horizontalHeaderItem(0).text() == "客户编号")
    qtbot.waitUntil(lambda: dialog.ready)


def test_separator_header_line_and_quotation_mark_are_looked_into_at_once(
    qtbot: QtBot, workplace: Workplace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("id~title\nnumber;name\n1;'Cup~a'\n2;'Plate~b'\n3;'Bowl~c'\n", encoding="utf-8")
    dialog = opened(qtbot, workplace, path)
    settings, preview = dialog.files.panel.settings, dialog.files.panel.preview
    choose(settings.delimiter, ";")
    qtbot.waitUntil(lambda: not workplace.runner.jobs)
    settings.header.setValue(2)
    qtbot.waitUntil(lambda: preview.columnCount() == 2 and preview.horizontalHeaderItem(1).text() == "name")
    choose(settings.quote, "'")
    qtbot.waitUntil(lambda: preview.item(1, 1).text() == "Cup~a")
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("~", True))
    choose(settings.delimiter, "other")
    qtbot.waitUntil(lambda: settings.delimiter.currentData() == "~")
    qtbot.waitUntil(lambda: not workplace.runner.jobs)


def test_a_missing_column_blocks_the_import_with_its_reason_until_a_person_says_which_it_is(
    qtbot: QtBot, workplace: Workplace, files: dict[str, Path]
) -> None:
    dialog = opened(qtbot, workplace, files["odd.csv"])
    assert not dialog.next.isEnabled()
    assert "odd.csv has no column for" in dialog.files.panel.problem.text()
    assert dialog.reason.text() == "Mend or remove first: odd.csv"
    choose(column(dialog, 0), "item_id")
    choose(column(dialog, 1), "title")
    qtbot.waitUntil(dialog.next.isEnabled)
    assert dialog.reason.text() == ""
    assert not dialog.files.panel.problem.isVisible()


def test_a_field_moves_from_one_column_to_another(qtbot: QtBot, workplace: Workplace, files: dict[str, Path]) -> None:
    dialog = opened(qtbot, workplace, files["products.csv"])
    choose(column(dialog, 3), "title")
    assert dialog.files.panel.preview.columns() == {"item_id": "id", "price": "price", "title": "colour"}
    assert column(dialog, 1).currentText() == "not used"
    qtbot.waitUntil(lambda: "1 column is not used: title" in note_lines(dialog))


def test_taking_out_a_needed_column_blocks_the_import(qtbot: QtBot, workplace: Workplace, files: dict[str, Path]) -> None:
    dialog = opened(qtbot, workplace, files["products.csv"])
    choose(column(dialog, 1), "")
    assert not dialog.next.isEnabled()
    qtbot.waitUntil(lambda: not workplace.runner.jobs)
    assert not dialog.next.isEnabled()
    assert dialog.files.panel.preview.isVisible()


def test_dates_of_two_meanings_are_asked_with_a_date_of_the_file(
    qtbot: QtBot, workplace: Workplace, files: dict[str, Path]
) -> None:
    dialog = opened(qtbot, workplace, files["spring.csv"])
    question = dialog.files.panel.dates
    assert question.isVisible()
    assert question.sentence.text() == "Which day is 01/02/2018?"
    assert (question.day_first.text(), question.month_first.text()) == ("1 February 2018", "2 January 2018")
    assert dialog.reason.text() == "A question is open about: spring.csv"
    assert not dialog.next.isEnabled()
    question.month_first.click()
    qtbot.waitUntil(dialog.next.isEnabled)
    assert not question.isVisible()
    assert dialog.files.plans[0].conventions.day_first is False
    assert dialog.files.panel.settings.dates.currentData() is False


def test_what_is_said_about_one_file_holds_for_others_with_the_same_columns(
    qtbot: QtBot, workplace: Workplace, files: dict[str, Path], tmp_path: Path
) -> None:
    second = tmp_path / "spring2.csv"
    second.write_bytes(files["spring.csv"].read_bytes())
    dialog = opened(qtbot, workplace, files["spring.csv"], second)
    assert dialog.files.panel.followers.text() == "What you say here holds for 1 more file with the same columns."
    dialog.files.panel.dates.day_first.click()
    qtbot.waitUntil(dialog.next.isEnabled)
    assert [plan.conventions.day_first for plan in dialog.files.plans] == [True, True]


def test_a_known_export_can_be_taken_for_an_unknown_table(qtbot: QtBot, workplace: Workplace, tmp_path: Path) -> None:
    path = tmp_path / "products_export.csv"
    path.write_text(
        "Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Variant SKU,Variant Price,Image Src\n"
        "cup,Cup,<b>Red</b>,Acme,Cups,red,true,C-1,3.50,\njug,Jug,,Acme,Jugs,,true,J-1,9.00,\n",
        encoding="utf-8",
    )
    dialog = opened(qtbot, workplace, path)
    panel = dialog.files.panel
    assert panel.platform.text() == "Shopify products"
    assert [column(dialog, number).currentText() for number in (0, 4, 6)] == ["Product number", "Category", "used, too"]
    choose(panel.settings.platform, "generic")
    qtbot.waitUntil(lambda: not workplace.runner.jobs)
    assert not panel.platform.isVisible()
    choose(panel.settings.platform, None)
    qtbot.waitUntil(panel.platform.isVisible)


def test_settings_of_an_earlier_import_are_remembered_told_and_forgotten(
    qtbot: QtBot, workplace: Workplace, files: dict[str, Path]
) -> None:
    first = opened(qtbot, workplace, files["spring.csv"])
    first.files.panel.dates.month_first.click()
    qtbot.waitUntil(first.next.isEnabled)
    first.start()
    qtbot.waitUntil(first.outcome.isVisible)
    again = opened(qtbot, workplace, files["spring.csv"])
    panel = again.files.panel
    assert again.ready
    assert panel.memory.isVisible()
    assert again.files.plans[0].conventions.day_first is False
    panel.forget.click()
    qtbot.waitUntil(panel.dates.isVisible)
    assert not panel.forget.isVisible()
    assert opened(qtbot, workplace, files["spring.csv"]).files.panel.dates.isVisible()


def test_an_unsure_format_shows_its_best_guess_with_the_settings_at_hand_and_waits_for_a_yes(
    qtbot: QtBot, workplace: Workplace, tmp_path: Path
) -> None:
    path = tmp_path / "stock.txt"
    path.write_text("item:name:price\nA1:Mug, 12:30 cm:4\nA2:Jug:5\nA3:Tray:6\n", encoding="utf-8")
    dialog = opened(qtbot, workplace, path)
    panel = dialog.files.panel
    assert panel.format.isVisible()
    assert panel.settings.delimiter.isVisible()
    assert (panel.settings.delimiter.currentData(), panel.settings.header.value()) == (":", 1)
    assert panel.preview.horizontalHeaderItem(1).text() == "name"
    assert dialog.reason.text() == "A question is open about: stock.txt"
    assert not dialog.next.isEnabled()
    panel.format.yes.click()
    qtbot.waitUntil(dialog.next.isEnabled)
    assert not panel.format.isVisible()
    assert dialog.files.plans[0].format.delimiter == ":"


def test_a_file_without_column_names_is_said_to_have_none(qtbot: QtBot, workplace: Workplace, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("mug,cup\njug,pot\nbowl,dish\n", encoding="utf-8")
    dialog = opened(qtbot, workplace, path)
    settings, preview = dialog.files.panel.settings, dialog.files.panel.preview
    settings.header.setValue(0)
    qtbot.waitUntil(lambda: preview.horizontalHeaderItem(0).text() == "column 1")
    assert settings.header.text() == "none"
    assert preview.item(1, 0).text() == "mug"


def test_while_files_are_looked_into_it_says_so_and_closing_ends_it(
    qtbot: QtBot, workplace: Workplace, files: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(_paths: Sequence[Path], progress: Progress) -> FoundFiles:
        while True:
            progress.raise_if_cancelled()

    monkeypatch.setattr(importing, "find_files", endless)
    dialog = ImportDialog(workplace, [files["products.csv"]])
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.reason.text() == "Looking into the files…"
    (job,) = workplace.runner.jobs
    with qtbot.waitSignal(job.cancelled):
        dialog.reject()


def test_a_folder_that_cannot_be_opened_is_told_in_the_window(
    qtbot: QtBot, workplace: Workplace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(paths: Sequence[Path], _progress: Progress) -> FoundFiles:
        raise unreadable_file(paths[0], "Permission denied")

    monkeypatch.setattr(importing, "find_files", refuse)
    dialog = opened(qtbot, workplace, tmp_path / "closed")
    assert dialog.reason.text().startswith("closed cannot be read: Permission denied.")


def test_personal_data_is_told_and_its_column_says_that_it_is_not_stored(
    qtbot: QtBot, workplace: Workplace, tmp_path: Path
) -> None:
    path = tmp_path / "orders.csv"
    rows = "".join(f"K{number},anna{number}@mail.example,P{number % 3},Mug {number % 3}\n" for number in range(9))
    path.write_text("customer_id,email,product_id,product_name\n" + rows, encoding="utf-8")
    dialog = opened(qtbot, workplace, path)
    assert column(dialog, 1).currentText() == "not stored"
    assert note_lines(dialog)[-1] == "Personal data, not stored: email"


def test_customers_known_by_their_address_are_told_to_become_codes(qtbot: QtBot, workplace: Workplace, tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    rows = "".join(f"anna{number}@mail.example,P{number % 3},Mug {number % 3}\n" for number in range(9))
    path.write_text("email,product_id,product_name\n" + rows, encoding="utf-8")
    dialog = opened(qtbot, workplace, path)
    assert column(dialog, 0).currentText() == "Customer"
    assert any(line.startswith("Customers are known by codes") for line in note_lines(dialog))


def test_the_window_fits_a_small_screen(qtbot: QtBot, workplace: Workplace, files: dict[str, Path]) -> None:
    dialog = opened(qtbot, workplace, files["products.csv"], files["spring.csv"])
    for page in (dialog.files, dialog.forecast, dialog.outcome):
        dialog.pages.setCurrentWidget(page)
        assert dialog.minimumSizeHint().width() <= 960
        assert dialog.minimumSizeHint().height() <= 690


def test_only_what_a_kind_of_file_has_can_be_set(qtbot: QtBot, workplace: Workplace, tmp_path: Path) -> None:
    path = tmp_path / "products.jsonl"
    path.write_text("".join(f'{{"id": "{number}", "title": "Mug {number}"}}\n' for number in range(5)), encoding="utf-8")
    dialog = opened(qtbot, workplace, path)
    settings = dialog.files.panel.settings
    settings.unfold.click()
    assert dialog.ready
    assert settings.chips == ["Products", "JSON", "UTF-8"]
    boxes = (settings.role, settings.encoding, settings.delimiter, settings.quote, settings.header)
    assert [box.isVisible() for box in boxes] == [True, True, False, False, False]


def test_the_tab_key_goes_through_the_window_as_it_is_laid_out(qtbot: QtBot, workplace: Workplace, files: dict[str, Path]) -> None:
    dialog = opened(qtbot, workplace, files["spring.csv"])
    dialog.activateWindow()
    dialog.files.panel.settings.unfold.click()
    dialog.files.list.setFocus()
    walked: list[str] = []
    for _ in range(20):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        walked.append(dialog.focusWidget().objectName())
    settings = ["role", "encoding", "delimiter", "quote", "header_line", "dates"]
    columns = [f"column_{number}" for number in range(4)]
    wanted = ["change_settings", *settings, "day_first", "month_first", *columns, "add", "remove", "close", "files"]
    assert [name.removeprefix("import_") for name in walked if name][: len(wanted)] == wanted
