"""Every key of the program on one sheet, read from the menus so that none can be forgotten."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMenu, QMenuBar, QVBoxLayout, QWidget

from recsys_desktop.ui.menus import ALWAYS_CALLED
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.buttons import QuietButton
from recsys_desktop.ui.widgets.figure_table import FigureTable
from recsys_desktop.ui.widgets.labels import Heading

_SIZE = (640, 600)


class KeyboardDialog(QDialog):
    """The keys of the menus, then those of the lists."""

    def __init__(self, bar: QMenuBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keyboard_dialog")
        self.setWindowTitle(self.tr("Keyboard"))
        self.resize(*_SIZE)
        self.table = FigureTable("keyboard_table", self.tr("Keys and what they do"))
        self.close_button = QuietButton(self.tr("Close"), "keyboard_close")
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.l, SPACE.l, SPACE.l, SPACE.l)
        column.setSpacing(SPACE.s)
        column.addWidget(Heading(self.windowTitle()))
        column.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column.addLayout(foot)
        rows = [*keys_of(bar.actions()), *self._keys_of_lists()]
        headings = [self.tr("What it does"), self.tr("Keys"), self.tr("Where")]
        self.table.fill(headings, [[what, keys, where] for where, what, keys in rows], words=(0, 1, 2), wide=0)

    def _keys_of_lists(self) -> list[tuple[str, str, str]]:
        """(where, what, keys) of what is in no menu."""
        card, anywhere = self.tr("On a card of a list"), self.tr("Everywhere")
        star = self.tr("{first} to {last}").format(first="1", last="5")
        return [
            (card, self.tr("Next or previous product"), f"{_native('Down')}, {_native('Up')}"),
            (card, self.tr("Why this product"), f"{_native('W')}, {_native('Return')}"),
            (card, self.tr("Like"), _native("L")),
            (card, self.tr("Bought"), _native("B")),
            (card, self.tr("Looked at"), _native("C")),
            (card, self.tr("Stars"), star),
            (card, self.tr("Not for this customer"), _native("N")),
            (card, self.tr("Never show it to this customer"), _native("Del")),
            (anywhere, self.tr("Next or previous control"), f"{_native('Tab')}, {_native('Shift+Tab')}"),
            (anywhere, self.tr("Press a button, tick a box"), _native("Space")),
            (anywhere, self.tr("Close a dialog or a pop-up"), _native("Esc")),
            (anywhere, self.tr("Open the menu bar"), _native("Alt")),
        ]


def keys_of(actions: Sequence[QAction], where: str = "") -> list[tuple[str, str, str]]:
    """Return (menu, what, keys) of every action with a key, menu by menu."""
    found = []
    for action in actions:
        menu = action.menu()
        if isinstance(menu, QMenu):
            found += keys_of(menu.actions(), " › ".join(part for part in (where, _plain(action.text())) if part))
        elif action.shortcuts():
            found.append(
                (
                    where,
                    _plain(str(action.property(ALWAYS_CALLED) or action.text())),
                    ", ".join(_native(key) for key in action.shortcuts()),
                )
            )
    return found


def _native(key: QKeySequence | str) -> str:
    """Return a key as it is written on this computer's keyboard."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def _plain(text: str) -> str:
    """Return a menu's text without the mark of its mnemonic; Chinese menus have the letter in brackets behind the words."""
    without = re.sub(r"\(&\w\)", "", text).replace("&&", "\0").replace("&", "").replace("\0", "&")
    return without.rstrip("…")
