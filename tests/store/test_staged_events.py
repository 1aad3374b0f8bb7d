"""Staged behaviour against a model that keeps rows in a dictionary, and against what was worked out by hand."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import Interaction, Kind
from recsys_desktop.domain.event_columns import EventColumns
from recsys_desktop.store import staged_events
from recsys_desktop.store.staged_events import StagedEvents

Event = tuple[str, str, int, float | None, float, int, str]


def event(
    user: str, item: str, quantity: float = 1.0, time: int | None = 5, order: str = "", value: float | None = None
) -> Interaction:
    kind = Kind.PURCHASE if value is None else Kind.RATING
    return Interaction(UserId(user), ItemId(item), kind, value, quantity, time, order)


def joined(files: Sequence[Sequence[Interaction]], item_of: dict[str, str] | None = None) -> list[Event]:
    with StagedEvents() as staged:
        for rows in files:
            staged.begin_file()
            staged.add(EventColumns.of(rows))
        codes = None
        if item_of is not None:
            codes = np.array([staged.items[item_of.get(text, text)] for text in staged.items.texts], np.int32)
        return [
            (staged.users.texts[user], staged.items.texts[item], kind, value, quantity, time, order)
            for block in staged.blocks(codes)
            for user, time, item, kind, order, quantity, value in zip(
                *block.columns(np.arange(len(staged.users)), slice(None)), strict=True
            )
        ]


def test_lines_of_one_purchase_add_up_within_a_file() -> None:
    rows = [event("anna", "cup", 2.0), event("anna", "plate"), event("anna", "cup", 3.0), event("bert", "cup", 0.1)]
    assert joined([rows]) == [
        ("anna", "plate", 6, None, 1.0, 5, ""),
        ("anna", "cup", 6, None, 5.0, 5, ""),
        ("bert", "cup", 6, None, 0.1, 5, ""),
    ]


def test_of_two_files_that_hold_the_same_purchase_the_later_one_counts() -> None:
    first = [event("anna", "cup", 2.0), event("anna", "cup", 3.0), event("anna", "jug", 4.0)]
    assert joined([first, [event("anna", "cup", 7.0)]]) == [
        ("anna", "jug", 6, None, 4.0, 5, ""),
        ("anna", "cup", 6, None, 7.0, 5, ""),
    ]


def test_orders_and_times_tell_purchases_apart() -> None:
    rows = [event("a", "cup", order="2"), event("a", "cup", order="1"), event("a", "cup", time=4), event("a", "cup", time=None)]
    assert [(quantity, time, order) for *_, quantity, time, order in joined([rows])] == [
        (1.0, -1, ""),
        (1.0, 4, ""),
        (1.0, 5, "2"),
        (1.0, 5, "1"),
    ]


def test_the_last_stars_count_and_an_absent_value_of_a_later_file_says_nothing() -> None:
    first = [event("a", "film", value=2.0), event("a", "film", value=4.5)]
    later = [Interaction(UserId("a"), ItemId("film"), Kind.RATING, None, 1.0, 5)]
    assert joined([first])[0][3] == 4.5
    assert joined([first, later])[0][3] == 4.5
    assert joined([first, [event("a", "film", value=3.0)]])[0][3] == 3.0


def test_codes_that_stand_for_one_product_are_joined() -> None:
    rows = [event("a", "cup"), event("a", "CUP-1", 2.0), event("a", "plate")]
    assert joined([rows], {"CUP-1": "cup"}) == [("a", "cup", 6, None, 3.0, 5, ""), ("a", "plate", 6, None, 1.0, 5, "")]


def test_each_file_says_whom_and_what_it_names() -> None:
    with StagedEvents() as staged:
        staged.begin_file()
        staged.add(EventColumns.of([event("a", "cup"), event("b", "cup")]))
        staged.begin_file()
        staged.add(EventColumns.of([event("b", "jug")]))
        assert [staged.different(file) for file in (0, 1)] == [(2, 1), (1, 1)]
        assert [codes.tolist() for codes in staged.named_by(1)] == [[1], [1]]


def test_whose_word_counts_and_how_many_rows_it_took() -> None:
    with StagedEvents() as staged:
        staged.begin_file()
        staged.add(EventColumns.of([event("a", "cup"), event("a", "cup"), event("a", "jug"), event("a", "pot")]))
        staged.begin_file()
        staged.add(EventColumns.of([event("a", "cup"), event("a", "jug"), event("a", "jug"), event("a", "tin")]))
        (block,) = staged.blocks()
        told = list(zip(block.items.tolist(), block.files.tolist(), block.joined.tolist(), strict=True))
        assert told == [(2, 0, 1), (0, 1, 1), (1, 1, 2), (3, 1, 1)]  # pot of the first file; cup, jug and tin of the second
        assert block.overruled.tolist() == [3, 0]
        assert block.overruled_events.tolist() == [2, 0]
        assert (len(staged), staged.files) == (8, 2)


def test_users_newest_times() -> None:
    with StagedEvents() as staged:
        staged.add(EventColumns.of([event("a", "cup", time=9), event("b", "cup", time=2), event("a", "jug", time=3)]))
        assert staged.newest.tolist() == [9, 2]


def test_nothing_staged_gives_no_block() -> None:
    with StagedEvents() as staged:
        staged.begin_file()
        staged.add(EventColumns())
        assert list(staged.blocks()) == []


ROWS = st.lists(
    st.builds(
        event,
        st.sampled_from("abc"),
        st.sampled_from("xyz"),
        st.sampled_from([1.0, 2.0, 0.5]),
        st.sampled_from([None, 1, 2**33]),
        st.sampled_from(["", "o1", "o2"]),
        st.sampled_from([None, 1.0, 5.0]),
    ),
    max_size=12,
)


@settings(max_examples=150)
@given(st.lists(ROWS, max_size=3), st.sampled_from([1, 3, 1_000_000]))
def test_events_are_those_of_a_dictionary(files: list[list[Interaction]], block: int) -> None:
    model: dict[tuple[object, ...], tuple[float, float | None, int]] = {}
    place = 0
    for rows in files:
        of_file: dict[tuple[object, ...], tuple[float, float | None, int]] = {}
        for row in rows:
            key = (row.user_id, row.item_id, int(row.kind), -1 if row.time is None else row.time, row.order_id)
            before = of_file.get(key, (0.0, None, 0))
            of_file[key] = (before[0] + row.quantity, row.value, place)
            place += 1
        for key, (quantity, value, last) in of_file.items():
            model[key] = (quantity, model[key][1] if value is None and key in model else value, last)
    users = list(dict.fromkeys(row.user_id for rows in files for row in rows))
    expected = [
        (user, item, kind, value, quantity, time, order)
        for (user, item, kind, time, order), (quantity, value, last) in sorted(
            model.items(), key=lambda pair: (users.index(str(pair[0][0])), pair[0][3], pair[1][2])
        )
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(staged_events, "_BLOCK", block)
        assert joined(files) == expected
