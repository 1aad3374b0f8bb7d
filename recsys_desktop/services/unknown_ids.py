"""The errors for ids that the shop does not have, with the near ones that may have been meant."""

from __future__ import annotations

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.texts import message
from recsys_desktop.services.shop import Shop


def unknown_user(shop: Shop, user_id: UserId) -> RecsysError:
    """Return the error to raise for a user id that is not in the shop."""
    near = shop.users.near_ids(user_id)
    hint = (
        message("errors", "Did you mean {ids}?").fill(ids=", ".join(near))
        if near
        else message("errors", "Look the customer up on the Customers page, or import the orders that name them.")
    )
    return RecsysError("unknown_user", message("errors", "There is no customer {id} in this shop.").fill(id=user_id), hint)


def unknown_item(item_id: ItemId) -> RecsysError:
    """Return the error to raise for an item id that is not in the shop."""
    return RecsysError(
        "unknown_item",
        message("errors", "There is no product {id} in this shop.").fill(id=item_id),
        message("errors", "Look the product up on the Products page, or import the catalogue that holds it."),
    )
