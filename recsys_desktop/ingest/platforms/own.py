"""This program's own exports, so that what was written out comes in again as it was."""

from __future__ import annotations

from recsys_desktop.domain.columns import INTERACTION_COLUMNS, ITEM_COLUMNS
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
