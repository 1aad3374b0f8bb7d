"""The models of a shop as a person handles them: which there are, taking one away, and getting it back."""

from __future__ import annotations

import shutil
from collections.abc import Collection

from recsys_desktop.domain.entities import ModelVersion
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.texts import message
from recsys_desktop.services.shop import Shop
from recsys_desktop.store.model_versions import BUNDLED

#: Under which a trained version's metrics tell whether it was better than the one in use when it was made.
KEPT = "kept"


def is_refused(version: ModelVersion) -> bool:
    """Return whether a training found this version not better than the one then in use."""
    return version.metrics.get(KEPT) is False


def remove(shop: Shop, number: int) -> ModelVersion:
    """Take a model away and return what :func:`restore` needs; its files stay until :func:`drop_orphans`.

    Raises: RecsysError model_version_in_use for the bundled and the active one, unknown_model_version.
    """
    version = shop.model_versions.get(number)
    shop.model_versions.delete(number)
    return version


def restore(shop: Shop, version: ModelVersion) -> None:
    """Put a model that was taken away back; it reads the products anew when it is next used.

    Raises: RecsysError model_files_gone where its files went meanwhile: with the first training after it, or at a start.
    """
    if not (shop.data_dir / version.folder).is_dir():
        raise RecsysError(
            "model_files_gone",
            message("training", "Model {number} cannot come back: its files are gone by now.").fill(number=version.number),
            message("training", "Train again to get a model like it. Nothing was changed."),
        )
    shop.model_versions.put_back(version)


def drop_refused(shop: Shop, but: Collection[int]) -> None:
    """Drop models that were not better and are not in use, except some, with their files: each is as large as the first."""
    for version in shop.model_versions.list():
        if is_refused(version) and not version.active and version.number not in but:
            remove(shop, version.number)
    drop_orphans(shop)


def drop_orphans(shop: Shop) -> None:
    """Remove the files of models that were taken away; it is too late then to get them back."""
    known = {shop.data_dir / version.folder for version in shop.model_versions.list() if version.number != BUNDLED}
    if shop.models_dir.exists():
        for folder in shop.models_dir.iterdir():
            if folder not in known:
                shutil.rmtree(folder, ignore_errors=True)
