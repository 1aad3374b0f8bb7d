"""Which samples come with the program, and which of them a shop holds. Light: the window asks before it is painted."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from recsys_desktop import paths
from recsys_desktop.services.shop import Shop
from recsys_desktop.services.vocabulary import ARTICLES, FILMS, PRODUCTS

#: Under which the store remembers the sample it was filled with.
SAMPLE_KEY = "sample_shop"
_FILES = ("products.csv", "orders.csv")
#: What a sample holds and its language -> its folder.
FOLDERS = {
    (PRODUCTS, "en"): "en",
    (PRODUCTS, "zh_CN"): "zh",
    (FILMS, "en"): "films_en",
    (FILMS, "zh_CN"): "films_zh",
    (ARTICLES, "en"): "articles_en",
    (ARTICLES, "zh_CN"): "articles_zh",
}
#: The invented shops' own names, so not translated.
NAMES = {
    "en": "Willow & Wren (sample)",
    "zh": "半山小集（示例）",
    "films_en": "Lantern Films (sample)",
    "films_zh": "灯影片库（示例）",
    "articles_en": "The Slow Post (sample)",
    "articles_zh": "慢读周刊（示例）",
}


def sample_files(folder: str) -> list[Path]:
    """Return the files of a sample."""
    return [paths.resources_dir() / "sample_data" / folder / name for name in _FILES]


def sample_in(shop: Shop) -> str:
    """Return the folder of the sample that a shop holds, "" where it holds none."""
    kept = shop.settings.get_json(SAMPLE_KEY)
    if isinstance(kept, Mapping):
        return str(kept.get("folder", ""))
    # The form of an earlier version of the program, which had samples of products only.
    return FOLDERS.get((PRODUCTS, kept), "") if isinstance(kept, str) else ""
