"""Closing the program while something long is running: asked once, in the person's terms."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from recsys_desktop.jobs.runner import JobRunner
from recsys_desktop.ui.texts import words


def may_close(runner: JobRunner, parent: QWidget) -> bool:
    """Return whether the program may be closed: nothing long is running, or the person says that it may be stopped."""
    titles = [words(job.title) for job in runner.jobs if job.title is not None]
    if not titles:
        return True
    box = make_question(titles, parent)
    box.exec()
    return box.clickedButton().objectName() == "stop_and_close"


def make_question(titles: list[str], parent: QWidget) -> QMessageBox:
    """Return the question; the safe answer is the default."""
    translate = QCoreApplication.translate
    box = QMessageBox(parent)
    box.setObjectName("closing_question")
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(translate("closing", "Not finished yet"))
    box.setText(translate("closing", "Still at work: {what}.").format(what=", ".join(titles)))
    box.setInformativeText(translate("closing", "If you close now, it is stopped. What was stored before stays as it is."))
    stop = box.addButton(translate("closing", "Stop and close"), QMessageBox.ButtonRole.DestructiveRole)
    stop.setObjectName("stop_and_close")
    stay = box.addButton(translate("closing", "Keep working"), QMessageBox.ButtonRole.RejectRole)
    stay.setObjectName("keep_working")
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    return box
