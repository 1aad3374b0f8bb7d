"""Colours, sizes and fonts, once. No colour or size is written anywhere else."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from recsys_desktop import paths


class Space(NamedTuple):
    """The spacing scale in pixels, smallest to largest."""

    xxs: int = 4
    xs: int = 8
    s: int = 12
    m: int = 16
    l: int = 24  # noqa: E741 the name everyone uses for it
    xl: int = 32


class Type(NamedTuple):
    """The type scale in pixels."""

    small: int = 12
    body: int = 13
    heading: int = 15
    page: int = 20
    number: int = 28


SPACE = Space()
TYPE = Type()
REGULAR, SEMIBOLD = QFont.Weight.Normal, QFont.Weight.DemiBold
RADIUS_CARD, RADIUS_CONTROL = 8, 6
ICON = 20
CONTROL_HEIGHT = 32
ROW_HEIGHT = 36
LIST_CARD_HEIGHT = 96
CHIP_HEIGHT = 22
RAIL_WIDTH = 208
#: Milliseconds of a movement that explains something, and of a toast that can be undone.
MOTION_MS = 140
TOAST_MS = 8000
#: Families with Chinese letters on Windows, macOS and Linux, asked when the system's own font lacks a letter.
CJK_FAMILIES = ("Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC")
#: What a bare Linux offers as "system font". Noto's letters are calmer, where they are installed: its Chinese family for a Chinese
#: window; for others the Korean one, which holds the same letters with quotation marks of Latin width.
_BARE_FAMILIES = ("DejaVu Sans", "Sans Serif", "Bitstream Vera Sans")
_CALMER_CHINESE = ("Noto Sans CJK SC",)
_CALMER = ("Noto Sans", "Noto Sans CJK KR")


@dataclass(frozen=True)
class Theme:
    """The colours of one scheme as ``#rrggbb``."""

    name: str
    bg: str
    surface: str
    raised: str
    border: str  # hairlines, which nothing depends on
    edge: str  # what shows where a control is: frames of fields, grooves, scroll bars; 3:1 on every ground
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_soft: str
    warning: str
    warning_soft: str
    danger: str
    chart_1: str
    chart_2: str
    tiles: tuple[tuple[str, str], ...]  # (ground, letter) of the squares that stand for products without a picture

    @property
    def is_dark(self) -> bool:
        """Whether this is the dark scheme."""
        return self.name == "dark"


LIGHT = Theme(
    name="light",
    bg="#F6F7F4",
    surface="#FFFFFF",
    raised="#EEF1EC",
    border="#D9DDD6",
    edge="#7F8881",
    text="#1C211E",
    muted="#59615B",
    accent="#0E6B54",
    on_accent="#FFFFFF",
    accent_soft="#DCEFE7",
    warning="#7A4F00",
    warning_soft="#FFF1D0",
    danger="#AE2A22",
    chart_1="#0072B2",
    chart_2="#B84F00",
    tiles=(
        ("#BFDDD3", "#14503F"),
        ("#EDD3A6", "#664208"),
        ("#EBC3C0", "#752623"),
        ("#E0BFD0", "#652243"),
        ("#C9D0E4", "#33406B"),
        ("#D8DDB2", "#464D17"),
        ("#BEDAE8", "#164961"),
        ("#E0D3C4", "#524230"),
    ),
)
DARK = Theme(
    name="dark",
    bg="#141715",
    surface="#1C201E",
    raised="#272D2A",
    border="#39403C",
    edge="#78817B",
    text="#E7EBE8",
    muted="#A5AEA8",
    accent="#55C7A5",
    on_accent="#06231A",
    accent_soft="#173A2F",
    warning="#F1C772",
    warning_soft="#3A2F14",
    danger="#F28B82",
    chart_1="#56B4E9",
    chart_2="#E69F00",
    tiles=(
        ("#2B5247", "#A9DCCB"),
        ("#584523", "#EBCB97"),
        ("#5A3433", "#F0B9B6"),
        ("#533143", "#E6B3CC"),
        ("#394360", "#BECAE8"),
        ("#464B2A", "#D2DAA0"),
        ("#29495A", "#A8D2E8"),
        ("#4D4238", "#DDCCB8"),
    ),
)

_THEMES = {"light": LIGHT, "dark": DARK}
_current = LIGHT


def accent_strong(chosen: Theme) -> str:
    """Return the accent under the pointer: a step away from the page's ground."""
    accent = QColor(chosen.accent)
    return (accent.lighter(112) if chosen.is_dark else accent.darker(118)).name()


def current() -> Theme:
    """Return the theme in use."""
    return _current


def resolve(scheme: str) -> Theme:
    """Return the theme for "light", "dark" or "system" (what the computer asks for; light where it does not say)."""
    if scheme in _THEMES:
        return _THEMES[scheme]
    return DARK if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT


def apply(app: QApplication, scheme: str) -> Theme:
    """Put the whole application into a scheme: "light", "dark" or "system"."""
    from recsys_desktop.ui.stylesheet import stylesheet  # which reads the tokens above

    global _current  # noqa: PLW0603 the one place that knows what is in use
    _current = resolve(scheme)
    app.setStyle("Fusion")
    app.setFont(font())
    app.setPalette(palette(_current))
    app.setStyleSheet(stylesheet(_current))
    return _current


def font(size: int = TYPE.body, weight: QFont.Weight = REGULAR) -> QFont:
    """Return the system's font in a size of the scale (pixels), with families that know Chinese letters behind it."""
    made = QFont()
    made.setFamilies(list(_families(QLocale().language() == QLocale.Language.Chinese)))
    made.setPixelSize(size)
    made.setWeight(weight)
    return made


@functools.cache
def _families(chinese: bool) -> tuple[str, ...]:
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    installed = set(QFontDatabase.families())
    cjk = tuple(family for family in CJK_FAMILIES if family in installed)
    wanted = _CALMER_CHINESE if chinese else _CALMER
    calmer = [family for family in wanted if family in installed and system in _BARE_FAMILIES]
    return tuple(dict.fromkeys((*calmer, system, *cjk)))


def palette(theme: Theme) -> QPalette:
    """Return the palette of a theme: also what the stylesheet does not reach is drawn in its colours."""
    role = QPalette.ColorRole
    made = QPalette()
    for name, colour in {
        role.Window: theme.bg,
        role.WindowText: theme.text,
        role.Base: theme.surface,
        role.AlternateBase: theme.raised,
        role.Text: theme.text,
        role.PlaceholderText: theme.muted,
        role.Button: theme.surface,
        role.ButtonText: theme.text,
        role.BrightText: theme.danger,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.ToolTipBase: theme.raised,
        role.ToolTipText: theme.text,
        role.Light: theme.raised,
        role.Midlight: theme.raised,
        role.Mid: theme.border,
        role.Dark: theme.border,
        role.Shadow: theme.border,
    }.items():
        made.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor(theme.muted))
    return made


def icon(name: str, role: str = "text") -> QIcon:
    """Return an icon of ``resources/icons`` in a colour of the current theme; ``role`` is a field of :class:`Theme`.

    Disabled, it is drawn in the muted colour. Raises: FileNotFoundError for a name without a drawing.
    """
    return _icon(name, str(getattr(_current, role)), _current.muted)


def pixmap(name: str, role: str = "text", size: int = ICON) -> QPixmap:
    """Return an icon as a picture of ``size`` pixels, twice as fine for screens that can show it."""
    return _draw(name, str(getattr(_current, role)), size, 2.0)


@functools.cache
def _icon(name: str, colour: str, disabled: str) -> QIcon:
    made = QIcon()
    for ratio in (1.0, 2.0, 3.0):
        made.addPixmap(_draw(name, colour, ICON, ratio))
        made.addPixmap(_draw(name, disabled, ICON, ratio), QIcon.Mode.Disabled)
    return made


def _draw(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    drawing = (paths.resources_dir() / "icons" / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    made = QPixmap(QSize(size, size) * ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, size * ratio, size * ratio))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made
