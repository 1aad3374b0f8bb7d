"""The menu bar: what people look for there, in its usual place and under its usual keys."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QMessageBox

from recsys_desktop import __version__

if TYPE_CHECKING:
    from collections.abc import Callable

    from recsys_desktop.ui.main_window import MainWindow
    from recsys_desktop.ui.operations.exporting import What

EXPORT_NAME = "recommendations.csv"
#: Property of an action whose text changes: what it is called where all actions are listed.
ALWAYS_CALLED = "always_called"
#: Letters of what would be taken back that the menu shows.
_UNDO_LETTERS = 48


class Menus(QObject):
    """Builds the menus of a window; their actions call it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        bar = window.menuBar()
        bar.setAccessibleName(self.tr("Menu"))
        self._fill_file(bar.addMenu(self.tr("&File")))
        self._fill_edit(bar.addMenu(self.tr("&Edit")))
        self._fill_view(bar.addMenu(self.tr("&View")))
        self._fill_help(bar.addMenu(self.tr("&Help")))
        window.undo_list.changed.connect(self._show_undo)
        self._show_undo()

    def _fill_file(self, menu: QMenu) -> None:
        window = self._window
        self._add(menu, "action_import", self.tr("&Import…"), lambda: window.import_files([]), "Ctrl+I", "Ctrl+O")
        self._recent = menu.addMenu(self.tr("Import &again"))
        self._recent.setObjectName("menu_recent_files")
        self._recent.setToolTipsVisible(True)
        self._recent.aboutToShow.connect(self._fill_recent)
        window.recent_files.changed.connect(self._allow_recent)
        self._allow_recent()
        self._add(menu, "action_past_imports", self.tr("&Past imports…"), self._past_imports)
        self._add(menu, "action_add_product", self.tr("&Add product…"), self._add_product, "Ctrl+N")
        self._add(menu, "action_hand_out", self.tr("&Hand out…"), self._hand_out, "Ctrl+Shift+E")
        self._fill_export(menu.addMenu(self.tr("&Export")))
        self._add(menu, "action_move", self.tr("&Move to another computer…"), self._move)
        menu.addSeparator()
        self._add(menu, "action_settings", self.tr("&Settings"), lambda: window.go_to("settings"), "Ctrl+,")
        menu.addSeparator()
        quit_action = self._add(menu, "action_quit", self.tr("&Quit"), window.close, "Ctrl+Q")
        quit_action.setMenuRole(QAction.MenuRole.QuitRole)

    def _allow_recent(self) -> None:
        self._recent.menuAction().setEnabled(bool(self._window.recent_files.paths))

    def _fill_recent(self) -> None:
        """Show the files as they lie now: those that are gone cannot be chosen."""
        self._recent.clear()
        for place, path in enumerate(self._window.recent_files.paths, start=1):
            name = path.name.replace("&", "&&")
            action = self._add(self._recent, f"action_recent_{place}", name, partial(self._window.import_files, [path]))
            action.setEnabled(path.exists())
            action.setToolTip(str(path) if path.exists() else self.tr("{path} is not there any more").format(path=path))
        self._recent.addSeparator()
        self._add(self._recent, "action_forget_recent", self.tr("&Forget these files"), self._window.recent_files.clear)

    def _fill_export(self, menu: QMenu) -> None:
        """Offer each thing that can be saved, under the name that its file is offered."""
        offers: tuple[tuple[str, What, str, str, str], ...] = (
            ("action_export", "lists", self.tr("&Lists…"), self.tr("Export lists"), EXPORT_NAME),
            ("action_export_products", "catalogue", self.tr("&Products…"), self.tr("Export products"), "products.csv"),
            (
                "action_export_behaviour",
                "behaviour",
                self.tr("&What customers did…"),
                self.tr("Export what customers did"),
                "behaviour.csv",
            ),
        )
        for name, what, text, title, file in offers:
            self._add(menu, name, text, partial(self._export, what, title, file), *(("Ctrl+E",) if what == "lists" else ()))

    def _fill_edit(self, menu: QMenu) -> None:
        self.undo = self._add(menu, "action_undo", self.tr("&Undo"), self._window.undo_list.take_back, "Ctrl+Z")
        self.undo.setProperty(ALWAYS_CALLED, self.undo.text())  # its text names what it would undo now
        menu.addSeparator()
        self._add(menu, "action_feedback", self.tr("Fee&dback"), self._window.feedback.open, "Ctrl+D")
        self._add(menu, "action_answers", self.tr("All &answers…"), self._window.feedback.open_all, "Ctrl+H")
        menu.addSeparator()
        self._add(menu, "action_find", self.tr("&Find"), self._find, "Ctrl+F")

    def _fill_view(self, menu: QMenu) -> None:
        for place, (name, title) in enumerate(self._window.titles, start=1):
            self._add(menu, f"action_{name}_page", title, partial(self._window.go_to, name), f"Ctrl+{place}")

    def _fill_help(self, menu: QMenu) -> None:
        self._add(menu, "action_help", self.tr("&Help for this page"), self._help, "F1")
        self._add(menu, "action_first_steps", self.tr("First &steps"), lambda: self._window.workplace.help_wanted.emit("start"))
        self._add(menu, "action_keyboard", self.tr("&Keyboard…"), self._keyboard, "Ctrl+F1")
        menu.addSeparator()
        about = self._add(menu, "action_about", self.tr("&About this program"), self._about)
        about.setMenuRole(QAction.MenuRole.AboutRole)
        licences = self._add(menu, "action_about_qt", self.tr("About &Qt"), QApplication.aboutQt)
        licences.setMenuRole(QAction.MenuRole.AboutQtRole)

    def _add(self, menu: QMenu, name: str, text: str, act: Callable[[], object], *keys: str) -> QAction:
        action = menu.addAction(text)
        action.setObjectName(name)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(lambda _checked: act())
        return action

    def _show_undo(self) -> None:
        latest = self._window.undo_list.latest
        self.undo.setEnabled(bool(latest))
        short = latest if len(latest) <= _UNDO_LETTERS else latest[:_UNDO_LETTERS].rstrip() + "…"
        self.undo.setText(self.tr("&Undo: {what}").format(what=short.replace("&", "&&")) if latest else self.tr("&Undo"))
        self.undo.setToolTip(latest)

    def _find(self) -> None:
        """Put the cursor into the search box of the page shown, if it has one."""
        page = self._window.page(self._window.place[0])
        for box in page.findChildren(QLineEdit):
            if box.isVisible() and box.objectName().endswith("search"):
                box.setFocus()
                box.selectAll()
                return

    def _help(self) -> None:
        self._window.workplace.help_wanted.emit(self._window.place[0])

    def _keyboard(self) -> None:
        from recsys_desktop.ui.dialogs.keyboard import KeyboardDialog

        KeyboardDialog(self._window.menuBar(), self._window).open()

    def _hand_out(self) -> None:
        from recsys_desktop.ui.dialogs.hand_out import HandOutDialog

        dialog = HandOutDialog(self._window.workplace, self._window)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def _move(self) -> None:
        from recsys_desktop.ui.dialogs.move import MoveDialog

        dialog = MoveDialog(self._window.workplace, self._window)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def _past_imports(self) -> None:
        from recsys_desktop.ui.dialogs.past_imports import PastImportsDialog

        PastImportsDialog(self._window.workplace, self._window).open()

    def _add_product(self) -> None:
        from recsys_desktop.ui.pages.products import ProductsPage

        self._window.go_to("products")
        page = self._window.page("products")
        assert isinstance(page, ProductsPage)
        page.open_form(None)

    def _export(self, what: What, title: str, name: str) -> None:
        from recsys_desktop.ui.operations.exporting import export
        from recsys_desktop.ui.widgets.save_dialog import SaveTableDialog

        dialog = SaveTableDialog(self._window, title, name)
        dialog.fileSelected.connect(lambda path: export(workplace=self._window.workplace, what=what, path=Path(path)))
        dialog.open()

    def _about(self) -> None:
        text = self.tr("recsys_desktop {version}\n\nRecommendations a small shop can run itself. Nothing leaves this computer.")
        box = QMessageBox(self._window)
        box.setWindowTitle(self.tr("About this program"))
        box.setText(text.format(version=__version__))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
