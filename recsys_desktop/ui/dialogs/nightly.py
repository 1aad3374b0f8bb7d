"""The nightly run: when, from which folder, into which file; what exactly is written into the system's timetable; and out again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from recsys_desktop.jobs.runner import Job
from recsys_desktop.services.scheduling import Night, Timetable
from recsys_desktop.ui.dialogs.help_window import add_help_key
from recsys_desktop.ui.operations import scheduling
from recsys_desktop.ui.operations.scheduling import KnownNight
from recsys_desktop.ui.texts import sentences, words
from recsys_desktop.ui.theme import CONTROL_HEIGHT, SPACE
from recsys_desktop.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from recsys_desktop.ui.widgets.calm_boxes import CalmComboBox
from recsys_desktop.ui.widgets.card import Card
from recsys_desktop.ui.widgets.flow_layout import FlowLayout
from recsys_desktop.ui.widgets.folder_field import FolderField
from recsys_desktop.ui.widgets.form_field import FormField
from recsys_desktop.ui.widgets.labels import Body, Label, Muted
from recsys_desktop.ui.workplace import Workplace

_SIZE = (760, 500)
_HALF_HOURS = 48
_FILE_NAME = "recommendations.csv"


class NightlyDialog(QDialog):
    """Asks the system for nothing before a button is pressed."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None, timetable: Timetable | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("nightly_dialog")
        self.setWindowTitle(self.tr("Nightly run"))
        self.resize(*_SIZE)
        self._workplace = workplace
        self.timetable = timetable or Timetable(workplace.shop)
        self.night = Night(2, 0, "", "")
        self._make_controls()
        self._lay_out()
        self._connect()
        add_help_key(self, workplace, "settings")
        read = scheduling.read_night(workplace=workplace)
        read.succeeded.connect(self._fill)
        read.failed.connect(workplace.show_failure)

    def choose(self, night: Night) -> None:
        """Show these choices and the entry they make."""
        self.night = night
        self.time.setCurrentIndex(max(0, self.time.findData(60 * night.hour + night.minute)))
        self.folder.show_folder(night.folder)
        self.target.setText(Path(night.target).name or self.tr("Choose a file…"))
        self.target.setToolTip(night.target)
        job = scheduling.show_entry(workplace=self._workplace, night=night)
        job.succeeded.connect(self._show_entry)
        job.failed.connect(self._show_missing)

    def write(self) -> Job:
        """Put the entry into the timetable."""
        job = scheduling.write(timetable=self.timetable, workplace=self._workplace, night=self.night)
        job.succeeded.connect(self._show_written)
        return self._follow(job)

    def remove(self) -> Job:
        """Take the entry out of the timetable."""
        job = scheduling.remove(timetable=self.timetable, workplace=self._workplace)
        job.succeeded.connect(self._show_removed)
        return self._follow(job)

    def look(self) -> Job:
        """Ask the system what stands in its timetable."""
        job = scheduling.read_standing(timetable=self.timetable, workplace=self._workplace)
        job.succeeded.connect(self._show_standing)
        return self._follow(job)

    def _make_controls(self) -> None:
        self.time = CalmComboBox()
        for half_hour in range(_HALF_HOURS):
            self.time.addItem(f"{half_hour // 2:02d}:{30 * (half_hour % 2):02d}", 30 * half_hour)
        self.folder = FolderField()
        self.target = QuietButton(self.tr("Choose a file…"), "nightly_target", icon="export")
        self.entry = QPlainTextEdit()
        self.entry.setObjectName("nightly_entry")
        self.entry.setAccessibleName(self.tr("What is written"))
        self.entry.setReadOnly(True)
        self.entry.setTabChangesFocus(True)
        self.entry.setFixedHeight(4 * CONTROL_HEIGHT)
        self.go = PrimaryButton(self.tr("Write it into the timetable"), "nightly_write", icon="clock")
        self.out = QuietButton(self.tr("Remove it"), "nightly_remove")
        self.ask = LinkButton(self.tr("What stands there now?"), "nightly_look")
        self.remark = Label(wrap=True, role="muted")
        self.remark.setObjectName("nightly_remark")
        self.close_button = QuietButton(self.tr("Close"), "nightly_close")
        self.go.setEnabled(False)

    def _lay_out(self) -> None:
        fields = QWidget()
        flow = FlowLayout(fields)
        flow.setSpacing(SPACE.s)
        flow.addWidget(FormField(self.tr("Every night at"), self.time, "nightly_time"))
        flow.addWidget(FormField(self.tr("Import what is new in"), self.folder, "nightly_folder"))
        flow.addWidget(FormField(self.tr("Write all lists to"), self.target, "nightly_target"))
        card = Card(self.tr("Nightly run"))
        what = self.tr("New files are imported, new products read, and everybody's list is written to a file.")
        card.body.addWidget(Body(sentences(what, self._where())))
        card.body.addWidget(fields)
        card.body.addSpacing(SPACE.xs)
        card.body.addWidget(Muted(self.tr("Exactly this is written, and nothing before you press the button:")))
        card.body.addWidget(self.entry)
        row = QHBoxLayout()
        row.setSpacing(SPACE.xs)
        for button in (self.go, self.out, self.ask):
            row.addWidget(button)
        row.addStretch(1)
        card.body.addLayout(row)
        foot = QHBoxLayout()
        foot.addWidget(self.remark, 1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.l, SPACE.l, SPACE.l, SPACE.m)
        column.setSpacing(SPACE.s)
        column.addWidget(card)
        column.addStretch(1)
        column.addLayout(foot)

    def _where(self) -> str:
        if self.timetable.system == "windows":
            return self.tr("The Task Scheduler of Windows starts it, also while this window is closed.")
        return self.tr("Your system's timetable (cron) starts it, also while this window is closed.")

    def _connect(self) -> None:
        self.time.activated.connect(lambda _: self._choose_time())
        self.folder.settled.connect(lambda folder: self.choose(replace(self.night, folder=folder)))
        self.target.clicked.connect(self._choose_target)
        self.go.clicked.connect(self.write)
        self.out.clicked.connect(self.remove)
        self.ask.clicked.connect(self.look)
        self.close_button.clicked.connect(self.reject)

    def _fill(self, known: KnownNight) -> None:
        self.choose(known.night)
        if known.is_written:
            self._say(self.tr("These are your choices of the last time it was written."))

    def _choose_time(self) -> None:
        hour, minute = divmod(int(self.time.currentData()), 60)
        self.choose(replace(self.night, hour=hour, minute=minute))

    def _choose_target(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, self.tr("Write all lists to"), folder, "CSV (*.csv);;Excel (*.xlsx)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.selectFile(Path(self.night.target).name or _FILE_NAME)
        dialog.fileSelected.connect(lambda path: self.choose(replace(self.night, target=path)))
        dialog.open()

    def _show_entry(self, entry: str) -> None:
        self.entry.setPlainText(entry)
        self.go.setEnabled(True)

    def _show_missing(self, error: Exception) -> None:
        known = self._workplace.known(error)
        self.entry.setPlainText("" if known is None else words(known.message))
        self.go.setEnabled(False)

    def _show_written(self) -> None:
        self._say(self.tr("Written. It runs every night, while this computer is on."))

    def _show_removed(self) -> None:
        self._say(self.tr("Removed. Nothing runs at night any more."))

    def _show_standing(self, standing: str) -> None:
        nothing = self.tr("Nothing of this shop stands in the timetable.")
        self._say(self.tr("There now: {entry}").format(entry=standing) if standing else nothing)

    def _follow(self, job: Job) -> Job:
        job.failed.connect(self._on_failed)
        return job

    def _on_failed(self, error: Exception) -> None:
        known = self._workplace.known(error)
        if known is not None:
            self._say(sentences(words(known.message), words(known.hint)), "danger")

    def _say(self, sentence: str, role: str = "muted") -> None:
        self.remark.set_role(role)
        self.remark.setText(sentence)
