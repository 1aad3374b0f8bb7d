"""Rows of what rules name: products, categories, brands; each with what one may do about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Item
from recsys_desktop.ui import theme
from recsys_desktop.ui.formats import group_of, price
from recsys_desktop.ui.theme import SPACE, TYPE
from recsys_desktop.ui.widgets.buttons import LinkButton
from recsys_desktop.ui.widgets.labels import ElidedLabel
from recsys_desktop.ui.widgets.stock import is_gone, stock_words
from recsys_desktop.ui.widgets.tile import paint_tile

_TILE = theme.CONTROL_HEIGHT
#: Rows seen at first; the others are unfolded.
_FEW = 12


@dataclass(frozen=True)
class Thing:
    """A product, or a category or brand, by its key in the rules."""

    key: str
    title: str
    facts: str
    item: Item | None = None


def product_thing(item_id: ItemId, items: dict[ItemId, Item], gone: str) -> Thing:
    """Return a product as a row; ``gone`` stands for one that has left the catalogue."""
    item = items.get(item_id)
    if item is None:
        return Thing(item_id, item_id, gone)
    facts = (group_of(item), price(item), stock_words(item) if is_gone(item) else "")
    return Thing(item_id, item.title, " · ".join(fact for fact in facts if fact), item)


class ThingRows(QWidget):
    """Built anew when the things change. ``add_controls`` puts a row's controls at its right end."""

    def __init__(self, name: str, spoken: str, add_controls: Callable[[QHBoxLayout, Thing], None]) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self._add_controls = add_controls
        self._things: tuple[Thing, ...] = ()
        self._unfolded = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.xs)
        self.hide()

    @property
    def things(self) -> tuple[Thing, ...]:
        """What is shown."""
        return self._things

    def show_things(self, things: Sequence[Thing]) -> None:
        """Show these; hidden while there are none. The control that has the focus keeps it where it is still there."""
        if tuple(things) != self._things:
            self._things = tuple(things)
            self._build()
        self.setVisible(bool(things))

    def _build(self) -> None:
        focused = QApplication.focusWidget()
        name = focused.objectName() if focused is not None and self.isAncestorOf(focused) else ""
        while (taken := self._column.takeAt(0)) is not None:
            if (old := taken.widget()) is not None:
                old.hide()
                old.deleteLater()
        shown = self._things if self._unfolded else self._things[:_FEW]
        rows: list[QWidget] = [self._row(thing) for thing in shown]
        if len(shown) < len(self._things):
            more = LinkButton(self.tr("Show all {count}").format(count=len(self._things)), f"{self.objectName()}_all")
            more.clicked.connect(self._unfold)
            self._column.addWidget(more)
            rows.append(more)
        self._order_tabs(rows)
        wanted = next((found for row in rows if name and (found := row.findChild(QWidget, name)) is not None), None)
        if wanted is not None:
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, thing: Thing) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE.xs)
        line.addWidget(_Tile(thing))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(ElidedLabel(thing.title))
        texts.addWidget(ElidedLabel(thing.facts, size=TYPE.small, role="muted"))
        line.addLayout(texts, 1)
        self._add_controls(line, thing)
        self._column.addWidget(row)
        return row

    def _order_tabs(self, rows: Sequence[QWidget]) -> None:
        """Let the Tab key come to the rows where they are seen: what is made later would come last in the window."""
        before = self.previousInFocusChain()
        while before is not None and before is not self and not _takes_tab(before):
            before = before.previousInFocusChain()
        controls = (control for row in rows for control in (row, *row.findChildren(QWidget)) if _takes_tab(control))
        for control in controls:
            if before is not None and before.window() is control.window():  # not within the list of a drop-down
                QWidget.setTabOrder(before, control)
                before = control

    def _unfold(self) -> None:
        self._unfolded = True
        self._build()


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


class _Tile(QWidget):
    """The product's picture or letter; the first letter of a category or brand."""

    def __init__(self, thing: Thing) -> None:
        super().__init__()
        name = thing.title.rpartition(">")[2].strip()
        self._item = thing.item or Item(ItemId(""), name, category=thing.title)
        self.setFixedSize(QSize(_TILE, _TILE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_tile(QPainter(self), self.rect(), self._item)
