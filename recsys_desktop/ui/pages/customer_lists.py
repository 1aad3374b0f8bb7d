"""Which list the Customers page shows: a customer's own, what fits a wish, or two models' side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from recsys_desktop.domain.columns import UserId
from recsys_desktop.domain.entities import ModelVersion
from recsys_desktop.jobs.runner import Lane
from recsys_desktop.ui.operations import recommending
from recsys_desktop.ui.operations.comparing import Compared, Comparing, read_versions
from recsys_desktop.ui.operations.recommending import CustomerList
from recsys_desktop.ui.operations.wishing import GrantedWish, Wishing
from recsys_desktop.ui.widgets.customers.customer_view import CustomerView
from recsys_desktop.ui.workplace import Workplace

if TYPE_CHECKING:
    from recsys_desktop.services.listing.wishing import Wish


class CustomerLists(QObject):
    """Makes the list in view and hands it to the view. A result of another customer, wish, model or scenario is dropped."""

    gone = Signal(object)  # UserId in view of whom the shop knows nothing, or no more
    listed = Signal(object)  # CustomerList: the customer's own list, or one for a wish, was handed to the view

    def __init__(self, workplace: Workplace, view: CustomerView, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._view = view
        self._wishing = Wishing(workplace)
        self._comparing = Comparing(workplace)
        self._user_id: UserId | None = None
        self._asked = ""  # the wish being read
        self._wish: Wish | None = None
        self._for_customer = True
        self._compares = False
        view.bar.scenarios.chosen.connect(lambda _: self.make_again())
        view.bar.wish.wanted.connect(self.wish_for)
        view.bar.wish_ended.connect(self.end_wish)
        view.bar.whom_chosen.connect(self._choose_whom)
        view.header.compare_wanted.connect(self.compare)
        view.comparison.closed.connect(self.end_comparison)
        view.comparison.version_chosen.connect(lambda _: self.make_again())
        view.comparison.making_wanted.connect(self._prepare)

    @property
    def scenario(self) -> str:
        """Whose rules the lists are made under."""
        return self._view.bar.scenarios.scenario

    @property
    def is_plain(self) -> bool:
        """Whether the list in view is the customer's own, not one for a wish."""
        return self._wish is None and not self._compares

    def make(self, user_id: UserId) -> None:
        """Make what is to be seen of a customer."""
        self._user_id = user_id
        if self._compares:
            made = self._comparing.compare(user_id, self._view.comparison.version, self.scenario)
            made.succeeded.connect(self._show_comparison)
            made.failed.connect(self._show_failure)
        elif self._wish is not None:
            self._grant(self._wish)
        else:
            made = recommending.make_list(workplace=self._workplace, user_id=user_id, scenario=self.scenario)
            made.succeeded.connect(self.show_list)
            made.failed.connect(self._show_failure)

    def make_again(self) -> None:
        """Make the same anew: something it depends on was chosen differently."""
        if self._user_id is not None:
            self.make(self._user_id)

    def read_choices(self) -> None:
        """Read what there is to choose from: scenarios, and model versions to compare with."""
        recommending.read_scenarios(workplace=self._workplace).succeeded.connect(self._show_scenarios)
        read_versions(workplace=self._workplace).succeeded.connect(self._show_versions)

    def show_list(self, made: CustomerList) -> None:
        """Show a customer's own list if it is still the one wanted."""
        recommender, version = self._workplace.recommender, made.recommendations.model_version
        current = not recommender.ready or version == recommender.model_version
        if self.is_plain and current and made.recommendations.user_id == self._user_id:
            self._view.show_list(made)
            self.listed.emit(made)

    def wish_for(self, text: str) -> None:
        """Read a wish and show what fits it."""
        busy = any(job.lane is Lane.COMPUTE and job.title is not None for job in self._workplace.runner.jobs)
        self._asked = text
        self._view.show_reading(text, waits=busy)
        job = self._wishing.read(text)
        job.began.connect(lambda: self._view.show_reading(text, waits=False))
        job.succeeded.connect(self._hear)
        job.failed.connect(self._show_wish_failure)
        job.cancelled.connect(lambda: self._give_up(text))

    def end_wish(self) -> None:
        """Show the customer's own list again."""
        if self._asked or self._wish is not None:
            self._asked, self._wish, self._for_customer = "", None, True
            self._view.bar.show_wish(None)
            self.make_again()

    def compare(self) -> None:
        """Show the list of another model version beside this one, or no longer."""
        if self._compares:
            self.end_comparison()
            return
        self._view.bar.wish.clear()
        self._compares = True
        self._view.set_comparing(True)
        self.make_again()

    def end_comparison(self) -> None:
        """Show the one list again."""
        self._compares = False
        self._view.set_comparing(False)
        self.make_again()

    def _hear(self, wish: Wish) -> None:
        if self._asked:
            self._wish = wish
            self._grant(wish)

    def _grant(self, wish: Wish) -> None:
        assert self._user_id is not None
        job = self._wishing.grant(wish, self._user_id if self._for_customer else None, self._user_id, self.scenario)
        job.succeeded.connect(self._show_granted)
        job.failed.connect(self._show_wish_failure)

    def _show_granted(self, granted: GrantedWish) -> None:
        if granted.wish is not self._wish or granted.user_id != (self._user_id if self._for_customer else None):
            return
        if granted.made is None:  # products came or went since the wish was read
            self.wish_for(granted.wish.text)
            return
        self._view.bar.show_wish(self._for_customer)
        self._view.show_list(granted.made)
        self.listed.emit(granted.made)

    def _choose_whom(self, for_customer: bool) -> None:
        self._for_customer = for_customer
        self.make_again()

    def _give_up(self, text: str) -> None:
        """Go back to the list where reading a wish was cancelled by the person, not by a newer wish."""
        if self._asked == text and self._wish is None:
            self._view.bar.wish.clear()

    def _prepare(self) -> None:
        job = self._comparing.prepare(self._view.comparison.version)
        job.succeeded.connect(lambda _: self.make_again())
        job.failed.connect(self._show_comparison_failure)
        job.cancelled.connect(self._view.comparison.show_missing)

    def _show_comparison(self, compared: Compared) -> None:
        if not self._compares or compared.user_id != self._user_id or compared.number != self._view.comparison.version:
            return
        self._view.set_comparing(True)  # an error may stand in its place
        if compared.comparison is None:
            self._view.comparison.show_missing()
        else:
            self._view.comparison.show_comparison(compared.comparison)

    def _show_scenarios(self, names: tuple[str, ...]) -> None:
        before = self.scenario
        self._view.bar.show_scenarios(names, before)
        if self.scenario != before:
            self.make_again()

    def _show_versions(self, versions: tuple[ModelVersion, ...]) -> None:
        self._view.comparison.show_versions(versions)
        self._view.header.show_compare(len(versions) > 1)
        if self._compares and len(versions) == 1:
            self.end_comparison()

    def _show_failure(self, error: Exception) -> None:
        if (known := self._workplace.known(error)) is not None:
            self._view.show_error(known)
            if known.code == "unknown_user":
                self.gone.emit(self._user_id)

    def _show_wish_failure(self, error: Exception) -> None:
        self._wish = None
        if (known := self._workplace.known(error)) is not None:
            self._view.bar.show_wish(True)
            self._view.show_wish_error(known)

    def _show_comparison_failure(self, error: Exception) -> None:
        if (known := self._workplace.known(error)) is not None:
            self._view.comparison.show_error(known)
