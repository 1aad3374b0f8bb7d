"""Training: one button, what it will do, live charts, a verdict, and the models one can go back to."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from recsys_desktop.domain.entities import CurvePoint
from recsys_desktop.domain.progress import ProgressState
from recsys_desktop.domain.texts import message
from recsys_desktop.jobs.runner import Job
from recsys_desktop.services.learning.judgement import verdict_of_run
from recsys_desktop.services.learning.training import TrainingReport
from recsys_desktop.services.learning.training_log import TrainingLog
from recsys_desktop.store.runs import Run
from recsys_desktop.ui.operations import training
from recsys_desktop.ui.texts import number, words
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.buttons import PrimaryButton, QuietButton
from recsys_desktop.ui.widgets.card import Card
from recsys_desktop.ui.widgets.disclosure import Disclosure
from recsys_desktop.ui.widgets.empty_state import EmptyState
from recsys_desktop.ui.widgets.labels import Body, Muted
from recsys_desktop.ui.widgets.scroll_page import ScrollPage
from recsys_desktop.ui.widgets.training.curve_chart import Curve, CurveChart
from recsys_desktop.ui.widgets.training.run_list import RunList
from recsys_desktop.ui.widgets.training.training_details import TrainingDetails
from recsys_desktop.ui.widgets.training.verdict import VerdictCard
from recsys_desktop.ui.widgets.training.version_list import VersionList
from recsys_desktop.ui.workplace import Changes, Notice, Workplace


class TrainingPage(QWidget):
    """Follows the training that runs, whoever started it, and shows the last one while none does."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._workplace = workplace
        self._log: TrainingLog | None = None
        self._answered: int | None = None  # the run whose result was answered last: a log read meanwhile may not know of it yet
        self._job: Job | None = None
        self._changing = False
        self._stale = True
        self._make_widgets()
        self._lay_out()
        self._connect()
        job = training.running(workplace=workplace)
        if job is not None:
            self._follow(job)

    def _make_widgets(self) -> None:
        self.what = Body()
        self.what.setObjectName("training_what")
        self.hint = Muted(wrap=True)
        self.go = PrimaryButton(self.tr("Improve"), "improve", icon="play")
        self.stop = QuietButton(self.tr("Stop"), "training_stop", icon="stop")
        self.stop.hide()
        self.verdict = VerdictCard()
        steps, empty = self.tr("Learning steps"), self.tr("The curve appears here while the lists are improved.")
        self.loss = CurveChart(
            [Curve("loss", "", "chart_1", digits=2)], self.tr("Mistakes while learning; it should fall"), steps, empty
        )
        self.quality = CurveChart(
            [
                Curve("recall@10", self.tr("in the list of 10"), "chart_1", marker="o", factor=100.0, unit=" %"),
                Curve("ndcg@10", self.tr("and high up in it"), "chart_2", dashed=True, marker="s", factor=100.0, unit=" %"),
            ],
            self.tr("Share of customers whose next product is in the list, %; it should rise"),
            steps,
            empty,
        )
        self.empty = EmptyState(
            "training",
            self.tr("Nothing to learn from yet"),
            self.tr("Once orders are imported, the program can learn from them what your customers like."),
            self.tr("Import files"),
        )
        self.versions, self.runs = VersionList(), RunList()
        self.details = TrainingDetails()
        self.experts = Disclosure(self.tr("Details for experts"), "training_details")
        self.experts.body.addWidget(self.details)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(SPACE.m)
        charts = (self._card("", self.loss), self._card("", self.quality))
        lists = (self._card(self.tr("Models"), self.versions), self._card(self.tr("Past trainings"), self.runs))
        for place, card in enumerate((*charts, *lists)):
            grid.addWidget(card, place // 2, place % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.page = ScrollPage(self.tr("Training"))
        self.page.add(self._start_card(), self.verdict, grid, self.experts)
        self._stack = QStackedLayout(self)
        for page in (self.page, self.empty):
            self._stack.addWidget(page)

    def _start_card(self) -> Card:
        card = Card()
        texts = QVBoxLayout()
        texts.setSpacing(SPACE.xxs)
        texts.addWidget(self.what)
        texts.addWidget(self.hint)
        row = QHBoxLayout()
        row.setSpacing(SPACE.l)
        row.addLayout(texts, 1)
        row.addWidget(self.stop)
        row.addWidget(self.go)
        card.body.addLayout(row)
        return card

    @staticmethod
    def _card(title: str, content: QWidget) -> Card:
        card = Card(title)
        card.body.addWidget(content)
        if title:
            card.body.addStretch(1)
        return card

    def _connect(self) -> None:
        self.go.clicked.connect(lambda: training.improve(workplace=self._workplace))
        self.stop.clicked.connect(self._on_stop)
        self.empty.acted.connect(lambda: self._workplace.import_wanted.emit([]))
        self.versions.wanted.connect(self._use)
        self.versions.delete_wanted.connect(self._delete)
        self.verdict.other_wanted.connect(self._use)
        self.verdict.kept.connect(self._answer)
        self._workplace.changed.connect(self._on_changed)
        self._workplace.runner.submitted.connect(self._on_submitted)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._read()

    def _on_changed(self, _changes: Changes) -> None:
        self._refresh()

    def _refresh(self) -> None:
        self._stale = True
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        job = training.read_log(workplace=self._workplace)
        job.succeeded.connect(self._show)
        job.failed.connect(self._workplace.show_failure)

    def _show(self, log: TrainingLog) -> None:
        if log.open_result is not None and log.open_result.number == self._answered:
            log = replace(log, open_result=None)
        self._stale, self._log = False, log
        self.versions.show_versions(log.versions)
        running = self._job is not None
        self.versions.set_busy(running or self._changing)
        self.runs.show_runs([run for run in log.runs if run.finished is not None or not running])
        if log.runs:
            self.details.show_run(log.runs[0])
        if self._job is None:
            for chart in (self.loss, self.quality):
                chart.show_points(log.points)
            self._describe(log)
            if log.open_result is not None:
                self._show_result(log, log.open_result)

    def _describe(self, log: TrainingLog) -> None:
        """Say what the button will do, and how long that takes."""
        self.go.setEnabled(log.interactions > 0)
        self._stack.setCurrentWidget(self.page if log.interactions else self.empty)
        self.what.setText(
            self.tr(
                "The program learns from what your customers did and from your answers, then tests itself on the latest weeks, "
                "which it has not seen. Only if the lists get better is the new model used, and you can go back."
            )
        )
        parts = (
            [self.tr("{count} new answers since the last training.").format(count=number(log.new_feedback))]
            if log.new_feedback
            else []
        )
        if log.time is None:
            parts.append(self.tr("It takes a few minutes; you can go on working."))
        else:
            parts.append(words(log.time.sentence))
        self.hint.setText(" ".join(parts))

    def _on_submitted(self, job: Job) -> None:
        if job.title == training.IMPROVING and job is not self._job:
            self._follow(job)

    def _follow(self, job: Job) -> None:
        self._job = job
        self.go.setEnabled(False)
        self.stop.setEnabled(True)
        self._offer(self.stop, instead_of=self.go)
        self._answer()  # whoever trains again has done with the result of the last time
        self.versions.set_busy(True)
        self.loss.show_points([])
        self.quality.show_points([])
        self.what.setText(self.tr("Learning from your shop. You can go on working; the lists stay as they are until it is done."))
        self.hint.setText(self.tr("Waiting for other work to finish."))
        job.progressed.connect(self._on_progress)
        job.partial.connect(self._on_partial)
        job.succeeded.connect(self._tell_elsewhere)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        job.finished.connect(self._on_finished)

    def _on_progress(self, state: ProgressState) -> None:
        self.hint.setText(words(state.message))

    def _on_partial(self, partial: object) -> None:
        if isinstance(partial, CurvePoint):
            self.loss.add([partial])
            self.quality.add([partial])

    def _on_stop(self) -> None:
        if self._job is not None:
            self.stop.setEnabled(False)
            self.hint.setText(self.tr("Stopping…"))
            self._job.cancel()

    def _tell_elsewhere(self, report: TrainingReport) -> None:
        """Tell a person who looks at another page meanwhile."""
        if self.isVisible():
            return
        if report.kept:
            text = message(
                "training", "Your lists got better: model {number} makes them now. You can go back on the Training page."
            )
        else:
            text = message("training", "The training did not make your lists better: model {number} stays in use.")
        self._workplace.notified.emit(Notice(text.fill(number=report.model_version)))

    def _show_result(self, log: TrainingLog, run: Run) -> None:
        """Tell what the latest training found, until a person has answered it."""
        verdict = verdict_of_run(run.result)
        if verdict is None:
            return
        known, active = {version.number for version in log.versions}, log.active.number
        learnt, previous = (run.result[name] for name in ("learnt", "previous"))
        assert isinstance(learnt, int)
        assert isinstance(previous, int)
        if run.model_version is not None:
            if active == learnt and previous in known:
                self.verdict.show_better(words(verdict), active, previous)
        elif active != learnt:
            self.verdict.show_not_better(words(verdict), active, learnt if learnt in known else 0)

    def _on_failed(self, error: Exception) -> None:
        known = self._workplace.known(error)
        if known is not None:
            self.verdict.show_error(words(known.message), words(known.hint))

    def _on_cancelled(self) -> None:
        self.verdict.show_stopped(self._active_number())

    def _on_finished(self) -> None:
        self._job = None
        self._offer(self.go, instead_of=self.stop)
        self._refresh()

    @staticmethod
    def _offer(button: QPushButton, *, instead_of: QPushButton) -> None:
        """Show one button in the place of another; who had the other under the fingers has this one."""
        focused = instead_of.hasFocus()
        button.show()
        if focused:
            button.setFocus()
        instead_of.hide()

    def _active_number(self) -> int:
        """The model in use when the log was last read, which is before the training changed it."""
        return self._log.active.number if self._log is not None else 1

    def _use(self, wanted: int) -> None:
        self._changing = True
        self.versions.set_busy(True)
        self.verdict.set_busy(True)
        job = training.use_version(workplace=self._workplace, number=wanted)
        job.succeeded.connect(lambda _: self._answer())
        job.failed.connect(self._workplace.show_failure)
        job.finished.connect(self._on_changed_model)

    def _on_changed_model(self) -> None:
        self._changing = False
        self.verdict.set_busy(False)
        self._refresh()

    def _delete(self, number: int) -> None:
        job = training.delete_version(workplace=self._workplace, number=number)
        job.failed.connect(self._workplace.show_failure)

    def _answer(self) -> None:
        """A choice was made: the result is not asked about again."""
        self.verdict.hide()
        if self._log is not None and self._log.open_result is not None:
            self._answered = self._log.open_result.number
            training.answer(workplace=self._workplace, run=self._answered)
            self._log = replace(self._log, open_result=None)
