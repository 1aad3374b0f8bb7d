"""What there is to say about one platform's export: how to know it by its header, and what its columns mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from recsys_desktop.domain.entities import Kind
from recsys_desktop.domain.texts import Text

#: How the word for an order that came to nothing, or was paid back, begins; in the languages shops export in.
CANCELLED = re.compile(
    r"\W*(wc-)?(cancel|refund|void|fail|expire|reject|declined|unpaid|abandon|charge\s?back|storn|abgebrochen|r[üu]ckerstatt|erstattet"
    r"|fehlgeschlagen|annul|rembours|[ée]chou|expir|reembols|fallid|anulad|devuelt|devolvid|falhad|rimborsa|fallit|geannuleerd"
    r"|terugbetaald|mislukt|zwr[óo]con|nieudan|отмен|возвра[тщ]|не\s?удал|已取消|已退款|退款成功|交易关闭|已关闭|交易關閉|"
    r"キャンセル|返金|失敗|취소|환불)",
    re.IGNORECASE,
)


#: A column's name, or those it may have.
Names = str | tuple[str, ...]


def all_names(column: Names) -> tuple[str, ...]:
    """Return the names that a column may have."""
    return (column,) if isinstance(column, str) else column


@dataclass(frozen=True)
class SkipRule:
    """Rows whose cell in ``column`` matches ``pattern`` from its beginning; those left out are counted under ``reason``."""

    column: str
    pattern: re.Pattern[str]
    reason: str = ""


@dataclass(frozen=True)
class SalePrice:
    """A price below the regular one, valid from ``starts`` to ``ends`` (columns of dates; without one it is always valid).

    ``price`` is the column of the lower price itself; else ``amount`` says how much comes off and ``percent`` how many per cent.
    Where a column ``mode`` says "PERCENT", the amount is one of per cent. ``when`` is a column that must say yes.
    """

    price: Names = ()
    amount: Names = ()
    percent: Names = ()
    mode: Names = ()
    when: Names = ()
    starts: Names = ()
    ends: Names = ()


@dataclass(frozen=True)
class ColumnOrder:
    """Columns known by their place and cells where their names are in a language, or left out, that nobody wrote down.

    ``names`` are the columns' usual names from the first column on; ``forms`` what every filled cell of some of them must match
    from beginning to end, at least one cell of each. Without ``open_end`` there must be no further columns. With ``unnamed`` it
    holds only for files without a header.
    """

    names: tuple[str, ...]
    forms: Mapping[str, re.Pattern[str]]
    open_end: bool = False
    unnamed: bool = False


@dataclass(frozen=True)
class Platform:
    """One kind of export. Column names are compared without case, blanks and punctuation; one that ends in "*" stands for all
    that begin so ("Current Quantity *").

    Recognising. ``signatures``: the header must hold all names of one of them (of several in brackets, any). ``declined``: why
    such a file has nothing to import, said to the person instead of importing it. ``needs_user``: False where the export never
    names a customer, so that its order lines tell about products alone. ``orders_of_columns`` know it without its names.
    ``needs_title``: False where the file only adds to products that another one describes.

    Fields. ``columns``: per field the columns to look in; the first one with a filled cell counts. ``joined``: per field columns
    whose filled cells are joined by a blank instead (a date and a time of day). ``summed``: number fields whose columns add up
    (the stock of each location). ``listed``: fields whose cells may list several items, separated by ``list_between``; each item
    becomes a row of its own, with the rest of the row. ``histories`` names, for columns of the item, those that list the
    customer's earlier items, oldest first. ``between`` separates several categories of a cell, ``levels`` the levels of one.
    ``category_root``: the level above all categories, which says nothing. ``first_tag_is_category``: there is no category column,
    the first tag stands for it. ``title_is_id``: rows without an id are told apart by their titles. ``keyed_tags``: tags are
    written "colour=Red". ``returned``: columns that say how many of a line came back; what stayed was bought. ``url_pattern``
    makes an address of the cell in the address column. ``sale``: lower prices.

    Rows. ``skip``: rows left out. ``unlisted``: products that are not for sale, or not yet: kept, so that their orders find them,
    with nothing in stock. ``untracked``: rows whose number in stock means nothing. ``continued``: rows that repeat an id, or leave
    it empty, without a title are variants or pictures of the product above. ``parent``: a row with this column filled is a variant
    of the product it names (by SKU, or "id:44"); ``parents_wait``: products that have a price of their own have variants, too.
    ``variant_rows``: rows that match add to the product of the last row that did not; with ``children`` to the product that claims
    their ids: it names a column and a pattern whose first group finds them. ``filled_down``: columns that only an order's first
    line carries. ``once``: rows repeat; a customer and a product count once. ``names``: columns with further ids of the product or
    of the row's variant, by which orders may call it (SKU, bar code); ``names_between`` separates several in a cell. ``cleaned``:
    no row is postage, a fee or a slip.
    ``day_first``: how the platform writes dates such as 03/04/26 in every country, None where it follows the shop's.
    """

    name: str
    role: Literal["catalogue", "behaviour", "orders"]
    signatures: tuple[tuple[Names, ...], ...]
    columns: Mapping[str, tuple[str, ...]]
    kind: Kind | None = None
    declined: Text | None = None
    needs_user: bool = True
    orders_of_columns: tuple[ColumnOrder, ...] = ()
    needs_title: bool = True
    joined: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    summed: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    list_between: str = ""
    histories: Mapping[str, str] = field(default_factory=dict)
    between: str = ""
    levels: str = ">"
    category_root: str = ""
    first_tag_is_category: bool = False
    keyed_tags: bool = False
    returned: tuple[str, ...] = ()
    title_is_id: bool = False
    url_pattern: str = "{}"
    sale: tuple[SalePrice, ...] = ()
    skip: tuple[SkipRule, ...] = ()
    unlisted: tuple[SkipRule, ...] = ()
    untracked: tuple[SkipRule, ...] = ()
    continued: bool = False
    parent: tuple[str, ...] = ()
    parents_wait: bool = False
    variant_rows: tuple[SkipRule, ...] = ()
    children: tuple[str, re.Pattern[str]] | None = None
    filled_down: tuple[str, ...] = ()
    once: bool = False
    names: tuple[str, ...] = ()
    names_between: str = ""
    cleaned: bool = False
    day_first: bool | None = None

    def field_columns(self, name: str) -> tuple[str, ...]:
        """Return the columns that may hold a field, in the order in which they are looked in."""
        return (*self.joined.get(name, ()), *self.columns.get(name, ()))

    def fields(self) -> Iterator[str]:
        """Yield the fields that the export holds."""
        yield from dict.fromkeys((*self.joined, *self.columns))

    def used_columns(self) -> set[str]:
        """Return the names of all columns that this entry makes use of."""
        names = {column for wanted in self.fields() for column in self.field_columns(wanted)}
        names |= {rule.column for rules in (self.skip, self.unlisted, self.untracked, self.variant_rows) for rule in rules}
        names |= {name for sale in self.sale for column in vars(sale).values() for name in all_names(column)}
        names |= {*self.filled_down, *self.names, *self.parent, *self.histories, *self.histories.values()}
        return (names | ({self.children[0]} if self.children else set())) - {""}
