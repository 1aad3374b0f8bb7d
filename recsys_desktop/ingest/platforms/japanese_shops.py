"""EC-CUBE, Yahoo! Shopping and BASE: products, and EC-CUBE's orders."""

from __future__ import annotations

import re

from recsys_desktop.domain.columns import (
    CATEGORY,
    DESCRIPTION,
    IMAGE,
    ITEM_ID,
    ORDER_ID,
    PRICE,
    QUANTITY,
    STOCK,
    TAGS,
    TIME,
    TITLE,
    USER_ID,
)
from recsys_desktop.domain.entities import Kind
from recsys_desktop.ingest.platforms.entry import Platform, SkipRule

_ZERO, _ONE = re.compile(r"\s*0\s*$"), re.compile(r"\s*1\s*$")

#: One row per combination of sizes and colours, each with the product's number and texts.
ECCUBE_PRODUCTS = Platform(
    name="eccube_products",
    role="catalogue",
    signatures=(("商品ID", "公開ステータス(ID)", "商品名", "販売価格"),),
    columns={
        ITEM_ID: ("商品ID",),
        TITLE: ("商品名",),
        DESCRIPTION: ("商品説明(詳細)", "商品説明(一覧)"),
        CATEGORY: ("商品カテゴリ(名称)",),
        TAGS: ("タグ(名称)", "検索ワード"),
        PRICE: ("販売価格", "通常価格"),
        STOCK: ("在庫数",),
        IMAGE: ("商品画像",),
    },
    names=("商品コード",),
    continued=True,
    title_is_id=True,
    between=",",
    unlisted=(SkipRule("公開ステータス(ID)", re.compile(r"\s*[23]\s*$")), SkipRule("商品削除フラグ", _ONE, "")),
    untracked=(SkipRule("在庫数無制限フラグ", _ONE),),
)
#: Lines of kind 1 are products, the others postage, fees and discounts. Guests have no member number, but an address.
ECCUBE_ORDERS = Platform(
    name="eccube_orders",
    role="orders",
    signatures=(("注文ID", "注文番号", "会員ID", "注文詳細ID", "商品ID", "商品名", "個数"),),
    columns={
        ORDER_ID: ("注文番号", "注文ID"),
        USER_ID: ("会員ID", "メールアドレス"),
        ITEM_ID: ("商品ID", "商品コード"),
        TITLE: ("商品名",),
        QUANTITY: ("個数",),
        PRICE: ("価格",),
        TIME: ("受注日", "入金日"),
    },
    kind=Kind.PURCHASE,
    skip=(
        SkipRule("明細区分(ID)", re.compile(r"\s*[2-9]"), "non_product"),
        SkipRule("対応状況(ID)", re.compile(r"\s*[39]\s*$"), "cancelled"),
        SkipRule("対応状況(ID)", re.compile(r"\s*[78]\s*$"), "unpaid"),
    ),
)
YAHOO_JAPAN_PRODUCTS = Platform(
    name="yahoo_japan_products",
    role="catalogue",
    signatures=(("path", "name", "code", "sub-code", "price", "headline", "caption"),),
    columns={
        ITEM_ID: ("code",),
        TITLE: ("name",),
        DESCRIPTION: ("explanation", "caption", "headline", "abstract"),
        CATEGORY: ("path",),
        PRICE: ("sale-price", "price"),
    },
    names=("jan",),
    between="\n",
    levels=":",
    unlisted=(SkipRule("display", _ZERO),),
)
#: One row per kind of a product, with its number and texts.
BASE_PRODUCTS = Platform(
    name="base_products",
    role="catalogue",
    signatures=(("商品ID", "商品名", "種類ID", "種類名", "価格"),),
    columns={
        ITEM_ID: ("商品ID",),
        TITLE: ("商品名",),
        DESCRIPTION: ("説明",),
        PRICE: ("価格",),
        STOCK: ("種類在庫数", "在庫数"),
        IMAGE: ("画像1",),
    },
    names=("種類ID",),
    continued=True,
    unlisted=(SkipRule("公開状態", _ZERO),),
)
