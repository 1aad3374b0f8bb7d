"""Rakuten Ichiba: RMS item files, the old form with a control column and the one since variants have rows, and orders."""

from __future__ import annotations

import re

from recsys_desktop.domain.columns import DESCRIPTION, IMAGE, ITEM_ID, ORDER_ID, PRICE, QUANTITY, STOCK, TIME, TITLE, USER_ID
from recsys_desktop.domain.entities import Kind
from recsys_desktop.ingest.platforms.entry import Platform, SkipRule

#: A product's own row carries its texts; rows below with its number carry variants, prices and stock. The number of a variant
#: ("SKU管理番号") is the same word for all products without variants, so it names none.
RAKUTEN_ITEMS = Platform(
    name="rakuten_items",
    role="catalogue",
    signatures=(("商品管理番号（商品URL）", "商品番号", "商品名"),),
    columns={
        ITEM_ID: ("商品管理番号（商品URL）",),
        TITLE: ("商品名",),
        DESCRIPTION: ("PC用商品説明文", "スマートフォン用商品説明文", "PC用販売説明文", "キャッチコピー", "PC用キャッチコピー"),
        PRICE: ("通常購入販売価格", "販売価格"),
        STOCK: ("在庫数",),
        IMAGE: ("商品画像URL", "商品画像パス1"),
    },
    names=("商品番号", "システム連携用SKU番号"),
    continued=True,
    unlisted=(
        SkipRule("コントロールカラム", re.compile(r"\s*d", re.IGNORECASE)),
        SkipRule("倉庫指定", re.compile(r"\s*1\s*$")),
    ),
)
RAKUTEN_ORDERS = Platform(
    name="rakuten_orders",
    role="orders",
    signatures=(("注文番号", "注文日時", "商品名", "商品管理番号", "単価", "個数"),),
    columns={
        ORDER_ID: ("注文番号",),
        USER_ID: ("注文者メールアドレス",),
        ITEM_ID: ("商品管理番号", "商品番号", "システム連携用SKU番号"),
        TITLE: ("商品名",),
        QUANTITY: ("個数",),
        PRICE: ("単価",),
        TIME: ("注文日時",),
    },
    kind=Kind.PURCHASE,
    needs_user=False,
    skip=(SkipRule("ステータス", re.compile(r"\s*[89]00\s*$|.*キャンセル"), "cancelled"),),
)
