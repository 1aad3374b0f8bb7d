"""The first step of an import: the files, each with what it seems to be and what the person says about it."""

from __future__ import annotations

from collections.abc import Mapping as Answers
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from recsys_desktop.domain.texts import Text
from recsys_desktop.ingest.plan import FilePlan
from recsys_desktop.ingest.wishes import NO_WISHES, Mapping, Wishes
from recsys_desktop.jobs.runner import Job
from recsys_desktop.services.imports.previewing import FileLook
from recsys_desktop.ui import theme
from recsys_desktop.ui.dialogs.import_file_panel import ImportFilePanel
from recsys_desktop.ui.dialogs.plain import PlainDialog
from recsys_desktop.ui.operations import importing
from recsys_desktop.ui.operations.importing import Looks
from recsys_desktop.ui.texts import number, words
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.buttons import LinkButton, QuietButton
from recsys_desktop.ui.widgets.card import Card
from recsys_desktop.ui.workplace import Workplace

_LIST_WIDTH = 240
#: Files left out of which one by one is said why; further ones are counted.
_NAMED = 12


@dataclass(frozen=True)
class _Draft:
    """One file with what the person said about it, which may be more than ``look`` knows yet."""

    look: FileLook
    wishes: Wishes
    remembered: bool

    @property
    def not_needed(self) -> bool:
        """Whether it is a known export of which a shop has no use here: it keeps nothing else from being imported."""
        return self.look.error is not None and self.look.error.code == "not_needed"


class _FileList(QListWidget):
    """The Delete key takes the file shown out, as people know it from lists."""

    removed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Delete):
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class ImportFilesPage(QWidget):
    """Owns the list of files; the window around it asks what is ready and what is missing."""

    changed = Signal()  # files came, went, or are known better
    failed = Signal(object)  # Exception

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._drafts: list[_Draft] = []
        self._left_out: dict[Path, Text] = {}
        self._looking: Job | None = None
        self.list = _FileList()
        self.list.setObjectName("import_files")
        self.list.setAccessibleName(self.tr("Files"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # the end tells a month's file from the next
        self.list.removed.connect(self.remove_current)
        self.left_out = LinkButton("", "import_not_taken")
        self.left_out.clicked.connect(self._tell_left_out)
        self.panel = ImportFilePanel()
        self._lay_out()
        self.list.currentRowChanged.connect(lambda _: self._show_current())
        self.panel.said.connect(self.say)
        self.panel.mapping_changed.connect(lambda columns: self.say({"columns": Mapping(columns), "exact": True}))
        self.panel.forget_wanted.connect(self._forget)

    def add_files(self, paths: Sequence[Path]) -> None:
        """Look into files and folders and add them to the list; one that is there already is looked into again."""
        self._looking = job = importing.look_into(workplace=self._workplace, paths=paths)
        job.succeeded.connect(self._on_looks)
        job.failed.connect(self.failed)
        job.finished.connect(self._end_looking)
        self.changed.emit()

    def stop(self) -> None:
        """Look no further."""
        if self._looking is not None:
            self._looking.cancel()

    @property
    def count(self) -> int:
        """How many files there are."""
        return len(self._drafts)

    @property
    def plans(self) -> list[FilePlan]:
        """How each file will be imported, those that are not needed left out."""
        return [draft.look.plan for draft in self._drafts if draft.look.plan is not None]

    @property
    def ready(self) -> bool:
        """Whether every file can be imported as it stands, and there is one."""
        wanted = [draft for draft in self._drafts if not draft.not_needed]
        return bool(wanted) and all(draft.look.ready and draft.look.wishes == draft.wishes for draft in wanted)

    @property
    def missing(self) -> str:
        """What keeps the files from being imported, in words; "" where nothing does."""
        if self._looking is not None:
            return self.tr("Looking into the files…")
        held_up = [draft for draft in self._drafts if not draft.look.ready and not draft.not_needed]
        asked = [draft.look.path.name for draft in held_up if draft.look.asks]
        wrong = [draft.look.path.name for draft in held_up if not draft.look.asks]
        said = []
        if wrong:
            said.append(self.tr("Mend or remove first: {names}").format(names=", ".join(wrong)))
        if asked:
            said.append(self.tr("A question is open about: {names}").format(names=", ".join(asked)))
        if not said and self._drafts and all(draft.not_needed for draft in self._drafts):
            said.append(self.tr("Nothing of this is needed here."))
        return " ".join(said)

    def say(self, said: Answers[str, object]) -> None:
        """Note what the person said about the file shown, and look again with that.

        It holds for every file with the same columns: of a year of monthly exports each is told once.
        """
        current = self._drafts[self.list.currentRow()]
        for row, draft in enumerate(self._drafts):
            if draft is current or _are_alike(draft, current):
                wishes = replace(draft.wishes, **said)  # type: ignore[arg-type]  # the names of Wishes' own fields
                self._drafts[row] = replace(draft, wishes=wishes, remembered=False)
        self._look_again()

    def remove_current(self) -> None:
        """Take the file shown out of the list."""
        row = self.list.currentRow()
        if row >= 0:
            del self._drafts[row]
            self._refresh()

    def clear(self) -> None:
        """Begin anew without files."""
        self._drafts.clear()
        self._left_out.clear()
        self._refresh()

    def _lay_out(self) -> None:
        card = Card()
        card.body.setContentsMargins(1, 1, 1, 1)
        card.body.addWidget(self.panel)
        files = QVBoxLayout()
        files.setSpacing(SPACE.xs)
        files.addWidget(self.list, 1)
        files.addWidget(self.left_out)
        self.list.setFixedWidth(_LIST_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.l, SPACE.s, SPACE.l, SPACE.s)
        row.setSpacing(SPACE.m)
        row.addLayout(files)
        row.addWidget(card, 1)

    def _look_again(self) -> None:
        said = [(draft.look.path, draft.wishes) for draft in self._drafts if draft.look.wishes != draft.wishes]
        if said:
            job = importing.look_again(workplace=self._workplace, said=said)
            job.succeeded.connect(self._on_looked_again)
            job.failed.connect(self.failed)
        self.changed.emit()

    def _on_looks(self, looks: Looks) -> None:
        known = {draft.look.path: index for index, draft in enumerate(self._drafts)}
        for look in looks.looks:
            draft = _Draft(look, look.wishes, look.remembered)
            if look.path in known:
                self._drafts[known[look.path]] = draft
            else:
                self._drafts.append(draft)
        self._left_out |= dict(looks.left_out)
        self._refresh()
        open_ones = (row for row, draft in enumerate(self._drafts) if not draft.look.ready and not draft.not_needed)
        self.list.setCurrentRow(next(open_ones, 0))

    def _end_looking(self) -> None:
        self._looking = None
        self.changed.emit()

    def _on_looked_again(self, looks: Sequence[FileLook]) -> None:
        by_path = {look.path: look for look in looks}
        self._drafts = [replace(draft, look=by_path.get(draft.look.path, draft.look)) for draft in self._drafts]
        self._refresh()

    def _forget(self) -> None:
        draft = self._drafts[self.list.currentRow()]
        plan = draft.look.plan
        for row, other in enumerate(self._drafts):
            if other is draft or _are_alike(other, draft):
                self._drafts[row] = replace(other, wishes=NO_WISHES, remembered=False)
        if plan is not None:
            importing.forget(workplace=self._workplace, plan=plan).failed.connect(self.failed)
        self._look_again()

    def _show_current(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._drafts):
            draft = self._drafts[row]
            alike = sum(other is not draft and _are_alike(other, draft) for other in self._drafts)
            self.panel.show_look(draft.look, remembered=draft.remembered, followers=alike)

    def _refresh(self) -> None:
        """Bring list and panel in line with the files."""
        row = max(0, min(self.list.currentRow(), len(self._drafts) - 1))
        self.list.blockSignals(True)
        self.list.clear()
        for draft in self._drafts:
            self.list.addItem(self._entry(draft))
        self.list.setCurrentRow(row if self._drafts else -1)
        self.list.blockSignals(False)
        self._show_left_out()
        self._show_current()
        self.changed.emit()

    def _entry(self, draft: _Draft) -> QListWidgetItem:
        path = draft.look.path
        entry = QListWidgetItem(_label(path))
        if draft.not_needed:
            entry.setIcon(theme.icon("info", "muted"))
        elif draft.look.ready:
            entry.setIcon(theme.icon("check", "accent"))
        else:
            entry.setIcon(theme.icon("warning", "warning"))
        entry.setToolTip(str(path))
        entry.setData(Qt.ItemDataRole.AccessibleTextRole, self._state(draft))
        return entry

    def _state(self, draft: _Draft) -> str:
        """Return for screen readers what the sign says."""
        if draft.look.ready:
            return self.tr("{name}: can be imported").format(name=draft.look.path.name)
        if draft.not_needed:
            return self.tr("{name}: not needed").format(name=draft.look.path.name)
        return self.tr("{name}: needs your answer").format(name=draft.look.path.name)

    def _show_left_out(self) -> None:
        count = len(self._left_out)
        self.left_out.setVisible(count > 0)
        self.left_out.setText(
            self.tr("1 file left out…") if count == 1 else self.tr("{count} files left out…").format(count=number(count))
        )

    def _tell_left_out(self) -> None:
        """Say of each file that came with a folder or an archive, and is not taken, why."""
        sentences = [words(reason) for reason in self._left_out.values()]
        shown = sentences[:_NAMED]
        if len(sentences) > _NAMED:
            shown.append(self.tr("And {count} more.").format(count=number(len(sentences) - _NAMED)))
        dialog = PlainDialog(self.tr("Left out"), shown, self)
        close = QuietButton(self.tr("Close"), "left_out_close")
        close.clicked.connect(dialog.accept)
        dialog.set_buttons([], [close])
        dialog.open()


def _label(path: Path) -> str:
    """Return a file's name; that of a sheet or of a file in an archive with the name of what it lies in."""
    if path.exists():
        return path.name
    holder = next((parent for parent in path.parents if parent.is_file()), None)
    return path.name if holder is None else f"{path.name} · {holder.name}"


def _are_alike(one: _Draft, other: _Draft) -> bool:
    """Return whether two files have the same columns, and nothing else was said about one than about the other."""
    return bool(one.look.header) and one.look.header == other.look.header and one.wishes == other.wishes
