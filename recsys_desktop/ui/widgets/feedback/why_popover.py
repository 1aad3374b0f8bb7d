"""Why a product stands on a list: every reason with its exact share, and the shares visibly add up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from recsys_desktop.ui import theme
from recsys_desktop.ui.models.reasons import NAMED, Column, ReasonModel
from recsys_desktop.ui.operations import explaining
from recsys_desktop.ui.operations.explaining import Asker, Without
from recsys_desktop.ui.texts import words
from recsys_desktop.ui.theme import SEMIBOLD, SPACE, TYPE
from recsys_desktop.ui.widgets.buttons import LinkButton
from recsys_desktop.ui.widgets.card import Line
from recsys_desktop.ui.widgets.feedback.waterfall import BarDelegate, WholeBar
from recsys_desktop.ui.widgets.feedback.words_part import WordsPart
from recsys_desktop.ui.widgets.labels import ElidedLabel, Label, Muted

if TYPE_CHECKING:
    from recsys_desktop.services.listing.recommending import Recommendation

_WIDTH, _WIDTH_ASKABLE = 520, 640
_BAR_WIDTH, _SHARE_WIDTH, _LEAST_WITHOUT = 120, 72, 96
_MOST_ROWS = NAMED + 1
SCROLL_BAR = SPACE.s


class WhyPopover(QFrame):
    """A popup with the table of :class:`ReasonModel`; Esc or a press beside it closes it.

    With an ``asker`` each purchase can be left out ("without it?"), and the words of the product be weighed.
    """

    def __init__(self, place: Recommendation, parent: QWidget, asker: Asker | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("why_popover")
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(_WIDTH if asker is None else _WIDTH_ASKABLE)
        self._place, self._asker = place, asker
        self._card: QWidget | None = None
        self.model = ReasonModel(place, self, askable=asker is not None)
        heading = ElidedLabel(self.tr("Why {title}?").format(title=place.item.title), size=TYPE.heading, weight=SEMIBOLD)
        self.setAccessibleName(heading.text())
        asked = self.fontMetrics().horizontalAdvance(self.model.asks)
        self._without_width = max(_LEAST_WITHOUT, asked + 2 * (SPACE.xs + 3) + SPACE.xxs)
        self.table = self._make_table()
        self.more = LinkButton(self.tr("Show every reason"), "all_reasons")
        self.more.setVisible(self.model.folded)
        self.more.clicked.connect(self._unfold)
        self.answer = Label(wrap=True)
        self.answer.setObjectName("without_sentence")
        self.answer.hide()
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(SPACE.m, SPACE.m, SPACE.m, SPACE.m)
        self._body.setSpacing(SPACE.xs)
        self.special = Label(words(place.special or ""), wrap=True, role="accent")  # what no reason tells: a rule put it here
        self.special.setObjectName("why_special")
        self.special.setVisible(place.special is not None)
        for part in (heading, self.special, Muted(self.model.sentence, wrap=True), self.table):
            self._body.addWidget(part)
        self._body.addLayout(self._make_sum())
        self._body.addWidget(self.more)
        self._body.addWidget(self.answer)
        self.words: WordsPart | None = None
        if asker is not None:
            self._body.addWidget(Line())
            self.words = WordsPart(asker, place.item.item_id)
            self.words.grown.connect(self._settle, Qt.ConnectionType.QueuedConnection)  # once its new parts are laid out
            self._body.addWidget(self.words)

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setObjectName("reason_table")
        table.setAccessibleName(self.tr("Reasons and their shares"))
        table.setProperty("role", "bare")
        table.setModel(self.model)
        table.setItemDelegateForColumn(Column.BAR, BarDelegate(table))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(theme.ROW_HEIGHT)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(Column.REASON, QHeaderView.ResizeMode.Stretch)
        for column, width in ((Column.BAR, _BAR_WIDTH), (Column.SHARE, _SHARE_WIDTH), (Column.WITHOUT, self._without_width)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, width)
        table.setColumnHidden(Column.WITHOUT, not self.model.askable)
        table.setFixedHeight((min(self.model.rowCount(), _MOST_ROWS) + 1) * theme.ROW_HEIGHT + SPACE.xxs)
        table.clicked.connect(self._ask_at)
        table.activated.connect(self._ask)
        return table

    def _make_sum(self) -> QHBoxLayout:
        row = QHBoxLayout()
        inset = SPACE.xs + 3  # as the words of a cell
        row.setContentsMargins(inset, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(Label(self.tr("Together"), weight=SEMIBOLD), 1)
        row.addWidget(WholeBar(self.model, _BAR_WIDTH))
        together = Label(self.model.together, weight=SEMIBOLD)
        together.setObjectName("reason_sum")
        together.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        together.setFixedWidth(_SHARE_WIDTH - inset)
        row.addWidget(together)
        self._right = QWidget()
        row.addWidget(self._right)
        self._place_sum()
        return row

    def _place_sum(self) -> None:
        """Leave as much room at the right of the sum as the table has there."""
        bar = SCROLL_BAR if self.model.rowCount() > _MOST_ROWS else 0
        self._right.setFixedWidth(SPACE.xs + 3 + (self._without_width if self.model.askable else 0) + bar)

    def _unfold(self) -> None:
        self.model.unfold()
        self.more.hide()
        self._place_sum()
        self._settle()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_at(self, index: QModelIndex) -> None:
        if index.column() == Column.WITHOUT:
            self._ask(index)

    def _ask(self, index: QModelIndex) -> None:
        """Find where the product would stand without the purchase of this row."""
        history_item = self.model.question_at(index)
        if self._asker is None or history_item is None:
            return
        job = explaining.leave_out(self._asker, item_id=self._place.item.item_id, history_item=history_item)
        job.succeeded.connect(self._show_without)
        job.failed.connect(self._asker.workplace.show_failure)

    def _show_without(self, found: Without) -> None:
        sentence = self.model.show_without(found.history_item, found.ranks)
        self.answer.setText(sentence)
        self.answer.show()
        self._settle()

    def open_at(self, card: QWidget) -> None:
        """Show the popup below a card, or above it where the screen ends."""
        self._card = card
        self._settle()
        self.show()
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, Column.REASON))
        self.table.setFocus(Qt.FocusReason.PopupFocusReason)

    def _settle(self) -> None:
        """Take the room that is needed, and a place where all of it is on the screen."""
        self._body.activate()
        self.resize(self.width(), self._body.totalHeightForWidth(self.width()))  # adjustSize() stops at two thirds of a screen
        if self._card is None:
            return
        spot = self._card.mapToGlobal(QPoint(SPACE.xl, self._card.height() + SPACE.xxs))
        screen = (QGuiApplication.screenAt(spot) or self._card.screen()).availableGeometry()
        if spot.y() + self.height() > screen.bottom():
            spot.setY(max(self._card.mapToGlobal(QPoint(0, 0)).y() - self.height() - SPACE.xxs, screen.top()))
        spot.setX(max(min(spot.x(), screen.right() - self.width()), screen.left()))
        self.move(spot)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.words is not None:
            self.words.stop()
        super().closeEvent(event)
