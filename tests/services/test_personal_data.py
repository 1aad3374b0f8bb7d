"""No name, address, telephone number or message of a customer reaches any file of the shop."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest

from recsys_desktop import cli
from recsys_desktop.domain.progress import Progress
from recsys_desktop.ingest.people.pseudonyms import is_pseudonym
from recsys_desktop.services.imports.importing import import_files, inspect_files, save_bad_rows
from recsys_desktop.services.pseudonyms import KEY_FILE
from recsys_desktop.services.shop import open_shop
from recsys_desktop.settings import KEEP_CONTACTS

HEADER = "Name,Email,Financial Status,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku"
HEADER += ",Billing Name,Billing Street,Billing City,Billing Phone,Notes,Phone\n"
PERSON = ",Zzcanary Ann,Zzcanarystreet 1,Zzcanaryville,+4917000zz,Zzcanary!,\n"
ROWS = (
    f"#1,zzcanary.ann@example.org,paid,2026-09-03 10:15:00 -0400,1,Lamp,12.50,L1{PERSON}"
    f"#2,zzcanary.bob@example.org,paid,2026-09-04 10:15:00 -0400,2,Mug,5.00,M1{PERSON}"
    f"#3,ZZCANARY.ann@example.org,paid,2026-09-05 10:15:00 -0400,1,Mug,5.00,M1{PERSON}"
    f"#4,zzcanary.cat@example.org,paid,soon,1,Mug,5.00,M1{PERSON}"
)


def traces(folder: Path) -> list[str]:
    """Return the files in which the canary occurs in any case and encoding."""
    found = []
    for path in folder.rglob("*"):
        data = path.read_bytes().lower() if path.is_file() else b""
        if any("zzcanary".encode(encoding) in data for encoding in ("utf-8", "utf-16-le", "utf-16-be")):
            found.append(str(path))
    return found


def test_nothing_of_a_customer_is_stored_or_logged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    file, folder = tmp_path / "orders.csv", tmp_path / "shop"
    file.write_text(HEADER + ROWS)
    assert cli.main(["--data-dir", str(folder), "import", str(file), "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert (document["files"][0]["rows"], document["files"][0]["bad"], document["files"][0]["users"]) == (4, 1, 2)
    assert traces(folder) == []
    assert "zzcanary" not in caplog.text.lower()
    assert (folder / KEY_FILE).exists()
    shop = open_shop(folder)
    assert all(map(is_pseudonym, shop.users.keys()[1]))
    shop.close()
    assert cli.main(["--data-dir", str(folder), "import", str(file), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["files"][0]["unchanged"] == 3


def test_rows_to_be_mended_keep_what_the_shop_wrote(tmp_path: Path) -> None:
    """They are the shop's own cells, written where the person chose; without them nothing could be mended."""
    file = tmp_path / "orders.csv"
    file.write_text(HEADER + ROWS)
    shop = open_shop(tmp_path / "shop")

    report = import_files(shop, inspect_files([file]), Progress())
    assert save_bad_rows(report.files[0], tmp_path / "bad.csv") == 1
    assert "zzcanary.cat@example.org" in (tmp_path / "bad.csv").read_text(encoding="utf-8-sig")
    shop.close()
    assert traces(tmp_path / "shop") == []


def test_a_shop_that_keeps_addresses_has_them(tmp_path: Path) -> None:

    file = tmp_path / "orders.csv"
    file.write_text(HEADER + ROWS)
    shop = open_shop(tmp_path / "shop")
    shop.settings.set(KEEP_CONTACTS, True)
    import_files(shop, inspect_files([file]), Progress())
    assert set(shop.users.keys()[1]) == {"zzcanary.ann@example.org", "zzcanary.bob@example.org", "ZZCANARY.ann@example.org"}
    assert not (tmp_path / "shop" / KEY_FILE).exists()
    shop.close()
