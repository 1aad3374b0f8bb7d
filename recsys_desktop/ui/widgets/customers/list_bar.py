"""What stands above a customer's list: what to see, a box for a wish, the place the list is for, and what filled it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QTabBar, QVBoxLayout, QWidget

from recsys_desktop.ui import theme
from recsys_desktop.ui.formats import tooltip
from recsys_desktop.ui.theme import SEMIBOLD, SPACE, TYPE
from recsys_desktop.ui.widgets.buttons import LinkButton
from recsys_desktop.ui.widgets.labels import ElidedLabel, Label
from recsys_desktop.ui.widgets.rules.scenario_box import ScenarioBox

RECOMMENDED, HISTORY = 0, 1


class WishBox(QLineEdit):
    """Enter or the arrow tells what is wished for; an emptied box ends the wish."""

    wanted = Signal(str)
    emptied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("wish_box")
        self.setPlaceholderText(self.tr("A wish: gift for a gardener"))
        self.setAccessibleName(self.tr("A wish in words"))
        self.setToolTip(tooltip(self.tr("Say in your own words what is wanted and press Enter: products that fit come first.")))
        self.setClearButtonEnabled(True)
        self.setMaxLength(300)
        self.addAction(theme.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self._go = self.addAction(theme.icon("arrow_right", "accent"), QLineEdit.ActionPosition.TrailingPosition)
        self._go.setText(self.tr("Find what fits the wish"))
        self._go.triggered.connect(self._tell)
        self._go.setVisible(False)
        self.returnPressed.connect(self._tell)
        self.textChanged.connect(self._note)

    def _note(self, text: str) -> None:
        self._go.setVisible(bool(text.strip()))
        if not text:
            self.emptied.emit()

    def _tell(self) -> None:
        if self.text().strip():
            self.wanted.emit(self.text().strip())


class ListBar(QWidget):
    """Two lines: the controls, and below them what the list is made of, with the ways out of a wish while there is one."""

    tab_chosen = Signal(int)
    whom_chosen = Signal(bool)  # whether a wish is for the customer in view, False: for anyone
    wish_ended = Signal()
    hand_out_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._for_customer = True
        self.tabs = QTabBar()
        self.tabs.setObjectName("customer_tabs")
        self.tabs.setAccessibleName(self.tr("What to see of this customer"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.addTab(self.tr("Recommended"))
        self.tabs.addTab(self.tr("History"))
        self.tabs.currentChanged.connect(self.tab_chosen)
        self._title = Label(self.tr("Recommended"), size=TYPE.heading, weight=SEMIBOLD)
        self._title.hide()
        self.wish = WishBox()
        self.scenarios = ScenarioBox("list_scenario", self.tr("Which list"))
        self.scenarios.setToolTip(tooltip(self.tr("Where the list is shown: each place has its own rules (page Rules).")))
        self.scenarios.setMinimumContentsLength(8)
        self.scenarios.hide()
        self.remark = ElidedLabel(size=TYPE.small, role="muted")
        self.remark.setObjectName("list_remark")
        self.remark.setMinimumHeight(SPACE.l)  # as high as the links beside it: nothing moves when they come
        stays = self.remark.sizePolicy()
        stays.setRetainSizeWhenHidden(True)  # and the links stay at the right edge while the history is in view
        self.remark.setSizePolicy(stays)
        self.whom = LinkButton("", "wish_for_whom")
        self.whom.clicked.connect(self._switch)
        self.back = LinkButton(self.tr("Back to the list"), "wish_end")
        self.back.clicked.connect(self.wish.clear)
        self.hand_out = LinkButton(self.tr("Print or send…"), "hand_out_list")
        self.hand_out.setToolTip(tooltip(self.tr("Make a page of this customer's list, with pictures, to print or to send")))
        self.hand_out.clicked.connect(self.hand_out_wanted)
        self.wish.emptied.connect(self.wish_ended)
        self._lay_out()
        self.show_wish(None)

    def _lay_out(self) -> None:
        self._controls = QHBoxLayout()
        self._controls.setSpacing(SPACE.xs)
        self._controls.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignBottom)
        self._controls.addWidget(self._title)
        self._controls.addWidget(self.wish, 1)
        self._controls.addWidget(self.scenarios)
        self._words = QHBoxLayout()
        self._words.setSpacing(SPACE.xs)
        self._words.addWidget(self.hand_out)
        self._words.addWidget(self.whom)
        self._words.addWidget(self.back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._controls)
        layout.addLayout(self._words)

    def _place_remark(self) -> None:
        """Let the remark stand behind the heading; below it where other controls take the room, or with the ways out of a wish."""
        if self._title.isHidden() or not self.back.isHidden() or not self.scenarios.isHidden():
            self._words.insertWidget(0, self.remark, 1)
            self._words.insertWidget(1, self.hand_out)
        else:
            self._controls.insertWidget(2, self.remark, 1)
            self._controls.addWidget(self.hand_out)

    def set_history_beside(self, beside: bool) -> None:
        """Leave out the tabs where the history stands beside the list: there is nothing to change to."""
        if beside:
            self.tabs.setCurrentIndex(RECOMMENDED)
        self.tabs.setVisible(not beside)
        self._title.setVisible(beside)
        self._place_remark()

    def show_scenarios(self, names: Sequence[str], current: str) -> None:
        """Offer the places that lists are made for; one alone is no choice and not shown."""
        self.scenarios.show_scenarios(names, current)
        self.scenarios.setVisible(len(names) > 1)
        self._place_remark()

    def show_wish(self, for_customer: bool | None) -> None:
        """Offer the ways out of a wish that is for the customer in view, or for anyone; None: there is no wish."""
        wished = for_customer is not None
        self._for_customer = bool(for_customer)
        self.whom.setText(self.tr("For anyone") if for_customer else self.tr("For this customer"))
        self.hand_out.setVisible(not wished)
        self.whom.setVisible(wished)
        self.back.setVisible(wished)
        self._place_remark()

    def _switch(self) -> None:
        self.whom_chosen.emit(not self._for_customer)
