"""A page, a guide or a checklist: its state first, then its words, and at the end where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from caregiver_app.links.tokens import shown_title
from caregiver_app.model.article import ItemId, ItemKind
from caregiver_app.model.errors import PrintError, PrintTrouble
from caregiver_app.model.sheets.blocks import Block, Entries, Entry, Notice, Row, Rows
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.sheets.sheet import Sheet, SheetPart
from caregiver_app.model.trust import Subject, SubjectKind
from caregiver_app.printing.article_blocks import sections_of
from caregiver_app.printing.frame import Ground, framed, health_lines, state_blocks
from caregiver_app.printing.pages import PaperPage, link_for_paper, paper_page
from caregiver_app.printing.pictures import Pictures
from caregiver_app.printing.read_on import read_on
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.stamps import day_words, makers_name, ours_sentence, ours_word, says_ours

if TYPE_CHECKING:
    from caregiver_app.library.store import Library
    from caregiver_app.model.article import Article

_PACK_TEXTS = (ItemKind.GUIDE, ItemKind.CHECKLIST)
_TEXTS_OF_PACKS = {SubjectKind.GUIDE: SheetKind.GUIDE, SubjectKind.CHECKLIST: SheetKind.CHECKLIST}


def text_sheet(library: Library, subject: Subject, ground: Ground) -> Sheet:
    """Return the sheet of a page, guide or checklist; a guide in the language of the sheet where its pack has it.

    Raises:
        PrintError: an organisation has no text.
        UnknownItem: the library does not hold it.
    """
    subject = in_language(library, subject, ground.language)
    page = paper_page(library, subject, on=ground.on)
    item_id = page.thing.article_id or page.thing.item_id
    if item_id is None:
        raise PrintError(PrintTrouble.NOTHING)
    article = library.articles.get(item_id)
    is_pack_text = article.row.kind in _PACK_TEXTS
    return framed(
        ground,
        _TEXTS_OF_PACKS.get(subject.kind, SheetKind.ARTICLE),
        page.title,
        (
            SheetPart(
                heading="", blocks=(*_state(page, article), *_grown_old(article, ground), *_lacking(page, article))
            ),
            *_words(library, article, item_id, page.title),
            *((read_on(article.html),) if is_pack_text else ()),
            SheetPart(heading=_("Where this comes from"), blocks=(_address(page, _whose(library, page, article)),)),
        ),
        below_title=(_by(library, page, article), "  ·  ".join(filter(None, _days(article, ground)))),
        closing=health_lines((page.stamp,), article.text if is_pack_text else ""),
    )


def in_language(library: Library, subject: Subject, language: str) -> Subject:
    """Return the guide or checklist that says the same in a language (BCP 47); where there is none, what was given."""
    if subject.kind not in _TEXTS_OF_PACKS:
        return subject
    number = library.articles.translation_of(ItemId(subject.id), language.partition("-")[0])
    return Subject(kind=subject.kind, id=number)


def _words(library: Library, article: Article, item_id: ItemId, title: str) -> tuple[SheetPart, ...]:
    pictures = Pictures(library, item_id)
    sections = sections_of(article.html, title=title, show=pictures.show, leading=link_for_paper)
    return tuple(SheetPart(heading=each.heading, blocks=each.blocks) for each in sections)


def _state(page: PaperPage, article: Article) -> tuple[Block, ...]:
    """Return how far it may be relied on; of a text that came with Caregiver who answers for it, as on the screen."""
    if says_ours(article.row, page.stamp):
        return (Rows(rows=(Row(label=ours_word(), value=ours_sentence()),)),)
    return state_blocks(page.stamp)


def _grown_old(article: Article, ground: Ground) -> tuple[Block, ...]:
    """Return that a text of a pack is older than its publisher meant it to become."""
    if article.good_until is None or article.good_until >= ground.on:
        return ()
    words = _("Its publisher meant to look at it again by {day}. Look for a newer text.")
    return (Notice(title=_("Check due"), text=words.format(day=day_words(article.good_until))),)


def _lacking(page: PaperPage, article: Article) -> tuple[Block, ...]:
    """Return that the words here are not all of the page's, where that is so."""
    if page.thing.kind is ItemKind.LINK and page.thing.article_id is None:
        return (Notice(text=_("The text of this page is not saved here. Open its address to read it.")),)
    if article.row.kind is ItemKind.ARTICLE and not article.full_text:
        return (Notice(text=_("This is the text that came with the updates. The page itself may say more.")),)
    return ()


def _by(library: Library, page: PaperPage, article: Article) -> str:
    """Return who wrote it; of a text of a pack that is a sentence of its maker's."""
    if article.row.kind in _PACK_TEXTS and article.author:
        return article.author
    whose = _whose(library, page, article)
    # Translators: {name} is who published a page
    from_words = _("From {name}").format(name=whose) if whose else ""
    by_words = _("By {author}").format(author=article.author) if article.author else ""
    return "  ·  ".join(filter(None, (from_words, by_words)))


def _days(article: Article, ground: Ground) -> tuple[str, ...]:
    row = article.row
    published = "" if row.published_at is None else ground.day(row.published_at)
    # Translators: {day} is e.g. "3 May 2026"
    said_on = _("Written on {day}") if row.kind in _PACK_TEXTS else _("Published on {day}")
    saved_at = article.offline.tried_at if article.full_text and article.offline is not None else article.first_seen_at
    return (
        said_on.format(day=published) if published else "",
        _("Changed on {day}").format(day=ground.day(article.changed_at)) if article.changed_at is not None else "",
        _("Saved here on {day}").format(day=ground.day(saved_at)) if saved_at is not None else "",
        _("Good until {day}").format(day=day_words(article.good_until)) if article.good_until is not None else "",
    )


def _whose(library: Library, page: PaperPage, article: Article) -> str:
    """Return whose text it is; of a source the publisher's title, never one that a person here gave it."""
    if article.row.ours:
        return makers_name()
    if page.whose or article.row.organisation:
        return page.whose or article.row.organisation
    typed = library.sources.typed_titles()
    return shown_title(typed.get(article.row.source_id, article.row.source_title))


def _address(page: PaperPage, whose: str) -> Entries:
    if not page.link:
        return Entries(entries=(Entry(title=whose or page.title, lines=tuple(filter(None, (page.why_no_link,)))),))
    look = _("Look there for changes before you rely on this.")
    return Entries(entries=(Entry(title=_("The page on the web"), lines=(look,), link=page.link, code=page.has_code),))
