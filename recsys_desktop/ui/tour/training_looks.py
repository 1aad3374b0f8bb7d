"""What a training may find, the words of other catalogues, and the details for experts, in one look."""

from __future__ import annotations

from recsys_desktop.services.learning.judgement import verdict_of
from recsys_desktop.settings import CATALOGUE_WORDS
from recsys_desktop.ui.pages.training import TrainingPage
from recsys_desktop.ui.texts import words
from recsys_desktop.ui.tour.camera import Camera
from recsys_desktop.ui.tour.waiting import Watcher
from recsys_desktop.ui.widgets.home.welcome import Welcome
from recsys_desktop.ui.window_keeper import WindowKeeper
from recsys_desktop.ui.workplace import Changes

#: Figures for the pictures of an outcome that this shop's own training may not have had.
_HITS, _CUSTOMERS = {"new": 37, "active": 31, "popularity": 22}, 412


def photograph(keeper: WindowKeeper, watcher: Watcher, camera: Camera) -> None:
    """Photograph both outcomes, the details, the welcome, and two pages in the words of films and of articles."""
    _verdicts(keeper, watcher, camera)
    welcome = Welcome()
    welcome.resize(keeper.window.size())
    camera.take(welcome, "home_welcome")
    for catalogue in ("films", "articles", "products"):
        _speak_of(keeper, watcher, catalogue)
        if catalogue != "products":
            keeper.window.go_to("home")
            camera.take(keeper.window, f"home_{catalogue}")
            keeper.window.go_to("customers")
            camera.take(keeper.window, f"customers_{catalogue}")


def _verdicts(keeper: WindowKeeper, watcher: Watcher, camera: Camera) -> None:
    window = keeper.window
    window.go_to("training")
    page = window.page("training")
    assert isinstance(page, TrainingPage)
    watcher.settle()
    answered = page.verdict.isHidden()
    better = words(verdict_of(_HITS, _CUSTOMERS, better=True, better_among_new=True))
    page.verdict.show_better(better, 3, 2)
    camera.take(window, "training_better")
    no_better = words(verdict_of({**_HITS, "new": 32}, _CUSTOMERS, better=False, better_among_new=False))
    page.verdict.show_not_better(no_better, 2, 3)
    camera.take(window, "training_not_better")
    page.verdict.setVisible(not answered)
    page.experts.button.click()
    watcher.settle()
    page.page.ensureWidgetVisible(page.details)
    camera.take(window, "training_details")
    page.experts.button.click()


def _speak_of(keeper: WindowKeeper, watcher: Watcher, catalogue: str) -> None:
    keeper.workplace.shop.settings.set(CATALOGUE_WORDS, catalogue)
    keeper.workplace.changed.emit(Changes(settings=True))
    watcher.settle()
