"""A customer typed in by hand: known by a few products they have, and kept from then on like any other."""

from __future__ import annotations

from collections.abc import Sequence

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import FeedbackKind
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.texts import message
from recsys_desktop.ingest.people.customers import is_contact
from recsys_desktop.services.learning.giving_feedback import give
from recsys_desktop.services.products.adding_products import next_id
from recsys_desktop.services.pseudonyms import known_as, pseudonyms_for
from recsys_desktop.services.shop import Shop

_LONGEST_ID = 100


def free_id(shop: Shop) -> UserId:
    """Return an id that no customer has, in the manner of those there are."""
    return UserId(next_id([ItemId(user_id) for user_id in shop.users.keys()[1]]))


def keep(shop: Shop, said: str, item_ids: Sequence[ItemId]) -> UserId:
    """Add a customer who has these products, and return their id: the one said, or the code of an address that is not kept.

    The products are stored as answers of the staff ("has bought this"): they act on the list at once and can be taken back one by
    one, but are no orders of the shop.

    Raises: RecsysError customer_incomplete, customer_id_taken, unknown_item; nothing is stored then.
    """
    name = " ".join(said.split())
    if not name or len(name) > _LONGEST_ID:
        raise _incomplete()
    if shop.users.key_of(known_as(shop, name)) is not None:
        raise RecsysError(
            "customer_id_taken",
            message("customers", "There is already a customer {id}.").fill(id=name),
            message("customers", "Choose another number or name, for example {free}.").fill(free=free_id(shop)),
        )
    pseudonyms = pseudonyms_for(shop) if is_contact(name) else None
    user_id = UserId(name if pseudonyms is None else pseudonyms.of(name))
    with shop.database.atomic():
        shop.users.add(user_id)
        for item_id in dict.fromkeys(item_ids):
            give(shop, user_id, item_id, FeedbackKind.BOUGHT)
    return user_id


def take_back(shop: Shop, user_id: UserId) -> None:
    """Remove a customer added by hand, with the answers about them. One with orders of their own since stays."""
    shop.users.remove(user_id)


def _incomplete() -> RecsysError:
    return RecsysError(
        "customer_incomplete",
        message("customers", "A customer needs a number or a name of at most {most} letters.").fill(most=_LONGEST_ID),
        message("customers", "Type one in; nothing was stored."),
    )
