"""The steps of the tour, each done as a person does it: by the window's own buttons and keys."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from recsys_desktop import paths
from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.engine.selection.wording import describe, describe_choice
from recsys_desktop.services.fitting import FitReport, PrepareReport
from recsys_desktop.services.handing.exporting import ExportReport
from recsys_desktop.services.imports.importing import ImportReport
from recsys_desktop.services.learning.training import TrainingPlan, TrainingReport
from recsys_desktop.services.listing.recommending import RecommendationList
from recsys_desktop.services.listing.standing import Standing
from recsys_desktop.services.samples import SampleReport
from recsys_desktop.ui.dialogs.import_dialog import ImportDialog
from recsys_desktop.ui.dialogs.product_dialog import ProductDialog
from recsys_desktop.ui.main_window import MainWindow
from recsys_desktop.ui.menus import EXPORT_NAME
from recsys_desktop.ui.operations import training
from recsys_desktop.ui.operations.recommending import CustomerList
from recsys_desktop.ui.pages.customers import CustomersPage
from recsys_desktop.ui.pages.insights import InsightsPage
from recsys_desktop.ui.pages.training import TrainingPage
from recsys_desktop.ui.tour import figures
from recsys_desktop.ui.tour.camera import Camera
from recsys_desktop.ui.tour.figures import say
from recsys_desktop.ui.tour.waiting import TourFailed, Watcher, wait_for
from recsys_desktop.ui.widgets.customers.recommendation_card import RecommendationCard
from recsys_desktop.ui.widgets.list_making_card import QUICK
from recsys_desktop.ui.window_keeper import WindowKeeper

#: Shown where the shop has this customer: one of the well-known data set, with a long history.
NAMED_CUSTOMER = UserId("13047")


#: Typed in by hand in the tour: title, category and description, for the sample shop's shelves or any shop with such a shelf.
NEW_PRODUCT = (
    "Beeswax tea lights, box of 12",
    "Home > Candles",
    "Pure beeswax tea lights, four hours each, in a gift box.",
)


class Script:
    """One pass over the whole job in one look."""

    def __init__(self, keeper: WindowKeeper, watcher: Watcher, camera: Camera, out: Path) -> None:
        self._keeper = keeper
        self._watcher = watcher
        self._camera = camera
        self._out = out
        #: Where the product typed in stands, once it is.
        self.standing: Standing | None = None

    @property
    def _window(self) -> MainWindow:
        return self._keeper.window

    def first_run(self) -> None:
        """Every page of an empty shop."""
        for name in ("home", "customers", "products", "training", "insights"):
            self._press(f"nav_{name}")
            self._camera.take(self._window, f"empty_{name}")
        self._press("nav_home")
        self._watcher.settle()

    def try_sample(self) -> None:
        """Look at the sample's files in the import window, then load the sample with its button."""
        folder = paths.resources_dir() / "sample_data" / "en"
        self._open_import([folder / "products.csv", folder / "orders.csv"], "import_dialog").reject()
        began = time.perf_counter()
        self._press("try_sample_shop")
        report = self._watcher.result(SampleReport)
        self._watcher.settle()
        say(f"from the click on the sample shop to its lists: {time.perf_counter() - began:.1f} s")
        figures.say_import(report.imported)
        figures.say_preparation(report.prepared)

    def import_orders(self, path: Path) -> None:
        """Import a file of order lines through the import window."""
        dialog = self._open_import([path], "import_dialog")
        if not dialog.ready:
            raise TourFailed(f"{path.name} cannot be imported: {dialog.reason.text()}")
        dialog.next.click()
        dialog.go.click()
        figures.say_import(self._watcher.result(ImportReport))
        self._camera.take(dialog, "import_result", settled=False)
        dialog.done_button.click()
        figures.say_preparation(self._watcher.result(PrepareReport))
        self._watcher.settle()

    def look_at_customer(self) -> None:
        """Open a customer and print the list."""
        self._press("nav_customers")
        self._watcher.settle()
        page = self._customers()
        if self._keeper.workplace.shop.users.key_of(NAMED_CUSTOMER) is not None:
            page.open(NAMED_CUSTOMER)
            self._watcher.settle()
        figures.say_list(self._list())
        self._camera.take(self._window, "customers_list")

    def click_three_times(self) -> None:
        """Say like, not for this customer and never show, about three products of the list."""
        before = self._list()
        page = self._customers()
        answers = (("like", _like), ("not for this customer", _refuse), ("never show", _forbid))
        for (name, answer), place in zip(answers, before.items, strict=False):
            card = next(card for card in page.view.cards.cards if card.item_id == place.item.item_id)
            title = place.item.title
            began = time.perf_counter()
            wait_for(page.list_painted, partial(answer, card), "the list after a click")
            say(f"click: {name}, {title}: list painted after {1000 * (time.perf_counter() - began):.0f} ms")
            self._watcher.settle()
        say("places before and after the three clicks:")
        figures.say_change(before, self._list())
        self._camera.take(self._window, "customers_after_clicks")

    def add_product(self) -> None:
        """Type a product in, and look at a customer in whose list it stands."""
        self._press("nav_products")
        self._watcher.settle()
        self._press("product_add")
        dialog = next(found for found in self._window.findChildren(ProductDialog) if found.isVisible())
        self._watcher.settle()
        fields = dialog.fields
        title, category, description = NEW_PRODUCT
        fields.title.setText(title)
        fields.category.setEditText(category)
        fields.description.setPlainText(description)
        fields.price.setText("9.50")
        self._camera.take(dialog, "product_form")
        began = time.perf_counter()
        dialog.go.click()
        self.standing = found = self._watcher.result(Standing)
        say(f"a product typed in: {title}, placed after {time.perf_counter() - began:.1f} s. {found.sentence}")
        self._camera.take(self._window, "product_added")
        if found.places:
            first = found.places[0]
            say(f"  place {first.rank} in the list of customer {first.user_id}")
            self._window.toast.hide()
            show_in_list(self._window, self._watcher, first.user_id, found.item_id)
            self._camera.take(self._window, "customers_new_product")

    def fit_to_shop(self) -> None:
        """Try out quickly which lists suit the shop, and print how they are made."""
        self._press("nav_insights")
        self._watcher.settle()
        page = self._window.page("insights")
        assert isinstance(page, InsightsPage)
        page.making.fit_wanted.emit(QUICK)
        report = self._watcher.result(FitReport)
        say(f"fitted to the shop in {report.seconds:.0f} s:")
        for text in (*describe(report.choice.settings, True), *describe_choice(report.choice)):
            say(f"  {text}")
        self._watcher.settle()
        page.page.ensureWidgetVisible(page.making)
        self._camera.take(self._window, "insights_list_making")

    def improve(self, plan: TrainingPlan | None = None) -> None:
        """Press Improve, watch the curves grow, print the judgement; with a ``plan``, begin that training instead."""
        self._window.toast.hide()
        self._press("nav_training")
        self._watcher.settle()
        self._watcher.forget()
        page = self._window.page("training")
        assert isinstance(page, TrainingPage)
        workplace = self._keeper.workplace
        begin = page.go.click if plan is None else partial(training.improve, workplace=workplace, plan=plan)
        wait_for(workplace.runner.started, begin, "the training to begin")
        drawn = page.quality.series
        self._watcher.until(lambda: len(drawn("ndcg@10")[0]) >= 2 or not page.stop.isVisible(), "the first points of the curves")
        self._camera.take(self._window, "training_running", settled=False)
        figures.say_training(self._watcher.result(TrainingReport))
        self._camera.take(self._window, "training_verdict")

    def compare(self) -> None:
        """Ask whether the lists help."""
        self._press("nav_insights")
        self._watcher.settle()
        page = self._window.page("insights")
        assert isinstance(page, InsightsPage)
        page.start.button.click()
        self._camera.take(self._window, "insights_compared")
        say(f"insights: {page.verdict.text()}")

    def export(self) -> None:
        """Save the lists of all customers."""
        target = self._out / EXPORT_NAME
        self._customers().export_to(str(target))
        report = self._watcher.result(ExportReport)
        say(f"{report.rows:,} rows for {report.users:,} customers written to {target.name}")

    def _customers(self) -> CustomersPage:
        page = self._window.page("customers")
        assert isinstance(page, CustomersPage)
        return page

    def _list(self) -> RecommendationList:
        return self._watcher.result(CustomerList).recommendations

    def _open_import(self, files: list[Path], name: str) -> ImportDialog:
        self._keeper.workplace.import_wanted.emit(files)
        dialog = next(found for found in self._window.findChildren(ImportDialog) if found.isVisible())
        self._watcher.settle()
        self._camera.take(dialog, name)
        return dialog

    def _press(self, name: str) -> None:
        press(self._window, name)


def show_in_list(window: MainWindow, watcher: Watcher, user_id: UserId, item_id: ItemId) -> None:
    """Show a customer, with the card of a product of their list on the screen, if it is still there."""
    window.go_to("customers", user_id)
    watcher.settle()
    page = window.page("customers")
    assert isinstance(page, CustomersPage)
    for card in page.view.cards.cards:
        if card.item_id == item_id:
            page.view.cards.ensureWidgetVisible(card)


def press(window: QWidget, name: str) -> None:
    """Press a button by its object name. Raises TourFailed where there is none to press."""
    button = window.findChild(QAbstractButton, name)
    if button is None or not button.isEnabled() or not button.isVisible():
        raise TourFailed(f"no button {name} to press")
    button.click()


def _like(card: RecommendationCard) -> None:
    card.like.click()


def _refuse(card: RecommendationCard) -> None:
    card.not_for.click()


def _forbid(card: RecommendationCard) -> None:
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(card, key)
