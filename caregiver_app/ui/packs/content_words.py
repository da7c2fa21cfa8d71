"""What is in a pack, and what another version of it brings, as people read it before they say yes. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from caregiver_app.model.installed_pack import PackChanges, PackPart, StatedSite
from caregiver_app.model.lookalike import KnownSite
from caregiver_app.support.i18n import current_language, format_number, language_name, ngettext
from caregiver_app.support.i18n import gettext as _

SHOWN = 12
"""So many titles are named; of more the number is said."""

NUMBERS = "helplines"
_SEVERAL = 2


def counted(parts: Sequence[PackPart]) -> str:
    """Return how many entries there are of each kind, phone lines first."""
    counts = Counter(part.list for part in parts)
    said = [words(counts[name]) for name, words in _KINDS.items() if counts[name]]
    return ", ".join(said)


def titles(parts: Sequence[PackPart]) -> tuple[str, ...]:
    """Return the titles of entries, and of many only the first ones and how many there are besides.

    Where texts are in several languages each says in which it is, and those in the reader's come first.
    """
    mixed = _are_mixed(parts)
    return _first([_in_its_language(part) if mixed else part.title for part in _own_first(parts)])


def texts(parts: Sequence[PackPart]) -> tuple[tuple[PackPart, str], ...]:
    """Return guides and checklists, each with what it is and where there are several languages in which, as above."""
    kinds = {"guides": _("Guide"), "checklists": _("Checklist")}
    found = [part for part in parts if part.list in kinds]
    mixed = _are_mixed(found)
    facts = ((part, (kinds[part.list], language_name(part.language) if mixed else "")) for part in _own_first(found))
    return tuple((part, "  ·  ".join(filter(None, said))) for part, said in facts)


def every_title(parts: Sequence[PackPart], numbers: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Return the titles of all entries, however many: of what somebody has to see before a yes.

    `numbers` are phone numbers by the ids of entries.
    """
    return tuple(_titled(part, (numbers or {}).get(part.id, "")) for part in parts)


def asked_words(sites: int) -> str:
    """Return how many sites a pack may make the computer ask; empty where none."""
    if not sites:
        return ""
    # Translators: {count} is how many web sites
    words = ngettext(
        "“Get updates” may ask {count} site for its news, after your topics and country. Others stay off.",
        "“Get updates” may ask {count} sites for their news, after your topics and country. Others stay off.",
        sites,
    )
    return words.format(count=format_number(sites))


def withdrawals(changes: PackChanges) -> tuple[str, ...]:
    """Return what is withdrawn, each with its reason."""
    # Translators: something that is withdrawn, and why
    words = _("{what}: {reason}")
    return _first([words.format(what=what, reason=reason) for what, reason in changes.withdrawn_by_name])


def site_words(said: StatedSite) -> str:
    """Return a web site that an organisation calls its own only now."""
    # Translators: an organisation and a web site that it calls its own; the address keeps its direction
    return _("{name}: {site}").format(name=said.name, site=f"\u2066{said.site.rstrip('/')}\u2069")


def imitating_words(said: StatedSite, other: KnownSite) -> str:
    """Return that a site looks like a known one, and whose that is."""
    # Translators: two web sites that look alike; {name} is whose the second one is
    return _("Careful: {site} looks like {known}, the site of {name}.").format(
        site=f"\u2066{said.site.rstrip('/')}\u2069", known=f"\u2066{other.host}\u2069", name=other.organisation
    )


def _are_mixed(parts: Sequence[PackPart]) -> bool:
    return len({part.language for part in parts if part.language}) >= _SEVERAL


def _own_first(parts: Sequence[PackPart]) -> Sequence[PackPart]:
    speaks = current_language()
    own = sorted(parts, key=lambda part: part.language.partition("-")[0] not in ("", speaks))
    return own if _are_mixed(parts) else parts


def _in_its_language(part: PackPart) -> str:
    language = language_name(part.language)
    # Translators: a text of a pack, and the language in which it is, e.g. "Spanish"
    return _("{title} ({language})").format(title=part.title, language=language) if language else part.title


def _titled(part: PackPart, number: str) -> str:
    # Translators: a phone line and its number; the number keeps its direction
    return _("{title}: {number}").format(title=part.title, number=f"\u2066{number}\u2069") if number else part.title


def _first(words: Sequence[str]) -> tuple[str, ...]:
    rest = len(words) - SHOWN
    if rest <= 0:
        return tuple(words)
    more = ngettext("and {count} more", "and {count} more", rest).format(count=format_number(rest))
    return (*words[:SHOWN], more)


def _lines(count: int) -> str:
    return ngettext("{count} phone line", "{count} phone lines", count).format(count=format_number(count))


def _guides(count: int) -> str:
    return ngettext("{count} guide", "{count} guides", count).format(count=format_number(count))


def _checklists(count: int) -> str:
    return ngettext("{count} checklist", "{count} checklists", count).format(count=format_number(count))


def _links(count: int) -> str:
    return ngettext("{count} page to read", "{count} pages to read", count).format(count=format_number(count))


def _sources(count: int) -> str:
    return ngettext("{count} source of news", "{count} sources of news", count).format(count=format_number(count))


def _pages(count: int) -> str:
    words = ngettext("{count} page to keep an eye on", "{count} pages to keep an eye on", count)
    return words.format(count=format_number(count))


def _groups(count: int) -> str:
    return ngettext("{count} group", "{count} groups", count).format(count=format_number(count))


def _days(count: int) -> str:
    return ngettext("{count} awareness day", "{count} awareness days", count).format(count=format_number(count))


def _organisations(count: int) -> str:
    return ngettext("{count} organisation", "{count} organisations", count).format(count=format_number(count))


_KINDS: dict[str, Callable[[int], str]] = {
    NUMBERS: _lines,
    "guides": _guides,
    "checklists": _checklists,
    "links": _links,
    "sources": _sources,
    "pages": _pages,
    "communities": _groups,
    "dates": _days,
    "organisations": _organisations,
}
