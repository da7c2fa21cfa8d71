"""Which sheets are made as samples, and what each is meant to show: every kind but those that carry a key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from caregiver_app.library.store import Library
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.sheets.kinds import SETS, PrintSet, SheetKind
from caregiver_app.model.sheets.paper import PaperSize, PrintSize
from caregiver_app.model.sheets.wishes import PublicWish
from caregiver_app.model.trust import Subject, SubjectKind
from demomaking.shelf import chosen, guides_called, links_to, subject_of

ENGLISH, SPANISH = "en-GB", "es"
MUM, DAD = "Mum", "Dad"
WishOf = Callable[[Library, PublicWish], PublicWish]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A file of samples: a sheet or a set, and a line for the index.

    `person` is whom private ones are about. `of` says of what in the library a public one is. `since` is YYYY-MM-DD.
    """

    name: str
    shows: str
    kinds: tuple[SheetKind, ...]
    person: str = MUM
    language: str = ENGLISH
    size: PrintSize = PrintSize.LARGE
    paper: PaperSize = PaperSize.A4
    choices: Mapping[str, bool] = field(default_factory=dict)
    hours: int = 24
    since: str | None = None
    of: WishOf = lambda _library, wish: wish


def samples() -> tuple[Sample, ...]:
    """Return all of them in the order of the index: sheets of care notes, sets, sheets of the library."""
    return (*_private(), *_sets(), *_public())


def _private() -> tuple[Sample, ...]:
    return (
        _one(SheetKind.EMERGENCY, "What an ambulance needs at three in the morning, on one page"),
        _also(SheetKind.EMERGENCY, "gaps", "The same of somebody of whom less was asked", person=DAD),
        _also(SheetKind.EMERGENCY, "es", "The same in Spanish; what the family typed stays as it is", language=SPANISH),
        _also(SheetKind.EMERGENCY, "letter", "The same on US Letter", language="en-US", paper=PaperSize.LETTER),
        _one(SheetKind.PASSPORT, "What a ward must know, should know, and what she likes"),
        _one(SheetKind.ABOUT_ME, "Who she is, for people who do not know her yet"),
        _one(SheetKind.MEDICINES, "All medicines as written, those that were stopped, and why"),
        _also(SheetKind.MEDICINES, "extra-large", "The same in 24 points", size=PrintSize.EXTRA_LARGE),
        _one(SheetKind.VISIT, "For the next visit: concerns, changes, questions with lines, who does what"),
        _one(SheetKind.QUESTIONS, "All open questions, for whoever can answer"),
        _one(SheetKind.HANDOVER, "For whoever takes over for a day"),
        _also(SheetKind.HANDOVER, "weekend", "The same for three days", hours=72),
        _also(SheetKind.HANDOVER, "es", "The same in Spanish", language=SPANISH),
        _one(SheetKind.JOURNAL, "Two weeks of notes"),
        _one(SheetKind.MEASUREMENTS, "Five weeks of measurements, charts and tables", since="2026-10-22"),
        _one(SheetKind.LOG_GRID, "A week to fill in by hand"),
        _one(SheetKind.SYMPTOM_CHART, "Symptoms to fill in by hand"),
        _one(SheetKind.CARER_CARD, "Cards for the wallet of whoever cares"),
    )


def _sets() -> tuple[Sample, ...]:
    told = {
        PrintSet.HOSPITAL_BAG: "Emergency sheet, passport, medicines and “about me” in one file",
        PrintSet.HELPERS_WEEKEND: "Handover, medicines, log, emergency sheet and phone lines for a weekend",
        PrintSet.CLINIC_VISIT: "Visit sheet, medicines and measurements",
        PrintSet.FRIDGE_DOOR: "Emergency sheet and phone lines",
    }
    hours = {PrintSet.HELPERS_WEEKEND: 60}
    return tuple(
        Sample(name=each.value, shows=told[each], kinds=SETS[each], hours=hours.get(each, 24)) for each in PrintSet
    )


def _public() -> tuple[Sample, ...]:
    return (
        _one(SheetKind.RESOURCE_LIST, "A collection of pages, who checked them, and a code for each", of=_collected),
        _one(SheetKind.ARTICLE, "A page of an (invented) source, with its address and days", of=_article),
        _one(SheetKind.GUIDE, "A guide of a pack that the family checked", of=_guide("Getting a break")),
        _also(SheetKind.GUIDE, "es", "A guide in Spanish", language=SPANISH, of=_guide("Conseguir un descanso")),
        _one(SheetKind.CHECKLIST, "A checklist to tick", of=_guide("Before coming home after a stroke")),
        _one(SheetKind.HELPLINES, "Phone lines of the United Kingdom, the emergency number first"),
        _also(SheetKind.HELPLINES, "wallet", "The same as cards for the wallet", of=_in_wallet),
        _also(SheetKind.HELPLINES, "es", "Phone lines of Spain", language="es-ES", of=_in_spain),
        _one(SheetKind.AWARENESS_FLYER, "A day to talk about, with the page of its organiser", of=_day),
        _one(SheetKind.SHARE_FLYER, "Pages passed on by paper", of=_passed_on),
        _one(SheetKind.PACK_CONTENTS, "What is in a pack that ships", of=_pack),
    )


def _one(kind: SheetKind, shows: str, *, since: str | None = None, of: WishOf | None = None) -> Sample:
    sample = Sample(name=kind.value, shows=shows, kinds=(kind,), since=since)
    return sample if of is None else replace(sample, of=of)


def _also(
    kind: SheetKind,
    mark: str,
    shows: str,
    *,
    person: str = MUM,
    language: str = ENGLISH,
    size: PrintSize = PrintSize.LARGE,
    paper: PaperSize = PaperSize.A4,
    hours: int = 24,
    of: WishOf | None = None,
) -> Sample:
    """Return another sample of a kind, with a mark in its name."""
    plain = replace(_one(kind, shows, of=of), name=f"{kind.value}-{mark}")
    return replace(plain, person=person, language=language, size=size, paper=paper, hours=hours)


def _collected(library: Library, wish: PublicWish) -> PublicWish:
    (collection,) = library.collections.list()
    return replace(wish, collection=collection.id)


def _passed_on(library: Library, wish: PublicWish) -> PublicWish:
    pages = links_to(library, chosen()["collection"]["addresses"])
    return replace(wish, subjects=tuple(subject_of(library, page) for page in pages), message="These pages helped us.")


def _article(library: Library, wish: PublicWish) -> PublicWish:
    rows = library.articles.page(ArticleQuery()).rows
    (found,) = (row for row in rows if row.title == "Evenings that end well")
    return replace(wish, subjects=(Subject(kind=SubjectKind.ARTICLE, id=found.id),))


def _guide(title: str) -> WishOf:
    def of(library: Library, wish: PublicWish) -> PublicWish:
        (item_id,) = guides_called(library, [title])
        return replace(wish, subjects=(subject_of(library, item_id),))

    return of


def _in_wallet(_library: Library, wish: PublicWish) -> PublicWish:
    return replace(wish, wallet=True)


def _in_spain(_library: Library, wish: PublicWish) -> PublicWish:
    return replace(wish, country="ES")


def _day(library: Library, wish: PublicWish) -> PublicWish:
    (found,) = (day for day in library.awareness_days.list() if day.name == "World Alzheimer's Day")
    return replace(wish, day=found.id)


def _pack(_library: Library, wish: PublicWish) -> PublicWish:
    return replace(wish, pack="starter/dementia")
