"""Checks a link or a message that somebody sent, with what this computer knows. Makes no connection and keeps nothing.

It never says that something is true or false: it says whose an address is, what asks for care in it, and what the
library has on the same subject.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import unquote

from caregiver_app.model.article import ArticleRow, ItemId, ItemKind, Trust
from caregiver_app.model.forwarded import (
    LONGEST_CHARS,
    MOST_LINKS,
    Checked,
    CheckedLink,
    KindReply,
    LinkLook,
    LinkSign,
)
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.trust import Stamp
from caregiver_app.support.i18n import current_language

if TYPE_CHECKING:
    from caregiver_app.bootstrap.appraising import Appraising
    from caregiver_app.bootstrap.sharing import Sharing
    from caregiver_app.library.related import RelatedHit
    from caregiver_app.library.store import Library
    from caregiver_app.links.lookalikes import KnownNames
    from caregiver_app.model.lookalike import KnownSite

SHOWN = 5
"""So many pages on the same subject are shown."""

_ENOUGH_WORDS = 3
_TEXTS = (ItemKind.GUIDE, ItemKind.CHECKLIST)
_TRICKS = "scams"  # a topic of the starter content
_MONEY = "bank OR banco"
_MILD = frozenset({LinkSign.TRACKING, LinkSign.REDIRECTOR})


class LinkChecking:
    """Answers what a person pastes. Threads may share it: it holds the names of known sites and no word of anybody."""

    def __init__(self, appraising: Appraising, sharing: Sharing) -> None:
        self._appraising = appraising
        self._sharing = sharing
        self._known: tuple[tuple[KnownSite, ...], KnownNames] | None = None

    def check(self, library: Library, text: str) -> Checked:
        """Return what can be said of a link, or of a message and its links.

        Raises:
            StorageError: the library cannot be read.
            Cancelled: interrupted on request.
        """
        from caregiver_app.library.subject_words import subject_words
        from caregiver_app.links.in_messages import addresses_in, without_addresses
        from caregiver_app.links.money_tricks import is_after_money

        looked_at = text[:LONGEST_CHARS]
        addresses = addresses_in(looked_at)
        links = self._links(library, addresses[:MOST_LINKS]) if addresses else ()
        message = without_addresses(looked_at) if links else looked_at
        about = _about(message, links)
        words, after_money = subject_words(about), is_after_money(message)
        related = _on_tricks(library) if after_money else self._related(library, words)
        topic, guides = ("", ()) if after_money or related else self._in_general(library, about)
        return Checked(
            links=tuple(sorted(links, key=_mildness)),
            left_out=max(0, len(addresses) - MOST_LINKS),
            cut=len(text) > LONGEST_CHARS,
            words=tuple(words),
            related=related or guides,
            reply=KindReply() if after_money else self.reply(library, related),
            after_money=after_money,
            in_general=topic,
        )

    def reply(self, library: Library, pages: Iterable[ArticleRow]) -> KindReply:
        """Return a kind answer as it may leave now, with the first of `pages` that may go with it.

        Raises:
            StorageError, VaultError: as `Sharing.judge` does.
        """
        from caregiver_app.bootstrap.kind_reply import kind_reply

        return kind_reply(library, self._sharing, pages)

    def _links(self, library: Library, addresses: Sequence[str]) -> Sequence[CheckedLink]:
        sites, names = self._known_names(library)
        return [self._checked(library, address, sites, names) for address in addresses]

    def _checked(self, library: Library, address: str, sites: Sequence[KnownSite], names: KnownNames) -> CheckedLink:
        from caregiver_app.links.looking import look_at_link, with_canonical
        from caregiver_app.trust.known_sites import named_in_help

        look = look_at_link(address, names)
        page = _page_itself(library, look)
        look = look if page is None else with_canonical(look, _canonical(library, page))
        stamp = Stamp(trust=Trust.NOT_CHECKED) if look.target is None else self._stamp(library, look.target)
        withdrawn = (LinkSign.WITHDRAWN,) if stamp.trust is Trust.WITHDRAWN else ()
        named = "" if look.target is None or look.imitates is not None else named_in_help(sites, look.target)
        signs = (*withdrawn, *look.signs)
        return CheckedLink(look=look, stamp=stamp, signs=signs, in_library=page, named_in_help=named)

    def _stamp(self, library: Library, address: str) -> Stamp:
        """Return the stamp of where a link leads; people leave out the `www.` of a site whose name begins so."""
        from caregiver_app.links.parts import put_together, take_apart

        stamp = self._appraising.stamp_of_address(library, address)
        parts = take_apart(address)
        if stamp.organisation or parts is None or parts.host.startswith("www."):
            return stamp
        with_www = put_together(replace(parts, host=f"www.{parts.host}"))
        return self._appraising.stamp_of_address(library, with_www)

    def _known_names(self, library: Library) -> tuple[tuple[KnownSite, ...], KnownNames]:
        from caregiver_app.links.lookalikes import KnownNames
        from caregiver_app.trust.known_sites import known_sites

        sites = known_sites(library)
        known = self._known
        if known is None or known[0] != sites:
            known = (sites, KnownNames(sites))
            self._known = known
        return known

    def _in_general(self, library: Library, text: str) -> tuple[str, tuple[ArticleRow, ...]]:
        """Return the topic that a text names plainly, and guides on it, the general ones first; "" for none."""
        from caregiver_app.library.named_topics import named_topics

        for topic in named_topics(text):
            query = ArticleQuery(topic=topic, guides=True, language=current_language())
            rows = library.articles.page(query).rows
            ranks, _texts = self._ranks(library, {row.id: row.kind for row in rows})
            if ranks:
                return topic, tuple(row for row in rows if row.id in ranks)[:SHOWN]
        return "", ()

    def _related(self, library: Library, words: dict[str, int]) -> tuple[ArticleRow, ...]:
        facts = library.trust_facts
        checked = (*facts.articles_with_statements(), *facts.items_with_statements())
        hits = {hit.id: hit for hit in library.related.find(words, also=checked)}
        ranks, texts = self._ranks(library, {item_id: hit.kind for item_id, hit in hits.items()})
        best = sorted(ranks, key=lambda item_id: (ranks[item_id], *_readable_first(hits[item_id])))[:SHOWN]
        spoken = [_in_language(library, item_id) if item_id in texts else item_id for item_id in best]
        rows = library.articles.rows_of(list(dict.fromkeys(spoken)))
        return tuple(_with_snippet(library, row, hits.get(row.id)) for row in rows)

    def _ranks(
        self, library: Library, kinds: Mapping[ItemId, ItemKind]
    ) -> tuple[Mapping[ItemId, int], frozenset[ItemId]]:
        """Return the rank of each item that may be shown as an answer, and which of them are texts of packs."""
        from caregiver_app.bootstrap.stood_by import stood_by
        from caregiver_app.trust.ordering import rank_of

        stamps = self._appraising.stamps(library, list(kinds))
        texts = stood_by(library, [item_id for item_id in stamps if kinds[item_id] in _TEXTS])
        ranked = {item_id: rank_of(said, brought=item_id in texts) for item_id, said in stamps.items()}
        return {item_id: rank for item_id, rank in ranked.items() if rank is not None}, texts


def _on_tricks(library: Library) -> tuple[ArticleRow, ...]:
    """Return guides on tricks with money, whatever the message is about: its words are those of the trick."""
    query = ArticleQuery(text=_MONEY, topic=_TRICKS, guides=True, language=current_language())
    return library.articles.page(query).rows[:SHOWN]


def _readable_first(hit: RelatedHit) -> tuple[bool, float]:
    return hit.kind is ItemKind.LINK, -hit.score


def _about(text: str, links: Sequence[CheckedLink]) -> str:
    """Return the text that may name the subject; with words of the links where the message itself has hardly any."""
    from caregiver_app.library.subject_words import subject_words

    enough = len(subject_words(text)) >= _ENOUGH_WORDS
    return text if enough else " ".join((text, *map(_words_of_link, links)))


def _words_of_link(link: CheckedLink) -> str:
    """Return the title of a page that the library has, else the headline in an address; single words there name the
    parts of a site ("help", "ayuda") and no subject.
    """
    from caregiver_app.library.subject_words import subject_words
    from caregiver_app.links.parts import take_apart

    if link.in_library is not None:
        return link.in_library.title
    parts = None if link.look.target is None else take_apart(link.look.target)
    pieces = [] if parts is None else unquote(parts.path).replace("_", " ").split("/")
    return " ".join(piece for piece in pieces if len(subject_words(piece)) >= _ENOUGH_WORDS)


def _page_itself(library: Library, look: LinkLook) -> ArticleRow | None:
    from caregiver_app.links.address import address_key
    from caregiver_app.trust.own_texts import is_its_page

    if look.target is None or look.imitates is not None:
        return None
    there = library.related.pages_at(address_key(look.clean.output or look.target))
    found = next((item_id for item_id in there if is_its_page(library, item_id)), None)
    return None if found is None else next(iter(library.articles.rows_of([found])), None)


def _canonical(library: Library, page: ArticleRow) -> str:
    facts = library.subjects.of_item(page.id)
    return "" if facts is None else facts.canonical


def _in_language(library: Library, item_id: ItemId) -> ItemId:
    """Return a guide as it is in the reader's language, where its pack has it so."""
    return library.articles.translation_of(item_id, current_language())


def _with_snippet(library: Library, row: ArticleRow, hit: RelatedHit | None) -> ArticleRow:
    return row if hit is None else replace(row, snippet=library.related.snippet(hit) or row.snippet)


def _mildness(link: CheckedLink) -> int:
    """Order links: what asks for most care first."""
    if link.look.imitates is not None:
        return 0
    if LinkSign.WITHDRAWN in link.signs:
        return 1
    if not _MILD.issuperset(link.signs):
        return 2
    return 4 if link.stamp.own_site else 3
