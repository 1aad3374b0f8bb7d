"""From curated words to a shelf of products: a range (what it is) in a design (what is on it)."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from samples.dice import Dice


@dataclass(frozen=True)
class Style:
    """A look that runs through the whole shop. ``motifs`` are (words in a title, words in a description)."""

    name: str
    brand: str
    motifs: tuple[tuple[str, str], ...]
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class Range:
    """Products that differ in their design only; a title without {motif} is one product.

    ``goes_with`` is the category of what people buy next; ``lasts`` is the number of days until it is used up (0: never);
    ``season`` is "", "winter", "spring", "summer" or "autumn".
    """

    category: str
    title: str
    description: str
    styles: tuple[str, ...]
    count: int
    low: float
    high: float
    tags: tuple[str, ...]
    lasts: int
    season: str
    goes_with: str

    @property
    def has_designs(self) -> bool:
        """Whether the range comes in several designs."""
        return "{motif}" in self.title


@dataclass(frozen=True)
class Product:
    """One row of products.csv, with what the simulated customers know about it."""

    product_id: str
    title: str
    description: str
    tags: tuple[str, ...]
    brand: str
    price: float
    stock: int
    style: str
    arrives: int  # days after the shop's first day
    appeal: float  # how well it sells apart from anybody's taste
    range: Range

    @property
    def category(self) -> str:
        """The category path."""
        return self.range.category


@dataclass(frozen=True)
class Manner:
    """What differs between the shops when products are written down."""

    id_prefix: str
    first_id: int
    price: Callable[[float], float]  # to an amount that stands on a price tag
    between_sentences: str
    days: int  # from the shop's first to its last day


def read_styles(folder: Path) -> dict[str, Style]:
    """Return the looks described in styles.toml by name."""
    with (folder / "styles.toml").open("rb") as file:
        tables = tomllib.load(file)["style"]
    return {
        table["name"]: Style(
            table["name"], table["brand"], tuple((title, phrase) for title, phrase in table["motifs"]), tuple(table["sentences"])
        )
        for table in tables
    }


def read_ranges(folder: Path) -> list[Range]:
    """Return the ranges listed in ranges.csv, in their order."""
    with (folder / "ranges.csv").open(encoding="utf-8", newline="") as file:
        return [
            Range(
                category=row["category"],
                title=row["title"],
                description=row["description"],
                styles=tuple(row["styles"].split()),
                count=int(row["count"]),
                low=float(row["low"]),
                high=float(row["high"]),
                tags=tuple(row["tags"].split()),
                lasts=int(row["lasts"] or 0),
                season=row["season"],
                goes_with=row["goes_with"],
            )
            for row in csv.DictReader(file)
        ]


def stock_shelf(styles: dict[str, Style], ranges: Sequence[Range], manner: Manner, dice: Dice) -> list[Product]:
    """Return the shop's products in the order of their ids, categories together as a shop's export has them."""
    products: list[Product] = []
    for range_ in ranges:
        for style, motif in _designs(range_, styles, dice):
            products.append(_product(len(products), range_, style, motif, manner, dice))
    return products


def _designs(range_: Range, styles: dict[str, Style], dice: Dice) -> list[tuple[Style, tuple[str, str]]]:
    """Return ``count`` different designs: each style once before any comes twice."""
    decks = [(styles[name], dice.shuffled(styles[name].motifs)) for name in dice.shuffled(range_.styles)]
    turns = max(len(motifs) for _, motifs in decks)
    deals = [(style, motifs[turn]) for turn in range(turns) for style, motifs in decks if turn < len(motifs)]
    return deals[: range_.count]


def _product(number: int, range_: Range, style: Style, motif: tuple[str, str], manner: Manner, dice: Dice) -> Product:
    title = range_.title.format(motif=motif[0])
    sentences = [range_.description.format(motif=motif[1])]
    if range_.has_designs and dice.chance(0.6):
        sentences.append(dice.pick(style.sentences))
    tags = (style.name, *range_.tags) if dice.chance(0.6) else range_.tags
    return Product(
        product_id=f"{manner.id_prefix}{manner.first_id + number}",
        title=title[0].upper() + title[1:],
        description=manner.between_sentences.join(sentence[0].upper() + sentence[1:] for sentence in sentences),
        tags=tuple(dict.fromkeys(tags)),
        brand=style.brand if dice.chance(0.85) else "",
        price=manner.price(dice.between(range_.low, range_.high)),
        stock=0 if dice.chance(0.05) else dice.whole(2, 90),
        style=style.name,
        arrives=_arrival(manner.days, dice),
        appeal=0.75 * dice.bell(),
        range=range_,
    )


def _arrival(days: int, dice: Dice) -> int:
    """Most of the shelf was there on the first day, a sixth came in the last three months, the rest in between."""
    draw = dice.share()
    if draw < 0.62:
        return 0
    if draw < 0.83:
        return dice.whole(1, days - 91)
    return dice.whole(days - 90, days - 5)
