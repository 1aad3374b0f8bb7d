"""The columns of WooCommerce's product export: their order, and what they are called in other languages than English."""

from __future__ import annotations

_ORDER = """
ID|Type|SKU|GTIN, UPC, EAN, or ISBN|Name|Published|Is featured?|Visibility in catalog|Short description|Description
Date sale price starts|Date sale price ends|Tax status|Tax class|In stock?|Stock|Low stock amount|Backorders allowed?
Sold individually?|Weight|Length|Width|Height|Allow customer reviews?|Purchase note|Sale price|Regular price|Categories|Tags
Shipping class|Images|Download limit|Download expiry days|Parent|Grouped products|Upsells|Cross-sells|External URL
Button text|Position
"""
#: All columns of the export in their order.
ORDER = tuple(_ORDER.strip().replace("\n", "|").split("|"))
#: German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian, Chinese, Japanese; columns not listed keep their English
#: names. Translations changed over the years: several names of a column are all of them. Kept apart by "|"; an
#: indented line goes on with the one above.
_TABLE = """
Type: Typ|Tipo|Rodzaj|Тип|类型|類型|タイプ
SKU: Artikelnummer|Art.-Nr.|UGS|COD|REF|Artikelnr.|Артикул|商品コード
GTIN, UPC, EAN, or ISBN: GTIN, UPC, EAN oder ISBN|GTIN, UPC, EAN ou ISBN|GTIN, UPC, EAN o ISBN|GTIN, UPC, EAN of ISBN|
  GTIN, UPC, EAN lub ISBN|GTIN, UPC, EAN или ISBN|GTIN、UPC、EAN 或 ISBN
Name: Nom|Nombre|Nome|Naam|Nazwa|Имя|Название|名称|名稱|名前
Published: Veröffentlicht|Publié|Publicado|Pubblicato|Gepubliceerd|Opublikowano|Opublikowany|Опубликован|已发布|已發佈|公開済み|公開
Visibility in catalog: Visibility in catalogue|Sichtbarkeit im Katalog|Visibilité dans le catalogue|
  Visibilidad en el catálogo|Visibilità nel catalogo|Visibilidade no catálogo|Zichtbaarheid in catalogus|
  Widoczność w katalogu|Видимость в каталоге|目录可见性|カタログでの表示
Short description: Kurzbeschreibung|Description courte|Descripción corta|Breve descrizione|Descrizione breve|Descrição curta|
  Breve descrição|Korte beschrijving|Krótki opis|Короткое описание|Краткое описание|简短描述|簡短說明|短い説明|簡単な説明|
  Korte omschrijving
Description: Beschreibung|Descripción|Descrizione|Descrição|Beschrijving|Opis|Описание|描述|說明|説明
Date sale price starts: Datum, an dem Angebotspreis beginnt|Date de début de promo|Día en que empieza el precio rebajado|
  Data di inizio dell'offerta|Data de preço promocional começa em|Startdatum actieprijs|Data rozpoczęcia promocji|
  Дата начала действия продажной цены|促销开始日期|セール価格開始日|セール価格の開始日
Date sale price ends: Datum, an dem Angebotspreis endet|Date de fin de promo|Día en que termina el precio rebajado|
  Data di fine dell'offerta|Data de preço promocional termina em|Einddatum actieprijs|Data zakończenia promocji|
  Дата окончания действия продажной цены|促销截止日期|セール価格終了日|セール価格の終了日
In stock?: Vorrätig?|En stock ?|¿Existencias?|¿En inventario?|¿Hay existencias?|In stock?|Disponibile?|Em estoque?|Em stock?|
  Op voorraad?|W magazynie?|В наличии?|Наличие|有库存？|有庫存？|在庫あり ?|在庫あり|在庫の有無
Stock: Bestand|Lagerbestand|Lager|Inventario|Magazzino|Estoque|Voorraad|Stan magazynowy|Запасы|库存|庫存|在庫|Запас
Sale price: Angebotspreis|Tarif promo|Precio rebajado|Prezzo in offerta|Preço promocional|Actieprijs|Kortingsprijs|
  Cena promocyjna|Цена распродажи|Акционная цена|促销价格|促销价|促銷價|セール価格
Regular price: Regulärer Preis|Tarif régulier|Precio normal|Prezzo di listino|Preço|Preço normal|Reguliere prijs|
  Normale prijs|Cena regularna|Cena|Базовая цена|常规售价|常规价格|原價|通常価格|標準価格
Categories: Kategorien|Catégories|Categorías|Categorie|Categorias|Categorieën|Kategorie|Категории|分类|分類|カテゴリー
Tags: Schlagwörter|Étiquettes|Etiquetas|Etiquettes|Tag|Tagi|Znaczniki|Метки|标签|標籤|タグ
Images: Bilder|Imágenes|Immagini|Immagine|Imagens|Afbeeldingen|Obrazki|Изображения|图片|圖片|画像
Parent: Übergeordnetes Produkt|Übergeordnet|Superior|Genitore|Principal|Ascendente|Hoofd|Bovenliggend|Nadrzędny|Родительский|
  父级|上層|親
Brands: Marken|Marques|Marcas|Marchi|Merken|Marki|Бренды|品牌|ブランド
"""


def _names() -> dict[str, tuple[str, ...]]:
    lines = (line.partition(": ") for line in _TABLE.strip().replace("|\n  ", "|").splitlines())
    return {english: (english, *others.split("|")) for english, _, others in lines}


_NAMES = _names()


def named(*columns: str) -> tuple[str, ...]:
    """Return the names of these columns in all languages, the first column's first."""
    return tuple(name for column in columns for name in _NAMES.get(column, (column,)))
