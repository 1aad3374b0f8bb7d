"""The map of the catalogue: products as dots, regions by their words; moved, zoomed and walked through."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.ui import theme
from recsys_desktop.ui.theme import RADIUS_CARD, RADIUS_CONTROL, SEMIBOLD, SPACE, TYPE
from recsys_desktop.ui.widgets.products.map_names import PlacedName, colours_of_regions, place_names
from recsys_desktop.ui.widgets.products.map_picture import draw_dots, radius_for
from recsys_desktop.ui.widgets.products.map_sight import STEP, Sight

if TYPE_CHECKING:
    from recsys_desktop.services.products.catalogue_map import ShopMap

#: How far from a dot, in pixels, a press still means it; how far a press may wander before it pulls the map.
_REACH, _WANDER = 12.0, 4
_SMALLEST = QSize(240, 200)
#: Pixels by which Shift and an arrow key move the map.
_PULL = 80
_WIDEST_TITLE = 300
_ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
_WHEEL_STEP = 120.0
_RING = 2.5
#: How much of the dots the ground of a name covers.
_NAME_GROUND = 0.75


class CatalogueMapView(QWidget):
    """Shows a map it is handed. A press on a dot, or Enter, tells the product with ``product_wanted``."""

    product_wanted = Signal(str)  # item id

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("catalogue_map")
        self.setAccessibleName(self.tr("Map of the catalogue"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(_SMALLEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.sight = Sight(self.width(), self.height())
        self._map: ShopMap | None = None
        self._lit: np.ndarray[tuple[int], np.dtype[np.bool_]] | None = None
        self._chosen: int | None = None
        self._pointed: int | None = None
        self._pressed: QPoint | None = None
        self._pulled = False
        self._dots: QImage | None = None
        self._names: list[PlacedName] = []

    def show_map(self, drawn: ShopMap) -> None:
        """Show a map from afar."""
        self._map = drawn
        self._lit, self._chosen, self._pointed = None, None, None
        self.show_all()

    def light(self, ids: Collection[ItemId] | None) -> None:
        """Let only these products have colour; None: all."""
        drawn = self._map
        if drawn is not None and ids is not None:
            wanted = set(ids)
            self._lit = np.fromiter((item_id in wanted for item_id in drawn.item_ids), np.bool_, len(drawn.item_ids))
        else:
            self._lit = None
        self._draw_anew()

    def mark(self, item_id: ItemId | None) -> None:
        """Mark a product where the map has it, else none; nothing is told."""
        drawn = self._map
        known = drawn is not None and item_id is not None and item_id in drawn.item_ids
        self._chosen = drawn.item_ids.index(item_id) if drawn is not None and item_id is not None and known else None
        self._describe()
        self.update()

    @property
    def chosen(self) -> ItemId | None:
        """The product that is marked."""
        return self._map.item_ids[self._chosen] if self._map is not None and self._chosen is not None else None

    def zoom(self, factor: float) -> None:
        """Come nearer by a factor, or go away; what is chosen stays where it is, else the middle does."""
        at = QPointF(self.width() / 2, self.height() / 2)
        if self._chosen is not None and self.rect().contains(self._place(self._chosen).toPoint()):
            at = self._place(self._chosen)
        self._look(self.sight.zoomed(factor, at.x(), at.y()))

    def show_all(self) -> None:
        """Show the whole map."""
        self._look(Sight(self.width(), self.height()))

    # --- drawing

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._dots is None:
            self._dots = self._picture()
            self._names = self._placed_names()
        painter.drawImage(0, 0, self._dots)
        dots = [(dot, role) for dot, role in ((self._pointed, "muted"), (self._chosen, "accent")) if dot is not None]
        rings = [self._ring(dot) for dot, _ in dots]
        for name in self._names:
            if not any(ring.intersects(name.room) for ring in rings):
                self._draw_name(painter, name)
        for dot, role in dots:
            self._draw_dot(painter, dot, role)
        self._draw_frame(painter)

    def _picture(self) -> QImage:
        ratio = self.devicePixelRatioF()
        size = QSize(round(self.width() * ratio), round(self.height() * ratio))
        colours = theme.current()
        drawn = self._map
        if drawn is None:
            return draw_dots(np.zeros((0, 2)), [], np.zeros(0, np.int64), colours.surface, size, 1.0)
        places = self.sight.on_screen(drawn.points)
        inside = int(((places >= 0) & (places < (self.width(), self.height()))).all(axis=1).sum())
        palette = [letter for _, letter in colours.tiles]
        of_dots = colours_of_regions(drawn.centres, len(palette))[drawn.regions]
        if self._lit is not None:
            of_dots = np.where(self._lit, of_dots, len(palette))
        picture = draw_dots(
            places * ratio, [*palette, colours.border], of_dots, colours.surface, size, radius_for(inside) * ratio, self._lit
        )
        picture.setDevicePixelRatio(ratio)
        return picture

    def _placed_names(self) -> list[PlacedName]:
        if self._map is None:
            return []
        centres = self.sight.on_screen(self._map.centres)
        return place_names(self._map.names, centres, self.rect().adjusted(SPACE.xs, SPACE.xs, -SPACE.xs, -SPACE.xs))

    def _draw_name(self, painter: QPainter, name: PlacedName) -> None:
        colours = theme.current()
        ground = QColor(colours.surface)
        ground.setAlphaF(_NAME_GROUND)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(name.room, RADIUS_CONTROL, RADIUS_CONTROL)
        painter.setPen(QColor(colours.text))
        painter.setFont(theme.font(TYPE.small, SEMIBOLD))
        painter.drawText(name.room, Qt.AlignmentFlag.AlignCenter, name.shown)

    def _draw_dot(self, painter: QPainter, dot: int, role: str) -> None:
        assert self._map is not None
        colours = theme.current()
        place = self._place(dot)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(getattr(colours, role)), _RING))
        painter.drawEllipse(place, SPACE.xs, SPACE.xs)
        painter.setFont(theme.font(TYPE.body))
        metrics = painter.fontMetrics()
        text = metrics.elidedText(self._map.titles[dot], Qt.TextElideMode.ElideRight, min(_WIDEST_TITLE, self.width() - SPACE.xl))
        room = QRect(0, 0, metrics.horizontalAdvance(text) + SPACE.m, metrics.height() + SPACE.xs)
        room.moveCenter(QPoint(round(place.x()), round(place.y()) - room.height()))
        room.moveLeft(min(max(room.left(), SPACE.xs), self.width() - room.width() - SPACE.xs))
        if room.top() < SPACE.xs:
            room.moveTop(round(place.y()) + SPACE.m)
        painter.setPen(QPen(QColor(colours.border), 1))
        painter.setBrush(QColor(colours.raised))
        painter.drawRoundedRect(room, RADIUS_CONTROL, RADIUS_CONTROL)
        painter.setPen(QColor(colours.text))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)

    def _draw_frame(self, painter: QPainter) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.current().accent if self.hasFocus() else theme.current().border), 1))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), RADIUS_CARD, RADIUS_CARD)

    # --- pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._pulled = event.position().toPoint(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._pressed is not None:
            way = place - self._pressed
            if self._pulled or way.manhattanLength() > _WANDER:
                self._pulled, self._pressed = True, place
                self._look(self.sight.moved(way.x(), way.y()))
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
            return
        pointed = self._nearest(event.position())
        over_name = pointed is None and self._name_at(place) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if pointed is not None or over_name else Qt.CursorShape.OpenHandCursor)
        if pointed != self._pointed:
            self._pointed = pointed
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        self._pressed = None
        if self._pulled:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
            return
        dot = self._nearest(event.position())
        region = self._name_at(event.position().toPoint())
        if dot is not None:
            self._choose(dot)
            self._tell()
        elif region is not None and self._map is not None:
            self._look(self.sight.showing(self._map.points[self._map.regions == region]))

    def leaveEvent(self, _event: object) -> None:
        self._pointed = None
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        steps = event.angleDelta().y() / _WHEEL_STEP
        self._look(self.sight.zoomed(STEP**steps, event.position().x(), event.position().y()))
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._look(self.sight.resized(self.width(), self.height()))

    # --- keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            right, down = _ARROWS[key]
            self._look(self.sight.moved(-_PULL * right, -_PULL * down))
        elif key in _ARROWS:
            self._walk(*_ARROWS[key])
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(STEP)
        elif key == Qt.Key.Key_Minus:
            self.zoom(1 / STEP)
        elif key in (Qt.Key.Key_0, Qt.Key.Key_Home):
            self.show_all()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._chosen is not None:
            self._tell()
        else:
            super().keyPressEvent(event)

    def _walk(self, right: int, down: int) -> None:
        """Choose the nearest product in a direction; without a choice, the one nearest to the middle."""
        if self._map is None or not len(self._map.points):
            return
        places = self.sight.on_screen(self._map.points)
        if self._chosen is None:
            self._choose(int(np.argmin(np.hypot(*(places - (self.width() / 2, self.height() / 2)).T))))
            return
        way = places - places[self._chosen]
        ahead, aside = way @ np.array([right, down]), np.abs(way @ np.array([down, right]))
        costs = np.where((ahead > 0.5) & (ahead >= aside), np.hypot(ahead, 2 * aside), np.inf)
        nearest = int(np.argmin(costs))
        if np.isfinite(costs[nearest]):
            self._choose(nearest)

    # --- common

    def _choose(self, dot: int) -> None:
        self._chosen = dot
        self._describe()
        place = self._place(dot).toPoint()
        if not self.rect().adjusted(SPACE.m, SPACE.m, -SPACE.m, -SPACE.m).contains(place):
            away = self.rect().center() - place
            self._look(self.sight.moved(away.x(), away.y()))
        self.update()

    def _tell(self) -> None:
        if self.chosen is not None:
            self.product_wanted.emit(self.chosen)

    def _describe(self) -> None:
        if self._map is None or self._chosen is None:
            self.setAccessibleDescription(self.tr("Arrow keys go from product to product, plus and minus zoom."))
            return
        title, region = self._map.titles[self._chosen], self._map.names[int(self._map.regions[self._chosen])]
        self.setAccessibleDescription(self.tr("{title}, among {region}").format(title=title, region=region))

    def _look(self, sight: Sight) -> None:
        self.sight = sight
        self._draw_anew()

    def _draw_anew(self) -> None:
        self._dots = None
        self.update()

    def _ring(self, dot: int) -> QRect:
        ring = QRect(0, 0, 2 * SPACE.xs, 2 * SPACE.xs)
        ring.moveCenter(self._place(dot).toPoint())
        return ring

    def _place(self, dot: int) -> QPointF:
        assert self._map is not None
        x, y = self.sight.on_screen(self._map.points[dot : dot + 1])[0]
        return QPointF(float(x), float(y))

    def _nearest(self, place: QPointF) -> int | None:
        if self._map is None or not len(self._map.points):
            return None
        distances = np.hypot(*(self.sight.on_screen(self._map.points) - (place.x(), place.y())).T)
        nearest = int(np.argmin(distances))
        return nearest if distances[nearest] <= _REACH else None

    def _name_at(self, place: QPoint) -> int | None:
        return next((name.region for name in self._names if name.room.contains(place)), None)
