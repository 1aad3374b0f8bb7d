"""Whether a language model can read a catalogue at all, told from how it cuts the words up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

#: A catalogue of which more letters than this are unread is better compared by its letters. Measured with the bundled English
#: model: English product titles .01 to .02, French, Spanish and German below .05, Polish .11, Chinese .84, Russian .93, Japanese,
#: Korean and Arabic 1.
MOST_UNREAD = 0.5
#: Texts looked at, evenly spread.
_SAMPLE = 500


def unread_share(texts: Sequence[str], pieces: Callable[[str], Sequence[str]], unknown: str) -> float:
    """Return the share of the letters of ``texts`` that the model does not know or only spells out, from 0 to 1.

    ``pieces`` cuts one word into the model's vocabulary (a tokenizer's ``tokenize``), ``unknown`` is its piece for what it does not
    know. A letter is read when its piece holds at least two letters, or is a whole word of one: a vocabulary learnt from a
    language has pieces for its words and endings, and falls back to single letters elsewhere (Rust et al., How good is your
    tokenizer?, ACL 2021). That is cheap and needs no behaviour, but tells scripts and alphabets, not understanding: to an English
    model French looks read. Without any letters the share is 0.
    """
    step = max(len(texts) // _SAMPLE, 1)
    counts = Counter(word for text in texts[::step] for word in text.split())
    letters = unread = 0
    for word, times in counts.items():
        cut = [_letters(piece) for piece in pieces(word) if piece != unknown]
        own = _letters(word)
        read = sum(length for length in cut if length > 1 or own == 1)
        letters += times * own
        unread += times * max(own - read, 0)
    return unread / letters if letters else 0.0


def _letters(text: str) -> int:
    return sum(character.isalpha() for character in text)
