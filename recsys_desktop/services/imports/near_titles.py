"""Products of a shop with nearly the same name, told so that a person can look; nothing is joined by itself."""

from __future__ import annotations

from dataclasses import dataclass

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.ingest.near_titles import Kinship, TitlePair, near_pairs
from recsys_desktop.services.shop import Shop


@dataclass(frozen=True)
class NearPair:
    """Two products; ``similarity`` is 0 to 1, of their titles' letters."""

    first: ItemId
    first_title: str
    second: ItemId
    second_title: str
    similarity: float
    kind: Kinship


@dataclass(frozen=True)
class NearTitles:
    """Pairs that may be one product entered twice, and pairs that are variants of one; the counts are of all there are."""

    slips: tuple[NearPair, ...]
    variants: tuple[NearPair, ...]
    slip_count: int
    variant_count: int


def near_titles(shop: Shop, most: int = 100) -> NearTitles:
    """Return up to ``most`` pairs of each kind, those most alike first."""
    keys, ids = shop.catalogue.keys()
    titles = shop.catalogue.titles(keys)
    pairs = near_pairs(titles)
    slips = [pair for pair in pairs if pair.kinship != "variant"]
    variants = [pair for pair in pairs if pair.kinship == "variant"]

    def shown(pair: TitlePair) -> NearPair:
        first, second = pair.first, pair.second
        return NearPair(ids[first], titles[first], ids[second], titles[second], pair.similarity, pair.kinship)

    return NearTitles(tuple(map(shown, slips[:most])), tuple(map(shown, variants[:most])), len(slips), len(variants))
