"""A request: the questions and notes that somebody chose for somebody else. What is in it is what was shown, no more.

It carries a random number and a secret of 256 bits that only the two of them have: an answer counts only with it
(`answer`). docs/formats/ask.md describes the document.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field, replace
from enum import StrEnum

from caregiver_app.vault.letters.canonical import Document, canonical
from caregiver_app.vault.letters.fields import Fields, damaged
from caregiver_app.vault.letters.sealing import Recipient, parse_recipient

FORMAT, VERSION = "caregiver-ask-request", 1
SECRET_BYTES = 32

LINE_CHARS = 100
NOTICE_CHARS = 600
QUESTION_CHARS = 4_000
NOTE_CHARS = 50_000
MOST_QUESTIONS = 50
MOST_NOTES = 50
_MOST_ITEMS = MOST_QUESTIONS + MOST_NOTES


class ItemKind(StrEnum):
    """What stands in a request."""

    QUESTION = "question"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskItem:
    """A question or a note, with its number in the request. `at` is when a note's matter happened, ISO 8601."""

    number: int
    kind: ItemKind
    text: str = field(repr=False)
    at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskBody:
    """What a request says. `sender` and `about` are names as somebody chose to give them, "" for none.

    `made_at` is ISO 8601 with offset, `answer_by` a day. `notice` says that it is not for urgent questions, and whom to
    call. `reply_to` is the one key to which an answer goes.
    """

    uid: str
    made_at: str
    answer_by: str
    notice: str = field(repr=False)
    reply_to: Recipient
    sender: str = field(default="", repr=False)
    about: str = field(default="", repr=False)
    items: tuple[AskItem, ...] = field(default=(), repr=False)

    def of_kind(self, kind: ItemKind) -> tuple[AskItem, ...]:
        """Return the questions, or the notes."""
        return tuple(item for item in self.items if item.kind is kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskRequest:
    """A request as it goes: what it says, and the secret."""

    body: AskBody
    secret: bytes = field(repr=False)


def new_secret() -> bytes:
    """Return a secret that nobody had before."""
    return secrets.token_bytes(SECRET_BYTES)


def write_request(request: AskRequest) -> bytes:
    """Return the document."""
    return canonical({**body_document(request.body), "reply_secret": request.secret.hex()})


def body_document(body: AskBody) -> Document:
    """Return what a request says, without the secret."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "id": body.uid,
        "made_at": body.made_at,
        "answer_by": body.answer_by,
        "notice": body.notice,
        "reply_to": body.reply_to,
        "from": body.sender,
        "about": body.about,
        "questions": [_question(item) for item in body.of_kind(ItemKind.QUESTION)],
        "notes": [_note(item) for item in body.of_kind(ItemKind.NOTE)],
    }


def read_request(document: Document) -> AskRequest:
    """Return the request in a document; every field within its bounds, and nothing beside them.

    Raises:
        AskError: it is not as it is described.
    """
    fields = Fields(document)
    secret = fields.bytes_of("reply_secret", SECRET_BYTES)
    body = _read_body(fields)
    numbers = {item.number for item in body.items}
    if not body.items or len(numbers) != len(body.items):
        raise damaged()
    return AskRequest(body=body, secret=secret)


def read_body(document: Document, items: tuple[AskItem, ...] = ()) -> AskBody:
    """Return what `body_document` was made from, where its own store kept it; `items` are those kept apart from it.

    Raises:
        AskError: it is not as it is described.
    """
    body = _read_body(Fields(document))
    return replace(body, items=(*body.items, *items))


def _read_body(fields: Fields) -> AskBody:
    fields.word("format", FORMAT)
    fields.word("version", VERSION)
    body = AskBody(
        uid=fields.uid("id"),
        made_at=fields.moment("made_at"),
        answer_by=fields.day("answer_by"),
        notice=fields.line("notice", NOTICE_CHARS, least=1),
        reply_to=parse_recipient(fields.text("reply_to", LINE_CHARS)),
        sender=fields.line("from", LINE_CHARS),
        about=fields.line("about", LINE_CHARS),
        items=(
            *(_read_question(each) for each in fields.objects("questions", 0, MOST_QUESTIONS)),
            *(_read_note(each) for each in fields.objects("notes", 0, MOST_NOTES)),
        ),
    )
    fields.end()
    return body


def _question(item: AskItem) -> Document:
    return {"number": item.number, "text": item.text}


def _note(item: AskItem) -> Document:
    return {"number": item.number, "at": item.at, "text": item.text}


def _read_question(fields: Fields) -> AskItem:
    item = AskItem(
        number=fields.number("number", 1, _MOST_ITEMS),
        kind=ItemKind.QUESTION,
        text=fields.text("text", QUESTION_CHARS),
    )
    fields.end()
    return item


def _read_note(fields: Fields) -> AskItem:
    item = AskItem(
        number=fields.number("number", 1, _MOST_ITEMS),
        kind=ItemKind.NOTE,
        text=fields.text("text", NOTE_CHARS),
        at=fields.moment("at"),
    )
    fields.end()
    return item
