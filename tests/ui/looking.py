"""Looks at windows as different people do: with a screen reader, with the Tab key, with weak eyes, in a language of long words."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenuBar,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QTableView,
    QTabWidget,
    QTextEdit,
    QWidget,
)

from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.clamped_label import ClampedLabel
from recsys_desktop.ui.widgets.labels import ElidedLabel

CONTROLS = (
    QAbstractButton,
    QLineEdit,
    QComboBox,
    QAbstractSpinBox,
    QAbstractSlider,
    QAbstractItemView,
    QPlainTextEdit,
    QTextEdit,
)
#: Parts of these are spoken by their whole.
COMPOSED = (QComboBox, QAbstractSpinBox, QAbstractItemView, QLineEdit, QTabWidget, QMenuBar)
#: WCAG 2.2: 1.4.3 for text, 1.4.11 for what shows where a control is.
TEXT_CONTRAST, PART_CONTRAST = 4.5, 3.0
#: What a line is not broken within; Chinese may be broken anywhere.
_WORD = re.compile(r"[^\s\u2e80-\uffef]+")
_OFF = 1  # pixels by which a text may seem too long: letters are measured in fractions


def name_of(widget: QWidget) -> str:
    """Return the class and the object name, for a list of faults."""
    return f"{type(widget).__name__} {widget.objectName()!r}"


# -- with a screen reader ---------------------------------------------------------------------------------------------------------


def spoken(widget: QWidget) -> str:
    """Return what a screen reader says to name a control."""
    interface = QAccessible.queryAccessibleInterface(widget)
    name = interface.text(QAccessible.Text.Name) if interface is not None else ""
    if name or widget.accessibleName():
        return name or widget.accessibleName()
    return next((label.text() for label in widget.window().findChildren(QLabel) if label.buddy() is widget), "")


def visible(root: QWidget, *kinds: type[QWidget]) -> Iterator[QWidget]:
    """Yield the widgets in ``root`` that can be seen, of these kinds if any are named."""
    for widget in root.findChildren(QWidget):
        if widget.isVisibleTo(root) and (not kinds or isinstance(widget, kinds)):
            yield widget


def can_be_reached(widget: QWidget) -> bool:
    """Whether the Tab key stops at a widget."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus.value) and widget.isEnabled()


def unnamed(root: QWidget) -> list[str]:
    """Return the controls, and all else that takes the focus, for which a screen reader has no words."""
    found = []
    for widget in visible(root):
        if isinstance(widget, (QScrollBar, QTabWidget)) or isinstance(widget.parent(), COMPOSED):
            continue
        if isinstance(widget, QAbstractScrollArea) and not isinstance(widget, CONTROLS):
            continue  # a frame that scrolls: what is in it has names
        if (isinstance(widget, CONTROLS) or can_be_reached(widget)) and not spoken(widget).strip():
            found.append(name_of(widget))
    return found


# -- with the keyboard ------------------------------------------------------------------------------------------------------------


def tab_stops(root: QWidget) -> list[QWidget]:
    """Return what the Tab key comes to in ``root``, in its order."""
    window = root.window()
    stops: list[QWidget] = []
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        inside = root is window or root.isAncestorOf(widget)
        if inside and widget.isVisibleTo(window) and can_be_reached(widget) and widget.focusProxy() is None:
            stops.append(widget)
        widget = widget.nextInFocusChain()
    return stops


def out_of_order(root: QWidget) -> list[str]:
    """Return the steps of the Tab key that go against the way of reading: upwards, unless into a column further right; or back."""
    places = [(stop, _place(stop, root)) for stop in tab_stops(root)]
    faults = []
    for (one, before), (other, after) in itertools.pairwise(places):
        up = after.bottom() < before.top() and after.left() <= before.right()
        back = after.right() < before.left() and after.top() < before.bottom() and before.top() < after.bottom()
        if up or back:
            faults.append(f"{name_of(one)} at {before.topLeft().toTuple()} -> {name_of(other)} at {after.topLeft().toTuple()}")
    return faults


def mouse_only(root: QWidget) -> list[str]:
    """Return buttons, fields and lists that the Tab key passes by; a group of radio buttons is reached as one."""
    return [
        name_of(widget)
        for widget in visible(root, *CONTROLS)
        if not isinstance(widget.parent(), COMPOSED) and not isinstance(widget, (QScrollBar, QHeaderView))
        if widget.isEnabled() and not widget.focusPolicy() & Qt.FocusPolicy.TabFocus.value
        if not _is_one_of_a_group(widget)
        if not any(can_be_reached(part) for part in visible(widget, *CONTROLS))  # a table of fields, each of which is reached
    ]


def _is_one_of_a_group(widget: QWidget) -> bool:
    """Whether a button belongs to others of which one is chosen: Tab comes to that one, the arrow keys to the others."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.exclusive() and any(can_be_reached(button) for button in group.buttons())


def _place(widget: QWidget, root: QWidget) -> QRect:
    return QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())


# -- with weak eyes ---------------------------------------------------------------------------------------------------------------


def luminance(colour: str) -> float:
    """Return the relative luminance of ``#rrggbb`` by WCAG 2.2, 0..1."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours by WCAG 2.2, 1..21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def hard_to_read(root: QWidget) -> list[str]:
    """Return the texts whose colour is too near to the ground they are really painted on."""
    picture = root.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(picture.constBits(), np.uint32).reshape(picture.height(), -1)
    found = []
    for widget in visible(root, QLabel, QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit, QTextEdit):
        if not _has_text(widget) or not widget.isEnabled():
            continue
        seen = widget.visibleRegion().boundingRect()  # less than all of it where it is scrolled to
        ground = _ground(pixels, seen.translated(widget.mapTo(root, QPoint(0, 0))))
        ink = widget.palette().color(widget.foregroundRole()).name()
        if ground and contrast(ink, ground) < TEXT_CONTRAST:
            found.append(f"{name_of(widget)}: {ink} on {ground}, {contrast(ink, ground):.2f}")
    return found


def _has_text(widget: QWidget) -> bool:
    if isinstance(widget, QComboBox):
        return bool(widget.currentText())
    if isinstance(widget, (QPlainTextEdit, QTextEdit)):
        return bool(widget.toPlainText())
    return bool(getattr(widget, "text", str)())


def _ground(pixels: npt.NDArray[np.uint32], place: QRect) -> str:
    """Return the commonest colour of a part of a picture; "" where that part is empty."""
    part = pixels[place.top() : place.bottom() + 1, place.left() : place.right() + 1]
    if not part.size:
        return ""
    colours, counts = np.unique(part, return_counts=True)
    return f"#{int(colours[counts.argmax()]) & 0xFFFFFF:06x}"


# -- in a language of long words --------------------------------------------------------------------------------------------------


def cut_off(root: QWidget) -> list[str]:
    """Return the texts that have less room than they need and no tool tip that says them in full."""
    found = []
    for widget in visible(root):
        if isinstance(widget.parent(), (QAbstractSpinBox, QLineEdit)) or widget.width() <= 0:
            continue
        fault = _cut(widget)
        if fault:
            found.append(f"{name_of(widget)} {fault}")
    return found


def _cut(widget: QWidget) -> str:
    if isinstance(widget, (ElidedLabel, ClampedLabel)):
        return ""  # they show the rest in a tool tip
    if isinstance(widget, QLabel):
        return _cut_label(widget)
    if isinstance(widget, QComboBox):
        return _less(widget.sizeHint(), widget.size(), widget.currentText()) if not widget.toolTip() else ""
    if isinstance(widget, QAbstractButton):
        return _less(widget.sizeHint(), widget.size(), widget.text()) if widget.text() else ""
    if isinstance(widget, QTableView):
        return _cut_header(widget)
    if isinstance(widget, QScrollArea):
        return _cut_page(widget)
    if isinstance(widget, QLineEdit) and not widget.text() and not widget.toolTip():
        room = widget.width() - 2 * SPACE.xs
        return _longer(widget.fontMetrics(), widget.placeholderText(), room)
    return ""


def _cut_label(label: QLabel) -> str:
    if not label.text() or label.toolTip():
        return ""
    room = label.contentsRect().size()
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        widest = max(label.fontMetrics().horizontalAdvance(word) for word in _WORD.findall(label.text()) or [""])
        if needed > label.height() + _OFF or widest > room.width() + _OFF:
            return f"{label.text()!r}: {needed} high in {label.height()}, widest word {widest} in {room.width()}"
        return ""
    return _longer(label.fontMetrics(), max(label.text().split("\n"), key=len), room.width())


def _cut_header(table: QTableView) -> str:
    header, model = table.horizontalHeader(), table.model()
    if model is None or header.isHidden():
        return ""
    metrics = QFontMetrics(header.font())
    for column in range(header.count()):
        text = str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        said = model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
        room = header.sectionSize(column) - 2 * SPACE.xs
        if not said and not header.isSectionHidden(column) and (fault := _longer(metrics, text, room)):
            return f"heading {fault}"
    return ""


def _cut_page(area: QScrollArea) -> str:
    inner = area.widget()
    never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    if inner is not None and inner.width() > area.viewport().width() + _OFF and area.horizontalScrollBarPolicy() == never:
        return f"{inner.width()} wide in {area.viewport().width()}"
    return ""


def _less(needed: QSize, given: QSize, text: str) -> str:
    if needed.width() > given.width() + _OFF:
        return f"{text!r}: {needed.width()} wide in {given.width()}"
    return ""


def _longer(metrics: QFontMetrics, text: str, room: int) -> str:
    needed = metrics.horizontalAdvance(text)
    return f"{text!r}: {needed} wide in {room}" if needed > room + _OFF else ""
