"""Rows that list a customer's earlier items before the item of the row."""

from __future__ import annotations

from pathlib import Path

from tests.ingest.reading import read_file, read_text

HEADER = "user_id,history_item_id,history_item_title,item_id,item_title\n"


def test_earlier_items_come_first_and_a_list_of_one_number_is_a_list(tmp_path: Path) -> None:
    outcome = read_text(
        tmp_path,
        HEADER + "u1,[7],\"['Seven']\",8,Eight\n" + "u2,\"[9, 7]\",\"['Nine', 'Seven']\",8,Eight\n" + "u3,[],[],9,Nine\n",
    )
    assert [(row.user_id, row.item_id) for row in outcome.interactions] == [
        ("u1", "7"),
        ("u1", "8"),
        ("u2", "9"),
        ("u2", "7"),
        ("u2", "8"),
        ("u3", "9"),
    ]
    assert {item.item_id: item.title for item in outcome.items} == {"7": "Seven", "8": "Eight", "9": "Nine"}
    assert (outcome.rows, outcome.skipped, outcome.bad) == (6, {}, [])


def test_titles_that_do_not_match_the_ids_in_number_name_none_of_them(tmp_path: Path) -> None:
    outcome = read_text(tmp_path, HEADER + 'u1,"[7, 9]","[\'Seven\']",8,Eight\nu2,[8],"[\'Eight\']",9,Nine\n')
    assert [row.item_id for row in outcome.interactions] == ["7", "9", "8", "8", "9"]
    assert {item.item_id: item.title for item in outcome.items} == {"8": "Eight", "9": "Nine"}


def test_a_file_without_titles_is_behaviour_alone(tmp_path: Path) -> None:
    outcome = read_text(tmp_path, 'user_id,history_item_id,item_id\nu1,"[7, 9, 7]",8\nu1,"[7, 9, 7, 8]",9\n')
    assert [row.item_id for row in outcome.interactions] == ["7", "9", "8"]
    assert (outcome.items, outcome.skipped) == ([], {"repeated": 6})


def test_the_industrial_set_gives_each_customer_and_product_once(shared_data: Path) -> None:
    counts = {}
    for name in ("valid", "test"):
        outcome = read_file(shared_data / f"amazon_industrial/{name}.csv")
        pairs = {(row.user_id, row.item_id) for row in outcome.interactions}
        counts[name] = (outcome.plan.platform, len(outcome.interactions), len(pairs), len(outcome.items), outcome.bad)
    assert counts == {"valid": ("next_item", 12_321, 12_321, 3_221, []), "test": ("next_item", 13_239, 13_239, 3_217, [])}
