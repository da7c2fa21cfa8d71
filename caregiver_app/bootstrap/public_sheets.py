"""Sheets of the library: what stands on them, what of it the guard must have read, and the log of what was printed.

They never know care notes: those are asked for words of theirs in what was typed, through the same door as a share.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, tzinfo
from typing import TYPE_CHECKING

from caregiver_app.bootstrap.guarding import Guarding
from caregiver_app.bootstrap.helping import Helping
from caregiver_app.bootstrap.sharing import Sharing
from caregiver_app.model.card import LONGEST_MESSAGE, Draft, Kept, ToShare
from caregiver_app.model.errors import PrintError, PrintTrouble, ShareError, ShareTrouble, UnknownItem
from caregiver_app.model.guard import UNCHECKED, Finding, Level, Words
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.sheets.wishes import PublicWish
from caregiver_app.model.time import Clock, to_datetime
from caregiver_app.support.i18n import speaking

if TYPE_CHECKING:
    from caregiver_app.library.store import Library
    from caregiver_app.model.awareness_day import AwarenessDay
    from caregiver_app.model.card import ShareableCard
    from caregiver_app.model.sheets.pack_contents import PackContents
    from caregiver_app.model.sheets.sheet import Sheet
    from caregiver_app.model.trust import Subject
    from caregiver_app.printing.frame import Ground

LONGEST_TITLE = 300
_TEXTS = (SheetKind.ARTICLE, SheetKind.GUIDE, SheetKind.CHECKLIST)


class PublicSheets:
    """Makes sheets. Threads may share it; a library belongs to the thread that opened it."""

    def __init__(
        self, sharing: Sharing, guarding: Guarding, helping: Helping, clock: Clock, *, zone: tzinfo | None = None
    ) -> None:
        """`zone` is where the person's days begin, None for this computer's."""
        self._sharing = sharing
        self._guarding = guarding
        self._helping = helping
        self._clock = clock
        self._zone = zone

    def make(self, library: Library, wish: PublicWish, kept: Collection[Kept] = ()) -> Sheet:
        """Return a sheet in its own language. `kept` are details that the person lets pass.

        Raises:
            PrintError: nothing is chosen, too much for such a sheet, or no country.
            ShareError: NOT_SETTLED: a detail in what was typed is open; or a page may not be passed on by a flyer.
            UnknownItem, LibraryError, PackError: what is wished for is not here.
            StorageError, VaultError: the library or the care notes are in the way.
            RuntimeError: the sheet is one of care notes, or a secret one.
        """
        still_open = self.open_findings(library, wish, kept)
        if still_open:
            raise ShareError(ShareTrouble.NOT_SETTLED, str(len(still_open)))
        with speaking(wish.language):
            return self._made(library, wish, self._ground(wish), tuple(kept))

    def open_findings(self, library: Library, wish: PublicWish, kept: Collection[Kept] = ()) -> tuple[Finding, ...]:
        """Return what in the typed words keeps a sheet from being made until the person changes or keeps it.

        Of a flyer it is all that a share would ask about, of other sheets what is to stop at. Raises as `make` does
        where something is not here.
        """
        if wish.kind is SheetKind.SHARE_FLYER:
            judged = self._sharing.judge(library, _draft(wish, kept))
            found = tuple(each.finding for each in judged.open_findings)
            return (*found, *_to_stop_at(self._found((wish.title,), library, kept)))
        from caregiver_app.printing.typed import typed_words

        if len(wish.message) > LONGEST_MESSAGE:
            raise ShareError(ShareTrouble.TOO_LONG, str(LONGEST_MESSAGE))
        words = typed_words(library, wish, self._subjects(library, wish), on=self._today())
        found = self._found(words, library, kept)
        return found if wish.kind is SheetKind.AWARENESS_FLYER else _to_stop_at(found)

    def of_contents(self, contents: PackContents, language: str) -> Sheet:
        """Return what is in a pack as a sheet; `contents` are of that language."""
        from caregiver_app.printing.contents import contents_sheet

        with speaking(language):
            return contents_sheet(contents, self._ground(PublicWish(kind=SheetKind.PACK_CONTENTS, language=language)))

    def printed(self, library: Library, wish: PublicWish) -> None:
        """Write into the log what was on a sheet that was printed or saved today; nothing where the log is off."""
        if wish.kind in _TEXTS:
            from caregiver_app.printing.texts import in_language

            shown = tuple(in_language(library, each, wish.language) for each in wish.subjects)
        elif wish.kind is SheetKind.AWARENESS_FLYER:
            shown = self._pages_of_day(library, self._day(library, wish), wish.language)
        else:
            shown = self._subjects(library, wish)
        if shown:
            self._sharing.record(library, [ToShare(subject=each) for each in shown], wish.kind)

    def _made(self, library: Library, wish: PublicWish, ground: Ground, kept: tuple[Kept, ...]) -> Sheet:
        match wish.kind:
            case SheetKind.RESOURCE_LIST:
                return self._resource_list(library, wish, ground)
            case SheetKind.ARTICLE | SheetKind.GUIDE | SheetKind.CHECKLIST:
                from caregiver_app.printing.texts import text_sheet

                return text_sheet(library, _only(wish), ground)
            case SheetKind.HELPLINES:
                from caregiver_app.printing.helplines import helpline_sheet

                directory = self._helping.directory(library)
                country = wish.country.upper() or directory.country
                return helpline_sheet(directory, country, wish.topic, ground, wallet=wish.wallet, at_home=wish.at_home)
            case SheetKind.AWARENESS_FLYER:
                return self._awareness_flyer(library, wish, ground)
            case SheetKind.SHARE_FLYER:
                return self._share_flyer(library, wish, ground, kept)
            case SheetKind.PACK_CONTENTS:
                return _contents(library, wish, ground)
        raise RuntimeError(f"{wish.kind} is no sheet of the library")

    def _resource_list(self, library: Library, wish: PublicWish, ground: Ground) -> Sheet:
        from caregiver_app.printing.resource_list import resource_list

        return resource_list(library, self._subjects(library, wish), ground, named=self._named(library, wish))

    def _named(self, library: Library, wish: PublicWish) -> str:
        """Return what a list is about. The name of a collection is a person's: one that gives away stays here."""
        from caregiver_app.feeds.starter_topics import topic_title
        from caregiver_app.printing.choosing import collection_name

        if wish.subjects:
            return ""
        if wish.collection is not None:
            name = collection_name(library, wish.collection)
            return "" if ground_title(wish) or _to_stop_at(self._found((name,), library, ())) else name
        titles = {topic.id: topic_title(topic.id, topic.title) for topic in library.topics.list()}
        return titles.get(wish.topic, "")

    def _share_flyer(self, library: Library, wish: PublicWish, ground: Ground, kept: tuple[Kept, ...]) -> Sheet:
        from caregiver_app.paper.flyer_sheet import flyer_sheet

        judged = self._sharing.judge(library, _draft(wish, kept))
        if judged.trouble is not None:
            raise ShareError(judged.trouble, str(len(judged.refused or judged.open_findings)))
        return flyer_sheet(judged.content, on=ground.on, language=ground.language, title=ground.title)

    def _awareness_flyer(self, library: Library, wish: PublicWish, ground: Ground) -> Sheet:
        from caregiver_app.printing.flyers import awareness_flyer
        from caregiver_app.printing.organisers import organisers_page

        day = self._day(library, wish)
        page = organisers_page(library, day, on=ground.on)
        shareable = self._shareable(library, day, wish.language)
        titles = library.awareness_days.titles_of(day.author, [subject for subject, _card in shareable])
        pages = [(titles.get(subject, ""), card) for subject, card in shareable]
        return awareness_flyer(day, pages, wish.message, ground, organisers_page=page)

    def _day(self, library: Library, wish: PublicWish) -> AwarenessDay:
        if wish.day is None:
            raise PrintError(PrintTrouble.NOTHING)
        for day in library.awareness_days.list():
            if day.id == wish.day:
                return day
        raise UnknownItem(f"day:{wish.day}")

    def _pages_of_day(self, library: Library, day: AwarenessDay, language: str) -> tuple[Subject, ...]:
        from caregiver_app.paper.flyer_sheet import MOST_ON_A_FLYER

        return tuple(subject for subject, _card in self._shareable(library, day, language))[:MOST_ON_A_FLYER]

    def _shareable(self, library: Library, day: AwarenessDay, language: str) -> list[tuple[Subject, ShareableCard]]:
        """Return what may be passed on of the kit in a language; of the others only where that leads nowhere."""
        own = day.kit_in(language.partition("-")[0])
        found = self._passed_on(library, day, () if own is None else own.links)
        return found or self._passed_on(library, day, [link for kit in day.kits for link in kit.links])

    def _passed_on(
        self, library: Library, day: AwarenessDay, links: Iterable[str]
    ) -> list[tuple[Subject, ShareableCard]]:
        pages = library.awareness_days.pages_of(day.author, tuple(dict.fromkeys(links)))
        candidates = self._sharing.candidates(library, [ToShare(subject=page) for page in pages])
        return [(each.subject, each.card) for each in candidates if each.card is not None]

    def _subjects(self, library: Library, wish: PublicWish) -> tuple[Subject, ...]:
        if wish.kind is not SheetKind.RESOURCE_LIST:
            return wish.subjects
        from caregiver_app.printing.choosing import subjects_of

        return subjects_of(library, wish)

    def _found(self, texts: tuple[str, ...], library: Library, kept: Collection[Kept]) -> tuple[Finding, ...]:
        from caregiver_app.sharing.settling import may_pass
        from caregiver_app.sharing.typed_links import with_typed_links
        from caregiver_app.support.plain_text import visible

        words = tuple(Words(text=visible(text)) for text in texts if text.strip())
        if not words:
            return ()
        passed = {(each.kind, each.text) for each in kept if may_pass(each)}
        looked = self._guarding.look_through(words, country=library.topics.place()[0])
        with_links = (with_typed_links(each.text, some) for each, some in zip(words, looked.found, strict=True))
        found = ((UNCHECKED,) if looked.unchecked else (), *with_links)
        every = (each for some in found for each in some)
        return tuple(dict.fromkeys(each for each in every if (each.kind, each.text) not in passed))

    def _ground(self, wish: PublicWish) -> Ground:
        from caregiver_app.printing.frame import Ground

        return Ground(on=self._today(), language=wish.language, title=ground_title(wish), zone=self._zone)

    def _today(self) -> date:
        return to_datetime(self._clock.now()).astimezone(self._zone).date()


def ground_title(wish: PublicWish) -> str:
    """Return the title that was typed, in one line and within its bound; "" where none was."""
    from caregiver_app.support.plain_text import one_line, shorten

    return shorten(one_line(wish.title), LONGEST_TITLE)


def _to_stop_at(found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(each for each in found if each.level is Level.STOP)


def _only(wish: PublicWish) -> Subject:
    if not wish.subjects:
        raise PrintError(PrintTrouble.NOTHING)
    if len(wish.subjects) > 1:
        raise PrintError(PrintTrouble.TOO_MANY, "1")
    return wish.subjects[0]


def _draft(wish: PublicWish, kept: Collection[Kept]) -> Draft:
    things = tuple(ToShare(subject=each) for each in wish.subjects)
    return Draft(things=things, message=wish.message, kept=tuple(kept))


def _contents(library: Library, wish: PublicWish, ground: Ground) -> Sheet:
    from caregiver_app.bootstrap.pack_contents import contents_of_installed
    from caregiver_app.model.installed_pack import PackUid
    from caregiver_app.printing.contents import contents_sheet

    return contents_sheet(contents_of_installed(library, PackUid(wish.pack)), ground)
