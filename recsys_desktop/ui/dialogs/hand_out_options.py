"""What can be chosen about a hand-out: for whom, from which scenario, how many, and in which form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox, QVBoxLayout, QWidget

from recsys_desktop.domain.columns import UserId
from recsys_desktop.domain.entities import Item
from recsys_desktop.domain.rules import STANDARD
from recsys_desktop.domain.texts import message
from recsys_desktop.services.handing.hand_outs import LETTERS, NEWS, PLATFORMS, Wish
from recsys_desktop.ui.dialogs.hand_out_words import PLATFORM_NAMES
from recsys_desktop.ui.operations.handing_out import Choices
from recsys_desktop.ui.texts import words
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.buttons import QuietButton
from recsys_desktop.ui.widgets.calm_boxes import CalmComboBox, CalmSpinBox
from recsys_desktop.ui.widgets.flow_layout import FlowLayout
from recsys_desktop.ui.widgets.form_field import FormField
from recsys_desktop.ui.widgets.rules.scenario_box import scenario_title

#: Days offered for "active in the last ... days"; 0 stands for all customers.
_ACTIVE_DAYS = (0, 30, 90, 365)
_NEWS_DAYS = (7, 30, 90)
_SHOP_TABLES = ("similar", "together")
_MOST_PRODUCTS, _MOST_CUSTOMERS, _MOST_PER_PIECE = 20, 100_000, 1_000
#: How many letters, customers and neighbours are offered first.
_PRODUCTS, _CUSTOMERS = 5, 50


class HandOutOptions(QWidget):
    """Shows the choices of one kind of hand-out at a time; ``changed`` says that the wish is another now."""

    changed = Signal()
    product_wanted = Signal()  # the person wants to choose a product
    addresses_wanted = Signal()  # the person wants to choose a file of e-mail addresses

    def __init__(self, wish: Wish, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hand_out_options")
        self._wish = wish
        self.item: Item | None = None
        self._knows_scenarios = False
        self._make_lists()
        self._make_counts()
        self.rotate = QCheckBox(self.tr("Other products than in the last mailing"))
        self.rotate.setObjectName("hand_out_rotate")
        self.rotate.setChecked(wish.rotate)
        self.product = QuietButton("", "hand_out_product", icon="search")
        self.product.clicked.connect(self.product_wanted)
        self.addresses = QuietButton("", "hand_out_addresses", icon="folder")
        self.addresses.setToolTip(self.tr("They are written into the mailing and kept nowhere else."))
        self.addresses.clicked.connect(self.addresses_wanted)
        self._lay_out()
        self._connect()
        self.show_kind(wish)

    @property
    def wish(self) -> Wish:
        """The wish as it stands now."""
        letters, shops = self._wish.what in LETTERS, self._wish.what in _SHOP_TABLES
        return replace(
            self._wish,
            scenario=str(self.scenario.currentData() or STANDARD) if letters or self._wish.what == "report" else STANDARD,
            count=self.products.value() if letters or shops else self.customers.value(),
            active_days=int(self.whom.currentData()) if letters and not self._wish.users else 0,
            rotate=self.rotate.isChecked(),
            customers_per_piece=self.pieces.value() if letters else 0,
            item_id=self.item.item_id if self.item is not None else self._wish.item_id,
            addresses=self._wish.addresses if self._wish.what == "mailing" else {},
            days=int(self.days.currentData()),
            platform=self.platform.currentData() if shops else "plain",
        )

    def show_kind(self, wish: Wish) -> None:
        """Show the choices of the wish's kind; what was chosen before stays chosen."""
        kept = self._wish
        self._wish = replace(wish, item_id=wish.item_id or kept.item_id, addresses=wish.addresses or kept.addresses)
        what = wish.what
        letters, shops = what in LETTERS, what in _SHOP_TABLES
        shown = {
            self._scenario_field: letters or what == "report",
            self._whom_field: letters and not wish.users,
            self._products_field: letters or shops,
            self._product_field: what == "audience",
            self._customers_field: what == "audience" or what in NEWS,
            self._days_field: what in NEWS,
            self._pieces_field: letters,
            self._addresses_field: what == "mailing",
            self._platform_field: shops,
        }
        for field, is_shown in shown.items():
            field.setVisible(is_shown)
        self.rotate.setVisible(letters)
        self._products_field.set_title(self.tr("Products per customer") if letters else self.tr("Products beside each"))
        self._customers_field.set_title(self.tr("Customers") if what == "audience" else self.tr("Customers per product"))

    def show_choices(self, choices: Choices) -> None:
        """Fill in the scenarios; a mailing begins with the one for e-mails where the shop has it."""
        before = self.scenario.currentData() if self._knows_scenarios else None
        wanted = words(message("rules", "E-mail"))
        self._knows_scenarios = True
        self.scenario.blockSignals(True)
        self.scenario.clear()
        for name in choices.scenarios:
            self.scenario.addItem(scenario_title(name), name)
        place = self.scenario.findData(before if before in choices.scenarios else self._wish.scenario)
        if before is None and self._wish.scenario == STANDARD and wanted in choices.scenarios:
            place = self.scenario.findData(wanted)
        self.scenario.setCurrentIndex(max(0, place))
        self.scenario.blockSignals(False)
        if choices.item is not None:
            self.show_product(choices.item)

    def show_product(self, item: Item) -> None:
        """Name the product whose customers are looked for."""
        self.item = item
        self.product.setText(item.title if len(item.title) <= 40 else item.title[:39] + "…")
        self.product.setToolTip(item.title)

    def show_addresses(self, addresses: Mapping[UserId, str]) -> None:
        """Write these e-mail addresses into the mailing, and only to customers who have one."""
        self._wish = replace(self._wish, addresses=addresses)
        self.addresses.setText(self.tr("{count} addresses").format(count=self.locale().toString(len(addresses))))
        self.changed.emit()

    def _make_lists(self) -> None:
        self.scenario, self.whom, self.days, self.platform = (CalmComboBox() for _ in range(4))
        self.scenario.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.scenario.addItem(scenario_title(STANDARD), STANDARD)
        for days in _ACTIVE_DAYS:
            active = self.tr("Active in the last {days} days").format(days=days)
            self.whom.addItem(active if days else self.tr("All customers"), days)
        for days in _NEWS_DAYS:
            self.days.addItem(self.tr("The last {days} days").format(days=days), days)
        self.days.setCurrentIndex(_NEWS_DAYS.index(30))
        for platform in PLATFORMS:
            self.platform.addItem(words(PLATFORM_NAMES[platform]), platform)

    def _make_counts(self) -> None:
        self.products = _spin(1, _MOST_PRODUCTS, self._wish.count if self._wish.what in LETTERS else _PRODUCTS)
        self.customers = _spin(1, _MOST_CUSTOMERS, _CUSTOMERS)
        self.pieces = _spin(0, _MOST_PER_PIECE, self._wish.customers_per_piece)
        self.pieces.setSpecialValueText(self.tr("any number"))
        self.pieces.setToolTip(self.tr("So that a product of which few pieces are left is not promised to everybody."))

    def _lay_out(self) -> None:
        self._scenario_field = FormField(self.tr("Rules for"), self.scenario, "hand_out_scenario")
        self._whom_field = FormField(self.tr("For whom"), self.whom, "hand_out_whom")
        self._products_field = FormField(self.tr("Products per customer"), self.products, "hand_out_products")
        self._product_field = FormField(self.tr("Product"), self.product, "hand_out_product")
        self._customers_field = FormField(self.tr("Customers"), self.customers, "hand_out_customers")
        self._days_field = FormField(self.tr("News of"), self.days, "hand_out_days")
        self._pieces_field = FormField(self.tr("Customers per piece in stock"), self.pieces, "hand_out_pieces")
        self._addresses_field = FormField(self.tr("E-mail addresses"), self.addresses, "hand_out_addresses")
        self.addresses.setText(self.tr("From a file…"))
        self._platform_field = FormField(self.tr("For"), self.platform, "hand_out_platform")
        self.product.setText(self.tr("Choose a product…"))
        row = QWidget()
        flow = FlowLayout(row)
        flow.setSpacing(SPACE.s)
        for field in (
            self._whom_field, self._product_field, self._scenario_field, self._platform_field, self._products_field,
            self._customers_field, self._days_field, self._pieces_field, self._addresses_field,
        ):  # fmt: skip
            flow.addWidget(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        column.addWidget(row)
        column.addWidget(self.rotate)

    def _connect(self) -> None:
        for box in (self.scenario, self.whom, self.days, self.platform):
            box.activated.connect(lambda _: self.changed.emit())
        for spin in (self.products, self.customers, self.pieces):
            spin.valueChanged.connect(lambda _: self.changed.emit())
        self.rotate.clicked.connect(lambda _: self.changed.emit())


def _spin(lowest: int, highest: int, value: int) -> QSpinBox:
    spin = CalmSpinBox()
    spin.setRange(lowest, highest)
    spin.setValue(value)
    return spin
