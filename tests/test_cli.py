"""The command line: exit codes, one JSON document on stdout, sentences on stderr."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from recsys_desktop import cli
from recsys_desktop.services import encoding
from tests.services.shops import HashedEncoder, prepared_shop

CATALOGUE = "id,title,category,price\n01,Clay pot,Garden,3.50\n02,Tea towel,Kitchen,4.00\n"
ORDERS = "customer,product,time,quantity\nanna,01,2026-01-02,1\nanna,02,2026-01-03,2\nbert,01,2026-01-04,1\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A prepared shop, closed."""
    prepared_shop(tmp_path / "shop").close()
    return tmp_path / "shop"


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """A catalogue and orders."""
    catalogue, orders = tmp_path / "products.csv", tmp_path / "orders.csv"
    catalogue.write_text(CATALOGUE)
    orders.write_text(ORDERS)
    return catalogue, orders


class Run:
    """One call: its exit code, the JSON document, and what stood on stderr."""

    def __init__(self, capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> None:
        self.code = cli.main([str(argument) for argument in arguments])
        written = capsys.readouterr()
        self.out, self.err = written.out, written.err

    @property
    def document(self) -> Any:
        return json.loads(self.out)  # fails where stdout holds anything else


def test_recommend(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = Run(capsys, "--data-dir", folder, "recommend", "--user", "u07", "-k", "3", "--json")
    assert run.code == 0
    assert run.document["user"] == "u07"
    assert run.document["model_version"] == 1
    items = run.document["items"]
    assert [item["rank"] for item in items] == [1, 2, 3]
    assert (items[0]["item_id"], items[0]["title"]) == ("g0", "Clay pot")
    assert sum(reason["share"] for reason in items[0]["reasons"]) == pytest.approx(items[0]["score"], abs=1e-6)


def test_recommend_in_words(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = Run(capsys, "--data-dir", folder, "recommend", "--user", "u07", "-k", "1")
    assert run.out.startswith("  1  Clay pot  (g0)  Because of ")


def test_unknown_user_exits_1_and_names_near_ids(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = Run(capsys, "--data-dir", folder, "recommend", "--user", "U07", "--json")
    assert run.code == 1
    assert run.document["error"]["code"] == "unknown_user"
    assert "u07" in run.document["error"]["hint"]
    assert "no customer U07" in run.err


@pytest.mark.parametrize(
    "arguments", [["recommend"], ["recomend"], ["recommend", "--user", "u07", "-k", "0"], ["feedback", "--kind", "no"]]
)
def test_wrong_usage_exits_2(folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    run = Run(capsys, "--data-dir", folder, *arguments, "--json")
    assert run.code == 2
    assert run.document["error"]["code"] == "usage"
    assert run.err


def test_a_dry_run_stores_nothing_and_an_import_can_be_undone(
    tmp_path: Path, files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    place = ("--data-dir", tmp_path / "new")
    foreseen = Run(capsys, *place, "import", *files, "--dry-run", "--json")
    assert (foreseen.code, foreseen.document["dry_run"]) == (0, True)
    assert Run(capsys, *place, "imports").out == "Nothing was imported yet.\n"
    done = Run(capsys, *place, "import", *files, "--json")
    assert done.document["files"] == foreseen.document["files"]
    assert done.document["counts"] == foreseen.document["counts"]
    (listed,) = Run(capsys, *place, "imports", "--json").document["imports"]
    assert (listed["number"], listed["can_undo"], listed["undone"], listed["policy"]) == (1, True, None, "update")
    assert listed["files"] == [str(file) for file in files]
    undone = Run(capsys, *place, "undo-import", "--json")
    assert (undone.document["items"], undone.document["interactions"]) == (2, 3)
    assert Run(capsys, *place, "status", "--json").document["products"] == 0
    again = Run(capsys, *place, "undo-import", "--json")
    assert (again.code, again.document["error"]["code"]) == (1, "nothing_to_undo")


def test_what_is_there_already_is_kept_if_wanted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    catalogue = tmp_path / "catalogue.csv"
    catalogue.write_text("sku,name\nX1,Vase\n", encoding="utf-8")
    Run(capsys, "--data-dir", tmp_path / "new", "import", catalogue)
    catalogue.write_text("sku,name\nX1,Pot\nX2,Jug\n", encoding="utf-8")
    kept = Run(capsys, "--data-dir", tmp_path / "new", "import", catalogue, "--policy", "keep", "--json")
    assert [(file["new"], file["changed"], file["unchanged"]) for file in kept.document["files"]] == [(1, 0, 1)]


def test_how_a_file_is_written_can_be_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    behaviour = tmp_path / "events.txt"
    behaviour.write_text("shop of Ann\nuser_id;item_id;date\nu;'X;1';03/04/2024\nv;X2;05/06/2024\n", encoding="cp1252")
    place = ("--data-dir", tmp_path / "new", "import", behaviour, "--json")
    said = ("--delimiter", ";", "--quote", "'", "--header-line", "2", "--encoding", "cp1252")
    open_question = Run(capsys, *place, *said)
    assert (open_question.code, open_question.document["error"]["code"]) == (1, "question_open")
    assert "--dates" in open_question.document["error"]["hint"]
    done = Run(capsys, *place, *said, "--dates", "month-first")
    assert [(file["imported"], file["items"], file["bad"]) for file in done.document["files"]] == [(2, 2, 0)]
    remembered = Run(capsys, *place)
    assert [(file["imported"], file["unchanged"]) for file in remembered.document["files"]] == [(0, 2)]


def test_a_folder_and_an_archive_are_taken_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "products.csv").write_text("sku,name\nX1,Vase\n", encoding="utf-8")
    (folder / "letter.txt").write_text("Dear shop,\n\nthis is no table.\n", encoding="utf-8")
    with zipfile.ZipFile(folder / "more.zip", "w") as archive:
        archive.writestr("2024/orders.csv", "user_id,item_id,date\nu,X1,2024-01-01\n")
    done = Run(capsys, "--data-dir", tmp_path / "new", "import", folder, "--json")
    assert [Path(file["path"]).name for file in done.document["files"]] == ["orders.csv", "products.csv"]
    assert [Path(one["path"]).name for one in done.document["left_out"]] == ["letter.txt"]


def test_import_twice_changes_nothing(tmp_path: Path, files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    first = Run(capsys, "--data-dir", tmp_path / "new", "import", *files, "--json")
    assert first.code == 0
    catalogue, orders = first.document["files"]
    assert (catalogue["rows"], catalogue["imported"], catalogue["items"], catalogue["bad"]) == (2, 2, 2, 0)
    assert (orders["rows"], orders["imported"], orders["users"], orders["interactions"]) == (3, 3, 2, 3)
    assert set(orders) >= {"path", "platform", "encoding", "delimiter", "rows", "imported", "unchanged", "bad"}
    again = Run(capsys, "--data-dir", tmp_path / "new", "import", *files, "--json")
    assert [(file["imported"], file["unchanged"]) for file in again.document["files"]] == [(0, 2), (0, 3)]


def test_feedback_then_list(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = Run(capsys, "--data-dir", folder, "feedback", "--user", "u07", "--item", "g0", "--kind", "never_show", "--json")
    assert (given.code, given.document["kind"]) == (0, "never_show")
    listed = Run(capsys, "--data-dir", folder, "recommend", "--user", "u07", "-k", "20", "--json").document["items"]
    assert "g0" not in {item["item_id"] for item in listed}


def test_status_says_what_the_data_carry(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = Run(capsys, "--data-dir", folder, "status", "--json").document
    assert (status["products"], status["customers"], status["interactions"]) == (12, 60, 300)
    assert status["by_kind"] == {"purchase": 300}
    carried = {ability["part"]: ability["carried"] for ability in status["carries"]}
    assert (carried["bestsellers"], carried["words"], carried["together"]) == (True, True, True)
    assert [gap["kind"] for gap in status["missing"]] == ["undescribed"]
    said = Run(capsys, "--data-dir", folder, "status").out
    assert said.startswith("12 products, 60 customers, 300 things they did; model 1.\n[x] What sells well is known")


def test_fit_says_how_the_lists_are_made(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = Run(capsys, "--data-dir", folder, "fit", "--thorough", "--json")
    assert run.code == 0
    made = run.document
    assert (made["items"], made["with_buyers"], made["budget"]) == (12, 12, "thorough")
    assert made["settings"]["fewest_users"] == 20
    assert made["parts"][0].startswith("Products with the same buyers belong together")
    assert len(made["found"]) == 2 if made["steps"] else 1
    said = Run(capsys, "--data-dir", folder, "fit").out
    assert said.startswith("- Products with the same buyers belong together")


def test_add_product_shows_whose_lists_it_stands_in(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encoding, "load_encoder", lambda shop, version: HashedEncoder())  # noqa: ARG005  # the real one's
    words = ("--title", "Clay pot, blue", "--category", "Garden", "--price", "4.5")
    run = Run(capsys, "--data-dir", folder, "add-product", *words, "-k", "2", "--json")
    assert run.code == 0
    added = run.document
    assert (added["item_id"], added["title"], added["placed"], added["lists_looked_at"]) == ("g6", "Clay pot, blue", True, 60)
    assert {f"u{user:02d}" for user in range(30)} <= {place["user"] for place in added["customers"]}
    listed = Run(capsys, "--data-dir", folder, "recommend", "--user", "u07", "-k", "2", "--json").document["items"]
    assert "g6" in {item["item_id"] for item in listed}
    again = Run(capsys, "--data-dir", folder, "add-product", "--id", "g6", "--title", "Pot", "--json")
    assert (again.code, again.document["error"]["code"]) == (1, "product_id_taken")


def test_add_product_before_anything_is_prepared(
    tmp_path: Path, files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    Run(capsys, "--data-dir", tmp_path / "new", "import", *files)
    run = Run(capsys, "--data-dir", tmp_path / "new", "add-product", "--title", "Rain barrel")
    assert run.code == 0
    assert run.out == "Added: Rain barrel (03). It is placed once the shop is prepared (encode).\n"


def test_similar_evaluate_and_export(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    similar = Run(capsys, "--data-dir", folder, "similar", "--item", "k2", "-k", "2", "--json")
    assert [item["rank"] for item in similar.document["items"]] == [1, 2]
    replay = Run(capsys, "--data-dir", folder, "evaluate", "--json")
    assert replay.document["customers"] == 60
    assert set(replay.document["metrics"]) == {"ours", "popularity"}
    export = Run(capsys, "--data-dir", folder, "export", tmp_path / "lists.csv", "-k", "2", "--json")
    assert (export.document["users"], export.document["rows"]) == (60, 120)
    assert (tmp_path / "lists.csv").read_bytes().startswith(b"\xef\xbb\xbfuser_id,rank,item_id,title")


@pytest.mark.parametrize("content", [b"", b"Dear shop,\n\nthis is a letter.\n", b"\x89PNG\r\n\x1a\n\0\0\0"])
def test_bad_files_are_plain_sentences_and_change_nothing(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_bytes(content)
    run = Run(capsys, "--data-dir", folder, "import", bad, "--json")
    assert run.code == 1
    assert set(run.document["error"]) == {"code", "message", "hint"}
    assert "Traceback" not in run.err


def test_a_folder_that_cannot_hold_a_shop(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    run = Run(capsys, "--data-dir", blocked / "shop", "recommend", "--user", "x", "--json")
    assert (run.code, run.document["error"]["code"]) == (1, "read_only_folder")


def test_not_prepared(tmp_path: Path, files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    Run(capsys, "--data-dir", tmp_path / "new", "import", *files)
    listed = Run(capsys, "--data-dir", tmp_path / "new", "recommend", "--user", "anna", "--json")
    assert listed.document["filled_by"] == "Nothing is known of this customer yet: what sells well now"
    run = Run(capsys, "--data-dir", tmp_path / "new", "similar", "--item", listed.document["items"][0]["item_id"], "--json")
    assert (run.code, run.document["error"]["code"]) == (1, "not_prepared")


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], True),
        (["--data-dir", "import"], True),
        (["recommend"], False),
        (["--help"], False),
        (["--data-dir", "x", "export", "y"], False),
    ],
)
def test_what_opens_the_window(arguments: list[str], window: bool) -> None:
    assert cli._opens_window(arguments) is window
