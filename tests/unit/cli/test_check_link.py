"""`caregiver check-link`: whose a link is, whom it imitates, and what the library has; nothing kept, nobody asked."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from tests.helpers.command_line import ROOT, CommandLine
from tests.helpers.shapes import Nullable, assert_shape

PAGE = (ROOT / "docs" / "formats" / "command-line.md").read_text(encoding="utf-8")
FACTS: dict[str, Any] = {
    "input": str,
    "unwrapped": Nullable(str),
    "clean": Nullable(str),
    "removed": [str],
    "organisation": Nullable(str),
    "trust": Nullable(str),
    "imitates": Nullable(str),
    "signs": [{"sign": str, "why": str}],
}
MIRACLE = (
    "Lemon cures dementia, the doctors hide it. See https://nhs-cures.com/lemon?fbclid=abc or https://www.nhs.uk/a"
)


def check(caregiver: CommandLine, text: str) -> Any:
    document = caregiver.json("check-link", "-", typed=text)
    assert_shape({name: document[name] for name in FACTS}, FACTS)
    return document


def signs(document: Any) -> list[str]:
    return [each["sign"] for each in document["signs"]]


def test_a_known_site_is_named_with_its_standing(caregiver: CommandLine) -> None:
    document = caregiver.json("check-link", "https://www.nhs.uk/conditions/dementia/")
    assert (document["organisation"], document["imitates"]) == ("NHS", None)
    assert caregiver.json("check-link", "nhs.uk")["organisation"] == "NHS"
    assert (document["signs"], document["clean"]) == ([], "https://www.nhs.uk/conditions/dementia/")


def test_an_imitation_is_told_with_the_site_that_it_imitates(caregiver: CommandLine) -> None:
    document = check(caregiver, "nhs-refund.com/pay?utm_source=sms")
    assert (document["imitates"], document["organisation"], document["trust"]) == ("nhs.uk", None, "not-checked")
    assert signs(document) == ["extra-words", "tracking"]
    assert (document["clean"], document["removed"]) == ("https://nhs-refund.com/pay", ["utm_source"])
    assert "NHS" in document["verdict"]


def test_a_shortener_and_a_hidden_target_are_said_and_a_wrapper_is_unwrapped(caregiver: CommandLine) -> None:
    assert signs(check(caregiver, "https://bit.ly/3abc")) == ["shortener"]
    hidden = check(caregiver, "https://x.list-manage.com/track/click?u=1")
    assert (signs(hidden), hidden["unwrapped"], hidden["clean"]) == (["hidden-target"], None, None)
    wrapped = check(caregiver, "https://www.google.com/url?q=https%3A%2F%2Fwww.nhs.uk%2Fa&sa=U")
    assert (wrapped["unwrapped"], wrapped["organisation"]) == ("https://www.nhs.uk/a", "NHS")
    assert signs(wrapped) == ["redirector"]


def test_of_a_message_every_link_is_looked_at_and_the_worst_stands_first(caregiver: CommandLine) -> None:
    document = check(caregiver, MIRACLE)
    assert [link["imitates"] for link in document["links"]] == ["nhs.uk", None]
    assert document["imitates"] == "nhs.uk"
    assert document["input"] == MIRACLE


def test_the_two_sentences_whom_to_ask_and_the_four_steps_are_always_there(caregiver: CommandLine) -> None:
    for text in (MIRACLE, "https://www.nhs.uk/", "A tea that cures everything"):
        document = caregiver.json("check-link", "-", typed=text)
        assert "Before giving any remedy ask the pharmacist" in document["advice"][0]
        assert "Do not stop a medicine." in document["advice"][0]
        assert "pharmacist" in document["advice"][1]
        assert len(document["steps"]) == 4
        said = json.dumps(document["verdict"]).lower()
        assert not re.search(r"\b(true|false|fake|safe|scam)\b", said)


def test_what_is_after_money_is_answered_with_that_first_and_with_no_reply(caregiver: CommandLine) -> None:
    text = "Hi mum, this is my new number. Can you send me some money?"
    document = check(caregiver, text)
    assert document["after_money"]
    assert document["advice"][0].startswith("Do not answer, and pay nothing.")
    assert document["reply"] == ""
    said = caregiver("check-link", text).out
    assert said.startswith("Do not answer, and pay nothing.")
    assert "A kind answer" not in said


def test_a_message_without_a_link_has_no_facts_of_one(caregiver: CommandLine) -> None:
    document = caregiver.json("check-link", "-", typed="A tea that cures everything")
    assert (document["links"], document["trust"], document["signs"]) == ([], None, [])


def test_in_words_the_verdict_the_reasons_and_the_advice_are_said(caregiver: CommandLine) -> None:
    ran = caregiver("check-link", "https://nhs-refund.com/pay?utm_source=sms")
    assert ran.code == 0
    for said in ("looks like that of NHS", "- It has the name of nhs.uk", "Clean link: https://nhs-refund.com/pay"):
        assert said in ran.out
    assert "Do not stop a medicine." in " ".join(ran.out.split())


def test_a_key_in_a_link_is_not_shown_to_who_looks_over_the_shoulder(caregiver: CommandLine) -> None:
    ran = caregiver("check-link", "https://example.org/a?token=k3JH28dkfjh2398dkjf23XQ")
    assert ran.code == 0
    assert "k3JH28dkfjh2398dkjf23XQ" not in ran.out + ran.err


@pytest.mark.parametrize("typed", ["", "  \n"])
def test_nothing_to_check_is_wrong_usage(caregiver: CommandLine, typed: str) -> None:
    assert caregiver("check-link", "-", typed=typed).code == 2
    assert caregiver("check-link").code == 2


def test_words_with_a_minus_are_words(caregiver: CommandLine) -> None:
    assert caregiver.json("check-link", "-x", "www.nhs.uk")["organisation"] == "NHS"


def test_a_long_message_is_looked_at_as_far_as_it_is_bounded(caregiver: CommandLine) -> None:
    many = " ".join(f"https://site{n}.example.org/a" for n in range(40))
    assert len(check(caregiver, many)["links"]) == 20
    plain = caregiver("check-link", "-", typed=many + " a" * 20_000)
    assert "20 more links" in plain.err
    assert "very long" in plain.err


def test_nothing_of_it_is_kept(caregiver: CommandLine) -> None:
    caregiver("check-link", "-", typed="Zanzibarine heals https://zanzibarine.example/a?utm_source=Zanzibarine")
    kept = [file.read_bytes().lower() for file in caregiver.data_dir.rglob("*") if file.is_file()]
    assert kept
    assert not any(b"zanzibarine" in data for data in kept)


def test_the_documented_example_is_what_it_prints(caregiver: CommandLine) -> None:
    found = re.search(r"\n`check-link` says of `(?P<given>[^`]+)`:\n\n```json\n(?P<shown>.*?)\n```", PAGE, re.DOTALL)
    assert found is not None
    assert caregiver.json("check-link", found["given"]) == json.loads(found["shown"])
