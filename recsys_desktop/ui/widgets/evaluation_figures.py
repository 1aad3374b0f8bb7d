"""A replay as bars and, for those who ask, as a table of measures with their intervals."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QLocale
from PySide6.QtWidgets import QVBoxLayout, QWidget

from recsys_desktop.domain.texts import Text, message
from recsys_desktop.services.learning.evaluation_log import EvaluationReport, Interval
from recsys_desktop.ui.formats import percent
from recsys_desktop.ui.texts import words
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.bar_chart import Bar
from recsys_desktop.ui.widgets.figure_table import FigureTable
from recsys_desktop.ui.widgets.labels import Muted

_HIT = "hit_rate@10"
_WAYS: dict[str, Text] = {
    "ours": message("evaluate", "Your lists"),
    "popularity": message("evaluate", "Bestseller list"),
}


def way_name(way: str) -> str:
    """Return what a way of making lists is called; one without words of its own by its name."""
    return words(_WAYS.get(way, way))


def hit_bars(report: EvaluationReport) -> list[Bar]:
    """Return, per way, the share of customers who would have seen something they then bought."""
    bars = []
    for way, measures in report.rows.items():
        value, low, high = measures[_HIT]
        counted = message("evaluate", "{hits} of {customers} customers").fill(hits=report.hits[way], customers=report.customers)
        bars.append(_bar(way, value, low, high, f"{words(counted)} · {percent(value)}"))
    return bars


def coverage_bars(report: EvaluationReport) -> list[Bar]:
    """Return, per way, the share of the catalogue that stands on some customer's list."""
    return [_bar(way, share, share, share, percent(share)) for way, share in report.coverage.items()]


def coverage_words(report: EvaluationReport, items: int) -> str:
    """Return how much of the catalogue the lists show, beside the bestseller list."""
    ours, popular = report.coverage["ours"], report.coverage["popularity"]
    sentence = message(
        "evaluate", "Your lists show {ours} of your {items} products to somebody; bestseller lists would show {popular} of them."
    )
    return words(sentence.fill(ours=round(ours * items), items=items, popular=round(popular * items)))


def _bar(way: str, value: float, low: float, high: float, text: str) -> Bar:
    ours = way == "ours"
    return Bar(way_name(way), value, low, high, text, "chart_1" if ours else "chart_2", hatched=not ours)


class EvaluationFigures(QWidget):
    """The table, and which weeks it is about."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.weeks = Muted(wrap=True)
        self.difference = Muted(wrap=True)
        self.table = FigureTable("evaluation_table", self.tr("Measures with their intervals"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        for widget in (self.weeks, self.table, self.difference):
            column.addWidget(widget)

    def show_report(self, report: EvaluationReport) -> None:
        """Show all measures of a replay."""
        shown = message("evaluate", "Judged by purchases from {start} to {end}; everything was learnt from before, until {until}.")
        self.weeks.setText(
            words(shown.fill(start=_day(report.window_start), end=_day(report.window_end), until=_day(report.learnt_until)))
        )
        self.difference.setText(
            words(
                message("evaluate", "Your lists minus bestseller list, NDCG@10: {value}").fill(value=_interval(report.difference))
            )
        )
        measures = list(next(iter(report.rows.values())))
        rows = [[way_name(way), *(_interval(values[measure]) for measure in measures)] for way, values in report.rows.items()]
        self.table.fill([self.tr("Lists"), *measures], rows)
        self.table.show_rows(len(rows))


def _interval(value: Interval) -> str:
    """Return "0.136 [0.110, 0.164]"."""
    middle, low, high = (QLocale().toString(part, "f", 3) for part in value)
    return f"{middle} [{low}, {high}]"


def _day(seconds: int) -> str:
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(seconds).date(), QLocale.FormatType.ShortFormat)
