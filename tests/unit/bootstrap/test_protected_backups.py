"""Backups of a protected library: encrypted all through, and back as a protected library wherever they are restored."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from caregiver_app.bootstrap.erasing_all import erase_everything
from caregiver_app.bootstrap.protection_state import ProtectionState
from caregiver_app.bootstrap.services import Services
from caregiver_app.bootstrap.ways_in import ByPassphrase, BySheet, WayIn
from caregiver_app.bootstrap.whole_restore import WholeRestored
from caregiver_app.bootstrap.writing_alone import one_writer
from caregiver_app.model.errors import BackupError, CaregiverError, StorageError, VaultError, VaultTrouble
from caregiver_app.model.search import ArticleQuery
from caregiver_app.storage.snapshots import check_file, list_snapshots
from caregiver_app.support.settings import SettingsFile
from caregiver_app.support.whole_manifest import read_any_manifest
from caregiver_app.vault.keys.data_key import DataKey
from caregiver_app.vault.keys.recovery import make_sheet
from tests.helpers.backups import parts_of, retold, write
from tests.helpers.clock import MONDAY
from tests.helpers.command_line import ROOT
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
from tests.helpers.vaults import CHEAPEST, PASSPHRASE

BY_PASSPHRASE = ByPassphrase(passphrase=PASSPHRASE)
PAGE = (ROOT / "docs" / "formats" / "backup.md").read_text(encoding="utf-8")
ANOTHER = "plum anchor teapot violin meadow"


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """The folder with a protected library of which the backup is."""
    folder = tmp_path / "there"
    protected(folder)
    return folder


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A backup of it."""
    (tmp_path / "b.caregiver").write_bytes(_backup_once())
    return tmp_path / "b.caregiver"


@cache
def _backup_once() -> bytes:
    with tempfile.TemporaryDirectory() as place:
        protected(Path(place) / "there")
        services = unlocked_in(Path(place) / "there")
        services.create_whole_backup(Path(place) / "b", on_progress=nothing)
        services.close()
        return (Path(place) / "b").read_bytes()


def restored(file: Path, folder: Path, way: WayIn = BY_PASSPHRASE) -> WholeRestored:
    services, seen = services_in(folder), list[str]()
    was_plain = bool(what_says_it(folder))
    try:
        with one_writer(services.paths, holder="restore"):
            return services.restore_whole_backup(file, way, on_progress=lambda _: seen.extend(what_says_it(folder)))
    finally:
        services.close()
        assert was_plain or seen == [], "something lay in plain meanwhile"


def without_locks(folder: Path) -> Mapping[str, bytes]:
    """Return what lies in a folder but the files that say who holds it."""
    return {name: data for name, data in contents(folder).items() if not name.endswith(".lock")}


def articles(services: Services) -> int:
    library = opened(services)
    try:
        assert [check.name for check in library.health.check() if not check.ok] == []
        return library.articles.count(ArticleQuery(text=WORD), cap=100)
    finally:
        library.close()


def pictures_there(services: Services) -> list[bool]:
    library = opened(services)
    try:
        return [library.assets.files.read(each) is not None for each in library.backup.pictures()]
    finally:
        library.close()


def test_it_holds_the_library_the_keys_and_the_pictures_and_nothing_in_plain(there: Path, file: Path) -> None:
    parts = dict(parts_of(file))
    assert list(parts)[:5] == ["manifest.json", "vault.json", "vault.db", "library-keys.json", "library.db"]
    assert [name.partition("/")[0] for name in list(parts)[5:]] == ["assets"]
    assert WORD.lower().encode() not in file.read_bytes().lower()
    services = services_in(there)
    facts = services.verify_whole_backup(file, BY_PASSPHRASE, on_progress=nothing)
    assert facts.library is not None
    assert (facts.library.articles, facts.library.pictures, facts.library.missing) == (ARTICLES, 1, 0)
    assert services.verify_whole_backup(file, None, on_progress=nothing).library is None
    assert what_says_it(there) == []
    services.close()


def test_the_page_shows_what_is_written(file: Path) -> None:
    """The example of the format's page is read, and has the keys and parts of what is made."""
    example = PAGE.split("```json\n")[3].partition("\n```")[0]
    shown = read_any_manifest(example.encode())
    written = json.loads(dict(parts_of(file))["manifest.json"])
    assert list(written) == list(json.loads(example))
    assert [part.name.partition("/")[0] for part in shown.parts] == [
        part["name"].partition("/")[0] for part in written["parts"]
    ]


def test_a_backup_of_the_library_alone_is_refused(there: Path, tmp_path: Path) -> None:
    """It would lay bare what is protected; whether the notes are locked or open."""
    services = services_in(there)
    for unlock in (False, True):
        if unlock:
            services.care.unlock(PASSPHRASE)
        with pytest.raises(VaultError) as refused:
            services.create_backup(tmp_path / "plain.caregiver", on_progress=nothing)
        assert refused.value.kind is VaultTrouble.PROTECTED
    assert not (tmp_path / "plain.caregiver").exists()
    services.close()


def test_on_a_new_computer_it_is_protected_at_once(file: Path, tmp_path: Path) -> None:
    """By passphrase or sheet; not a byte of it was ever in plain there."""
    done = restored(file, tmp_path / "new")
    assert (done.library.aside, done.library.facts.articles) == (None, ARTICLES)
    services = services_in(tmp_path / "new")
    assert services.protection.state() is ProtectionState.ON
    services.care.unlock(PASSPHRASE)
    assert (articles(services), pictures_there(services)) == (ARTICLES, [True])
    assert what_says_it(tmp_path / "new") == []
    turn(services, on=False)
    services.care.lock()
    assert (articles(services), pictures_there(services)) == (ARTICLES, [True])
    services.close()


def test_the_sheet_opens_the_backup(there: Path, file: Path) -> None:
    """The one of these notes; another one is told as such."""
    services = unlocked_in(there)
    sheet = " ".join(services.care.sheet(PASSPHRASE).groups)
    facts = services.verify_whole_backup(file, BySheet(typed=sheet), on_progress=nothing)
    assert facts.library is not None
    assert facts.library.articles == ARTICLES
    number = services.care.unlocked.marks.number
    other = " ".join(make_sheet(DataKey.new(), number, at=MONDAY).groups)
    services.close()
    with pytest.raises(VaultError) as strange:
        restored(file, there, BySheet(typed=other))
    assert strange.value.kind is VaultTrouble.WRONG_SHEET


def test_over_a_library_that_the_same_notes_protect_its_copies_stay_good(there: Path, file: Path) -> None:
    """The keys in force stay in force: earlier copies open, and the library before is one of them."""
    services = unlocked_in(there)
    library = opened(services)
    library.saved_searches.save("since", "then", at=services.clock.now())
    library.close()
    services.close()
    keys = (there / "library-keys.json").read_bytes()
    assert restored(file, there).library.aside is None
    assert (there / "library-keys.json").read_bytes() == keys
    again = unlocked_in(there)
    assert (articles(again), pictures_there(again)) == (ARTICLES, [True])
    found = again.protection.keys()
    assert found is not None
    copies = list_snapshots(again.paths.library)
    assert len(copies) == 2
    for copy in copies:
        check_file(copy, found.file_key())
    again.go_back_to(next(each.name for each in again.kept_copies() if each.reason == "before-restore"))
    library = opened(again)
    assert "since" in [each.name for each in library.saved_searches.list()]
    library.close()
    assert what_says_it(there) == []
    again.close()


def test_over_a_plain_library_that_becomes_an_encrypted_copy(file: Path, tmp_path: Path) -> None:
    """What was here in plain is gone, and not lost: going back brings it, with its pictures."""
    here = tmp_path / "here"
    plain(here)
    before = SettingsFile(here / "settings.json").load()
    services = services_in(here)
    library = opened(services)
    library.saved_searches.save("of here", "words", at=services.clock.now())
    library.close()
    services.close()
    restored(file, here)
    again = unlocked_in(here)
    assert again.protection.state() is ProtectionState.ON
    assert articles(again) == ARTICLES
    assert what_says_it(here) == []
    library = opened(again)
    assert again.kept_settings(library, SettingsFile(here / "settings.json").load()) == before
    assert library.choices.get("proxy", "").startswith("socks5h:")
    library.close()
    (copy,) = again.kept_copies()
    assert copy.reason == "before-restore"
    again.go_back_to(copy.name)
    library = opened(again)
    assert "of here" in [each.name for each in library.saved_searches.list()]
    library.close()
    assert pictures_there(again) == [True]
    again.close()


KEY_COPIES = ("library-keys.json", "library-keys-2.json", "snapshots/library-keys.json")


def test_over_a_library_whose_keys_are_lost_the_backup_brings_them_back(there: Path, file: Path) -> None:
    """It carries the same ones: the copies of here open again, and so does what was here."""
    for name in KEY_COPIES:
        (there / name).write_bytes(b"")
    assert restored(file, there).library.aside is None
    services = unlocked_in(there)
    assert articles(services) == ARTICLES
    found = services.protection.keys()
    assert found is not None
    copies = list_snapshots(services.paths.library)
    assert len(copies) == 2
    for copy in copies:
        check_file(copy, found.file_key())
    assert len({(there / name).read_bytes() for name in KEY_COPIES}) == 1
    services.close()


def test_over_a_library_whose_keys_are_lost_for_good_that_is_set_aside(there: Path, file: Path) -> None:
    """The backup is of another time under other keys; nobody can open what was here, and it is not thrown away."""
    services = unlocked_in(there)
    turn(services, on=False)
    turn(services, on=True)
    services.close()
    lost = (there / "library.db").read_bytes()
    for name in KEY_COPIES:
        (there / name).write_bytes(b"")
    aside = restored(file, there).library.aside
    assert aside is not None
    assert aside.read_bytes() == lost
    again = unlocked_in(there)
    assert articles(again) == ARTICLES
    assert what_says_it(there) == []
    again.close()
    assert erase_everything(again.paths).left == (), "what was set aside is ours too"


def test_over_a_library_that_other_notes_protect_it_is_refused(file: Path, tmp_path: Path) -> None:
    """The copies of what is here would open with nothing that is left here."""
    here = tmp_path / "here"
    services = services_in(here)
    services.care.create(ANOTHER, cost=CHEAPEST)
    with one_writer(services.paths, holder="test"):
        services.protection.turn_on(ANOTHER, on_progress=nothing)
    services.close()
    before = without_locks(here)
    with pytest.raises(VaultError) as refused:
        restored(file, here)
    assert refused.value.kind is VaultTrouble.PROTECTED
    assert without_locks(here) == before


def test_a_backup_that_was_not_protected_is_refused_over_a_protected_library(there: Path, tmp_path: Path) -> None:
    """With notes or without: what is protected is not laid bare by the way, nor when such a backup is only checked."""
    open_folder = tmp_path / "open"
    plain(open_folder)
    services = unlocked_in(open_folder)
    services.create_whole_backup(tmp_path / "whole", on_progress=nothing)
    services.create_backup(tmp_path / "alone", on_progress=nothing)
    services.close()
    here = unlocked_in(there)
    seen: list[str] = []
    facts = here.verify_backup(tmp_path / "alone", on_progress=lambda _: seen.extend(what_says_it(there)))
    assert facts.articles == ARTICLES
    whole_facts = here.verify_whole_backup(
        tmp_path / "whole", BY_PASSPHRASE, on_progress=lambda _: seen.extend(what_says_it(there))
    )
    assert (whole_facts.library, seen) == (None, [])
    with pytest.raises(VaultError) as alone:
        here.restore_backup(tmp_path / "alone", on_progress=nothing)
    with pytest.raises(VaultError) as whole:
        here.restore_whole_backup(tmp_path / "whole", BY_PASSPHRASE, on_progress=nothing)
    assert [alone.value.kind, whole.value.kind] == [VaultTrouble.PROTECTED] * 2
    here.care.unlock(PASSPHRASE)
    assert articles(here) == ARTICLES
    here.close()


def _swapped(parts: Mapping[str, bytes], *names: str) -> list[tuple[str, bytes]]:
    """Return parts in which those named are cut short, with a manifest that fits."""
    changed = {name: data[: len(data) // 2] if name in names else data for name, data in parts.items()}
    return retold(list(changed.items()))


@pytest.mark.parametrize("damaged", ["library-keys.json", "library.db", "vault.db"])
def test_a_damaged_one_is_refused_and_changes_nothing(file: Path, tmp_path: Path, damaged: str) -> None:
    here = tmp_path / "here"
    plain(here)
    before = without_locks(here)
    parts = dict(parts_of(file))
    bad = write(tmp_path / "bad", _swapped(parts, damaged))
    services = services_in(here)
    with pytest.raises(CaregiverError) as seen:
        services.verify_whole_backup(bad, BY_PASSPHRASE, on_progress=nothing)
    assert isinstance(seen.value, BackupError | VaultError)
    services.close()
    with pytest.raises(CaregiverError) as refused:
        restored(bad, here)
    assert isinstance(refused.value, BackupError | VaultError)
    assert without_locks(here) == before


def test_a_damaged_picture_is_told_by_the_check_and_left_out_by_the_restore(file: Path, tmp_path: Path) -> None:
    """It is a picture: it comes again with the next updates."""
    parts = dict(parts_of(file))
    bad = write(tmp_path / "bad", _swapped(parts, *(name for name in parts if name.startswith("assets/"))))
    services = services_in(tmp_path / "new")
    with pytest.raises(BackupError):
        services.verify_whole_backup(bad, BY_PASSPHRASE, on_progress=nothing)
    services.close()
    restored(bad, tmp_path / "new")
    again = unlocked_in(tmp_path / "new")
    assert (articles(again), pictures_there(again)) == (ARTICLES, [])
    again.close()


def test_a_damaged_plain_library_is_not_thrown_away_for_a_protected_one(file: Path, tmp_path: Path) -> None:
    """It cannot become an encrypted copy, and it must not stay in plain: nothing is done, and that is said."""
    here = tmp_path / "here"
    plain(here)
    (here / "library.db").write_bytes(b"SQLite format 3\x00" + bytes(9_000))
    with pytest.raises(StorageError):
        restored(file, here)
    assert (here / "library.db").stat().st_size > 9_000
    assert services_in(here).protection.state() is ProtectionState.OFF
