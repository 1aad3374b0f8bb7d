"""A shop moved to another computer arrives whole or not at all, and the shop that was there is kept."""

from __future__ import annotations

import hashlib
import json
import time
import zipfile
from pathlib import Path

import pytest

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import FeedbackKind
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Cancelled, Progress
from recsys_desktop.services.arriving import look_at, put_in_place, refuse, take_in, waits
from recsys_desktop.services.listing.recommending import Recommender
from recsys_desktop.services.moving import MANIFEST, Packed, pack
from recsys_desktop.services.pseudonyms import KEY_FILE
from recsys_desktop.services.shop import Shop, open_shop
from recsys_desktop.settings import SHOP_NAME
from recsys_desktop.store.moving import Holds


@pytest.fixture
def packed(shop: Shop, tmp_path: Path) -> Packed:
    shop.settings.set(SHOP_NAME, "半山 & Co")
    (shop.data_dir / KEY_FILE).write_text("ab" * 32)
    (shop.models_dir / "m1").mkdir(parents=True)
    (shop.models_dir / "m1" / "weights.bin").write_bytes(b"weights")
    return pack(shop, tmp_path / "a.recsys-shop", Progress())


def other(tmp_path: Path) -> Path:
    """Another computer, with a shop of one customer."""
    folder = tmp_path / "other"
    opened = open_shop(folder)
    opened.users.add(UserId("mine"))
    opened.close()
    return folder


def test_what_is_packed_is_said(packed: Packed) -> None:
    assert packed.holds == Holds(12, 60, 300)
    assert packed.path.stat().st_mode & 0o777 == 0o600
    arrival = look_at(packed.path)
    assert (arrival.shop, arrival.holds) == ("半山 & Co", Holds(12, 60, 300))
    with zipfile.ZipFile(packed.path) as archive:
        names = archive.namelist()
        said = json.loads(archive.read(MANIFEST))
        for one in said["files"]:
            assert hashlib.sha256(archive.read(one["name"])).hexdigest() == one["sha256"]
    assert {"shop.db", KEY_FILE, "models/m1/weights.bin", MANIFEST} < set(names)
    assert not [name for name in names if name.endswith(("-wal", "-shm"))]


def test_it_takes_its_place_at_the_next_start_and_the_former_shop_is_kept(shop: Shop, packed: Packed, tmp_path: Path) -> None:
    lists = Recommender(shop).recommend(UserId("u07"), 5).items
    folder = other(tmp_path)
    assert not waits(folder)
    take_in(packed.path, folder, Progress())
    assert waits(folder)
    opened = open_shop(folder)
    assert not waits(folder)
    assert (opened.catalogue.count(), opened.users.count(), opened.interactions.count()) == (12, 60, 300)
    assert Recommender(opened).recommend(UserId("u07"), 5).items == lists
    assert (folder / KEY_FILE).read_text() == "ab" * 32
    assert (folder / "models" / "m1" / "weights.bin").read_bytes() == b"weights"
    opened.close()
    (former,) = folder.glob("replaced *")
    before = open_shop(former)
    assert before.users.keys()[1] == ["mine"]
    before.close()


def test_what_a_file_manager_left_in_the_folders_does_not_keep_the_shop_from_arriving(shop: Shop, tmp_path: Path) -> None:
    (shop.models_dir / "m1").mkdir(parents=True)
    for name in (".DS_Store", "m1/weights (1).bin", "m1/weights.bin"):
        (shop.models_dir / name).write_bytes(b"weights")
    path = pack(shop, tmp_path / "b.recsys-shop", Progress()).path
    folder = other(tmp_path)
    take_in(path, folder, Progress())
    put_in_place(folder)
    assert [file.name for file in (folder / "models").rglob("*") if file.is_file()] == ["weights.bin"]


def test_into_an_empty_folder(packed: Packed, tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    take_in(packed.path, folder, Progress())
    assert put_in_place(folder) is None
    assert sorted(entry.name for entry in folder.iterdir()) == [KEY_FILE, "models", "shop.db", "spaces"]


def test_a_shop_goes_on_while_it_is_packed(shop: Shop, packed: Packed, tmp_path: Path) -> None:
    shop.feedback.append(UserId("u01"), ItemId("g0"), FeedbackKind.LIKE, None, 1, 1)
    assert pack(shop, tmp_path / "b.recsys-shop", Progress()).holds == packed.holds


def test_it_waits_while_the_shop_is_in_use(packed: Packed, tmp_path: Path) -> None:
    folder = other(tmp_path)
    user = open_shop(folder)
    user.users.count()
    take_in(packed.path, folder, Progress())
    assert put_in_place(folder) is None
    assert waits(folder)
    assert user.users.count() == 1
    user.close()
    assert put_in_place(folder) is not None


def test_one_may_think_better_of_it(packed: Packed, tmp_path: Path) -> None:
    folder = other(tmp_path)
    take_in(packed.path, folder, Progress())
    refuse(folder)
    opened = open_shop(folder)
    assert opened.users.count() == 1
    opened.close()


@pytest.mark.parametrize("step", [0, 1, 3, 7])
def test_an_interruption_is_made_good_at_the_next_start(
    packed: Packed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    folder = other(tmp_path)
    take_in(packed.path, folder, Progress())
    rename, count = Path.rename, 0

    def failing(self: Path, target: Path) -> Path:
        nonlocal count
        count += 1
        if count > step:
            raise OSError(5, "Input/output error")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    if step < 5:  # one file of the former shop and four things that arrived are moved
        with pytest.raises(RecsysError) as caught:
            put_in_place(folder)
        assert caught.value.code == "cannot_put_in_place"
    monkeypatch.setattr(Path, "rename", rename)
    opened = open_shop(folder)
    assert opened.users.count() == 60
    opened.close()
    (former,) = folder.glob("replaced *")
    assert (former / "shop.db").exists()


@pytest.mark.parametrize("step", [0, 1, 2])
def test_the_former_shop_lies_in_one_folder_however_often_it_is_interrupted(
    packed: Packed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    folder = other(tmp_path)
    (folder / KEY_FILE).write_text("old")
    (folder / "models").mkdir()
    take_in(packed.path, folder, Progress())
    rename, left = Path.rename, [step]

    def failing(self: Path, target: Path) -> Path:
        if not left[0]:
            raise OSError(5, "Input/output error")
        left[0] -= 1
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(RecsysError):
        put_in_place(folder)
    monkeypatch.setattr(Path, "rename", rename)
    monkeypatch.setattr(time, "strftime", lambda _form: "2027-01-01 000000")  # the next start is another day
    put_in_place(folder)
    (former,) = folder.glob("replaced *")
    assert {entry.name for entry in former.iterdir()} == {"shop.db", KEY_FILE, "models"}
    assert (folder / KEY_FILE).read_text() == "ab" * 32
    assert not [entry.name for entry in folder.iterdir() if entry.name.startswith("former")]


def rewritten(packed: Packed, tmp_path: Path, change: object) -> Path:
    """Write the file anew with other contents (name to bytes), its own checksums in order."""
    assert callable(change)
    with zipfile.ZipFile(packed.path) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    change(contents)
    path = tmp_path / "changed.recsys-shop"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in contents.items():
            archive.writestr(name, data)
    return path


def refused(path: Path, tmp_path: Path) -> str:
    folder = other(tmp_path)
    with pytest.raises(RecsysError) as caught:
        take_in(path, folder, Progress())
    assert not waits(folder)
    assert sorted(entry.name for entry in folder.iterdir()) == ["shop.db"]
    return caught.value.code


def test_a_changed_byte_is_noticed(packed: Packed, tmp_path: Path) -> None:
    def change(contents: dict[str, bytes]) -> None:
        contents["models/m1/weights.bin"] = b"Weights"

    assert refused(rewritten(packed, tmp_path, change), tmp_path) == "damaged_shop_file"


def test_a_missing_or_longer_part_is_noticed(packed: Packed, tmp_path: Path) -> None:
    assert refused(rewritten(packed, tmp_path, lambda contents: contents.pop(KEY_FILE)), tmp_path) == "damaged_shop_file"

    def longer(contents: dict[str, bytes]) -> None:
        contents["shop.db"] += b"x"

    (tmp_path / "x").mkdir()
    assert refused(rewritten(packed, tmp_path, longer), tmp_path / "x") == "damaged_shop_file"


@pytest.mark.parametrize(
    "said",
    [{"items": "some"}, {"time": None}, {"format": float("inf")}, {"files": [{"name": "shop.db", "bytes": -5, "sha256": ""}]}],
)
def test_a_manifest_that_cannot_be_is_refused(packed: Packed, tmp_path: Path, said: dict[str, object]) -> None:
    def change(contents: dict[str, bytes]) -> None:
        contents[MANIFEST] = json.dumps({**json.loads(contents[MANIFEST]), **said}).encode()

    path = rewritten(packed, tmp_path, change)
    with pytest.raises(RecsysError):
        look_at(path)
    assert refused(path, tmp_path) == "not_a_packed_shop"


def test_a_negative_size_lets_no_part_grow(packed: Packed, tmp_path: Path) -> None:
    def change(contents: dict[str, bytes]) -> None:
        said = json.loads(contents[MANIFEST])
        said["files"].append({"name": "models/m1/more", "bytes": -5, "sha256": ""})
        contents["models/m1/more"], contents[MANIFEST] = b"0" * 1000, json.dumps(said).encode()

    assert refused(rewritten(packed, tmp_path, change), tmp_path) == "not_a_packed_shop"


def test_a_manifest_nested_beyond_reading_is_refused(packed: Packed, tmp_path: Path) -> None:
    def change(contents: dict[str, bytes]) -> None:
        contents[MANIFEST] = b"[" * 100_000

    assert refused(rewritten(packed, tmp_path, change), tmp_path) == "not_a_packed_shop"


def test_bytes_that_cannot_be_unpacked_are_told(packed: Packed, tmp_path: Path) -> None:
    with zipfile.ZipFile(packed.path) as archive:
        start = archive.getinfo("shop.db").header_offset + 30 + len("shop.db")
    data = bytearray(packed.path.read_bytes())
    extra = int.from_bytes(data[start - len("shop.db") - 2 : start - len("shop.db")], "little")
    data[start + extra] = 0b110  # a last block of a kind that there is not
    path = tmp_path / "bad.recsys-shop"
    path.write_bytes(data)
    assert refused(path, tmp_path) == "cannot_unpack"


@pytest.mark.parametrize("name", ["../evil", "/etc/evil", "spaces/../../evil"])
def test_a_name_that_leads_elsewhere_is_refused(packed: Packed, tmp_path: Path, name: str) -> None:
    def change(contents: dict[str, bytes]) -> None:
        said = json.loads(contents[MANIFEST])
        said["files"].append({"name": name, "bytes": 1, "sha256": hashlib.sha256(b"x").hexdigest()})
        contents[name], contents[MANIFEST] = b"x", json.dumps(said).encode()

    assert refused(rewritten(packed, tmp_path, change), tmp_path) == "not_a_packed_shop"


def test_another_file_or_a_cut_one_is_refused(packed: Packed, tmp_path: Path) -> None:
    text = tmp_path / "t.recsys-shop"
    text.write_text("hello")
    assert refused(text, tmp_path) == "not_a_packed_shop"
    cut = tmp_path / "cut.recsys-shop"
    cut.write_bytes(packed.path.read_bytes()[:-200])
    (tmp_path / "x").mkdir()
    assert refused(cut, tmp_path / "x") == "not_a_packed_shop"


def test_a_later_format_is_refused(packed: Packed, tmp_path: Path) -> None:
    def change(contents: dict[str, bytes]) -> None:
        contents[MANIFEST] = json.dumps({**json.loads(contents[MANIFEST]), "format": 99}).encode()

    assert refused(rewritten(packed, tmp_path, change), tmp_path) == "newer_program"


def test_a_cancel_leaves_nothing(shop: Shop, packed: Packed, tmp_path: Path) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        pack(shop, tmp_path / "b.recsys-shop", progress)
    assert not (tmp_path / "b.recsys-shop").exists()
    folder = other(tmp_path)
    with pytest.raises(Cancelled):
        take_in(packed.path, folder, progress)
    assert sorted(entry.name for entry in folder.iterdir()) == ["shop.db"]
