"""The names shops give their columns, per field, strongest first. Compared after :func:`normalised`."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NOISE = re.compile(r"[\W_]+")
_BRACKETS = re.compile(r"[(\[（【].*?[)\]）】]")

#: A field's line goes on over the indented lines below it.
_TABLE = """
item_id: item_id product_id item_key goods_id article_id stock_code product_code item_code article_number article_no
  item_number product_number item_no product_no parent_asin asin listing_id movie_id film_id book_id song_id track_id
  isbn handle url_handle content_id handle_id 商品条码 artist_id sku seller_sku variant_sku lineitem_sku item_sku
  product_sku reference artikelnummer artikel_nr artikel artikelnr produktnummer reference_produit ref codigo
  codigo_producto id_producto codice codice_articolo 商品id 商品编号 商品编码 商品号 商品代码 产品id 产品编号 产品编码
  宝贝id 数字id 货号 货品编号 物品id 物料编码 款号 商家编码 sku编码 条码 商品編號 商品編碼 產品編號 產品id 貨號
  商品コード 商品番号 商品管理番号 品番 상품번호 상품코드 상품id артикул кодтовара idтовара item product goods id 编号
  影片编号 影片id 电影编号 电影id 文章编号 文章id
  編號 编码 code номер barcode ean ean13 gtin upc
user_id: user_id customer_id client_id buyer_id member_id visitor_id account_id reviewer_id person_id shopper_id
  profile_id buyer_user_id customer_no customer_number cust_id custid customer_code buyer_username buyer_email
  customer_email billing_email email email_address buyer buyer_name user customer member visitor client reviewer
  user_name username customer_name session_id kundennummer kunden_id kunde kundennr id_client numero_client
  client_email id_cliente cliente codice_cliente 用户id 用户编号 客户id 客户编号 客户编码 会员id 会员编号 会员号
  买家id 买家会员名 买家昵称 买家 顾客id 顾客编号 顾客 客户 会员 用户 用户名 会员名 客户名称 手机号 使用者id 客戶id
  客戶編號 會員id 會員編號 會員 客戶 顧客id 顧客編號 買家帳號 買家 会員id 顧客番号 会員番号 ユーザーid 회원번호 회원id
  고객번호 고객id клиент idклиента покупатель 客户姓名 会员姓名 买家姓名 顾客姓名
  viewer_id reader_id subscriber_id 读者编号 读者id 观众编号 观众id
  anonymous_id distinct_id domain_userid cookie_id device_id
title: title product_title item_title product_name item_name goods_name article_name name lineitem_name listing_title
  movie_title book_title item_text_name label product_display_name bezeichnung artikelbezeichnung produktname titel titre nom
  nom_du_produit designation libelle titulo nombre nombre_producto titolo nome nome_prodotto 标题 商品标题 商品名称
  商品名 产品名称 产品名 产品标题 宝贝标题 宝贝名称 名称 品名 货品名称 选购商品 標題 商品標題 商品名稱 產品名稱 名稱
  片名 影片名称 电影名 文章标题 headline
  製品名 タイトル 상품명 제품명 имя название наименование товар product item 商品 产品 宝贝
description: description product_description item_description item_text_description body_html body long_description details
  short_description summary text overview beschreibung produktbeschreibung langtext descripcion descrizione
  description_longue 描述 商品描述 产品描述 宝贝描述 详情 商品详情 简介 商品简介 说明 商品說明 產品描述 說明 商品説明
  摘要 文章摘要
  説明 상품설명 상세설명 описание краткоеописание короткоеописание
category: category categories product_category category_name category_path item_category department collection
  product_type type genre genres section group main_category top_category product_group kategorie kategorien
  warengruppe categorie categoria rayon 分类 类别 商品分类 商品类别 类目 商品类目 产品分类 产品类别 宝贝类目 一级类目
  类型 栏目 影片类型
  品类 分類 類別 商品分類 產品類別 カテゴリ カテゴリー 商品カテゴリ 분류 카테고리 категория категории category_code
  category_id
tags: tags tag keywords labels product_tags schlagworte stichworte 标签 商品标签 关键词 標籤 關鍵字 タグ 태그 теги
  метки
brand: brand brand_name manufacturer vendor maker brands author authors artist producer marke hersteller marque
  fabricant marca produttore studio 出品方 作者
  品牌 品牌名 品牌名称 商标 厂家 品牌名稱 ブランド メーカー 브랜드 제조사 бренд
  производитель
price: price unit_price sale_price item_price selling_price regular_price variant_price lineitem_price product_price
  base_price price_tax_excluded item_cost list_price retail_price current_price amount_per_unit sold_for start_price
  preis einzelpreis verkaufspreis stueckpreis stückpreis prix prix_unitaire precio precio_unitario prezzo
  prezzo_unitario 价格 单价 售价 商品价格 销售价 销售价格 现价 商品单价 宝贝价格 一口价 原价 價格 單價 售價 商品單價
  価格 販売価格 単価 通常価格 가격 판매가 단가 цена базоваяцена price_usd price_eur amount 金额 商品金额
currency: currency currency_code price_currency waehrung währung devise moneda valuta 币种 货币 幣別 貨幣 通貨 통화
  валюта
stock: stock stock_quantity stock_net inventory inventory_quantity quantity_in_stock in_stock_quantity variant_inventory_qty
  current_quantity available on_hand qty_on_hand stock_level bestand lagerbestand existencias giacenza 库存 库存数量
  商品库存 宝贝数量 存货 庫存 庫存數量 在庫 在庫数 재고 재고수량 остаток наличие
  availability stock_status in_stock verfügbarkeit disponibilité disponibilidad disponibilità
url: url product_url link product_link permalink page_url item_url 链接 商品链接 网址 商品網址 連結 url商品 ссылка
image: image image_url image_src image_link picture picture_url photo images main_image product_image image1 img
  thumbnail pic_url bild bild_url 图片 商品图片 图片链接 主图 圖片 商品圖片 画像 商品画像 이미지 изображения
  изображение фото
kind: kind event event_type event_name action action_type behavior behaviour behavior_type behaviour_type interaction
  interaction_type activity type user_action 行为 行为类型 用户行为 事件 事件类型 操作 动作 类型 行為 行為類型
  事件類型 行動 イベント 행동 действие событие
value: rating stars score review_rating rating_value overall overall_rating star_rating user_rating value vote grade
  bewertung sterne note puntuacion valutazione 评分 打分 星级 评价分 评价星级 評分 星級 評価 평점 별점 оценка рейтинг
quantity: quantity qty net_quantity order_quantity quantity_ordered quantity_purchased item_quantity lineitem_quantity units
  units_sold amount_of_items count pieces number_of_items menge anzahl stueck stück quantite quantité cantidad
  quantita quantità 数量 购买数量 商品数量 销售数量 件数 购买件数 订购数量 數量 購買數量 個数 購入数 수량 количество
  колво quantity_shipped 宝贝总数量
time: timestamp time event_time datetime date_time invoice_date order_date purchase_date created_at order_created_at
  date sale_date transaction_date order_time purchase_time review_time unix_review_time event_date action_time
  click_time visit_time paid_at date_paid order_placed order_timestamp order_datetime invoice_datetime
  transaction_time created ts datum bestelldatum rechnungsdatum kaufdatum date_commande fecha fecha_pedido data
  data_ordine 时间 时间戳 日期 下单时间 订单时间 购买时间 交易时间 订单创建时间 订单付款时间 支付时间 付款时间
  订单提交时间 成交时间 行为时间 购买日期 订单日期 下单日期 銷售日期 時間 下單時間 訂單日期 購買時間 日時 注文日時
  date_added ordered_at purchased_at order_created day 購入日 注文日 주문일 주문일시 날짜 дата датазаказа время
  销售时间 销售日期 消费时间 принятвобработку collector_tstamp derived_tstamp
order_id: order_id order_name invoice_no invoice order_number order_no invoice_number invoice_id transaction_id basket_id
  amazon_order_id receipt_id receipt_number sales_record_number purchase_id order bestellnummer rechnungsnummer
  auftragsnummer numero_commande numero_pedido numero_ordine 订单编号 订单号 订单id 主订单编号 交易号 单号 流水号
  小票号 訂單編號 訂單號碼 訂單id 注文番号 注文id 주문번호 номерзаказа заказ
"""
_FURTHER_IDS = """
sku seller_sku variant_sku product_sku item_sku variant_barcode barcode ean ean13 gtin upc isbn jan strichcode codebarre
codigo_de_barras codice_a_barre streepjescode kod_kreskowy 货号 商家编码 sku编码 条码 商品条码 商品条形码 貨號 商品條碼
jan_code janコード バーコード 바코드 артикул штрихкод
"""
_ORDER_STATES = """
status order_status receipt_type state order_state item_status payment_status financial_status line_status bestellstatus
auftragsstatus statut statut_commande statut_de_la_commande estado estado_del_pedido estado_pedido stato stato_ordine
estado_do_pedido besteldstatus orderstatus status_zamówienia 订单状态 交易状态 状态 訂單狀態 狀態 注文状態 ステータス
주문상태 статус статус_заказа
"""


@lru_cache(maxsize=10_000)
def normalised(name: str) -> str:
    """Return a column's name for comparison: full-width forms, case, blanks and punctuation do not count.

    >>> normalised("Invoice_No "), normalised("＊商品ＩＤ"), normalised("InvoiceNo")
    ('invoiceno', '商品id', 'invoiceno')
    """
    return _NOISE.sub("", unicodedata.normalize("NFKC", name).casefold())


def without_brackets(name: str) -> str:
    """Return the normalised name without units and remarks in brackets: "Price (EUR)" is a price."""
    return normalised(_BRACKETS.sub("", unicodedata.normalize("NFKC", name)))


def _names() -> dict[str, dict[str, int]]:
    """Return, per normalised name, the fields it may stand for with its rank (0: strongest)."""
    names: dict[str, dict[str, int]] = {}
    for line in _TABLE.strip().replace("\n  ", " ").splitlines():
        field, _, words = line.partition(":")
        for rank, word in enumerate(words.split()):
            names.setdefault(normalised(word), {}).setdefault(field, rank)
    return names


NAMES = _names()
#: Columns that name a product, or one of its variants, beside the product's own number.
FURTHER_IDS = frozenset(map(normalised, _FURTHER_IDS.split()))
#: Columns of order lines that say what became of the order.
ORDER_STATES = frozenset(map(normalised, _ORDER_STATES.split()))


def is_known(name: str) -> bool:
    """Return whether some field goes by this column name."""
    return normalised(name) in NAMES or without_brackets(name) in NAMES
