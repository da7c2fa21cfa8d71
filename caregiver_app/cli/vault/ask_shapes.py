"""The JSON shapes of `caregiver ask` (docs/formats/command-line.md). Stable: scripts rely on every key."""

from __future__ import annotations

from caregiver_app.cli.console import Json
from caregiver_app.model.time import to_iso
from caregiver_app.vault.exchange.answering import ReceivedRequest
from caregiver_app.vault.exchange.asking import Asked
from caregiver_app.vault.exchange.correspondents import Correspondent
from caregiver_app.vault.exchange.disclosures import Disclosure
from caregiver_app.vault.letters.request import ItemKind


def correspondent_shape(whose: Correspondent) -> dict[str, Json]:
    """Return an element of `ask key list`."""
    return {
        "id": whose.id,
        "name": whose.name,
        "role": whose.role,
        "key": whose.recipient,
        "compared_at": to_iso(whose.compared_at),
    }


def asked_shape(asked: Asked) -> dict[str, Json]:
    """Return an element of `ask list`."""
    return {
        "id": asked.id,
        "person_id": asked.person_id,
        "to": asked.to_whom,
        "to_key": asked.to_key,
        "made_at": to_iso(asked.made_at),
        "answer_by": asked.expected_on,
        "questions": len(asked.body.of_kind(ItemKind.QUESTION)),
        "notes": len(asked.body.of_kind(ItemKind.NOTE)),
        "answers": asked.answers,
    }


def disclosure_shape(disclosure: Disclosure) -> dict[str, Json]:
    """Return an element of `ask disclosures`."""
    disclosed = disclosure.disclosed
    return {
        "id": disclosure.id,
        "person_id": disclosed.person_id,
        "request_id": disclosed.request_id,
        "at": to_iso(disclosure.at),
        "channel": disclosed.channel.value,
        "what": dict(disclosed.what),
        "to": disclosed.to_whom,
        "to_key": disclosed.to_key,
        "why": disclosed.why,
    }


def received_shape(received: ReceivedRequest, whose: Correspondent | None) -> dict[str, Json]:
    """Return an element of `ask received`; `from` and `about` are what the sender claims, `name` is who we know."""
    return {
        "id": received.id,
        "name": None if whose is None else whose.name,
        "key_id": None if whose is None else whose.id,
        "key": received.family,
        "compared": whose is not None and whose.compared_at is not None,
        "from": received.body.sender,
        "about": received.body.about,
        "received_at": to_iso(received.received_at),
        "answer_by": received.body.answer_by,
        "questions": len(received.body.of_kind(ItemKind.QUESTION)),
        "notes": len(received.body.of_kind(ItemKind.NOTE)),
        "answers": len(received.given),
        "answered_at": to_iso(received.answered_at),
        "goes_at": to_iso(received.goes_at),
        "kept_because": received.kept_because,
    }
