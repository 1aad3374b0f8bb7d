"""Letters, audiences and tables for shop systems: who gets what, worked out by hand on a small shop."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Cancelled, Progress
from recsys_desktop.services.handing.hand_outs import Wish
from recsys_desktop.services.handing.handing_out import HandOutReport, file_name, hand_out, preview
from recsys_desktop.services.listing.recommending import Recommender
from recsys_desktop.services.listing.scenarios import hide
from recsys_desktop.services.shop import Shop
from tests.services.shops import items

# Customer u07 bought g1 g2 g3 g4 g5 garden things and lacks g0; twelve products are in the shop.


def change(shop: Shop, item_id: str, **fields: object) -> None:
    old = shop.catalogue.get(ItemId(item_id))
    assert old is not None
    shop.catalogue.upsert([replace(old, **fields)])  # type: ignore[arg-type]  # fields of an item


def write(shop: Shop, wish: Wish, path: Path) -> tuple[HandOutReport, list[dict[str, str]]]:
    report = hand_out(shop, Recommender(shop), wish, path, Progress())
    with path.open(encoding="utf-8-sig", newline="") as file:
        return report, list(csv.DictReader(file))


def named(row: dict[str, str], count: int) -> list[str]:
    return [row[f"product_{place}_id"] for place in range(1, count + 1)]


def test_one_row_for_each_customer(shop: Shop, tmp_path: Path) -> None:
    change(shop, "g0", url="https://shop.example/pot", image="/pot.png")
    report, rows = write(shop, Wish("mailing", count=2, users=(UserId("u07"), UserId("u41"))), tmp_path / "m.csv")
    assert (report.rows, report.empty, report.repeated) == (2, 0, 0)
    assert list(rows[0]) == [
        "customer",
        *(f"product_{place}_{field}" for place in (1, 2) for field in ("id", "title", "price", "link", "image")),
    ]
    shown = [place.item.item_id for place in Recommender(shop).recommend(UserId("u07"), 2).items]
    assert (rows[0]["customer"], named(rows[0], 2)) == ("u07", shown)
    assert rows[0]["product_1_id"] == "g0"
    assert rows[0]["product_1_title"] == "Clay pot"
    assert rows[0]["product_1_price"] == "£1.00"
    assert rows[0]["product_1_link"] == "https://shop.example/pot"
    assert rows[0]["product_1_image"] == "/pot.png"


def test_the_next_mailing_names_other_products(shop: Shop, tmp_path: Path) -> None:
    wish = Wish("mailing", count=2, users=(UserId("u07"),))
    first, (one,) = write(shop, wish, tmp_path / "1.csv")
    second, (two,) = write(shop, wish, tmp_path / "2.csv")
    assert not set(named(one, 2)) & set(named(two, 2))
    assert (first.repeated, second.repeated) == (0, 0)
    assert named(write(shop, replace(wish, rotate=False), tmp_path / "3.csv")[1][0], 2) == named(one, 2)


def test_a_mailing_that_was_not_sent_is_forgotten(shop: Shop, tmp_path: Path) -> None:
    wish = Wish("mailing", count=2, users=(UserId("u07"),))
    report, (one,) = write(shop, wish, tmp_path / "1.csv")
    assert report.showing is not None
    shop.impressions.take_back(report.showing)
    assert named(write(shop, wish, tmp_path / "2.csv")[1][0], 2) == named(one, 2)


def test_what_repeats_is_counted_where_nothing_else_is_left(shop: Shop, tmp_path: Path) -> None:
    # u07 owns five of twelve products: seven are left, so that of two letters of four, one product is named twice.
    wish = Wish("mailing", count=4, users=(UserId("u07"),))
    write(shop, wish, tmp_path / "1.csv")
    report, (row,) = write(shop, wish, tmp_path / "2.csv")
    assert report.repeated == 1
    assert "" not in named(row, 4)


def test_a_look_before_remembers_nothing(shop: Shop) -> None:
    found = preview(shop, Recommender(shop), Wish("mailing", count=1), 3, Progress())
    assert (len(found.rows), found.customers) == (3, 60)
    assert shop.impressions.counts().lists == 0


def test_few_pieces_go_to_few_customers(shop: Shop, tmp_path: Path) -> None:
    # g0 is what six of thirty garden customers lack; two pieces, at most one customer for each.
    change(shop, "g0", stock=2)
    lacking = tuple(UserId(f"u{number:02d}") for number in (1, 7, 13, 19, 25))
    wish = Wish("mailing", count=1, users=lacking)
    free = [row["product_1_id"] for row in write(shop, wish, tmp_path / "1.csv")[1]]
    assert free == ["g0"] * 5
    _, rows = write(shop, replace(wish, customers_per_piece=1, rotate=False), tmp_path / "2.csv")
    assert [row["product_1_id"] == "g0" for row in rows] == [True, True, False, False, False]


def test_sold_out_is_never_written(shop: Shop, tmp_path: Path) -> None:
    change(shop, "g0", stock=0)
    _, (row,) = write(shop, Wish("mailing", count=3, users=(UserId("u07"),)), tmp_path / "1.csv")
    assert "g0" not in named(row, 3)


def test_a_letter_is_rather_short_than_names_what_is_sold_out_or_bought(shop: Shop, tmp_path: Path) -> None:
    for item in items():
        if item.item_id not in ("g0", "g1", "k0"):
            change(shop, item.item_id, stock=0)
    report, (row,) = write(shop, Wish("mailing", count=4, users=(UserId("u07"),)), tmp_path / "1.csv")
    assert {name for name in named(row, 4) if name} == {"g0", "k0"}
    assert report.empty == 2


def test_only_active_customers(shop: Shop) -> None:
    # The last purchases are those of the fifth week, one minute apart: all within a day of the newest.
    assert preview(shop, Recommender(shop), Wish("mailing", active_days=1), 1, Progress()).customers == 60
    shop.users.add(UserId("silent"))
    assert preview(shop, Recommender(shop), Wish("mailing"), 1, Progress()).customers == 61
    assert preview(shop, Recommender(shop), Wish("mailing", active_days=1), 1, Progress()).customers == 60


def test_addresses_are_written_for_those_who_have_one(shop: Shop, tmp_path: Path) -> None:
    wish = Wish("mailing", count=1, addresses={UserId("u07"): "ann@example.org"})
    report, rows = write(shop, wish, tmp_path / "m.csv")
    assert (report.rows, rows[0]["customer"], rows[0]["email"]) == (1, "u07", "ann@example.org")


def test_nobody_to_write_to(shop: Shop, tmp_path: Path) -> None:
    with pytest.raises(RecsysError) as caught:
        write(shop, Wish("mailing", addresses={UserId("x"): "x@example.org"}), tmp_path / "m.csv")
    assert caught.value.code == "nobody_to_write_to"
    with pytest.raises(RecsysError) as caught:
        write(shop, Wish("mailing", users=(UserId("nobody"),)), tmp_path / "m.csv")
    assert caught.value.code == "unknown_user"
    assert not list(tmp_path.glob("*.csv"))


def test_a_cancelled_mailing_is_neither_written_nor_remembered(shop: Shop, tmp_path: Path) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        hand_out(shop, Recommender(shop), Wish("mailing"), tmp_path / "m.csv", progress)
    assert not list(tmp_path.glob("*.csv"))
    assert shop.impressions.counts().lists == 0


def test_who_would_like_a_product(shop: Shop, tmp_path: Path) -> None:
    _, rows = write(shop, Wish("audience", item_id=ItemId("g0"), count=5), tmp_path / "a.csv")
    assert {row["customer"] for row in rows} == {"u01", "u07", "u13", "u19", "u25"}
    assert [row["place"] for row in rows] == ["1", "2", "3", "4", "5"]
    assert rows[0]["title"] == "Clay pot"
    for wish, code in ((Wish("audience"), "no_product_chosen"), (Wish("audience", item_id=ItemId("zz")), "unknown_item")):
        with pytest.raises(RecsysError) as caught:
            write(shop, wish, tmp_path / "b.csv")
        assert caught.value.code == code


def test_news_of_prices_and_stock(shop: Shop, tmp_path: Path) -> None:
    for what in ("price_drop", "back_in_stock"):
        with pytest.raises(RecsysError) as caught:
            write(shop, Wish(what), tmp_path / "n.csv")  # type: ignore[arg-type]  # two of its words
        assert caught.value.code == "no_news"
    change(shop, "g0", price=0.5, stock=0)
    change(shop, "g0", stock=4)
    change(shop, "k1", price=99.0)
    _, rows = write(shop, Wish("price_drop", count=2), tmp_path / "p.csv")
    assert [(row["product_id"], row["price"], row["price_before"]) for row in rows] == [("g0", "£0.50", "£1.00")] * 2
    _, rows = write(shop, Wish("back_in_stock", count=1), tmp_path / "s.csv")
    assert [row["product_id"] for row in rows] == ["g0"]
    hide(shop, ItemId("g0"), True)
    with pytest.raises(RecsysError):
        write(shop, Wish("price_drop"), tmp_path / "q.csv")


def test_similar_products_for_shop_systems(shop: Shop, tmp_path: Path) -> None:
    change(shop, "g2", stock=0)
    hide(shop, ItemId("k0"), True)
    _, rows = write(shop, Wish("similar", count=2, platform="shopify"), tmp_path / "s.csv")
    column = "Related products (product.metafields.shopify--discovery--product_recommendation.related_products)"
    assert list(rows[0]) == ["Handle", "Title", column]
    by_handle = {row["Handle"]: row[column].split("; ") for row in rows}
    assert "k0" not in by_handle
    assert all(len(beside) == 2 and not {"g2", "k0"} & set(beside) for beside in by_handle.values())
    expected = [one.item.item_id for one in Recommender(shop).similar(ItemId("g0"), 5) if one.item.item_id not in ("g2", "k0")]
    assert by_handle["g0"] == expected[:2]
    _, rows = write(shop, Wish("similar", count=2, platform="matrixify"), tmp_path / "m.csv")
    column = "Metafield: shopify--discovery--product_recommendation.related_products [list.product_reference]"
    assert (rows[0]["Handle"], rows[0]["Command"], rows[0][column]) == ("g0", "UPDATE", ", ".join(expected[:2]))


def test_bought_together_for_woocommerce(shop: Shop, tmp_path: Path) -> None:
    # Every order of the small shop holds one product; two orders of two are needed for a pair.
    from tests.services.shops import START, interactions

    pair = [replace(one, order_id=f"pair-{one.user_id}", time=START) for one in interactions() if one.item_id in ("g0", "g1")]
    twice = [one for one in pair if one.user_id in ("u00", "u06")]
    shop.interactions.add_many(twice)
    _, rows = write(shop, Wish("together", count=2, platform="woocommerce"), tmp_path / "w.csv")
    assert list(rows[0]) == ["ID", "SKU", "Cross-sells"]
    assert {(row["ID"], row["SKU"], row["Cross-sells"]) for row in rows} == {("", "g0", "g1"), ("", "g1", "g0")}


def test_woocommerce_numbers_are_ids(shop: Shop) -> None:
    from recsys_desktop.services.handing.shop_tables import shop_sheet

    class Fixed:
        def similar(self, item_id: ItemId, _k: int) -> list[object]:
            class Place:
                item = replace(items()[1], item_id=ItemId("42"))

            return [Place()] if item_id == "g0" else []

    sheet = shop_sheet(shop, Fixed(), Wish("similar", count=1, platform="woocommerce"), Progress())  # type: ignore[arg-type]  # it asks for no more
    assert sheet.header == ("ID", "SKU", "Upsells")
    assert list(sheet.rows) == [("", "g0", "id:42")]


def test_shopify_titles_are_never_touched(shop: Shop, tmp_path: Path) -> None:
    change(shop, "g0", title="=1+1")
    _, rows = write(shop, Wish("similar", count=2, platform="shopify"), tmp_path / "s.csv")
    assert "g0" not in {row["Handle"] for row in rows}


def test_a_page_for_two_customers(shop: Shop, tmp_path: Path) -> None:
    picture = tmp_path / "pot.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n....")
    change(shop, "g0", image=str(picture))
    wish = Wish("page", count=3, users=(UserId("u01"), UserId("u07")))
    report = hand_out(shop, Recommender(shop), wish, tmp_path / "p.html", Progress())
    text = (tmp_path / "p.html").read_text(encoding="utf-8")
    assert (report.rows, report.pictures, report.showing) == (2, 1, None)
    assert text.count("<section>") == 2
    assert text.count("Clay pot</strong>") == 2
    assert "For u07" in text


def test_names_of_files() -> None:
    assert file_name(Wish("mailing")) == "mailing.csv"
    assert file_name(Wish("page")) == "lists.html"
    assert file_name(Wish("similar", platform="matrixify")) == "Products related.csv"
    assert file_name(Wish("together", platform="shopify")) == "products_complementary.csv"
    assert file_name(Wish("together")) == "together.csv"
