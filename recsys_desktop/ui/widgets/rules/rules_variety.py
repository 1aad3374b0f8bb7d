"""How varied lists are: two sliders, each with what its place costs and brings, told before it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QWidget

from recsys_desktop.domain.texts import message
from recsys_desktop.ui.formats import percent
from recsys_desktop.ui.operations.rule_preview import RuleBook, RuleCosts
from recsys_desktop.ui.texts import sentences, words
from recsys_desktop.ui.theme import SEMIBOLD, SPACE
from recsys_desktop.ui.widgets.buttons import QuietButton
from recsys_desktop.ui.widgets.card import Line
from recsys_desktop.ui.widgets.labels import Label, Muted
from recsys_desktop.ui.widgets.rules.cost_row import CostRow
from recsys_desktop.ui.widgets.rules.rule_slider import RuleSlider
from recsys_desktop.ui.widgets.rules.rules_card import RulesCard

if TYPE_CHECKING:
    from recsys_desktop.services.listing.rule_costs import Forecast

_HERE = message(
    "rules", "Here {hits} of {customers} customers would have seen what they then bought; with the slider at the left {other}."
)
_KINDS_HERE = message("rules", "A list holds {kinds} kinds of products on average instead of {other}.")
_COVERAGE_HERE = message("rules", "{share} of the catalogue is shown to somebody instead of {other}.")
_RARE_HERE = message("rules", "Rarely bought products take {share} of the places instead of {other}.")
_HITS = message(
    "rules",
    "Customers who would have seen what they then bought: {hits} of {customers}; without rules {plain}, with a bestseller list"
    " {bestsellers}",
)
_COVERAGE = message("rules", "Share of the catalogue that is shown to somebody: {share}; without rules {plain}")
_KINDS = message("rules", "Kinds of products in a list on average: {kinds}; without rules {plain}")
_RARE = message("rules", "Places taken by rarely bought products: {share}; without rules {plain}")


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
        self.bars = {name: CostRow(f"cost_{name}") for name in ("hits", "coverage", "kinds", "long_tail")}
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
        self._key = Muted(
            self.tr(
                "The bar: with these rules. The mark: without any rules. Up to 500 customers are looked at. Stock and what was"
                " shown before are left out: they are not known of those weeks."
            ),
            wrap=True,
        )
        for thing in (self._title, *self.bars.values(), self._key, self.remark):
            self.body.addWidget(thing)
        self.body.addWidget(self.find_out, 0, Qt.AlignmentFlag.AlignLeft)

    def _fill(self, book: RuleBook) -> None:  # noqa: ARG002  # names no product
        self.diversity.show_value(self.rules.diversity)
        self.long_tail.show_value(self.rules.long_tail)

    def show_costs(self, costs: RuleCosts) -> None:
        """Show what rules cost, stored ones or those the sliders stand at."""
        whole, bars = costs.together, self.bars
        customers, length = max(whole.customers, 1), costs.rules.list_length
        hits = _HITS.fill(hits=whole.hits, customers=whole.customers, plain=whole.hits_plain, bestsellers=whole.hits_bestsellers)
        bars["hits"].show_cost(words(hits), whole.hits / customers, whole.hits_plain / customers)
        shown = _COVERAGE.fill(share=percent(whole.coverage), plain=percent(whole.coverage_plain))
        bars["coverage"].show_cost(words(shown), whole.coverage, whole.coverage_plain)
        kinds = _KINDS.fill(kinds=_mean(whole.kinds), plain=_mean(whole.kinds_plain))
        bars["kinds"].show_cost(words(kinds), whole.kinds / length, whole.kinds_plain / length)
        rare = _RARE.fill(share=percent(whole.long_tail), plain=percent(whole.long_tail_plain))
        bars["long_tail"].show_cost(words(rare), whole.long_tail, whole.long_tail_plain)
        self.diversity.say(_diversity_cost(whole, costs.without_diversity) if costs.rules.diversity else self._at_left())
        self.long_tail.say(_long_tail_cost(whole, costs.without_long_tail) if costs.rules.long_tail else self._at_left())
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
        for thing in (*self.bars.values(), self._key):
            thing.setVisible(figures)
        self.updateGeometry()  # what is around it has made room for the sentences of before

    def _at_left(self) -> str:
        return self.tr("At the left it changes nothing. Move it, and you see here what it would cost and bring.")

    def _settle_diversity(self, value: float) -> None:
        self._ask(message("rules", "Changed: how different the products of a list are"), diversity=value)

    def _settle_long_tail(self, value: float) -> None:
        self._ask(message("rules", "Changed: how often rarely bought products are recommended"), long_tail=value)


def _diversity_cost(here: Forecast, left: Forecast) -> str:
    return sentences(_hits(here, left), words(_KINDS_HERE.fill(kinds=_mean(here.kinds), other=_mean(left.kinds))))


def _long_tail_cost(here: Forecast, left: Forecast) -> str:
    shown = _COVERAGE_HERE.fill(share=percent(here.coverage), other=percent(left.coverage))
    rare = _RARE_HERE.fill(share=percent(here.long_tail), other=percent(left.long_tail))
    return sentences(_hits(here, left), words(shown), words(rare))


def _hits(here: Forecast, left: Forecast) -> str:
    return words(_HERE.fill(hits=here.hits, customers=here.customers, other=left.hits))


def _mean(kinds: float) -> str:
    return QLocale().toString(kinds, "f", 1)
