"""How much a text looks like writing: tells encodings apart that all decode without an error.

Scores run from 0 to 1 and look at non-ASCII characters only. A legacy Chinese file decodes "without error" as Western
European, Korean, Japanese and Traditional Chinese alike; only the right one yields characters that people use.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Callable


def _decoded(codec: str, first: int, last: int, trails: range) -> frozenset[str]:
    """Return the characters a double-byte code page holds between two lead bytes."""
    pairs = (bytes((lead, trail)) for lead, trail in itertools.product(range(first, last + 1), trails))
    return frozenset("".join(pair.decode(codec, "ignore") for pair in pairs))


_EUC_TRAILS = range(0xA1, 0xFF)
#: Level 1 of each standard: the characters its makers found common.
_SIMPLIFIED = _decoded("gb2312", 0xB0, 0xD7, _EUC_TRAILS)
_TRADITIONAL = _decoded("cp950", 0xA4, 0xC6, range(0x40, 0xFF))
_KANJI = _decoded("euc_jp", 0xB0, 0xCF, _EUC_TRAILS)
_HANGUL = _decoded("euc_kr", 0xB0, 0xC8, _EUC_TRAILS)
#: The commonest characters of running text and of product names; level 1 alone cannot tell Korean bytes from Chinese ones.
_FREQUENT_CHINESE = frozenset(
    "的一是不了在人有我他这中大来上个国到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还"
    "发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己"
    "话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太"
    "水万市眼体别处总才场师书比住员九笑性通目华报立马命张活难神数件安表原车白应路期叫死常提感金何更反合放做系计或司利受光王果亲界及今京务"
    "制解各任至清物台象记边共风战干接它许八特觉望直服毛林题建南度统色字请交爱让认算论百吃义科怎元社术结六功指思非流每青管夫连远资队跟带花"
    "快条院变联言权往展该领传近留红治决周保达办运武半候七必城父强步完革深区即求品士转量空甚众技轻程告江语英基派满式李息写呢识极令黄德收脸"
    "钱党倒未持取设始版双历越史商千片容研像找友孩站广改议形委早房音火际则首单据导影失拿网香似斯专石若兵弟谁校读志飞观争究包组造落视济喜离"
    "号款装男套包邮码鞋衣裤裙霜膜水乳液粉油洗护肤洁精华补湿润白修控保养妆唇盒瓶袋克升订单编买家会员商品标题价格数量状态地址收货付款时间"
    "這個們來國時學對裡後會沒說還發當無開與見經頭兩長現將動樣進實電門東書點機種過間問給業員車產號裝質價買賣幣貨團關應讓認識"
)
_FREQUENT_HANGUL = frozenset(
    "이다는의에가을를지고하은로기사자도리시한나대인서어해스그정들일아수보만라전구제원부장여동주상성면소게있것조적과연선공비안중모신문치유오물미"
    "되었생세학민식실화년분국단품명체트무호우강발금재내두개방입니습합세요드할위와간더용산상품번호주문고객이름가격수량색크"
)
_WESTERN = frozenset("éèêëàâáãäåæçìíîïñòóôõöøœùúûüßÿÉÈÊËÀÂÁÃÄÅÆÇÍÎÏÑÓÔÕÖØŒÚÛÜşğıİ£€°®™©’‘“”–—…½¼¾²³·«»´`•§×¿¡±ªº")
_CENTRAL = frozenset("ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžÁČĎÉĚÍŇŘŠŤÚŮÝŽőűŐŰöüäôÖÜÄâîășțĂşţľĺŕß€„”“’–…°®™§×")
_IN_WORD_MARKS = frozenset("£€°®™©½¼¾²³·«»´§×¿¡±")
_CYRILLIC = re.compile(r"[А-яЁёЄєІіЇїҐґ]")
_GREEK = re.compile(r"[Α-Ωα-ωάέήίόύώϊϋΆΈΉΊΌΎΏς]")
_MIXED = re.compile(r"[a-zA-Z][^\W\d_a-zA-Z]|[^\W\d_a-zA-Z][a-zA-Z]")
_RUN = re.compile(r"[^\x00-\x7f]+")
_AT_NUMBER = re.compile(r"(?<![^\W\d_])[^\x00-\x7f\W\d_](?=\d)|(?<=\d)[^\x00-\x7f\W\d_](?![^\W\d_])")
_CASE_BREAK = re.compile(r"[^\W\d_]{2,}")
_WIDE_PUNCTUATION = frozenset("　、。，．・：；？！「」『』（）【】《》〈〉“”‘’—…￥％＋－＝／～·×℃①②③④⑤⑥⑦⑧⑨⑩")


def score(text: str, codec: str) -> float:
    """Return how plausible a text decoded with ``codec`` is, 0 to 1. Text without non-ASCII characters scores 1."""
    foreign = [character for run in _RUN.findall(text) for character in run][:20_000]
    if not foreign:
        return 1.0
    if any(unicodedata.category(character) in ("Co", "Cn", "Cc") for character in set(foreign)):
        return 0.0
    return _SCORES[codec](text, foreign)


def _share(characters: list[str], wanted: frozenset[str]) -> float:
    return sum(character in wanted for character in characters) / len(characters)


def _letters(foreign: list[str]) -> list[str]:
    """Return the characters that are not wide punctuation or full-width forms, which all East Asian writings share."""
    return [character for character in foreign if character not in _WIDE_PUNCTUATION and not "！" <= character <= "～"]


def _chinese(level_one: frozenset[str]) -> Callable[[str, list[str]], float]:
    def measure(_text: str, foreign: list[str]) -> float:
        letters = _letters(foreign)
        if not letters:
            return 0.5
        frequent = min(1.0, _share(letters, _FREQUENT_CHINESE) / 0.3)
        return _share(letters, level_one) * (0.4 + 0.6 * frequent)

    return measure


def _japanese(_text: str, foreign: list[str]) -> float:
    letters = _letters(foreign)
    if not letters:
        return 0.5
    kana = sum("ぁ" <= character <= "ヿ" for character in letters) / len(letters)
    return (_share(letters, _KANJI) + kana) * (0.3 + 0.7 * min(1.0, kana / 0.15))


def _korean(_text: str, foreign: list[str]) -> float:
    letters = _letters(foreign)
    if not letters:
        return 0.5
    return _share(letters, _HANGUL) * (0.4 + 0.6 * min(1.0, _share(letters, _FREQUENT_HANGUL) / 0.3))


def _alphabetic(good: frozenset[str]) -> Callable[[str, list[str]], float]:
    def measure(text: str, foreign: list[str]) -> float:
        lengths = [len(run) for run in _RUN.findall(text)]
        short_runs, runs = sum(length for length in lengths if length <= 2), sum(lengths)
        marks_in_words = len(re.findall(r"(?<=[a-z])[^\x00-\x7f](?=[a-z])", text))
        odd = sum(match in _IN_WORD_MARKS for match in re.findall(r"(?<=[a-z])([^\x00-\x7f])(?=[a-z])", text))
        penalty = odd / marks_in_words if marks_in_words else 0.0
        return _share(foreign, good) * (short_runs / runs) * (1 - penalty) * _case(text)

    return measure


def _case(text: str) -> float:
    """Return the share of words with non-ASCII letters whose capitals stand where capitals do."""
    words: list[str] = [word for word in _CASE_BREAK.findall(text) if not word.isascii()]
    if not words:
        return 1.0
    return sum(word.islower() or word.isupper() or word.istitle() or word[1:].islower() for word in words) / len(words)


def _script(pattern: re.Pattern[str]) -> Callable[[str, list[str]], float]:
    def measure(text: str, foreign: list[str]) -> float:
        letters = sum(pattern.fullmatch(character) is not None or character in "№«»–—…€’“”„°" for character in foreign)
        lower = sum(character.islower() for character in foreign) / len(foreign)
        # no word is half Latin, half Cyrillic, and a single letter at a number is the pound sign of another code page
        mixed = (len(_MIXED.findall(text)) + len(_AT_NUMBER.findall(text)) / 2) / len(foreign)
        return (letters / len(foreign)) ** 2 * _case(text) * (0.5 + 0.5 * min(1.0, lower / 0.5)) * max(0.0, 1 - 2 * mixed)

    return measure


_SCORES: dict[str, Callable[[str, list[str]], float]] = {
    "gb18030": _chinese(_SIMPLIFIED),
    "big5": _chinese(_TRADITIONAL),
    "cp932": _japanese,
    "euc_jp": _japanese,
    "cp949": _korean,
    "cp1252": _alphabetic(_WESTERN),
    "cp1250": _alphabetic(_CENTRAL),
    "iso8859_2": _alphabetic(_CENTRAL),
    "cp1254": _alphabetic(_WESTERN),
    "mac_roman": _alphabetic(_WESTERN),
    "cp1251": _script(_CYRILLIC),
    "koi8_r": _script(_CYRILLIC),
    "cp1253": _script(_GREEK),
}
