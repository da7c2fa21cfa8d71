"""`caregiver share` writes what may leave, refuses all else with exit code 4, and then writes nothing at all."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import click
import pytest

from caregiver_app.cli.share_told import kept_of
from caregiver_app.model.card import CardPart, Channel, Judged, Network, ShareContent, ShareFinding
from caregiver_app.model.guard import Finding, FindingKind
from caregiver_app.model.sheets.paper import PaperSize
from tests.helpers.care_commands import CareCommands
from tests.helpers.command_line import ROOT, CommandLine, Ran
from tests.helpers.library import a_library, add_source, an_article, store
from tests.helpers.shapes import Nullable, assert_shape
from tests.helpers.sharing import add_its_source, add_organisation, check, judged

CARD = {"title": str, "link": str, "organisation": str, "label": str, "reviewed_at": Nullable(str)}
FINDING = {
    "kind": str,
    "start": int,
    "end": int,
    **dict.fromkeys(("text", "why", "suggestion", "level"), str),
    "page": Nullable(str),
    "part": Nullable(str),
    "settled": bool,
}
SHARE = {"channel": str, "items": [CARD], "findings": [FINDING], "file": Nullable(str)}
PAGE = (ROOT / "docs" / "formats" / "command-line.md").read_text(encoding="utf-8")
PERSONAL = "Mum is 83,\r\nring her on 07911 123456."


def fill(folder: Path) -> tuple[str, str]:
    """Put a page of a known organisation and one of somebody's own into the library of a folder."""
    library = a_library(folder)
    add_organisation(library)
    (known,) = store(library, add_its_source(library), an_article("Falls", link="https://example.org/falls?utm_id=1"))
    (own,) = store(library, add_source(library), an_article("Diary", link="https://news.example.com/diary"))
    library.close()
    return f"article:{known}", f"article:{own}"


@pytest.fixture
def shelf(caregiver: CommandLine) -> tuple[CommandLine, str, str]:
    """Commands, a page that may leave, and one that may not."""
    return (caregiver, *fill(caregiver.data_dir))


def test_it_writes_a_file_and_says_what_is_in_it(shelf: tuple[CommandLine, str, str], tmp_path: Path) -> None:
    caregiver, known, _own = shelf
    target = tmp_path / "out.txt"
    document = caregiver.json("share", known, "--message", "See this.", "--to", "text", "-o", str(target))
    assert_shape(document, SHARE)
    assert document == {
        "channel": "text",
        "items": [
            {
                "title": "Falls",
                "link": "https://example.org/falls",
                "organisation": "Example Carers",
                "label": "From Example Carers’s own site. Not checked by a person.",
                "reviewed_at": None,
            }
        ],
        "findings": [],
        "file": str(target),
    }
    assert target.read_text(encoding="utf-8").startswith("See this.\n\nFalls\n")
    plain = caregiver("share", known, "--message-file", "-", "--to", "text", typed="See this.")
    assert (plain.code, plain.out) == (0, target.read_text(encoding="utf-8"))


def test_a_checked_page_says_when_it_was_checked(shelf: tuple[CommandLine, str, str], tmp_path: Path) -> None:
    caregiver, _known, own = shelf
    library = a_library(caregiver.data_dir)
    check(library, int(own.partition(":")[2]))  # type: ignore[arg-type]  # it is the number of an item
    library.close()
    (card,) = caregiver.json("share", own, "--to", "html", "-o", str(tmp_path / "a.html"))["items"]
    assert card["reviewed_at"] == "2026-11-16"


def test_an_unchecked_page_is_refused(shelf: tuple[CommandLine, str, str], tmp_path: Path) -> None:
    caregiver, known, own = shelf
    ran = caregiver("--json", "share", known, own, "--to", "text", "-o", str(tmp_path / "out.txt"))
    assert (ran.code, ran.document["error"]["kind"]) == (4, "share-not-checked")
    assert f"{own}: Nobody has checked this page." in ran.document["error"]["message"]
    assert not (tmp_path / "out.txt").exists()
    assert caregiver.json("shares", "list") == []


def test_findings_are_told_and_nothing_is_written(shelf: tuple[CommandLine, str, str], tmp_path: Path) -> None:
    caregiver, known, _own = shelf
    target = tmp_path / "out.txt"
    ran = caregiver("--json", "share", known, "--message-file", "-", "--to", "text", "-o", str(target), typed=PERSONAL)
    assert ran.code == 4
    assert_shape(ran.document, SHARE)
    assert [(each["kind"], PERSONAL[each["start"] : each["end"]]) for each in ran.document["findings"]] == [
        ("age", "83"),
        ("phone", "07911 123456"),
    ]
    assert ran.document["file"] is None
    plain = caregiver("share", known, "--message-file", "-", "--to", "text", typed=PERSONAL)
    assert (plain.code, plain.out) == (4, "")
    assert "2 details to settle before this leaves." in plain.err
    assert not target.exists()
    assert caregiver.json("shares", "list") == []


def share_with(shelf: tuple[CommandLine, str, str], target: Path, *options: str) -> Ran:
    caregiver, known, _own = shelf
    words = ("--message-file", "-", "--to", "text", "-o", str(target))
    return caregiver("--json", "share", known, *words, *options, typed=PERSONAL)


def test_what_is_kept_with_a_reason_leaves(shelf: tuple[CommandLine, str, str], tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    assert share_with(shelf, target, "--keep-look").code == 4
    assert share_with(shelf, target, "--keep", "24-36", "It is the clinic").code == 4
    assert not target.exists()
    ran = share_with(shelf, target, "--keep-look", "--keep", "24-36", "It is the clinic")
    assert ran.code == 0
    assert [each["settled"] for each in ran.document["findings"]] == [True, True]
    assert "ring her on 07911 123456." in target.read_text(encoding="utf-8")
    assert "clinic" not in target.read_text(encoding="utf-8")


def test_a_place_on_a_card_names_its_page_and_part_and_all_that_stands_there() -> None:
    found = [
        ShareFinding(finding=Finding(kind=kind, start=8, end=11, text="Ann"), page=page, part=CardPart.LINK)
        for kind, page in ((FindingKind.NAME, 1), (FindingKind.PRIVATE_WORD, 1), (FindingKind.NAME, 0))
    ]
    cards = (judged(), judged())
    draft = Judged(candidates=cards, findings=tuple(found), content=ShareContent())
    kept = kept_of(draft, [("article:1/link:8-11", "They agree")], keep_look=False)
    assert {each.kind for each in kept} == {FindingKind.NAME, FindingKind.PRIVATE_WORD}
    with pytest.raises(click.UsageError):
        kept_of(draft, [("8-11", "They agree")], keep_look=False)


@pytest.mark.parametrize(
    "options",
    [("--keep", "3-9", "why"), ("--keep", "x", "why"), ("--keep", "24-36", "  ")],
    ids=["nothing-there", "no-place", "no-reason"],
)
def test_a_keep_that_says_nothing_is_wrong_usage(
    shelf: tuple[CommandLine, str, str], tmp_path: Path, options: tuple[str, ...]
) -> None:
    assert share_with(shelf, tmp_path / "out.txt", *options).code == 2


@pytest.mark.parametrize(("channel", "name"), [("qr", "a.png"), ("qr", "a.svg"), ("flyer", "a.pdf"), ("eml", "a.eml")])
def test_each_form_is_written(shelf: tuple[CommandLine, str, str], tmp_path: Path, channel: str, name: str) -> None:
    caregiver, known, _own = shelf
    begins = {"a.png": b"\x89PNG", "a.svg": b"<svg", "a.pdf": b"%PDF", "a.eml": b"X-Unsent: 1"}
    caregiver.json("share", known, "--to", channel, "-o", str(tmp_path / name))
    assert (tmp_path / name).read_bytes().startswith(begins[name])
    assert [(each["item"], each["channel"]) for each in caregiver.json("shares", "list")] == [(known, channel)]


def test_a_sign_that_cannot_be_printed_is_told_of(shelf: tuple[CommandLine, str, str], tmp_path: Path) -> None:
    caregiver, known, _own = shelf
    path = tmp_path / "a.pdf"
    done = caregiver("share", known, "--to", "flyer", "--message", "For you \U0001f600", "-o", str(path))
    assert done.code == 0
    assert "a small box stands in their place" in done.err
    assert path.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    "arguments",
    [
        ("article:1", "--to", "qr"),
        ("article:1", "--to", "qr", "-o", "x.txt"),
        ("article:1", "--to", "flyer"),
        ("--json", "article:1", "--to", "text"),
        ("article", "--to", "text"),
        ("feed:1", "--to", "text"),
        ("article:1", "--to", "fax"),
        ("article:1", "--to", "text", "--message", "a", "--message-file", "-"),
        ("--to", "text"),
    ],
    ids=[
        "no-file",
        "no-picture",
        "no-sheet",
        "no-file-json",
        "no-number",
        "no-kind",
        "no-form",
        "two-messages",
        "nothing",
    ],
)
def test_what_makes_no_sense_is_wrong_usage(caregiver: CommandLine, arguments: tuple[str, ...]) -> None:
    assert caregiver("share", *arguments).code == 2


def test_what_is_not_there_is_said(caregiver: CommandLine) -> None:
    ran = caregiver("--json", "share", "article:4711", "--to", "text", "-o", "never.txt")
    assert (ran.code, ran.document["error"]["kind"]) == (1, "unknown-item")
    assert ran.document["error"]["message"] == "article:4711 is not in your library."


def test_parts_of_a_link_in_doubt_are_settled_by_name(caregiver: CommandLine, tmp_path: Path) -> None:
    library = a_library(caregiver.data_dir)
    add_organisation(library)
    link = "https://example.org/falls?member=90210"
    (item,) = store(library, add_its_source(library), an_article("Falls", link=link))
    library.close()
    words = ("--json", "share", f"article:{item}", "--to", "text", "-o", str(tmp_path / "out.txt"))
    ran = caregiver(*words)
    assert (ran.code, ran.document["error"]["kind"]) == (4, "share-link-refused")
    assert "--leave-out member" in ran.document["error"]["what_to_do"]
    assert caregiver(*words, "--leave-out", "member").document["items"][0]["link"] == "https://example.org/falls"
    assert caregiver(*words, "--keep-part", "member").document["items"][0]["link"] == link


def test_the_log_is_shown_switched_off_and_erased(shelf: tuple[CommandLine, str, str]) -> None:
    caregiver, known, _own = shelf
    assert caregiver("share", known, "--to", "markdown").code == 0
    (line,) = caregiver.json("shares", "list")
    said = {"item": known, "title": "Falls", "channel": "markdown", "sheet": None}
    assert line == {**said, "day": line["day"], "changed": False}
    assert "Falls" in caregiver("shares", "list").out
    assert caregiver.json("shares", "off") == {"log": False}
    assert caregiver("share", known, "--to", "html").code == 0
    assert len(caregiver.json("shares", "list")) == 1
    assert "The log is off." in caregiver("shares", "list").err
    assert caregiver.json("shares", "erase") == []
    assert caregiver.json("shares", "list") == []
    assert caregiver.json("shares", "on") == {"log": True}


def test_the_words_of_care_notes_are_found_with_the_passphrase(tmp_path: Path) -> None:
    care = CareCommands(tmp_path)
    care("person", "add", "-", typed="Wilhelmina")
    known, _own = fill(care.command.data_dir)
    words = ("--json", "share", known, "--message-file", "-", "--to", "text", "-o", str(tmp_path / "out.txt"))

    def kinds(ran: Ran) -> list[tuple[str, str]]:
        return [(each["kind"], each["text"]) for each in ran.document["findings"]]

    assert kinds(care.command(*words, typed="Wilhelmina sleeps.")) == [("private-words-unchecked", "")]
    assert kinds(care(*words, typed="Wilhelmina sleeps.")) == [("private-word", "Wilhelmina")]
    assert care.command(*words, "--keep", "0-0", "I read it twice", typed="She sleeps.").code == 0


def documents() -> dict[str, Any]:
    """Return the examples of the format's page, by command."""
    found = re.findall(r"\n`(shares?(?: list)?)`:\n\n```json\n(.*?)\n```", PAGE, re.DOTALL)
    return {name: json.loads(shown) for name, shown in found}


def test_the_examples_of_the_format_have_its_shapes() -> None:
    assert_shape(documents()["share"], SHARE)
    shape = [{"item": str, "title": str, "channel": str, "sheet": Nullable(str), "day": str, "changed": bool}]
    assert_shape(documents()["shares list"], shape)


def test_every_word_stands_in_the_format() -> None:
    for word in (*Channel, *Network, *PaperSize):
        assert f"`{word.value}`" in PAGE, word
