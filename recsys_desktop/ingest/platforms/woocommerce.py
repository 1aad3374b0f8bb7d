"""WooCommerce: the core's product export, in English and in the languages whose header is known."""

from __future__ import annotations

import re

from recsys_desktop.domain.columns import BRAND, CATEGORY, DESCRIPTION, IMAGE, ITEM_ID, PRICE, STOCK, TAGS, TITLE
from recsys_desktop.ingest.platforms.entry import Platform, SkipRule

WOOCOMMERCE_PRODUCTS = Platform(
    name="woocommerce_products",
    role="catalogue",
    signatures=(
        ("ID", "Type", "SKU", "Name", "Published", "Regular price"),
        ("Type", "SKU", "Name", "Short description", "Regular price", "Categories"),
        ("ID", "Тип", "Артикул", "Имя", "Опубликован"),
    ),
    columns={
        ITEM_ID: ("ID", "SKU", "Артикул"),
        TITLE: ("Name", "Имя"),
        DESCRIPTION: ("Description", "Short description", "Описание", "Короткое описание"),
        BRAND: ("Brands", "Brand"),
        CATEGORY: ("Categories", "Категории"),
        TAGS: ("Tags", "Метки"),
        PRICE: ("Sale price", "Regular price", "Базовая цена"),
        STOCK: ("Stock",),
        IMAGE: ("Images", "Изображения"),
    },
    parent=("Parent",),
    names=("SKU",),
    title_is_id=True,
    between=",",
    skip=(SkipRule("Published", re.compile(r"-1\s*$"), "draft"),),
)
