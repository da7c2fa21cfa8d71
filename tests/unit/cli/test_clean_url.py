"""`caregiver clean-url`: clean links on standard output, refusals beside it with exit code 4, nothing kept."""

from __future__ import annotations

import json
import re

import pytest

from tests.helpers.command_line import ROOT, CommandLine
from tests.helpers.shapes import Nullable, assert_shape

DRAWN = "k3JH28dkfjh2398dkjf23XQ"
SHAPE = [{"input": str, "output": Nullable(str), "removed": [str], "refused": Nullable(str)}]


def test_each_link_is_answered_in_its_place(untouched: CommandLine) -> None:
    document = untouched.json("clean-url", "https://example.org/a?utm_source=x&id=1", "https://example.org/b")
    assert_shape(document, SHAPE)
    assert document == [
        {
            "input": "https://example.org/a?utm_source=x&id=1",
            "output": "https://example.org/a?id=1",
            "removed": ["utm_source"],
            "refused": None,
        },
        {"input": "https://example.org/b", "output": "https://example.org/b", "removed": [], "refused": None},
    ]


@pytest.mark.parametrize(
    ("address", "refused"),
    [
        (f"https://example.org/a?token={DRAWN}", "secret"),
        ("https://example.org/ann@example.net", "personal"),
        ("https://x.list-manage.com/track/click?u=1", "hidden-target"),
        ("http://192.168.0.1/", "not-public"),
        ("https://example.org/" + "a" * 9_000, "too-long"),
        (f"https://example.org/a?id={DRAWN}&key={DRAWN}", "unsure:id:key"),
    ],
)
def test_what_is_refused_has_a_word_no_output_and_exit_4(untouched: CommandLine, address: str, refused: str) -> None:
    ran = untouched("--json", "clean-url", address, "https://example.org/b")
    assert_shape(ran.document, SHAPE)
    assert (ran.code, ran.document[0]["refused"], ran.document[0]["output"]) == (4, refused, None)
    assert ran.document[1]["output"] == "https://example.org/b"
    plain = untouched("clean-url", address)
    assert (plain.code, plain.out) == (4, "")
    assert DRAWN not in plain.err


def test_links_come_from_standard_input_too_one_a_line(untouched: CommandLine) -> None:
    ran = untouched("clean-url", "-", typed="https://example.org/a?fbclid=1\n\nhttps://example.org/b#:~:text=x\r\n")
    assert (ran.code, ran.out) == (0, "https://example.org/a\nhttps://example.org/b\n")


def test_a_person_settles_what_is_in_doubt(untouched: CommandLine) -> None:
    address = f"https://example.org/a?id={DRAWN}"
    assert "--leave-out id" in untouched("clean-url", address).err
    assert untouched("clean-url", "--keep", "id", address).out == f"{address}\n"
    assert untouched("clean-url", "--leave-out", "id", address).out == "https://example.org/a\n"


def test_nothing_is_kept(untouched: CommandLine) -> None:
    untouched("clean-url", f"https://example.org/a?utm_source={DRAWN}")
    kept = [file.read_bytes() for file in untouched.data_dir.rglob("*") if file.is_file()]
    assert not any(DRAWN.encode() in data or b"example.org" in data for data in kept)


def test_without_a_link_it_is_wrong_usage(untouched: CommandLine) -> None:
    assert untouched("clean-url").code == 2


def test_the_documented_example_is_what_it_prints(untouched: CommandLine) -> None:
    page = (ROOT / "docs" / "formats" / "command-line.md").read_text(encoding="utf-8")
    found = re.search(r"\n`clean-url`[^\n]*:\n\n```json\n(.*?)\n```", page, re.DOTALL)
    assert found is not None
    example = json.loads(found[1])
    assert untouched("--json", "clean-url", *(each["input"] for each in example)).document == example
