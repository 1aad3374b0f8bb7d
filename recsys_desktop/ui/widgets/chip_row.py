"""A customer's tastes and facts as chips on one line, however narrow it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from recsys_desktop.ui.formats import tooltip
from recsys_desktop.ui.theme import CHIP_HEIGHT, SPACE
from recsys_desktop.ui.widgets.chip import Chip

MOST_TASTES, MOST_FACTS = 3, 2
#: Pixels below which a shortened name says nothing.
_LEAST_NAME = 48


class ChipRow(QWidget):
    """Where the room is short the names of the tastes give way: the longest first, each with an ellipsis and a tool tip.

    The chips stay the same widgets from customer to customer.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._tastes: list[tuple[str, str]] = []
        self._facts: list[str] = []
        self._taste_chips = [Chip("", "accent", self) for _ in range(MOST_TASTES)]
        self._fact_chips = [Chip("", "neutral", self) for _ in range(MOST_FACTS)]
        self._arrange()

    def show_taste(self, tastes: Sequence[tuple[str, str]], facts: Sequence[str]) -> None:
        """Show tastes, each a category path and its share in words, and facts."""
        self._tastes, self._facts = list(tastes[:MOST_TASTES]), list(facts[:MOST_FACTS])
        self._arrange()

    @property
    def shown(self) -> list[str]:
        """The words on the chips from left to right."""
        return [chip.text() for chip in (*self._taste_chips, *self._fact_chips) if not chip.isHidden()]

    def sizeHint(self) -> QSize:
        return QSize(0, CHIP_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, CHIP_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        names = [path.rpartition(">")[2].strip() for path, _ in self._tastes]
        facts = list(self._facts)
        self._fill_facts(facts)
        widest = self._widest_name(names)
        while names and widest < _LEAST_NAME and (facts or len(names) > 1):  # a few readable chips rather than many stumps
            (facts or names).pop()
            self._fill_facts(facts)
            widest = self._widest_name(names)
        metrics = self._taste_chips[0].fontMetrics()
        for place, chip in enumerate(self._taste_chips):
            chip.setVisible(place < len(names))
            if place < len(names):
                path, share = self._tastes[place]
                name = metrics.elidedText(names[place], Qt.TextElideMode.ElideRight, widest)
                chip.setText(f"{name} {share}")
                chip.setToolTip(tooltip(path) if name != path else "")
        left = 0
        for chip in (*self._taste_chips, *self._fact_chips):
            if not chip.isHidden():
                chip.setGeometry(left, 0, chip.sizeHint().width(), CHIP_HEIGHT)
                left += chip.width() + SPACE.xs

    def _fill_facts(self, facts: Sequence[str]) -> None:
        for chip, fact in zip(self._fact_chips, [*facts, "", ""], strict=False):
            chip.setText(fact)
            chip.setVisible(bool(fact))

    def _widest_name(self, names: Sequence[str]) -> int:
        """Return the pixels that a name may take so that all chips fit; names shorter than that leave room to the others."""
        metrics = self._taste_chips[0].fontMetrics()
        chip = self._taste_chips[0]
        taken = sum(fact.sizeHint().width() + SPACE.xs for fact in self._fact_chips if not fact.isHidden())
        for _, share in self._tastes[: len(names)]:
            chip.setText(f" {share}")
            taken += chip.sizeHint().width() + SPACE.xs
        room = self.width() - taken + SPACE.xs
        widths = sorted(metrics.horizontalAdvance(name) + 1 for name in names)
        while widths:
            if widths[0] * len(widths) > room:
                return max(room // len(widths), 0)
            room -= widths.pop(0)
        return self.width()
