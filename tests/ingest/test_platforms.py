"""How a platform is known by its header; what each one's files give is tested by their samples."""

from __future__ import annotations

from itertools import product

import pytest

from recsys_desktop.ingest.platforms import PLATFORMS, by_name, named_by_place, recognise
from recsys_desktop.ingest.platforms.entry import CANCELLED, all_names
from recsys_desktop.ingest.platforms.woocommerce_words import ORDER


def test_every_platform_is_recognised_by_each_of_its_signatures() -> None:
    for platform in PLATFORMS:
        for signature in platform.signatures:
            header = [f" {all_names(names)[0].removesuffix('*').upper()} " for names in signature]
            assert recognise(header) is platform
        assert by_name(platform.name) is platform
    assert recognise(["id", "title", "price"]) is None
    assert by_name("generic") is None


def test_no_two_platforms_share_a_name() -> None:
    assert len({platform.name for platform in PLATFORMS}) == len(PLATFORMS)


@pytest.mark.parametrize(
    ("kind", "published", "named"),
    [("simple, virtual", "1", True), ("variation", "-1", True), ("einfach", "1", False), ("simple", "ja", False)],
)
def test_a_header_in_an_unknown_language_is_named_by_the_cells_below_it(kind: str, published: str, named: bool) -> None:
    cells = {"ID": "1", "Type": kind, "Published": published, "Is featured?": "0", "Visibility in catalog": "visible"}
    cells |= {"Tax status": "taxable", "In stock?": "1", "Backorders allowed?": "notify", "Allow customer reviews?": "1"}
    for later in product((True, False), repeat=2):
        left_out = {name for name, there in zip(("GTIN, UPC, EAN, or ISBN", "Low stock amount"), later, strict=True) if not there}
        names = [name for name in ORDER if name not in left_out]
        header = [f"Spalte {number}" for number in range(len(names))] + ["Attribut 1"]
        row = [cells.get(name, "") for name in names] + [""]
        assert named_by_place(header, [row]) == ([*names, "Attribut 1"] if named else header)


def test_words_for_orders_that_came_to_nothing() -> None:
    words = ("Cancelled", "wc-refunded", "canceled", "Voided", "Storniert", "Rückerstattet", "Annulée", "Remboursé", "Échouée")
    words += ("Reembolsado", "Annullato", "Geannuleerd", "Отменён", "已取消", "交易关闭", "キャンセル")
    assert [word for word in words if not CANCELLED.match(word)] == []
    kept = ("paid", "completed", "partially_refunded", "Bezahlt", "not cancelled", "Livré", "On hold", "已完成", "交易成功")
    assert [word for word in kept if CANCELLED.match(word)] == []
