"""Puts a request together from what was chosen: pure, so that what is shown is what goes. Sends and keeps nothing.

Texts are taken as they stand, without tags, authors or the names in the notes' own fields; names only as they are given
for this one request.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NewType

from caregiver_app.model.errors import AskError, AskTrouble
from caregiver_app.model.time import Millis, to_datetime, to_iso
from caregiver_app.support.i18n import gettext as _
from caregiver_app.vault.changes.uids import new_uid
from caregiver_app.vault.exchange.correspondents import CorrespondentId
from caregiver_app.vault.letters.canonical import LARGEST_BYTES
from caregiver_app.vault.letters.fields import clean_line, clean_text
from caregiver_app.vault.letters.request import (
    LINE_CHARS,
    MOST_NOTES,
    MOST_QUESTIONS,
    NOTE_CHARS,
    NOTICE_CHARS,
    QUESTION_CHARS,
    AskBody,
    AskItem,
    AskRequest,
    ItemKind,
    new_secret,
    write_request,
)
from caregiver_app.vault.letters.sealing import Recipient
from caregiver_app.vault.records.people import PersonId

AskId = NewType("AskId", int)
_REASON_CHARS = 500
_ANOTHER_DAY_ELSEWHERE = timedelta(days=1)
"""It may be yesterday still where the person is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A question or note that was chosen: its number in the notes, its text, whose it is. `at` is a note's time."""

    kind: ItemKind
    id: int
    text: str = field(repr=False)
    person_id: PersonId | None = None
    at: Millis | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What is said about a request beside what is in it.

    `why` stays in the record of what left. `sender` and `about` go along as typed, or "". `call` is what to call when
    something cannot wait, "" for the general words. `answer_by` is a day.
    """

    to: CorrespondentId
    answer_by: date
    why: str = field(repr=False)
    sender: str = field(default="", repr=False)
    about: str = field(default="", repr=False)
    call: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskDraft:
    """A request that could go as it is: `request.body` is what to show before, and exactly what goes."""

    wishes: Wishes
    request: AskRequest
    chosen: tuple[Chosen, ...] = field(repr=False)

    @property
    def body(self) -> AskBody:
        """What it says."""
        return self.request.body

    @property
    def person_id(self) -> PersonId | None:
        """About whom it is, None where the chosen things are about nobody."""
        return next((each.person_id for each in self.chosen if each.person_id is not None), None)


def compose(wishes: Wishes, chosen: Sequence[Chosen], *, reply_to: Recipient, at: Millis) -> AskDraft:
    """Return the request.

    Raises:
        AskError: nothing was chosen, too much, about several people, or it is not said why.
    """
    _judge(wishes, chosen, at)
    questions = [each for each in chosen if each.kind is ItemKind.QUESTION]
    in_order = (*questions, *(each for each in chosen if each.kind is ItemKind.NOTE))
    body = AskBody(
        uid=new_uid(),
        made_at=to_iso(at) or "",
        answer_by=wishes.answer_by.isoformat(),
        notice=notice(wishes.call),
        reply_to=reply_to,
        sender=clean_line(wishes.sender),
        about=clean_line(wishes.about),
        items=tuple(_item(number, each) for number, each in enumerate(in_order, 1)),
    )
    request = AskRequest(body=body, secret=new_secret())
    if len(write_request(request)) > LARGEST_BYTES:
        raise AskError(AskTrouble.TOO_MUCH)
    return AskDraft(wishes=wishes, request=request, chosen=in_order)


def notice(call: str) -> str:
    """Return what every request and answer says: that it is not for urgent questions, and whom to call."""
    whom = clean_line(call) or _("your doctor or the emergency number")
    return _("Not for urgent questions. Nobody watches this file. For anything that cannot wait call {whom}.").format(
        whom=whom
    )


def _judge(wishes: Wishes, chosen: Sequence[Chosen], at: Millis) -> None:
    if not chosen or not all(clean_text(each.text) for each in chosen):
        raise AskError(AskTrouble.NOTHING_CHOSEN)
    if not clean_line(wishes.why):
        raise AskError(AskTrouble.NO_REASON)
    if len({each.person_id for each in chosen} - {None}) > 1:
        raise AskError(AskTrouble.MIXED_PEOPLE)
    if wishes.answer_by < to_datetime(at).date() - _ANOTHER_DAY_ELSEWHERE:
        raise AskError(AskTrouble.DAY_PASSED)
    lines = (wishes.sender, wishes.about)
    if (
        sum(each.kind is ItemKind.QUESTION for each in chosen) > MOST_QUESTIONS
        or sum(each.kind is ItemKind.NOTE for each in chosen) > MOST_NOTES
        or any(len(clean_text(each.text)) > _longest(each) for each in chosen)
        or any(len(clean_line(line)) > LINE_CHARS for line in lines)
        or len(clean_line(wishes.why)) > _REASON_CHARS
        or len(notice(wishes.call)) > NOTICE_CHARS
    ):
        raise AskError(AskTrouble.TOO_MUCH)


def _longest(chosen: Chosen) -> int:
    return QUESTION_CHARS if chosen.kind is ItemKind.QUESTION else NOTE_CHARS


def _item(number: int, chosen: Chosen) -> AskItem:
    at = "" if chosen.kind is ItemKind.QUESTION else to_iso(chosen.at) or ""
    return AskItem(number=number, kind=chosen.kind, text=clean_text(chosen.text), at=at)
