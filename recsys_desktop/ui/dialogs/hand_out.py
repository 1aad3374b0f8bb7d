"""The window for handing out: what, for whom, how many; its first rows; then a file or the clipboard."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from recsys_desktop.jobs.runner import Job
from recsys_desktop.services.handing.hand_outs import What, Wish
from recsys_desktop.services.handing.handing_out import HandOutReport, Preview, file_name
from recsys_desktop.services.imports.watching import ENDINGS
from recsys_desktop.ui import languages, theme
from recsys_desktop.ui.dialogs.hand_out_options import HandOutOptions
from recsys_desktop.ui.dialogs.hand_out_preview import HandOutPreview
from recsys_desktop.ui.dialogs.hand_out_words import KINDS
from recsys_desktop.ui.dialogs.help_window import add_help_key
from recsys_desktop.ui.operations import handing_out
from recsys_desktop.ui.operations.handing_out import Choices
from recsys_desktop.ui.texts import sentences, words
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from recsys_desktop.ui.widgets.card import Card
from recsys_desktop.ui.widgets.job_bar import JobRow
from recsys_desktop.ui.widgets.labels import Heading, Label, Muted
from recsys_desktop.ui.workplace import Changes, Workplace

_SIZE = (1080, 640)
#: A figure that is still being typed is not followed at each digit.
_PAUSE_MS = 200


class HandOutDialog(QDialog):
    """One window for all that leaves the program as a file. Closing it does not stop a file that is being written."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None, wish: Wish | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hand_out_dialog")
        self.setWindowTitle(self.tr("Hand out"))
        self.resize(*_SIZE)
        self._workplace = workplace
        self._asked: Wish | None = None  # whose rows are on their way
        self._row: JobRow | None = None
        self._saved: Path | None = None
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_PAUSE_MS)
        self._wait.timeout.connect(self.look)
        self.options = HandOutOptions(wish or Wish("mailing"))
        self.preview = HandOutPreview()
        self._make_list()
        self._make_foot()
        self._lay_out()
        self._connect()
        add_help_key(self, workplace, "handouts")
        self.choose(self.options.wish.what)
        self._read_choices()

    @property
    def wish(self) -> Wish:
        """What would be handed out now."""
        return self.options.wish

    def choose(self, what: What) -> None:
        """Go to a kind of hand-out."""
        self.kinds.setCurrentRow([kind.what for kind in KINDS].index(what))

    def look(self) -> None:
        """Make the first rows of what is chosen now."""
        self._wait.stop()
        self._asked = self.wish
        if self._asked.what == "report":
            title = self.tr("It will be a PDF file of some pages")
            self.preview.show_paper(title, self.tr("All customers' lists are made for it, which takes a moment."))
            self._allow()
            return
        job = handing_out.preview(workplace=self._workplace, wish=self._asked)
        job.succeeded.connect(self._show_preview)
        job.failed.connect(self._show_failure)

    def save_to(self, path: Path) -> Job:
        """Write what is chosen now."""
        self._saved = None
        job = handing_out.save(workplace=self._workplace, wish=self.wish, path=path, language=languages.current())
        job.succeeded.connect(self._show_saved)
        self._follow(job)
        return job

    def copy(self) -> Job:
        """Put the whole table on the clipboard."""
        job = handing_out.copy(workplace=self._workplace, wish=self.wish)
        job.succeeded.connect(self._show_copied)
        self._follow(job)
        return job

    def _make_list(self) -> None:
        self.kinds = QListWidget()
        self.kinds.setObjectName("hand_out_what")
        self.kinds.setAccessibleName(self.tr("What to hand out"))
        self.kinds.setIconSize(QSize(theme.ICON, theme.ICON))
        self.kinds.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for kind in KINDS:
            item = QListWidgetItem(theme.icon(kind.icon, "muted"), words(kind.title))
            item.setToolTip(words(kind.purpose))
            self.kinds.addItem(item)

    def _make_foot(self) -> None:
        self.remark = Label(wrap=True, role="muted")
        self.remark.setObjectName("hand_out_remark")
        self.open_file = LinkButton(self.tr("Open"), "hand_out_open")
        self.open_file.hide()
        self.copy_button = QuietButton(self.tr("Copy"), "hand_out_copy", icon="copy")
        self.copy_button.setToolTip(self.tr("Copies all rows for a spreadsheet"))
        self.close_button = QuietButton(self.tr("Close"), "hand_out_close")
        self.save_button = PrimaryButton(self.tr("Save…"), "hand_out_save", icon="export")
        self.save_button.setDefault(True)

    def _lay_out(self) -> None:
        self._title, self._purpose = Heading(wrap=True), Muted(wrap=True)
        card = Card()
        for part in (self._title, self._purpose, self.options):
            card.body.addWidget(part)
        card.body.addSpacing(SPACE.xxs)
        card.body.addWidget(self.preview, 1)
        self.kinds.setFixedWidth(max(theme.RAIL_WIDTH, self.kinds.sizeHintForColumn(0) + SPACE.xl))
        middle = QHBoxLayout()
        middle.setSpacing(SPACE.m)
        middle.addWidget(self.kinds)
        middle.addWidget(card, 1)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(SPACE.xs)
        self._foot.addWidget(self.remark, 1)
        for button in (self.open_file, self.copy_button, self.close_button, self.save_button):
            self._foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.l, SPACE.l, SPACE.l, SPACE.m)
        column.setSpacing(SPACE.s)
        column.addLayout(middle, 1)
        column.addLayout(self._foot)

    def _connect(self) -> None:
        self.kinds.currentRowChanged.connect(self._show_kind)
        self.options.changed.connect(self._wait.start)
        self.options.product_wanted.connect(self._choose_product)
        self.options.addresses_wanted.connect(self._choose_addresses)
        self.save_button.clicked.connect(self._choose_file)
        self.copy_button.clicked.connect(self.copy)
        self.close_button.clicked.connect(self.reject)
        self.open_file.clicked.connect(self._open)
        self._workplace.changed.connect(self._on_changed)

    def _show_kind(self, row: int) -> None:
        kind = KINDS[row]
        self.options.show_kind(replace(self.wish, what=kind.what))
        self._title.setText(words(kind.title))
        self._purpose.setText(words(kind.purpose))
        self.copy_button.setVisible(kind.what != "report")
        self._say("")
        self.look()

    def _read_choices(self) -> None:
        job = handing_out.read_choices(workplace=self._workplace, wish=self.wish)
        job.succeeded.connect(self._show_choices)
        job.failed.connect(self._workplace.show_failure)

    def _show_choices(self, choices: Choices) -> None:
        self.options.show_choices(choices)
        if self._asked != self.wish:
            self.look()

    def _show_preview(self, preview: Preview) -> None:
        if preview.wish == self._asked:
            self.preview.show_preview(preview)
            self._allow()

    def _show_failure(self, error: Exception) -> None:
        known = self._workplace.known(error)
        if known is not None:
            self.preview.show_error(known)
            self._allow()

    def _allow(self) -> None:
        able = self.preview.can_hand_out and self._row is None
        self.save_button.setEnabled(able)
        self.copy_button.setEnabled(able)

    def _choose_product(self) -> None:
        from recsys_desktop.ui.dialogs.choose_thing import ChooseProduct

        dialog = ChooseProduct(self._workplace, self.tr("Who would like this"), self)
        dialog.chosen.connect(self.options.show_product)
        dialog.chosen.connect(lambda _: self.look())
        dialog.open()

    def _choose_addresses(self) -> None:
        tables, everything = self.tr("Tables"), self.tr("All files")  # the translators' tool does not look into f-strings
        kinds = f"{tables} ({' '.join('*' + ending for ending in ENDINGS)});;{everything} (*)"
        name, _ = QFileDialog.getOpenFileName(self, self.tr("File with e-mail addresses"), "", kinds)
        if name:
            self.read_addresses(Path(name))

    def read_addresses(self, path: Path) -> Job:
        """Look up customers' e-mail addresses in a file, for the mailing."""
        job = handing_out.read_addresses(workplace=self._workplace, path=path)
        job.succeeded.connect(self.options.show_addresses)
        self._follow(job)
        return job

    def _choose_file(self) -> None:
        name = file_name(self.wish)
        kinds = {"page": self.tr("Web page (*.html)"), "report": self.tr("PDF file (*.pdf)")}
        if self.wish.what not in kinds:
            from recsys_desktop.ui.widgets.save_dialog import SaveTableDialog

            dialog: QFileDialog = SaveTableDialog(self, self._title.text(), name)
        else:
            folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
            dialog = QFileDialog(self, self._title.text(), folder, kinds[self.wish.what])
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setDefaultSuffix(Path(name).suffix.lstrip("."))
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.selectFile(name)
        dialog.fileSelected.connect(lambda path: self.save_to(Path(path)))
        dialog.open()

    def _follow(self, job: Job) -> None:
        """Show how far a job is, in the place of the remark."""
        self._say("")
        assert job.title is not None
        self._row = JobRow(job, job.title)
        self._foot.insertWidget(0, self._row, 1)
        self._row.done.connect(self._drop_row)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(lambda: self._say(self.tr("Stopped; no file was written.")))
        self._allow()

    def _drop_row(self) -> None:
        if self._row is not None:
            self._row.leave(self._foot)
            self._row = None
        self._allow()
        if not self.isVisible():
            self.deleteLater()

    def _on_failed(self, error: Exception) -> None:
        known = self._workplace.known(error)
        if known is not None:
            self._say(sentences(words(known.message), words(known.hint)), "danger")

    def _show_saved(self, report: HandOutReport) -> None:
        self._saved = report.path
        self._say(words(handing_out.saved_words(report)))
        self.open_file.show()
        if report.showing is not None:
            self.look()  # the next one names other products

    def _show_copied(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        rows = max(0, text.count("\n") - 1)
        said = self.tr("{count} rows are on the clipboard: paste them into a spreadsheet.")
        self._say(said.format(count=self.locale().toString(rows)))

    def _say(self, sentence: str, role: str = "muted") -> None:
        self.open_file.hide()
        self.remark.set_role(role)
        self.remark.setText(sentence)

    def _open(self) -> None:
        if self._saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved)))

    def done(self, result: int) -> None:
        """Close. The window is gone only once a file that is being written is done: it shows what came of it until then."""
        super().done(result)
        if self._row is None:
            self.deleteLater()

    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible():
            if changes.rules:
                self._read_choices()
            self.look()
