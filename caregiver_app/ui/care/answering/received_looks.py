"""What others asked, in words, read in the notes' own thread."""

from __future__ import annotations

from dataclasses import dataclass, field

from caregiver_app.model.time import Millis, day_of
from caregiver_app.support.i18n import format_near_day, format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.plain_text import one_line
from caregiver_app.ui.care.answering.sent_text import sent_day
from caregiver_app.vault.exchange.answering import ReceivedId, ReceivedRequest
from caregiver_app.vault.exchange.correspondents import Correspondent
from caregiver_app.vault.letters.request import ItemKind
from caregiver_app.vault.store import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedLook:
    """A request and whose key it came with. `whose` is None where that key was removed; its name counts once compared.

    `other_key` tells that somebody of this name, whose key was compared, has another key.
    """

    request: ReceivedRequest = field(repr=False)
    whose: Correspondent | None = field(repr=False)
    other_key: bool = False
    is_late: bool = False

    @property
    def id(self) -> ReceivedId:
        """Its number."""
        return self.request.id

    @property
    def is_known(self) -> bool:
        """Whether the words of the key were compared, so that it can be answered."""
        return self.whose is not None and self.whose.compared_at is not None

    @property
    def is_open(self) -> bool:
        """Whether nothing was answered yet."""
        return self.request.answered_at is None

    @property
    def name(self) -> str:
        """From whom it is, as far as anybody can know."""
        if self.whose is not None and self.is_known:
            return self.whose.name
        return _("Somebody whose key is not compared")


def read_received(vault: Vault, *, now: Millis) -> tuple[ReceivedLook, ...]:
    """Return what others asked: first what waits, by the day of the answer, then what was answered, newest first."""
    looks = [_look(vault, each, now) for each in vault.exchange.answering.list() if not _is_over(each, now)]
    waiting = sorted((each for each in looks if each.is_open), key=lambda each: each.request.body.answer_by)
    answered = sorted((each for each in looks if not each.is_open), key=lambda each: -(each.request.answered_at or 0))
    return (*waiting, *answered)


def read_request(vault: Vault, received_id: ReceivedId, *, now: Millis) -> ReceivedLook:
    """Return one.

    Raises:
        UnknownRecord: it is gone.
    """
    return _look(vault, vault.exchange.answering.get(received_id), now)


def facts_of(look: ReceivedLook, now: Millis) -> str:
    """Return in one line what it holds and how far it is."""
    request = look.request
    questions, notes = (len(request.body.of_kind(kind)) for kind in ItemKind)
    parts = [
        ngettext("{count} question", "{count} questions", questions).format(count=format_number(questions)),
        ngettext("{count} note", "{count} notes", notes).format(count=format_number(notes)) if notes else "",
        how_far(look, now),
    ]
    return "  ·  ".join(part for part in parts if part)


def how_far(look: ReceivedLook, now: Millis) -> str:
    """Return by when it is to be answered, or until when it stays."""
    request = look.request
    if look.is_open:
        # Translators: {day} is until when an answer is expected
        return _("answer by {day}").format(day=sent_day(request.body.answer_by))
    if request.goes_at is None:
        return _("answered and kept")
    # Translators: {day} is when an answered request is deleted by itself
    return _("answered, stays until {day}").format(day=format_near_day(request.goes_at, now, inside=True))


def claimed(look: ReceivedLook) -> str:
    """Return what the sender says of themselves, in one line; empty where nothing."""
    return one_line(look.request.body.sender)


def _look(vault: Vault, request: ReceivedRequest, now: Millis) -> ReceivedLook:
    correspondents = vault.exchange.correspondents
    whose = correspondents.with_key(request.family)
    return ReceivedLook(
        request=request,
        whose=whose,
        other_key=whose is not None
        and whose.compared_at is None
        and any(_is_other(each, whose) for each in correspondents.list()),
        is_late=request.answered_at is None and request.body.answer_by < day_of(now).isoformat(),
    )


def _is_other(each: Correspondent, whose: Correspondent) -> bool:
    same_name = each.name.casefold() == whose.name.casefold()
    return same_name and each.id != whose.id and each.compared_at is not None


def _is_over(request: ReceivedRequest, now: Millis) -> bool:
    """Return whether its thirty days are over; it is deleted with the next tidying."""
    return request.goes_at is not None and request.goes_at <= now
