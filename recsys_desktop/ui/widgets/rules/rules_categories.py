"""Which categories may be in a list: all, only some, or all but some."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from recsys_desktop.domain.texts import message
from recsys_desktop.ui.operations.rule_preview import RuleBook, Shelves
from recsys_desktop.ui.widgets.calm_boxes import CalmComboBox
from recsys_desktop.ui.widgets.labels import Muted
from recsys_desktop.ui.widgets.rules.category_tree import CategoryTree
from recsys_desktop.ui.widgets.rules.rules_card import RulesCard

ALL, ONLY, BUT = "all", "only", "but"


class CategoriesCard(RulesCard):
    """The way is chosen first, then the categories are ticked; nothing is asked for before one is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "rules_categories", parent)
        self.heading.setText(self.tr("Categories"))
        self.setAccessibleName(self.heading.text())
        self._known: tuple[tuple[str, int], ...] = ()
        self.way = CalmComboBox()
        self.way.setObjectName("rule_categories_way")
        self.way.setAccessibleName(self.tr("Which categories are recommended"))
        self.way.addItem(self.tr("All categories"), ALL)
        self.way.addItem(self.tr("Only the categories ticked below"), ONLY)
        self.way.addItem(self.tr("All but the categories ticked below"), BUT)
        self.way.setSizeAdjustPolicy(CalmComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.way.activated.connect(lambda _: self._choose_way())
        self.tree = CategoryTree("rule_categories", self.heading.text())
        self.tree.ticked.connect(self._settle)
        self.remark = Muted(wrap=True)
        self.remark.setObjectName("rule_categories_remark")
        for thing in (self.heading, self.way, self.tree, self.remark):
            self.body.addWidget(thing)
        self._show_way()

    def show_shelves(self, shelves: Shelves) -> None:
        """Offer the shop's categories."""
        if shelves.categories != self._known:
            self._known = shelves.categories
            self.tree.show_categories(shelves.categories)
            self._tick()
        self._show_way()

    def _fill(self, book: RuleBook) -> None:  # noqa: ARG002  # names no product
        if self.rules.only_categories or self.rules.without_categories:
            self.way.setCurrentIndex(self.way.findData(ONLY if self.rules.only_categories else BUT))
        elif self.way.currentData() != ALL and self.tree.paths:  # nothing was ticked in a way that was only just chosen
            self.way.setCurrentIndex(0)
        self._tick()
        self._show_way()

    def _tick(self) -> None:
        rules = self.rules
        if rules.only_categories:
            self.tree.tick(rules.only_categories, rules.without_categories)
        else:
            self.tree.tick(rules.without_categories)

    def _choose_way(self) -> None:
        self._show_way()
        if self.way.currentData() == ALL:
            self._ask(message("rules", "All categories are recommended"), only_categories=(), without_categories=())
        elif self.tree.paths:
            self._settle()

    def _settle(self) -> None:
        paths = self.tree.paths
        only = self.way.currentData() == ONLY
        text = message("rules", "Recommended from: {names}") if only else message("rules", "Not recommended from: {names}")
        said = text.fill(names=", ".join(paths)) if paths else message("rules", "All categories are recommended")
        self._ask(said, only_categories=paths if only else (), without_categories=() if only else paths)

    def _show_way(self) -> None:
        way = self.way.currentData()
        self.way.setEnabled(bool(self._known))
        self.tree.setVisible(way != ALL and bool(self._known))
        if not self._known:
            self.remark.setText(self.tr("Your products have no categories. They come with a product file that has such a column."))
        elif way == ONLY:
            self.remark.setText(self.tr("Categories that are new in the shop stay out until you tick them."))
        elif way == BUT:
            self.remark.setText(self.tr("Categories that are new in the shop are recommended too."))
        self.remark.setVisible(way != ALL or not self._known)
