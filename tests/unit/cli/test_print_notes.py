"""`caregiver print` of care notes: what leaves is what was asked for, is written down, and is nowhere else."""

from __future__ import annotations

import json
import re
import stat
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from caregiver_app.model.errors import PrintTrouble
from tests.helpers.care_commands import CareCommands
from tests.helpers.command_line import Ran
from tests.helpers.documented import EXAMPLES, PAGE, keys_of
from tests.helpers.library import a_library
from tests.helpers.print_commands import MARKER, PrintCommands, words_of
from tests.helpers.secret_files import secret_file
from tests.helpers.starter import started_once
from tests.helpers.vaults import PASSPHRASE


@pytest.fixture(scope="module")
def care(tmp_path_factory: pytest.TempPathFactory) -> PrintCommands:
    """Commands on notes that the tests of this module only add disclosures to, and choices by person and audience."""
    return PrintCommands(tmp_path_factory.mktemp("printing"), started=started_once())


def left(care: PrintCommands) -> Any:
    return care.json("ask", "disclosures")


def test_a_file_is_for_its_owner_alone_and_is_said_not_to_be_locked(care: PrintCommands) -> None:
    file = care.new_file()
    ran = care("print", "emergency", "-o", str(file))
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert ran == Ran(code=0, out=f"Written: {file}\n", err="This file will not be locked. Keep it somewhere safe.\n")
    assert not [path for path in file.parent.iterdir() if path.name.endswith(".part")]


def test_what_stands_in_the_way_is_refused_and_nothing_is_written_down(care: PrintCommands, tmp_path: Path) -> None:
    there = tmp_path / "there.pdf"
    there.write_bytes(b"mine")
    synced = tmp_path / "Dropbox"
    synced.mkdir()
    own = secret_file(tmp_path / "own", PASSPHRASE)
    easy = secret_file(tmp_path / "easy", "password1")
    before = left(care)
    wrong = {
        "care-file-in-the-way": ("emergency", "-o", str(there)),
        "care-file-own-folder": ("emergency", "-o", str(care.command.data_dir / "sheet.pdf")),
        "synced-folder": ("emergency", "-o", str(synced / "sheet.pdf")),
        "storage-io": ("emergency", "-o", str(tmp_path / "no-folder" / "sheet.pdf")),
        "sheet-password": ("emergency", "-o", str(tmp_path / "sheet.pdf"), "--password-file", own),
        "vault-weak-passphrase": ("emergency", "-o", str(tmp_path / "sheet.pdf"), "--password-file", easy),
        "print-unknown-part": ("emergency", "-o", str(tmp_path / "sheet.pdf"), "--without", "helth-number"),
        "print-no-visit": ("visit", "-o", str(tmp_path / "sheet.pdf"), "--visit", "99"),
        "print-period": (
            *("journal", "-o", str(tmp_path / "sheet.pdf")),
            *("--since", "2026-11-02", "--until", "2026-11-01"),
        ),
        "unknown-person": ("emergency", "-o", str(tmp_path / "sheet.pdf"), "--person-id", "99"),
    }
    told = {kind: care("--json", "print", *words).document["error"]["kind"] for kind, words in wrong.items()}
    assert told == {kind: kind for kind in wrong}
    assert left(care) == before
    assert there.read_bytes() == b"mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["Dropbox", "easy", "own", "there.pdf"]
    assert not list(synced.iterdir())
    said = care("print", "emergency", "-o", str(synced / "sheet.pdf"), "--allow-synced")
    assert (said.code, "A service copies this folder" in said.err) == (0, True)


def test_a_handover_says_the_emergency_number_where_the_country_is_known(care: PrintCommands) -> None:
    assert "Indangercall" not in care.text("handover")
    assert "Indangercall112." in care.text("helpers-weekend", "--country", "es")
    with closing(a_library(care.command.data_dir)) as library:
        library.topics.live_in("GB", "en")
        said = care.text("handover")
        library.topics.live_in("", "")
    assert "Indangercall999." in said


def test_locked_notes_and_a_wrong_passphrase_are_refused(care: PrintCommands, tmp_path: Path) -> None:
    file = tmp_path / "sheet.pdf"
    wrong = secret_file(tmp_path / "wrong", "quite another passphrase of words")
    locked = care.command("--json", "print", "emergency", "-o", str(file))
    mistaken = care.command("--json", "print", "fridge-door", "-o", str(file), "--passphrase-file", wrong)
    assert [(each.code, each.document["error"]["kind"]) for each in (locked, mistaken)] == [
        (4, "vault-locked"),
        (4, "vault-wrong-passphrase"),
    ]
    assert not file.exists()


def test_a_pdf_is_locked_with_a_password_of_its_own(care: PrintCommands, tmp_path: Path) -> None:
    from pypdf import PasswordType, PdfReader

    password = secret_file(tmp_path / "password", "quiet marmalade tractor")
    file = care.new_file()
    ran = care("print", "emergency", "-o", str(file), "--password-file", password)
    assert ran.err == ""
    reader = PdfReader(file)
    assert reader.decrypt("quiet marmalade tractor") is not PasswordType.NOT_DECRYPTED
    assert MARKER.rstrip("é") in "".join(page.extract_text() for page in reader.pages)


def test_what_is_put_on_for_somebody_is_kept_for_them_and_for_nobody_else(care: PrintCommands) -> None:
    def stands(*options: str) -> dict[str, bool]:
        parts = care.json("print", "emergency", "--parts", *options)
        return {each["part"]: each["on"] for each in parts}

    first = stands()
    assert (first["name"], first["health-number"]) == (True, False)
    changed = ("--with", "health-number", "--without", "emergency:home")
    with_number = care.text("emergency", *changed, "--for", "ambulance")
    assert left(care)[0]["to"] == "ambulance"
    after = {**first, "health-number": True, "home": False}
    assert stands("--for", "ambulance") == after
    assert stands() == stands("--for", "ward") == first
    assert care.text("emergency", "--for", "ambulance") == with_number
    assert care.text("emergency") != with_number


def test_of_several_people_one_is_named_and_a_sign_without_a_font_is_told(tmp_path: Path) -> None:
    care = CareCommands(tmp_path)
    for name in ("Mum \N{UNICORN FACE}", "Dad"):
        care("person", "add", "-", typed=name)
    file = tmp_path / "sheet.pdf"
    nobody = care("--json", "print", "emergency", "-o", str(file))
    assert (nobody.code, nobody.document["error"]["kind"], file.exists()) == (2, "print-whom", False)
    unknown = care("print", "emergency", "-o", str(file), "--person", "-", typed="Grandmother\n")
    assert (unknown.code, unknown.out, file.exists()) == (1, "", False)
    told = care("--json", "print", "emergency", "-o", str(file), "--person", "-", typed="Mum \N{UNICORN FACE}\n")
    assert (told.code, told.document["boxes"], "a small box stands" in told.err) == (0, True, True)
    assert care("print", "emergency", "-o", str(tmp_path / "other.pdf"), "--person-id", "2").code == 0


def test_size_paper_and_language_are_those_that_were_asked_for(care: PrintCommands) -> None:
    from pypdf import PdfReader

    def page_of(*options: str) -> tuple[tuple[int, int], str]:
        file = care.new_file()
        document = care.json("print", "medicines", "-o", str(file), *options)
        box = PdfReader(file).pages[0].mediabox
        return (round(box.width), round(box.height)), f"{document['paper']} {document['size']}"

    assert page_of() == ((595, 842), "a4 large")
    assert page_of("--large-print", "--paper", "us-letter") == ((612, 792), "letter large")
    assert page_of("--size", "normal", "--paper", "letter") == ((612, 792), "letter normal")
    normal, larger = (len(care.printed("passport", "--size", size)) for size in ("normal", "extra-large"))
    assert normal != larger
    assert "Impresoel" in care.text("medicines", "--lang", "es")
    american = care.text("medicines", "--lang", "en-US")
    assert "PrintedonNovember" in american
    assert care("print", "medicines", "-o", str(care.new_file()), "--lang", "tlh").code == 2


def test_on_a_door_at_home_no_line_tells_who_should_not_know(care: PrintCommands) -> None:
    assert "Refuge" not in care.text("fridge-door", "--country", "GB")
    assert "Refuge" in care.text("fridge-door", "--country", "GB", "--with", "abuse")


def test_a_set_is_printed_without_a_sheet_that_cannot_be_made_and_says_which(care: PrintCommands) -> None:
    file, listed = care.new_file(), care.new_file()
    ran = care("print", "fridge-door", "-o", str(file))
    assert (ran.code, ran.out) == (3, f"Written: {file}\n")
    assert ran.err.startswith("Left out: Phone lines\nHelplines are those of one country, and none is chosen yet.\n")
    assert MARKER.rstrip("é") in words_of(file.read_bytes())
    told = care("--json", "print", "fridge-door", "-o", str(listed))
    assert (told.code, told.document["sheets"]) == (3, ["emergency"])
    assert told.document["left_out"] == [{"sheet": "helplines", "kind": "print-no-country"}]
    alone = care("--json", "print", "helplines", "-o", str(care.new_file()))
    assert (alone.code, alone.document["error"]["kind"]) == (2, "print-no-country")


def test_what_could_not_be_written_is_not_said_to_have_left(care: PrintCommands, tmp_path: Path) -> None:
    before = left(care)
    ran = care("--json", "print", "emergency", "-o", str(tmp_path / f"{'n' * 240}.pdf"))
    assert (ran.code, list(tmp_path.iterdir())) == (1, [])
    assert left(care) == before


def test_examples_in_the_documentation_have_the_keys_of_real_answers(care: PrintCommands) -> None:
    said = {
        "print": care.json("print", "fridge-door", "-o", str(care.new_file()), "--country", "GB"),
        "print --parts": care.json("print", "emergency", "--parts"),
        "print --list": care.json("print", "--list"),
        "print awareness-flyer --list": care.json("print", "awareness-flyer", "--list"),
    }
    for name, answer in said.items():
        assert json.dumps(keys_of(EXAMPLES[name])) == json.dumps(keys_of(answer)), name
    kinds = re.findall(r"`([a-z-]+[a-z])`", PAGE[PAGE.index("`print-`:") :].split("\n- ")[0].split(":", 1)[1])
    assert set(PrintTrouble) - set(kinds) == set()
