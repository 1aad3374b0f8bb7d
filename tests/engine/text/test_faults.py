"""Faults of texts, told from texts written by hand."""

from __future__ import annotations

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Item
from recsys_desktop.engine.text.faults import Fault, faults_of


def _item(item_id: str, title: str, category: str = "Home", description: str = "") -> Item:
    return Item(ItemId(item_id), title, description, category)


GOOD = [_item(f"g{number}", f"Enamel {word} for camping") for number, word in enumerate(("mug", "pot", "pan", "jug", "cup"))]


def test_good_texts_have_no_faults() -> None:
    assert faults_of(GOOD) == [()] * 5
    assert faults_of([]) == []


def test_each_fault() -> None:
    items = [
        *GOOD,
        _item("A-9", "a-9"),
        _item("1", "Lamp"),
        _item("2", "Lamp", description="Of oak, for a desk."),
        _item("3", "Blue enamel bowl"),
        _item("4", "blue enamel  BOWL"),
        _item("5", "Folding camp chair", category=""),
        _item("6", "折叠露营椅子"),
    ]
    assert faults_of(items)[5:] == [
        (Fault.CODE,),
        (Fault.THIN,),
        (),
        (Fault.TWIN,),
        (Fault.TWIN,),
        (Fault.NO_CATEGORY,),
        (Fault.OTHER_WRITING,),
    ]


def test_a_catalogue_without_categories_lacks_none() -> None:
    items = [_item("1", "Red enamel mug", ""), _item("2", "Blue enamel pot", ""), _item("3", "Green bowl set", "Home")]
    assert faults_of(items) == [(), (), ()]


def test_where_writings_are_mixed_none_is_another() -> None:
    items = [_item("1", "Red enamel mug"), _item("2", "蓝色搪瓷杯子"), _item("3", "绿色搪瓷碗套装")]
    assert faults_of(items) == [(), (), ()]
