"""Where a person is in a window of several steps: the steps in a row, the present one in the accent colour."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from recsys_desktop.ui import theme
from recsys_desktop.ui.theme import REGULAR, SEMIBOLD, SPACE, TYPE
from recsys_desktop.ui.widgets.labels import Label

_SIGN = 16


class StepRow(QWidget):
    """Shows the steps; nothing in it is pressed."""

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("steps")
        self._names = tuple(names)
        self._labels = [Label() for _ in names]
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.l, SPACE.s, SPACE.l, 0)
        row.setSpacing(SPACE.xs)
        for place, label in enumerate(self._labels):
            if place:
                arrow = QLabel()
                arrow.setPixmap(theme.pixmap("chevron_right", "muted", _SIGN))
                row.addWidget(arrow)
            row.addWidget(label)
        row.addStretch(1)
        self.show_step(0)

    def show_step(self, step: int) -> None:
        """Make ``step`` (from 0) the present one."""
        self.step = step
        for place, (name, label) in enumerate(zip(self._names, self._labels, strict=True)):
            label.set_role("accent" if place == step else "muted")
            label.setFont(theme.font(TYPE.body, SEMIBOLD if place == step else REGULAR))
            label.setText(f"{place + 1}  {name}")
            label.updateGeometry()
        here = self.tr("Step {number} of {count}: {name}")
        self.setAccessibleName(here.format(number=step + 1, count=len(self._names), name=self._names[step]))
