"""Keeps the figures of the variety card true: replays the last weeks once, then tells what rules cost as they are moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from recsys_desktop.domain.rules import Rules
from recsys_desktop.jobs.runner import Job
from recsys_desktop.ui.operations import rule_preview
from recsys_desktop.ui.operations.rule_preview import RuleCosts
from recsys_desktop.ui.texts import sentences, words
from recsys_desktop.ui.widgets.rules.rules_variety import VarietyCard
from recsys_desktop.ui.workplace import Workplace

if TYPE_CHECKING:
    from recsys_desktop.services.listing.rule_costs import Replay

#: Pause in a movement after which the figures are worked out.
_PAUSE_MS = 120
#: Behaviour up to which a replay takes seconds and is begun unasked.
_SMALL_SHOP = 200_000


class RuleCostKeeper(QObject):
    """A figure that is not of the rules in view and of the shop as it is is dropped."""

    def __init__(self, workplace: Workplace, card: VarietyCard, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace, self._card = workplace, card
        self._replay: Replay | None = None
        self._job: Job | None = None
        self._rules = Rules()
        self._asked = False  # by a person: then a large shop is replayed again by itself too
        self._small = False
        self._impossible = False
        #: The rules whose figures are on the card, None while there are none.
        self.shown: Rules | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._forecast)
        card.costs_wanted.connect(self.find_out)

    def forget(self) -> None:
        """The shop has changed: the next figures are of a new replay."""
        self._replay = None
        self._impossible = False
        self.shown = None
        self._card.forget_costs()
        if self._job is not None:
            self._job.cancel()

    def set_size(self, behaviour: int) -> None:
        """Say how much customers did: a small shop is replayed unasked."""
        self._small = 0 < behaviour <= _SMALL_SHOP
        if behaviour == 0:
            self._impossible = True
            self._card.say(self.tr("What it costs can be told once a file of orders is imported."), offer=False)

    def want(self, rules: Rules, *, asked: bool = False) -> None:
        """Tell soon what these rules cost; ``asked`` where a person moved a slider and waits to see it."""
        self._rules = rules
        self._asked = self._asked or asked
        if self._replay is not None:
            self._pause.start()
        elif self._small or self._asked:
            self._start()

    def find_out(self) -> None:
        """Replay the last weeks now: the person asked for it, or moved a slider."""
        self._asked = True
        self._start()

    def _start(self) -> None:
        if self._job is not None or self._replay is not None or self._impossible:
            return
        self._card.say(self.tr("Making the lists of some weeks ago, to compare them with what was bought since…"), offer=False)
        self._job = rule_preview.replay(workplace=self._workplace)
        self._job.succeeded.connect(self._on_replayed)
        self._job.failed.connect(self._on_failed)
        self._job.cancelled.connect(self._on_cancelled)

    def _on_replayed(self, replay: Replay) -> None:
        self._job, self._replay = None, replay
        self._forecast()

    def _on_failed(self, error: Exception) -> None:
        self._job, self._impossible = None, True
        if (known := self._workplace.known(error)) is not None:
            self._card.say(sentences(words(known.message), words(known.hint)), offer=False)

    def _on_cancelled(self) -> None:
        self._job, self._asked, self._small = None, False, False
        self._card.say(self.tr("Stopped: it is not known what these rules cost."), offer=True)

    def _forecast(self) -> None:
        if self._replay is not None:
            job = rule_preview.forecast(workplace=self._workplace, replay=self._replay, rules=self._rules)
            job.succeeded.connect(self._show)
            job.failed.connect(self._on_failed)

    def _show(self, costs: RuleCosts) -> None:
        if self._replay is not None and costs.rules == self._rules:
            self.shown = costs.rules
            self._card.show_costs(costs)
