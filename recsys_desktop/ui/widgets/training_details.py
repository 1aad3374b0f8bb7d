"""What experts ask of a training: the measures of new, active and bestseller lists, the settings, the parameters that changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from recsys_desktop.services.training import ParameterChange, TrainingReport
from recsys_desktop.store.runs import Run
from recsys_desktop.ui import theme
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.labels import Heading, Muted
from recsys_desktop.ui.widgets.tables import prepare_table

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_PARAMETER_ROWS = 8


class TrainingDetails(QWidget):
    """Tables for experts; empty until there is a run."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.settings = Muted(self.tr("No training yet."), wrap=True)
        self.settings.setObjectName("training_settings")
        self.measures = _table("training_measures", self.tr("Measures"))
        self.parameters = _table("training_parameters", self.tr("Parameters that changed"))
        self.parameters_title = Heading(self.tr("Parameters that changed"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        for widget in (self.settings, self.measures, self.parameters_title, self.parameters):
            column.addWidget(widget)
        for widget in (self.measures, self.parameters_title, self.parameters):
            widget.hide()

    def show_run(self, run: Run) -> None:
        """Show the settings of a run, also of one from an earlier sitting."""
        settings = "  ".join(f"{name}={value}" for name, value in sorted(run.settings.items()))
        self.settings.setText(self.tr("Run {number}, seed {seed}:").format(number=run.number, seed=run.seed) + f" {settings}")

    def show_report(self, report: TrainingReport) -> None:
        """Show what a run measured and changed."""
        self._show_measures(report.metrics)
        self._show_parameters(report.parameters)

    def _show_measures(self, reported: Mapping[str, Mapping[str, object]]) -> None:
        metrics = {way: _flat(values) for way, values in reported.items()}
        names = {"new": self.tr("new"), "active": self.tr("active before"), "popularity": self.tr("bestseller list")}
        measures = list(dict.fromkeys(measure for values in metrics.values() for measure in values))
        rows = [[measure, *(_number(values.get(measure)) for values in metrics.values())] for measure in measures]
        _fill(self.measures, [self.tr("Measure"), *(names.get(way, way) for way in metrics)], rows, most=len(rows))
        self.measures.show()

    def _show_parameters(self, changes: Sequence[ParameterChange]) -> None:
        ordered = sorted(changes, key=lambda change: -change.norm_of_change)
        rows = [
            [
                change.name,
                _number(change.norm_before),
                _number(change.norm_of_change),
                _percent(change.norm_of_change, change.norm_before),
            ]
            for change in ordered
        ]
        headings = [self.tr("Parameter"), self.tr("Norm before"), self.tr("Norm of the change"), self.tr("Relative")]
        _fill(self.parameters, headings, rows, most=_PARAMETER_ROWS)
        self.parameters_title.show()
        self.parameters.show()


def _flat(values: Mapping[str, object]) -> dict[str, object]:
    """Return measures with those of a part of the products beside the others: "new_products: ndcg@10"."""
    flat: dict[str, object] = {}
    for name, value in values.items():
        if isinstance(value, Mapping):
            flat |= {f"{name}: {inner}": measure for inner, measure in value.items()}
        else:
            flat[name] = value
    return flat


def _number(value: object) -> str:
    """Return a measure with four digits; of an interval, the mean with its bounds."""
    if isinstance(value, (tuple, list)) and value:
        middle, *bounds = (_number(part) for part in value)
        return f"{middle} [{', '.join(bounds)}]" if bounds else middle
    if isinstance(value, float):
        return QLocale().toString(value, "f", 4)
    return "" if value is None else str(value)


def _percent(part: float, whole: float) -> str:
    return f"{QLocale().toString(100.0 * part / whole, 'f', 2)} %" if whole else ""


def _table(name: str, label: str) -> QTableWidget:
    table = QTableWidget(0, 0)
    prepare_table(table, name, label)
    return table


def _fill(table: QTableWidget, headings: Sequence[str], rows: Sequence[Sequence[str]], *, most: int) -> None:
    """Fill a table whose first column is words and whose others are numbers; up to ``most`` rows are seen without scrolling."""
    table.setColumnCount(len(headings))
    table.setHorizontalHeaderLabels(list(headings))
    table.setRowCount(len(rows))
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            item = QTableWidgetItem(cell)
            if column:
                item.setTextAlignment(_RIGHT)
            table.setItem(row, column, item)
    for column in range(len(headings)):
        heading = table.horizontalHeaderItem(column)
        if heading is not None:
            heading.setTextAlignment(_RIGHT if column else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        mode = QHeaderView.ResizeMode.ResizeToContents if column else QHeaderView.ResizeMode.Stretch
        table.horizontalHeader().setSectionResizeMode(column, mode)
    table.setFixedHeight(theme.ROW_HEIGHT * (1 + min(most, len(rows))) + SPACE.xxs)
