"""Which product an order means: by id, further name, title or what else the line suggests, whichever file comes first."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import FeedbackKind, Interaction, Item
from recsys_desktop.domain.progress import Progress
from recsys_desktop.store.catalogue import Catalogue
from recsys_desktop.store.database import Database
from recsys_desktop.store.feedback import FeedbackLog
from recsys_desktop.store.imports import Imports
from recsys_desktop.store.interactions import Interactions
from recsys_desktop.store.merging import Merged
from recsys_desktop.store.policy import Policy
from recsys_desktop.store.staging import Staging
from tests.store.shops import contents, event, item, opened, rows_of

Names = Sequence[tuple[str, str]]
Alternatives = Sequence[tuple[str, tuple[str, ...]]]


def title_id(title: str) -> str:
    return title.lower().replace(" ", "-")


def catalogue(database: Database, items: Sequence[Item], names: Names = (), policy: Policy = "update") -> Merged:
    with Staging(database, title_id) as staging:
        staging.begin_file()
        staging.add_items(items)
        staging.add_names([(name, ItemId(item_id)) for name, item_id in names])
        return staging.merge_files(Progress(), ["catalogue"], policy)


def orders(database: Database, rows: Sequence[Interaction], learnt: Sequence[Item] = (), alternatives: Alternatives = ()) -> Merged:
    with Staging(database, title_id) as staging:
        staging.begin_file(learnt=True)
        staging.add_interactions(rows)
        staging.add_items(learnt)
        staging.add_alternatives([(ItemId(item_id), names) for item_id, names in alternatives])
        return staging.merge_files(Progress(), ["orders"])


def bought(database: Database, user: str = "u") -> list[tuple[str, float]]:
    return sorted((one.item_id, one.quantity) for one in Interactions(database).of_user(UserId(user)))


def products(database: Database) -> dict[str, str]:
    return {one.item_id: one.title for _, one in Catalogue(database).iterate()}


MUG = item("P-1", "Coffee Mug")
VARIANT = ("M-1", ("coffee-mug-blue", "coffee-mug", "coffee"))


class TestCatalogueFirst:
    def test_a_further_name_is_the_products(self, database: Database) -> None:
        catalogue(database, [MUG], [("M-1", "P-1"), ("M-2", "P-1")])
        merged = orders(database, [event("u", "M-1", 1), event("u", "M-2", 1, quantity=2.0)], [item("M-1", "Coffee Mug Blue")])
        assert (merged.counts.new_items, merged.counts.new_interactions) == (0, 1)
        assert products(database) == {"P-1": "Coffee Mug"}
        assert bought(database) == [("P-1", 3.0)]  # two variants of one order are one purchase of the product

    def test_a_title_is_the_products(self, database: Database) -> None:
        catalogue(database, [MUG])
        orders(database, [event("u", "coffee-mug", 1)])
        assert products(database) == {"P-1": "Coffee Mug"}

    def test_of_the_alternatives_the_first_that_means_something(self, database: Database) -> None:
        catalogue(database, [item("coffee", "Beans"), MUG])
        orders(database, [event("u", "M-1", 1)], alternatives=[VARIANT])
        assert bought(database) == [("P-1", 1.0)]

    def test_an_id_counts_more_than_a_name_and_a_name_more_than_a_title(self, database: Database) -> None:
        catalogue(database, [item("a", "One"), item("b", "a"), item("c", "x"), item("d", "Four")], [("a", "c"), ("x", "d")])
        orders(database, [event("u", "a", 1), event("u", "x", 1)])
        assert bought(database) == [("a", 1.0), ("d", 1.0)]

    def test_a_name_that_two_products_claim_means_neither(self, database: Database) -> None:
        catalogue(database, [item("a", "One"), item("b", "Two")], [("inventory", "a"), ("inventory", "b"), ("only", "b")])
        orders(database, [event("u", "inventory", 1), event("u", "only", 1)])
        assert bought(database) == [("b", 1.0), ("inventory", 1.0)]

    def test_of_products_called_alike_that_with_the_first_id_is_meant(self, database: Database) -> None:
        catalogue(database, [item("b", "Mug"), item("a", "Mug")])
        orders(database, [event("u", "mug", 1)])
        assert bought(database) == [("a", 1.0)]

    def test_a_name_moves_to_another_product_with_a_newer_catalogue(self, database: Database) -> None:
        catalogue(database, [item("a", "One"), item("b", "Two")], [("n", "a"), ("m", "b")])
        catalogue(database, [item("a", "One"), item("b", "Two")], [("o", "a"), ("n", "b")])
        assert contents(database)["names"] == [("n", "b"), ("o", "a")]

    def test_order_lines_say_only_what_a_catalogue_left_open(self, database: Database) -> None:
        catalogue(database, [item("a", "One"), item("b", "", brand="B")])
        orders(database, [event("u", "a", 1)], [item("a", "ONE SALE", price=3.0), item("b", "Two", brand="C")])
        assert [one for _, one in Catalogue(database).iterate()] == [item("a", "One", price=3.0), item("b", "Two", brand="B")]


class TestOrdersFirst:
    def test_behaviour_and_answers_move_to_the_catalogues_product(self, database: Database) -> None:
        orders(database, [event("u", "M-1", 1), event("u", "M-2", 1), event("v", "other", 2)], [item("M-1", "Mug blue")], [VARIANT])
        FeedbackLog(database).append(UserId("v"), ItemId("M-1"), FeedbackKind.NEVER_SHOW, None, 5, 1)
        signature = Interactions(database).signature()
        merged = catalogue(database, [MUG], [("M-2", "P-1")])
        assert products(database) == {"other": "other", "P-1": "Coffee Mug"}
        assert bought(database) == [("P-1", 2.0)]
        assert [one.item_id for one in FeedbackLog(database).of_user(UserId("v"))] == ["P-1"]
        assert merged.dropped == (1, 2)
        assert Interactions(database).signature() != signature
        assert database.read("PRAGMA foreign_key_check") == []

    def test_its_own_description_makes_a_product_of_it(self, database: Database) -> None:
        orders(database, [event("u", "M-1", 1)], [item("M-1", "MUG", price=1.0)])
        merged = catalogue(database, [item("M-1", "Mug"), item("P", "M-1")])
        assert (merged.counts.new_items, merged.counts.changed_items, merged.dropped) == (1, 1, ())
        assert products(database) == {"M-1": "Mug", "P": "M-1"}

    def test_a_product_of_a_catalogue_is_never_dropped(self, database: Database) -> None:
        catalogue(database, [item("mug", "Other")])
        catalogue(database, [item("P", "Mug")], [("mug", "P")])
        assert products(database) == {"mug": "Other", "P": "Mug"}

    def test_what_was_typed_in_by_hand_is_never_dropped(self, database: Database) -> None:
        orders(database, [event("u", "mug", 1)])
        Catalogue(database).upsert([item("mug", "Mine")])
        catalogue(database, [item("P", "Mug")])
        assert products(database) == {"mug": "Mine", "P": "Mug"}

    def test_adding_only_moves_nothing(self, database: Database) -> None:
        orders(database, [event("u", "mug", 1)])
        before = rows_of(database)["interactions"]
        catalogue(database, [item("P", "Mug")], policy="add")
        assert rows_of(database)["interactions"] == before
        catalogue(database, [item("P", "Mug")])
        assert bought(database) == [("P", 1.0)]

    def test_what_a_line_suggests_later_moves_what_was_bought_before(self, database: Database) -> None:
        """As after the import of a version that knew no alternatives: nothing is counted twice."""
        catalogue(database, [MUG])
        orders(database, [event("u", "M-1", 1)])
        assert bought(database) == [("M-1", 1.0)]
        merged = orders(database, [event("u", "M-1", 1), event("v", "M-1", 2)], alternatives=[VARIANT])
        assert bought(database) == [("P-1", 1.0)]
        assert (merged.counts.new_interactions, merged.counts.unchanged_interactions, merged.dropped) == (1, 1, (2,))

    def test_one_nobody_bought_is_found_too(self, database: Database) -> None:
        """Lines without a customer teach products that no behaviour names."""
        orders(database, [], [item("M-1", "Coffee Mug blue")], [VARIANT])
        assert products(database) == {"M-1": "Coffee Mug blue"}
        catalogue(database, [MUG])
        assert products(database) == {"P-1": "Coffee Mug"}
        orders(database, [], [item("M-1", "Coffee Mug blue")], [VARIANT])
        assert products(database) == {"P-1": "Coffee Mug"}

    def test_both_in_one_import(self, database: Database) -> None:
        with Staging(database, title_id) as staging:
            staging.begin_file(learnt=True)
            staging.add_interactions([event("u", "M-1", 1)])
            staging.add_items([item("M-1", "Coffee Mug blue", price=9.0)])
            staging.begin_file()
            staging.add_items([MUG])
            staging.add_names([("M-1", ItemId("P-1"))])
            counts = staging.merge(Progress(), ["orders", "catalogue"])
        assert (counts.new_items, counts.new_interactions) == (1, 1)
        assert [one for _, one in Catalogue(database).iterate()] == [MUG]
        assert bought(database) == [("P-1", 1.0)]


IDS = ["mug", "blue-mug", "M-1", "M-2", "P"]
known = st.builds(item, st.sampled_from(["P", "Q", "mug"]), st.sampled_from(["Mug", "Blue Mug", "Jug"]))
called = st.tuples(st.sampled_from(["M-1", "M-2"]), st.sampled_from(["P", "Q"]))
lines = st.builds(event, st.sampled_from("uv"), st.sampled_from(IDS), st.sampled_from([1, 2]), quantity=st.sampled_from([1.0, 2.0]))
suggested = st.tuples(st.sampled_from(["M-1", "M-2"]), st.lists(st.sampled_from(IDS), min_size=1, max_size=2).map(tuple))


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(known, max_size=3, unique_by=lambda one: one.item_id),
    st.lists(called, max_size=3),
    st.lists(lines, min_size=1, max_size=6),
    st.lists(suggested, max_size=2, unique_by=lambda one: one[0]),
)
def test_the_order_of_the_files_does_not_matter(
    items: list[Item], names: Names, rows: list[Interaction], alternatives: Alternatives
) -> None:
    """Nor does importing them again, and each step can be taken back."""
    names = [(name, item_id) for name, item_id in names if item_id in {one.item_id for one in items}]
    with tempfile.TemporaryDirectory() as folder, opened(Path(folder) / "1.db") as one, opened(Path(folder) / "2.db") as other:
        catalogue(one, items, names)
        orders(one, rows, alternatives=alternatives)
        orders(other, rows, alternatives=alternatives)
        before = rows_of(other)
        merged = catalogue(other, items, names)
        after = rows_of(other)
        for said in ("items", "users", "interactions", "made_up", "names", "alternatives"):
            assert contents(one)[said] == contents(other)[said]
        for again in (orders(other, rows, alternatives=alternatives), catalogue(other, items, names)):
            assert again.counts.changes_nothing
        assert rows_of(other) == after
        assert other.read("PRAGMA foreign_key_check") == []
        if after != before:
            Imports(other).undo(Progress())
            assert rows_of(other) == before
            assert merged.counts == catalogue(other, items, names).counts
