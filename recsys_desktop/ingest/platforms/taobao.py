"""Taobao and Tmall product snapshots: one row per product and day; the newest row counts."""

from __future__ import annotations

from recsys_desktop.domain.columns import BRAND, ITEM_ID, PRICE, TITLE
from recsys_desktop.ingest.platforms.entry import Platform

TAOBAO_SNAPSHOTS = Platform(
    name="taobao_snapshots",
    role="catalogue",
    signatures=(("update_time", "id", "title", "price", "sale_count", "店名"),),
    columns={ITEM_ID: ("id",), TITLE: ("title",), PRICE: ("price",), BRAND: ("店名",)},
)
