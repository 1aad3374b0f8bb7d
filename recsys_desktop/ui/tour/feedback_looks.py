"""Reasons and feedback in one look: what can be asked about a place, the latest answers, all answers, what was shown."""

from __future__ import annotations

from recsys_desktop.domain.columns import UserId
from recsys_desktop.ui.dialogs.answers import AnswersDialog
from recsys_desktop.ui.operations.asking import read_question
from recsys_desktop.ui.operations.explaining import Asker
from recsys_desktop.ui.pages.customers import CustomersPage
from recsys_desktop.ui.tour.camera import Camera
from recsys_desktop.ui.tour.waiting import Watcher
from recsys_desktop.ui.widgets.feedback.feedback_popover import FeedbackPopover
from recsys_desktop.ui.widgets.feedback.why_popover import WhyPopover
from recsys_desktop.ui.window_keeper import WindowKeeper


def photograph(keeper: WindowKeeper, watcher: Watcher, camera: Camera) -> None:
    """Take the pictures of the look the window has now."""
    window = keeper.window
    window.go_to("customers")
    watcher.settle()
    page = window.page("customers")
    assert isinstance(page, CustomersPage)
    customer = page.selected
    if customer is not None:
        _photograph_reasons(page, customer, keeper, watcher, camera)
        _photograph_question(customer, keeper, watcher, camera)
    dialog = AnswersDialog(keeper.workplace, window, customer)
    dialog.show()
    for tab, name in enumerate(("dialog_answers", "dialog_answers_shown")):
        dialog.tabs.setCurrentIndex(tab)
        camera.take(dialog, name)
    dialog.reject()


def _photograph_reasons(page: CustomersPage, customer: UserId, keeper: WindowKeeper, watcher: Watcher, camera: Camera) -> None:
    card = page.view.cards.cards[0] if page.view.cards.cards else None
    if card is None or card.place is None:
        return
    why = WhyPopover(card.place, card, Asker(keeper.workplace, customer))
    why.open_at(card)
    why.table.activated.emit(why.model.index(0, 0))
    if why.words is not None:
        why.words.ask.click()
    watcher.settle()
    camera.take(why, "why_popover_asked")
    why.close()


def _photograph_question(customer: UserId, keeper: WindowKeeper, watcher: Watcher, camera: Camera) -> None:
    popover = FeedbackPopover(keeper.workplace, keeper.window, customer)
    read_question(workplace=keeper.workplace, user_id=customer).succeeded.connect(popover.panel.question.ask)
    popover.open_above(keeper.window.status.feedback)
    watcher.settle()
    camera.take(popover, "feedback_popover")
    popover.panel.why.setChecked(True)
    camera.take(popover, "feedback_popover_why")
    popover.close()
