"""The window for moving a shop: one file out, or one file in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from recsys_desktop.jobs.runner import Job
from recsys_desktop.services.arriving import Arrival
from recsys_desktop.services.moving import ENDING, Packed, suggested_name
from recsys_desktop.settings import SHOP_NAME
from recsys_desktop.ui.dialogs.help_window import add_help_key
from recsys_desktop.ui.formats import file_size, when
from recsys_desktop.ui.operations import moving
from recsys_desktop.ui.texts import words
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.buttons import DangerButton, LinkButton, PrimaryButton, QuietButton
from recsys_desktop.ui.widgets.card import Card
from recsys_desktop.ui.widgets.job_bar import JobRow
from recsys_desktop.ui.widgets.labels import Body, Label
from recsys_desktop.ui.workplace import Workplace

_SIZE = (720, 540)


class MoveDialog(QDialog):
    """What is brought in is shown before it is agreed to; it takes the shop's place at the next start only."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("move_dialog")
        self.setWindowTitle(self.tr("Move to another computer"))
        self.resize(*_SIZE)
        self._workplace = workplace
        self._row: JobRow | None = None
        self._arrival: Arrival | None = None
        self._make_controls()
        self._lay_out()
        self._connect()
        add_help_key(self, workplace, "moving")
        self._show_arrival(None)
        waiting = moving.read_waiting(workplace=workplace)
        waiting.succeeded.connect(self._show_waiting)

    def pack_to(self, path: Path) -> Job:
        """Pack the shop into a file."""
        job = moving.pack(workplace=self._workplace, path=path)
        job.succeeded.connect(self._show_packed)
        self._follow(job, self.tr("Stopped; no file was written."))
        return job

    def look_at(self, path: Path) -> Job:
        """Show what a file holds."""
        job = moving.look_at(workplace=self._workplace, path=path)
        job.succeeded.connect(self._show_arrival)
        job.failed.connect(self._on_failed)
        return job

    def take_in(self) -> Job | None:
        """Let the shop that was shown take this one's place at the next start."""
        if self._arrival is None:
            return None
        job = moving.take_in(workplace=self._workplace, path=self._arrival.path)
        job.succeeded.connect(lambda _: self._show_waiting(True))
        self._follow(job, self.tr("Stopped; your shop stays as it is."))
        return job

    def _make_controls(self) -> None:
        self.pack_button = PrimaryButton(self.tr("Save this shop as a file…"), "move_pack", icon="export")
        self.choose_button = QuietButton(self.tr("Choose the file…"), "move_choose", icon="folder")
        self.holds = Body()
        self.holds.setObjectName("move_holds")
        self.go = DangerButton(self.tr("Replace this shop at the next start"), "move_go")
        self.waiting = Label(wrap=True, role="accent")
        self.waiting.setObjectName("move_waiting")
        self.waiting.setText(
            self.tr("A shop from another computer has arrived whole. It takes this one's place at the next start.")
        )
        self.forget = LinkButton(self.tr("Keep this shop instead"), "move_forget")
        self.remark = Label(wrap=True, role="muted")
        self.remark.setObjectName("move_remark")
        self.close_button = QuietButton(self.tr("Close"), "move_close")

    def _lay_out(self) -> None:
        out = Card(self.tr("Take this shop with you"))
        out.body.addWidget(
            Body(
                self.tr(
                    "One file with everything: products, customers, answers, what was learnt, and the key that tells which customer"
                    " is behind a code. Carry it on a stick, and delete it afterwards: whoever has it has your customers' data."
                )
            )
        )
        out.body.addWidget(self.pack_button, 0, Qt.AlignmentFlag.AlignLeft)
        into = Card(self.tr("Bring in a shop from another computer"))
        into.body.addWidget(
            Body(
                self.tr(
                    "Every byte of the file is checked first. The shop that is here now is not deleted: it is kept in a folder"
                    " beside the new one."
                )
            )
        )
        into.body.addWidget(self.choose_button, 0, Qt.AlignmentFlag.AlignLeft)
        into.body.addWidget(self.holds)
        into.body.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        into.body.addWidget(self.waiting)
        into.body.addWidget(self.forget, 0, Qt.AlignmentFlag.AlignLeft)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(SPACE.xs)
        self._foot.addWidget(self.remark, 1)
        self._foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.l, SPACE.l, SPACE.l, SPACE.m)
        column.setSpacing(SPACE.s)
        column.addWidget(out)
        column.addWidget(into)
        column.addStretch(1)
        column.addLayout(self._foot)

    def _connect(self) -> None:
        self.pack_button.clicked.connect(self._choose_target)
        self.choose_button.clicked.connect(self._choose_source)
        self.go.clicked.connect(self.take_in)
        self.forget.clicked.connect(self._forget)
        self.close_button.clicked.connect(self.reject)

    def _choose_target(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = suggested_name(str(self._workplace.shop.settings.get(SHOP_NAME)))
        dialog = QFileDialog(self, self.tr("Save this shop as a file"), folder, f"{self._kind()} (*{ENDING})")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ENDING.lstrip("."))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda path: self.pack_to(Path(path)))
        dialog.open()

    def _choose_source(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose the file"), "", f"{self._kind()} (*{ENDING})")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.look_at(Path(path)))
        dialog.open()

    def _kind(self) -> str:
        return self.tr("Packed shop")

    def _show_packed(self, packed: Packed) -> None:
        said = self.tr("{name} is ready ({size}): {items} products, {users} customers.")
        number = self.locale().toString
        items, users = number(packed.holds.items), number(packed.holds.users)
        self._say(said.format(name=packed.path.name, size=file_size(packed.size), items=items, users=users))

    def _show_arrival(self, arrival: Arrival | None) -> None:
        self._arrival = arrival
        self.holds.setVisible(arrival is not None)
        self.go.setVisible(arrival is not None)
        self.waiting.hide()
        self.forget.hide()
        if arrival is None:
            return
        said = self.tr("{shop}, packed {time}: {items} products, {users} customers, {actions} purchases and other actions.")
        number = self.locale().toString
        self.holds.setText(
            said.format(
                shop=arrival.shop or self.tr("A shop without a name"),
                time=when(arrival.time),
                items=number(arrival.holds.items),
                users=number(arrival.holds.users),
                actions=number(arrival.holds.interactions),
            )
        )
        self._say("")

    def _show_waiting(self, waits: bool) -> None:
        self._show_arrival(None)
        self.waiting.setVisible(waits)
        self.forget.setVisible(waits)

    def _forget(self) -> None:
        job = moving.refuse(workplace=self._workplace)
        job.succeeded.connect(self._show_refused)
        job.failed.connect(self._on_failed)

    def _show_refused(self) -> None:
        self._show_waiting(False)
        self._say(self.tr("Your shop stays as it is."))

    def _follow(self, job: Job, when_stopped: str) -> None:
        self._say("")
        assert job.title is not None
        self._row = JobRow(job, job.title)
        self._foot.insertWidget(0, self._row, 1)
        self._row.done.connect(self._drop_row)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(lambda: self._say(when_stopped))
        self._allow(False)

    def _drop_row(self) -> None:
        if self._row is not None:
            self._row.leave(self._foot)
            self._row = None
        self._allow(True)
        if not self.isVisible():
            self.deleteLater()

    def done(self, result: int) -> None:
        """Close; packing and checking go on, and the window is gone once they are done."""
        super().done(result)
        if self._row is None:
            self.deleteLater()

    def _allow(self, able: bool) -> None:
        for button in (self.pack_button, self.choose_button, self.go, self.forget):
            button.setEnabled(able)

    def _on_failed(self, error: Exception) -> None:
        known = self._workplace.known(error)
        if known is not None:
            self._say(f"{words(known.message)} {words(known.hint)}", "danger")

    def _say(self, sentence: str, role: str = "muted") -> None:
        self.remark.set_role(role)
        self.remark.setText(sentence)
