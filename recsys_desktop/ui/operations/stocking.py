"""Products typed in by hand: what the form offers; adding, changing and taking out, each with the way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Item
from recsys_desktop.domain.progress import Progress, Task
from recsys_desktop.domain.texts import Text, message
from recsys_desktop.jobs.runner import Job, Lane
from recsys_desktop.services.shop import Shop
from recsys_desktop.ui.operations.opening import reload_lists
from recsys_desktop.ui.workplace import Changes, Notice, Workplace

if TYPE_CHECKING:
    from recsys_desktop.services.listing.standing import Standing
    from recsys_desktop.services.products.adding_products import Suggestions

_ADDING = message("products", "Adding {title}")
_CHANGING = message("products", "Changing {title}")
_REMOVING = message("products", "Removing {title}")


@dataclass(frozen=True)
class ProductForm:
    """What a form begins with: what is offered, the product to be changed, None for a new one, and whether it may be taken out."""

    offered: Suggestions
    item: Item | None
    removable: bool


def read_form(*, workplace: Workplace, item_id: ItemId | None) -> Job:
    """Read what the form of a product begins with; None: of a new one. Succeeds with a ProductForm."""
    return workplace.runner.submit(Lane.RANK, partial(_read_form, workplace.shop, item_id))


def add(*, workplace: Workplace, item: Item) -> Job:
    """Add a product and place it without a new fit. A notice says in whose lists it stands, and offers the way back."""
    job = _submit(workplace, _ADDING, item, partial(_add, workplace.shop, item))
    _then(workplace, job, lambda: _say_where_it_stands(workplace, item))
    return job


def change(*, workplace: Workplace, item: Item, before: Item) -> Job:
    """Change what is known of a product. A notice offers the way back to what was known ``before``."""

    def undo() -> None:
        _take_back(workplace, _submit(workplace, _CHANGING, before, partial(_change, workplace.shop, before)))

    job = _submit(workplace, _CHANGING, item, partial(_change, workplace.shop, item))
    text = message("products", "Changed: {title}.").fill(title=item.title)
    _then(workplace, job, lambda: workplace.notified.emit(Notice(text, undo)))
    return job


def remove(*, workplace: Workplace, item: Item) -> Job:
    """Take out a product that no customer knows. A notice offers the way back."""

    def undo() -> None:
        _take_back(workplace, _submit(workplace, _ADDING, item, partial(_add, workplace.shop, item)))

    job = _submit(workplace, _REMOVING, item, partial(_remove, workplace.shop, item.item_id))
    text = message("products", "Removed: {title}.").fill(title=item.title)
    _then(workplace, job, lambda: workplace.notified.emit(Notice(text, undo)))
    return job


def _submit(workplace: Workplace, title: Text, item: Item, task: Task[object]) -> Job:
    return workplace.runner.submit(Lane.COMPUTE, task, title=title.fill(title=item.title))


def _then(workplace: Workplace, job: Job, tell: Callable[[], None]) -> None:
    """Once a job has succeeded, let lists be made from the new space, tell every page, and only then say so."""

    def reload(_: object) -> None:
        reload_lists(workplace=workplace, changes=Changes(items=True, model=True)).succeeded.connect(lambda _: tell())

    job.succeeded.connect(reload)


def _take_back(workplace: Workplace, job: Job) -> None:
    job.failed.connect(workplace.show_failure)
    _then(workplace, job, lambda: workplace.notified.emit(Notice(message("products", "Taken back"))))


def _say_where_it_stands(workplace: Workplace, item: Item) -> None:
    def undo() -> None:
        _take_back(workplace, _submit(workplace, _REMOVING, item, partial(_remove, workplace.shop, item.item_id)))

    def show(found: Standing | None) -> None:
        where = message("products", "It is placed once your products are read.") if found is None else found.sentence
        text = message("products", "Added: {title}. {where}").fill(title=item.title, where=where)
        workplace.notified.emit(Notice(text, undo))

    job = workplace.runner.submit(Lane.RANK, partial(_find_standing, workplace, item.item_id))
    job.succeeded.connect(show)
    job.failed.connect(workplace.show_failure)


def _read_form(shop: Shop, item_id: ItemId | None, progress: Progress) -> ProductForm:
    from recsys_desktop.services.products.adding_products import suggestions

    progress.raise_if_cancelled()
    item = None if item_id is None else shop.catalogue.get(item_id)
    return ProductForm(suggestions(shop), item, item is not None and not shop.catalogue.is_used(item.item_id))


def _add(shop: Shop, item: Item, progress: Progress) -> bool:
    from recsys_desktop.services.products.adding_products import add_product

    return add_product(shop, item, progress)


def _change(shop: Shop, item: Item, progress: Progress) -> bool:
    from recsys_desktop.services.products.adding_products import change_product

    return change_product(shop, item, progress)


def _remove(shop: Shop, item_id: ItemId, progress: Progress) -> None:
    from recsys_desktop.services.products.adding_products import remove_product

    remove_product(shop, item_id, progress)


def _find_standing(workplace: Workplace, item_id: ItemId, progress: Progress) -> Standing | None:
    from recsys_desktop.services.listing.standing import standing

    recommender = workplace.recommender
    if not recommender.ready:
        return None
    return standing(recommender, item_id, None, progress)
