"""What an alert or a recall says, in plain words. It never says that a danger is over: only what the publisher said."""

from __future__ import annotations

from dataclasses import dataclass

from caregiver_app.model.alert import AlertFacts, AlertKind
from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import format_clock, format_near_day
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.plain_text import shorten
from caregiver_app.ui.theme import Icon, Tone

_AREA_CHARS = 160
_EVENT_CHARS = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertLook:
    """The callout over an alert: never red here, for whom it concerns is not known to the reader."""

    tone: Tone
    icon: Icon
    heading: str
    text: str


def alert_look(facts: AlertFacts, now: Millis, *, ended: bool = False) -> AlertLook:
    """Return what stands over the text of an alert at the time `now`; `ended`: a later message took its place."""
    if facts.kind is AlertKind.RECALL:
        return _look(Tone.WARN, facts.event or _("Recall of a product"), [_about_medicines()])
    if facts.status and facts.status.lower() != "actual":
        return _look(Tone.INFO, _("An exercise or a test, not a warning"), [facts.event])
    if facts.message_type.lower() == "cancel":
        return _look(Tone.INFO, _("The publisher takes back an earlier warning"), _whereabouts(facts))
    heading = facts.event or _("Safety notice")
    if ended:
        newer = _("The publisher has sent a newer message about this. Look there what holds now.")
        return _look(Tone.INFO, heading, [*_whereabouts(facts), newer])
    expired = facts.expires_at is not None and facts.expires_at <= now
    parts = [_severity(facts.severity), *_whereabouts(facts), _time(facts, now)]
    return _look(Tone.INFO if expired else Tone.WARN, heading, parts)


def _look(tone: Tone, heading: str, parts: list[str]) -> AlertLook:
    icon = Icon.OCTAGON if tone is Tone.WARN else Icon.INFO
    text = " ".join(part for part in parts if part)
    return AlertLook(tone=tone, icon=icon, heading=shorten(heading, _EVENT_CHARS), text=text)


def _about_medicines() -> str:
    return _("Do not stop a medicine because of this. Ask the pharmacist today.")


def _severity(severity: str) -> str:
    words = {
        "extreme": _("Extreme danger."),
        "severe": _("Severe danger."),
        "moderate": _("Moderate danger."),
        "minor": _("Minor danger."),
    }
    return words.get(severity.lower(), "")


def _whereabouts(facts: AlertFacts) -> list[str]:
    return [_("Where: {area}.").format(area=shorten(facts.area.rstrip("."), _AREA_CHARS))] if facts.area else []


def _time(facts: AlertFacts, now: Millis) -> str:
    if facts.expires_at is None:
        return _("The publisher did not say until when.")
    day, clock = format_near_day(facts.expires_at, now, inside=True), format_clock(facts.expires_at)
    if facts.expires_at <= now:
        pattern = _("The publisher gave it until {day}, {time}. Look there whether it still holds.")
    else:
        # Translators: {day} is a day such as "today" or "23 November"
        pattern = _("Until: {day}, {time}.")
    return pattern.format(day=day, time=clock)
