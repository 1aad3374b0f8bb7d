"""An opened shop: its file and the rooms of its store, joined once and handed to every service."""

from __future__ import annotations

from pathlib import Path

from recsys_desktop.store.catalogue import Catalogue
from recsys_desktop.store.database import Database
from recsys_desktop.store.feedback import FeedbackLog
from recsys_desktop.store.impressions import Impressions
from recsys_desktop.store.interactions import Interactions
from recsys_desktop.store.item_changes import ItemChanges
from recsys_desktop.store.model_versions import ModelVersions
from recsys_desktop.store.runs import Runs
from recsys_desktop.store.scenarios import Scenarios
from recsys_desktop.store.shop_settings import ShopSettings
from recsys_desktop.store.users import Users
from recsys_desktop.store.vectors import Vectors

_STORE_FILE = "shop.db"


class Shop:
    """The store of one shop and the folders beside it. Safe to use from several threads: each has its own connection.

    >>> import tempfile
    >>> shop = Shop(Path(tempfile.mkdtemp()))
    >>> shop.catalogue.count()
    0
    >>> shop.close()
    """

    def __init__(self, data_dir: Path) -> None:
        """Open the shop in this folder, making it where it is absent.

        Raises: RecsysError where the folder or the file cannot be used (newer_schema, not_a_shop_file, read_only_folder, ...).
        """
        self.data_dir = data_dir
        self.database = Database(data_dir / _STORE_FILE)
        self.catalogue = Catalogue(self.database)
        self.users = Users(self.database)
        self.interactions = Interactions(self.database)
        self.feedback = FeedbackLog(self.database)
        self.impressions = Impressions(self.database)
        self.item_changes = ItemChanges(self.database)
        self.vectors = Vectors(self.database)
        self.model_versions = ModelVersions(self.database)
        self.runs = Runs(self.database)
        self.settings = ShopSettings(self.database)
        self.scenarios = Scenarios(self.database)

    @property
    def spaces_dir(self) -> Path:
        """Folder of the fitted item spaces; all in it can be made again from the store."""
        return self.data_dir / "spaces"

    @property
    def models_dir(self) -> Path:
        """Folder of the language models this shop has trained."""
        return self.data_dir / "models"

    def close(self) -> None:
        """Close every connection; the shop is not used afterwards."""
        self.database.close()


def open_shop(data_dir: Path) -> Shop:
    """Open or make the shop in a folder; one that has arrived from another computer takes its place before.

    Raises: RecsysError, see :class:`Shop`; cannot_put_in_place.
    """
    if (data_dir / "arrived").is_dir():
        from recsys_desktop.services.arriving import put_in_place

        put_in_place(data_dir)
    return Shop(data_dir)
