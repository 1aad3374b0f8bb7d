"""What can be taken back: latest first, each once, whichever button does it."""

from __future__ import annotations

from recsys_desktop.ui.undo_list import STEPS, UndoList


def test_latest_is_taken_back_first() -> None:
    undone: list[str] = []
    undo = UndoList()
    undo.add("a", lambda: undone.append("a"))
    undo.add("b", lambda: undone.append("b"))
    assert undo.latest == "b"
    undo.take_back()
    assert undo.latest == "a"
    undo.take_back()
    undo.take_back()
    assert undone == ["b", "a"]
    assert undo.latest == ""


def test_the_toasts_button_and_the_menu_take_a_step_back_once() -> None:
    undone: list[str] = []
    undo = UndoList()
    first = undo.add("a", lambda: undone.append("a"))
    undo.add("b", lambda: undone.append("b"))
    first()
    first()
    undo.take_back()
    undo.take_back()
    assert undone == ["a", "b"]


def test_equal_steps_are_told_apart() -> None:
    undone: list[int] = []
    undo = UndoList()

    def take_back() -> None:
        undone.append(1)

    first = undo.add("same", take_back)
    undo.add("same", take_back)
    first()
    first()
    assert undone == [1]
    undo.take_back()
    assert undone == [1, 1]


def test_only_so_many_are_kept_and_all_can_be_forgotten() -> None:
    undo = UndoList()
    undone: list[int] = []
    steps = [undo.add(str(place), lambda place=place: undone.append(place)) for place in range(STEPS + 1)]
    steps[0]()
    steps[1]()
    assert undone == [1]
    undo.forget()
    undo.take_back()
    assert undone == [1]


def test_of_actions_with_one_key_only_the_latest_can_be_taken_back_and_only_once() -> None:
    undone: list[str] = []
    undo = UndoList()
    undo.add("first import", lambda: undone.append("first"), "import")
    undo.add("like", lambda: undone.append("like"))
    undo.add("second import", lambda: undone.append("second"), "import")
    undo.take_back()
    undo.take_back()
    assert undone == ["second", "like"]
    assert undo.latest == ""
    third = undo.add("third import", lambda: undone.append("third"), "import")
    undo.drop("import")
    third()
    assert undone == ["second", "like"]
