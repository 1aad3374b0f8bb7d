"""Rules: what may be in lists, what stands first, how varied they are, with an example and the costs beside it."""

from __future__ import annotations

from dataclasses import fields, replace

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from recsys_desktop.domain.columns import UserId
from recsys_desktop.domain.entities import Item
from recsys_desktop.domain.rules import STANDARD, Rules, Scenario
from recsys_desktop.domain.texts import Text
from recsys_desktop.jobs.runner import Job
from recsys_desktop.ui.dialogs.choose_thing import ChooseName, ChooseProduct
from recsys_desktop.ui.dialogs.scenario_name import ScenarioNameDialog
from recsys_desktop.ui.operations import rule_preview, rules
from recsys_desktop.ui.operations.rule_preview import Preview, RuleBook, Shelves
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.empty_state import EmptyState
from recsys_desktop.ui.widgets.rules.category_tree import with_uppers
from recsys_desktop.ui.widgets.rules.rule_cost_keeper import RuleCostKeeper
from recsys_desktop.ui.widgets.rules.rules_allowed import AllowedCard
from recsys_desktop.ui.widgets.rules.rules_bought import BoughtCard
from recsys_desktop.ui.widgets.rules.rules_card import Change, RulesCard
from recsys_desktop.ui.widgets.rules.rules_categories import CategoriesCard
from recsys_desktop.ui.widgets.rules.rules_example import ExampleCard
from recsys_desktop.ui.widgets.rules.rules_first import BRAND, ITEM, BoostCard, FirstCard
from recsys_desktop.ui.widgets.rules.rules_out import OutCard
from recsys_desktop.ui.widgets.rules.rules_variety import VarietyCard
from recsys_desktop.ui.widgets.rules.scenario_bar import ScenarioBar
from recsys_desktop.ui.widgets.scroll_page import ScrollPage
from recsys_desktop.ui.workplace import Changes, Workplace

_EXAMPLE_WIDTH, _NARROW_EXAMPLE_WIDTH = 320, 248
#: Below this width the example gives room to the rules.
_NARROW = 960
#: Pause in a movement of a slider after which the example is made anew.
_PAUSE_MS = 60


class RulesPage(QWidget):
    """Shows the rules of one scenario. What is changed is kept at once; Undo takes it back."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._workplace = workplace
        self._name = STANDARD
        self._book: RuleBook | None = None
        self._shelves: Shelves | None = None
        self._user_id: UserId | None = None
        self._due = Changes.everything()
        self._make_cards()
        self._lay_out()
        self.costs = RuleCostKeeper(workplace, self.variety, self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._preview)
        self._connect()

    def _make_cards(self) -> None:
        self.bar = ScenarioBar()
        self.allowed, self.categories, self.bought = AllowedCard(), CategoriesCard(), BoughtCard()
        self.first, self.boosts, self.out, self.variety = FirstCard(), BoostCard(), OutCard(), VarietyCard()
        self.cards: tuple[RulesCard, ...] = (
            self.allowed,
            self.categories,
            self.variety,
            self.bought,
            self.first,
            self.boosts,
            self.out,
        )
        self.example = ExampleCard()
        self.empty = EmptyState(
            "rules",
            self.tr("No products yet"),
            self.tr("Rules say what may be in a list and what stands first. They come into play once products are imported."),
            self.tr("Import files"),
        )

    def _lay_out(self) -> None:
        self.page = ScrollPage(self.tr("Rules"))
        self.page.add(self.bar, *self.cards)
        everything = QWidget()
        row = QHBoxLayout(everything)
        row.setContentsMargins(0, 0, SPACE.m, SPACE.m)
        row.setSpacing(0)
        row.addWidget(self.page, 1)
        column = QWidget()
        beside = QHBoxLayout(column)
        beside.setContentsMargins(SPACE.s, SPACE.m, 0, 0)
        beside.addWidget(self.example)
        row.addWidget(column)
        self._everything = everything
        self._stack = QStackedLayout(self)
        for page in (everything, self.empty):
            self._stack.addWidget(page)

    def _connect(self) -> None:
        for card in self.cards:
            card.edited.connect(self._keep)
        self.variety.moved.connect(self._on_moved)
        self.first.product_wanted.connect(lambda: self._choose_product(self.first.heading.text(), self.first.pin))
        self.boosts.thing_wanted.connect(self._choose_boosted)
        self.out.product_wanted.connect(self._choose_out)
        self.out.hiding_wanted.connect(self._hide)
        self.bar.chosen.connect(self.open)
        self.bar.add_wanted.connect(self._add)
        self.bar.rename_wanted.connect(self._ask_for_other_name)
        self.bar.delete_wanted.connect(lambda: rules.delete_scenario(workplace=self._workplace, scenario=self.scenario))
        self.example.search_wanted.connect(self._search_customers)
        self.example.customer_chosen.connect(self._choose_customer)
        self.empty.acted.connect(lambda: self._workplace.import_wanted.emit([]))
        self._workplace.changed.connect(self._on_changed)

    @property
    def selected(self) -> str:
        """The name of the scenario in view."""
        return self._name

    @property
    def scenario(self) -> Scenario:
        """The scenario in view as it is stored."""
        known = self._book.scenarios if self._book is not None else ()
        return next((one for one in known if one.name == self._name), Scenario(STANDARD, Rules()))

    def open(self, name: str) -> None:
        """Show the rules of this scenario, the standard one where there is none of this name."""
        self._name = name
        if self._book is not None and name in [one.name for one in self._book.scenarios]:
            self._show_book()
        else:  # it was added elsewhere, or nothing is read yet
            self._on_changed(Changes(rules=True))

    @property
    def rules(self) -> Rules:
        """The rules in view: those that are stored, with the sliders where they stand."""
        return replace(self.scenario.rules, diversity=self.variety.diversity.value, long_tail=self.variety.long_tail.value)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.example.setFixedWidth(_NARROW_EXAMPLE_WIDTH if self.width() < _NARROW else _EXAMPLE_WIDTH)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def _on_changed(self, changes: Changes) -> None:
        both = {field.name: getattr(self._due, field.name) or getattr(changes, field.name) for field in fields(Changes)}
        self._due = Changes(**both)
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        due, self._due = self._due, Changes()
        data = due.items or due.interactions or due.model
        if data:
            self.costs.forget()
            read = rule_preview.read_shelves(workplace=self._workplace)
            read.succeeded.connect(self._show_shelves)
        if data or due.rules:
            rule_preview.read_rule_book(workplace=self._workplace).succeeded.connect(self._show_read)
        if data and self._user_id is None:
            self._search_customers("")
        elif due.feedback:
            self._pause.start()

    def _show_shelves(self, shelves: Shelves) -> None:
        self._shelves = shelves
        self._stack.setCurrentWidget(self._everything if shelves.products else self.empty)
        self.allowed.show_shelves(shelves)
        self.categories.show_shelves(shelves)
        self.boosts.show_shelves(shelves)
        self.costs.set_size(shelves.behaviour)
        self._tell_costs()

    def _show_read(self, book: RuleBook) -> None:
        if self._book is not None and self._book.hidden != book.hidden:
            self.costs.forget()  # hidden products were in the replayed lists
        self._book = book
        self._show_book()

    def _show_book(self) -> None:
        if self._book is None:
            return
        if self._name not in [one.name for one in self._book.scenarios]:
            self._name = STANDARD
        self.bar.show_scenarios(self._book.scenarios, self._name)
        for card in self.cards:
            card.show_rules(self.scenario.rules, self._book)
        self._preview()
        self._tell_costs()

    def _on_moved(self) -> None:
        self._pause.start()
        self.costs.want(self.rules, asked=True)

    def _keep(self, to: Change, said: Text) -> None:
        job = rules.change(workplace=self._workplace, scenario=self._name, to=to, said=said)
        job.failed.connect(self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self._workplace.show_failure(error)
        self._show_book()  # the controls show what is stored again

    def _search_customers(self, text: str) -> None:
        found = rule_preview.find_customers(workplace=self._workplace, text=text)
        found.succeeded.connect(self._show_customers)

    def _show_customers(self, ids: list[UserId]) -> None:
        self.example.offer(ids)
        if self._user_id is None and ids:
            self._choose_customer(ids[0])
        elif self._user_id is None:
            self.example.say(self.tr("Here you see what the rules do to a customer's list, once a file of orders is imported."))

    def _choose_customer(self, user_id: str) -> None:
        self._user_id = UserId(user_id)
        self.example.show_customer(self._user_id)
        self._preview()

    def _tell_costs(self) -> None:
        if self._book is not None and self._shelves is not None and self._is_seen():
            self.costs.want(self.rules)

    def _is_seen(self) -> bool:
        """Return whether somebody looks. Where nobody does, what the rules do is worked out once the page is shown again."""
        if not self.isVisible():
            self._due = replace(self._due, rules=True)
        return self.isVisible()

    def _preview(self) -> None:
        if self._user_id is not None and self._book is not None and self._is_seen():
            made = rule_preview.preview(workplace=self._workplace, user_id=self._user_id, rules=self.rules)
            made.succeeded.connect(self._show_preview)
            made.failed.connect(self._show_no_preview)

    def _show_preview(self, preview: Preview) -> None:
        if preview.made.user_id == self._user_id and preview.rules == self.rules:
            self.example.show_preview(preview)

    def _show_no_preview(self, error: Exception) -> None:
        if (known := self._workplace.known(error)) is not None:
            self.example.show_error(known)

    def _choose_product(self, title: str, use: object) -> None:
        dialog = ChooseProduct(self._workplace, title, self)
        dialog.chosen.connect(use)
        dialog.open()

    def _choose_boosted(self, target: str) -> None:
        if target == ITEM:
            self._choose_product(self.boosts.heading.text(), lambda item: self.boosts.boost(ITEM, item.item_id, item.title))
            return
        assert self._shelves is not None
        if target == BRAND:
            title, names = self.tr("Choose a brand"), [name for name, _ in self._shelves.brands]
        else:
            paths = (upper for name, _ in self._shelves.categories for upper in with_uppers(name))
            title, names = self.tr("Choose a category"), sorted(set(paths), key=str.casefold)
        dialog = ChooseName(names, title, self)
        dialog.chosen.connect(lambda name: self.boosts.boost(target, name, name))
        dialog.open()

    def _choose_out(self, which: str) -> None:
        if which == "blocked":
            self._choose_product(self.out.heading.text(), self.out.block)
        else:
            self._choose_product(self.out.heading.text(), lambda item: self._hide(item, True))

    def _hide(self, item: Item, hidden: bool) -> None:
        rules.never_recommend(workplace=self._workplace, item=item, hidden=hidden)

    def _add(self, suggested: Scenario | None) -> None:
        if suggested is None:
            self._ask_for_name()
        else:
            self._follow(rules.add_scenario(workplace=self._workplace, scenario=self._begun(suggested.name, suggested.rules)))

    def _begun(self, name: str, suggested: Rules) -> Scenario:
        """Return a new scenario: the rules of every list, with what is suggested for this one in their place."""
        plain = Rules()
        own = {field.name: getattr(suggested, field.name) for field in fields(Rules)}
        own = {rule: value for rule, value in own.items() if value != getattr(plain, rule)}
        assert self._book is not None
        return Scenario(name, replace(self._book.scenarios[0].rules, **own))

    def _ask_for_name(self) -> None:
        dialog = ScenarioNameDialog(self.tr("Rules for another place"), self.tr("Add"), "", self)
        dialog.named.connect(
            lambda name: self._follow(rules.add_scenario(workplace=self._workplace, scenario=self._begun(name, Rules())), dialog)
        )
        dialog.open()

    def _ask_for_other_name(self) -> None:
        former = self._name
        dialog = ScenarioNameDialog(self.tr("Another name"), self.tr("Rename"), former, self)
        dialog.named.connect(
            lambda name: self._follow(rules.rename_scenario(workplace=self._workplace, former=former, name=name), dialog)
        )
        dialog.open()

    def _follow(self, job: Job, dialog: ScenarioNameDialog | None = None) -> None:
        """Show the scenario that comes of a job, and close the dialog; a name that cannot be is said in it."""
        job.succeeded.connect(self._follow_to)
        if dialog is None:
            job.failed.connect(self._workplace.show_failure)
        else:  # its own methods: they are no longer called where it was closed meanwhile
            job.succeeded.connect(dialog.accept)
            job.failed.connect(dialog.show_failure)
            job.failed.connect(self._workplace.known)

    def _follow_to(self, made: Scenario) -> None:
        self._name = made.name
