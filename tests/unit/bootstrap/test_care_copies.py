"""Care notes are copied each day; where they are damaged, in any way, the newest good copy comes back and says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from caregiver_app.bootstrap.care_copy_look import look_at_copy
from caregiver_app.bootstrap.services import Services
from caregiver_app.bootstrap.ways_in import ByPassphrase, BySheet
from caregiver_app.library.health import Check
from caregiver_app.model.errors import StorageError, VaultError, VaultTrouble
from caregiver_app.model.time import Millis
from caregiver_app.vault.records.notes import NewNote
from tests.helpers.backups import services_over
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.library import DAY_MS
from tests.helpers.vaults import CHEAPEST, PASSPHRASE, new_care

BY_PASSPHRASE = ByPassphrase(passphrase=PASSPHRASE)
ANOTHER = "plum anchor teapot violin meadow"


def on_day(folder: Path, number: int) -> Services:
    return services_over(folder, StillClock(Millis(MONDAY + number * DAY_MS)))


def write_down(services: Services, text: str) -> None:
    vault = services.care.open()
    vault.notes.add(NewNote(text=text), at=services.clock.now())
    vault.close()


def texts(services: Services) -> list[str]:
    vault = services.care.open()
    try:
        return sorted(note.text for note in vault.notes.list())
    finally:
        vault.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Notes with copies of Monday and Tuesday; what was written on Wednesday is in none."""
    new_care(tmp_path, clock=StillClock()).lock()
    for number, text in enumerate(("Monday", "Tuesday", "Wednesday")):
        services = on_day(tmp_path, number)
        services.care.unlock(PASSPHRASE)
        write_down(services, text)
        if text != "Wednesday":
            assert services.snapshot_care_if_due() is not None
        services.close()
    return tmp_path


def test_one_copy_a_day_without_an_envelope(folder: Path) -> None:
    """What is not due is not done; a copy is only the notes."""
    services = on_day(folder, 1)
    services.care.unlock(PASSPHRASE)
    assert services.snapshot_care_if_due() is None
    services.close()
    assert [copy.reason for copy in services.care_copies()] == ["daily", "daily"]
    assert sorted(path.suffix for path in (folder / "snapshots").iterdir()) == [".db", ".db"]


def page_damaged(path: Path) -> None:
    data = bytearray(path.read_bytes())
    for at in range(4096, len(data), 4096):
        data[at + 100] ^= 1
    path.write_bytes(data)


def header_damaged(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[40] ^= 1
    path.write_bytes(data)


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:10_000])


def swapped(path: Path) -> None:
    other = path.parent / "other"
    new_care(other).lock()
    path.write_bytes((other / "vault.db").read_bytes())


def library_there(path: Path) -> None:
    services = services_over(path.parent / "plain")
    services.open_library().close()
    path.write_bytes((path.parent / "plain" / "library.db").read_bytes())


def lost(path: Path) -> None:
    path.unlink()


HARM = [page_damaged, header_damaged, emptied, cut, swapped, library_there, lost]


@pytest.mark.parametrize("harm", HARM, ids=[harm.__name__ for harm in HARM])
def test_damaged_notes_come_back_from_the_newest_copy(folder: Path, harm: Callable[[Path], None]) -> None:
    """The damage is told, the file stays, the copy says what it lacks, and opens by the same passphrase."""
    harm(folder / "vault.db")
    services = on_day(folder, 3)
    damaged = (folder / "vault.db").read_bytes() if (folder / "vault.db").exists() else None
    assert services.care.exists()
    with pytest.raises(VaultError) as told:
        services.care.unlock(PASSPHRASE)
    assert told.value.kind is VaultTrouble.DAMAGED
    went = services.go_back_in_care(BY_PASSPHRASE)
    assert went.to.copy.at == MONDAY + DAY_MS
    assert went.to.lacks is not None
    assert went.to.lacks > 0
    assert (None if went.aside is None else went.aside.read_bytes()) == damaged
    assert services.care.unlock(PASSPHRASE).notices == ()
    assert texts(services) == ["Monday", "Tuesday"]
    services.close()


def test_a_damaged_copy_is_passed_over(folder: Path) -> None:
    """The newest good one is an older one then."""
    services = on_day(folder, 3)
    header_damaged(folder / "vault.db")
    page_damaged(folder / "snapshots" / services.care_copies()[0].name)
    assert services.go_back_in_care(BY_PASSPHRASE).to.copy.at == MONDAY
    services.care.unlock(PASSPHRASE)
    assert texts(services) == ["Monday"]
    services.close()


def test_without_a_good_copy_nothing_changes(folder: Path) -> None:
    """It is said, and the damaged file stays where it is."""
    services = on_day(folder, 3)
    for copy in services.care_copies():
        page_damaged(folder / "snapshots" / copy.name)
    header_damaged(folder / "vault.db")
    before = (folder / "vault.db").read_bytes()
    with pytest.raises(VaultError) as told:
        services.go_back_in_care(BY_PASSPHRASE)
    assert told.value.kind is VaultTrouble.NO_COPY
    assert (folder / "vault.db").read_bytes() == before


def test_going_back_to_one_by_name_keeps_what_is_here(folder: Path) -> None:
    """Sound notes become a copy, to which one can go back in turn; the passphrase of today stays in force."""
    services = on_day(folder, 3)
    services.care.unlock(PASSPHRASE)
    services.care.change_passphrase(PASSPHRASE, ANOTHER, cost=CHEAPEST)
    way = ByPassphrase(passphrase=ANOTHER)
    went = services.go_back_in_care(way, name=services.care_copies()[-1].name)
    assert (went.aside, went.to.copy.at) == (None, MONDAY)
    assert services.care.unlock(ANOTHER).notices == ()
    assert texts(services) == ["Monday"]
    services.go_back_in_care(way, name=services.care_copies()[0].name)
    services.care.unlock(ANOTHER)
    assert texts(services) == ["Monday", "Tuesday", "Wednesday"]
    services.close()


def test_by_the_sheet_where_the_envelope_is_gone_too(folder: Path) -> None:
    """Neither file is needed: the sheet opens the copy."""
    services = on_day(folder, 3)
    services.care.unlock(PASSPHRASE)
    sheet = " ".join(services.care.sheet(PASSPHRASE).groups)
    for name in ("vault.json", "vault-2.json"):
        (folder / name).unlink()
    header_damaged(folder / "vault.db")
    services.go_back_in_care(BySheet(typed=sheet))
    services.care.recover(sheet, ANOTHER, cost=CHEAPEST)
    assert texts(services) == ["Monday", "Tuesday"]
    services.close()


def test_a_wrong_passphrase_shows_no_copy(folder: Path) -> None:
    """Nothing is opened and nothing replaced by it."""
    services = on_day(folder, 3)
    before = (folder / "vault.db").read_bytes()
    with pytest.raises(VaultError) as told:
        services.go_back_in_care(ByPassphrase(passphrase="another one"))
    assert told.value.kind is VaultTrouble.WRONG_PASSPHRASE
    assert (folder / "vault.db").read_bytes() == before


def test_notes_that_are_open_are_not_replaced(folder: Path) -> None:
    """Who has them open would write into a file that is moved away."""
    services = on_day(folder, 3)
    other = on_day(folder, 3)
    other.care.unlock(PASSPHRASE)
    vault = other.care.open()
    with pytest.raises(StorageError):
        services.go_back_in_care(BY_PASSPHRASE)
    vault.close()
    other.close()


def test_new_notes_are_not_made_over_lost_ones(folder: Path) -> None:
    """The envelope opens the copies: it is not written over."""
    lost(folder / "vault.db")
    services = on_day(folder, 3)
    with pytest.raises(VaultError) as told:
        services.care.create(ANOTHER, cost=CHEAPEST)
    assert told.value.kind is VaultTrouble.EXISTS


def asked(services: Services, *, way: ByPassphrase | None = None) -> dict[str, Check]:
    return {check.name: check for check in services.doctor(way=way) if check.name.startswith("care-")}


def test_the_doctor_knows_the_files_without_a_passphrase(folder: Path) -> None:
    """Whether they are there and what they are; no page is read."""
    services = on_day(folder, 3)
    assert asked(services) == {
        "care-file": Check(name="care-file", ok=True),
        "care-envelope": Check(name="care-envelope", ok=True),
        "care-copies": Check(name="care-copies", ok=True, detail="2"),
    }
    (folder / "vault.json").unlink()
    assert asked(services)["care-envelope"].detail == "one-copy"
    (folder / "vault-2.json").write_bytes(b"{}")
    emptied(folder / "vault.db")
    assert {name: check.detail for name, check in asked(services).items() if not check.ok} == {
        "care-file": "empty",
        "care-envelope": "envelope-damaged",
    }


def test_the_doctor_reads_every_page_with_a_passphrase(folder: Path) -> None:
    """Damage anywhere is found, in the notes and in the copies."""
    services = on_day(folder, 3)
    assert all(check.ok for check in asked(services, way=BY_PASSPHRASE).values())
    page_damaged(folder / "vault.db")
    page_damaged(folder / "snapshots" / services.care_copies()[0].name)
    found = asked(services, way=BY_PASSPHRASE)
    assert (found["care-pages"].ok, found["care-copies"].detail) == (False, "1 of 2")


def test_the_doctor_says_nothing_of_notes_where_there_are_none(tmp_path: Path) -> None:
    """Who never made any is not asked about them."""
    assert asked(services_over(tmp_path)) == {}


def test_a_look_tells_what_a_copy_lacks(folder: Path) -> None:
    """By records, also of those that are open just now; of damaged notes nothing can be told."""
    services = on_day(folder, 3)
    services.care.unlock(PASSPHRASE)
    tuesday, monday = (copy.name for copy in services.care_copies())
    for name, lacks in ((tuesday, {"note": 1}), (monday, {"note": 2})):
        found = look_at_copy(services.care.places, BY_PASSPHRASE, services.clock, name)
        assert found.copy.name == name
        assert found.lacking is not None
        assert (found.lacking.missing, found.lacking.older, found.lacking.back) == (lacks, {}, {})
    with pytest.raises(VaultError) as refused:
        look_at_copy(services.care.places, ByPassphrase(passphrase=ANOTHER), services.clock, monday)
    assert refused.value.kind is VaultTrouble.WRONG_PASSPHRASE
    with pytest.raises(VaultError) as refused:
        look_at_copy(services.care.places, BY_PASSPHRASE, services.clock, "vault-1-daily.db")
    assert refused.value.kind is VaultTrouble.NO_COPY
    services.close()
    (folder / "vault.db").write_bytes(b"damaged" * 2_000)
    found = look_at_copy(services.care.places, BY_PASSPHRASE, services.clock, monday)
    assert found.lacking is None
    (folder / "snapshots" / monday).write_bytes(b"damaged" * 2_000)
    with pytest.raises(VaultError) as refused:
        look_at_copy(services.care.places, BY_PASSPHRASE, services.clock, monday)
    assert refused.value.kind is VaultTrouble.COPY_DAMAGED
    assert not list(folder.glob(".stage*"))
