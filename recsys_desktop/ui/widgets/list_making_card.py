"""How the lists are made, in words, and the button that tries out what suits the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from recsys_desktop.domain.texts import message
from recsys_desktop.ui.formats import when
from recsys_desktop.ui.texts import sentences, words
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.buttons import QuietButton
from recsys_desktop.ui.widgets.card import Card
from recsys_desktop.ui.widgets.labels import Muted
from recsys_desktop.ui.widgets.sentence_list import Sentence, SentenceList

if TYPE_CHECKING:
    from recsys_desktop.services.listing.list_making import ListMaking

QUICK, THOROUGH = "quick", "thorough"


class ListMakingCard(Card):
    """Shows what it is handed; ``fit_wanted`` tells how much trying the person waits for."""

    fit_wanted = Signal(str)  # QUICK or THOROUGH
    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("list_making")
        self.heading.setText(self.tr("How your lists are made"))
        self.setAccessibleName(self.heading.text())
        self._busy = False
        self.parts = SentenceList("list_parts", self.heading.text())
        self.found = Muted(wrap=True)
        self.found.setObjectName("list_making_found")
        self.remark = Muted(wrap=True)
        self.remark.setObjectName("list_making_remark")
        self.fit = QuietButton(self.tr("Fit to my shop"), "fit_to_shop", icon="chevron_down")
        self.fit.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow of a menu stands behind the words
        self.stop = QuietButton(self.tr("Stop"), "fit_stop", icon="stop")
        self.stop.hide()
        self.stop.clicked.connect(self.stop_wanted)
        self.fit.setMenu(self._menu())
        self._lay_out()

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAccessibleName(self.fit.text())
        for effort, name in ((QUICK, self.tr("Quick: about a minute")), (THOROUGH, self.tr("Thorough: up to 15 minutes"))):
            action = menu.addAction(name)
            action.setObjectName(f"fit_{effort}")
            action.triggered.connect(lambda _checked, effort=effort: self.fit_wanted.emit(effort))
        return menu

    def _lay_out(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(SPACE.s)
        texts.addWidget(self.heading)
        texts.addWidget(self.parts)
        texts.addWidget(self.found)
        texts.addWidget(self.remark)
        row = QHBoxLayout()
        row.setSpacing(SPACE.l)
        row.addLayout(texts, 1)
        row.addWidget(self.fit, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)

    def show_making(self, making: ListMaking | None) -> None:
        """Show how the lists are made; None: there are none yet."""
        parts = () if making is None else making.parts
        self.parts.show_lines([Sentence("dot", "accent", "", words(part)) for part in parts])
        found = [] if making is None else [words(text) for text in making.found]
        if making is not None and making.chosen is not None:
            found.append(words(message("made_of", "Tried out {when}.").fill(when=when(making.chosen))))
        self.found.setText(sentences(*found))
        self.found.setVisible(bool(found))
        if not self._busy:
            self.say("" if making is not None else self.tr("There are no lists yet: your products were not read."))
        self.fit.setEnabled(making is not None)

    def show_busy(self, busy: bool) -> None:
        """Show that something is being tried out, or no longer."""
        self._busy = busy
        self.fit.setVisible(not busy)
        self.stop.setVisible(busy)
        self.stop.setEnabled(True)
        if busy:
            self.say(self.tr("Trying out which lists would have found what was bought. Yours stay as they are until it is done."))

    def say(self, remark: str) -> None:
        """Say something below the sentences; "" takes it away."""
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))
