"""Contrast computed by WCAG 2.2: of every rule of the stylesheet, and of every text on the ground it is really painted on."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from recsys_desktop.settings import COLOURS
from recsys_desktop.ui import page_maker, theme
from recsys_desktop.ui.stylesheet import stylesheet
from recsys_desktop.ui.theme import DARK, LIGHT, Theme
from recsys_desktop.ui.window_keeper import WindowKeeper
from recsys_desktop.ui.workplace import Workplace
from tests.ui.looking import PART_CONTRAST, TEXT_CONTRAST, contrast, hard_to_read

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

THEMES = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")]
_COLOUR = r"(#[0-9A-Fa-f]{6})"


@dataclass(frozen=True)
class Rule:
    """One selector of the stylesheet with the colours it sets, "" for those it does not."""

    selector: str
    ink: str
    ground: str


def rules(used: Theme) -> list[Rule]:
    found = []
    for selectors, body in re.findall(r"([^{}]+)\{([^}]*)\}", stylesheet(used)):
        ink = re.search(rf"(?<!-)\bcolor: {_COLOUR}", body)
        ground = re.search(rf"(?<!-)\bbackground: {_COLOUR}", body)
        for selector in selectors.strip().split(","):
            found.append(Rule(selector.strip(), ink[1] if ink else "", ground[1] if ground else ""))
    return found


def grounds(rule: Rule, everything: list[Rule], used: Theme) -> list[str]:
    """Return what a rule's words may stand on: its own ground, that of the frame it is said to be in, or any of the window's."""
    if rule.ground:
        return [rule.ground]
    plain = re.split(r":+[a-z]", rule.selector)[0]  # without ":hover" the control has the ground it has at rest
    at_rest = [other.ground for other in everything if other.ground and other.selector == plain]
    frame = [other.ground for other in everything if other.ground and rule.selector.startswith(f"{other.selector} ")]
    return at_rest or frame or [used.bg, used.surface, used.raised]


@pytest.mark.parametrize("used", THEMES)
def test_every_rule_that_colours_words_can_be_read(used: Theme) -> None:
    everything = rules(used)
    inked = [rule for rule in everything if rule.ink]
    assert len(inked) > 30
    faint = [
        (rule.selector, rule.ink, ground, round(contrast(rule.ink, ground), 2))
        for rule in inked
        for ground in grounds(rule, everything, used)
        if contrast(rule.ink, ground) < TEXT_CONTRAST
    ]
    assert faint == []


@pytest.mark.parametrize("used", THEMES)
def test_every_ground_of_a_rule_bears_the_words_that_stand_on_it(used: Theme) -> None:
    """Where a rule changes the ground only, the words keep the colour of the window, or of the control at rest."""
    everything = rules(used)
    faint = []
    for rule in everything:
        if (
            not rule.ground
            or rule.ink
            or re.search(r"::|handle|groove|chunk|line|indicator|Bar|sub-page|TextBrowser", rule.selector)
        ):
            continue
        plain = re.split(r":+[a-z]", rule.selector)[0]
        inks = [other.ink for other in everything if other.ink and other.selector == plain] or [used.text]
        if "toast" in rule.selector:
            inks = [used.surface]
        faint += [(rule.selector, ink, rule.ground) for ink in inks if contrast(ink, rule.ground) < TEXT_CONTRAST]
    assert faint == []


@pytest.mark.parametrize("used", THEMES)
def test_what_shows_where_a_control_is_can_be_seen(used: Theme) -> None:
    for ground in (used.bg, used.surface, used.raised):
        for part in (used.edge, used.muted, used.accent, used.danger, used.text):
            assert contrast(part, ground) >= PART_CONTRAST, (part, ground)
    for part in (used.chart_1, used.chart_2):
        assert contrast(part, used.surface) >= PART_CONTRAST


@pytest.mark.parametrize("used", THEMES)
def test_fields_grooves_and_scroll_bars_are_drawn_in_the_colour_that_can_be_seen(used: Theme) -> None:
    sheet = stylesheet(used)
    for part in (
        r"QDateEdit \{[^}]*border: 1px solid",
        r"QSlider::groove:horizontal \{[^}]*background:",
        r"QScrollBar::handle \{ background:",
    ):
        found = re.search(rf"{part} {_COLOUR}", sheet)
        assert found is not None, part
        assert found[1] == used.edge
    assert f"indicator {{ width: 16px; height: 16px; border: 1px solid {used.muted}" in sheet


@pytest.mark.parametrize("used", THEMES)
def test_letters_of_tiles_can_be_read(used: Theme) -> None:
    assert [pair for pair in used.tiles if contrast(*pair) < TEXT_CONTRAST] == []


@pytest.mark.parametrize("used", THEMES)
def test_every_text_of_every_page_on_the_ground_it_is_painted_on(
    qapp: QApplication, qtbot: QtBot, stocked: Workplace, used: Theme
) -> None:
    stocked.shop.settings.set(COLOURS, used.name)
    keeper = WindowKeeper(qapp, stocked, stocked.shop.data_dir)
    keeper.window.resize(1366, 768)
    keeper.window.show()
    assert theme.current() is used
    faint: dict[str, list[str]] = {}
    for name in page_maker.NAMES:
        keeper.window.go_to(name)
        for _ in range(2):  # what came of the work may have asked for more
            qtbot.waitUntil(lambda: not stocked.runner.jobs, timeout=20_000)
            qapp.processEvents()
        if found := hard_to_read(keeper.window):
            faint[name] = found
    keeper.window.retire()
    keeper.deleteLater()
    theme.apply(qapp, "light")
    assert faint == {}
