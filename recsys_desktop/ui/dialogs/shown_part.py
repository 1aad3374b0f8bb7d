"""What stood on a customer's lists: ignored, followed, or too rarely seen to say."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt, QTimer
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget

from recsys_desktop.domain.columns import UserId
from recsys_desktop.services.learning.answer_history import IGNORED_AFTER, Shown
from recsys_desktop.ui import theme
from recsys_desktop.ui.formats import when
from recsys_desktop.ui.operations import browsing, giving_feedback
from recsys_desktop.ui.operations.browsing import FoundCustomers
from recsys_desktop.ui.operations.giving_feedback import ShownTo
from recsys_desktop.ui.texts import number
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.empty_state import EmptyState
from recsys_desktop.ui.widgets.figure_table import FigureTable
from recsys_desktop.ui.widgets.labels import Muted
from recsys_desktop.ui.workplace import Workplace

_PAUSE_MS, _OFFERED = 150, 20
_WORDS = (0, 4)


class ShownPart(QWidget):
    """One customer at a time; the field offers ids while one types."""

    def __init__(self, workplace: Workplace, user_id: UserId | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._user_id = user_id
        self.customer = QLineEdit(user_id or "")
        self.customer.setObjectName("shown_customer")
        self.customer.addAction(theme.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.customer.setPlaceholderText(self.tr("Customer"))
        self.customer.setAccessibleName(self.tr("The customer whose lists were shown"))
        self._offers = QStringListModel(self)
        completer = QCompleter(self._offers, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.customer.setCompleter(completer)
        self.table = FigureTable("shown_table", self.tr("What was shown to the customer"))
        self.nothing = EmptyState("customers", self.tr("Nothing shown yet"), "")
        self.remark = Muted(wrap=True)
        self.remark.setText(
            self.tr(
                "A list counts as shown once it was on the screen for a second or went out in a mailing. A product counts as"
                " ignored once it was shown on {days} days and nothing followed. What is missing here was never shown."
            ).format(days=number(IGNORED_AFTER))
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.s, 0, 0)
        column.setSpacing(SPACE.s)
        for part in (self.customer, self.remark):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        column.addWidget(self.nothing, 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._offer)
        self.customer.textEdited.connect(lambda _: self._pause.start())
        self.customer.returnPressed.connect(lambda: self.look_at(UserId(self.customer.text().strip())))
        completer.activated.connect(lambda text: self.look_at(UserId(text)))
        self._show(ShownTo(user_id or UserId(""), ()))
        if user_id is not None:
            self.look_at(user_id)

    def look_at(self, user_id: UserId) -> None:
        """Show what was shown to this customer."""
        self._user_id = user_id
        job = giving_feedback.find_shown(workplace=self._workplace, user_id=user_id)
        job.succeeded.connect(self._show)
        job.failed.connect(self._workplace.show_failure)

    def _offer(self) -> None:
        job = browsing.search_customers(workplace=self._workplace, text=self.customer.text(), limit=_OFFERED)
        job.succeeded.connect(self._show_offers)

    def _show_offers(self, found: FoundCustomers) -> None:
        self._offers.setStringList(list(found.ids))
        completer = self.customer.completer()
        if completer is not None and self.customer.hasFocus():
            completer.complete()

    def _show(self, shown: ShownTo) -> None:
        if shown.user_id != (self._user_id or ""):
            return
        headings = [self.tr("Product"), self.tr("Days"), self.tr("Last shown"), self.tr("Best place"), self.tr("What followed")]
        self.table.fill(headings, [self._cells(one) for one in shown.items], words=_WORDS)
        self.table.setVisible(bool(shown.items))
        self.nothing.setVisible(not shown.items)
        why = self.tr("No list of this customer was on the screen or in a mailing yet.")
        self.nothing.say(why if self._user_id else self.tr("Type a customer's name or number above."))

    def _cells(self, one: Shown) -> list[str]:
        return [one.title or one.item_id, number(one.days), when(one.last_time), number(one.best_rank), self._state(one)]

    def _state(self, one: Shown) -> str:
        if one.followed:
            return self.tr("answered or bought")
        return self.tr("ignored") if one.ignored else self.tr("too rarely shown to say")
