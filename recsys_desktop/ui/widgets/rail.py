"""The navigation rail: whose shop this is, its pages, and the promise at its foot."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from recsys_desktop.ui import theme
from recsys_desktop.ui.theme import ICON, RAIL_WIDTH, SEMIBOLD, SPACE, TYPE
from recsys_desktop.ui.widgets.labels import ElidedLabel, Muted


class NavigationRail(QFrame):
    """Buttons for the pages, one of them checked. The last page stands apart, at the foot."""

    page_chosen = Signal(str)

    def __init__(self, pages: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """``pages`` are (name, title); the name is the drawing's name too."""
        super().__init__(parent)
        self.setObjectName("rail")
        self.setProperty("role", "rail")
        self.setFixedWidth(RAIL_WIDTH)
        self.shop = ElidedLabel(size=TYPE.heading, weight=SEMIBOLD)
        self.counts = Muted(wrap=True)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, NavigationButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.s, SPACE.m, SPACE.s, SPACE.m)
        column.setSpacing(SPACE.xxs)
        column.addWidget(self.shop)
        column.addWidget(self.counts)
        column.addSpacing(SPACE.m)
        for place, (name, title) in enumerate(pages):
            if place == len(pages) - 1:
                column.addStretch(1)
            column.addWidget(self._add(name, title))
        column.addSpacing(SPACE.xs)
        column.addLayout(self._promise())

    def choose(self, name: str) -> None:
        """Check the button of a page."""
        self._buttons[name].setChecked(True)

    def _add(self, name: str, title: str) -> NavigationButton:
        button = NavigationButton(name, title)
        button.clicked.connect(lambda: self.page_chosen.emit(name))
        self._group.addButton(button)
        self._buttons[name] = button
        return button

    def _promise(self) -> QHBoxLayout:
        lock = QLabel()
        lock.setPixmap(theme.pixmap("lock", "muted", theme.ICON - SPACE.xxs))
        row = QHBoxLayout()
        row.setContentsMargins(SPACE.s, 0, 0, 0)
        row.setSpacing(SPACE.xs)
        row.addWidget(lock, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Muted(self.tr("Nothing leaves this computer"), wrap=True), 1)
        return row


class NavigationButton(QPushButton):
    """A page's button; its drawing takes the accent colour while the page is shown."""

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._drawing = name
        self.setObjectName(f"nav_{name}")
        self.setProperty("role", "nav")
        self.setCheckable(True)
        self.setIconSize(QSize(ICON, ICON))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._draw(False)
        self.toggled.connect(self._draw)

    def _draw(self, checked: bool) -> None:
        self.setIcon(theme.icon(self._drawing, "accent" if checked else "muted"))
