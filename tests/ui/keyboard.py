"""Fingers on a keyboard: menus, pages and buttons are reached as a person without a mouse reaches them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from recsys_desktop.ui.main_window import MainWindow

#: More controls than any page has.
_MOST_STOPS = 400


def actions_of(menu: QMenu, path: tuple[QAction, ...] = ()) -> list[tuple[QAction, ...]]:
    """Return the ways through a menu to everything that can be chosen in it now, menus within it included."""
    menu.aboutToShow.emit()
    found = []
    for action in menu.actions():
        within = action.menu()
        if not action.isEnabled() or action.isSeparator() or not action.isVisible():
            continue
        if isinstance(within, QMenu):
            found += actions_of(within, (*path, action))
        else:
            found.append((*path, action))
    return found


def name_of(action: QAction) -> str:
    """Return by what an action, or the menu it opens, is known."""
    return action.objectName() or action.text()


def choose(window: MainWindow, bar_action: QAction, way: tuple[QAction, ...]) -> None:
    """Open a menu by Alt and its letter, go down to each part of the way, and press Enter."""
    names = [name_of(action) for action in way]  # a menu may be filled anew when it opens
    (letter,) = QKeySequence.mnemonic(bar_action.text())[0].toCombined().to_bytes(4, "big")[3:]
    QTest.keyClick(window, Qt.Key(letter), Qt.KeyboardModifier.AltModifier)
    for wanted in names:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), f"no menu is open on the way to {wanted}"
        for _ in menu.actions():
            active = menu.activeAction()
            if active is not None and name_of(active) == wanted:
                break
            QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)


def tab_to(window: QWidget, name: str) -> QWidget:
    """Press Tab until a control has the focus; raises AssertionError where it is never reached."""
    seen: list[str] = []
    for _ in range(_MOST_STOPS):
        focused = window.focusWidget()
        if focused is not None and focused.objectName() == name:
            return focused
        QTest.keyClick(focused or window, Qt.Key.Key_Tab)
        after = window.focusWidget()
        seen.append(after.objectName() if after is not None else "")
    raise AssertionError(f"Tab does not come to {name}: {sorted(set(seen))}")


def press(window: QWidget, name: str) -> None:
    """Go to a button with Tab and press it with the space bar."""
    QTest.keyClick(tab_to(window, name), Qt.Key.Key_Space)


def windows() -> list[QWidget]:
    """Return every dialog, pop-up and window on the screen; a menu is none."""
    return [found for found in QApplication.topLevelWidgets() if found.isVisible() and not isinstance(found, QMenu)]
