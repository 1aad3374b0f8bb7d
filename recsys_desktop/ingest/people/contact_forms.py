"""Cells that are a person's e-mail address, telephone number, network address or name, told by their form alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from recsys_desktop.ingest.cleaning.caching import UNREADABLE
from recsys_desktop.ingest.cleaning.dates import DateReader

#: An address as shops know it; comments and quoted names, which the standard allows, do not occur in orders.
_EMAIL = re.compile(r"[^\s@<>(),;:\"]+@[^\s@<>(),;:\"]+\.[^\W\d_]{2,}")
#: With a country's code; with the code in brackets; a long one that begins with 0; three groups of America; China's mobiles.
_TELEPHONE = re.compile(
    r"(?:\+|00)\d[\d\s().\-/]{5,18}\d|\(0?\d{2,5}\)\s?\d[\d\s\-]{4,12}|0\d{1,5}[\s/\-]\d[\d\s\-]{5,12}|1?[\s\-.]?\d{3}[\-.\s]\d{3}[\-.\s]\d{4}"
    r"|1[3-9]\d(?:\d{8}|[\s\-]\d{4}[\s\-]\d{4}|\*{4}\d{4})"
)
_FEWEST_DIGITS = 8
_NETWORK = re.compile(
    r"(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)|(?:[0-9a-f]{0,4}:){3,7}[0-9a-f]{0,4}", re.I
)
#: Two to four words, capitalised or of the small ones between names, without digits.
_WORD = r"(?:[^\W\d_a-zа-яё][\w'’.\-]*|van|von|de|der|den|da|do|dos|di|del|la|le|bin|al)"
_NAME = re.compile(rf"{_WORD}(?:,?\s{_WORD}){{1,3}}")
_DIGIT = re.compile(r"\d")
#: The hundred commonest Chinese family names (Ministry of Public Security, 2020), which some 85 % of people bear.
_FAMILY_NAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊"
    "白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常張劉陳楊黃趙吳孫馬許鄭謝鄧馮蕭葉蘇呂盧鍾譚陸韋賈鄒龍賀顧龔邵錢嚴"
)
_CHINESE_NAME = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fff*＊某]{1,3}")
_DATES = DateReader(True), DateReader(False)


def is_email(text: str) -> bool:
    """Return whether a text is an e-mail address.

    >>> is_email("ann.o'hara@example.org"), is_email("@home"), is_email("a@b")
    (True, False, False)
    """
    return "@" in text and _EMAIL.fullmatch(text.strip()) is not None


def is_telephone(text: str) -> bool:
    """Return whether a text is a telephone number; dates and article numbers are none.

    >>> [is_telephone(text) for text in ("+49 170 1234567", "(555) 123-4567", "13812345678", "01-02-2018", "9780000000001")]
    [True, True, True, False, False]
    """
    text = text.strip().lstrip("'")
    if _TELEPHONE.fullmatch(text) is None or len(_DIGIT.findall(text)) + 4 * ("****" in text) < _FEWEST_DIGITS:
        return False
    return all(reader.parse(text) is UNREADABLE for reader in _DATES)


def is_network_address(text: str) -> bool:
    """Return whether a text is an IP address.

    >>> is_network_address("192.168.0.1"), is_network_address("2001:db8::1"), is_network_address("12:30")
    (True, True, False)
    """
    return _NETWORK.fullmatch(text.strip()) is not None


def is_person_name(text: str) -> bool:
    """Return whether a text is most likely a person's name.

    >>> [is_person_name(text) for text in ("Anna Müller", "Jan van der Berg", "王小明", "jane_doe", "tb1234", "User 7")]
    [True, True, True, False, False, False]
    """
    text = text.strip()
    if _CHINESE_NAME.fullmatch(text):
        return text[0] in _FAMILY_NAMES
    return _NAME.fullmatch(text) is not None


def share(form: Callable[[str], bool], cells: Iterable[str]) -> float:
    """Return the share of filled cells of a form, 0 where none is filled."""
    filled = [cell for cell in cells if cell and not cell.isspace()]
    return sum(map(form, filled)) / len(filled) if filled else 0.0
