"""What left the notes, read in their own thread, with the request that it was where it was one."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from caregiver_app.model.errors import UnknownRecord
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.parts.day_field import spoken_day
from caregiver_app.vault.exchange.asking import Asked
from caregiver_app.vault.exchange.composing import AskId
from caregiver_app.vault.exchange.disclosures import Disclosure
from caregiver_app.vault.store import Vault

_MOST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """Something that left; `asked` is the request, None where there is none. Its file may go again: `can_go_again`."""

    disclosure: Disclosure = field(repr=False)
    asked: Asked | None = field(default=None, repr=False)
    can_go_again: bool = False


def read_left(vault: Vault) -> tuple[Left, ...]:
    """Return what left, the newest first."""
    return tuple(_left(vault, each) for each in vault.disclosures.list(limit=_MOST))


def came_back(left: Left) -> str:
    """Return how far a request is, empty for what was none."""
    if left.asked is None:
        return ""
    if left.asked.answers:
        words = ngettext("{count} answer came", "{count} answers came", left.asked.answers)
        return words.format(count=format_number(left.asked.answers))
    # Translators: {day} is until when an answer is expected
    return _("answer expected by {day}").format(day=spoken_day(date.fromisoformat(left.asked.expected_on)))


def _left(vault: Vault, disclosure: Disclosure) -> Left:
    request_id = disclosure.disclosed.request_id
    if request_id is None:
        return Left(disclosure=disclosure)
    try:
        asked = vault.exchange.asking.get(AskId(request_id))
    except UnknownRecord:
        return Left(disclosure=disclosure)
    whose = vault.exchange.correspondents.with_key(asked.to_key)
    counts = whose is not None and whose.compared_at is not None
    return Left(disclosure=disclosure, asked=asked, can_go_again=counts and bool(asked.body.items))
