"""Every page, dialog and pop-up in every look: light and dark, English and Chinese."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QWidget

from recsys_desktop.services.listing.standing import Standing
from recsys_desktop.settings import COLOURS, LANGUAGE
from recsys_desktop.ui import page_maker
from recsys_desktop.ui.dialogs.closing import ClosingDialog
from recsys_desktop.ui.dialogs.crash import CrashDialog
from recsys_desktop.ui.dialogs.import_dialog import ImportDialog
from recsys_desktop.ui.dialogs.product_dialog import ProductDialog
from recsys_desktop.ui.pages.customers import CustomersPage
from recsys_desktop.ui.pages.insights import InsightsPage
from recsys_desktop.ui.pages.training import TrainingPage
from recsys_desktop.ui.tour import (
    customer_looks,
    feedback_looks,
    hand_out_looks,
    help_looks,
    product_looks,
    pseudo,
    rules_looks,
    training_looks,
)
from recsys_desktop.ui.tour.camera import Camera, window_size
from recsys_desktop.ui.tour.import_looks import ImportLooks
from recsys_desktop.ui.tour.script import show_in_list
from recsys_desktop.ui.tour.waiting import Watcher
from recsys_desktop.ui.widgets.feedback.why_popover import WhyPopover
from recsys_desktop.ui.window_keeper import WindowKeeper
from recsys_desktop.ui.workplace import Changes, Workplace

LOOKS = tuple(product(("light", "dark"), ("en", "zh_CN")))
#: What each part of the window photographs of itself in every look; it leaves the shop as it found it.
Photographer = Callable[[WindowKeeper, Watcher, Camera], None]


def set_look(keeper: WindowKeeper, watcher: Watcher, colours: str, language: str) -> None:
    """Let the window be rebuilt in other colours and another language, as the settings page does it."""
    settings = keeper.workplace.shop.settings
    settings.set(COLOURS, colours)
    settings.set(LANGUAGE, language)
    keeper.workplace.changed.emit(Changes(settings=True))
    keeper.window.resize(*window_size())
    watcher.settle()
    keeper.window.toast.hide()  # what was said before has nothing to do with the pictures


def photograph_all(keeper: WindowKeeper, watcher: Watcher, camera: Camera, standing: Standing | None) -> None:
    """Take the pictures of all looks; ``standing`` says in whose lists the product typed in stands."""
    for colours, language in LOOKS:
        set_look(keeper, watcher, colours, language)
        camera.set_look(f"{colours}-{language}")
        _photograph_pages(keeper, camera)
        _details(keeper, camera)
        if standing is not None and standing.places:
            show_in_list(keeper.window, watcher, standing.places[0].user_id, standing.item_id)
            camera.take(keeper.window, "customers_new_product")
        _dialogs(keeper.workplace, keeper.window, camera)
        for photograph in _parts():
            photograph(keeper, watcher, camera)
    imports = ImportLooks(keeper, watcher, camera)
    for colours, language in LOOKS:  # after all others: what is imported for these pictures makes the lists anew
        set_look(keeper, watcher, colours, language)
        camera.set_look(f"{colours}-{language}")
        imports.photograph()


def photograph_long_words(keeper: WindowKeeper, watcher: Watcher, camera: Camera) -> None:
    """Take the pictures of every page and dialog in a language of long words."""
    set_look(keeper, watcher, "light", "en")
    translator = pseudo.install(keeper)
    keeper.rebuild()
    watcher.settle()
    camera.set_look("light-long")
    _photograph_pages(keeper, camera)
    _dialogs(keeper.workplace, keeper.window, camera)
    for photograph in _parts():
        photograph(keeper, watcher, camera)
    QCoreApplication.removeTranslator(translator)
    keeper.rebuild()
    watcher.settle()


def _photograph_pages(keeper: WindowKeeper, camera: Camera) -> None:
    for name in page_maker.NAMES:
        keeper.window.go_to(name)
        camera.take(keeper.window, name)


def _parts() -> tuple[Photographer, ...]:
    """The photographers of the parts, one line for each."""
    return (
        customer_looks.photograph,
        feedback_looks.photograph,
        help_looks.photograph,
        rules_looks.photograph,
        hand_out_looks.photograph,
        training_looks.photograph,
        product_looks.photograph,
    )


def _details(keeper: WindowKeeper, camera: Camera) -> None:
    window = keeper.window
    customers, training = window.page("customers"), window.page("training")
    assert isinstance(customers, CustomersPage)
    assert isinstance(training, TrainingPage)
    window.go_to("customers")
    card = customers.view.cards.cards[0]
    if card.place is not None:
        why = WhyPopover(card.place, card)
        why.open_at(card)
        camera.take(why, "why_popover")
        why.close()
    window.go_to("products")
    camera.take(window, "products_detail")
    window.go_to("insights")
    insights = window.page("insights")
    assert isinstance(insights, InsightsPage)
    insights.page.ensureWidgetVisible(insights.making)
    camera.take(window, "insights_list_making")


def _dialogs(workplace: Workplace, window: QWidget, camera: Camera) -> None:
    try:
        raise ValueError("an example of a mistake")
    except ValueError as error:
        crash = CrashDialog(error, window)
    dialogs: list[tuple[str, QDialog]] = [
        ("dialog_import_empty", ImportDialog(workplace, (), window)),
        ("dialog_product", ProductDialog(workplace, None, window)),
        ("dialog_crash", crash),
        ("dialog_closing", ClosingDialog(["Import"], window)),
    ]
    for name, dialog in dialogs:
        dialog.show()
        camera.take(dialog, name)
        dialog.hide()
        dialog.deleteLater()
