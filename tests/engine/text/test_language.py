from __future__ import annotations

from recsys_desktop.engine.text.language import MOST_UNREAD, unread_share
from tests.language_models import bundled_encoder

PIECES = {"mugs": ["mug", "##s"], "a": ["a"], "чай": ["ч", "##а", "##й"], "茶杯": ["茶", "[UNK]"], "7": ["7"]}


def share(*texts: str) -> float:
    return unread_share(texts, PIECES.__getitem__, "[UNK]")


def test_a_letter_alone_in_its_piece_is_only_spelled() -> None:
    assert share("mugs") == 1 / 4  # "mug" is read, "s" is not
    assert share("чай") == 1.0
    assert share("茶杯") == 1.0


def test_a_word_of_one_letter_is_a_word() -> None:
    assert share("a") == 0.0


def test_letters_are_counted_over_all_texts() -> None:
    assert share("mugs mugs", "чай 7") == (1 + 1 + 3) / (4 + 4 + 3)


def test_without_letters_nothing_is_unread() -> None:
    assert share() == 0.0
    assert share("7", " ") == 0.0


def test_the_bundled_model_reads_english_and_not_chinese() -> None:
    tokenizer = bundled_encoder().model.tokenizer
    english = ["White hanging heart candle holder", "Set of 3 cake tins, pantry design"]
    chinese = ["雪域精粹纯粹滋润霜补水保湿", "男士护肤洗面奶控油洁面乳"]
    assert unread_share(english, tokenizer.tokenize, tokenizer.unk_token) < 0.1
    assert unread_share(chinese, tokenizer.tokenize, tokenizer.unk_token) > MOST_UNREAD
