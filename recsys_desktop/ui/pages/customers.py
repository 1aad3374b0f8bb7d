"""Customers: find one, see who they are and what to recommend them, and say what is right and wrong about it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import Feedback, Item
from recsys_desktop.domain.texts import message
from recsys_desktop.ui.asking import Asking
from recsys_desktop.ui.operations import browsing, exporting, giving_feedback, recommending
from recsys_desktop.ui.operations.browsing import FoundCustomers
from recsys_desktop.ui.operations.explaining import Asker
from recsys_desktop.ui.operations.giving_feedback import AnswerLog
from recsys_desktop.ui.operations.recommending import CustomerHistory, CustomerList
from recsys_desktop.ui.pages.customer_lists import CustomerLists
from recsys_desktop.ui.showing import ShownLists
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.customers.customer_finder import CustomerFinder
from recsys_desktop.ui.widgets.customers.customer_view import CustomerView
from recsys_desktop.ui.widgets.customers.history_card import HistoryCard
from recsys_desktop.ui.widgets.customers.recommendation_card import Answer
from recsys_desktop.ui.widgets.customers.recommendation_list import SCROLL_BAR
from recsys_desktop.ui.widgets.empty_state import EmptyState
from recsys_desktop.ui.widgets.feedback.feedback_panel import FeedbackPanel, answer_words
from recsys_desktop.ui.widgets.picture_loader import PictureLoader
from recsys_desktop.ui.widgets.rules.rules_menu import add_rule_actions
from recsys_desktop.ui.widgets.save_dialog import SaveTableDialog
from recsys_desktop.ui.workplace import Changes, Notice, Workplace

if TYPE_CHECKING:
    from recsys_desktop.services.listing.profiling import CustomerProfile

_FINDER_WIDTH, _PANEL_WIDTH, _WIDE_PANEL = 192, 232, 320
#: Below this width three columns leave a list no room for its words: the panel then goes under the customers, the history behind
#: a tab. From the other on there is room for longer words in the third column.
_NARROW, _WIDE = 1040, 1400


class CustomersPage(QWidget):
    """The page where most of the day is spent. A result that is not of the customer and the model in view is dropped."""

    list_painted = Signal()  # a new list stands on the screen: see RecommendationCards

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._workplace = workplace
        self._user_id: UserId | None = None
        self._kept: set[UserId] = set()  # typed in by hand here: taken back, they leave the page to another
        self._answering: set[tuple[UserId, ItemId]] = set()
        self._due = Changes.everything()  # what was not read since it changed, as the page was hidden
        self.finder = CustomerFinder()
        self.view = CustomerView()
        self.panel = FeedbackPanel()
        self.beside = HistoryCard(self.view.history.history)
        self.lists = CustomerLists(workplace, self.view, self)
        self._asking = Asking(workplace, self.panel.question, self)
        self._shown = ShownLists(workplace, self.view.cards, self, lambda: self.lists.scenario)
        self._pictures = PictureLoader(workplace, self)
        self._nobody = EmptyState(
            "customers",
            self.tr("No customers yet"),
            self.tr("Customers appear here once a file of orders or other behaviour is imported."),
            self.tr("Import files"),
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._everything = QWidget()
        self._left = QVBoxLayout()
        self._left.setSpacing(SPACE.m)
        self._left.addWidget(self.finder, 1)
        self._right = QVBoxLayout()
        self._right.setSpacing(SPACE.m)
        self._right.addWidget(self.panel)
        self._right.addWidget(self.beside, 1)
        self.finder.setFixedWidth(_FINDER_WIDTH)
        self._set_widths()
        row = QHBoxLayout(self._everything)
        row.setContentsMargins(SPACE.m, SPACE.m, SPACE.m, SPACE.m)
        row.setSpacing(0)
        row.addLayout(self._left)
        row.addSpacing(SPACE.m)
        row.addWidget(self.view, 1)
        row.addSpacing(SPACE.m - SCROLL_BAR)  # the bar of the cards lies in the gap beside them
        row.addLayout(self._right)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._everything)
        self._stack.addWidget(self._nobody)

    def _connect(self) -> None:
        self.finder.search_wanted.connect(self._search)
        self.finder.chosen.connect(self._choose)
        self.finder.new_wanted.connect(self._open_new_customer)
        self.view.cards.answered.connect(self._answer)
        self.view.cards.product_wanted.connect(self._open_product)
        self.view.cards.menu_made.connect(self._add_rules)
        self.view.cards.list_painted.connect(self.list_painted)
        self.view.history.product_wanted.connect(self._open_product)
        self.view.comparison.product_wanted.connect(self._open_product)
        self.beside.product_wanted.connect(self._open_product)
        self.lists.listed.connect(self._want_pictures)
        self.lists.gone.connect(self._leave)
        self.lists.listed.connect(self._watch)
        self.view.cards.asker = self._asker
        self.view.bar.hand_out_wanted.connect(self._open_hand_out)
        self.view.header.export_wanted.connect(self._ask_where_to_export)
        self.view.home_wanted.connect(lambda: self._workplace.page_wanted.emit("home", None))
        self.panel.undo_wanted.connect(self._undo)
        self.panel.all_wanted.connect(self._show_all_answers)
        self.panel.improve_wanted.connect(lambda: self._workplace.page_wanted.emit("training", None))
        self._pictures.loaded.connect(self.view.cards.repaint_cards)
        self._nobody.acted.connect(lambda: self._workplace.import_wanted.emit([]))
        self._workplace.changed.connect(self._on_changed)

    @property
    def selected(self) -> UserId | None:
        """The customer in view."""
        return self._user_id

    def open(self, user_id: UserId) -> None:
        """Show this customer, now or as soon as the page is seen."""
        self._user_id = user_id
        self._due = Changes.everything()
        if self.isVisible():
            self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        if narrow != self.panel.short:
            if narrow:
                self._left.addWidget(self.panel)
            else:
                self._right.insertWidget(0, self.panel)
            self.panel.set_short(narrow)
            self._order_panel(narrow)
        self._set_widths()

    def _order_panel(self, narrow: bool) -> None:
        """Let Tab come to the panel where it stands: after the customers, or before the history beside the list."""
        stops = [stop for stop in self.panel.findChildren(QWidget) if stop.focusPolicy() & Qt.FocusPolicy.TabFocus]
        former: QWidget = self.finder.list
        if not narrow:
            before = self.beside.list.previousInFocusChain()
            while before is not None and (before in stops or not before.focusPolicy() & Qt.FocusPolicy.TabFocus):
                before = before.previousInFocusChain()
            former = before or former
        for stop in stops:
            QWidget.setTabOrder(former, stop)
            former = stop

    def _set_widths(self) -> None:
        narrow = self.width() < _NARROW
        third = _WIDE_PANEL if self.width() >= _WIDE else _PANEL_WIDTH
        self.panel.setFixedWidth(_FINDER_WIDTH if narrow else third)
        self.beside.setFixedWidth(third)
        self.beside.setVisible(not narrow)
        self.view.bar.set_history_beside(not narrow)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def _on_changed(self, changes: Changes) -> None:
        self._due = _both(self._due, changes)
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        """Read again what has changed: the list before all else."""
        due, self._due = self._due, Changes()
        data = due.items or due.interactions
        if self._user_id is not None and due != Changes():
            self._read_customer(with_history=data or due.feedback)
        if due.feedback or due.model or data:
            giving_feedback.read_answers(workplace=self._workplace).succeeded.connect(self._show_answers)
        if data:
            self.finder.search_again()
        if due.model or due.rules:
            self.lists.read_choices()

    def _search(self, text: str, limit: int) -> None:
        browsing.search_customers(workplace=self._workplace, text=text, limit=limit).succeeded.connect(self._show_found)

    def _show_found(self, found: FoundCustomers) -> None:
        self._stack.setCurrentWidget(self._everything if found.ids or found.text or self._user_id else self._nobody)
        self.finder.show_found(found.text, found.ids, found.limit)
        first = self.finder.first()
        if self._user_id is None and first is not None:
            self.finder.mark(first)
            self._choose(first)
        elif self._user_id is not None:
            self.finder.mark(self._user_id)

    def _choose(self, user_id: str) -> None:
        self._user_id = UserId(user_id)
        self._read_customer(with_history=True)

    def _read_customer(self, *, with_history: bool) -> None:
        assert self._user_id is not None
        self.view.show_customer(self._user_id)
        self.lists.make(self._user_id)
        described = recommending.read_profile(workplace=self._workplace, user_id=self._user_id)
        described.succeeded.connect(self._show_profile)
        described.failed.connect(lambda _: None)  # the list fails for the same reason, and says so
        if with_history:
            read = recommending.read_history(workplace=self._workplace, user_id=self._user_id)
            read.succeeded.connect(self._show_history)

    def _watch(self, made: CustomerList) -> None:
        """Note what is seen of a customer's own list, and ask about the customer a little later."""
        own = made.recommendations if self.lists.is_plain else None
        self._shown.begin(own)
        if own is not None:
            self._asking.ask_about(own.user_id)

    def _asker(self) -> Asker | None:
        """Whose list is explained; None for a wish, whose reasons are no purchases."""
        if self._user_id is None or not self.lists.is_plain:
            return None
        return Asker(self._workplace, self._user_id, self.lists.scenario)

    def _show_all_answers(self) -> None:
        from recsys_desktop.ui.dialogs.answers import AnswersDialog

        AnswersDialog(self._workplace, self.window(), self._user_id).open()

    def _want_pictures(self, made: CustomerList) -> None:
        self._pictures.want(place.item for place in made.recommendations.items)

    def _show_profile(self, profile: CustomerProfile) -> None:
        if profile.user_id == self._user_id:
            self.view.show_profile(profile)

    def _show_history(self, history: CustomerHistory) -> None:
        if history.user_id == self._user_id:
            self.view.show_history(history)

    def _show_answers(self, log: AnswerLog) -> None:
        self.panel.show_log(log)

    def _answer(self, answer: Answer) -> None:
        """Store an answer; the same answer once more takes it back."""
        assert self._user_id is not None
        about = (self._user_id, answer.item_id)
        if about in self._answering:
            return
        standing = self.view.answer_about(answer.item_id)
        if standing is not None and (standing.kind, standing.value) == (answer.kind, answer.value):
            self._undo(standing.feedback_id)
            return
        self._answering.add(about)
        job = giving_feedback.give(
            workplace=self._workplace, user_id=self._user_id, item_id=answer.item_id, kind=answer.kind, value=answer.value
        )
        title = self.view.title_of(answer.item_id)
        job.succeeded.connect(lambda feedback: self._confirm(feedback, title))
        job.finished.connect(lambda: self._answering.discard(about))

    def _confirm(self, feedback: Feedback, title: str) -> None:
        said = answer_words(feedback.kind, feedback.value)
        text = message("feedback", "{said}: {title}").fill(said=said, title=title)
        self._workplace.notified.emit(Notice(text, undo=lambda: self._undo(feedback.feedback_id)))

    def _undo(self, feedback_id: int) -> None:
        job = giving_feedback.undo(workplace=self._workplace, feedback_id=feedback_id)
        job.succeeded.connect(lambda _: self._workplace.notified.emit(Notice(message("feedback", "Taken back"))))

    def _add_rules(self, menu: QMenu, item: Item) -> None:
        menu.addSeparator()
        add_rule_actions(menu, self._workplace, item, self.lists.scenario)

    def _open_new_customer(self) -> None:
        from recsys_desktop.ui.dialogs.new_customer_dialog import NewCustomerDialog

        dialog = NewCustomerDialog(self._workplace, self)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.kept.connect(self._keep)
        dialog.show()

    def _keep(self, user_id: str) -> None:
        self._kept.add(UserId(user_id))
        self.open(UserId(user_id))

    def _leave(self, user_id: UserId) -> None:
        """Go on to the customer at the top where one who was just kept is taken back; of any other the page says what is wrong."""
        if user_id == self._user_id and user_id in self._kept:
            self._user_id = None
            self.finder.search_again()

    def _open_hand_out(self) -> None:
        from recsys_desktop.services.handing.hand_outs import Wish
        from recsys_desktop.ui.dialogs.hand_out import HandOutDialog

        assert self._user_id is not None
        HandOutDialog(self._workplace, self, Wish("page", scenario=self.lists.scenario, users=(self._user_id,))).show()

    def _open_product(self, item_id: str) -> None:
        self._workplace.page_wanted.emit("products", ItemId(item_id))

    def _ask_where_to_export(self) -> None:
        dialog = SaveTableDialog(self, self.tr("Save the lists of all customers"), "recommendations.csv")
        dialog.fileSelected.connect(self.export_to)
        dialog.open()

    def export_to(self, path: str) -> None:
        """Write the lists of all customers to this file."""
        exporting.export(workplace=self._workplace, what="lists", path=Path(path))


def _both(one: Changes, other: Changes) -> Changes:
    return Changes(
        items=one.items or other.items,
        interactions=one.interactions or other.interactions,
        feedback=one.feedback or other.feedback,
        model=one.model or other.model,
        settings=one.settings or other.settings,
        rules=one.rules or other.rules,
    )
