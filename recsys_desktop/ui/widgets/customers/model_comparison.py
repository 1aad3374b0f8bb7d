"""A customer's list by the model in use beside that of another one: what moved, what is new, what is gone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from recsys_desktop.domain.entities import ModelVersion
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.ui.formats import when
from recsys_desktop.ui.models.compared import ComparedPlace
from recsys_desktop.ui.texts import number
from recsys_desktop.ui.theme import SEMIBOLD, SPACE
from recsys_desktop.ui.widgets.buttons import QuietButton
from recsys_desktop.ui.widgets.calm_boxes import CalmComboBox
from recsys_desktop.ui.widgets.customers.compared_list import ComparedList, Lines
from recsys_desktop.ui.widgets.customers.recommendation_list import SCROLL_BAR
from recsys_desktop.ui.widgets.empty_state import EmptyState
from recsys_desktop.ui.widgets.labels import Label, Muted

if TYPE_CHECKING:
    from recsys_desktop.services.listing.comparing_models import Comparison

#: By how much the scroll bar is slimmer than the room that is left for it above.
_BESIDE_BAR = 2


class ModelComparison(QWidget):
    """Shows what it is handed. ``making_wanted`` asks for lists that are not kept; ``version_chosen`` for another version."""

    making_wanted = Signal()
    version_chosen = Signal(int)
    closed = Signal()
    product_wanted = Signal(str)  # item id

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("model_comparison")
        self.ours_title = Label(weight=SEMIBOLD)
        self.versions = CalmComboBox()
        self.versions.setObjectName("compare_version")
        self.versions.setAccessibleName(self.tr("Model to compare with"))
        self.versions.setSizeAdjustPolicy(CalmComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.versions.setMinimumContentsLength(12)
        self.versions.activated.connect(lambda _: self.version_chosen.emit(self.version))
        self.close_button = QuietButton(self.tr("Close"), "compare_close", icon="close")
        self.close_button.setAccessibleName(self.tr("Close the comparison"))
        self.close_button.clicked.connect(self.closed)
        self.verdict = Muted(wrap=True)
        self.verdict.setObjectName("compare_verdict")
        self.ours, self.theirs = ComparedList("compare_ours"), ComparedList("compare_theirs")
        for side in (self.ours, self.theirs):
            side.product_wanted.connect(self.product_wanted)
        self._missing = EmptyState("clock", self.tr("These lists are not kept"), "", self.tr("Make them"))
        self._missing.acted.connect(self._ask)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._lay_out_lists())
        self._stack.addWidget(self._missing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.xs)
        layout.addLayout(self._lay_out_head())
        layout.addWidget(self._stack, 1)

    @property
    def version(self) -> int:
        """The version compared with, 0 before there is any."""
        return int(self.versions.currentData() or 0)

    @property
    def makes(self) -> bool:
        """Whether the other version's lists have to be made first."""
        return self._stack.currentWidget() is self._missing

    def _lay_out_head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, SCROLL_BAR, 0)
        head.setSpacing(SPACE.xs)
        head.addWidget(self.verdict, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _lay_out_lists(self) -> QScrollArea:
        board = QWidget()
        grid = QGridLayout(board)
        grid.setContentsMargins(0, 0, _BESIDE_BAR, 0)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(SPACE.xs)
        self._lines = Lines(self.ours, self.theirs)
        grid.addWidget(self.ours_title, 0, 0)
        grid.addWidget(self.versions, 0, 2)
        grid.addWidget(self.ours, 1, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._lines, 1, 1)
        grid.addWidget(self.theirs, 1, 2, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)
        grid.setRowStretch(2, 1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # the lists stay as wide as what is above them
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(board)
        return scroll

    def show_versions(self, versions: Sequence[ModelVersion]) -> None:
        """Offer all versions but the one in use, the newest first; the one chosen before stays chosen."""
        chosen = self.version
        others = [version for version in versions if not version.active]
        self.versions.clear()
        for version in others:
            self.versions.addItem(self._title(version), version.number)
        self.versions.setCurrentIndex(max(self.versions.findData(chosen), 0))
        active = next((version for version in versions if version.active), None)
        if active is not None:
            self.ours_title.setText(self.tr("Model {number} · in use").format(number=active.number))
            self.ours.setAccessibleName(self.ours_title.text())

    def show_comparison(self, made: Comparison) -> None:
        """Show both lists of a customer."""
        theirs = {place.item.item_id: place.rank for place in made.theirs.items}
        ours = {place.item.item_id: place.rank for place in made.ours.items}
        self.ours.places.show([ComparedPlace(one.rank, one.item, theirs.get(one.item.item_id)) for one in made.ours.items])
        self.theirs.places.show([ComparedPlace(one.rank, one.item, ours.get(one.item.item_id)) for one in made.theirs.items])
        self.theirs.setAccessibleName(self.tr("Model {number}").format(number=made.number))
        self.verdict.setText(self._verdict(made.shared, len(made.ours.items), sum(ours[one] == theirs.get(one) for one in ours)))
        self._stack.setCurrentIndex(0)

    def show_missing(self) -> None:
        """Say that the lists of the other version are not kept, and offer to make them."""
        why = self.tr("Only the lists of the model in use are kept. Making those of model {number} takes a moment; yours stay.")
        self._missing.say(why.format(number=self.version))
        self._missing.button.setEnabled(True)
        self.verdict.setText("")
        self._stack.setCurrentWidget(self._missing)

    def show_error(self, error: RecsysError) -> None:
        """Say in this place what went wrong."""
        self._missing.show_error(error)
        self._missing.button.setEnabled(True)
        self._stack.setCurrentWidget(self._missing)

    def _ask(self) -> None:
        self._missing.button.setEnabled(False)
        self._missing.say(self.tr("Making the lists of model {number}…").format(number=self.version))
        self.making_wanted.emit()

    def _verdict(self, shared: int, length: int, same: int) -> str:
        if shared == same == length:
            return self.tr("Both models make the same list.")
        if not same:
            text = self.tr("{shared} of {all} products are in both lists, none of them in the same place.")
        else:
            text = self.tr("{shared} of {all} products are in both lists, {same} of them in the same place.")
        return text.format(shared=number(shared), all=number(length), same=number(same))

    def _title(self, version: ModelVersion) -> str:
        if version.parent is None:
            return self.tr("Model {number} · original").format(number=version.number)
        return self.tr("Model {number} · {when}").format(number=version.number, when=when(version.created))
