"""What a file is for: the catalogue, behaviour, or order lines that hold both; and what it lacks for that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from recsys_desktop.domain.columns import ITEM_ID, KIND, ORDER_ID, PRICE, QUANTITY, TIME, TITLE, USER_ID, VALUE
from recsys_desktop.domain.texts import Text, message
from recsys_desktop.ingest.plan import Role
from recsys_desktop.ingest.platforms.entry import Platform
from recsys_desktop.ingest.problems import missing_column
from recsys_desktop.ingest.wishes import RoleWish


def decide_role(path: Path, wish: RoleWish, columns: Mapping[str, str], header: Sequence[str], platform: Platform | None) -> Role:
    """Return what the file is read as. Raises RecsysError missing_column where its columns do not suffice for that.

    Order lines of a platform that names no customer tell about products alone.
    """
    role = wish if wish != "auto" else _likely(columns, platform)
    if role == "orders" and USER_ID not in columns and platform is not None and not platform.needs_user:
        role = "catalogue"
    needs_title = platform is None or platform.needs_title
    missing = []
    if role != "catalogue" and USER_ID not in columns:
        missing.append(USER_ID)
    if ITEM_ID not in columns and TITLE not in columns:
        missing.append(ITEM_ID if role != "catalogue" else TITLE)
    elif role == "catalogue" and TITLE not in columns and needs_title:
        missing.append(TITLE)
    if missing:
        raise missing_column(path, missing, header)
    return role


def _likely(columns: Mapping[str, str], platform: Platform | None) -> Role:
    if platform is not None:
        return platform.role
    if USER_ID not in columns:
        return "catalogue"
    return "orders" if TITLE in columns else "behaviour"


def remarks(columns: Mapping[str, str], role: Role, platform: Platform | None) -> list[Text]:
    """Return what a person should know about how the file will be read."""
    found: list[Text] = []
    if role == "catalogue" and ITEM_ID not in columns:
        found.append(message("import", "No column holds product numbers; products are told apart by their names."))
    of_orders = platform is not None and platform.role == "orders"
    if role == "catalogue" and USER_ID not in columns and (of_orders or {ORDER_ID, QUANTITY} <= columns.keys()):
        found.append(message("import", "No column says who bought, so only the products are imported."))
    if role == "behaviour" and platform is None and not {KIND, VALUE, QUANTITY, ORDER_ID, PRICE} & set(columns):
        found.append(message("import", "No column says what the customers did; every row counts as a purchase."))
    if role != "catalogue" and TIME not in columns:
        found.append(message("import", "No column holds a time; old and new behaviour count alike."))
    return found
