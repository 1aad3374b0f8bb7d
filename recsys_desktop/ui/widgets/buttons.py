"""Buttons by their weight on the page. Each has an object name, by which tests and the tour find it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton, QWidget

from recsys_desktop.ui import theme
from recsys_desktop.ui.theme import CONTROL_HEIGHT, ICON, TYPE


class _Button(QPushButton):
    def __init__(self, text: str, name: str, role: str, icon: str, icon_role: str, parent: QWidget | None) -> None:
        super().__init__(text, parent)
        self.setObjectName(name)
        self.setProperty("role", role)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        if icon:
            self.setIcon(theme.icon(icon, icon_role))
            self.setIconSize(QSize(ICON, ICON))


class PrimaryButton(_Button):
    """The one thing to do next; at most one in a view."""

    def __init__(self, text: str, name: str, parent: QWidget | None = None, *, icon: str = "") -> None:
        super().__init__(text, name, "primary", icon, "on_accent", parent)


class QuietButton(_Button):
    """Something one may do."""

    def __init__(self, text: str, name: str, parent: QWidget | None = None, *, icon: str = "") -> None:
        super().__init__(text, name, "quiet", icon, "text", parent)


class DangerButton(_Button):
    """Something that destroys; named with a verb and a count."""

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(text, name, "danger", "", "danger", parent)


class LinkButton(_Button):
    """A small action within text, such as "Undo"; ``small`` stands on a line of small text."""

    def __init__(self, text: str, name: str, parent: QWidget | None = None, *, small: bool = False) -> None:
        super().__init__(text, name, "link", "", "accent", parent)
        if small:
            self.setFont(theme.font(TYPE.small))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)


class IconButton(QToolButton):
    """A square button with a drawing only; ``label`` is its tool tip and its name for screen readers.

    Checkable ones are drawn in the accent colour while they are checked. ``plain`` leaves the border out.
    """

    def __init__(
        self, icon: str, label: str, name: str, parent: QWidget | None = None, *, checkable: bool = False, plain: bool = False
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setObjectName(name)
        self.setProperty("role", "plain" if plain else "icon")
        self.setIconSize(QSize(ICON, ICON))
        self.setMaximumSize(CONTROL_HEIGHT, CONTROL_HEIGHT)  # one with a menu would be higher than the controls beside it
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCheckable(checkable)
        self.set_label(label)
        self._draw(False)
        self.toggled.connect(self._draw)

    def set_label(self, label: str) -> None:
        """Say what the button does now."""
        self.setToolTip(label)
        self.setAccessibleName(label)

    def _draw(self, checked: bool) -> None:
        self.setIcon(theme.icon(self._icon, "accent" if checked else "muted"))
