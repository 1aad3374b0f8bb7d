"""Small made-up files of invented shops, written for the pictures of the import window."""

from __future__ import annotations

from pathlib import Path

_SHOPIFY_HEADER = (
    "Handle,Title,Body (HTML),Vendor,Product Category,Type,Tags,Published,Option1 Name,Option1 Value,Variant SKU,"
    "Variant Inventory Qty,Variant Price,Image Src,Status"
)
_SHOPIFY_PRODUCTS = (
    ("oak-board", "Oak serving board", "Boards", "oak, gift", (("Small", "OB-S", 14, "24.00"), ("Large", "OB-L", 6, "39.00"))),
    ("linen-apron", "Linen apron", "Textiles", "linen", (("Sage", "LA-S", 20, "32.00"), ("Rust", "LA-R", 11, "32.00"))),
    ("salt-cellar", "Stoneware salt cellar", "Ceramics", "stoneware, gift", (("Default Title", "SC-1", 40, "18.50"),)),
    ("tea-towel", "Checked tea towel", "Textiles", "cotton", (("Blue", "TT-B", 55, "9.00"), ("Grey", "TT-G", 48, "9.00"))),
    ("beeswax-candle", "Beeswax candle", "Candles", "beeswax, gift", (("Default Title", "BC-1", 70, "12.00"),)),
    ("willow-basket", "Willow basket", "Baskets", "willow", (("Round", "WB-R", 8, "45.00"), ("Square", "WB-Q", 5, "49.00"))),
)
_CHINESE_TITLES = (
    "龙泉青瓷茶杯", "手工竹编果篮", "桂花乌龙茶 100 克", "亚麻桌旗", "铜制香插", "宣纸灯笼", "陶瓷花瓶 白釉", "核桃木茶盘",
)  # fmt: skip
_CHINESE_GROUPS = ("茶具", "家居", "茶叶", "布艺", "家居", "灯饰", "花器", "茶具")
_GOODS = ("MUG-01", "MUG-02", "BOWL-7", "VASE-3", "TRAY-5")


def write_import_files(folder: Path) -> dict[str, list[Path]]:
    """Write the files into ``folder``; return those of each picture by its name."""
    folder.mkdir(parents=True, exist_ok=True)
    made = {
        "shopify": [_write(folder / "products_export.csv", _shopify())],
        "chinese": [_write(folder / "商品导出.csv", _chinese(), "gb18030")],
        "bad_rows": [_write(folder / "orders_may.csv", _orders_with_faults())],
        "dates": [_write(folder / "orders_spring.csv", _doubtful_dates())],
        "unsure": [_write(folder / "stock_list.txt", _unsure())],
    }
    return made | {"several": [*made["shopify"], *made["bad_rows"]]}


def _write(path: Path, lines: list[str], encoding: str = "utf-8") -> Path:
    path.write_bytes("".join(f"{line}\r\n" for line in lines).encode(encoding))
    return path


def _shopify() -> list[str]:
    lines = [_SHOPIFY_HEADER]
    for handle, title, kind, tags, variants in _SHOPIFY_PRODUCTS:
        for place, (option, sku, stock, price) in enumerate(variants):
            first = f'{title},"<p>Made by hand, <b>{tags}</b>.</p>",Willow & Wren,Home > {kind},{kind},"{tags}",true,Size'
            words = first if not place else ",,,,,,,"
            picture = f"https://shop.example/{handle}.jpg" if not place else ""
            lines.append(f"{handle},{words},{option},{sku},{stock},{price},{picture},{'active' if not place else ''}")
    return lines


def _chinese() -> list[str]:
    lines = ["商品编号,商品名称,类目,价格,库存,描述"]
    for number, (title, group) in enumerate(zip(_CHINESE_TITLES, _CHINESE_GROUPS, strict=True), 1001):
        lines.append(f"{number},{title},{group},￥{number % 7 * 30 + 28}.00,{number % 5 * 12 + 3},手工制作，产地直发，数量有限")
    return lines


def _orders_with_faults() -> list[str]:
    lines = ["Order;Date;Customer ID;Email;Product;Product name;Quantity;Price"]
    for number in range(1, 41):
        product = _GOODS[number % 5]
        price = f"{number % 4 * 3 + 6},50"
        day = f"2026-05-{number % 28 + 1:02d}"
        quantity = str(number % 3 + 1)
        if number == 3:
            day = "yesterday"
        if number == 17:
            quantity = "two"
        if number == 31:
            price = "ask"
        customer = f"C{number % 12 + 100}"
        mail = f"{customer.lower()}@mail.example"
        lines.append(f"{number};{day};{customer};{mail};{product};Stoneware {product.lower()};{quantity};{price}")
    return lines


def _doubtful_dates() -> list[str]:
    lines = ["order_id,customer_id,product_id,product_name,quantity,price,order_date"]
    days = ("03/04/2018", "11/02/2018", "05/06/2018", "02/09/2018", "10/03/2018", "07/08/2018", "04/01/2018", "09/05/2018")
    for number in range(24):
        product = _GOODS[number % 5]
        lines.append(f"{9000 + number},K{number % 9 + 1},{product},Stoneware {product.lower()},1,12.50,{days[number % 8]}")
    return lines


def _unsure() -> list[str]:
    return ["item:name:price", "A1:Stoneware mug, 12:30 cm:4", "A2:Serving jug:5", "A3:Oak tray:6", "A4:Bread board:9"]
