"""The words of the care notes stay at home, wherever in a pack they stand, and where the notes are locked halfway."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from caregiver_app.bootstrap.appraising import Appraising
from caregiver_app.bootstrap.care import Care
from caregiver_app.bootstrap.guarding import Guarding
from caregiver_app.bootstrap.pack_contents import contents_of_folder
from caregiver_app.bootstrap.pack_making import PackMaking
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.model.errors import PackError, PackTrouble
from caregiver_app.model.pack_problem import PackFault
from caregiver_app.vault.records.contacts import ContactText, Phone
from caregiver_app.vault.store import Vault
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.locking_care import LockedMeanwhile
from tests.helpers.packs import HEADED, WORKSHOP, lamp, small_manifest, write_pack_folder
from tests.helpers.vaults import PASSPHRASE, filled_care

NAME, PHONE = "Margaret Thornbury", "07700 900123"
USUAL = {"language": "en", "country": "GB", "summary": "Words."}
SITE = "https://www.example-care.org/"


def fill(vault: Vault) -> None:
    mum = vault.people.add(NAME, at=MONDAY)
    pelham = ContactText(name="Agnes Pelham", phones=(Phone(number=PHONE),))
    vault.contacts.add(pelham, person_id=mum, at=MONDAY)


@pytest.fixture
def care(tmp_path: Path) -> Care:
    filled_care(tmp_path / "data", fill)
    care = Care(Paths(data_dir=tmp_path / "data"), StillClock())
    care.unlock(PASSPHRASE)
    return care


def details(care: Care, folder: Path) -> set[tuple[str, str]]:
    """Return place and text of each detail that its maker has to decide on."""
    clock = StillClock()
    checked = PackMaking(Guarding(care), Appraising(clock), lambda: WORKSHOP).check(folder, country="GB")
    return {(each.where, each.detail) for each in checked.problems if each.fault is PackFault.PERSONAL_DETAIL}


def test_they_are_found_in_names_numbers_ids_names_of_files_and_addresses(care: Care, tmp_path: Path) -> None:
    links: list[dict[str, Any]] = [
        {**USUAL, "id": "one", "title": "One", "address": f"{SITE}?name=Margaret+Thornbury"},
        {**USUAL, "id": "two", "title": "Two", "address": f"{SITE}rooms/agnes%2Dpelham"},
        {**USUAL, "id": "three", "title": "Three", "address": f"{SITE}call/07700900123"},
    ]
    line = {"id": "gb-margaret-thornbury", "name": NAME, "phone": PHONE, "kind": "caring", "country": "GB"}
    manifest = small_manifest(
        publisher="Pelham",
        organisations=[{"id": "hers", "name": f"{NAME} family"}],
        links=links,
        helplines=[{**line, "languages": ["en"]}],
        pictures=[{"file": "pictures/agnes-pelham.png", "licence": "CC0", "credit": f"{NAME}, {PHONE}"}],
    )
    files: dict[str, str | bytes] = {
        "guides/evening-with-thornbury.md": f"{HEADED}Sit down.\n",
        "pictures/agnes-pelham.png": lamp(),
    }
    found = details(care, write_pack_folder(tmp_path / "pack", manifest, files))
    assert {(where, detail.casefold()) for where, detail in found} == {
        ("publisher", "pelham"),
        ("organisations[hers].name", "margaret thornbury"),
        ("links[one].address", "margaret thornbury"),
        ("links[two].address", "agnes pelham"),
        ("links[three].address", "07700900123"),
        ("guides[evenings-evening-with-thornbury].id", "thornbury"),
        ("guides/evening-with-thornbury.md", "thornbury"),
        ("helplines[gb-margaret-thornbury].id", "margaret thornbury"),
        ("helplines[gb-margaret-thornbury].name", "margaret thornbury"),
        ("helplines[gb-margaret-thornbury].phone", "07700 900123"),
        ("pictures[1].credit", "margaret thornbury"),
        ("pictures[1].credit", "07700 900123"),
        ("pictures/agnes-pelham.png", "agnes pelham"),
    }
    kept = [{"where": where, "text": detail, "reason": "She wishes it."} for where, detail in found]
    (tmp_path / "pack" / "settled.json").write_text(json.dumps({"kept": kept}))
    assert details(care, tmp_path / "pack") == set()
    care.lock()


def test_notes_that_are_locked_while_a_pack_is_looked_over_keep_it_from_being_built(tmp_path: Path) -> None:
    filled_care(tmp_path / "data", fill)
    care = LockedMeanwhile(Paths(data_dir=tmp_path / "data"), StillClock(), before="Evenings")
    care.unlock(PASSPHRASE)
    guide = {"guides/evenings.md": f"{HEADED}Turn on a lamp for Thornbury.\n"}
    folder = write_pack_folder(tmp_path / "pack", small_manifest(), guide)
    making = PackMaking(Guarding(care), Appraising(StillClock()), lambda: WORKSHOP)
    checked = making.check(folder)
    assert not care.is_unlocked
    assert [(each.where, each.fault) for each in checked.errors] == [("", PackFault.PRIVATE_WORDS_UNCHECKED)]


def test_the_list_for_paper_waits_for_details_too(care: Care, tmp_path: Path) -> None:
    folder = write_pack_folder(tmp_path / "pack", small_manifest(publisher="Pelham"))
    with pytest.raises(PackError) as refused:
        contents_of_folder(folder, Guarding(care))
    assert (refused.value.kind, refused.value.detail) == (PackTrouble.NOT_READY, "1")
    kept = [{"where": "publisher", "text": "Pelham", "reason": "A nurse of that name."}]
    (folder / "settled.json").write_text(json.dumps({"kept": kept}))
    assert contents_of_folder(folder, Guarding(care)).title == "Evenings"
    care.lock()
    with pytest.raises(PackError):
        contents_of_folder(folder, Guarding(care))
