"""What a column's name says by the words it is made of: "Numer zamówienia", "Kundennummer" and "# de venta" are orders' numbers.

For names that :mod:`~recsys_desktop.ingest.synonyms` does not list. A name counts only where every one of its words is
known.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

#: Words by what they stand for, without accents. Only words of at least three letters are looked for inside longer ones.
_TABLE = """
item: item product prod article artikel artikels produkt produktu produkty producto produto prodotto produit articulo articolo
  artykul artykulu towar towaru produsului tuote tuotteen vare varen urun urunu tovar goods material merchandise listing offer
  oferta oferty angebot publicacion publicacao annonce book movie film song track business polozka polozky товар товара
  изделия номенклатура 商品 产品 產品 宝贝 货品 貨品 物品 製品 상품 제품 品
items: items products articles productos produtos prodotti produits articulos articoli товары товаров
name: name names title titel titre titulo titolo tytul nazwa nazev naziv naam namn navn nome nombre nom nume nimi ad adi isim
  ismi bezeichnung designation libelle kurztext denominazione denumire наименование название имя 名称 名稱 名 标题 標題
  タイトル 명 이름
code: id ids no nr num number numbers numero numeri numer nummer numara numarasi cislo code codes codigo codice kod kodu koodi
  identifier identificador identyfikator kennung key номер код ид 编号 編號 编码 編碼 代码 代碼 号 號 番号 コード 번호 코드
sku: sku skus ref reference referencia riferimento referenz isbn asin артикул 货号 貨號
bar: barcode barkod barkodu ean gtin upc штрихкод 条码 條碼 바코드
customer: customer customers client clients cliente clienti kunde kunden kund klant klanten klient klienta klienci buyer
  acheteur comprador compratore acquirente kaufer kaufers kupujacy kupujacego musteri alici zakaznik zakaznika asiakas koper
  member user users visitor shopper household person subscriber debitor loyalty retailer покупатель покупателя клиент клиента
  пользователь пользователя 会员 會員 客户 客戶 买家 買家 顾客 顧客 用户 用戶 会員 고객 구매자 회원
card: card karte tarjeta carta karta kart карта карты 卡 카드
mail: mail email courriel correo eposta posta 邮箱 郵箱 メール 이메일
order: order orders invoice receipt transaction trans basket purchase bestellung bestell bestelling bestel auftrag rechnung
  beleg commande facture vente pedido venta factura compra document documento dokument dokumentu ordine vendita fattura
  zamowienie zamowienia paragon paragonu encomenda venda siparis satis objednavka objednavky comanda comenzii tilaus заказ
  заказа чек чека продажи покупки документ документа 订单 小票 訂單 注文 受注 购买 購買 주문
event: event events feedback action activity behavior behaviour interaction actie ereignis evento событие действия 行为 行為
  事件 이벤트 행동
date: date dates datum data fecha tarih tarihi dato paiva time times timestamp tstamp datetime zeit zeitpunkt dt dat дата
  время 日期 时间 時間 日時 日 일시 일자 날짜 일
create: create created creation placed
paid: paid payment zahlung pago pagamento platnosci 付款 支付
price: price prices preis preise prix precio precios prezzo preco precos cena ceny pris prijs prijzen hinta fiyat fiyati pret
  vk цена цены стоимость 价格 价 單價 单价 價格 售价 售價 価格 単価 가격 단가 판매가
unit: unit unitaire unitario unitaria jednostkowa einzel stuk birim pp
gross: brutto gross with ttc incl inkl vat mwst btw iva kdv
net: netto net ht excl exkl
retail: retail wholesale selling sell sales sale verkaufs vente venda deal current regular list your ваша текущая розничная
  销售 零售
quantity: quantity quantities qty menge quantite cantidad quantita ilosc liczba aantal antal quantidade adet adedi miktar
  mnozstvi pocet anzahl stuck stueck unit units unidades unita unites sztuk szt stk count pieces количество кол штук 数量 數量
  件数 個数 수량 수
sold: sold ordered purchased bought sale sales vendu vendidas vendidos venduti verkauft kupione продано 成交 购买 消费 銷售
  구매 판매
stock: stock hand inventory bestand lagerbestand lager lagersaldo saldo existencias giacenza stan magazynowy magazynie estoque
  stok sklad skladem voorraad varasto available availability остаток остатки запас склад наличие 库存 庫存 在庫 재고
amount: amount
total: total gesamt totale suma toplam
description: description descriptions descr desc beschreibung kurzbeschreibung langbeschreibung descripcion descrizione
  descricao opis omschrijving beskrivning beskrivelse popis aciklama aciklamasi descriere detail details описание 描述 说明
  說明 説明 설명
category: category categories categoria categorie categorias kategorie kategorien kategori kategoria kategoriler warengruppe
  gruppe group department dept genre genres class rayon sekcja grupa категория категории группа раздел 分类 类别 分類 類別
  类目 大类 品类 カテゴリ 카테고리
type: type typ tipo
level: ebene level niveau nivel livello poziom
brand: brand brands marke marque marca merk marka marke varumarke marki manufacturer hersteller fabricant fabricante
  produttore producent producenta vyrobce uretici maker vendor author artist производитель бренд марка 品牌 ブランド メーカー
  브랜드 제조사
image: image images img picture pictures photo photos bild bilder imagen imagenes imagem imagens immagine immagini foto fotos
  zdjecie zdjecia obrazek gorsel resim фото изображение изображения картинка 图片 圖片 画像 이미지 사진
main: main media cover front haupt principal primary glowne ana
address: url urls link links uri address
value: rating ratings stars score bewertung valoracion ocena puntuacion оценка рейтинг 评分 評分 평점
review: review reviews
currency: currency waehrung wahrung devise moneda valuta waluta mena valyuta валюта 币种 幣別
tag: tag tags keyword keywords schlagwort schlagworte etiquetas 标签 標籤
of: of the a an on internal de del della dello do da das dos du des di la le les el lo von der die den fur per pro por na za в
  на от с учетом скидки van het een av og och 量 等 登録 등록 노출 pseudo
"""
#: Which classes of words together say which field, strongest first; the words of "of" never count.
_RULES = """
item_id: item+code item+sku items+sku sku item+code+name item code bar item+bar bar+code item+bar+code
user_id: customer+code customer+mail customer mail customer+card+code customer+name customer+card card+code customer+code+mail
  order+mail
order_id: order+code order+sku
title: item+name name item
time: order+date date create+date order+create+date sold+date event+date create order+paid+date paid+date order+sold+date
price: price item+price unit+price price+gross unit+price+gross retail+price item+unit+price order+price item+order+price
  order+item+unit+price order+unit+price item+price+gross unit+retail retail+price+gross price+net unit+price+net
  item+unit+price+gross
quantity: quantity item+quantity order+quantity quantity+sold item+quantity+sold order+item+quantity items+code items+quantity
  items+quantity+sold sku+quantity item+amount
stock: stock item+stock stock+quantity item+stock+quantity stock+total
description: description item+description
category: category item+category item+category+name category+name item+type+name item+type category+level item+category+level
brand: brand item+brand brand+name item+brand+name
image: image item+image image+address item+image+address main+image item+main+image item+main+image+address main+image+address
url: item+address
kind: event+type event event+name customer+event
value: value item+value customer+value review+value
currency: currency order+currency item+currency price+currency
tags: tag item+tag
"""
#: Letters that do not come apart into a plain letter and an accent.
_PLAIN = str.maketrans({"ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ı": "i", "ß": "ss"})
_NUMBER_SIGNS = re.compile(r"#|№|\bn[°º]|\bnr\.")
_BRACKETS = re.compile(r"[(\[（【].*?[)\]）】]")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_SPLIT = re.compile(r"[\W_\d]+")
_LINKS = ("", "s", "n", "en", "es", "e")
_LONGEST_NAME = 80
#: Short words that may end a longer one: "visitorid", "kundennr".
_ENDINGS = frozenset({"id", "nr", "no"})


def _read(table: str) -> dict[str, list[str]]:
    lines = (line.partition(":") for line in table.strip().replace("\n  ", " ").splitlines())
    return {name: words.split() for name, _, words in lines}


def folded(text: str) -> str:
    """Return a text in lower case without the accents of Latin letters.

    >>> folded("Zamówienia"), folded("Ürün ADI"), folded("가격")
    ('zamowienia', 'urun adi', '가격')
    """
    letters = []
    for letter in unicodedata.normalize("NFKC", text).casefold().translate(_PLAIN):
        base = unicodedata.normalize("NFKD", letter)
        letters.append(base[0] if base[0].isascii() and base[0].isalpha() else letter)
    return "".join(letters).replace("\u0307", "")


_CLASSES: dict[str, set[str]] = {}
for _name, _words in _read(_TABLE).items():
    for _word in _words:
        _CLASSES.setdefault(folded(_word), set()).add(_name)
_FIELDS: dict[frozenset[str], dict[str, int]] = {}
for _name, _words in _read(_RULES).items():
    for _rank, _word in enumerate(_words):
        _FIELDS.setdefault(frozenset(_word.split("+")), {})[_name] = _rank


@lru_cache(4096)
def fields_by_words(name: str) -> dict[str, int]:
    """Return the fields a column's name may stand for by its words, each with a rank (0: strongest).

    >>> fields_by_words("Numer zamówienia"), fields_by_words("Kundennummer"), fields_by_words("Ship date")
    ({'order_id': 0}, {'user_id': 0}, {})
    """
    if len(name) > _LONGEST_NAME:
        return {}
    found: dict[str, int] = {}
    for classes in _choices(_meanings(name)):
        for field, rank in _FIELDS.get(classes, {}).items():
            found[field] = min(rank, found.get(field, rank))
    return found


def is_vague(name: str) -> bool:
    """Return whether a name says "name" or "number" and not of what.

    >>> is_vague("Código"), is_vague("Kod produktu")
    (True, False)
    """
    meanings = _meanings(name)
    return bool(meanings) and all(meaning & {"name", "code"} for meaning in meanings)


def _meanings(name: str) -> list[set[str]]:
    """Return what each word of a name may stand for; nothing where some word is unknown."""
    text = _NUMBER_SIGNS.sub(" no ", folded(_CAMEL.sub(" ", _BRACKETS.sub(" ", unicodedata.normalize("NFKC", name)))))
    meanings: list[set[str]] = []
    for token in filter(None, _SPLIT.split(text)):
        if len(token) == 1 and token.isascii():
            continue
        parts = _parts(token)
        if parts is None:
            return []
        meanings += [_CLASSES[part] - {"of"} for part in parts]
    return [meaning for meaning in meanings if meaning]


@lru_cache(4096)  # so that a token whose beginnings come apart in many ways is looked through once for each of its ends
def _parts(token: str) -> tuple[str, ...] | None:
    """Return the known words a token is made of, the longest first word that works out, None where there are none."""
    if token in _CLASSES:
        return (token,)
    for end in range(len(token) - 1, 0, -1):
        first = token[:end]
        if first not in _CLASSES or (first.isascii() and end < 3):
            continue
        for link in _LINKS if first.isascii() else _LINKS[:1]:
            rest = token[end + len(link) :]
            if not token[end:].startswith(link) or not rest or (rest.isascii() and len(rest) < 3 and rest not in _ENDINGS):
                continue
            following = _parts(rest)
            if following is not None:
                return (first, *following)
    return None


def _choices(meanings: list[set[str]]) -> set[frozenset[str]]:
    """Return every set of classes that the words may stand for, taking one meaning of each."""
    chosen: set[frozenset[str]] = {frozenset()}
    for meaning in meanings[:6]:
        chosen = {classes | {one} for classes in chosen for one in meaning}
    return chosen
