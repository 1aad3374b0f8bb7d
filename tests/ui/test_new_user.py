"""What somebody new to the program has to press, counted: to a first list, and from an export to a mailing."""

from __future__ import annotations

import csv
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialogButtonBox, QFileDialog, QListView, QMenu, QWidget
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.progress import Progress
from recsys_desktop.services import encoding
from recsys_desktop.ui.dialogs.hand_out import HandOutDialog
from recsys_desktop.ui.dialogs.import_dialog import ImportDialog
from recsys_desktop.ui.main_window import MainWindow
from recsys_desktop.ui.pages.customers import CustomersPage
from recsys_desktop.ui.tour.import_files import write_import_files
from recsys_desktop.ui.upkeep import Upkeep
from recsys_desktop.ui.window_keeper import WindowKeeper
from recsys_desktop.ui.workplace import Workplace
from tests.services.shops import HashedEncoder

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

MOST_CLICKS_TO_A_LIST, MOST_SECONDS_TO_A_LIST = 3, 60.0
MOST_CLICKS_TO_A_MAILING = 10
ORDERS = "Name,Email,Financial Status,Created at,Currency,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku"
GOODS = (
    ("OB-S", "Oak serving board - Small", "24.00"),
    ("LA-S", "Linen apron - Sage", "32.00"),
    ("SC-1", "Stoneware salt cellar", "18.50"),
    ("TT-B", "Checked tea towel - Blue", "9.00"),
    ("BC-1", "Beeswax candle", "12.00"),
    ("WB-R", "Willow basket - Round", "45.00"),
)


class Person:
    """Sits before a window and counts every click and every drop."""

    def __init__(self, qtbot: QtBot, workplace: Workplace, window: MainWindow) -> None:
        self._qtbot = qtbot
        self._workplace = workplace
        self.window = window
        self.clicks = 0

    def wait(self) -> None:
        """Wait until all work is done."""
        for _ in range(2):
            self._qtbot.waitUntil(lambda: not self._workplace.runner.jobs, timeout=300_000)
            QApplication.processEvents()

    def click(self, name: str, where: QWidget | None = None) -> None:
        """Click on a button that can be seen."""
        button = (where or self.window).findChild(QAbstractButton, name)
        assert isinstance(button, QAbstractButton), name
        assert button.isVisible(), name
        assert button.isEnabled(), name
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.clicks += 1
        self.wait()

    def choose(self, menu_title: str, action_name: str) -> None:
        """Click on a menu of the bar, then on an entry of it."""
        bar = self.window.menuBar()
        action = next(one for one in bar.actions() if one.text().replace("&", "") == menu_title)
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.actionGeometry(action).center())
        menu = action.menu()
        assert isinstance(menu, QMenu)
        entry = menu.findChild(QAction, action_name)
        assert isinstance(entry, QAction)
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(entry).center())
        self.clicks += 2
        self.wait()

    def drop(self, files: list[Path]) -> None:
        """Drag files onto the window, which counts as one."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        self.window.dropEvent(QDropEvent(QPointF(QPoint(50, 50)), Qt.DropAction.CopyAction, data, left, none))
        self.clicks += 1
        self.wait()

    def pick_file(self, dialog: QFileDialog, file: Path) -> None:
        """Click on a file of the list, then on Open."""
        dialog.setDirectory(str(file.parent))  # where the person's files lie: a chooser opens in the folder used last
        view = dialog.findChild(QListView, "listView")
        assert view is not None

        def found() -> list[QModelIndex]:
            return [view.model().index(row, 0, view.rootIndex()) for row in range(view.model().rowCount(view.rootIndex()))]

        self._qtbot.waitUntil(lambda: any(index.data() == file.name for index in found()))
        (index,) = [index for index in found() if index.data() == file.name]
        view.scrollTo(index)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())
        self.clicks += 1
        self.confirm(dialog)

    def confirm(self, dialog: QFileDialog) -> None:
        """Click on the file window's own Open or Save."""
        box = dialog.findChild(QDialogButtonBox)
        assert box is not None
        kind = QDialogButtonBox.StandardButton
        saving = dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
        QTest.mouseClick(box.button(kind.Save if saving else kind.Open), Qt.MouseButton.LeftButton)
        self.clicks += 1
        self.wait()

    def visible(self, kind: type[QWidget]) -> QWidget:
        """Return the one window of a kind that can be seen."""
        (found,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]
        return found


@pytest.fixture
def person(qapp: QApplication, qtbot: QtBot, workplace: Workplace) -> Iterator[Person]:
    """Somebody before the window of an empty shop."""
    keeper = WindowKeeper(qapp, workplace, workplace.shop.data_dir)
    upkeep = Upkeep(workplace)
    keeper.window.show()
    made = Person(qtbot, workplace, keeper.window)
    made.wait()
    yield made
    made.wait()
    keeper.window.retire()
    keeper.deleteLater()
    upkeep.deleteLater()


class AnyEncoder(HashedEncoder):
    """Reads every text: there is no word that it does not know."""

    def unread_share(self, _texts: object) -> float:
        return 0.0

    def chunks(
        self, texts: list[str], progress: Progress, _what: object = None
    ) -> Iterator[tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]]:
        yield np.arange(len(texts)), self.encode(texts, progress)


@pytest.fixture
def _no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words are hashed instead of read: this is about clicks, not about the language model."""
    monkeypatch.setattr(encoding, "load_encoder", lambda _shop, _version: AnyEncoder())


def look_at_a_first_list(person: Person) -> None:
    person.click("try_sample_shop")
    person.click("nav_customers")
    page = person.window.page("customers")
    assert isinstance(page, CustomersPage)
    cards = [card for card in page.view.cards.cards if card.place is not None and card.isVisible()]
    assert len(cards) == 10
    assert any(reason.kind == "history" for card in cards if card.place is not None for reason in card.place.reasons)
    assert all(card.place is not None and card.place.reasons for card in cards)


@pytest.mark.usefixtures("_no_model")
def test_a_first_list_of_the_sample_takes_two_clicks(person: Person) -> None:
    look_at_a_first_list(person)
    assert person.clicks == 2 <= MOST_CLICKS_TO_A_LIST


@pytest.mark.slow
def test_a_first_list_of_the_sample_takes_less_than_a_minute(person: Person) -> None:
    began = time.perf_counter()
    look_at_a_first_list(person)
    assert time.perf_counter() - began < MOST_SECONDS_TO_A_LIST


@pytest.mark.usefixtures("_no_model")
def test_from_a_shopify_export_in_a_folder_to_a_mailing_takes_ten_clicks(person: Person, tmp_path: Path) -> None:
    orders = write_orders(tmp_path / "exports")
    person.click("import_my_files")
    person.pick_file(chooser(person), orders)
    import_and_hand_out(person, tmp_path / "mailing.csv")
    assert person.clicks == 10 <= MOST_CLICKS_TO_A_MAILING


@pytest.mark.usefixtures("_no_model")
def test_from_two_dropped_files_to_a_mailing_takes_eight(person: Person, tmp_path: Path) -> None:
    files = [*write_import_files(tmp_path / "exports")["shopify"], write_orders(tmp_path / "exports")]
    person.drop(files)
    import_and_hand_out(person, tmp_path / "mailing.csv")
    assert person.clicks == 8 <= MOST_CLICKS_TO_A_MAILING


def chooser(person: Person) -> QFileDialog:
    found = person.visible(QFileDialog)
    assert isinstance(found, QFileDialog)
    return found


def import_and_hand_out(person: Person, target: Path) -> None:
    """Go on from chosen files to a mailing in ``target``."""
    dialog = person.visible(ImportDialog)
    for name in ("import_next", "import_go", "import_done"):
        person.click(name, dialog)
    person.choose("File", "action_hand_out")
    hand_out = person.visible(HandOutDialog)
    assert isinstance(hand_out, HandOutDialog)
    assert hand_out.wish.what == "mailing"
    person.click("hand_out_save", hand_out)
    saving = chooser(person)
    saving.setDirectory(str(target.parent))
    saving.selectFile(target.name)
    person.confirm(saving)
    hand_out.reject()
    with target.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) == 1 + 12  # one for each customer
    assert all(len(row) == len(rows[0]) for row in rows)
    titles = [title.partition(" - ")[0] for _, title, _ in GOODS]
    assert all(any(title in cell for cell in row for title in titles) for row in rows[1:])


def write_orders(folder: Path) -> Path:
    """Write what Shopify exports as orders: twelve customers, three orders each."""
    folder.mkdir(exist_ok=True)
    lines = [ORDERS]
    for number in range(36):
        customer = number % 12
        sku, title, price = GOODS[(customer + number // 12 * 2) % 6]
        day = f"2026-0{number // 12 + 3}-{customer + 1:02d} 10:00:00 +0000"
        lines.append(f"#{1001 + number},c{customer}@mail.example,paid,{day},GBP,1,{title},{price},{sku}")
    path = folder / "orders_export.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
