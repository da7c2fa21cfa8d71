"""Everything a row of the list says, to the eye and to a screen reader."""

from __future__ import annotations

from dataclasses import dataclass

from caregiver_app.links.parts import take_apart
from caregiver_app.links.tokens import shown_title
from caregiver_app.model.article import HIT_END, HIT_START, ArticleRow, ItemKind
from caregiver_app.model.time import Millis
from caregiver_app.model.trust import Stamp
from caregiver_app.support.i18n import format_near_day, pgettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.stamps import says_ours
from caregiver_app.ui.library.status_words import row_looks
from caregiver_app.ui.widgets.draw import PillLook


@dataclass(frozen=True, slots=True, kw_only=True)
class RowWords:
    """`snippet` keeps its hit marks and is empty unless something was searched for and found in the text.

    `meta_lines` says the same as `meta` in lines for where one has no room for it, so that no day is cut.
    """

    title: str
    meta: str
    snippet: str
    pills: tuple[PillLook, ...]
    spoken: str
    summary: str
    unread: bool
    compact: bool = False
    meta_lines: tuple[str, ...] = ()


def publisher_of(row: ArticleRow) -> str:
    """Return the name of the organisation, that of the source where no organisation is known."""
    return row.organisation or shown_title(row.source_title) or _host_of(row)


def short_facts(row: ArticleRow) -> str:
    """Return what stands beside the trust word of a page where there is little room: whose it is, or its kind."""
    return _kind(row) if says_ours(row, Stamp(trust=row.trust)) else publisher_of(row)


def row_words(
    row: ArticleRow, *, now: Millis, own: bool = False, compact: bool = False, stamp: Stamp | None = None
) -> RowWords:
    """Return what `row` says at the time `now`; `own` says that the person added its source, `stamp` who checked it.

    A `compact` row has its states as words beside the day, and no pills and no snippet. Whose a text of the makers is,
    its pill alone says.
    """
    ours = says_ours(row, stamp or Stamp(trust=row.trust))
    publisher = "" if ours else publisher_of(row)
    day = _kind(row) or format_near_day(row.published_at if row.published_at is not None else row.sort_at, now)
    pills = row_looks(row, own=own, stamp=stamp)
    # Translators: publisher and day under the title of a page in the list.
    meta = _("{publisher}  ·  {day}").format(publisher=publisher, day=day) if publisher else day
    return RowWords(
        title=row.title,
        meta=_compact_meta(publisher, day, pills) if compact else meta,
        snippet=" ".join(row.snippet.split()) if HIT_START in row.snippet and not compact else "",
        pills=() if compact else pills,
        spoken=_spoken(row, publisher, day, pills),
        summary=without_marks(row.snippet),
        unread=not row.read,
        compact=compact,
        meta_lines=(publisher, day) if publisher and not compact else (),
    )


def _kind(row: ArticleRow) -> str:
    """Return what a text of a pack or a link is, where other rows have their day; empty for an article."""
    return {
        ItemKind.GUIDE: _("Guide"),
        ItemKind.CHECKLIST: _("Checklist"),
        ItemKind.LINK: _("Web page, not saved yet"),
    }.get(row.kind, "")


def _host_of(row: ArticleRow) -> str:
    """Return where a page lies that nobody here is known to publish."""
    parts = None if row.url is None else take_apart(row.url)
    return "" if parts is None else parts.host.removeprefix("www.")


def _compact_meta(publisher: str, day: str, pills: tuple[PillLook, ...]) -> str:
    """Return trust and day, then what is special about the page, and its publisher last: the end of a line is cut."""
    trust, *special = [pill.text for pill in pills if pill.text != pgettext("page", "New")]
    return "  ·  ".join(word for word in (trust, day, *special, publisher) if word)


def without_marks(text: str) -> str:
    """Return `text` without the marks around search hits."""
    return text.replace(HIT_START, "").replace(HIT_END, "")


def _spoken(row: ArticleRow, publisher: str, day: str, pills: tuple[PillLook, ...]) -> str:
    state = pgettext("state of a page", "Read") if row.read else _("Unread")
    parts = [state, row.title.rstrip("."), publisher, day]
    parts += [pill.text for pill in pills if pill.text != pgettext("page", "New")]
    # Translators: how a screen reader hears the parts of a row; each part ends a sentence.
    return " ".join(_("{part}.").format(part=part) for part in parts if part)
