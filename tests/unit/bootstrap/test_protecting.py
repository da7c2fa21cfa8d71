"""The library protected with the care notes, and plain again: all of it is there, and nothing of it lies in plain."""

from __future__ import annotations

import json
import re
import shutil
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from caregiver_app.bootstrap.protection_state import INCOMING, MAKING, ChangeProgress, ProtectionState
from caregiver_app.bootstrap.services import Services
from caregiver_app.bootstrap.writing_alone import one_writer
from caregiver_app.library.store import Library, open_library
from caregiver_app.model.care_notices import CareNotice
from caregiver_app.model.errors import (
    Cancelled,
    InstanceRunning,
    StorageError,
    StorageTrouble,
    VaultError,
    VaultTrouble,
)
from caregiver_app.model.search import ArticleQuery
from caregiver_app.storage.snapshots import check_file, list_snapshots
from caregiver_app.support.settings import Settings, SettingsFile
from caregiver_app.vault.keys.data_key import DataKey
from tests.helpers.command_line import ROOT
from tests.helpers.disk_steps import watched_disk
from tests.helpers.library import a_library
from tests.helpers.protected_library import (
    ARTICLES,
    WORD,
    contents,
    nothing,
    opened,
    plain,
    protected,
    services_in,
    turn,
    unlocked_in,
    what_says_it,
)
from tests.helpers.silent_cancel import CancelAfter
from tests.helpers.vaults import CHEAPEST, PASSPHRASE, locked_care, open_made_care

ANOTHER = "plum anchor teapot violin meadow"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


def assert_all_there(services: Services) -> None:
    """Fail unless the library holds what `protected_library.fill` put there, and finds it."""
    library = opened(services)
    try:
        assert [check.name for check in library.health.check() if not check.ok] == []
        assert library.articles.count(ArticleQuery(text=WORD), cap=100) == ARTICLES
        (picture,) = library.backup.pictures()
        assert WORD.encode() in (library.assets.files.read(picture) or b"")
        assert [each.name for each in library.collections.list()] == [WORD]
        assert library.ledger.by_host() != ()
    finally:
        library.close()


def test_on_and_off_again_keeps_all_and_leaves_nothing_in_plain_between(folder: Path) -> None:
    """Titles, texts, words to search for, addresses, pictures, ledger, snapshots, files set aside, settings, log."""
    plain(folder)
    assert len(what_says_it(folder)) > 5
    services = unlocked_in(folder)
    assert (services.protection.state(), services.protection.is_open) == (ProtectionState.OFF, True)
    with watched_disk() as disk:
        turn(services, on=True)
    assert disk.lost() == [], "also after a power cut"
    assert (services.protection.state(), services.protection.is_open) == (ProtectionState.ON, True)
    assert_all_there(services)
    assert what_says_it(folder) == []
    assert len(list_snapshots(services.paths.library)) == 1

    services.care.lock()
    assert not services.protection.is_open
    with pytest.raises(VaultError) as refused:
        services.open_library()
    assert refused.value.kind is VaultTrouble.LOCKED
    services.care.unlock(PASSPHRASE)
    with watched_disk() as disk:
        turn(services, on=False)
    assert disk.lost() == []
    assert services.protection.state() is ProtectionState.OFF
    services.care.lock()
    assert_all_there(services)
    assert not list(folder.rglob("library-keys*"))
    assert not list(folder.glob(".*.part"))
    (snapshot,) = list_snapshots(services.paths.library)
    check_file(snapshot)
    services.close()


def test_what_is_said_while_it_is_protected_is_not_in_plain_either(folder: Path) -> None:
    """The log of what is written lies encrypted beside the file; a copy of a day, and pictures, too."""
    protected(folder)
    services = unlocked_in(folder)
    library = opened(services)
    library.saved_searches.save(f"{WORD} again", WORD, at=services.clock.now())
    assert library.assets.files.read(library.assets.files.put(WORD.encode() * 9)) == WORD.encode() * 9
    assert (folder / "library.db-wal").stat().st_size > 0
    assert what_says_it(folder) == []
    library.close()
    services.close()


def test_only_the_look_stays_in_the_settings_file_and_the_rest_comes_back(folder: Path) -> None:
    plain(folder)
    services = unlocked_in(folder)
    before = SettingsFile(services.paths.settings).load()
    turn(services, on=True)
    assert set(json.loads(services.paths.settings.read_text())) == {"theme", "language"}
    look = SettingsFile(services.paths.settings).load()
    library = opened(services)
    kept = services.kept_settings(library, look)
    assert kept == before
    services.keep_settings(library, replace(kept, theme="light", list_order="title"))
    assert services.kept_settings(library, look).list_order == "title"
    library.close()
    turn(services, on=False)
    assert SettingsFile(services.paths.settings).load() == Settings(
        theme="dark", list_order="title", letter_keys=False, unknown={"later": WORD}
    )
    services.close()


def test_the_passphrase_is_asked_anew(folder: Path) -> None:
    """Five unlocked minutes give neither protection nor the way out of it."""
    plain(folder)
    services = unlocked_in(folder)
    before = contents(folder)
    with one_writer(services.paths, holder="test"), pytest.raises(VaultError) as wrong:
        services.protection.turn_on(ANOTHER, on_progress=nothing)
    assert wrong.value.kind is VaultTrouble.WRONG_PASSPHRASE
    services.care.lock()
    with pytest.raises(VaultError) as locked:
        services.protection.turn_on(PASSPHRASE, on_progress=nothing)
    assert locked.value.kind is VaultTrouble.LOCKED
    assert contents(folder)["library.db"] == before["library.db"]
    services.close()


def test_without_care_notes_there_is_nothing_to_protect_it_with(folder: Path) -> None:
    services = services_in(folder)
    with pytest.raises(VaultError) as absent:
        services.protection.turn_on(PASSPHRASE, on_progress=nothing)
    assert absent.value.kind is VaultTrouble.ABSENT
    services.close()


def test_a_library_that_somebody_has_open_is_left_alone(folder: Path) -> None:
    """Who has it open would go on writing into a file that is gone."""
    plain(folder)
    services = unlocked_in(folder)
    library = opened(services)
    with one_writer(services.paths, holder="test"), pytest.raises(StorageError) as held:
        services.protection.turn_on(PASSPHRASE, on_progress=nothing)
    assert held.value.kind is StorageTrouble.LOCKED
    assert library.saved_searches.list() != ()
    library.close()
    assert services.protection.state() is ProtectionState.OFF
    assert_all_there(services)
    services.close()


@pytest.mark.parametrize("on", [True, False], ids=["on", "off"])
def test_it_can_be_stopped_until_it_counts(folder: Path, on: bool) -> None:
    """Stopped, all is as before, and nothing is left over; once it counts it cannot be stopped."""
    (plain if on else protected)(folder)
    services = unlocked_in(folder)
    seen: list[ChangeProgress] = []
    change = services.protection.turn_on if on else services.protection.turn_off
    for looks in (0, 40):
        with one_writer(services.paths, holder="test"), pytest.raises(Cancelled):
            change(PASSPHRASE, on_progress=nothing, cancel=CancelAfter(looks))
        assert services.protection.state() is (ProtectionState.OFF if on else ProtectionState.ON)
        assert not (folder / MAKING).exists()
    assert_all_there(services)
    with one_writer(services.paths, holder="test"):
        change(PASSPHRASE, on_progress=seen.append)
    assert [each.can_stop for each in seen] == [True] * (len(seen) - 1) + [False]
    assert [each.done for each in seen] == sorted(each.done for each in seen)
    assert seen[-1].done == seen[-1].total > 0
    services.close()


def test_the_lock_stops_it_too(folder: Path) -> None:
    """A conversion in the midst of which the notes are locked leaves all as it was."""
    plain(folder)
    services = unlocked_in(folder)
    with one_writer(services.paths, holder="test"), pytest.raises(Cancelled):
        services.protection.turn_on(PASSPHRASE, on_progress=lambda _: services.care.lock())
    assert services.protection.state() is ProtectionState.OFF
    assert_all_there(services)
    services.close()


def test_twice_is_once(folder: Path) -> None:
    protected(folder)
    services = unlocked_in(folder)
    before = (folder / "library-keys.json").read_bytes()
    turn(services, on=True)
    assert (folder / "library-keys.json").read_bytes() == before
    turn(services, on=False)
    turn(services, on=False)
    assert services.protection.state() is ProtectionState.OFF
    services.close()


def test_while_it_changes_nobody_opens_the_library(folder: Path) -> None:
    """Not in the form that goes, nor in the one that comes; by names alone, so that it costs nothing to know."""
    plain(folder)
    services = unlocked_in(folder)
    states: list[ProtectionState] = []

    def look(_progress: ChangeProgress) -> None:
        states.append(services.protection.state())
        with pytest.raises(InstanceRunning):
            services.open_library()

    with one_writer(services.paths, holder="test"):
        services.protection.turn_on(PASSPHRASE, on_progress=look)
    assert set(states) == {ProtectionState.CONVERTING}
    services.close()


def test_what_a_kill_left_of_one_that_does_not_count_goes_with_the_next_opening(folder: Path) -> None:
    """It was never anything; whoever opens the library next takes the folder's lock for a moment."""
    plain(folder)
    (folder / MAKING).mkdir()
    (folder / MAKING / "library.db").write_bytes(b"half")
    services = services_in(folder)
    assert services.protection.state() is ProtectionState.CONVERTING
    services.open_library().close()
    assert services.protection.state() is ProtectionState.OFF
    assert not (folder / MAKING).exists()
    services.close()


@pytest.mark.parametrize("journal", [None, b"", b"{}", b'{"format": "caregiver-library-change"}'])
def test_a_folder_that_nobody_of_ours_made_is_not_taken_for_a_change(folder: Path, journal: bytes | None) -> None:
    """It is put out of the way with all in it, and keeps nobody out."""
    plain(folder)
    (folder / INCOMING).mkdir()
    (folder / INCOMING / "library.db").write_bytes(b"of somebody")
    if journal is not None:
        (folder / INCOMING / "change.json").write_bytes(journal)
    services = services_in(folder)
    assert_all_there(services)
    (aside,) = folder.glob(f"{INCOMING}-unknown-*")
    assert (aside / "library.db").read_bytes() == b"of somebody"
    services.close()


def test_a_change_that_a_newer_version_began_is_left_to_that(folder: Path) -> None:
    plain(folder)
    (folder / INCOMING).mkdir()
    (folder / INCOMING / "change.json").write_bytes(b'{"format": "caregiver-library-change", "version": 2}')
    services = services_in(folder)
    with pytest.raises(StorageError) as newer:
        services.open_library()
    assert newer.value.kind is StorageTrouble.NEWER
    services.close()


@pytest.mark.parametrize("on", [True, False], ids=["on", "off"])
def test_what_a_service_brings_back_of_a_change_that_is_done_harms_nothing(folder: Path, on: bool) -> None:
    """Services that copy a folder bring removed files back: the journal at each of its steps, keys of before."""
    (plain if on else protected)(folder)
    services = unlocked_in(folder)
    brought: list[Path] = []

    def keep(progress: ChangeProgress) -> None:
        if not progress.can_stop:
            brought.append(shutil.copytree(folder / INCOMING, folder.with_name("brought")))

    with one_writer(services.paths, holder="test"):
        change = services.protection.turn_on if on else services.protection.turn_off
        change(PASSPHRASE, on_progress=keep)
    kept = dict(contents(brought[0]))
    wanted = services.protection.state()
    steps = [kept, {"change.json": kept["change.json"]}, {"change.json": kept["change.json"], "cleared": b""}]
    for files in (*steps, {**kept, "cleared": b""}):
        for name, data in files.items():
            (folder / INCOMING / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / INCOMING / name).write_bytes(data)
        assert_all_there(services)
        assert services.protection.state() is wanted
        assert not (folder / INCOMING).exists()
    services.close()


def test_keys_of_before_that_come_back_do_not_shut_a_plain_library(folder: Path) -> None:
    protected(folder)
    keys = {name: (folder / name).read_bytes() for name in _COPIES}
    services = unlocked_in(folder)
    turn(services, on=False)
    services.care.lock()
    for name, data in keys.items():
        (folder / name).write_bytes(data)
    assert services.protection.state() is ProtectionState.OFF
    assert_all_there(services)
    services.care.unlock(PASSPHRASE)
    turn(services, on=True)
    assert what_says_it(folder) == []
    assert_all_there(services)
    services.close()


def test_the_keys_go_at_the_lock_and_come_with_the_next_unlock(folder: Path) -> None:
    protected(folder)
    services = unlocked_in(folder)
    keys = services.protection.keys()
    assert keys is not None
    assert services.protection.keys() is keys
    services.care.lock()
    with pytest.raises(VaultError):
        keys.raw()
    assert repr(keys) == "LibraryKeys()"
    services.care.unlock(PASSPHRASE)
    assert_all_there(services)
    services.close()


def test_a_library_that_is_open_at_the_lock_stays_whole_until_it_is_closed(folder: Path) -> None:
    """Its thread closes it; what it was writing is written."""
    protected(folder)
    services = unlocked_in(folder)
    library = opened(services)
    services.care.lock()
    library.saved_searches.save("last", "words", at=services.clock.now())
    library.close()
    services.care.unlock(PASSPHRASE)
    library = opened(services)
    assert "last" in [each.name for each in library.saved_searches.list()]
    library.close()
    services.close()


def test_other_notes_do_not_open_it(folder: Path, tmp_path: Path) -> None:
    """Neither by their key, nor by being put in the place of those that are gone."""
    protected(folder)
    before = (folder / "library.db").read_bytes()
    for name in ("vault.db", "vault.json", "vault-2.json", "vault-saves.json"):
        (folder / name).unlink(missing_ok=True)
    services = services_in(folder)
    with pytest.raises(VaultError) as gone:
        services.care.create(ANOTHER, cost=CHEAPEST)
    assert gone.value.kind is VaultTrouble.LIBRARY_KEYS
    other = tmp_path / "other"
    services_in(other).care.create(ANOTHER, cost=CHEAPEST)
    for path in other.glob("vault*"):
        path.replace(folder / path.name)
    services.care.unlock(ANOTHER)
    with pytest.raises(VaultError) as strange:
        services.open_library()
    assert strange.value.kind is VaultTrouble.LIBRARY_KEYS
    assert (folder / "library.db").read_bytes() == before
    services.close()


@pytest.mark.parametrize("lost", ["library-keys.json", "library-keys-2.json", "snapshots/library-keys.json"])
@pytest.mark.parametrize("how", ["lost", "emptied", "changed"])
def test_one_copy_of_the_keys_is_enough_and_the_others_are_mended(folder: Path, lost: str, how: str) -> None:
    protected(folder)
    whole = (folder / lost).read_bytes()
    match how:
        case "lost":
            (folder / lost).unlink()
        case "emptied":
            (folder / lost).write_bytes(b"")
        case _:
            (folder / lost).write_bytes(whole.replace(b"a", b"b"))
    services = unlocked_in(folder)
    assert_all_there(services)
    copies = {(folder / name).read_bytes() for name in _COPIES}
    assert len(copies) == 1
    services.close()


_COPIES = ("library-keys.json", "library-keys-2.json", "snapshots/library-keys.json")


def test_a_new_key_of_the_notes_takes_the_library_along(folder: Path) -> None:
    """After "somebody may know it" the new passphrase opens the library, and the old key opens its keys no more."""
    protected(folder)
    services = unlocked_in(folder)
    old = DataKey(services.care.unlocked.data_key.raw())
    renewal = services.care.prepare_new_key(PASSPHRASE, ANOTHER, cost=CHEAPEST)
    services.care.carry_out_new_key(renewal)
    assert_all_there(services)
    with pytest.raises(VaultError) as refused:
        services.protection.keys_under(old)
    assert refused.value.kind is VaultTrouble.LIBRARY_KEYS
    for name in _COPIES:
        assert (folder / name).read_bytes().count(b"wrapped") == 1
    services.care.lock()
    services.care.unlock(ANOTHER)
    assert_all_there(services)
    services.close()


def test_a_new_passphrase_for_the_same_key_changes_nothing_for_the_library(folder: Path) -> None:
    protected(folder)
    services = unlocked_in(folder)
    services.care.change_passphrase(PASSPHRASE, ANOTHER, cost=CHEAPEST)
    services.care.lock()
    services.care.unlock(ANOTHER)
    assert_all_there(services)
    services.close()


def test_the_sheet_alone_opens_it(folder: Path) -> None:
    protected(folder)
    services = unlocked_in(folder)
    sheet = " ".join(services.care.sheet(PASSPHRASE).groups)
    services.care.lock()
    for name in ("vault.json", "vault-2.json"):
        (folder / name).unlink()
    services.care.recover(sheet, ANOTHER, cost=CHEAPEST)
    assert_all_there(services)
    services.close()


@pytest.mark.parametrize("keys", ["left", "gone"])
def test_a_plain_library_in_the_place_of_a_protected_one_is_told_at_the_unlock(folder: Path, keys: str) -> None:
    """Nothing of the folder says so: all that is read and sought from then on would lie in plain, and nobody know."""
    plain(folder)
    before = (folder / "library.db").read_bytes()
    protected(folder)
    assert told_at_unlock(folder) == ()
    (folder / "library.db").write_bytes(before)
    if keys == "gone":
        for path in (*folder.glob("library-keys*.json"), folder / "snapshots" / "library-keys.json"):
            path.unlink()
    assert told_at_unlock(folder) == (CareNotice.LIBRARY_PLAIN,)
    assert told_at_unlock(folder) == (), "it is told once"


def test_protection_that_was_taken_away_by_its_owner_is_no_news(folder: Path) -> None:
    protected(folder)
    services = unlocked_in(folder)
    turn(services, on=False)
    services.close()
    assert told_at_unlock(folder) == ()


def told_at_unlock(folder: Path) -> tuple[CareNotice, ...]:
    """Return what is told when the notes are unlocked."""
    services = services_in(folder)
    try:
        return services.care.unlock(PASSPHRASE).notices
    finally:
        services.close()


@pytest.mark.parametrize("on", [True, False], ids=["plain", "protected"])
def test_a_damaged_library_keeps_its_form_and_every_byte(folder: Path, on: bool) -> None:
    """Whatever page it is: what can be mended is mended first, and nothing of it is thrown away."""
    (plain if on else protected)(folder)
    whole = (folder / "library.db").read_bytes()
    services = unlocked_in(folder)
    change = services.protection.turn_on if on else services.protection.turn_off
    for page in range(1, len(whole) // 4096, 40):
        damaged = whole[: page * 4096] + b"\xa5" * 4096 + whole[(page + 1) * 4096 :]
        (folder / "library.db").write_bytes(damaged)
        try:
            with one_writer(services.paths, holder="test"):
                change(PASSPHRASE, on_progress=nothing)
        except StorageError:
            assert services.protection.state() is (ProtectionState.OFF if on else ProtectionState.ON)
            kept = (folder / "library.db").read_bytes()
            assert kept[4096:] == damaged[4096:]
        else:  # the page was one of an index, which is made anew
            assert_all_there(services)
            break
    services.close()


def test_the_ways_of_upkeep_work_under_the_keys(folder: Path) -> None:
    """Going back to a copy, rescue, erasing the ledger everywhere; nothing of it is in plain afterwards."""
    protected(folder)
    services = unlocked_in(folder)
    (copy,) = services.kept_copies()
    services.go_back_to(copy.name)
    assert_all_there(services)
    aside = services.rescue_library()
    assert aside.exists()
    assert_all_there(services)
    library = opened(services)
    services.erase_ledger(library)
    library.close()
    assert _ledgers(services) == [0, 0, 0]
    (folder / "library.db").write_bytes(b"")
    services.restore_snapshot()
    library = opened(services)
    assert _articles(library) == ARTICLES
    library.close()
    assert what_says_it(folder) == []
    services.close()


def _ledgers(services: Services) -> list[int]:
    """Return how many hosts the ledgers of the library and of its copies name."""
    keys = services.protection.keys()
    found = []
    for path in (services.paths.library, *list_snapshots(services.paths.library)):
        library = open_library(path, services.clock, keys)
        found.append(len(library.ledger.by_host()))
        library.close()
    return found


def _articles(library: Library) -> int:
    return library.articles.count(ArticleQuery(), cap=100)


def test_a_library_that_was_never_opened_is_made_and_protected(folder: Path) -> None:
    """There need not be one yet."""
    locked_care(folder)
    services = unlocked_in(folder)
    turn(services, on=True)
    library = services.open_library()
    assert library.sources.list() != ()
    library.close()
    services.close()


def test_a_snapshot_of_the_day_is_taken_encrypted(folder: Path) -> None:
    protected(folder)
    services = unlocked_in(folder)
    for path in list_snapshots(services.paths.library):
        path.unlink()
    library = opened(services)
    services.look_after(library, cancel=threading.Event())
    library.close()
    keys = services.protection.keys()
    assert keys is not None
    (snapshot,) = list_snapshots(services.paths.library)
    check_file(snapshot, keys.file_key())
    services.close()


def test_the_unprotected_know_nothing_of_it(folder: Path) -> None:
    """Locking the notes leaves a plain library open, as ever."""
    care = open_made_care(folder)
    care.lock()
    library = a_library(folder)
    assert _articles(library) == 0
    library.close()


_NOTES_A_HOST = re.compile(r"\bnote\((?:[^()]|\([^()]*\))*\bhost=")


def test_the_log_names_no_host() -> None:
    """Whom this computer asks tells what a family reads; what is noted says it nowhere in our code."""
    naming = [
        path.name
        for path in (ROOT / "caregiver_app").rglob("*.py")
        if _NOTES_A_HOST.search(path.read_text(encoding="utf-8"))
    ]
    assert naming == []
