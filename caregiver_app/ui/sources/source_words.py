"""What is said of a source beside `support.sentences`: its state as a pill, its numbers, what it discloses."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlsplit

from caregiver_app.links.tokens import shown_title
from caregiver_app.model.source import Source, SourceKind, SourceState
from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import format_near_day, format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import state_word
from caregiver_app.ui.theme import Icon, Tone
from caregiver_app.ui.widgets.draw import PillLook

TROUBLED = frozenset({SourceState.FAILING, SourceState.GONE, SourceState.ATTENTION})

_LOOKS = {
    SourceState.NEVER_FETCHED: (Tone.INFO, Icon.INFO),
    SourceState.FINE: (Tone.OK, Icon.CHECK),
    SourceState.QUIET: (Tone.INFO, Icon.CLOCK),
    SourceState.FAILING: (Tone.WARN, Icon.ALERT),
    SourceState.MOVED: (Tone.INFO, Icon.INFO),
    SourceState.GONE: (Tone.WARN, Icon.ALERT),
    SourceState.ATTENTION: (Tone.WARN, Icon.ALERT),
    SourceState.OFF: (Tone.NEUTRAL, None),
}


def fit_for_showing(source: Source) -> Source:
    """Return a source without what is private in addresses that stand for its title or another's."""
    return replace(source, title=shown_title(source.title), reason_detail=shown_title(source.reason_detail))


def state_look(source: Source) -> PillLook:
    """Return how a source is doing, as a pill."""
    tone, icon = _LOOKS[source.state]
    words = state_word(source.state)
    return PillLook(text=words[:1].upper() + words[1:], tone=tone, icon=icon)


def needs_a_look(source: Source) -> bool:
    """Return whether something about a source wants the person's attention."""
    return source.state in TROUBLED or (source.state is SourceState.MOVED and bool(source.reason))


def pills_of(source: Source) -> list[PillLook]:
    """Return what a row shows of a source, the state first."""
    looks = [state_look(source)]
    if source.enabled and not is_secure(source):
        looks.append(PillLook(text=_("Not secure"), tone=Tone.WARN, icon=Icon.UNLOCK))
    return looks


def host_of(source: Source) -> str:
    """Return where a source is asked, without "www."."""
    return (urlsplit(source.url).hostname or "").removeprefix("www.")


def is_secure(source: Source) -> bool:
    """Return whether what comes from a source cannot be read or changed on the way."""
    return source.url.startswith("https:") and not source.allow_private


def numbers_line(source: Source, now: Millis) -> str:
    """Return how many pages a source brought and when it last answered well."""
    pages = ngettext("{count} page", "{count} pages", source.entries).format(count=format_number(source.entries))
    if source.last_good_at is None:
        return pages
    # Translators: e.g. "12 pages  ·  Answered: today"
    return _("{pages}  ·  Answered: {day}").format(
        pages=pages, day=format_near_day(source.last_good_at, now, inside=True)
    )


def disclosure(source: Source) -> str:
    """Return what asking a source that asks first tells to whom; empty for the others."""
    if not source.asks_first:
        return ""
    host = host_of(source)
    if source.kind in (SourceKind.VIDEO, SourceKind.SOCIAL):
        return _(
            "This is on {host}. It belongs to a company that earns by what it knows about people. "
            "Each update tells it that your internet address follows this channel."
        ).format(host=host)
    why = why_it_asks_first(source.note)
    told = _("Each update tells {host} that your internet address asked for it.").format(host=host)
    return " ".join(part for part in (why, _("No topic switches this source on."), told) if part)


def why_it_asks_first(note: str) -> str:
    """Return the reason that the starter content gives (docs/formats/starter.md); other notes are said as they are."""
    known = {
        "pattern-derived": _("Nobody has seen this address answer yet."),
        "nothing-seen": _("It answered once, with nothing in it."),
        "robots": _("The site asks programs to keep out, so it is asked only when you ask."),
        "professional": _("It is written for doctors, nurses and scientists."),
        "overlap": _("Another source of the same publisher carries the same."),
        "noisy": _("It brings very much, or not only about health."),
        "enough": _("Eight other sources of its topic are on already."),
        "video-platform": "",
        "social-platform": "",
    }
    return known.get(note, note)


def keeps_whole_pages(source: Source) -> bool:
    """Return whether whole pages of a source are kept: as the person says, else those of alert sources."""
    return source.kind is SourceKind.ALERTS if source.full_text is None else source.full_text


def spoken(source: Source, now: Millis) -> str:
    """Return what a screen reader says of a row."""
    numbers = numbers_line(source, now).replace("  ·  ", ". ")
    state, *others = (look.text for look in pills_of(source))
    parts = [source.title.rstrip("."), state, numbers, *others]
    return " ".join(_("{part}.").format(part=part) for part in parts)
