"""The map with its buttons, and what stands in its place while there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.buttons import IconButton
from recsys_desktop.ui.widgets.empty_state import EmptyState
from recsys_desktop.ui.widgets.labels import Muted
from recsys_desktop.ui.widgets.products.catalogue_map import CatalogueMapView
from recsys_desktop.ui.widgets.products.map_sight import STEP

if TYPE_CHECKING:
    from recsys_desktop.services.products.catalogue_map import ShopMap

_BUTTON_STEP = STEP**2


class MapPanel(QWidget):
    """``draw_wanted`` asks for the map where there is none: the person stopped the drawing, or it failed."""

    draw_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = CatalogueMapView()
        self.nearer = IconButton("plus", self.tr("Nearer (+)"), "map_nearer")
        self.further = IconButton("minus", self.tr("Further away (−)"), "map_further")
        self.whole = IconButton("fit", self.tr("The whole map (0)"), "map_whole")
        self.nearer.clicked.connect(lambda: self.view.zoom(_BUTTON_STEP))
        self.further.clicked.connect(lambda: self.view.zoom(1 / _BUTTON_STEP))
        self.whole.clicked.connect(self.view.show_all)
        self._hint = Muted(self.tr("What is alike lies together. Drag to move, turn the wheel to zoom, press a dot to see it."))
        self._hint.setWordWrap(True)
        self._none = EmptyState(
            "products",
            self.tr("No map yet"),
            self.tr("The map lays products that are alike side by side. It is drawn once and kept."),
            self.tr("Draw the map"),
        )
        self._none.acted.connect(self.draw_wanted)
        self._drawing = EmptyState(
            "clock",
            self.tr("The map is being drawn"),
            self.tr("Some seconds, or half a minute for 100,000 products."),
        )
        self._lay_out()

    def _lay_out(self) -> None:
        everything = QWidget()
        column = QVBoxLayout(everything)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        column.addWidget(self.view, 1)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE.xs)
        foot.addWidget(self._hint, 1)
        for button in (self.nearer, self.further, self.whole):
            foot.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(foot)
        self._stack = QStackedLayout(self)
        for page in (everything, self._none, self._drawing):
            self._stack.addWidget(page)
        self._everything = everything
        self._stack.setCurrentWidget(self._drawing)

    def show_map(self, drawn: ShopMap) -> None:
        """Show a map."""
        self.view.show_map(drawn)
        self._stack.setCurrentWidget(self._everything)

    def show_drawing(self) -> None:
        """Say that the map is on its way."""
        self._stack.setCurrentWidget(self._drawing)

    def show_none(self) -> None:
        """Offer to draw the map."""
        self._none.reset()
        self._stack.setCurrentWidget(self._none)

    def show_error(self, error: RecsysError) -> None:
        """Say why there is no map."""
        self._none.show_error(error)
        self._stack.setCurrentWidget(self._none)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.view.update()
