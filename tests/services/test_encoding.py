"""Vectors are made once per text, kept chunk by chunk, and made again only where a text changed."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import Interaction, Item, Kind
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Cancelled, Progress, ProgressState
from recsys_desktop.engine.text.encoder import TextEncoder
from recsys_desktop.engine.text.item_text import item_text, text_hash
from recsys_desktop.services import encoding
from recsys_desktop.services.encoding import encode_catalogue, encode_sentences, unread_share
from recsys_desktop.services.shop import Shop, open_shop
from tests.language_models import tiny_encoder
from tests.services.shops import DAY, START, filled_shop


@pytest.fixture
def encoder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TextEncoder:
    made = tiny_encoder(tmp_path / "tiny")
    monkeypatch.setattr(encoding, "load_encoder", lambda shop, version: made)  # noqa: ARG005  # the real one's
    return made


@pytest.fixture
def bare(tmp_path: Path) -> Shop:
    """Twelve products and sixty customers, nothing encoded."""
    return filled_shop(tmp_path / "bare")


def test_every_product_is_encoded_once(bare: Shop, encoder: TextEncoder) -> None:
    report = encode_catalogue(bare, Progress())
    assert (report.encoded, report.reused, report.model_version) == (12, 0, 1)
    keys, hashes, matrix = bare.vectors.load(1)
    items = [item for _, item in bare.catalogue.iterate()]
    assert keys.tolist() == [key for key, _ in bare.catalogue.iterate()]
    assert hashes == [text_hash(item_text(item)) for item in items]
    np.testing.assert_allclose(matrix, encoder.encode([item_text(item) for item in items], Progress()), atol=1e-6)
    bare.close()


def test_a_second_call_reads_nothing_and_loads_no_model(bare: Shop, encoder: TextEncoder, monkeypatch: pytest.MonkeyPatch) -> None:
    encode_catalogue(bare, Progress())
    monkeypatch.setattr(encoding, "load_encoder", None)
    report = encode_catalogue(bare, Progress())
    assert (report.encoded, report.reused) == (0, 12)
    bare.close()
    assert encoder.width == 32


def test_only_changed_texts_are_read_again(bare: Shop, encoder: TextEncoder) -> None:
    encode_catalogue(bare, Progress())
    bare.catalogue.upsert([Item(ItemId("g0"), "Clay pot, glazed", category="Garden"), Item(ItemId("new"), "Rain barrel")])
    bare.catalogue.upsert([Item(ItemId("g1"), "Hand trowel", category="Garden", price=99.0)])  # the same text
    report = encode_catalogue(bare, Progress())
    assert (report.encoded, report.reused) == (2, 11)
    keys, hashes, matrix = bare.vectors.load(1)
    row = keys.tolist().index(bare.catalogue.key_of(ItemId("g0")))
    assert hashes[row] == text_hash("Clay pot, glazed. category: Garden")
    np.testing.assert_allclose(matrix[[row]], encoder.encode(["Clay pot, glazed. category: Garden"], Progress()), atol=1e-6)
    bare.close()


@pytest.mark.usefixtures("encoder")
def test_vectors_survive_a_restart(tmp_path: Path) -> None:
    shop = filled_shop(tmp_path / "shop")
    encode_catalogue(shop, Progress())
    shop.close()
    again = open_shop(tmp_path / "shop")
    assert encode_catalogue(again, Progress()).reused == 12
    again.close()


@pytest.mark.usefixtures("encoder")
def test_a_cancel_keeps_what_was_done_and_the_next_call_goes_on(bare: Shop) -> None:
    bare.catalogue.upsert([Item(ItemId(f"p{number}"), f"product number {number} of a long row") for number in range(400)])
    progress = Progress(interval=0.0)

    def stop_after_the_first_chunk(state: ProgressState) -> None:
        if state.done:
            progress.cancel()

    progress._on_progress = stop_after_the_first_chunk
    with pytest.raises(Cancelled):
        encode_catalogue(bare, progress)
    kept = len(bare.vectors.load(1)[0])
    assert 0 < kept < 412
    report = encode_catalogue(bare, Progress())
    assert (report.encoded, report.reused) == (412 - kept, kept)
    bare.close()


@pytest.mark.usefixtures("encoder")
def test_another_model_version_has_vectors_of_its_own(bare: Shop) -> None:
    encode_catalogue(bare, Progress())
    number = bare.model_versions.add("other", "models/other", 1, {}).number
    report = encode_catalogue(bare, Progress(), number)
    assert (report.encoded, report.model_version) == (12, number)
    assert len(bare.vectors.load(1)[0]) == len(bare.vectors.load(number)[0]) == 12
    bare.close()


@pytest.mark.usefixtures("encoder")
def test_sentences_are_read_again_only_for_customers_who_did_something(bare: Shop) -> None:
    assert encode_sentences(bare, Progress()).encoded == 60
    bare.interactions.add_many([Interaction(UserId("u07"), ItemId("k0"), Kind.VIEW, time=START + 100 * DAY)])
    report = encode_sentences(bare, Progress())
    assert (report.encoded, report.reused) == (1, 59)
    _, hashes, _ = bare.vectors.load_sentences(1)
    sentence = "viewed Tea towel; bought Garden twine, Plant label, Seed box, Watering can, Hand trowel; favourite: Garden"
    # Customer u07 bought g1 to g5, one a week, the sixth being left out.
    assert text_hash(sentence) in hashes
    bare.close()


@pytest.mark.usefixtures("encoder")
def test_the_most_recently_active_customers_are_read_first(bare: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoding, "MOST_CUSTOMERS", 2)
    assert encode_sentences(bare, Progress()).encoded == 2
    keys, _, _ = bare.vectors.load_sentences(1)
    assert keys.tolist() == sorted(bare.users.key_of(UserId(user)) or 0 for user in ("u58", "u59"))
    bare.close()


def test_a_model_whose_folder_is_gone_is_a_known_error(bare: Shop) -> None:
    number = bare.model_versions.add("lost", "models/lost", 1, {}).number
    with pytest.raises(RecsysError) as caught:
        encode_catalogue(bare, Progress(), number)
    assert caught.value.code == "model_missing"
    bare.close()


@pytest.mark.usefixtures("encoder")
def test_how_much_of_the_letters_is_read_is_remembered_for_the_active_model(bare: Shop) -> None:
    assert unread_share(bare) is None
    bare.catalogue.upsert([Item(ItemId(f"z{number}"), "青釉茶杯") for number in range(100)])
    encode_catalogue(bare, Progress())
    share = unread_share(bare)
    assert share is not None
    assert share > 0.5  # 400 letters the tiny model has no pieces for, and titles that it spells out
    bare.model_versions.activate(bare.model_versions.add("other", "models/x", 1, {}).number)
    assert unread_share(bare) is None
    bare.close()
