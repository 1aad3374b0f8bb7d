from __future__ import annotations

from datetime import UTC, datetime

import pytest

from recsys_desktop.ingest.cleaning.caching import UNREADABLE
from recsys_desktop.ingest.cleaning.dates import DateReader, are_serial, day_comes_first, is_ambiguous


def seconds(*parts: int) -> int:
    return int(datetime(*parts, tzinfo=UTC).timestamp())  # type: ignore[arg-type]  # mypy takes the parts for the zone


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2010-12-01 08:26:00", seconds(2010, 12, 1, 8, 26)),
        ("2010-12-01", seconds(2010, 12, 1)),
        ("2010-12-01T08:26:00Z", seconds(2010, 12, 1, 8, 26)),
        ("2026-09-03 10:15:00 -0400", seconds(2026, 9, 3, 14, 15)),
        ("2026-09-03T10:15:00+08:00", seconds(2026, 9, 3, 2, 15)),
        ("2026-09-03 10:15:00 UTC", seconds(2026, 9, 3, 10, 15)),
        ("2010-12-01 08:26:00.250", seconds(2010, 12, 1, 8, 26)),
        ("2016/11/5", seconds(2016, 11, 5)),
        ("2016.11.05 7:08", seconds(2016, 11, 5, 7, 8)),
        ("2016年11月5日", seconds(2016, 11, 5)),
        ("2016年11月5日 下午3:20", seconds(2016, 11, 5, 15, 20)),
        ("２０１６/１１/０５", seconds(2016, 11, 5)),
        ("20161105", seconds(2016, 11, 5)),
        ("20161105123456", seconds(2016, 11, 5, 12, 34, 56)),
        ("964982703", 964982703),
        ("1700000000", 1700000000),
        ("1700000000.0", 1700000000),
        ("1700000000123", 1700000000),
        ("28/01/2018", seconds(2018, 1, 28)),
        ("28.1.18", seconds(2018, 1, 28)),
        ("05/04/2018 12:30 AM", seconds(2018, 4, 5, 0, 30)),
        ("05/04/2018 12:30 PM", seconds(2018, 4, 5, 12, 30)),
        ("Jul-21-25", seconds(2025, 7, 21)),
        ("10-Dez-25", seconds(2025, 12, 10)),
        ("5 December 2016", seconds(2016, 12, 5)),
        ("Dec 5, 2016, 3:07 pm", seconds(2016, 12, 5, 15, 7)),
        ("Mon, 05 Dec 2016 10:00:00 GMT", seconds(2016, 12, 5, 10)),
        ("3. März 2021", seconds(2021, 3, 3)),
        ("08/14/25", UNREADABLE),
        ("14/08/25", seconds(2025, 8, 14)),
        ("03-09-2026", seconds(2026, 9, 3)),
        ("14 juillet 2020", seconds(2020, 7, 14)),
        ("1er juin 2020", seconds(2020, 6, 1)),
        ("5 de diciembre de 2016", seconds(2016, 12, 5)),
        ("14 de febrero de 2025 12:30 hs.", seconds(2025, 2, 14, 12, 30)),
        ("10 out. 2021", seconds(2021, 10, 10)),
        ("5 мая 2021", seconds(2021, 5, 5)),
        ("12 mrt 2021", seconds(2021, 3, 12)),
        ("2025-Sep-03", seconds(2025, 9, 3)),
        ("2016年11月5日(土) 10:15", seconds(2016, 11, 5, 10, 15)),
        ("2016年11月5日 10时15分30秒", seconds(2016, 11, 5, 10, 15, 30)),
        ("2016년 11월 5일 오후 3:20", seconds(2016, 11, 5, 15, 20)),
        ("2024-12-31 23:30:00 PST", seconds(2025, 1, 1, 7, 30)),
        ("Sep 3, 2026 10:15:00 AM PDT", seconds(2026, 9, 3, 17, 15)),
        ("Thu Dec 05 2019 10:00:00 GMT+0100", seconds(2019, 12, 5, 9)),
        ("Montag, 5. Dezember 2016, 10:15 Uhr", seconds(2016, 12, 5, 10, 15)),
        ("05/04/2018 um 10:15", seconds(2018, 4, 5, 10, 15)),
        ('="2026-09-03"', seconds(2026, 9, 3)),
        ("'2026-09-03", seconds(2026, 9, 3)),
        ('"2026-09-03"', seconds(2026, 9, 3)),
        ("", None),
        ("null", None),
        ("0000-00-00 00:00:00", None),
    ],
)
def test_dates_as_shops_write_them(text: str, expected: object) -> None:
    assert DateReader(day_first=True).parse(text) == expected


@pytest.mark.parametrize(
    "text", ["soon", "2024-02-30", "13/13/2018", "1850-01-01", "12:30", "5 Foo 2016", "12", "99999999", "1e9", "2024-01-01 noon"]
)
def test_other_texts_are_no_dates(text: str) -> None:
    assert DateReader(day_first=True).parse(text) is UNREADABLE


def test_the_column_settles_which_number_is_the_month() -> None:
    assert DateReader(day_first=True).parse("05/04/2018") == seconds(2018, 4, 5)
    assert DateReader(day_first=False).parse("05/04/2018") == seconds(2018, 5, 4)
    assert day_comes_first(["03/04/2018", "28/01/2018"]) is True
    assert day_comes_first(["03/04/2018", "01/28/2018"]) is False
    assert day_comes_first(["03.04.2018"]) is True
    assert day_comes_first(["03/04/2018", "2018-01-28"]) is None
    assert is_ambiguous(["03/04/2018"])
    assert not is_ambiguous(["2018-04-03"])


def test_a_spreadsheets_day_numbers() -> None:
    serial = DateReader(day_first=True, serial=True)
    assert serial.parse("45123.5") == seconds(2023, 7, 16, 12)
    assert serial.parse("45123") == seconds(2023, 7, 16)
    assert serial.parse("45123,25") == seconds(2023, 7, 16, 6)
    assert serial.parse("45123 0.75") == seconds(2023, 7, 16, 18)
    assert serial.parse("25569") == 0
    assert serial.parse("2023-07-16") == seconds(2023, 7, 16)
    assert DateReader(day_first=True).parse("45123.5") is UNREADABLE
    assert are_serial(["45123.5", " "])
    assert not are_serial([])
    assert not are_serial(["45123", "20230716"])
