"""Closing the program while something long is running: asked once, in the person's terms."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QWidget

from recsys_desktop.jobs.runner import JobRunner
from recsys_desktop.ui.dialogs.plain import PlainDialog
from recsys_desktop.ui.texts import words
from recsys_desktop.ui.widgets.buttons import PrimaryButton, QuietButton


class ClosingDialog(PlainDialog):
    """Accepted: what runs may be stopped. The safe answer is the default."""

    def __init__(self, running: Sequence[str], parent: QWidget | None = None) -> None:
        """``running`` names what is still at work."""
        super().__init__(
            self.tr("Not finished yet"),
            [
                self.tr("Still at work: {what}.").format(what=", ".join(running)),
                self.tr("If you close now, it is stopped. What was stored before stays as it is."),
            ],
            parent,
        )
        self.setObjectName("closing_dialog")
        stop = QuietButton(self.tr("Stop and close"), "stop_and_close")
        stay = PrimaryButton(self.tr("Keep working"), "keep_working")
        stop.clicked.connect(self.accept)
        stay.clicked.connect(self.reject)
        self.set_buttons([], [stop, stay])


def may_close(runner: JobRunner, parent: QWidget) -> bool:
    """Return whether the program may be closed: nothing long is running, or the person says that it may be stopped."""
    running = [words(job.title) for job in runner.jobs if job.title is not None]
    if not running:
        return True
    dialog = ClosingDialog(running, parent)
    answer = dialog.exec()
    dialog.deleteLater()
    return answer == QDialog.DialogCode.Accepted
