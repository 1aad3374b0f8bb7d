"""Labels in the sizes of the type scale. All show text as it is written, never as markup: titles come from shops' files."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from recsys_desktop.ui import theme
from recsys_desktop.ui.formats import tooltip
from recsys_desktop.ui.theme import REGULAR, SEMIBOLD, TYPE


class Label(QLabel):
    """Plain text in one size and colour. ``role`` is "", "muted", "accent", "warning" or "danger"."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        size: int = TYPE.body,
        weight: QFont.Weight = REGULAR,
        role: str = "",
        wrap: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(size, weight))
        self.setProperty("role", role)
        self.setWordWrap(wrap)
        self.setText(text)

    def set_role(self, role: str) -> None:
        """Change the colour's role."""
        self.setProperty("role", role)
        self.style().unpolish(self)
        self.style().polish(self)


class PageTitle(Label):
    """The name of what the page shows."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent, size=TYPE.page, weight=SEMIBOLD, wrap=True)


class Heading(Label):
    """The name of a card or a part of a page."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, wrap: bool = False) -> None:
        super().__init__(text, parent, size=TYPE.heading, weight=SEMIBOLD, wrap=wrap)


class Body(Label):
    """A sentence; wraps."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent, wrap=True)


class Muted(Label):
    """A small remark beside what matters."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, wrap: bool = False) -> None:
        super().__init__(text, parent, size=TYPE.small, role="muted", wrap=wrap)


class BigNumber(Label):
    """The one number of a page that is seen first."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent, size=TYPE.number, weight=SEMIBOLD)


class ElidedLabel(Label):
    """One line that ends in an ellipsis where the room ends; the whole text is its tool tip and its accessible name."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        size: int = TYPE.body,
        weight: QFont.Weight = REGULAR,
        role: str = "",
    ) -> None:
        super().__init__(text, parent, size=size, weight=weight, role=role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 1, super().sizeHint().height())

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(text)

    @property
    def shown(self) -> str:
        """The text as it fits now."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = self.shown
        self.setToolTip("" if shown == self.text() else tooltip(self.text()))
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown)
