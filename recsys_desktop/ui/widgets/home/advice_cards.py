"""Advice about the shop's data: what lists can be made of today, and what to collect next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from recsys_desktop.domain.texts import Text
from recsys_desktop.ui.texts import words
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.card import Card
from recsys_desktop.ui.widgets.sentence_list import Sentence, SentenceList

if TYPE_CHECKING:
    from recsys_desktop.services.advising import Advice

_MOST_GAPS = 4


class AbilitiesCard(Card):
    """What the data carry, one line for each thing lists are made of."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.heading.setText(self.tr("What your data is good for"))
        self.setObjectName("abilities_card")
        self.lines = SentenceList("abilities", self.heading.text())
        self.body.addWidget(self.heading)
        self.body.addSpacing(SPACE.xxs)
        self.body.addWidget(self.lines)
        self.body.addStretch(1)

    def show_advice(self, advice: Advice) -> None:
        """Show what holds and what does not yet."""
        self.show()
        yes, no = self.tr("Yes"), self.tr("Not yet")
        self.lines.show_lines(
            [
                Sentence("check", "accent", yes, words(ability.sentence))
                if ability.carried
                else Sentence("clock", "muted", no, words(ability.sentence), _remark(ability.wanted))
                for ability in advice.abilities
            ]
        )


class GapsCard(Card):
    """What would help most, the most pressing first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.heading.setText(self.tr("What to collect next"))
        self.setObjectName("gaps_card")
        self.lines = SentenceList("gaps", self.heading.text())
        self.body.addWidget(self.heading)
        self.body.addSpacing(SPACE.xxs)
        self.body.addWidget(self.lines)
        self.body.addStretch(1)

    def show_advice(self, advice: Advice) -> None:
        """Show what is missing and what to do about it; nothing at all where nothing is."""
        missing = [(ability.wanted, None) for ability in advice.abilities if ability.wanted is not None][:1]
        gaps = [(gap.sentence, gap.remedy) for gap in advice.gaps]
        shown = [*missing, *gaps][:_MOST_GAPS]
        note = self.tr("Missing")
        self.lines.show_lines([Sentence("plus", "accent", note, words(sentence), _remark(remedy)) for sentence, remedy in shown])
        self.setVisible(bool(shown))


def _remark(text: Text | None) -> str:
    return "" if text is None else words(text)
