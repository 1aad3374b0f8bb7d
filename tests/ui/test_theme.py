"""The theme: contrast computed from the tokens, one pixel of each scheme, icons in the theme's colours."""

from __future__ import annotations

import re
from itertools import product

import pytest
from PySide6.QtGui import QColor, QFontInfo, QFontMetrics
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from recsys_desktop import paths
from recsys_desktop.ui import theme
from recsys_desktop.ui.theme import DARK, LIGHT, Theme
from recsys_desktop.ui.widgets.buttons import PrimaryButton
from recsys_desktop.ui.widgets.card import Card

THEMES = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")]


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.2."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_computed_as_wcag_says() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("used", THEMES)
def test_text_can_be_read_on_every_ground(used: Theme) -> None:
    pairs = [*product((used.text, used.muted), (used.bg, used.surface, used.raised))]
    pairs += [(used.accent, ground) for ground in (used.bg, used.surface, used.accent_soft)]
    pairs += [(used.on_accent, used.accent), (used.on_accent, theme.accent_strong(used))]
    pairs += [(used.warning, ground) for ground in (used.bg, used.surface, used.warning_soft)]
    pairs += [(used.danger, ground) for ground in (used.bg, used.surface)]
    pairs += [(used.surface, used.text), (used.accent, used.raised)]
    assert [(front, ground) for front, ground in pairs if contrast(front, ground) < 4.5] == []


@pytest.mark.parametrize("used", THEMES)
def test_curves_and_frames_of_controls_can_be_seen(used: Theme) -> None:
    for colour in (used.chart_1, used.chart_2, used.accent):
        assert contrast(colour, used.surface) >= 3.0


@pytest.mark.parametrize("used", THEMES)
def test_one_pixel_of_page_card_and_primary_button(qapp: QApplication, qtbot: QtBot, used: Theme) -> None:
    theme.apply(qapp, used.name)
    page = QWidget()
    page.setObjectName("page")
    page.resize(200, 200)
    qtbot.addWidget(page)
    card = Card(parent=page)
    card.setGeometry(20, 20, 160, 80)
    button = PrimaryButton("", "primary", page)
    button.setGeometry(20, 120, 160, 40)
    page.show()
    picture = page.grab().toImage()
    assert picture.pixelColor(5, 5) == QColor(used.bg)
    assert picture.pixelColor(100, 60) == QColor(used.surface)
    assert picture.pixelColor(100, 140) == QColor(used.accent)


@pytest.mark.parametrize("used", THEMES)
def test_icons_are_drawn_in_the_colour_asked_for(qapp: QApplication, used: Theme) -> None:
    theme.apply(qapp, used.name)
    for role in ("text", "muted", "accent"):
        picture = theme.pixmap("plus", role).toImage()
        assert picture.size().width() == 40
        assert picture.pixelColor(20, 20) == QColor(getattr(used, role))
        assert picture.pixelColor(2, 2).alpha() == 0


def test_every_drawing_keeps_to_the_grid_and_the_stroke() -> None:
    drawings = sorted((paths.resources_dir() / "icons").glob("*.svg"))
    assert len(drawings) > 30
    for drawing in drawings:
        text = drawing.read_text(encoding="utf-8")
        assert 'viewBox="0 0 20 20"' in text, drawing.name
        assert 'stroke-width="1.75"' in text, drawing.name
        tone = drawing.stem.rpartition("_")[2]
        colours = set(re.findall(r"#[0-9A-Fa-f]{6}|currentColor", text))
        allowed = {"light": {LIGHT.muted, LIGHT.on_accent}, "dark": {DARK.muted, DARK.on_accent}}.get(tone, {"currentColor"})
        assert colours <= allowed, drawing.name


def test_no_colour_is_written_outside_the_theme() -> None:
    ui = paths.resources_dir().parent / "recsys_desktop" / "ui"
    found = {
        str(path.relative_to(ui)): colours
        for path in ui.rglob("*.py")
        if path.name != "theme.py" and (colours := re.findall(r"[\"'(]#[0-9A-Fa-f]{3,8}\b", path.read_text(encoding="utf-8")))
    }
    assert found == {}


def test_chinese_letters_are_not_boxes(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    metrics = QFontMetrics(theme.font())
    if not metrics.inFontUcs4(ord("汉")) and "CJK" not in " ".join(theme.font().families()):
        pytest.skip(f"no font with Chinese letters beside {QFontInfo(theme.font()).family()}")
    label = QWidget()
    drawn = [_ink("汉", label), _ink("字", label)]
    assert drawn[0] != drawn[1], "two different letters look alike: both are the box for a missing one"


def _ink(letter: str, parent: QWidget) -> bytes:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QPainter, QPixmap

    picture = QPixmap(40, 40)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.setFont(theme.font(theme.TYPE.number))
    painter.drawText(4, 32, letter)
    painter.end()
    del parent
    return bytes(picture.toImage().constBits())
