"""Draws the words of a list card. One painter instead of a dozen labels: a new list is repainted, not laid out anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from recsys_desktop.domain.texts import message
from recsys_desktop.ui import theme
from recsys_desktop.ui.formats import group_of, price
from recsys_desktop.ui.texts import words
from recsys_desktop.ui.theme import SEMIBOLD, SPACE, TYPE
from recsys_desktop.ui.widgets.chip import Tone
from recsys_desktop.ui.widgets.clamped_label import clamped
from recsys_desktop.ui.widgets.customers.reason_words import why_here
from recsys_desktop.ui.widgets.stock import is_gone, stock_words
from recsys_desktop.ui.widgets.tile import paint_tile

if TYPE_CHECKING:
    from recsys_desktop.services.listing.recommending import Recommendation

_TILE = 56
_RANK_WIDTH = 24
_LEFT = SPACE.xs + _RANK_WIDTH + SPACE.xs + _TILE + SPACE.s
_LINE = 22
#: Lines that the reasons may take, and the height of one: what does not fit is told under the pointer and by "Why this?".
_REASON_LINES, _REASON_LINE = 2, 17
#: The share bar, and how long it is where the words beside it would have less than this room.
_BAR, _SHORT_BAR, _WORDS_ROOM = QSize(88, 8), QSize(44, 8), 200
_CHIP_PADDING = SPACE.xs
#: On a product typed in by hand that nobody has bought yet.
NEW = message("products", "New")
_ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine


class CardPainter:
    """Knows where each word of a card stands and what of it is cut off."""

    def __init__(self) -> None:
        self._place: Recommendation | None = None
        self._because = ""
        self._lines: list[str] = []
        self._cut = False
        self._mark = ""
        self._size = QSize()
        self._title = QRect()
        self._facts = QRect()
        #: Where the reasons stand: a press there opens them in full.
        self.reasons = QRect()
        #: Where the share bar lies.
        self.bar = QRect()

    def show(self, place: Recommendation, *, new: bool = False) -> None:
        """Draw this place from now on; ``new`` marks a product that is new in the shop."""
        self._place = place
        self._mark = words(NEW) if new else ""
        self._because = why_here(place)
        self._place_words()

    def resize(self, size: QSize) -> None:
        """Set the room left of the buttons."""
        self._size = size
        self._place_words()

    def _place_words(self) -> None:
        """Break the reasons into lines and stack title, facts and reasons in the middle of the card."""
        width = max(self._size.width() - _LEFT, 0)
        bar = _BAR if width - _BAR.width() >= _WORDS_ROOM else _SHORT_BAR
        room = max(width - bar.width() - SPACE.xs, 0)
        self._lines, self._cut = self._readable(room)
        height = max(len(self._lines), 1) * _REASON_LINE
        top = (self._size.height() - 2 * _LINE - height) // 2
        self._title = QRect(_LEFT, top, width, _LINE)
        self._facts = QRect(_LEFT, top + _LINE, width, _LINE)
        self.bar = QRect(QPoint(_LEFT, top + 2 * _LINE + (_REASON_LINE - bar.height()) // 2 + 1), bar)
        self.reasons = QRect(_LEFT + bar.width() + SPACE.xs, top + 2 * _LINE, room, height)

    def _readable(self, room: int) -> tuple[list[str], bool]:
        """Return as many of the reasons, the strongest first, as can be read whole, and whether that is not all of them."""
        reasons = self._because.split(" · ")
        for count in range(len(reasons), 0, -1):
            text = "\N{NO-BREAK SPACE}· ".join(reasons[:count])  # no line begins with the dot between two reasons
            lines = clamped(text, theme.font(TYPE.small), room, _REASON_LINES)
            if "".join(lines) == text:
                return lines, count < len(reasons)
        return lines, True

    def cut_text_at(self, position: QPoint) -> str:
        """Return in full the text under a point if not all of it is to be seen there, else ""."""
        if self._place is None:
            return ""
        title = self._place.item.title
        metrics = QFontMetrics(theme.font(TYPE.heading, SEMIBOLD))
        if self._title.contains(position) and metrics.horizontalAdvance(title) > self._title.width():
            return title
        if self.reasons.contains(position) and self._cut:
            return self._because
        if self._facts.contains(position) and group_of(self._place.item) != self._place.item.category:
            return self._place.item.category
        return ""

    def paint(self, widget: QWidget, *, focused: bool) -> None:
        """Draw the card onto its widget."""
        painter = QPainter(widget)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, widget.rect(), focused)
        if self._place is None:
            return
        colours = theme.current()
        painter.setFont(theme.font(TYPE.body))
        painter.setPen(QColor(colours.muted))
        rank = QRect(SPACE.xs, 0, _RANK_WIDTH, self._size.height())
        painter.drawText(rank, int(Qt.AlignmentFlag.AlignCenter), str(self._place.rank))
        tile = QRect(_LEFT - SPACE.s - _TILE, (self._size.height() - _TILE) // 2, _TILE, _TILE)
        paint_tile(painter, tile, self._place.item)
        painter.setFont(theme.font(TYPE.heading, SEMIBOLD))
        painter.setPen(QColor(colours.text))
        _draw(painter, self._title, self._place.item.title)
        self._paint_facts(painter)
        painter.setPen(QColor(colours.muted))
        for number, line in enumerate(self._lines):
            room = QRect(self.reasons.left(), self.reasons.top() + number * _REASON_LINE, self.reasons.width(), _REASON_LINE)
            painter.drawText(room, int(_ONE_LINE), line)

    @staticmethod
    def _paint_ground(painter: QPainter, room: QRect, focused: bool) -> None:
        colours = theme.current()
        width = 2.0 if focused else 1.0
        half = width / 2
        painter.setPen(QPen(QColor(colours.accent if focused else colours.border), width))
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(QRectF(room).adjusted(half, half, -half, -half), theme.RADIUS_CARD, theme.RADIUS_CARD)

    def _paint_facts(self, painter: QPainter) -> None:
        """Draw category, price and stock side by side; only the category gives way where they do not fit."""
        assert self._place is not None
        item, colours = self._place.item, theme.current()
        painter.setFont(theme.font(TYPE.small))
        metrics = painter.fontMetrics()
        cost, stock = price(item), stock_words(item)
        cost_width = metrics.horizontalAdvance(cost) + SPACE.xs if cost else 0
        stock_width = metrics.horizontalAdvance(stock) + 2 * _CHIP_PADDING if stock else 0
        mark_width = metrics.horizontalAdvance(self._mark) + 2 * _CHIP_PADDING + SPACE.xs if self._mark else 0
        room = QRect(self._facts)
        room.setWidth(max(self._facts.width() - SPACE.xs - cost_width - stock_width - mark_width, 0))
        painter.setPen(QColor(colours.muted))
        left = _draw(painter, room, group_of(item))
        left += SPACE.xs if left > room.left() else 0
        if cost:
            painter.setPen(QColor(colours.text))
            left = _draw(painter, QRect(left, room.top(), cost_width, room.height()), cost) + SPACE.xs
        if self._mark:
            chip = QRect(left, room.top() + 2, mark_width - SPACE.xs, room.height() - SPACE.xxs)
            _paint_chip(painter, chip, self._mark, "accent")
            left += mark_width
        if stock:
            chip = QRect(left, room.top() + 2, stock_width, room.height() - SPACE.xxs)
            _paint_chip(painter, chip, stock, "warning" if is_gone(item) else "neutral")


def _paint_chip(painter: QPainter, room: QRect, text: str, tone: Tone) -> None:
    colours = theme.current()
    ground, letters = {
        "neutral": (colours.raised, colours.muted),
        "accent": (colours.accent_soft, colours.accent),
        "warning": (colours.warning_soft, colours.warning),
    }[tone]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(QRectF(room), room.height() / 2, room.height() / 2)
    painter.setPen(QColor(letters))
    painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), text)


def _draw(painter: QPainter, room: QRect, text: str) -> int:
    """Draw one line, with an ellipsis where it does not fit, and return where it ends."""
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, int(_ONE_LINE), shown)
    return room.left() + min(metrics.horizontalAdvance(shown), room.width())
