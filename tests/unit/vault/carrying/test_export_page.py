"""docs/formats/export.md says of exports what is true: its document has the keys of real ones and is read back."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from caregiver_app.model.time import Millis
from caregiver_app.vault.carrying import incoming_files
from caregiver_app.vault.carrying.choice import DOCUMENT, FORMAT, READABLE, VERSION, ExportChoice
from caregiver_app.vault.carrying.document import document_bytes, gather
from caregiver_app.vault.carrying.incoming_files import read_incoming
from caregiver_app.vault.carrying.tables import FORMS, TABLES
from caregiver_app.vault.carrying.writing import MOST_LOCKED_BYTES
from caregiver_app.vault.exchange.disclosures import Channel, Disclosed
from caregiver_app.vault.formats.calendar_writing import write_calendar
from caregiver_app.vault.formats.card_writing import write_cards
from caregiver_app.vault.measuring.units import Reading
from caregiver_app.vault.records.attachments import NewAttachment
from caregiver_app.vault.store import Vault
from tests.helpers.care_notes import Family, later
from tests.helpers.clock import MONDAY

PAGE = (Path(__file__).resolve().parents[4] / "docs" / "formats" / "export.md").read_text(encoding="utf-8")


def example(kind: str) -> str:
    (found,) = re.findall(rf"```{kind}\n(.*?)```", PAGE, re.DOTALL)
    return str(found)


def keys_of(document: dict[str, Any]) -> dict[str, list[str]]:
    """Return the keys of the first record of each list, and of what lies in lists inside it."""
    found = {"": list(document)}
    for name, value in document.items():
        if isinstance(value, list):
            found[name] = list(value[0])
            inner = {key: part for key, part in value[0].items() if isinstance(part, list) and part}
            found |= {f"{name}/{key}": list(part[0]) for key, part in inner.items() if isinstance(part[0], dict)}
    return found


@pytest.fixture
def real(vault: Vault, family: Family) -> dict[str, Any]:
    """Return a document in which every list has something; the first note and question have all that hangs on one."""
    note, question, at = family.notes[0], family.questions[0], MONDAY
    own = vault.measures.make_kind("Walks", unit="min", at=at)
    vault.measures.add(Reading(kind=own.code, value=20, unit="min"), person_id=family.mum, at=at)
    vault.citations.add("note", note, library_uid="b6d0", title="Sleep in later life", at=at)
    vault.questions.answer(question, "It may be.", by_whom="Dr Rowe", at=at)
    vault.notes.change(note, text="Slept in the chair.", at=later(120))
    file = NewAttachment(kind="note", item_id=note, name="Letter.pdf", media_type="application/pdf", size_bytes=9)
    vault.attachments.add(file, lambda: "ab" * 32, at=at)
    vault.disclosures.record(Disclosed(channel=Channel.PRINT, what={"handover": 1}), at=at)
    gathered = gather(vault, ExportChoice(), at=at)
    found: dict[str, Any] = json.loads(document_bytes(gathered.document))
    return found


def test_the_example_has_the_keys_of_a_real_document_in_their_order(real: dict[str, Any]) -> None:
    told = json.loads(example("json"))
    ours = keys_of(real)
    assert {name: keys for name, keys in keys_of(told).items() if name != "versions"} == {
        name: keys for name, keys in ours.items() if name != "versions"
    }
    assert list(told["versions"][0]) == list(real["versions"][0])
    assert set(told["versions"][0]["said"]) == set(
        next(each for each in real["versions"] if each["of"] == "note")["said"]
    )


def test_the_example_is_read_back_with_nothing_left_out(vault: Vault, tmp_path: Path) -> None:
    (tmp_path / "attachments").mkdir()
    (tmp_path / "attachments" / "1.pdf").write_bytes(b"%PDF-1.7\n")
    (tmp_path / DOCUMENT).write_text(example("json"), encoding="utf-8")
    incoming = read_incoming(tmp_path, passphrase=None, zone="UTC")
    merged = vault.importing.take_in(incoming, lambda _data: "ab" * 32, at=Millis(MONDAY + 1))
    assert not merged.left_out
    assert sum(merged.new.values()) == 10
    told = json.loads(example("json"))
    again: dict[str, Any] = json.loads(document_bytes(gather(vault, ExportChoice(), at=MONDAY).document))
    same = [name for name in told if name not in ("versions", "disclosures", "made_at")]
    assert {name: again[name] for name in same} == {name: told[name] for name in same}


def test_the_calendar_and_the_card_are_as_written(vault: Vault, family: Family) -> None:
    calendar = write_calendar([vault.appointments.get(family.visit)], neutral=False, at=MONDAY).decode()
    event = calendar[calendar.index("BEGIN:VEVENT") : calendar.index("END:VCALENDAR")].replace("\r\n", "\n")
    assert re.sub(r"UID:[0-9a-f-]{36}", "UID:UID", event) == example("ics")
    card = write_cards([vault.contacts.get(family.contacts[0])], notes=False).decode()
    assert card.replace("\r\n", "\n") == example("vcf")


def test_names_and_bounds_are_told() -> None:
    for name in (DOCUMENT, READABLE, FORMAT, FORMS, *TABLES.values()):
        assert f"`{name}`" in PAGE
    assert f"`version` {VERSION}" in PAGE
    assert f"{incoming_files.LARGEST_DOCUMENT // 1_000_000} MB for a document" in PAGE
    assert f"{incoming_files.MOST_BRACKETS:,} brackets" in PAGE
    assert f"{incoming_files.LARGEST_TEXT // 1_000_000} MB for a calendar" in PAGE
    assert f"{MOST_LOCKED_BYTES // 1_000_000} MB for a locked file" in PAGE
    assert f"2^{incoming_files.MOST_WORK} at most" in PAGE
