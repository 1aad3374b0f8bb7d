"""The pages by name, each imported when it is first shown: the window must stand before their libraries are loaded."""

from __future__ import annotations

from typing import Any, Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from recsys_desktop.ui.workplace import Workplace

#: In the order of the rail.
NAMES = ("home", "customers", "products", "rules", "training", "insights", "settings")


@runtime_checkable
class Opens(Protocol):
    """A page that can show one thing: a customer, a product."""

    @property
    def selected(self) -> object:
        """What is shown, None before anything was."""
        ...

    def open(self, argument: Any) -> None:
        """Show this one: a UserId, an ItemId or the name of a scenario, whichever the page is about."""
        ...


def make(name: str, workplace: Workplace) -> QWidget:
    """Return a new page. Raises: ValueError for a name that is not in :data:`NAMES`."""
    match name:
        case "home":
            from recsys_desktop.ui.pages.home import HomePage

            return HomePage(workplace)
        case "customers":
            from recsys_desktop.ui.pages.customers import CustomersPage

            return CustomersPage(workplace)
        case "products":
            from recsys_desktop.ui.pages.products import ProductsPage

            return ProductsPage(workplace)
        case "rules":
            from recsys_desktop.ui.pages.rules import RulesPage

            return RulesPage(workplace)
        case "training":
            from recsys_desktop.ui.pages.training import TrainingPage

            return TrainingPage(workplace)
        case "insights":
            from recsys_desktop.ui.pages.insights import InsightsPage

            return InsightsPage(workplace)
        case "settings":
            from recsys_desktop.ui.pages.settings import SettingsPage

            return SettingsPage(workplace)
    raise ValueError(name)
