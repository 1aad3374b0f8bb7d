"""All answers that were given, as a person looks them up and takes them away as a file."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import Feedback, FeedbackKind
from recsys_desktop.handouts.cells import Cell
from recsys_desktop.services.learning.giving_feedback import history
from recsys_desktop.services.shop import Shop
from recsys_desktop.store.impressions import IGNORED_AFTER, Shown

__all__ = ["IGNORED_AFTER", "Answer", "Shown", "answers", "export_answers", "log_shown", "shown_to"]

_HEADER = ("time", "user_id", "item_id", "title", "answer", "stars", "model_version", "taken_back")


@dataclass(frozen=True)
class Answer:
    """An answer, taken back or not, with the title of its product."""

    feedback: Feedback
    title: str


def answers(shop: Shop, limit: int, kinds: Collection[FeedbackKind] = (), search: str = "") -> list[Answer]:
    """Return the latest answers, newest first, taken-back ones too: of some kinds (none: all), and whose customer's id or product's
    id or title has all words of ``search``.
    """
    given = history(shop, None, limit)
    items = shop.catalogue.get_many(list(dict.fromkeys(one.item_id for one in given)))
    titles = {item.item_id: item.title for item in items}
    found = (Answer(one, titles.get(one.item_id) or one.item_id) for one in given if not kinds or one.kind in kinds)
    words = search.casefold().split()
    return [one for one in found if all(word in _looked_through(one) for word in words)]


def _looked_through(one: Answer) -> str:
    return f"{one.feedback.user_id} {one.feedback.item_id} {one.title}".casefold()


def export_answers(found: Collection[Answer], path: Path) -> int:
    """Write answers to a file in the form that its ending means; return how many. Raises: RecsysError cannot_write."""
    from recsys_desktop.handouts.tables import form_of, write_table  # not read by the window before somebody saves

    return write_table(path, form_of(path), _HEADER, _rows(found))


def _rows(found: Collection[Answer]) -> Iterator[tuple[Cell, ...]]:
    for one in found:
        said = one.feedback
        moment = datetime.fromtimestamp(said.time).isoformat(" ")
        back = "yes" if said.retracted else ""
        yield moment, said.user_id, said.item_id, one.title, said.kind.word, said.value, said.model_version, back


def shown_to(shop: Shop, user_id: UserId) -> list[Shown]:
    """Return what stood on a customer's lists, lately shown first; ``Shown.ignored`` tells ignored from overlooked."""
    return shop.impressions.of_user(user_id)


def log_shown(shop: Shop, user_id: UserId, places: list[tuple[ItemId, int]], scenario: str, showing: int | None) -> int:
    """Remember places of a customer's list that were on the screen: of a new list, or further ones of the list ``showing``."""
    if showing is not None:
        shop.impressions.add(showing, user_id, places)
        return showing
    version = shop.model_versions.active().number
    return shop.impressions.log(user_id, places, "window", scenario, version, int(time.time()))
