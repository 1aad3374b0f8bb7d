"""What a shop's data can carry today, what is missing for more, and what to collect next: plain sentences from plain numbers."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from recsys_desktop.domain.texts import Text, message
from recsys_desktop.engine.selection.folds import FEWEST_CUSTOMERS as FEWEST_JUDGES
from recsys_desktop.engine.selection.folds import WINDOW_DAYS
from recsys_desktop.engine.space_settings import SpaceSettings
from recsys_desktop.engine.text.item_text import DESCRIPTION_CHARACTERS
from recsys_desktop.engine.text.language import MOST_UNREAD
from recsys_desktop.services.learning.training_material import FEWEST_CUSTOMERS as FEWEST_PUPILS
from recsys_desktop.services.shop import Shop
from recsys_desktop.services.shop_facts import Facts, facts_of

#: A fault that fewer products or customers than this part share is not worth a sentence.
_WORTH_SAYING = 0.05


class Part(StrEnum):
    """What lists can be made of, from what needs least to what needs most."""

    BESTSELLERS = "bestsellers"
    WORDS = "words"
    TOGETHER = "together"
    SEASON = "season"
    LEARNING = "learning"


@dataclass(frozen=True)
class Ability:
    """One thing lists are made of: whether the data carry it, in words, and what is wanted for it, None where nothing is."""

    part: Part
    carried: bool
    sentence: Text
    wanted: Text | None = None


@dataclass(frozen=True)
class Gap:
    """Something the data lack, and how to mend it. ``kind`` is a stable word for scripts."""

    kind: str
    sentence: Text
    remedy: Text


@dataclass(frozen=True)
class Advice:
    """What holds today, one ability after the other, and what is missing, the most pressing first."""

    abilities: tuple[Ability, ...]
    gaps: tuple[Gap, ...]

    @property
    def next_step(self) -> Text | None:
        """What to collect next: for the first ability that is not carried yet, else for the first gap; None where all is there."""
        wanted = (ability.wanted for ability in self.abilities if ability.wanted is not None)
        return next(wanted, None) or next((gap.remedy for gap in self.gaps), None)


def advise(shop: Shop) -> Advice:
    """Look at a shop and say what its data can carry. Some seconds at a million interactions."""
    return advice_on(facts_of(shop))


def advice_on(facts: Facts) -> Advice:
    """Put facts into words."""
    abilities = (_bestsellers(facts), _words(facts), _together(facts), _season(facts), _learning(facts))
    return Advice(abilities, tuple(gap for gap in _gaps(facts) if gap is not None))


def _bestsellers(facts: Facts) -> Ability:
    if facts.events:
        text = message("advice", "What sells well is known, from {count} things customers did.").fill(count=facts.events)
        return Ability(Part.BESTSELLERS, True, text)
    missing = message("advice", "What sells well is not known yet.")
    return Ability(Part.BESTSELLERS, False, missing, message("advice", "Import a file of orders: customer, product, date."))


def _words(facts: Facts) -> Ability:
    if facts.read and facts.unread is not None and facts.unread > MOST_UNREAD:
        if facts.by_letters:
            letters = message(
                "advice", "The language model cannot read your products' language: their words are compared by letters, too."
            )
            return Ability(Part.WORDS, True, letters)
        strange = message("advice", "The language model cannot read {percent} % of your products' letters: lists follow purchases.")
        return Ability(Part.WORDS, False, strange.fill(percent=round(100 * facts.unread)))
    if facts.read:
        text = message("advice", "The words of {count} products were read: a new product finds its customers by them.")
        return Ability(Part.WORDS, True, text.fill(count=facts.read))
    missing = message("advice", "The words of your products were not read yet.")
    return Ability(Part.WORDS, False, missing, message("advice", "Import a catalogue and let the program read it."))


def _together(facts: Facts) -> Ability:
    needed = SpaceSettings().fewest_users
    if facts.returning >= needed:
        text = message("advice", "What is bought together shows: {count} customers have bought two products or more.")
        return Ability(Part.TOGETHER, True, text.fill(count=facts.returning))
    missing = message("advice", "What is bought together does not show yet: {count} customers have bought two products or more.")
    wanted = message("advice", "{missing} more customers with two products or more; {needed} are a start.")
    return Ability(
        Part.TOGETHER,
        False,
        missing.fill(count=facts.returning),
        wanted.fill(missing=needed - facts.returning, needed=needed),
    )


def _season(facts: Facts) -> Ability:
    if facts.by_time:
        return Ability(Part.SEASON, True, _season_found(facts.follows_season).fill(count=facts.judges))
    missing = message("advice", "It cannot be told yet whether what sells changes from week to week.")
    if facts.events and 2 * facts.undated >= facts.events:
        wanted = message("advice", "Export the orders with their dates: {count} of {all} have none.")
        return Ability(Part.SEASON, False, missing, wanted.fill(count=facts.undated, all=facts.events))
    wanted = message("advice", "At least {needed} customers who buy something new to them within {days} days.")
    return Ability(Part.SEASON, False, missing, wanted.fill(needed=FEWEST_JUDGES, days=WINDOW_DAYS))


def _season_found(follows: bool | None) -> Text:
    if follows is None:
        return message(
            "advice", "Whether what sells changes from week to week can be found out, from {count} customers who came back lately."
        )
    if follows:
        return message(
            "advice", "What sells changes from week to week, and your lists follow: {count} customers who came back lately show it."
        )
    return message("advice", "What sells hardly changes from week to week: {count} customers who came back lately show it.")


def _learning(facts: Facts) -> Ability:
    if facts.pupils >= FEWEST_PUPILS:
        text = message(
            "advice", "The language model can learn from your shop: at least {count} customers show whether it got better."
        )
        return Ability(Part.LEARNING, True, text.fill(count=facts.pupils))
    missing = message("advice", "There is too little for the language model to learn from, and to show that it got better.")
    more = _rounded(facts.events * (FEWEST_PUPILS / max(facts.pupils, 1) - 1))
    if not more:
        return Ability(Part.LEARNING, False, missing, message("advice", "Orders of customers who come back."))
    wanted = message("advice", "About {count} more purchases, by customers who come back.").fill(count=more)
    return Ability(Part.LEARNING, False, missing, wanted)


def _gaps(facts: Facts) -> tuple[Gap | None, ...]:
    once = facts.customers - facts.returning
    return (
        _gap(
            "untitled", facts.untitled, facts.items,
            message("advice", "{count} of {all} products have a number and no title."),
            message("advice", "Import the catalogue that names them."),
        ),
        _gap(
            "undated", facts.undated, facts.events,
            message("advice", "{count} of {all} things customers did have no date."),
            message("advice", "Export orders with their dates: lists can then follow what sells now."),
        ),
        _gap(
            "thin", facts.thin - facts.untitled, facts.items,
            message("advice", "{count} of {all} products are described by hardly a word."),
            message("advice", "Say in a few words what each is, made of what, for whom."),
        ),
        _gap(
            "alike", facts.alike, facts.items,
            message("advice", "{count} of {all} products have the same words as another one."),
            message("advice", "Say what tells them apart: colour, size, material. Or are they in the file twice?"),
        ),
        _gap(
            "uncategorised", facts.uncategorised, facts.items,
            message("advice", "{count} of {all} products have no category."),
            message("advice", "Export the catalogue with its categories; until then groups are guessed from the words."),
            message("advice", "None of your {all} products has a category."),
        ),
        _gap(
            "undescribed", facts.undescribed, facts.items,
            message("advice", "{count} of {all} products have no description."),
            message("advice", "A sentence or two each; the first {characters} characters are read.").fill(
                characters=DESCRIPTION_CHARACTERS
            ),
            message("advice", "None of your {all} products has a description."),
        ),
        _gap(
            "once", once, facts.customers,
            message("advice", "{count} of {all} customers have bought one product so far."),
            message("advice", "Their lists follow mostly what sells well. Customer numbers at the till join purchases to people."),
        ),
    )  # fmt: skip


def _gap(kind: str, count: int, all_: int, sentence: Text, remedy: Text, all_lack: Text | None = None) -> Gap | None:
    """Return the gap, None where it is too small to be named; ``all_lack`` is the sentence where nothing has what is missing."""
    if count <= 0 or count < _WORTH_SAYING * all_:
        return None
    if count == all_ and all_lack is not None:
        return Gap(kind, all_lack.fill(all=all_), remedy)
    return Gap(kind, sentence.fill(count=count, all=all_), remedy)


def _rounded(count: float) -> int:
    """Return the number with one leading digit, rounded up: about how much is not known better than that.

    >>> [_rounded(n) for n in (0.0, 7.2, 61.0, 1234.0)]
    [0, 8, 70, 2000]
    """
    if count <= 0:
        return 0
    unit = int(10 ** max(int(math.log10(count)), 0))
    return math.ceil(count / unit) * unit
