"""Care notes are made, opened with the sheet, and given another passphrase or key by commands."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Any

import pytest
from pypdf import PasswordType, PdfReader

from caregiver_app.vault.keys.passphrases import judge
from tests.helpers.command_line import CommandLine
from tests.helpers.documented import EXAMPLES, keys_of
from tests.helpers.secret_files import secret_file
from tests.helpers.vaults import PASSPHRASE, new_care

ANOTHER = "plum anchor teapot violin meadow"


@pytest.fixture
def first(tmp_path: Path) -> str:
    """A file with the passphrase; its line ends as Windows ends them."""
    return secret_file(tmp_path / "first", f"{PASSPHRASE}\r\n")


@pytest.fixture
def second(tmp_path: Path) -> str:
    """A file with another passphrase."""
    return secret_file(tmp_path / "second", ANOTHER)


@pytest.fixture
def made(caregiver: CommandLine) -> CommandLine:
    """Commands on a folder with care notes and one note, made at the least cost."""
    new_care(caregiver.data_dir).lock()
    return caregiver


def opens(caregiver: CommandLine, passphrase_file: str) -> bool:
    """Return whether the notes open with this passphrase."""
    return caregiver("note", "list", "--passphrase-file", passphrase_file).code == 0


def error_of(caregiver: CommandLine, *arguments: str) -> tuple[int, str]:
    """Return with which exit code and kind of error a command ended."""
    ran = caregiver("--json", *arguments)
    return ran.code, ran.document["error"]["kind"]


@pytest.mark.parametrize("ending", ["txt", "pdf"])
def test_care_notes_are_made_with_their_sheet(caregiver: CommandLine, tmp_path: Path, first: str, ending: str) -> None:
    out = tmp_path / f"sheet.{ending}"
    made = caregiver.json("vault", "create", "--passphrase-file", first, "--recovery-out", str(out))
    assert made["recovery_file"] == str(out)
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert made["vault"].encode() in out.read_bytes() or out.read_bytes().startswith(b"%PDF-")
    assert caregiver.json("vault", "status") == {"exists": True, "vault": made["vault"], "sealed": 0}
    assert opens(caregiver, first)


def test_the_sheet_as_text_opens_the_notes_however_it_was_typed(
    made: CommandLine, tmp_path: Path, first: str, second: str
) -> None:
    out = tmp_path / "sheet.txt"
    made.json("vault", "sheet", "--passphrase-file", first, "--recovery-out", str(out))
    typed = secret_file(tmp_path / "typed", "".join(out.read_text().lower().split()))
    for name in ("vault.json", "vault-2.json"):
        (made.data_dir / name).unlink()
    assert made.json("vault", "status")["vault"] is None
    made.json("vault", "recover", "--recovery-file", typed, "--new-passphrase-file", second)
    assert opens(made, second)
    assert not opens(made, first)


def test_the_pdf_is_locked_with_a_password_of_its_own(
    made: CommandLine, tmp_path: Path, first: str, second: str
) -> None:
    """It opens with that alone; the passphrase of the notes and an easy one are refused, and a text is no PDF."""
    out = tmp_path / "sheet.pdf"
    sheet = ("vault", "sheet", "--passphrase-file", first, "--recovery-out")
    easy = secret_file(tmp_path / "easy", "password")
    assert error_of(made, *sheet, str(out), "--pdf-password-file", easy) == (4, "vault-weak-passphrase")
    assert error_of(made, *sheet, str(out), "--pdf-password-file", first) == (4, "sheet-password")
    assert error_of(made, *sheet, str(tmp_path / "s.txt"), "--pdf-password-file", second) == (4, "sheet-name")
    long = secret_file(tmp_path / "long", f"{ANOTHER} " * 5)
    assert error_of(made, *sheet, str(out), "--pdf-password-file", long)[1] == "print-unusable-password"
    assert not out.exists()
    made.json(*sheet, str(out), "--pdf-password-file", second)
    reader = PdfReader(out)
    assert reader.is_encrypted
    assert reader.decrypt(PASSPHRASE) is PasswordType.NOT_DECRYPTED
    assert reader.decrypt(ANOTHER) is not PasswordType.NOT_DECRYPTED
    assert made("vault", "create", "--pdf-password-file", second).code == 2


def test_a_mistyped_group_is_named(made: CommandLine, tmp_path: Path, first: str, second: str) -> None:
    out = tmp_path / "sheet.txt"
    made.json("vault", "sheet", "--passphrase-file", first, "--recovery-out", str(out))
    groups = out.read_text().rpartition(":")[2].split()
    groups[6] = groups[6][::-1] if groups[6] != groups[6][::-1] else "000000"
    typed = secret_file(tmp_path / "typed", " ".join(groups))
    ran = made("--json", "vault", "recover", "--recovery-file", typed, "--new-passphrase-file", second)
    assert (ran.code, ran.document["error"]["kind"]) == (4, "vault-sheet-mistyped")
    assert "Group 7" in ran.document["error"]["message"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("data/sheet.txt", "sheet-place"),
        ("data/deeper/sheet.pdf", "sheet-place"),
        ("Dropbox/sheet.txt", "sheet-place"),
        ("sheet.doc", "sheet-name"),
        ("there.txt", "file"),
        ("leads.txt", "file"),
    ],
)
def test_a_sheet_is_not_written_anywhere(
    caregiver: CommandLine, tmp_path: Path, first: str, name: str, kind: str
) -> None:
    for folder in ("data/deeper", "Dropbox"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "there.txt").write_text("mine")
    (tmp_path / "leads.txt").symlink_to(tmp_path / "Dropbox" / "not-there-yet.txt")
    out = str(tmp_path / name)
    assert error_of(caregiver, "vault", "create", "--passphrase-file", first, "--recovery-out", out) == (4, kind)
    assert not (caregiver.data_dir / "vault.db").exists()
    assert (tmp_path / "there.txt").read_text() == "mine"


def test_a_link_into_the_data_folder_is_the_data_folder(caregiver: CommandLine, tmp_path: Path, first: str) -> None:
    (tmp_path / "stick").symlink_to(caregiver.data_dir)
    out = str(tmp_path / "stick" / "sheet.txt")
    assert error_of(caregiver, "vault", "create", "--passphrase-file", first, "--recovery-out", out)[0] == 4


def test_a_sheet_that_cannot_be_written_leaves_notes_and_says_how_to_make_one(
    caregiver: CommandLine, tmp_path: Path, first: str
) -> None:
    out = str(tmp_path / "nowhere" / "sheet.txt")
    ran = caregiver("vault", "create", "--passphrase-file", first, "--recovery-out", out)
    assert ran.code == 1
    assert "caregiver vault sheet" in ran.err
    assert opens(caregiver, first)


def test_another_passphrase(made: CommandLine, first: str, second: str) -> None:
    ran = made("vault", "passphrase", "--passphrase-file", first, "--new-passphrase-file", second)
    assert ran.code == 0, ran
    assert "Old backups still open with the old one." in ran.err
    assert opens(made, second)
    assert not opens(made, first)


def test_somebody_may_know_it(made: CommandLine, tmp_path: Path, first: str, second: str) -> None:
    made("note", "add", "-", "--passphrase-file", first, typed="kept")
    old = tmp_path / "old.txt"
    made.json("vault", "sheet", "--passphrase-file", first, "--recovery-out", str(old))
    out = tmp_path / "new.txt"
    command = ("vault", "passphrase", "--passphrase-file", first, "--new-passphrase-file", second, "--someone-may-know")
    assert error_of(made, *command) == (2, "usage")
    changed = made.json(*command, "--recovery-out", str(out))
    assert changed["recovery_file"] == str(out)
    assert [note["text"] for note in made.json("note", "list", "--passphrase-file", second)] == ["kept"]
    assert not opens(made, first)
    recover = ("vault", "recover", "--new-passphrase-file", first, "--recovery-file")
    assert error_of(made, *recover, str(old)) == (4, "vault-wrong-sheet")
    made.json(*recover, str(out))
    assert opens(made, first)


@pytest.mark.parametrize(
    "command", [("create",), ("passphrase", "--passphrase-file", "FIRST"), ("recover", "--recovery-file", "FIRST")]
)
def test_a_weak_passphrase_is_refused(
    caregiver: CommandLine, tmp_path: Path, first: str, command: tuple[str, ...]
) -> None:
    weak = secret_file(tmp_path / "weak", "letmein123")
    care = new_care(caregiver.data_dir) if command[0] != "create" else None
    if care is not None:
        sheet = secret_file(tmp_path / "groups", " ".join(care.sheet(PASSPHRASE).groups))
        command = tuple({"FIRST": first if command[0] == "passphrase" else sheet}.get(word, word) for word in command)
        care.lock()
    option = "--passphrase-file" if command[0] == "create" else "--new-passphrase-file"
    assert error_of(caregiver, "vault", *command, option, weak) == (4, "vault-weak-passphrase")


def test_secret_files_that_others_may_read_are_refused(made: CommandLine, tmp_path: Path, second: str) -> None:
    groups = tmp_path / "groups"
    groups.write_text("x")
    groups.chmod(0o644)
    recover = ("vault", "recover", "--recovery-file", str(groups), "--new-passphrase-file", second)
    assert error_of(made, *recover) == (4, "secret-readable")


@pytest.mark.parametrize(
    "command", [("sheet", "--recovery-out", "x.txt"), ("passphrase",)], ids=["sheet", "passphrase"]
)
def test_without_care_notes_there_is_nothing_to_do(
    caregiver: CommandLine, first: str, second: str, command: tuple[str, ...]
) -> None:
    more = ("--new-passphrase-file", second) if command[0] == "passphrase" else ()
    assert error_of(caregiver, "vault", *command, "--passphrase-file", first, *more) == (1, "vault-absent")
    assert not Path("x.txt").exists()


def test_a_passphrase_from_a_file_of_another_system(made: CommandLine, tmp_path: Path) -> None:
    """With the mark of UTF-8 or UTF-16 at its beginning and any end of line."""
    for number, data in enumerate(
        (
            PASSPHRASE.encode("utf-8-sig") + b"\r\n",
            PASSPHRASE.encode("utf-16"),
            f"{PASSPHRASE}\r\n".encode("utf-16"),
            f"{PASSPHRASE}\nmore".encode(),
        )
    ):
        path = tmp_path / f"file-{number}"
        path.write_bytes(data)
        path.chmod(0o600)
        assert opens(made, str(path)), data


def test_five_plain_words_are_suggested(caregiver: CommandLine) -> None:
    found: Any = caregiver.json("vault", "suggest")
    assert len(found["passphrase"].split()) == 5
    assert judge(found["passphrase"]).accepted
    assert not caregiver.data_dir.exists() or not list(caregiver.data_dir.glob("vault*"))


def test_the_documented_examples_have_the_keys_of_real_answers(made: CommandLine, tmp_path: Path, first: str) -> None:
    out = str(tmp_path / "sheet.txt")
    answers = {
        "vault status": made.json("vault", "status"),
        "vault suggest": made.json("vault", "suggest"),
        "vault create": made.json("vault", "sheet", "--passphrase-file", first, "--recovery-out", out),
    }
    for name, answer in answers.items():
        assert list(keys_of(EXAMPLES[name])) == list(keys_of(answer)), name


def test_an_older_envelope_is_told_on_standard_error(made: CommandLine, first: str, second: str) -> None:
    older = {name: (made.data_dir / name).read_bytes() for name in ("vault.json", "vault-2.json")}
    made("vault", "passphrase", "--passphrase-file", first, "--new-passphrase-file", second)
    for name, data in older.items():
        (made.data_dir / name).write_bytes(data)
    ran = made("--json", "note", "list", "--passphrase-file", first)
    assert ran.document == []
    assert "passphrase of before" in ran.err
