"""A customer as small charts: what they like, what they pay, when they come, and what their list is made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from recsys_desktop.ui import theme
from recsys_desktop.ui.formats import money, percent, price_band, tooltip
from recsys_desktop.ui.texts import words
from recsys_desktop.ui.theme import SPACE, TYPE
from recsys_desktop.ui.widgets.labels import Label

if TYPE_CHECKING:
    from recsys_desktop.services.listing.profiling import CustomerProfile

_ROW, _HIGH_ROW, _BAR = 20, 36, 8
#: Room left for a bar and the gaps around it however long the names are.
_LEAST_BAR = 56
_STRIP, _MONTHS = 40, 56
#: What a list is made of to a lesser share would be shown as 0 %.
_LEAST_SHARE = 0.005
#: Below this width the four charts stand two by two.
_NARROW = 560


class _Chart(QWidget):
    """Something small that is painted, with its content in words for screen readers and as a tool tip."""

    def __init__(self, name: str, height: int) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFixedHeight(height)
        self.setFont(theme.font(TYPE.small))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, text: str) -> None:
        """Say in words what is painted."""
        self.setAccessibleDescription(text)
        self.setToolTip(tooltip(text))
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.height())


class ShareBars(_Chart):
    """A row for each share: its name, a bar from a common zero, and the percentage; ``above`` writes long names over their bars."""

    def __init__(self, name: str, *, above: bool = False) -> None:
        super().__init__(name, _ROW)
        self._rows: list[tuple[str, float]] = []
        self._above = above

    def show_shares(self, rows: Sequence[tuple[str, float]]) -> None:
        """Show shares from 0 to 1, largest first."""
        self._rows = list(rows)
        self.setFixedHeight(max(len(rows), 1) * (_HIGH_ROW if self._above else _ROW))
        self.say(", ".join(f"{name} {percent(share)}" for name, share in rows))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = painter.fontMetrics()
        figures = max((metrics.horizontalAdvance(percent(share)) for _, share in self._rows), default=0) + SPACE.xxs
        names = self.width()
        if not self._above:
            most = max(self.width() - figures - _LEAST_BAR, self.width() // 3)
            names = min(max((metrics.horizontalAdvance(name) for name, _ in self._rows), default=0) + 1, most)
        left = 0 if self._above else names + SPACE.xs
        room, longest = max(self.width() - left - figures - SPACE.xxs, 8), max((share for _, share in self._rows), default=1.0)
        for place, (name, share) in enumerate(self._rows):
            top = place * (_HIGH_ROW if self._above else _ROW)
            painter.setPen(QColor(colours.text))
            _write(painter, QRectF(0, top, names, _ROW), _elided(metrics, name, names))
            below = top + (_HIGH_ROW - _ROW if self._above else 0)
            width = max(room * share / (longest or 1.0), 2.0)
            painter.setPen(QColor(colours.muted))
            _write(painter, QRectF(left + width + SPACE.xxs, below, figures, _ROW), percent(share))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(QRectF(left, below + (_ROW - _BAR) / 2, width, _BAR), 2, 2)


class PriceStrip(_Chart):
    """One mark for each price paid on a line from nothing to the dearest; the band holds four of five."""

    def __init__(self, name: str) -> None:
        super().__init__(name, _STRIP)
        self._prices: tuple[float, ...] = ()
        self._band = (0.0, 0.0)
        self._currency = ""

    def show_prices(self, prices: tuple[float, ...], low: float, high: float, currency: str) -> None:
        """Show the prices of what was bought, ascending, and the band from ``low`` to ``high``."""
        self._prices, self._band, self._currency = prices, (low, high), currency
        band = price_band(low, high, currency)
        self.say(self.tr("Mostly {band}; the dearest was {most}.").format(band=band, most=money(prices[-1], currency)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._prices:
            return
        painter, colours = QPainter(self), theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = (self.width() - 2) / (max(self._prices) or 1.0)
        low, high = (bound * scale for bound in self._band)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent_soft))
        painter.drawRoundedRect(QRectF(low, 0, max(high - low, 4.0), 16), 4, 4)
        painter.setBrush(QColor(colours.border))
        painter.drawRect(QRectF(0, 16, self.width(), 1))
        painter.setBrush(QColor(colours.accent))
        for price in dict.fromkeys(self._prices):
            painter.drawRect(QRectF(price * scale, 3, 2, 10))
        painter.setPen(QColor(colours.muted))
        foot = QRectF(0, 20, self.width(), _ROW)
        _write(painter, foot, money(0, self._currency))
        painter.drawText(
            foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, money(max(self._prices), self._currency)
        )


def side_by_side(metrics: QFontMetrics, left: str, right: str, width: int) -> tuple[str, str]:
    """Return two texts that stand at both ends of a line; where both are too long for it, each is cut to its half."""
    if metrics.horizontalAdvance(left) + metrics.horizontalAdvance(right) + SPACE.xs <= width:
        return left, right
    half = (width - SPACE.xs) // 2
    return _elided(metrics, left, half), _elided(metrics, right, half)


class MonthBars(_Chart):
    """How much was done in each of the last months, the latest at the right."""

    def __init__(self, name: str) -> None:
        super().__init__(name, _MONTHS)
        self._months: tuple[int, ...] = ()

    def show_months(self, months: tuple[int, ...]) -> None:
        """Show the counts of the months, oldest first."""
        self._months = months
        active = sum(count > 0 for count in months)
        self.say(self.tr("Active in {active} of the last {all} months.").format(active=active, all=len(months)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._months:
            return
        painter, colours = QPainter(self), theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        step, room, most = self.width() / len(self._months), self.height() - _ROW, max(self._months) or 1
        for place, count in enumerate(self._months):
            height = max(room * count / most, 3.0) if count else 2.0
            painter.setBrush(QColor(colours.accent if count else colours.border))
            painter.drawRoundedRect(QRectF(place * step, room - height, max(step - 3, 2), height), 1, 1)
        painter.setPen(QColor(colours.muted))
        foot = QRectF(0, self.height() - _ROW, self.width(), _ROW)
        begin, end = side_by_side(self.fontMetrics(), self.tr("a year ago"), self.tr("end of your data"), self.width())
        _write(painter, foot, begin)
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, end)


class ProfileChart(QWidget):
    """The charts in three columns, or two where the room is short. One without anything to show says so.

    ``resized`` tells that they may need another height: folded away they do not know it.
    """

    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("profile_chart")
        self.likes, self.pays = ShareBars("chart_likes"), PriceStrip("chart_pays")
        self.comes, self.made = MonthBars("chart_comes"), ShareBars("chart_made_of", above=True)
        unknown = self.tr("Not known yet")
        self._likes = _Cell(self.tr("What they like"), self.likes, unknown)
        self._pays = _Cell(self.tr("What they pay"), self.pays, unknown)
        self._comes = _Cell(self.tr("When they came"), self.comes, unknown)
        self._made = _Cell(self.tr("What the list is made of"), self.made, unknown)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, SPACE.xs, 0, 0)
        self._grid.setHorizontalSpacing(SPACE.l)
        self._grid.setVerticalSpacing(SPACE.xs)
        self._narrow: bool | None = None
        self._arrange(False)

    def show_profile(self, profile: CustomerProfile) -> None:
        """Show what is known of a customer."""
        self.likes.show_shares([(path.rpartition(">")[2].strip(), share) for path, share in profile.groups])
        self._likes.set_known(bool(profile.groups))
        low, high = profile.price_low, profile.price_high
        if low is not None and high is not None:
            self.pays.show_prices(profile.prices, low, high, profile.currency)
        self._pays.set_known(low is not None)
        self.comes.show_months(profile.months)
        self._comes.set_known(any(profile.months))
        self.made.show_shares([(words(text), share) for text, share in profile.made_of if share >= _LEAST_SHARE])
        self._made.set_known(bool(profile.made_of))

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self.resized.emit()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self.width() < _NARROW)

    def _arrange(self, narrow: bool) -> None:
        if narrow == self._narrow:
            return
        self._narrow = narrow
        cells = (self._likes, self._pays, self._comes, self._made)
        # row, column, rows taken: wide, the prices stand above the months in the middle column
        places = ((0, 0, 1), (1, 0, 1), (1, 1, 1), (0, 1, 1)) if narrow else ((0, 0, 2), (0, 1, 1), (1, 1, 1), (0, 2, 2))
        for cell, (row, column, rows) in zip(cells, places, strict=True):
            self._grid.addWidget(cell, row, column, rows, 1, Qt.AlignmentFlag.AlignTop)
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < 2 or not narrow else 0)


class _Cell(QWidget):
    def __init__(self, title: str, chart: _Chart, unknown: str) -> None:
        super().__init__()
        self._chart = chart
        self._unknown = Label(unknown, size=TYPE.small, role="muted")
        chart.setAccessibleName(title)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.xxs)
        self._column.addWidget(Label(title, size=TYPE.small, role="muted", wrap=True))
        self._column.addWidget(chart)
        self._column.addWidget(self._unknown)
        self.set_known(False)

    def set_known(self, known: bool) -> None:
        self._chart.setVisible(known)
        self._unknown.setVisible(not known)


def _elided(metrics: QFontMetrics, text: str, width: int) -> str:
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def _write(painter: QPainter, room: QRectF, text: str) -> None:
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
