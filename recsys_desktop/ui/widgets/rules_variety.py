"""How varied lists are: two sliders, each with what its place costs and brings, told before it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from recsys_desktop.domain.texts import message
from recsys_desktop.ui.formats import percent
from recsys_desktop.ui.operations.rule_preview import RuleBook, RuleCosts
from recsys_desktop.ui.texts import words
from recsys_desktop.ui.theme import SEMIBOLD, SPACE
from recsys_desktop.ui.widgets.buttons import QuietButton
from recsys_desktop.ui.widgets.card import Line
from recsys_desktop.ui.widgets.cost_row import CostRow
from recsys_desktop.ui.widgets.labels import Label, Muted
from recsys_desktop.ui.widgets.rule_slider import RuleSlider
from recsys_desktop.ui.widgets.rules_card import RulesCard

if TYPE_CHECKING:
    from recsys_desktop.services.rule_costs import Forecast

_HITS = message(
    "rules",
    "Here {hits} of {customers} customers would have seen what they then bought, with the slider at the left {other}."
    " {share} of the catalogue is shown to somebody instead of {other_share}.",
)
_FOUND = message(
    "rules",
    "Customers who would have seen what they then bought: {hits} of {customers}; without rules {plain}, with a bestseller list"
    " {bestsellers}",
)
_LONG_TAIL = message("rules", " Rarely bought products take {share} of the places instead of {other_share}.")


class VarietyCard(RulesCard):
    """The sliders ask for a change when they are let go; ``moved`` follows them meanwhile."""

    moved = Signal()  # :attr:`diversity` or :attr:`long_tail` is being moved
    costs_wanted = Signal()  # the person presses for what rules cost

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "rules_variety", parent)
        self.heading.setText(self.tr("Variety"))
        self.setAccessibleName(self.heading.text())
        self.diversity = RuleSlider(
            "rule_diversity", self.tr("Different products within a list"), self.tr("as it comes"), self.tr("very different")
        )
        self.long_tail = RuleSlider(
            "rule_long_tail", self.tr("Products that are rarely bought"), self.tr("as it comes"), self.tr("many of them")
        )
        for slider in (self.diversity, self.long_tail):
            slider.moved.connect(self.moved)
        self.diversity.settled.connect(self._settle_diversity)
        self.long_tail.settled.connect(self._settle_long_tail)
        self.hits, self.coverage, self.tail = CostRow("cost_hits"), CostRow("cost_coverage"), CostRow("cost_long_tail")
        self.remark = Muted(wrap=True)
        self.remark.setObjectName("rule_costs_remark")
        self.find_out = QuietButton(self.tr("Work out what it costs"), "rule_costs_find_out", icon="play")
        self.find_out.clicked.connect(self.costs_wanted)
        self._lay_out()
        self.forget_costs()
        self.say(self.tr("Your last weeks are played again with these rules, to see what they would have done."), offer=True)

    def _lay_out(self) -> None:
        self.body.addWidget(self.heading)
        self.body.addWidget(self.diversity)
        self.body.addSpacing(SPACE.xxs)
        self.body.addWidget(self.long_tail)
        self.body.addWidget(Line())
        self._title = Label(self.tr("What all these rules together cost and bring"), wrap=True, weight=SEMIBOLD)
        self._key = Muted(self.tr("The bar: with these rules. The mark: without any rules."), wrap=True)
        for thing in (self._title, self.hits, self.coverage, self.tail, self._key, self.remark):
            self.body.addWidget(thing)
        self.body.addWidget(self.find_out, 0, Qt.AlignmentFlag.AlignLeft)

    def _fill(self, book: RuleBook) -> None:  # noqa: ARG002  # names no product
        self.diversity.show_value(self.rules.diversity)
        self.long_tail.show_value(self.rules.long_tail)

    def show_costs(self, costs: RuleCosts) -> None:
        """Show what rules cost, stored ones or those the sliders stand at."""
        whole = costs.together
        customers = max(whole.customers, 1)
        text = _FOUND.fill(hits=whole.hits, customers=whole.customers, plain=whole.hits_plain, bestsellers=whole.hits_bestsellers)
        self.hits.show_cost(words(text), whole.hits / customers, whole.hits_plain / customers)
        shown = message("rules", "Of the catalogue somebody is shown {share}; without rules {plain}")
        text = shown.fill(share=percent(whole.coverage), plain=percent(whole.coverage_plain))
        self.coverage.show_cost(words(text), whole.coverage, whole.coverage_plain)
        rare = message("rules", "Places taken by rarely bought products: {share}; without rules {plain}")
        text = rare.fill(share=percent(whole.long_tail), plain=percent(whole.long_tail_plain))
        self.tail.show_cost(words(text), whole.long_tail, whole.long_tail_plain)
        self.diversity.say(_cost(whole, costs.without_diversity) if costs.rules.diversity else self._at_left())
        rarely = _cost(whole, costs.without_long_tail) + _tail_cost(whole, costs.without_long_tail)
        self.long_tail.say(rarely if costs.rules.long_tail else self._at_left())
        self._show(figures=True)
        self.say("", offer=False)

    def say(self, remark: str, *, offer: bool) -> None:
        """Say why there are no figures, or why those shown are old; ``offer`` to work them out."""
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))
        self.find_out.setVisible(offer)

    def forget_costs(self) -> None:
        """Take the figures away: they are of a shop that has changed."""
        self._show(figures=False)
        for slider in (self.diversity, self.long_tail):
            slider.say(self.tr("What this place costs is not worked out yet."))

    def _show(self, *, figures: bool) -> None:
        for thing in (self.hits, self.coverage, self.tail, self._key):
            thing.setVisible(figures)
        self.updateGeometry()  # what is around it has made room for the sentences of before

    def _at_left(self) -> str:
        return self.tr("At the left it changes nothing. Move it, and you see here what it would cost and bring.")

    def _settle_diversity(self, value: float) -> None:
        self._ask(message("rules", "Changed: how different the products of a list are"), diversity=value)

    def _settle_long_tail(self, value: float) -> None:
        self._ask(message("rules", "Changed: how often rarely bought products are recommended"), long_tail=value)


def _cost(here: Forecast, left: Forecast) -> str:
    return words(
        _HITS.fill(
            hits=here.hits,
            customers=here.customers,
            other=left.hits,
            share=percent(here.coverage),
            other_share=percent(left.coverage),
        )
    )


def _tail_cost(here: Forecast, left: Forecast) -> str:
    return words(_LONG_TAIL.fill(share=percent(here.long_tail), other_share=percent(left.long_tail)))
