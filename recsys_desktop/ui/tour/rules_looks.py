"""The rules page in one look: an example of every rule, and the dialogs in which things are chosen and named."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.rules import STANDARD, Boost, Rules, Scenario
from recsys_desktop.services.listing import scenarios
from recsys_desktop.services.shop import Shop
from recsys_desktop.ui.pages.rules import RulesPage
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.tour.camera import Camera
from recsys_desktop.ui.tour.waiting import Watcher
from recsys_desktop.ui.widgets.rules.rules_first import CATEGORY
from recsys_desktop.ui.widgets.rules.scenario_box import scenario_title
from recsys_desktop.ui.window_keeper import WindowKeeper
from recsys_desktop.ui.workplace import Changes

_NAME = "Newsletter"
#: Products and categories of an example, by their place in the catalogue.
_PINNED, _BLOCKED, _BOOSTED, _HIDDEN = slice(1, 3), slice(4, 6), 8, 10


def photograph(keeper: WindowKeeper, watcher: Watcher, camera: Camera) -> None:
    """Take the pictures of the look the window has now; the example's rules are gone afterwards."""
    shop, window = keeper.workplace.shop, keeper.window
    hidden = _begin(shop)
    keeper.workplace.changed.emit(Changes(rules=True))
    window.go_to("rules", _NAME)
    page = window.page("rules")
    assert isinstance(page, RulesPage)
    watcher.settle()
    page.costs.find_out()
    watcher.until(lambda: page.costs.shown == page.rules, "what the rules cost")
    camera.take(window, "rules_example")
    for card in (page.categories, page.variety, page.first, page.out):
        page.page.verticalScrollBar().setValue(card.y() - SPACE.m)
        camera.take(window, f"{card.objectName()}")
    page.first.add.click()
    _take_dialog(page, camera, "rules_choose_product")
    page.boosts.thing_wanted.emit(CATEGORY)
    _take_dialog(page, camera, "rules_choose_category")
    page.bar.rename_wanted.emit()
    _take_dialog(page, camera, "rules_name")
    scenarios.hide(shop, hidden, False)
    scenarios.delete(shop, _NAME)
    page.page.verticalScrollBar().setValue(0)
    keeper.workplace.changed.emit(Changes(rules=True))
    watcher.until(lambda: page.bar.box.currentText() == scenario_title(STANDARD), "the rules of every list")


def _begin(shop: Shop) -> ItemId:
    """Store the example's rules, and return the product that is hidden for it."""
    ids = [item.item_id for item in shop.catalogue.page("", _HIDDEN + 1)]
    categories = [name for name, _ in shop.catalogue.counted_values("category")]
    rules = Rules(
        list_length=6,
        price_low=3.0,
        without_categories=tuple(categories[1:6:2]),
        bring_back_days=60,
        pinned=tuple(ids[_PINNED]),
        blocked=tuple(ids[_BLOCKED]),
        boosts=(Boost("item", ids[_BOOSTED], 0.5), *(Boost("category", name, -1.0) for name in categories[:1])),
        rest_lists=1,
        diversity=0.4,
        long_tail=0.2,
    )
    scenarios.save(shop, Scenario(_NAME, rules))
    scenarios.hide(shop, ids[_HIDDEN], True)
    return ids[_HIDDEN]


def _take_dialog(page: RulesPage, camera: Camera, name: str) -> None:
    dialog = page.findChild(QDialog)
    assert isinstance(dialog, QDialog)
    camera.take(dialog, name)
    dialog.reject()
    dialog.setParent(None)  # the next one is found by its kind
