"""Asking before pictures are fetched: how many, from which servers, and what those learn of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from recsys_desktop.ui.dialogs.plain import PlainDialog
from recsys_desktop.ui.widgets.buttons import PrimaryButton, QuietButton

if TYPE_CHECKING:
    from recsys_desktop.services.products.pictures import ToFetch

_MOST_NAMED = 6


class FetchPicturesDialog(PlainDialog):
    """Accepted: they may be fetched. Where there is nothing to fetch it says so."""

    def __init__(self, wanted: ToFetch, parent: QWidget | None = None) -> None:
        if wanted.count:
            super().__init__(self.tr("Fetch pictures of your products"), self._sentences(wanted), parent)
        else:
            nothing = self.tr("Every picture that your products name is here already, or they name none on the web.")
            super().__init__(self.tr("No pictures to fetch"), [nothing], parent)
        self.setObjectName("fetch_pictures_dialog")
        leave = QuietButton(self.tr("Do not fetch") if wanted.count else self.tr("Close"), "pictures_leave")
        leave.clicked.connect(self.reject)
        fetch = PrimaryButton(self.tr("Fetch {count} pictures").format(count=QLocale().toString(wanted.count)), "pictures_fetch")
        fetch.clicked.connect(self.accept)
        fetch.setVisible(bool(wanted.count))
        self.set_buttons([], [leave, fetch] if wanted.count else [leave])

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the sentences are in this width."""
        super().showEvent(event)
        if (layout := self.layout()) is not None:
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def _sentences(self, wanted: ToFetch) -> list[str]:
        locale = QLocale()
        named = [f"{host} ({locale.toString(count)})" for host, count in wanted.hosts[:_MOST_NAMED]]
        rest = len(wanted.hosts) - len(named)
        servers = ", ".join(named)
        if rest:
            servers = self.tr("{servers} and {count} more").format(servers=servers, count=rest)
        return [
            self.tr("{count} pictures are on the web, at: {servers}.").format(count=locale.toString(wanted.count), servers=servers),
            self.tr(
                "To fetch them, this computer asks those servers, which then know that it did. Nothing of your customers and "
                "their orders is sent. The pictures are kept in the folder of your shop."
            ),
        ]
