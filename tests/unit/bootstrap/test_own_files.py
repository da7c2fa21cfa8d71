"""Erasing, protecting and each start remove what Caregiver made, and nothing else in a folder that is shared."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from caregiver_app.bootstrap.erasing_all import erase_everything
from caregiver_app.bootstrap.erasing_notes import erase_notes
from caregiver_app.bootstrap.leftovers import find_leftovers
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.writing_alone import one_writer
from caregiver_app.support.settings import Settings, SettingsFile
from caregiver_app.ui.second_start import wish_file
from caregiver_app.vault.folder.sealed import SealedNote
from tests.helpers.clock import MONDAY
from tests.helpers.command_line import CommandLine
from tests.helpers.protected_library import plain, protected, services_in, turn, unlocked_in
from tests.helpers.secret_files import secret_file
from tests.helpers.vaults import PASSPHRASE

HASH = "ab" * 32
STAMP = "20261123T080000Z"

OF_THE_FAMILY = (
    "Holiday.jpg",
    "settings for the television.txt",
    "settings.json.bak",
    "settings.xml",
    "vault-photos/wedding.jpg",
    "vault-codes.txt",
    "vault.dbx",
    "vault.json.old",
    "vault-damaged-by-water.db",
    f"vault-replaced-{STAMP}.db.zip",
    "care-notes-mum-2019.docx",
    "care-notes-before-the-move/letter.txt",
    "care-notes.age",
    "library.json",
    "library.dbf",
    "library-books.db",
    "library-damaged-books.db",
    "library-keys-to-the-cabin.json",
    "library-incoming-unknown-1a2b3c4d/returned.txt",
    "library-incoming-unknown-books/list.txt",
    "caregiver.logbook.ods",
    "caregiver.frontdoor.txt",
    "erasing.begun.txt",
    ".thesis.odt.part-2",
    ".thesis.odt.1a2b3c4d.part",
    ".stage-left.part/scene.txt",
    "assets/house-deed.pdf",
    f"assets/{HASH}.pdf",
    f"assets/more/{HASH}",
    "attachments/tax.pdf",
    f"attachments/{HASH[:-1]}",
    "sealed/will.pdf",
    "sealed/will.age",
    "snapshots/holiday.jpg",
    "snapshots/library-of-the-village.db",
    "snapshots/.holiday.jpg.part",
    "channel-keys/house key.jpg",
    "channel-keys/northfield/plan.pdf",
    f"care-notes-before-{STAMP}/diary.txt",
    "vault.db/folder.txt",
)
"""Named as near to ours as they can be. A folder with the name of a file of ours is not ours either."""


def lay(folder: Path, names: Iterable[str]) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()}


def test_what_is_not_ours_survives_erasing_each_start_and_the_notes_and_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "Documents"
    lay(folder, OF_THE_FAMILY)
    paths = Paths(data_dir=folder)
    with one_writer(paths, holder="test"):
        assert find_leftovers(folder) == ()
        erase_notes(paths, services_in(folder).care.places)
    assert files(folder) - {"caregiver.lock", "vault.lock"} == set(OF_THE_FAMILY)
    lay(
        folder,
        ("library.db", f"assets/{HASH}", f"attachments/.{HASH}.1a2b3c4d.part", "channel-keys/northfield/root-1.key"),
    )
    gone = erase_everything(paths)
    assert files(folder) == set(OF_THE_FAMILY)
    assert all((folder / name).read_text() == name for name in OF_THE_FAMILY)
    looked_into = (
        "assets/",
        "attachments/",
        "channel-keys/",
        "sealed/",
        "snapshots/",
        "care-notes-before-2",
        "library-incoming-unknown-1",
    )
    named = {name for name in OF_THE_FAMILY if name.startswith(looked_into) or "/" not in name}
    assert named - set(gone.left) <= {f"assets/more/{HASH}"}
    assert {name.split("/")[0] for name in OF_THE_FAMILY} == {name.split("/")[0] for name in gone.left}


def test_of_a_link_only_the_link_goes(tmp_path: Path) -> None:
    elsewhere, folder = tmp_path / "elsewhere", tmp_path / "data"
    lay(elsewhere, ("kept.txt", HASH))
    folder.mkdir()
    (folder / "snapshots").mkdir()
    for name in ("attachments", "care-notes-before-20261123T080000Z", ".stage-1a2b3c4d.part", "snapshots/holiday"):
        (folder / name).symlink_to(elsewhere)
    (folder / "library.db").symlink_to(elsewhere / "kept.txt")
    gone = erase_everything(Paths(data_dir=folder))
    assert (gone.removed, gone.left) == (4, ("snapshots/holiday",))
    assert files(elsewhere) == {"kept.txt", HASH}


def test_what_is_not_ours_survives_protecting_the_library(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    plain(folder)
    in_the_way = ("vault.db/folder.txt", "sealed/will.age")  # the second would be taken for a note, and set aside
    others = [name for name in OF_THE_FAMILY if name not in in_the_way]
    lay(folder, others)
    services = unlocked_in(folder)
    turn(services, on=True)
    services.close()
    assert set(others) <= files(folder)


def test_all_that_is_ever_made_is_erased(tmp_path: Path) -> None:
    """A folder in which everything was used but restoring, which `test_whole_restore` erases after."""
    folder = tmp_path / "data"
    protected(folder)
    command, secret = CommandLine(folder), tmp_path / "passphrase"
    secret_file(secret, PASSPHRASE)
    opens = ("--passphrase-file", str(secret))
    assert command("note", "add", "-", *opens, typed="Slept badly").code == 0
    scan = tmp_path / "scan.txt"
    scan.write_text("a scan")
    assert command("note", "attach", "1", str(scan), *opens).code == 0
    services = services_in(folder)
    made = command("channel", "init", str(tmp_path / "channel"), "--name", "Northfield Nurses", *opens, "--json")
    assert made.code == 0, made
    services.care.seal_note(SealedNote(text="Wandered off", at=MONDAY))
    services.close()
    SettingsFile(folder / "settings.json").save(Settings(theme="dark"))
    wish_file(Paths(data_dir=folder)).touch()
    assert {path.name for path in folder.iterdir() if path.is_dir()} >= {
        "attachments",
        "channel-keys",
        "sealed",
        "snapshots",
    }
    assert erase_everything(Paths(data_dir=folder)).left == ()
    assert not folder.exists()


def test_every_place_of_a_data_folder_is_erased(tmp_path: Path) -> None:
    """When this fails: a place of `Paths` has no form of its name in `bootstrap/own_files.py`."""
    folder = tmp_path / "data"
    paths = Paths(data_dir=folder)
    lay(folder, [getattr(paths, name).name for name, each in vars(Paths).items() if isinstance(each, property)])
    are_folders = erase_everything(paths).left
    for name in are_folders:
        (folder / name).unlink()
        (folder / name).mkdir()
    assert erase_everything(paths).left == ()
    assert not folder.exists()


LEFT_BY_KILLS = (
    ".vault.json.1a2b3c4d.part",
    ".vault.db.making.part-journal",
    ".vault.db.renewing.part",
    ".vault.db.restoring.part",
    ".library.db.restoring.part",
    ".library-keys.json.1a2b3c4d.part",
    ".settings.json.1a2b3c4d.part",
    ".erasing.begun.1a2b3c4d.part",
    ".stage-1a2b3c4d.part/library.db",
    ".library-changing.part/snapshots/anything",
    ".library-incoming.part/change.json",
    ".care-notes-incoming.part/swap.json",
    f"snapshots/.library-{STAMP}-daily.db.1a2b3c4d.part-wal",
    f"snapshots/.vault-{STAMP}-before-going-back.db.1a2b3c4d.work.part",
)
MORE_LEFT_BY_KILLS = (
    "vault.db.renewed",
    "vault.db.restoring",
    "vault-renewal.json",
    "vault-damaged.db",
    f"vault-damaged-{STAMP}.db-wal",
    "library.db.restoring",
    f"library-lost-{STAMP}.db",
    "library-incoming/change.json",
    "library-incoming/library.db.moment",
    f"library-incoming/assets/{HASH}",
    "library-incoming-unknown-1a2b3c4d/cleared",
    "care-notes-incoming/swap.json",
    "care-notes-incoming/library-incoming/library-keys.json",
    f"care-notes-before-{STAMP}-2/attachments/{HASH}",
    f"care-notes-before-{STAMP}-2/caregiver.lock",
    f"attachments/.{HASH}.1a2b3c4d.part",
    f"sealed/{HASH[:32]}.unreadable",
    "channel-keys/.root-1-b.key.1a2b3c4d.part",
    "settings.damaged.json",
    "caregiver.log.2",
    "erasing-notes.begun",
)


def test_what_kills_leave_is_ours_too(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    lay(folder, LEFT_BY_KILLS)
    with one_writer(Paths(data_dir=folder), holder="test"):
        assert files(folder) == {"caregiver.lock"}
    lay(folder, (*LEFT_BY_KILLS, *MORE_LEFT_BY_KILLS))
    assert erase_everything(Paths(data_dir=folder)).left == ()
    assert not folder.exists()
