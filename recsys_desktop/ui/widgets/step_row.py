"""Where a person is in a window of several steps: the steps in a row, the present one in the accent colour."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from recsys_desktop.ui import theme
from recsys_desktop.ui.theme import SEMIBOLD, SPACE
from recsys_desktop.ui.widgets.labels import Label

_SIGN = 16


class StepRow(QWidget):
    """Shows the steps; nothing in it is pressed."""

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("steps")
        self._names = tuple(names)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.l, SPACE.s, SPACE.l, 0)
        row.setSpacing(SPACE.xs)
        self._labels: list[tuple[Label, Label]] = []
        for place, name in enumerate(names, 1):
            if place > 1:
                arrow = QLabel()
                arrow.setPixmap(theme.pixmap("chevron_right", "muted", _SIGN))
                row.addWidget(arrow)
            # One label each for being there and for not: the stylesheet forgets a weight that is set later.
            pair = Label(f"{place}  {name}", weight=SEMIBOLD, role="accent"), Label(f"{place}  {name}", role="muted")
            self._labels.append(pair)
            for label in pair:
                row.addWidget(label)
        row.addStretch(1)
        self.show_step(0)

    def show_step(self, step: int) -> None:
        """Make ``step`` (from 0) the present one."""
        for place, (present, other) in enumerate(self._labels):
            present.setVisible(place == step)
            other.setVisible(place != step)
        here = self.tr("Step {number} of {count}: {name}")
        self.setAccessibleName(here.format(number=step + 1, count=len(self._names), name=self._names[step]))
