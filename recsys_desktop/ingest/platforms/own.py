"""This program's own exports: what was written out comes in again as it was, and lists never pass for what customers did."""

from __future__ import annotations

from recsys_desktop.domain.columns import INTERACTION_COLUMNS, ITEM_COLUMNS
from recsys_desktop.domain.texts import message
from recsys_desktop.ingest.platforms.entry import Platform

OWN_CATALOGUE = Platform(
    name="recsys_catalogue",
    role="catalogue",
    signatures=(ITEM_COLUMNS,),
    columns={column: (column,) for column in ITEM_COLUMNS},
    cleaned=True,
)
OWN_BEHAVIOUR = Platform(
    name="recsys_behaviour",
    role="behaviour",
    signatures=(INTERACTION_COLUMNS,),
    columns={column: (column,) for column in INTERACTION_COLUMNS},
    cleaned=True,
)
#: Without it a mailing in the folder of nightly exports would count as purchases, and the next lists would follow the last ones.
OWN_LISTS = Platform(
    name="recsys_lists",
    role="behaviour",
    signatures=(
        ("user_id", "rank", "item_id", "score", "because_of"),
        ("customer", "product_1_id", "product_1_title"),
        ("customer", "product_id", "title", "link", "place"),
        ("product_id", "title", "product_1_id", "product_1_title"),
    ),
    columns={},
    declined=message("import", "it holds lists that this program made, not what customers did."),
)
