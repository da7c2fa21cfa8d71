"""What left the notes, in words: how, to whom, how much of which kind, why."""

from __future__ import annotations

from collections.abc import Mapping

from caregiver_app.model.sheets.kinds import Audience, SheetKind
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.sheet_names import sheet_name
from caregiver_app.vault.exchange.disclosures import Channel, Disclosed

_AUDIENCES = {audience.value: audience for audience in Audience}
_SHEETS = {kind.value: kind for kind in SheetKind}


def how_it_left(disclosed: Disclosed) -> str:
    """Return how something left, and to whom."""
    if disclosed.channel is Channel.PRINT and disclosed.to_whom in _AUDIENCES:
        return _printed_for(_AUDIENCES[disclosed.to_whom])
    if disclosed.channel is Channel.ASK and disclosed.to_whom:
        # Translators: {name} is who was sent questions
        return _("Sent to {name}").format(name=disclosed.to_whom)
    words = {
        Channel.ASK: _("Sent"),
        Channel.PRINT: _("Printed"),
        Channel.EXPORT: _("Saved as files"),
        Channel.COPY: _("Saved as a copy"),
    }[disclosed.channel]
    if disclosed.to_whom:
        # Translators: {how} is e.g. "Printed", {name} for whom
        return _("{how} for {name}").format(how=words, name=disclosed.to_whom)
    return words


def _printed_for(audience: Audience) -> str:
    return {
        Audience.AMBULANCE: _("Printed for the ambulance"),
        Audience.WARD: _("Printed for the hospital ward"),
        Audience.RELIEF_CARER: _("Printed for a helper"),
        Audience.RELATIVE: _("Printed for a relative or friend"),
    }[audience]


def how_much(what: Mapping[str, int]) -> str:
    """Return how many things of which kind left."""
    return ", ".join(_counted(kind, count) for kind, count in what.items() if count)


def _counted(kind: str, count: int) -> str:
    if kind in _SHEETS:
        name = sheet_name(_SHEETS[kind])
        # Translators: {name} is a sheet such as "Medicines list", {count} how many of them were printed
        return name if count == 1 else _("{name} ({count})").format(name=name, count=format_number(count))
    words = {
        "question": ngettext("{count} question", "{count} questions", count),
        "note": ngettext("{count} note", "{count} notes", count),
        "received-request": ngettext("{count} request to me", "{count} requests to me", count),
        "appointment": ngettext("{count} appointment", "{count} appointments", count),
        "chase": ngettext("{count} thing to chase", "{count} things to chase", count),
        "medicine": ngettext("{count} medicine", "{count} medicines", count),
        "contact": ngettext("{count} contact", "{count} contacts", count),
        "measurement": ngettext("{count} measurement", "{count} measurements", count),
        "person": ngettext("{count} person", "{count} people", count),
        "attachment": ngettext("{count} file", "{count} files", count),
    }
    other = ngettext("{count} thing", "{count} things", count)
    return words.get(kind, other).format(count=format_number(count))
