"""The shop's categories as a tree with tick boxes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from recsys_desktop.ui import theme
from recsys_desktop.ui.texts import number

_PATH = int(Qt.ItemDataRole.UserRole)
_ROW = theme.CONTROL_HEIGHT
#: Rows seen at once; further ones are scrolled to.
_MOST_ROWS = 9
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate


class CategoryTree(QTreeWidget):
    """A tick stands for a category with all below it. ``ticked`` follows what a person did, once for each press."""

    ticked = Signal()

    def __init__(self, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nodes: dict[str, QTreeWidgetItem] = {}
        self._soon = QTimer(self)  # a press on a parent changes many ticks: told of once
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.ticked)
        self.itemChanged.connect(lambda _item, _column: self._soon.start())
        self.itemExpanded.connect(lambda _: self.updateGeometry())
        self.itemCollapsed.connect(lambda _: self.updateGeometry())

    def show_categories(self, counted: Sequence[tuple[str, int]]) -> None:
        """Show these category paths, each with the number of products in it. All ticks are gone."""
        counts: dict[str, int] = {}
        for path, count in counted:
            for upper in with_uppers(path):
                counts[upper] = counts.get(upper, 0) + count
        self.blockSignals(True)
        self.clear()
        self._nodes = {}
        for path in sorted(counts, key=str.casefold):
            self._nodes[path] = self._node(path, counts[path])
        uppermost = _children(self.invisibleRootItem())
        if len(uppermost) == 1:
            uppermost[0].setExpanded(True)
        self.blockSignals(False)
        self.updateGeometry()

    def tick(self, paths: Iterable[str], without: Iterable[str] = ()) -> None:
        """Tick exactly these, but not those of ``without`` below them; unknown ones are passed over."""
        self.blockSignals(True)
        for node in _children(self.invisibleRootItem()):
            node.setCheckState(0, Qt.CheckState.Unchecked)
        for chosen, state in ((paths, Qt.CheckState.Checked), (without, Qt.CheckState.Unchecked)):
            for path in chosen:
                if (known := self._nodes.get(" > ".join(_parts(path)))) is not None:
                    known.setCheckState(0, state)
                    _reveal(known)
        self.blockSignals(False)
        self.viewport().update()

    @property
    def paths(self) -> tuple[str, ...]:
        """The ticked categories; of those that lie in one another only the uppermost."""
        return tuple(_ticked(self.invisibleRootItem()))

    def sizeHint(self) -> QSize:
        rows, node = 0, self.topLevelItem(0)
        while node is not None and rows < _MOST_ROWS:
            rows, node = rows + 1, self.itemBelow(node)
        return QSize(super().sizeHint().width(), max(rows, 1) * _ROW + 2 * theme.SPACE.xxs)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def _node(self, path: str, count: int) -> QTreeWidgetItem:
        *upper, name = _parts(path)
        over = self._nodes.get(" > ".join(upper)) or self.invisibleRootItem()
        node = QTreeWidgetItem(over, [f"{name}  ·  {number(count)}"])
        node.setFlags(_FLAGS)
        node.setData(0, _PATH, path)
        node.setCheckState(0, Qt.CheckState.Unchecked)
        node.setSizeHint(0, QSize(0, _ROW))
        return node


def _reveal(node: QTreeWidgetItem) -> None:
    over = node.parent()
    while over is not None:
        over.setExpanded(True)
        over = over.parent()


def _children(over: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    return [node for place in range(over.childCount()) if (node := over.child(place)) is not None]


def _ticked(over: QTreeWidgetItem) -> Iterator[str]:
    for node in _children(over):
        if node.checkState(0) == Qt.CheckState.Checked:
            yield str(node.data(0, _PATH))
        else:
            yield from _ticked(node)


def _parts(path: str) -> list[str]:
    return [part.strip() for part in path.split(">")]


def with_uppers(path: str) -> Iterator[str]:
    """Yield a path and all above it: "A > B" yields "A" and "A > B"."""
    parts = _parts(path)
    for depth in range(1, len(parts) + 1):
        yield " > ".join(parts[:depth])
