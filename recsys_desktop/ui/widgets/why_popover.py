"""Why a product stands on a list: every reason with its exact share, and the shares add up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from recsys_desktop.ui import theme
from recsys_desktop.ui.models.reasons import Column, ReasonModel
from recsys_desktop.ui.theme import SEMIBOLD, SPACE, TYPE
from recsys_desktop.ui.widgets.labels import ElidedLabel, Label, Muted

if TYPE_CHECKING:
    from recsys_desktop.services.recommending import Recommendation

_WIDTH = 440
_MOST_ROWS = 8
_SHARE_WIDTH = 88
SCROLL_BAR = SPACE.s


class WhyPopover(QFrame):
    """A popup with the table of :class:`ReasonModel`; Esc or a press beside it closes it."""

    def __init__(self, place: Recommendation, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("why_popover")
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(_WIDTH)
        self.model = ReasonModel(place, self)
        heading = ElidedLabel(self.tr("Why {title}?").format(title=place.item.title), size=TYPE.heading, weight=SEMIBOLD)
        sentence = Muted(self.model.sentence, wrap=True)
        self.setAccessibleName(heading.text())
        self.table = self._make_table()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE.m, SPACE.m, SPACE.m, SPACE.m)
        layout.setSpacing(SPACE.xs)
        for part in (heading, sentence, self.table):
            layout.addWidget(part)
        layout.addLayout(self._make_sum())

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setObjectName("reason_table")
        table.setAccessibleName(self.tr("Reasons and their shares"))
        table.setProperty("role", "bare")
        table.setModel(self.model)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(theme.ROW_HEIGHT)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(Column.REASON, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(Column.SHARE, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(Column.SHARE, _SHARE_WIDTH)
        rows = min(self.model.rowCount(), _MOST_ROWS)
        table.setFixedHeight((rows + 1) * theme.ROW_HEIGHT + SPACE.xxs)
        return table

    def _make_sum(self) -> QHBoxLayout:
        row = QHBoxLayout()
        inset = SPACE.xs + 3  # as the words of a cell
        row.setContentsMargins(inset, 0, inset + (SCROLL_BAR if self.model.rowCount() > _MOST_ROWS else 0), 0)
        row.addWidget(Label(self.tr("Together"), weight=SEMIBOLD), 1)
        together = Label(self.model.together, weight=SEMIBOLD)
        together.setObjectName("reason_sum")
        row.addWidget(together)
        return row

    def open_at(self, card: QWidget) -> None:
        """Show the popup below a card, or above it where the screen ends."""
        self.adjustSize()
        below = card.mapToGlobal(QPoint(SPACE.xl, card.height() + SPACE.xxs))
        screen = QGuiApplication.screenAt(below) or card.screen()
        if below.y() + self.height() > screen.availableGeometry().bottom():
            below.setY(max(card.mapToGlobal(QPoint(0, 0)).y() - self.height() - SPACE.xxs, screen.availableGeometry().top()))
        self.move(below)
        self.show()
        self.table.setFocus(Qt.FocusReason.PopupFocusReason)
