"""Lines below a table that are no rows of it: totals, counts of records, remarks of the program that wrote the file."""

from __future__ import annotations

import re
from collections.abc import Sequence

#: How many lines may stand below a table.
MOST_LINES = 12
_TOTAL = re.compile(
    r"\W*((grand |sub)?totals?|sum|summe|gesamt(summe|betrag)?|zwischensumme|insgesamt|somme|totaux|suma|somma|totale|итого|всего"
    r"|合计|总计|小计|共计|合計|總計|小計|総計|합계|총계)\W*",
    re.IGNORECASE,
)
#: "83 record(s) downloaded", "Seller ID : ...".
_REMARK = re.compile(
    r"\W*\d[\d.,]*\s*(records?|record\(s\)|rows?|lines?|orders?|results?|entries|datensätze|zeilen|enregistrements|lignes|registros|filas"
    r"|righe|записей|строк|条记录|条|行|筆|件|건)\b.*|[^\W\d][^:：]{0,40}\s[:：]\s.*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[\d\W]*")


def is_footer(cells: Sequence[str], width: int, *, fits: bool | None, remark: bool = False) -> bool:
    """Return whether a line at a file's end is no row: a total, or a remark in few cells that do not fit the columns.

    ``fits``: whether the cells stand where the table's cells of that form do, None where that is not known. ``remark``: whether its
    first filled cell is of another form or longer than any of its column.
    """
    filled = [cell.strip() for cell in cells if cell.strip()]
    if not filled or _TOTAL.fullmatch(filled[0]):
        return True
    if fits or len(filled) > max(1, width // 3) or width < 2:
        return False
    if width > 2 and _REMARK.fullmatch(" ".join(filled)):
        return True
    if len(cells) == width:
        return remark
    return remark or not (fits is None and _NUMBER.fullmatch(filled[0]))
