"""The models a shop has, newest first: when each was made, one figure, and which one is in use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from recsys_desktop.domain.entities import ModelVersion
from recsys_desktop.domain.texts import message
from recsys_desktop.services.learning.model_versions import is_refused
from recsys_desktop.ui.formats import when
from recsys_desktop.ui.texts import words
from recsys_desktop.ui.theme import CONTROL_HEIGHT, SEMIBOLD, SPACE
from recsys_desktop.ui.widgets.buttons import IconButton, QuietButton
from recsys_desktop.ui.widgets.card import Line
from recsys_desktop.ui.widgets.chip import Chip
from recsys_desktop.ui.widgets.labels import Label, Muted

BUNDLED = 1


class VersionList(QWidget):
    """One row per model. Emits the number of a model that a person wants to use, or to delete."""

    wanted = Signal(int)
    delete_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("version_list")
        self.setAccessibleName(self.tr("Models"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.xs)
        self._rows: list[QWidget] = []
        self._buttons: list[QAbstractButton] = []

    def show_versions(self, versions: Sequence[ModelVersion]) -> None:
        """Show models in this order."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows, self._buttons = [], []
        for place, version in enumerate(versions):
            if place:
                self._add(Line())
            self._add(self._row(version))

    def set_busy(self, busy: bool) -> None:
        """While a model is being trained or changed, another one cannot be chosen."""
        for button in self._buttons:
            button.setEnabled(not busy)

    def _add(self, widget: QWidget) -> None:
        self._rows.append(widget)
        self._column.addWidget(widget)

    def _row(self, version: ModelVersion) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.s)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Label(self.tr("Model {number}").format(number=version.number), weight=SEMIBOLD))
        texts.addWidget(Muted(self._origin(version), wrap=True))
        figure = figure_of(version.metrics)
        if figure:
            texts.addWidget(Muted(figure, wrap=True))
        layout.addLayout(texts, 1)
        if version.active:
            layout.addWidget(Chip(self.tr("in use"), "accent"))
        else:
            layout.addWidget(self._use_button(version.number))
            if version.number != BUNDLED:
                layout.addWidget(self._delete_button(version.number))
        row.setMinimumHeight(CONTROL_HEIGHT + SPACE.xs)
        return row

    def _origin(self, version: ModelVersion) -> str:
        if version.number == BUNDLED:
            return self.tr("came with the program, knows nothing of your shop")
        text = self.tr("trained {when}, was not better when tested") if is_refused(version) else self.tr("trained {when}")
        return text.format(when=when(version.created))

    def _use_button(self, number: int) -> QuietButton:
        button = QuietButton(self.tr("Use this one"), f"use_version_{number}")
        button.setAccessibleName(self.tr("Use model {number}").format(number=number))
        button.clicked.connect(lambda: self.wanted.emit(number))
        self._buttons.append(button)
        return button

    def _delete_button(self, number: int) -> IconButton:
        button = IconButton("trash", self.tr("Delete model {number}").format(number=number), f"delete_version_{number}", plain=True)
        button.clicked.connect(lambda: self.delete_wanted.emit(number))
        self._buttons.append(button)
        return button


def figure_of(metrics: Mapping[str, object]) -> str:
    """Return a model's one figure: how many buyers of a product that was new to the lists it would have shown it to.

    "" where none is known. ``metrics`` are those of a TrainingReport.

    >>> figure_of({"new": {"new_products": {"hit_rate@10": [0.243, 0.2, 0.29]}}})
    '24 % of customers would have seen the new product they bought'
    >>> figure_of({})
    ''
    """
    found: object = metrics
    for name in ("new", "new_products", "hit_rate@10"):
        found = found.get(name) if isinstance(found, Mapping) else None
    if not isinstance(found, (list, tuple)) or not found:
        return ""
    text = message("training", "{percent} % of customers would have seen the new product they bought")
    return words(text.fill(percent=round(100 * float(found[0]))))
