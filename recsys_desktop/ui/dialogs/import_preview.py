"""The first rows of a file with a drop-down above each column that says what the column holds."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from recsys_desktop.services.imports.previewing import FileLook
from recsys_desktop.ui import theme
from recsys_desktop.ui.dialogs.import_words import FIELDS
from recsys_desktop.ui.formats import tooltip
from recsys_desktop.ui.texts import words
from recsys_desktop.ui.widgets.calm_boxes import CalmComboBox

_NARROWEST, _WIDEST = 160, 280
#: Letters of a cell that are shown; the rest is its tool tip.
_LETTERS = 80


class _ColumnBox(CalmComboBox):
    """Entered with the keyboard, it has itself brought into view: the table would leave it beyond its edge."""

    entered = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()


class ImportPreview(QTableWidget):
    """Row 0 holds the drop-downs, the rows below it the file's own first rows under the file's own headings."""

    mapping_changed = Signal(object)  # dict[str, str]: per field, the column a person chose for it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 0, parent)
        self.setObjectName("import_preview")
        self.setAccessibleName(self.tr("First rows of the file"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.ROW_HEIGHT)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().setHighlightSections(False)
        self._header: tuple[str, ...] = ()
        self._boxes: list[QComboBox] = []
        self._widths: list[int] = []

    def show_look(self, look: FileLook) -> None:
        """Show a file; drop-downs of the same columns stay where they are, so that the keyboard does not lose its place."""
        if look.header != self._header:
            self._header = look.header
            self._build()
        field_of = {column: field for field, column in (look.columns or {}).items()}
        for column, box in zip(self._header, self._boxes, strict=True):
            with QSignalBlocker(box):
                box.setItemText(0, self.tr("not used") if column in field_of else self._unmapped(look, column))
                box.setCurrentIndex(box.findData(field_of.get(column, "")))
        self._fill(look)

    def _unmapped(self, look: FileLook, column: str) -> str:
        """Return what a column is that holds none of the fields: a known export has some that say which rows to take."""
        if look.plan is not None and column in look.plan.personal:
            return self.tr("not stored")
        if look.plan is None or column in look.plan.unused:
            return self.tr("not used")
        return self.tr("used, too")

    def columns(self) -> dict[str, str]:
        """Return the mapping as the drop-downs show it."""
        return {str(box.currentData()): name for name, box in zip(self._header, self._boxes, strict=True) if box.currentData()}

    def _build(self) -> None:
        self.clear()
        self._boxes = []
        self.setColumnCount(len(self._header))
        self.setRowCount(1 if self._header else 0)
        self.setHorizontalHeaderLabels([name[:_LETTERS] for name in self._header])
        for number, name in enumerate(self._header):
            box = self._box(number, name)
            self.setCellWidget(0, number, box)
            self._boxes.append(box)
        self._set_tab_order()

    def _set_tab_order(self) -> None:
        """Let the keyboard come from what stands above to the drop-downs; else they would come after the whole window."""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # Qt orders only what can be entered
        for before, box in pairwise((self, *self._boxes)):
            self.setTabOrder(before, box)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the table itself is nothing to enter

    def _box(self, number: int, name: str) -> QComboBox:
        box = _ColumnBox()
        box.setObjectName(f"import_column_{number}")
        box.setAccessibleName(self.tr("What the column {name} holds").format(name=name))
        box.addItem(self.tr("not used"), "")
        for field, label in FIELDS:
            box.addItem(words(label), field)
        box.activated.connect(lambda _: self._on_chosen(box))
        box.entered.connect(lambda: self.scrollTo(self.model().index(0, number)))
        return box

    def _on_chosen(self, chosen: QComboBox) -> None:
        """A field has one column: choosing it here takes it from where it was."""
        for box in self._boxes:
            if box is not chosen and box.currentData() == chosen.currentData():
                with QSignalBlocker(box):
                    box.setCurrentIndex(0)
        self.mapping_changed.emit(self.columns())

    def _fill(self, look: FileLook) -> None:
        muted, rows = QColor(theme.current().muted), look.preview
        faults = {(row.cells, row.column): words(row.reason) for row in look.bad_rows}
        mapped = (look.columns or {}).values()
        quiet = {*look.plan.unused, *look.plan.personal} if look.plan else {name for name in look.header if name not in mapped}
        self.setRowCount(1 + len(rows))
        for number, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                text = " ".join(cell.split())
                item = QTableWidgetItem(text[:_LETTERS])
                item.setToolTip(tooltip(text[: 10 * _LETTERS]) if len(text) > _LETTERS // 4 else "")
                fault = faults.get((tuple(cells), self._header[column]))
                if fault is not None:
                    _mark(item, fault)
                elif self._header[column] in quiet:
                    item.setForeground(muted)
                self.setItem(1 + number, column, item)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stretch()

    def _stretch(self) -> None:
        """Let the last column take the room that a narrow table leaves."""
        widths = sum(self._widths)
        self.horizontalHeader().setStretchLastSection(widths < self.viewport().width())
        if self._widths and widths >= self.viewport().width():
            self.setColumnWidth(len(self._widths) - 1, self._widths[-1])

    def _fit(self) -> None:
        """Make columns as wide as they need within bounds, and the table as high as its rows."""
        self.resizeColumnsToContents()
        self._widths = [max(_NARROWEST, min(_WIDEST, self.columnWidth(column))) for column in range(self.columnCount())]
        for column, width in enumerate(self._widths):
            self.setColumnWidth(column, width)
        self._stretch()
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(
            self.horizontalHeader().sizeHint().height() + self.rowCount() * theme.ROW_HEIGHT + bar + theme.SPACE.xxs
        )


def _mark(item: QTableWidgetItem, fault: str) -> None:
    """Mark a cell that cannot be read: by a sign too, not by its colour alone."""
    item.setForeground(QColor(theme.current().warning))
    item.setIcon(theme.icon("warning", "warning"))
    item.setToolTip(tooltip(fault))
