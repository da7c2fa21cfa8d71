"""What is said of a helpline: when it answers, and how far its number can be relied on."""

from __future__ import annotations

from datetime import UTC, date, datetime
from urllib.parse import urlsplit

from caregiver_app.model.time import Millis, from_datetime
from caregiver_app.support.helplines import HelpKind, Helpline
from caregiver_app.support.i18n import country_name, format_short_day
from caregiver_app.support.i18n import gettext as _

_ALWAYS = "24/7"


def kind_words(kind: HelpKind) -> str:
    """Return the heading over lines of a kind."""
    return {
        HelpKind.EMERGENCY: _("In an emergency"),
        HelpKind.CRISIS: _("When it is too much: somebody to talk to"),
        HelpKind.ABUSE: _("When somebody hurts or threatens you"),
        HelpKind.POISON: _("Poisoning"),
        HelpKind.HEALTH: _("Advice about health"),
        HelpKind.CARING: _("For carers, and about illnesses"),
        HelpKind.GRIEF: _("After a death"),
    }[kind]


def number_words(line: Helpline) -> str:
    """Return the number, and that it is for text messages where it is."""
    return _("Text message: {number}").format(number=line.phone) if line.by_text else line.phone


def about_words(line: Helpline) -> str:
    """Return where it is for, when it answers, and what to say or press."""
    part = line.country.partition("-")[2]
    nation = nation_words(part)
    hours = _("Day and night") if line.hours == _ALWAYS else line.hours
    return "  ·  ".join(words for words in (nation, hours, line.note) if words)


def checked_words(line: Helpline, today: date) -> str:
    """Return how far the number can be relied on: until when, or that this is over."""
    again = line.check_again_on
    if line.checked_on is not None and again is not None:
        if today >= again:
            return _("Read on their own page on {day}. That is long ago: call to make sure.").format(
                day=_spoken(line.checked_on)
            )
        return _("Read on their own page on {day}. Check again by {again}.").format(
            day=_spoken(line.checked_on), again=_spoken(again)
        )
    host = urlsplit(line.page).hostname
    if host:
        return _("Please check the number on their own page: {page}").format(page=host.removeprefix("www."))
    return _("Please check the number on their own page.")


def state_words(line: Helpline) -> str:
    """Return the country of a line."""
    return country_name(line.state)


def nation_words(part: str) -> str:
    """Return what a part of a country (ISO 3166-2, behind the hyphen) is called, empty where it has no name here."""
    nations = {"ENG": _("England"), "SCT": _("Scotland"), "WLS": _("Wales"), "NIR": _("Northern Ireland")}
    return nations.get(part, "")


def _spoken(day: date) -> str:
    return format_short_day(_noon(day), UTC, year=True)


def _noon(day: date) -> Millis:
    return from_datetime(datetime(day.year, day.month, day.day, 12, tzinfo=UTC))
