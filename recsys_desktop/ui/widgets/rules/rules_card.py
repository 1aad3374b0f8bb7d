"""What all parts of the rules page have in common: they show rules and tell how a person wants to change them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recsys_desktop.domain.rules import Rules
from recsys_desktop.domain.texts import Text
from recsys_desktop.ui.operations.rule_preview import RuleBook
from recsys_desktop.ui.widgets.card import Card

#: Makes changed rules of the rules that are stored by then.
Change = Callable[[Rules], Rules]


class RulesCard(Card):
    """A card that shows some of the rules. ``edited`` asks for a change to be kept; it is shown once it was."""

    edited = Signal(object, object)  # Change, Text that says what was done

    def __init__(self, title: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.setObjectName(name)
        self._rules = Rules()

    @property
    def rules(self) -> Rules:
        """The rules that are shown."""
        return self._rules

    def show_rules(self, rules: Rules, book: RuleBook) -> None:
        """Show rules that are stored. Without reporting anything as changed."""
        self._rules = rules
        self._fill(book)

    def _fill(self, book: RuleBook) -> None:
        """Put :attr:`rules` into the controls."""
        raise NotImplementedError

    def _ask(self, said: Text, **values: object) -> None:
        """Ask for these rules to be changed, unless they are so already."""
        if any(getattr(self._rules, name) != value for name, value in values.items()):
            self.edited.emit(partial(_with, values), said)


def _with(values: dict[str, object], rules: Rules) -> Rules:
    return replace(rules, **values)  # type: ignore[arg-type]  # each value comes from the control of its rule
