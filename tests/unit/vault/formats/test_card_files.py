"""Contacts go out as cards that address books read, and come out of anybody's cards."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.vault.formats.card_reading import MOST_CARDS, are_cards, read_cards
from caregiver_app.vault.formats.card_writing import write_cards
from caregiver_app.vault.records.contacts import MOST_PHONES, Contact, ContactId, ContactText, Phone
from tests.helpers.clock import MONDAY

WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1, max_size=60)


def contact(text: ContactText) -> Contact:
    return Contact(
        id=ContactId(1),
        uid="c0ffee00-0000-4000-8000-000000000001",
        person_id=None,
        text=text,
        call_order=1,
        position=1,
        created_at=MONDAY,
        changed_at=MONDAY,
    )


def card(*lines: str, version: str = "3.0") -> str:
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])


NURSE = ContactText(
    name="Dr Anna Rowe",
    role="District nurse",
    phones=(Phone(number="01632 960001"), Phone(number="+44 1632 960002", label="at night; ask")),
    email="anna@example.org",
    address="4 High Street\nNorthfield",
    hours="Mon to Fri, 8-16",
    note="Knows about the fall",
)


def test_a_card_says_how_somebody_is_reached_and_no_more() -> None:
    text = write_cards([contact(NURSE)], notes=False).decode()
    assert "VERSION:3.0\r\n" in text
    assert "N:Dr Anna Rowe;;;;\r\n" in text
    assert "item2.TEL;TYPE=VOICE:+44 1632 960002\r\nitem2.X-ABLABEL:at night\\; ask\r\n" in text
    assert "c0ffee" not in text
    assert not any(name in text for name in ("UID", "REV", "fall", "PRODID"))
    assert "fall" in write_cards([contact(NURSE)], notes=True).decode()


def test_our_own_card_is_read_back() -> None:
    (taken,) = read_cards(write_cards([contact(NURSE)], notes=True).decode()).contacts
    assert taken["name"] == NURSE.name
    assert taken["role"] == NURSE.role
    assert taken["phones"] == [{"number": one.number, "label": one.label} for one in NURSE.phones]
    assert (taken["email"], taken["address"]) == (NURSE.email, NURSE.address)
    assert taken["note"] == f"{NURSE.hours}\n{NURSE.note}"


@given(name=WORDS, role=WORDS, number=WORDS, label=WORDS, note=WORDS)
def test_any_words_are_read_back(name: str, role: str, number: str, label: str, note: str) -> None:
    text = ContactText(name=name, role=role, phones=(Phone(number=number, label=label),), note=note)
    written = write_cards([contact(text)], notes=True).decode()
    (taken,) = read_cards(written).contacts
    said = (taken["name"], taken["role"], taken["note"], taken["phones"][0]["number"])
    assert said == (name, role, note, number.removeprefix("tel:"))


def test_cards_of_every_version_are_read() -> None:
    old = card(
        "N:Rowe;Anna;;Dr",
        "TEL;CELL;VOICE:01632 960001",
        "NOTE;ENCODING=QUOTED-PRINTABLE:caf=C3=A9=",
        "=0Aopen",
        version="2.1",
    )
    new = card("FN:Anna Rowe", "TEL;VALUE=uri;TYPE=cell:tel:+44-1632-960001", "UID:urn:uuid:1", version="4.0")
    (first,) = read_cards(old).contacts
    (second,) = read_cards(new).contacts
    assert (first["name"], first["note"]) == ("Anna Rowe", "café\nopen")
    assert second["phones"] == [{"number": "+44-1632-960001", "label": ""}]
    assert first["uid"] != second["uid"] == read_cards(new).contacts[0]["uid"]


def test_labels_of_apple_telephones_are_plain_words() -> None:
    (taken,) = read_cards(card("FN:A", "item1.TEL:1", "item1.X-ABLabel:_$!<HomeFAX>!$_")).contacts
    assert taken["phones"] == [{"number": "1", "label": "HomeFAX"}]


def test_a_label_made_of_the_marks_alone_takes_no_longer_than_its_length() -> None:
    """Each of the marks was once sought to the end of the label, for each number beside it: that took days."""
    label = "_$!<" * 24_000
    (found,) = read_cards(card("FN:A", f"item1.X-ABLABEL:{label}", *["item1.TEL:1"] * 1_000)).contacts
    assert [phone["label"] for phone in found["phones"]] == [label] * MOST_PHONES


def test_a_card_without_a_name_is_called_by_what_else_it_says() -> None:
    for lines, called in (
        (("ORG:Rose House", "EMAIL:a@example.org"), "Rose House"),
        (("EMAIL:a@example.org",), "a@example.org"),
    ):
        (taken,) = read_cards(card(*lines)).contacts
        assert taken["name"] == called


def test_a_card_inside_a_card_is_nobody() -> None:
    inner = card("FN:Agent", "TEL:2")
    (taken,) = read_cards(card("FN:Anna", inner, "TEL:1")).contacts
    assert (taken["name"], [phone["number"] for phone in taken["phones"]]) == ("Anna", ["1"])


def test_cards_of_nobody_and_too_many_are_left_out() -> None:
    found = read_cards(card("TEL:1") + card("FN:A") * (MOST_CARDS + 2))
    assert (len(found.contacts), found.left_out) == (MOST_CARDS, 3)
    (taken,) = read_cards(card("FN:A", *["TEL:1"] * 100)).contacts
    assert len(taken["phones"]) == MOST_PHONES


@given(text=st.text(max_size=400))
def test_any_text_is_read_without_an_error(text: str) -> None:
    read_cards(card(text, f"FN:{text}", f"N:{text}", f"TEL;{text}:{text}", f"ADR:{text}"))
    read_cards(card(f"NOTE;ENCODING=QUOTED-PRINTABLE:{text}"))
    assert not are_cards(f"x{text}")
