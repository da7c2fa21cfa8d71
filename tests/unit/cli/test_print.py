"""`caregiver print`: which sheets there are, what is refused, and sheets of the library, which know no care notes."""

from __future__ import annotations

import contextlib
import re
from pathlib import Path

import pytest

from caregiver_app.cli.print_options import SHEET_NAMES
from caregiver_app.support.i18n import ORIGINAL, use_chosen_language, use_language
from tests.helpers.command_line import CommandLine
from tests.helpers.documented import PAGE
from tests.helpers.filled_folder import id_of
from tests.helpers.packs import small_manifest, write_pack_folder
from tests.helpers.print_commands import words_of
from tests.unit.cli.test_share import PERSONAL, fill

FIXED = (
    "visit handover emergency passport about-me questions medicines journal measurements log-grid symptom-chart "
    "carer-card resource-list article guide checklist helplines awareness-flyer share-flyer recovery key-sheet "
    "pack-contents"
)
"""Words that scripts rely on."""

USED_WRONGLY = (
    ("print",),
    ("print", "no-such-sheet", "-o", "x.pdf"),
    ("print", "helplines"),
    ("print", "helplines", "-o", "x.txt"),
    ("print", "helplines", "-o", "-", "--json"),
    ("print", "helplines", "-o", "x.pdf", "--size", "huge"),
    ("print", "helplines", "-o", "x.pdf", "--size", "normal", "--large-print"),
    ("print", "helplines", "-o", "x.pdf", "--paper", "a3"),
    ("print", "helplines", "-o", "x.pdf", "--lang", "tlh"),
    ("print", "helplines", "-o", "x.pdf", "--lang", "../../es"),
    ("print", "helplines", "-o", "x.pdf", "--person", "Mum"),
    ("print", "helplines", "-o", "x.pdf", "--for", "ward"),
    ("print", "emergency", "-o", "x.pdf", "--item", "article:1"),
    ("print", "emergency", "-o", "x.pdf", "--since", "2026-11-01"),
    ("print", "emergency", "-o", "x.pdf", "--with", "name", "--without", "name"),
    ("print", "fridge-door", "-o", "x.pdf", "--title", "Ours"),
    ("print", "handover", "-o", "x.pdf", "--since", "2026-11-01"),
    ("print", "handover", "-o", "x.pdf", "--hours", "11"),
    ("print", "handover", "-o", "x.pdf", "--hours", "169"),
    ("print", "journal", "-o", "x.pdf", "--since", "2026-02-30"),
    ("print", "article", "-o", "x.pdf", "--item", "person:1"),
    ("print", "pack-contents", "-o", "x.pdf"),
    ("print", "share-flyer", "-o", "x.pdf"),
)


def test_every_sheet_and_set_is_told_on_the_page() -> None:
    told = PAGE.partition("| SHEET | options of its own |")[2].partition("\n\n")[0]
    assert [name for name in SHEET_NAMES if f"`{name}`" not in told] == []


def test_what_does_not_go_together_is_wrong_usage_and_nothing_is_written(
    caregiver: CommandLine, tmp_path: Path
) -> None:
    with contextlib.chdir(tmp_path):
        assert [words for words in USED_WRONGLY if caregiver(*words).code != 2] == []
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


def test_the_list_has_every_sheet_that_scripts_rely_on(caregiver: CommandLine) -> None:
    listed = caregiver.json("print", "--list")
    names = [each["sheet"] for each in listed]
    assert sorted(names) == sorted(SHEET_NAMES)
    assert set(FIXED.split()) <= set(names)
    plain = caregiver("print", "--list").out
    assert [each for each in listed if not re.search(rf"^  {each['sheet']} +\S", plain, re.MULTILINE)] == []


@pytest.mark.parametrize(("sheet", "command"), [("recovery", "vault sheet"), ("key-sheet", "channel key-sheet")])
def test_what_carries_a_key_is_made_by_a_command_of_its_own(
    caregiver: CommandLine, tmp_path: Path, sheet: str, command: str
) -> None:
    file = tmp_path / "sheet.pdf"
    ran = caregiver("--json", "print", sheet, "-o", str(file))
    assert (ran.code, ran.document["error"]["kind"], file.exists()) == (4, "print-secret", False)
    assert command in ran.document["error"]["what_to_do"]


def test_a_flyer_holds_what_may_be_passed_on_and_refuses_what_a_share_refuses(
    caregiver: CommandLine, tmp_path: Path
) -> None:
    known, own = fill(caregiver.data_dir)
    file = tmp_path / "flyer.pdf"
    flyer = ("print", "share-flyer", "-o", str(file), "--message-file", "-")
    document = caregiver.json(*flyer, "--item", known, typed="See this.")
    assert (document["sheets"], document["private"]) == (["share-flyer"], False)
    before = file.read_bytes()
    assert "Seethis." in words_of(before)
    assert "Falls" in words_of(before)

    refused = caregiver("--json", *flyer, "--item", own, typed="See this.")
    assert (refused.code, refused.document["error"]["kind"]) == (4, "share-not-shareable")
    told = caregiver("--json", *flyer, "--item", known, typed=PERSONAL)
    places = {f"{each['start']}-{each['end']}": each["level"] for each in told.document["findings"]}
    assert (told.code, told.document["file"], set(places.values())) == (4, None, {"stop", "look"})
    assert file.read_bytes() == before

    stops = [each for place, level in places.items() if level == "stop" for each in ("--keep", place, "hers")]
    assert caregiver(*flyer, "--item", known, *stops, typed=PERSONAL).code == 4
    assert caregiver(*flyer, "--item", known, "--keep", "0-1", "why", typed=PERSONAL).code == 2
    passed = caregiver(*flyer, "--item", known, *stops, "--keep-look", typed=PERSONAL)
    assert passed.code == 0
    looked_at = [place for place, level in places.items() if level == "look"]
    assert [place for place in looked_at if f"{place}: " not in passed.err] == []
    assert "07911" in words_of(file.read_bytes())


def test_sheets_of_the_library_are_printed_and_stand_in_the_log(filled: CommandLine, tmp_path: Path) -> None:
    article = f"article:{id_of(filled, 'Sleep at night')}"
    guides = filled.json("search", "night", "--limit", "50")
    guide, checklist = (
        next(f"{kind}:{row['id']}" for row in guides if row["kind"] == kind) for kind in ("guide", "checklist")
    )
    filled("collection", "make", "For the nurse")
    filled("collection", "add", "For the nurse", article.removeprefix("article:"))
    wishes = {
        "article": ("--item", article),
        "guide": ("--item", guide),
        "checklist": ("--item", checklist, "--title", "Before the night"),
        "resource-list": ("--collection", "For the nurse"),
        "helplines": ("--country", "GB"),
        "awareness-flyer": ("--day", "World Alzheimer's Day"),
    }
    said = {
        "article": "Aregularhour",
        "guide": "Printedon",
        "checklist": "Beforethenight",
        "resource-list": "Sleepatnight",
        "helplines": "999",
        "awareness-flyer": "Alzheimer",
    }
    for name, options in wishes.items():
        file = tmp_path / f"{name}.pdf"
        document = filled.json("print", name, "-o", str(file), *options, "--paper", "letter")
        assert (document["sheet"], document["private"], document["paper"]) == (name, False, "letter")
        assert said[name] in words_of(file.read_bytes()), name
    logged = {each["sheet"] for each in filled.json("shares", "list")}
    assert logged >= {"article", "guide", "checklist", "resource-list"}
    again = tmp_path / "again.pdf"
    filled("print", "article", "-o", str(again), *wishes["article"], "--paper", "letter")
    assert again.read_bytes() == (tmp_path / "article.pdf").read_bytes()
    cards = filled.json("print", "helplines", "-o", str(again), "--country", "US", "--wallet", "--lang", "es-US")
    assert (cards["paper"], cards["language"]) == ("a4", "es-US")


def test_a_sheet_is_in_the_language_that_this_computer_asks_for(
    caregiver: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "es_US.UTF-8")
    use_chosen_language("")
    try:
        file = tmp_path / "lines.pdf"
        helplines = ("print", "helplines", "--country", "US", "-o", str(file))
        document = caregiver.json(*helplines)
        assert (document["language"], document["paper"]) == ("es-US", "letter")
        assert "Impresoel" in words_of(file.read_bytes())
        assert [caregiver.json(*helplines, "--lang", tag)["language"] for tag in ("es", "en")] == ["es-US", "en"]
    finally:
        use_language(ORIGINAL)


def test_the_contents_of_a_pack_are_printed_of_an_installed_one_and_of_a_folder(
    caregiver: CommandLine, tmp_path: Path
) -> None:
    folder, file = write_pack_folder(tmp_path / "pack", small_manifest()), tmp_path / "list.pdf"
    document = caregiver.json("print", "pack-contents", "--pack", "dementia", "-o", str(file), "--size", "normal")
    assert (document["sheets"], document["size"]) == (["pack-contents"], "normal")
    assert "Alzheimer" in words_of(file.read_bytes())
    assert "Printedon" in words_of(file.read_bytes())
    assert caregiver("print", "pack-contents", "--pack", str(folder), "-o", str(file)).code == 0
    assert "ExampleNurses" in words_of(file.read_bytes())
    other = caregiver("--json", "print", "pack-contents", "--pack", "other", "-o", str(file))
    assert other.document["error"]["kind"] == "pack-unknown"
