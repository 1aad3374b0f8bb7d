"""Which encoding a file is in: byte order marks, then strict UTF-8, then whichever legacy encoding yields plausible text."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

from recsys_desktop.ingest.files import latin
from recsys_desktop.ingest.files.opening import Sample, open_source

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: In order of preference: where two score alike, the first is taken.
_LEGACY = (
    "cp1252",
    "gb18030",
    "big5",
    "cp932",
    "euc_jp",
    "cp949",
    "cp1251",
    "cp1250",
    "koi8_r",
    "cp1253",
    "cp1254",
    "iso8859_2",
    "mac_roman",
)
#: A file up to this size is checked to its last byte before it is called UTF-8.
_WHOLE_FILE = 64 * 1024 * 1024
_ENOUGH_BYTES, _AROUND = 200_000, 10_000
_SURE = 0.55
_MARGIN = 0.08
#: How much likelier one European code page must be than another, in natural logarithms: seven to one.
_LIKELIER = 2.0
_FOREIGN_LINE = re.compile(rb"[^\r\n]*[\x80-\xff][^\r\n]*")


@dataclass(frozen=True)
class EncodingGuess:
    """An encoding's Python name and whether the file leaves no serious doubt about it."""

    encoding: str
    confident: bool


def guess_encoding(path: Path, sample: Sample) -> EncodingGuess:
    """Return the encoding of a file that was sampled."""
    for mark, encoding in _MARKS:
        if sample.head.startswith(mark):
            return EncodingGuess(encoding, True)
    wide = _wide(sample.head)
    if wide is not None:
        return EncodingGuess(wide, True)
    damaged, intact = _utf8_pieces(path, sample)
    if damaged == 0 or (intact >= 20 and damaged * 50 <= intact):  # the rows of a few broken letters are reported
        return EncodingGuess("utf-8", True)
    return _legacy(sample)


def _wide(head: bytes) -> str | None:
    """Return the byte order of UTF-16 without a mark, by the zero bytes beside its separators and line ends."""
    pairs = len(head) // 2
    if pairs < 4 or b"\x00" not in head:
        return None
    even, odd = head[0 : 2 * pairs : 2].count(0), head[1 : 2 * pairs : 2].count(0)
    for name, high, low in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if high >= 0.05 * pairs and high > 20 * low:
            try:
                text = head[: 2 * pairs - 2].decode(name)
            except UnicodeDecodeError:
                continue
            if "\n" in text or "\r" in text:
                return name
    return None


def _utf8_pieces(path: Path, sample: Sample) -> tuple[int, int]:
    """Return how many byte sequences are not UTF-8, and how many letters beyond ASCII are."""
    with open_source(path) as source:
        if source.size <= _WHOLE_FILE:
            decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
            damaged = intact = 0
            while piece := source.stream.read(1 << 20):
                if not piece.isascii():
                    one_damaged, one_intact = _count(decoder.decode(piece))
                    damaged, intact = damaged + one_damaged, intact + one_intact
                elif decoder.getstate()[0]:
                    damaged += 1
                    decoder.reset()
            return damaged + _count(decoder.decode(b"", True))[0], intact
    damaged = intact = 0
    for piece in (sample.head, *sample.spread):
        text = piece.strip(bytes(range(0x80, 0xC0))).decode("utf-8", "surrogateescape")
        one_damaged, one_intact = _count(text[:-4])  # the piece may end within a letter
        damaged, intact = damaged + one_damaged, intact + one_intact
    return damaged, intact


def _count(text: str) -> tuple[int, int]:
    damaged = len(re.findall("[\udc80-\udcff]+", text))
    return damaged, len(re.findall("[^\x00-\x7f\udc80-\udcff]", text))


def _legacy(sample: Sample) -> EncodingGuess:
    """Return the legacy encoding in which the file's non-ASCII lines read most like writing."""
    from charset_normalizer import from_bytes  # here, as most files are UTF-8 and need neither its nor our tables

    lines = b"\n".join(line for piece in (sample.head, *sample.spread) for line in _whole_lines(piece))[:_ENOUGH_BYTES]
    lines = lines[: lines.rfind(b"\n")] if len(lines) == _ENOUGH_BYTES and b"\n" in lines else lines
    scores = {encoding: _score(lines, encoding) for encoding in _LEGACY}
    best, second = sorted(scores, key=lambda encoding: -scores[encoding])[:2]
    if scores[best] >= _SURE and latin.knows(best):
        best, sure = _latin(
            lines, sample.head[:_AROUND], {encoding: score for encoding, score in scores.items() if score >= _SURE - _MARGIN}
        )
        return EncodingGuess(best, sure)
    same = scores[second] > 0 and lines.decode(best, "replace") == lines.decode(second, "replace")
    if scores[best] >= _SURE and (same or scores[best] - scores[second] >= _MARGIN):
        return EncodingGuess(best, True)
    helper = from_bytes(lines, cp_isolation=[best, second]).best() if scores[best] > 0 else None
    if helper is not None and codecs.lookup(helper.encoding) == codecs.lookup(second):
        best = second
    return EncodingGuess(best, scores[best] >= _SURE)


def _latin(lines: bytes, around: bytes, scores: dict[str, float]) -> tuple[str, bool]:
    """Return the likeliest European code page and whether nothing speaks for another."""
    texts = {encoding: lines.decode(encoding, "replace") for encoding in scores if latin.knows(encoding)}
    found = {encoding: latin.likelihood(text, encoding, around.decode("ascii", "ignore")) for encoding, text in texts.items()}
    order = sorted(found, key=lambda encoding: -found[encoding])
    best, others = order[0], [encoding for encoding in order[1:] if texts[encoding] != texts[order[0]]]
    rivals = [
        encoding
        for encoding, score in scores.items()
        if not latin.knows(encoding) and score >= scores[best] - _MARGIN and lines.decode(encoding, "replace") != texts[best]
    ]
    if not others:
        return best, not rivals
    return best, not rivals and found[best] - found[others[0]] >= _LIKELIER


def _whole_lines(piece: bytes) -> list[bytes]:
    """Return the lines with bytes beyond ASCII; the first and last of a piece may be cut and are left out if there are others."""
    lines: list[bytes] = _FOREIGN_LINE.findall(piece)
    return lines[1:-1] if len(lines) > 4 else lines


def _score(lines: bytes, encoding: str) -> float:
    """Return the plausibility of the lines in one encoding; a few undecodable bytes in a long file are forgiven."""
    from recsys_desktop.ingest.files import plausibility

    text = lines.decode(encoding, "replace")
    broken = text.count("\ufffd")
    if broken:
        foreign = sum(byte >= 0x80 for byte in lines)
        if broken * 200 > foreign:
            return 0.0
        text = text.replace("\ufffd", "")
        if text.isascii():
            return 0.0
    return plausibility.score(text, encoding)
