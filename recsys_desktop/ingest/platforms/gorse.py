"""Gorse, a recommender system: its items, whose only name stands in a comment."""

from __future__ import annotations

import re

from recsys_desktop.domain.columns import CATEGORY, ITEM_ID, TAGS, TITLE
from recsys_desktop.ingest.platforms.entry import Platform, SkipRule

GORSE_ITEMS = Platform(
    name="gorse_items",
    role="catalogue",
    signatures=(("ItemId", "IsHidden", "Categories", "TimeStamp", "Labels", "Comment"),),
    columns={ITEM_ID: ("ItemId",), TITLE: ("Comment", "ItemId"), CATEGORY: ("Categories",), TAGS: ("Labels",)},
    between="|",
    unlisted=(SkipRule("IsHidden", re.compile(r"\s*(1|true)\s*$", re.IGNORECASE)),),
)
