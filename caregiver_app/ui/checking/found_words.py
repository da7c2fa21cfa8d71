"""What the app found by itself about a page, in words. Nothing here judges: people do."""

from __future__ import annotations

from dataclasses import dataclass

from caregiver_app.model.article import Trust
from caregiver_app.model.page_facts import FoundFacts
from caregiver_app.model.trust import Stamp
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.plain_text import shorten
from caregiver_app.support.sentences.reading import ease_words
from caregiver_app.support.sentences.stamps import day_words
from caregiver_app.ui.theme import Icon, Tone

_BYLINE_CHARS = 120
_MOST_HOSTS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundLine:
    """One finding: an icon, its tone and a sentence."""

    icon: Icon
    words: str
    tone: Tone | None = None


def found_lines(found: FoundFacts, language: str) -> tuple[FoundLine, ...]:
    """Return what was found, the web address first; `language` is that of the page."""
    lines = [_site(found.stamp, found.host), _oddity(found), _tracking(found), _date(found), _publisher_date(found)]
    lines += [_byline(found), _ease(found, language), _advertising(found)]
    if not found.has_text and found.address:
        words = _("The text of the page is not saved here, so nothing was looked for in it.")
        lines.append(FoundLine(icon=Icon.OFFLINE, words=words))
    return tuple(line for line in lines if line is not None)


def _site(stamp: Stamp, host: str) -> FoundLine | None:
    if stamp.own_site and stamp.organisation:
        words = _("{host} is {name}’s own site.").format(host=host, name=stamp.organisation)
        return FoundLine(icon=Icon.SHIELD, words=words, tone=Tone.OK)
    if stamp.trust is Trust.LEADS_ELSEWHERE and stamp.organisation:
        words = _("{host} is not {name}’s own site.").format(host=host, name=stamp.organisation)
        return FoundLine(icon=Icon.EXTERNAL, words=words, tone=Tone.WARN)
    if not host:
        return None
    return FoundLine(icon=Icon.QUESTION, words=_("Your library does not know whose site {host} is.").format(host=host))


def _oddity(found: FoundFacts) -> FoundLine | None:
    facts = found.address_facts
    if facts is None:
        return None
    if facts.imitates is not None:
        pattern = _("The address looks like {host} of {name}, but it is not that site.")
        words = pattern.format(host=facts.imitates.host, name=facts.imitates.organisation)
        return FoundLine(icon=Icon.ALERT, words=words, tone=Tone.WARN)
    if facts.signs:
        return FoundLine(icon=Icon.ALERT, words=_("Something about the address is unusual."), tone=Tone.WARN)
    return None


def _tracking(found: FoundFacts) -> FoundLine | None:
    if not found.address:
        return None
    count = len(found.tracking)
    if not count:
        return FoundLine(icon=Icon.CHECK, words=_("No tracking in its address."), tone=Tone.OK)
    pattern = ngettext(
        "{count} part of its address tells who follows it. It is left out when you share.",
        "{count} parts of its address tell who follows it. They are left out when you share.",
        count,
    )
    return FoundLine(icon=Icon.LINK, words=pattern.format(count=format_number(count)), tone=Tone.WARN)


def _date(found: FoundFacts) -> FoundLine | None:
    if found.dated_on is not None:
        words = _("By its own date it is from {day}.").format(day=day_words(found.dated_on))
        return FoundLine(icon=Icon.CALENDAR, words=words)
    return FoundLine(icon=Icon.CALENDAR, words=_("No date was found.")) if found.address else None


def _publisher_date(found: FoundFacts) -> FoundLine | None:
    if found.publisher_check_by is None:
        return None
    words = _("Its publisher means to look at it again by {day}.").format(day=day_words(found.publisher_check_by))
    return FoundLine(icon=Icon.CLOCK, words=words)


def _byline(found: FoundFacts) -> FoundLine | None:
    if not found.byline:
        return None
    words = _("It names as its author: {name}").format(name=shorten(found.byline, _BYLINE_CHARS))
    return FoundLine(icon=Icon.PERSON, words=words)


def _ease(found: FoundFacts, language: str) -> FoundLine | None:
    ease = ease_words(found.grade, language)
    # Translators: {ease} is "easy to read", "a little hard to read" or "hard to read"
    return FoundLine(icon=Icon.TEXT_SIZE, words=_("It is {ease}.").format(ease=ease)) if ease else None


def _advertising(found: FoundFacts) -> FoundLine | None:
    if not found.advertising:
        return FoundLine(icon=Icon.CHECK, words=_("No advertising in its links.")) if found.has_text else None
    hosts = ", ".join(found.advertising[:_MOST_HOSTS])
    words = _("Advertising in the page: {hosts}").format(hosts=hosts)
    return FoundLine(icon=Icon.ALERT, words=words, tone=Tone.WARN)
