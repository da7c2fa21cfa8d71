"""`caregiver guard`: findings on standard output with exit code 4, care notes by their passphrase, nothing kept."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from caregiver_app.model.guard import Finding, FindingKind
from caregiver_app.model.private import PrivateKind
from caregiver_app.support.sentences.guard import finding_reason, finding_suggestion, finding_word
from tests.helpers.care_commands import CareCommands
from tests.helpers.command_line import ROOT, CommandLine
from tests.helpers.shapes import assert_shape

SHAPE = [{"kind": str, "start": int, "end": int, "text": str, "why": str, "suggestion": str, "level": str}]
PAGE = (ROOT / "docs" / "formats" / "command-line.md").read_text(encoding="utf-8")


def test_findings_have_their_places_in_the_text_as_typed_and_exit_code_4(untouched: CommandLine) -> None:
    typed = "\N{GRINNING FACE} Mum is 83,\r\nring her on 07911 123456."
    ran = untouched("--json", "guard", "-", typed=typed)
    assert ran.code == 4
    assert_shape(ran.document, SHAPE)
    assert [(each["kind"], each["level"], typed[each["start"] : each["end"]]) for each in ran.document] == [
        ("age", "look", "83"),
        ("phone", "stop", "07911 123456"),
    ]
    assert [each["text"] for each in ran.document] == ["83", "07911 123456"]


def test_a_text_without_anything_is_an_empty_list_and_exit_code_0(untouched: CommandLine) -> None:
    assert untouched.json("guard", "-", typed="Call 116 123, day or night. See https://www.nhs.uk/ too.") == []
    plain = untouched("guard", typed="Drink enough.")
    assert (plain.code, plain.out) == (0, "")
    assert plain.err != ""


def test_it_makes_nothing_in_the_data_folder(untouched: CommandLine) -> None:
    untouched("guard", "-", typed="My mother Joan is 83.")
    left = [path.name for path in untouched.data_dir.rglob("*")] if untouched.data_dir.exists() else []
    assert set(left) <= {"caregiver.log"}
    for path in untouched.data_dir.rglob("*"):
        assert b"Joan" not in path.read_bytes()


def test_in_words_each_finding_is_a_line_with_its_reason(untouched: CommandLine) -> None:
    ran = untouched("guard", "-", typed="Mum is at 12 Acacia Avenue.")
    assert ran.code == 4
    assert ran.out == '10-26: Postal address: "12 Acacia Avenue". It says where somebody lives.\n'
    assert "1 detail" in ran.err


def test_a_file_is_read_as_standard_input_is(untouched: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "message.txt"
    file.write_bytes(b"Write to sam@example.org\r\n")
    assert [each["text"] for each in untouched("--json", "guard", str(file)).document] == ["sam@example.org"]
    lost = untouched("--json", "guard", str(tmp_path / "lost.txt"))
    assert (lost.code, lost.document["error"]["kind"]) == (1, "file")


def test_a_text_that_is_too_long_is_refused_whole(untouched: CommandLine) -> None:
    ran = untouched("--json", "guard", "-", typed="a" * 100_001)
    assert (ran.code, ran.document["error"]["kind"]) == (1, "text-too-long")
    assert untouched("guard", "-", typed="a" * 100_000).code == 0


def test_numbers_are_read_as_in_the_country_that_is_named(untouched: CommandLine) -> None:
    assert untouched("guard", "-", typed="612 345 670").code == 0
    assert untouched("guard", "-", "--country", "ES", typed="612 345 670").code == 4


@pytest.fixture
def care(tmp_path: Path) -> CareCommands:
    care = CareCommands(tmp_path)
    care("person", "add", "-", typed="Wilhelmina")
    return care


def test_locked_care_notes_are_a_finding_of_their_own(care: CareCommands) -> None:
    (finding,) = care.command("--json", "guard", "-", typed="Drink enough.").document
    assert (finding["kind"], finding["start"], finding["end"], finding["level"]) == (
        "private-words-unchecked",
        0,
        0,
        "stop",
    )


def test_with_the_passphrase_the_words_of_the_care_notes_are_found(care: CareCommands) -> None:
    ran = care("--json", "guard", "-", typed="Today WILHELMINA's cough is better.")
    assert ran.code == 4
    assert [(each["kind"], each["text"]) for each in ran.document] == [("private-word", "WILHELMINA's")]
    assert care("guard", "-", typed="Drink enough.").code == 0


def test_a_wrong_passphrase_is_refused_and_nothing_is_looked_through(care: CareCommands, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong"
    wrong.touch(mode=0o600)
    wrong.write_text("another one", encoding="utf-8")
    ran = care.command("--json", "guard", "-", "--passphrase-file", str(wrong), typed="Wilhelmina")
    assert (ran.code, ran.document["error"]["kind"]) == (4, "vault-wrong-passphrase")


def test_every_kind_has_its_words_and_stands_in_the_format() -> None:
    for kind in FindingKind:
        rules = [each.value for each in PrivateKind] if kind is FindingKind.PRIVATE_WORD else ["", "gb-nhs"]
        for rule in rules:
            finding = Finding(kind=kind, start=0, end=2, text="83", rule=rule)
            assert finding_word(finding)
            assert finding_reason(finding).endswith(".")
            assert isinstance(finding_suggestion(finding), str)
        assert f"`{kind.value}`" in PAGE


def test_ages_are_told_roughly_and_a_childs_is_left_out() -> None:
    def suggestion(text: str) -> str:
        return finding_suggestion(Finding(kind=FindingKind.AGE, start=0, end=len(text), text=text))

    assert [suggestion(text) for text in ("83", "90th birthday", "65-year-old", "104")] == [
        "over 80",
        "over 90",
        "over 60",
        "over 100",
    ]
    assert suggestion("7 years old") == ""


def test_the_example_of_the_format_is_what_the_command_says(untouched: CommandLine) -> None:
    found = re.search(r"\n`guard` says of \"(?P<text>[^\n]+)\":\n\n```json\n(?P<shown>.*?)\n```", PAGE, re.DOTALL)
    assert found is not None
    assert untouched("--json", "guard", "-", typed=found["text"]).document == json.loads(found["shown"])
