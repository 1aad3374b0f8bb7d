"""The window of one product: a new one typed in by hand, or one to be changed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.jobs.runner import Job
from recsys_desktop.ui.dialogs.help_window import add_help_key
from recsys_desktop.ui.operations import stocking
from recsys_desktop.ui.operations.stocking import ProductForm
from recsys_desktop.ui.texts import sentences, words
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.buttons import DangerButton, PrimaryButton, QuietButton
from recsys_desktop.ui.widgets.job_bar import JobRow
from recsys_desktop.ui.widgets.labels import Heading, Label, Muted
from recsys_desktop.ui.widgets.products.product_form import ProductFields
from recsys_desktop.ui.workplace import Workplace

_WIDTH = 600


class ProductDialog(QDialog):
    """Enter stores, Escape closes; what is wrong stands below its field."""

    stored = Signal(str)  # item id, once the product is in the shop
    removed = Signal()

    def __init__(self, workplace: Workplace, item_id: ItemId | None = None, parent: QWidget | None = None) -> None:
        """Without ``item_id`` the product is a new one."""
        super().__init__(parent)
        self.setObjectName("product_dialog")
        self._new = item_id is None
        self.setWindowTitle(self.tr("Add a product") if self._new else self.tr("Change a product"))
        self.setMinimumWidth(_WIDTH)
        self._workplace = workplace
        self._job: Job | None = None
        self._row: JobRow | None = None
        self._removable = False
        self.fields = ProductFields(new=self._new)
        self._make_foot()
        self._lay_out()
        add_help_key(self, workplace, "products")
        read = stocking.read_form(workplace=workplace, item_id=item_id)
        read.succeeded.connect(self._fill)
        read.failed.connect(workplace.show_failure)

    def _make_foot(self) -> None:
        self.remark = Label(wrap=True)
        self.remark.setObjectName("product_form_remark")
        self.remove = DangerButton(self.tr("Remove product"), "product_form_remove")
        self.remove.hide()
        self.cancel = QuietButton(self.tr("Cancel"), "product_form_cancel")
        self.go = PrimaryButton(self.tr("Add product") if self._new else self.tr("Save"), "product_form_go")
        self.go.setDefault(True)
        self.go.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.reject)
        self.remove.clicked.connect(self._take_out)

    def _lay_out(self) -> None:
        promise = self.tr("Its words decide who is shown it: it takes its place at once, beside the products that are like it.")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.l, SPACE.l, SPACE.l, SPACE.l)
        column.setSpacing(SPACE.s)
        column.addWidget(Heading(self.windowTitle()))
        if self._new:
            column.addWidget(Muted(promise, wrap=True))
        column.addSpacing(SPACE.xxs)
        column.addWidget(self.fields)
        column.addStretch(1)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(SPACE.xs)
        self._foot.addWidget(self.remove)
        self._foot.addWidget(self.remark, 1)
        self._foot.addWidget(self.cancel)
        self._foot.addWidget(self.go)
        column.addSpacing(SPACE.xs)
        column.addLayout(self._foot)

    def _fill(self, form: ProductForm) -> None:
        self._removable = form.removable
        self.fields.fill(form)
        self.remove.setVisible(self._removable)
        self.fields.title.setFocus()

    def submit(self) -> None:
        """Store the product if every field can be read; else the first wrong one is entered."""
        item, before = self.fields.read(), self.fields.shown
        if item is None or self._job is not None:
            return
        if self._new:
            job = stocking.add(workplace=self._workplace, item=item)
        elif item == before:
            self.accept()
            return
        else:
            job = stocking.change(workplace=self._workplace, item=item, before=before)
        job.succeeded.connect(lambda _: self.stored.emit(item.item_id))
        self._follow(job)

    def _take_out(self) -> None:
        job = stocking.remove(workplace=self._workplace, item=self.fields.shown)
        job.succeeded.connect(lambda _: self.removed.emit())
        self._follow(job)

    def _follow(self, job: Job) -> None:
        self._job = job
        self._say("", "")
        assert job.title is not None
        self._row = JobRow(job, job.title)
        self._row.done.connect(lambda _: self._on_done())
        self._foot.insertWidget(0, self._row, 1)
        self._show_busy(True)
        job.succeeded.connect(lambda _: self.accept())
        job.failed.connect(self._on_failed)
        job.cancelled.connect(lambda: self._say(self.tr("Stopped; nothing was stored."), "muted"))

    def _say(self, sentence: str, role: str) -> None:
        self.remark.set_role(role)
        self.remark.setText(sentence)

    def _on_failed(self, error: Exception) -> None:
        known = self._workplace.known(error)
        if known is None:
            return
        sentence = sentences(words(known.message), words(known.hint))
        if known.code == "product_id_taken":
            self.fields.number_field.show_wrong(sentence)
        else:
            self._say(sentence, "danger")

    def _on_done(self) -> None:
        self._job = None
        if self._row is not None:
            self._row.leave(self._foot)
            self._row = None
        self._show_busy(False)
        if self.fields.number_field.wrong:
            self.fields.number.setFocus()

    def _show_busy(self, busy: bool) -> None:
        self.fields.setEnabled(not busy)
        self.go.setVisible(not busy)
        self.remark.setVisible(not busy)
        self.remove.setVisible(self._removable and not busy)
        self.cancel.setText(self.tr("Go on in the background") if busy else self.tr("Cancel"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter stores from the description too, where Enter begins a new line."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submit()
        else:
            super().keyPressEvent(event)
