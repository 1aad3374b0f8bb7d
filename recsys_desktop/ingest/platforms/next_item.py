"""Benchmarks of sequential recommendation: a customer's earlier items in one cell, oldest first, and the item that came next."""

from __future__ import annotations

from recsys_desktop.domain.columns import ITEM_ID, TITLE, USER_ID
from recsys_desktop.domain.entities import Kind
from recsys_desktop.ingest.platforms.entry import Platform

NEXT_ITEM = Platform(
    name="next_item",
    role="orders",
    signatures=(("user_id", "history_item_id", "item_id"),),
    columns={USER_ID: ("user_id",), ITEM_ID: ("item_id",), TITLE: ("item_title",)},
    kind=Kind.PURCHASE,
    once=True,
    histories={"item_id": "history_item_id", "item_title": "history_item_title"},
)
