"""Columns about people are told and never read; columns about products are not taken for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from recsys_desktop.domain.progress import Progress
from recsys_desktop.ingest.people.personal import identifies_people, is_about_things, personal_columns
from recsys_desktop.ingest.people.pseudonyms import Pseudonyms
from recsys_desktop.ingest.pipeline import inspect, read


@pytest.mark.parametrize(
    ("language", "names"),
    [
        (
            "English",
            "Email|E-mail Address|Billing Name|Shipping Address 1|Ship To Phone|First Name|Customer Note|Buyer Zip|IP Address",
        ),
        (
            "German",
            "E-Mail|Vorname|Nachname|Rechnungsadresse|Lieferung Straße|Telefonnummer|Geburtsdatum|Käufer Name|PLZ|Kundenkommentar",
        ),
        (
            "French",
            "Prénom|Nom du client|Adresse de livraison|Code postal|Téléphone|Courriel|Date de naissance|Ville de facturation",
        ),
        (
            "Spanish",
            "Apellidos|Nombre del cliente|Dirección de envío|Código postal|Teléfono|Correo electrónico|Fecha de nacimiento",
        ),
        (
            "Italian",
            "Cognome|Nome e cognome|Indirizzo di spedizione|CAP|Cellulare|Posta elettronica|Codice fiscale|Data di nascita",
        ),
        ("Dutch", "Voornaam|Achternaam|Straatnaam|Huisnummer|Telefoonnummer|E-mailadres|Geboortedatum|Factuur adres"),
        ("Portuguese", "Sobrenome|Nome completo|Endereço de entrega|CEP|Telefone|CPF|Data de nascimento"),
        ("Russian", "Фамилия|Имя покупателя|Адрес доставки|Телефон|Электронная почта|Почтовый индекс|ФИО|Комментарий к заказу"),
        ("Chinese", "收货人姓名|收件人手机号|详细地址|联系电话|买家留言|收货地址|邮编|买家支付宝账号|身份证号|电子邮箱"),
        ("traditional Chinese", "收貨人|聯絡電話|收貨地址|郵遞區號|買家備註|真實姓名"),
        ("Japanese", "注文者氏名|送付先住所|電話番号|郵便番号|お届け先住所|メールアドレス|フリガナ|生年月日"),
    ],
)
def test_names_of_columns_about_people(language: str, names: str) -> None:
    header = names.split("|")
    assert personal_columns(header, []) == tuple(header), language


ABOUT_THINGS = """Product Name|Item Name|Lineitem name|Brand|Brand Name|Vendor|Manufacturer|Seller SKU|seller-sku
Variant SKU|Title|Name|Option1 Name|Artikelname|Produktname|Hersteller|Nom du produit|Nombre del producto
Nome prodotto|商品名称|宝贝标题|品牌|店铺名称|卖家地址|商品名|メーカー名|商品番号|Название товара|Бренд
Image URL|Supplier Phone|Store Address|Product notes|Shop city|Warehouse zip|store_email"""


@pytest.mark.parametrize("name", ABOUT_THINGS.replace("\n", "|").split("|"))
def test_names_of_columns_about_products_and_shops(name: str) -> None:
    assert personal_columns(["sku", name, "Email"], [], {"Email"}) == ()


def test_towns_and_notes_are_about_people_only_beside_what_surely_is() -> None:
    assert personal_columns(["title", "city", "notes", "country"], []) == ()  # where a product is, what a scent smells of
    assert personal_columns(["title", "city", "notes", "First name"], []) == ("city", "notes", "First name")


def test_columns_that_are_read_are_not_told_as_left_out() -> None:
    assert personal_columns(["Name", "Email", "Billing City"], [], {"Name", "Email"}) == ("Billing City",)


def test_cells_give_away_what_a_name_does_not() -> None:
    rows = [
        ["1", "ann@a.org", "0170/1234567", "10.0.0.1", "9780000000001"],
        ["2", "bo@b.org", "0171/7654321", "10.0.0.2", "9780000000002"],
    ]
    assert personal_columns(["id", "x", "y", "z", "code"], [*rows, *rows]) == ("x", "y", "z")
    assert personal_columns(["id", "x", "y", "z", "code"], rows) == ()  # two rows say nothing


@pytest.mark.parametrize(
    ("name", "cells", "expected"),
    [
        ("Email", ["ann@a.org"], True),
        ("手机号", ["13812345678"], True),
        ("Customer Name", ["anna"], True),
        ("收货人", [], True),
        ("Buyer", ["jane77", "bob_b", "x_y"], False),  # what the platform calls them
        ("买家会员名", ["tb1234_2013", "小鱼儿爱吃糖"], False),
        ("Buyer", ["Jane Doe", "Bob Brown"], True),
        ("买家", ["王小明", "李四"], True),
        ("customer_id", ["17850", "13047"], False),
        ("customer", ["ann@a.org", "bob@b.org", "7"], True),
        ("customer", ["Customer 7", "Customer 8"], False),
    ],
)
def test_customers_who_can_be_found_outside_the_shop(name: str, cells: list[str], expected: bool) -> None:
    assert identifies_people(name, cells) is expected


def test_whose_a_column_is() -> None:
    assert is_about_things("Seller Name")
    assert not is_about_things("Shopper Name")


def _users(path: Path, pseudonyms: Pseudonyms | None) -> set[str]:
    return {row.user_id for chunk in read(inspect(path), Progress(), pseudonyms) for row in chunk.events.rows()}


def test_an_order_file_leaves_codes_only(tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    path.write_text(
        "Order ID,Email,Billing Name,Billing Street,SKU,Product,Quantity,Created at\n"
        "1,ANN@example.org,Ann Archer,1 High St,A1,Lamp,1,2024-01-15\n2,bob@example.org,Bob Brown,2 High St,A2,Mug,1,2024-01-16\n"
        "3,ann@example.org,Ann Archer,1 High St,A2,Mug,1,2024-01-17\n"
    )
    plan = inspect(path)
    assert plan.pseudonyms
    assert plan.personal == ("Billing Name", "Billing Street")
    assert not set(plan.personal) & set(plan.unused)
    assert _users(path, Pseudonyms(bytes(32))) == {
        Pseudonyms(bytes(32)).of("ann@example.org"),
        Pseudonyms(bytes(32)).of("bob@example.org"),
    }
    assert _users(path, None) == {"ANN@example.org", "bob@example.org", "ann@example.org"}


def test_guests_among_numbered_customers_become_codes_and_numbers_stay(tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    path.write_text(
        "customer_id,sku,title,quantity,date\n17850,A1,Lamp,1,2024-01-15\n17851,A1,Lamp,1,2024-01-15\nguest@example.org,A2,Mug,1,2024-01-16\n"
        "17852,A2,Mug,1,2024-01-17\n"
    )
    plan = inspect(path)
    assert not plan.pseudonyms
    assert "Some customers are named by an e-mail address or a telephone number; codes take its place." in map(str, plan.problems)
    assert _users(path, Pseudonyms(bytes(32))) == {"17850", "17851", "17852", Pseudonyms(bytes(32)).of("guest@example.org")}


@pytest.mark.parametrize(
    "name",
    ["お名前(姓)", "配送先_お名前(姓)", "都道府県(名称)", "修改后的收货地址", "First Name (Billing)", "Address 1&2 (Shipping)"],
)
def test_brackets_say_more_about_the_same(name: str) -> None:
    assert name in personal_columns([name, "Email"], [])
