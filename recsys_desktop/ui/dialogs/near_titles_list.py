"""Products with nearly the same name, told after an import: one of them may be there twice."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from recsys_desktop.services.imports.near_titles import NearTitles
from recsys_desktop.ui.texts import number
from recsys_desktop.ui.widgets.disclosure import Disclosure
from recsys_desktop.ui.widgets.figure_table import FigureTable

_ROWS = 4
_WORDS = (0, 1, 2, 3)


class NearTitlesList(Disclosure):
    """Folded away; hidden where there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "import_near_titles", parent)
        self.pairs = FigureTable("import_near_titles_table", self.tr("Products with nearly the same name"))
        self.body.addWidget(self.pairs)
        self.hide()

    def show_titles(self, found: NearTitles) -> None:
        """Show pairs that may be one product; variants are meant to have nearly the same name."""
        self.setVisible(found.slip_count > 0)
        if found.slip_count == 1:
            title = self.tr("2 products have nearly the same name: is one of them there twice?")
        else:
            title = self.tr("{count} pairs of products have nearly the same name: is one of them there twice?")
        self.button.setText(title.format(count=number(found.slip_count)))
        headings = [self.tr("Product"), self.tr("Number"), self.tr("Other product"), self.tr("Number")]
        rows = [[pair.first_title, pair.first, pair.second_title, pair.second] for pair in found.slips]
        self.pairs.fill(headings, rows, words=_WORDS, wide=0)
        self.pairs.show_rows(_ROWS)
