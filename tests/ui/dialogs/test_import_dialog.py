"""The import window, from files to the list of skipped rows and the way back."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.progress import Progress
from recsys_desktop.ingest.plan import FilePlan
from recsys_desktop.services.imports.importing import ImportReport, Policy
from recsys_desktop.services.shop import Shop
from recsys_desktop.ui.dialogs.import_dialog import ImportDialog
from recsys_desktop.ui.dialogs.plain import PlainDialog
from recsys_desktop.ui.operations import importing
from recsys_desktop.ui.texts import words
from recsys_desktop.ui.widgets.labels import Body
from recsys_desktop.ui.workplace import Changes, Notice, Workplace
from tests.ui.dialogs.import_steps import PRODUCTS, import_all, opened, write_files

#: The off-screen platform says so of every window; it has no window manager to tell sizes to.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """Small files of all sorts."""
    return write_files(tmp_path)


def figures(dialog: ImportDialog) -> list[list[str]]:
    table = dialog.forecast.files
    return [[table.item(row, cell).text() for cell in range(table.columnCount())] for row in range(table.rowCount())]


def test_without_files_it_says_what_to_do_and_offers_no_import(qtbot: QtBot, workplace: Workplace) -> None:
    dialog = opened(qtbot, workplace)
    assert dialog.empty.isVisible()
    assert not dialog.next.isVisible()
    assert not dialog.go.isVisible()
    assert dialog.steps.accessibleName() == "Step 1 of 3: Files"


def test_what_is_no_table_is_said_beside_the_other_files_and_can_be_removed(
    qtbot: QtBot, workplace: Workplace, files: dict[str, Path]
) -> None:
    dialog = opened(qtbot, workplace, files["products.csv"], files["picture.csv"])
    assert dialog.files.list.currentRow() == 1  # the one that needs a person
    assert dialog.files.panel.problem.text().startswith("picture.csv is not a table")
    assert not dialog.files.panel.preview.isVisible()
    assert not dialog.next.isEnabled()
    assert dialog.reason.text() == "Mend or remove first: picture.csv"
    QTest.keyClick(dialog.files.list, Qt.Key.Key_Delete)
    assert dialog.files.list.count() == 1
    assert dialog.next.isEnabled()
    assert dialog.reason.text() == ""


def test_what_will_happen_is_counted_before_anything_does(qtbot: QtBot, workplace: Workplace, files: dict[str, Path]) -> None:
    dialog = opened(qtbot, workplace, files["products.csv"], files["orders.csv"])
    dialog.next.click()
    assert dialog.go.isEnabled()  # nobody has to wait for the count
    assert figures(dialog)[0][0] == "products.csv"
    qtbot.waitUntil(lambda: not workplace.runner.jobs)
    assert dialog.forecast.summary.text() == "new products: 2 · new customers: 2 · new purchases and other actions: 10"
    assert figures(dialog) == [
        ["All files together", "14", "12", "0", "0", "0", "2"],
        ["products.csv", "3", "2", "0", "0", "0", "1"],
        ["orders.csv", "11", "10", "0", "0", "0", "1"],
    ]
    assert dialog.forecast.bad.isVisible()
    assert workplace.shop.catalogue.count() == 0


def test_the_answer_about_what_is_there_counts_anew_and_holds_for_the_import(
    qtbot: QtBot, workplace: Workplace, files: dict[str, Path], tmp_path: Path
) -> None:
    import_all(qtbot, opened(qtbot, workplace, files["products.csv"]))
    dearer = tmp_path / "dearer.csv"
    dearer.write_text("id,title,price\nA1,Red cup,9.00\nA9,Jug,5.00\n", encoding="utf-8")
    dialog = opened(qtbot, workplace, dearer)
    dialog.next.click()
    qtbot.waitUntil(lambda: not workplace.runner.jobs)
    assert figures(dialog) == [["dearer.csv", "2", "1", "1", "0", "0", "0"]]
    keep = dialog.findChild(QRadioButton, "import_policy_keep")
    assert isinstance(keep, QRadioButton)
    keep.click()
    qtbot.waitUntil(lambda: not workplace.runner.jobs)
    assert figures(dialog) == [["dearer.csv", "2", "1", "0", "1", "0", "0"]]
    dialog.go.click()
    qtbot.waitUntil(dialog.outcome.isVisible)
    cup = workplace.shop.catalogue.get("A1")
    assert cup is not None
    assert cup.price == 3.5
    assert workplace.shop.catalogue.get("A9") is not None


def test_back_leads_to_the_files_again(qtbot: QtBot, workplace: Workplace, files: dict[str, Path]) -> None:
    dialog = opened(qtbot, workplace, files["products.csv"])
    dialog.next.click()
    dialog.back.click()
    assert dialog.files.isVisible()
    assert dialog.next.isDefault()
    qtbot.waitUntil(lambda: not workplace.runner.jobs)


def test_import_ends_in_counts_and_the_rows_that_were_skipped(
    qtbot: QtBot, workplace: Workplace, files: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(qtbot, workplace, files["products.csv"], files["orders.csv"])
    with qtbot.waitSignal(workplace.changed) as changed:
        import_all(qtbot, dialog)
    assert changed.args == [Changes(items=True, interactions=True)]
    outcome = dialog.outcome
    assert outcome.summary.text() == "new products: 2 · new customers: 2 · new purchases and other actions: 10"
    assert outcome.bad_title.text() == "2 rows could not be read and were skipped"
    shown = [[outcome.bad_rows.item(row, cell).text() for cell in range(5)] for row in range(2)]
    assert shown == [
        ["products.csv", "4", "price", "x is not a price.", "A3 · Green bowl · x · green"],
        ["orders.csv", "3", "时间", "gestern is not a date.", "K2 · A2 · 购买 · gestern"],
    ]
    assert (workplace.shop.catalogue.count(), workplace.shop.users.count(), workplace.shop.interactions.count()) == (2, 2, 10)

    targets = iter([tmp_path / "skipped1.csv", tmp_path / "skipped2.csv"])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(next(targets)), ""))
    with qtbot.waitSignals([workplace.notified, workplace.notified]):
        outcome.save.click()
    saved = (tmp_path / "skipped2.csv").read_text(encoding="utf-8-sig").splitlines()
    assert saved == ["line,column,reason,客户编号,商品编号,行为,时间,备注", "3,时间,gestern is not a date.,K2,A2,购买,gestern,"]


def test_skipped_rows_are_saved_mended_and_imported(
    qtbot: QtBot, workplace: Workplace, files: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(qtbot, workplace, files["products.csv"])
    import_all(qtbot, dialog)
    assert not dialog.outcome.again.isVisible()
    target = tmp_path / "skipped.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    dialog.outcome.save.click()
    qtbot.waitUntil(dialog.outcome.again.isVisible)
    text = target.read_text(encoding="utf-8-sig")
    target.write_text(text.replace("A3,Green bowl,x,", "A3,Green bowl,6.00,"), encoding="utf-8")
    dialog.outcome.again.click()
    qtbot.waitUntil(dialog.next.isEnabled)
    assert [dialog.files.list.item(row).text() for row in range(dialog.files.list.count())] == ["skipped.csv"]
    import_all(qtbot, dialog)
    bowl = workplace.shop.catalogue.get("A3")
    assert bowl is not None
    assert (bowl.title, bowl.price) == ("Green bowl", 6.0)


def test_skipped_rows_of_an_archive_are_saved_beside_it(
    qtbot: QtBot, workplace: Workplace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = tmp_path / "export.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("shop/products.csv", PRODUCTS)
    suggested: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *asked: (suggested.append(asked[2]) or "", ""))
    dialog = opened(qtbot, workplace, archive)
    assert dialog.files.list.item(0).text() == "products.csv · export.zip"
    import_all(qtbot, dialog)
    dialog.outcome.save.click()
    assert suggested == [str(tmp_path / "products skipped rows.csv")]


def test_products_that_may_be_there_twice_are_told_with_both_names(qtbot: QtBot, workplace: Workplace, tmp_path: Path) -> None:
    path = tmp_path / "twice.csv"
    titles = ("Enamel soup ladle", "Enamel soup laddle", "Linen apron", "Oak serving board")
    path.write_text("id,title\n" + "".join(f"{number},{title}\n" for number, title in enumerate(titles)), encoding="utf-8")
    dialog = opened(qtbot, workplace, path)
    import_all(qtbot, dialog)
    near = dialog.outcome.near_titles
    qtbot.waitUntil(near.isVisible)
    assert near.button.text() == "2 products have nearly the same name: is one of them there twice?"
    assert not near.pairs.isVisible()
    near.button.click()
    shown = {near.pairs.item(0, cell).text() for cell in range(4)}
    assert shown == {"Enamel soup ladle", "0", "Enamel soup laddle", "1"}


def test_importing_the_same_files_again_changes_nothing(qtbot: QtBot, workplace: Workplace, files: dict[str, Path]) -> None:
    notices: list[Notice] = []
    workplace.notified.connect(notices.append)
    for _ in range(2):
        dialog = opened(qtbot, workplace, files["products.csv"])
        import_all(qtbot, dialog)
    assert [notice.undo is None for notice in notices] == [False, True]  # else it would take back the import before
    assert dialog.outcome.title.text() == "Nothing new in these files"
    assert not dialog.undo.isVisible()
    assert [dialog.outcome.files.item(0, cell).text() for cell in range(1, 6)] == ["3", "0", "2", "0", "1"]


def test_the_import_is_taken_back_with_one_button_once(qtbot: QtBot, workplace: Workplace, files: dict[str, Path]) -> None:
    notices: list[Notice] = []
    workplace.notified.connect(notices.append)
    dialog = opened(qtbot, workplace, files["products.csv"], files["orders.csv"])
    import_all(qtbot, dialog)
    (told,) = notices
    assert words(told.text).startswith("Imported products.csv and 1 more: new products: 2 · new customers: 2")
    assert told.undo is not None
    assert told.key == importing.UNDO_KEY
    with qtbot.waitSignal(workplace.taken_back) as taken:
        dialog.undo.click()
    assert taken.args == [importing.UNDO_KEY]
    qtbot.waitUntil(lambda: dialog.outcome.title.text() == "Taken back")
    outcome = dialog.outcome  # nothing that was imported is spoken of any more
    assert [part.isHidden() for part in (outcome.files, outcome.left_out, outcome.bad_rows, outcome.save, outcome.again)] == [
        True
    ] * 5
    assert not dialog.undo.isVisible()
    assert (workplace.shop.catalogue.count(), workplace.shop.users.count(), workplace.shop.interactions.count()) == (0, 0, 0)
    qtbot.waitUntil(lambda: not workplace.runner.jobs)


def test_a_cancelled_import_says_that_the_shop_is_as_it_was(
    qtbot: QtBot, workplace: Workplace, files: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(_shop: Shop, _plans: Sequence[FilePlan], progress: Progress, _policy: Policy) -> ImportReport:
        while True:
            progress.raise_if_cancelled()

    monkeypatch.setattr(importing, "import_files", endless)
    dialog = opened(qtbot, workplace, files["products.csv"])
    dialog.start()
    cancel = dialog.findChild(QPushButton, "job_cancel")
    assert isinstance(cancel, QPushButton)
    cancel.click()
    qtbot.waitUntil(lambda: dialog.reason.text() != "")
    assert dialog.reason.text() == "Stopped; your shop is as it was before."
    assert dialog.next.isVisible()


def test_a_window_closed_meanwhile_lets_the_import_go_on_and_a_notice_says_what_came_of_it(
    qtbot: QtBot, workplace: Workplace, files: dict[str, Path]
) -> None:
    dialog = opened(qtbot, workplace, files["products.csv"])
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.start()
    assert dialog.close_button.text() == "Go on in the background"
    with qtbot.waitSignal(workplace.notified) as notified:
        dialog.close_button.click()
    assert words(notified.args[0].text) == "Imported products.csv: new products: 2"


def test_files_and_folders_can_be_dropped(qtbot: QtBot, workplace: Workplace, files: dict[str, Path]) -> None:
    dialog = opened(qtbot, workplace)
    folder = files["products.csv"].parent
    (folder / "picture.png").write_bytes(b"\x89PNG")
    drop(dialog, folder)
    qtbot.waitUntil(lambda: dialog.files.list.count() > 0)
    listed = [dialog.files.list.item(row).text() for row in range(dialog.files.list.count())]
    assert listed == ["orders.csv", "products.csv", "spring.csv"]  # what is no table was not meant
    assert dialog.files.left_out.text() == "3 files left out…"
    dialog.files.left_out.click()
    (told,) = dialog.findChildren(PlainDialog)
    said = [label.text() for label in told.findChildren(Body)]
    assert said[0] == "picture.png is not a table by its name."
    assert said[1].startswith("odd.csv has no column for")
    assert said[2].startswith("picture.csv is not a table")
    told.accept()


def drop(dialog: ImportDialog, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    none = Qt.KeyboardModifier.NoModifier
    dialog.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none))
