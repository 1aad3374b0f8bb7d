"""What experts ask of a training: the measures of new, active and bestseller lists, the settings, the parameters that changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QVBoxLayout, QWidget

from recsys_desktop.engine.training.changes import ParameterChange
from recsys_desktop.store.runs import Run
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.figure_table import FigureTable
from recsys_desktop.ui.widgets.labels import Heading, Muted

_PARAMETER_ROWS = 8


class TrainingDetails(QWidget):
    """Tables for experts; empty until there is a run."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.settings = Muted(self.tr("No training yet."), wrap=True)
        self.settings.setObjectName("training_settings")
        self.measures = FigureTable("training_measures", self.tr("Measures"))
        self.parameters = FigureTable("training_parameters", self.tr("Parameters that changed"))
        self.parameters_title = Heading(self.tr("Parameters that changed"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        for widget in (self.settings, self.measures, self.parameters_title, self.parameters):
            column.addWidget(widget)
        for widget in (self.measures, self.parameters_title, self.parameters):
            widget.hide()

    def show_run(self, run: Run) -> None:
        """Show a run, also one from an earlier sitting: its settings, what it measured, and what changed."""
        settings = ", ".join(f"{name}={value}" for name, value in sorted(run.settings.items()) if name != "seed")
        said = self.tr("Run {number}, seed {seed}:").format(number=run.number, seed=run.seed) + f" {settings}"
        self.settings.setText(said if settings else said.rstrip(": "))

        metrics, changes = run.result.get("metrics"), run.result.get("parameters")
        if isinstance(metrics, Mapping):
            self._show_measures(metrics)
        if isinstance(changes, list):
            self._show_parameters([ParameterChange(*change) for change in changes])

    def _show_measures(self, reported: Mapping[str, Mapping[str, object]]) -> None:
        metrics = {way: _flat(values) for way, values in reported.items()}
        names = {"new": self.tr("new"), "active": self.tr("active before"), "popularity": self.tr("bestseller list")}
        measures = list(dict.fromkeys(measure for values in metrics.values() for measure in values))
        rows = [[measure, *(_number(values.get(measure)) for values in metrics.values())] for measure in measures]
        self.measures.fill([self.tr("Measure"), *(names.get(way, way) for way in metrics)], rows)
        self.measures.show_rows(len(rows))
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
        self.parameters.fill(headings, rows)
        self.parameters.show_rows(_PARAMETER_ROWS)
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
