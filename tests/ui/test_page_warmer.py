"""Pages are made while the window stands idle, one step at a time, and then no more."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from recsys_desktop.ui import page_maker
from recsys_desktop.ui.page_warmer import PageWarmer

pytestmark = pytest.mark.usefixtures("qapp")


class Window:
    """Notes which pages were asked for."""

    def __init__(self) -> None:
        self.made: list[str] = []

    def page(self, name: str) -> None:
        self.made.append(name)


@pytest.fixture
def window() -> Window:
    return Window()


def test_every_page_takes_two_steps_its_code_and_itself(window: Window) -> None:
    warmer = PageWarmer(lambda: window)  # type: ignore[arg-type, return-value]  # it needs nothing else of a window
    warmer.step()
    assert window.made == []
    warmer.step()
    assert window.made == ["home"]
    for _ in range(2 * len(page_maker.NAMES) - 2):
        warmer.step()
    assert window.made == list(page_maker.NAMES)
    warmer.step()
    assert window.made == list(page_maker.NAMES)


def test_it_goes_on_by_itself_and_ends(qtbot: QtBot, window: Window) -> None:
    warmer = PageWarmer(lambda: window)  # type: ignore[arg-type, return-value]  # as above
    warmer.start()
    qtbot.waitUntil(lambda: window.made == list(page_maker.NAMES) and not warmer.running, timeout=10_000)


def test_it_stops_when_told(window: Window) -> None:
    warmer = PageWarmer(lambda: window)  # type: ignore[arg-type, return-value]  # as above
    warmer.start()
    assert warmer.running
    warmer.stop()
    assert not warmer.running
