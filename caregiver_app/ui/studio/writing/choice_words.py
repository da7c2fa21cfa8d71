"""How the few words that some fields can hold are said to people."""

from __future__ import annotations

from collections.abc import Mapping

from caregiver_app.support.i18n import gettext as _


def choice_words(place: str, choice: str) -> str:
    """Return what is shown for a choice of a field by its place in an entry, the choice itself where nothing is."""
    name = place.rpartition(".")[2]
    return _all().get(name, {}).get(choice, choice)


def _all() -> Mapping[str, Mapping[str, str]]:
    return {
        "kind": {**_line_kinds(), **_source_kinds()},
        "ways": {"call": _("Call"), "text": _("Text message"), "web": _("On the web")},
        "cost": {
            "": _("Not known"),
            "free": _("Free to call"),
            "usual": _("Costs what a usual call costs"),
            "more": _("Costs more than a usual call"),
        },
        "days": _days(),
        "rule": _rules(),
        "asks_first": _reasons(),
    }


def _line_kinds() -> dict[str, str]:
    return {
        "crisis": _("In a crisis"),
        "abuse": _("Abuse and violence"),
        "poison": _("Poisoning"),
        "health": _("Health advice"),
        "caring": _("Caring"),
        "grief": _("Grief"),
    }


def _source_kinds() -> dict[str, str]:
    return {
        "news": _("News"),
        "alerts": _("Warnings"),
        "research": _("Research"),
        "video": _("Video"),
        "social": _("Social network"),
    }


def _days() -> dict[str, str]:
    return {
        "mon": _("Monday"),
        "tue": _("Tuesday"),
        "wed": _("Wednesday"),
        "thu": _("Thursday"),
        "fri": _("Friday"),
        "sat": _("Saturday"),
        "sun": _("Sunday"),
    }


def _rules() -> dict[str, str]:
    return {
        "fixed": _("The same day each year (09-21)"),
        "range": _("From one day to another (06-01..06-07)"),
        "month": _("A whole month (11)"),
        "nth-weekday": _("A weekday of a month (03:2:thu, 10:last:fri)"),
        "last-day-of-month": _("The last day of a month (02)"),
        "floating": _("Its days are told each year"),
    }


def _reasons() -> dict[str, str]:
    return {
        "": _("It does not: its topic switches it on"),
        "video-platform": _("It is on a video site"),
        "social-platform": _("It is on a social network"),
        "pattern-derived": _("Its address was guessed from others"),
        "nothing-seen": _("Nothing came from it yet"),
        "robots": _("Its site does not want programs to read it"),
        "professional": _("It is for professionals"),
        "overlap": _("Another source says the same"),
        "noisy": _("It brings very much"),
        "enough": _("There are enough others"),
        "entry-page": _("It is a page to begin from"),
    }
