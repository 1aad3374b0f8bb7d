"""Insights: does it help, and what do the lists look like? One sentence per question, the chart under it, figures on demand."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from recsys_desktop.jobs.runner import Job
from recsys_desktop.services.learning.evaluation_log import EvaluationReport, KeptEvaluation
from recsys_desktop.ui.formats import when
from recsys_desktop.ui.operations import evaluating, fitting, opening
from recsys_desktop.ui.operations.opening import Counts
from recsys_desktop.ui.texts import sentences, words
from recsys_desktop.ui.widgets.bar_chart import BarChart
from recsys_desktop.ui.widgets.buttons import QuietButton
from recsys_desktop.ui.widgets.card import Card
from recsys_desktop.ui.widgets.disclosure import Disclosure
from recsys_desktop.ui.widgets.empty_state import EmptyState
from recsys_desktop.ui.widgets.evaluation_figures import EvaluationFigures, coverage_bars, coverage_words, hit_bars
from recsys_desktop.ui.widgets.labels import Body, Muted
from recsys_desktop.ui.widgets.list_making_card import ListMakingCard
from recsys_desktop.ui.widgets.scroll_page import ScrollPage
from recsys_desktop.ui.workplace import Changes, Workplace


class InsightsPage(QWidget):
    """Compares when asked: a replay takes seconds to minutes and answers for the shop as it is then."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._workplace = workplace
        self._job: Job | None = None
        self._report: EvaluationReport | None = None
        self._fit: Job | None = None
        self._items = 0
        self._has_customers = False
        self._make_widgets()
        self._lay_out()
        self._connect()

    def _make_widgets(self) -> None:
        self.empty = EmptyState(
            "insights",
            self.tr("Nothing to compare yet"),
            self.tr("Once orders are imported, this page shows whether your lists find what customers really bought."),
            self.tr("Import files"),
        )
        self.start = EmptyState(
            "insights",
            self.tr("Do the lists help?"),
            self.tr(
                "The program makes the lists your customers would have seen some weeks ago, and counts who then bought something "
                "from their list. A plain bestseller list is measured in the same way."
            ),
            self.tr("Compare"),
        )
        self.start.button.setObjectName("evaluate")
        self.go = QuietButton(self.tr("Compare again"), "evaluate_again", icon="play")
        self.verdict, self.changed = Body(), Muted(wrap=True)
        self.verdict.setObjectName("insights_verdict")
        self.hits = BarChart()
        self.hits.setObjectName("insights_hits")
        self.hits.setAccessibleName(self.tr("Customers whose next purchase was on their list"))
        self.caption = Muted(
            self.tr("The thin line shows how far the share may be off by chance: the true one lies on it 19 times out of 20."),
            wrap=True,
        )
        self.coverage_sentence = Body()
        self.coverage = BarChart()
        self.coverage.setAccessibleName(self.tr("Share of your products that some list shows"))
        self.figures = EvaluationFigures()
        self.more = Disclosure(self.tr("Figures"), "evaluation_figures")
        self.more.body.addWidget(self.figures)
        self.making = ListMakingCard()

    def _lay_out(self) -> None:
        helps = Card(self.tr("Do the lists help?"))
        helps.header.addWidget(self.go)
        for shown in (self.verdict, self.changed, self.hits, self.caption):
            helps.body.addWidget(shown)
        looks = Card(self.tr("What do the lists look like?"))
        looks.body.addWidget(self.coverage_sentence)
        looks.body.addWidget(self.coverage)
        self._ask, self._helps = self._asking_card(), helps
        self.page = ScrollPage(self.tr("Insights"))
        self.page.add(self._ask, helps, looks, self.more, self.making)
        self._results: tuple[QWidget, ...] = (self.hits, self.caption, looks, self.more)
        for hidden in (self.changed, helps, *self._results):
            hidden.hide()
        self._stack = QStackedLayout(self)
        for page in (self.empty, self.page):
            self._stack.addWidget(page)

    def _asking_card(self) -> Card:
        card = Card()
        card.body.addWidget(self.start)
        return card

    def _connect(self) -> None:
        self.start.acted.connect(self.compare)
        self.go.clicked.connect(self.compare)
        self.empty.acted.connect(lambda: self._workplace.import_wanted.emit([]))
        self.making.fit_wanted.connect(self.fit)
        self.making.stop_wanted.connect(self._stop_fit)
        self._workplace.changed.connect(self._on_changed)
        running = fitting.running(workplace=self._workplace)
        if running is not None:
            self._follow_fit(running)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read()

    def compare(self) -> None:
        """Replay the last weeks."""
        self._job = evaluating.evaluate(workplace=self._workplace)
        self.go.setEnabled(False)
        self._show_asking(False)
        self._stack.setCurrentWidget(self.page)
        self.verdict.setText(self.tr("Making the lists of some weeks ago, to compare them with what was bought since…"))
        self._job.succeeded.connect(self._show_report)
        self._job.failed.connect(self._on_failed)
        self._job.cancelled.connect(self._show_what_there_is)
        self._job.finished.connect(self._on_finished)

    def fit(self, effort: fitting.Effort) -> None:
        """Try out which lists suit the shop."""
        self._follow_fit(fitting.fit_to_shop(workplace=self._workplace, effort=effort))

    def _follow_fit(self, job: Job) -> None:
        self._fit = job
        self.making.show_busy(True)
        job.failed.connect(self._on_fit_failed)
        job.cancelled.connect(lambda: self.making.say(self.tr("Stopped; your lists are made as before.")))
        job.succeeded.connect(lambda _: self.making.say(""))
        job.finished.connect(lambda: self.making.show_busy(False))

    def _stop_fit(self) -> None:
        if self._fit is not None:
            self.making.stop.setEnabled(False)
            self._fit.cancel()

    def _on_fit_failed(self, error: Exception) -> None:
        if (known := self._workplace.known(error)) is not None:
            self.making.say(sentences(words(known.message), words(known.hint)))

    def _read(self) -> None:
        # What was measured comes first: the offer to measure should not flash by.
        kept = evaluating.read_last(workplace=self._workplace)
        kept.succeeded.connect(self._on_kept)
        kept.failed.connect(self._workplace.show_failure)
        job = opening.read_counts(workplace=self._workplace)
        job.succeeded.connect(self._on_counts)
        made = fitting.read_making(workplace=self._workplace)
        made.succeeded.connect(self.making.show_making)
        made.failed.connect(self._on_fit_failed)

    def _on_counts(self, counts: Counts) -> None:
        self._items = counts.items
        self._has_customers = counts.users > 0
        if self._job is None:
            self._show_what_there_is()

    def _on_kept(self, kept: KeptEvaluation | None) -> None:
        """Show what was measured last, also in an earlier sitting."""
        if kept is None or self._job is not None:
            return
        self._show_report(kept.report, kept.items)
        self._show_asking(False)
        self._stack.setCurrentWidget(self.page)
        if kept.outdated:
            said = self.tr("Measured {when}. Your shop has changed since; compare again.")
        else:
            said = self.tr("Measured {when}.")
        self.changed.setText(said.format(when=when(kept.time)))
        self.changed.show()

    def _on_changed(self, changes: Changes) -> None:
        if changes.items or changes.interactions or changes.model:
            self.changed.setText(self.tr("Your shop has changed since this was measured; compare again."))
            self.changed.show()
        if self.isVisible():
            self._read()

    def _show_what_there_is(self) -> None:
        """Show the last measurement, else the offer to make one, else why there is nothing to measure."""
        self._show_asking(self._report is None)
        if self._report is not None:
            self.verdict.setText(words(self._report.verdict))
        known = self._report is not None or self._has_customers
        self._stack.setCurrentWidget(self.page if known else self.empty)

    def _show_asking(self, asking: bool) -> None:
        """Show the offer to compare, or the place of what came of it."""
        self._ask.setVisible(asking)
        self._helps.setVisible(not asking)

    def _show_report(self, report: EvaluationReport, items: int | None = None) -> None:
        self._report = report
        self.verdict.setText(words(report.verdict))
        self.hits.show_bars(hit_bars(report))
        self.coverage_sentence.setText(coverage_words(report, self._items if items is None else items))
        self.coverage.show_bars(coverage_bars(report), full=1.0)
        self.figures.show_report(report)
        self.changed.hide()
        for widget in self._results:
            widget.show()

    def _on_failed(self, error: Exception) -> None:
        self._show_what_there_is()
        known = self._workplace.known(error)
        if known is None:
            return
        if self._report is None:
            self.start.show_error(known)
        else:
            self.changed.setText(sentences(words(known.message), words(known.hint)))
            self.changed.show()

    def _on_finished(self) -> None:
        self._job = None
        self.go.setEnabled(True)
