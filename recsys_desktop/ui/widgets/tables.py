"""What all tables of products have in common."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView

from recsys_desktop.ui import theme
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.copying import let_copy

_TILE = theme.ROW_HEIGHT - SPACE.xs
#: Width of a column of tiles.
TILE_COLUMN = _TILE + SPACE.m


def prepare_table(table: QTableView, name: str, spoken: str) -> None:
    """Give a table calm rows of one fixed height, whole-row selection, and no lines of its own."""
    table.setObjectName(name)
    table.setAccessibleName(spoken)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(theme.ROW_HEIGHT)
    table.horizontalHeader().setHighlightSections(False)
    let_copy(table)


def tile_place(cell: QRect) -> QRect:
    """Return where in a cell its tile lies."""
    return QRect(cell.left() + SPACE.xs, cell.top() + (cell.height() - _TILE) // 2, _TILE, _TILE)
