"""Sheets of the library: their state stands first, nothing that tells of anybody is printed, and what was is logged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from caregiver_app.bootstrap.guarding import Guarding
from caregiver_app.bootstrap.helping import Helping
from caregiver_app.bootstrap.public_sheets import PublicSheets
from caregiver_app.bootstrap.sharing import Sharing
from caregiver_app.library.store import Library
from caregiver_app.model.article import ItemId
from caregiver_app.model.card import LONGEST_MESSAGE, KeepReason, Kept
from caregiver_app.model.errors import (
    LibraryError,
    PackError,
    PrintError,
    PrintTrouble,
    ShareError,
    ShareTrouble,
    UnknownItem,
)
from caregiver_app.model.guard import FindingKind, Level
from caregiver_app.model.sheets.blocks import Entries, Entry, Items, Mark, Notice, Picture
from caregiver_app.model.sheets.kinds import PRIVATE, SECRET, SheetKind
from caregiver_app.model.sheets.paper import PrintSize
from caregiver_app.model.sheets.sheet import Sheet, SheetForm, chosen, ticks_of
from caregiver_app.model.sheets.wishes import PublicWish
from caregiver_app.model.time import Millis
from caregiver_app.model.trust import Reviewer, Subject, SubjectKind
from caregiver_app.paper.as_text import as_text
from caregiver_app.paper.sheets import typeset
from caregiver_app.paper.typeset import Layout
from caregiver_app.printing.resource_list import MOST_RESOURCES
from caregiver_app.support.markup import sanitise
from caregiver_app.trust.subjects import Moment, add_link
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.installing import NORTHFIELD, SHIPPED, VETTED, a_guide, a_line, a_link, an_owner, install, pack_of
from tests.helpers.library import DAY_MS, a_library, add_source, an_article, change, store
from tests.helpers.packs import lamp
from tests.helpers.sharing import add_its_source, add_organisation, check
from tests.helpers.vaults import new_care

TODAY = date(2026, 11, 23)
PHONE = "07911 123456"
DAY = {"id": "memory-day", "name": "Memory Day", "language": "en", "rule": "fixed", "when": "09-21", "country": "INT"}
KIT = {"language": "en", "title": "Memory Day", "message": "Forgetting is no shame.", "facts": ["It is each year."]}


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = a_library(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def sheets(sharing: Sharing) -> PublicSheets:
    guarding: Guarding = vars(sharing)["_guarding"]
    return PublicSheets(sharing, guarding, Helping(), StillClock())


def named(kind: SubjectKind, number: int) -> tuple[Subject, ...]:
    return (Subject(kind=kind, id=number),)


def an_item(library: Library, kind: str) -> int:
    (found,) = vars(library)["_database"].rows("SELECT id FROM item WHERE kind = :kind", {"kind": kind})
    return int(found[0])


def of_article(number: ItemId, **more: Any) -> PublicWish:
    return PublicWish(kind=SheetKind.ARTICLE, subjects=named(SubjectKind.ARTICLE, number), **more)


def own_link(library: Library, address: str, title: str) -> tuple[Subject, ...]:
    return (add_link(library, address, Moment(at=MONDAY, on=TODAY), title=title),)


def entries(sheet: Sheet) -> list[Entry]:
    blocks = (block for part in sheet.parts for block in part.blocks)
    return [entry for block in blocks if isinstance(block, Entries) for entry in block.entries]


def told(sheet: Sheet) -> str:
    return as_text([sheet])


def test_a_page_says_first_how_far_to_rely_on_it_and_last_where_it_comes_from(
    sheets: PublicSheets, library: Library
) -> None:
    page = an_article("falls", "Falls at night", link="https://news.example.com/falls?utm_source=feed")
    html = sanitise('<h2>Light</h2><p>Keep a lamp on.</p><img src="https://a.example/l.png" alt="A lamp">', base="")
    source = add_source(library, "Mums clinic")
    (item,) = store(library, source, replace(page, text=replace(page.text, html=html, author="Ann Lee")))
    sheet = sheets.make(library, of_article(item))
    first = sheet.parts[0].blocks[0]
    assert isinstance(first, Notice)
    assert (first.title, first.text.splitlines()[0]) == ("Not checked", "Nobody has checked this text yet.")
    assert (sheet.title, sheet.printed_on) == ("Falls at night", "Printed on 23 November 2026")
    assert sheet.below_title == (
        "From news.example.com  ·  By Ann Lee",
        "Published on 23 November 2026  ·  Saved here on 23 November 2026",
    )
    light = next(part for part in sheet.parts if part.heading == "Light")
    missing = light.blocks[-1]
    assert isinstance(missing, Picture)
    assert (missing.data, missing.says) == (None, "A picture stands here that is not saved on this computer.\nA lamp")
    (address,) = entries(sheet)
    assert (address.link, address.code) == ("https://news.example.com/falls", True)
    assert "Look there for changes before you rely on this." in told(sheet)
    assert sheet.closing == (
        "General information, not medical advice. Things change: check for changes before you rely on it.",
    )
    assert "clinic" not in told(sheet)


@pytest.mark.parametrize(
    ("changes", "title", "said"),
    [
        ({}, "", "Checked by a family carer on 16 November 2026."),
        ({"check_by": date(2026, 11, 22)}, "Check due", "Checked by a family carer on 16 November 2026."),
        ({"withdrawn_on": date(2026, 11, 20)}, "Withdrawn", "The check was taken back."),
    ],
    ids=["checked", "due", "withdrawn"],
)
def test_who_checked_is_printed_without_who_they_are(
    sheets: PublicSheets, library: Library, changes: dict[str, Any], title: str, said: str
) -> None:
    (item,) = store(library, add_source(library), an_article("a", link="https://news.example.com/a"))
    check(library, item, reviewer=Reviewer(role="family carer", name="Joan"), **changes)
    sheet = sheets.make(library, of_article(item))
    first = sheet.parts[0].blocks[0]
    assert (first.title if isinstance(first, Notice) else "") == title
    assert said in told(sheet)
    assert "Joan" not in told(sheet)
    assert "You " not in told(sheet)
    assert [bool(each.link) for each in entries(sheet)] == [title != "Withdrawn"]
    explains = "Checked means we looked at who wrote it, when and from what. It is not medical approval."
    assert sheet.closing[1:] == (explains,)


def test_a_role_is_printed_where_a_signed_pack_gives_it(sheets: PublicSheets, library: Library) -> None:
    link = a_link("care", appraisal=VETTED)
    install(library, pack_of("evenings", links=[link]), NORTHFIELD)
    wish = PublicWish(kind=SheetKind.RESOURCE_LIST, subjects=named(SubjectKind.LINK, an_item(library, "link")))
    (entry,) = entries(sheets.make(library, wish))
    assert "Checked by Northfield Nurses (Dementia nurse, signed) on 1 October 2026." in entry.lines[1]
    assert entry.link == "https://www.nhs.uk/care"


def test_an_address_that_tells_of_somebody_is_not_printed_and_the_list_says_why(
    sheets: PublicSheets, library: Library
) -> None:
    addresses = (
        "https://news.example.com/a?utm_source=x",
        "https://news.example.com/b?access_token=Zk3vQ9xT7LmP2sWd8RfY",
        "http://192.168.1.4/notes",
    )
    found = store(library, add_source(library), *(an_article(f"k{n}", link=a) for n, a in enumerate(addresses)))
    subjects = tuple(each for item in found for each in named(SubjectKind.ARTICLE, item))
    sheet = sheets.make(library, PublicWish(kind=SheetKind.RESOURCE_LIST, subjects=subjects))
    page, secret, home = entries(sheet)
    assert (page.link, page.code) == ("https://news.example.com/a", True)
    assert (secret.link, secret.code, secret.lines[-1]) == (
        "",
        False,
        "Its address holds a key or a password, so it is not printed.",
    )
    assert (home.link, home.lines[-1].partition(",")[0]) == ("", "Its address leads to a computer or a file at home")
    assert "Zk3vQ9" not in told(sheet)
    assert sheet.title == "3 pages that may help"


def test_a_withdrawn_page_on_a_list_is_told_first_and_leads_nowhere(sheets: PublicSheets, library: Library) -> None:
    source = add_source(library)
    good, bad = store(library, source, *(an_article(key, link=f"https://n.example.com/{key}") for key in "ab"))
    check(library, bad, withdrawn_on=date(2026, 11, 20))
    subjects = (*named(SubjectKind.ARTICLE, good), *named(SubjectKind.ARTICLE, bad))
    sheet = sheets.make(library, PublicWish(kind=SheetKind.RESOURCE_LIST, subjects=subjects))
    first = sheet.parts[0].blocks[0]
    assert isinstance(first, Notice)
    assert first.text == "1 page on this list was withdrawn. Do not rely on it."
    assert [bool(entry.link) for entry in entries(sheet)] == [True, False]
    assert entries(sheet)[1].lines == ("Withdrawn. The check was taken back. Do not pass it on.",)


def test_what_a_list_is_of(sheets: PublicSheets, library: Library) -> None:
    items = store(library, add_source(library), *(an_article(key, link=f"https://n.example.com/{key}") for key in "ba"))
    shelf = library.collections.make("For the ward", at=MONDAY)
    library.collections.add(shelf, items, at=MONDAY)
    sheet = sheets.make(library, PublicWish(kind=SheetKind.RESOURCE_LIST, collection=shelf))
    assert (sheet.title, [entry.title for entry in entries(sheet)]) == ("For the ward: pages that may help", ["a", "b"])
    library.topics.define("dementia", "Dementia", 1, author="starter")
    links = [
        a_link("nhs", "https://here.nhs.uk/x", organisation="here"),
        a_link("abroad", "https://care.gov/x", organisation="there"),
        a_link("niemand", language="de"),
    ]
    owners = [an_owner("here", "here.nhs.uk"), an_owner("there", "care.gov", country="US")]
    listed = [{**link, "topics": ["dementia"]} for link in links]
    install(library, pack_of("pages", languages=["en", "de"], links=listed, organisations=owners), SHIPPED)
    library.topics.live_in("GB", "en")
    sheet = sheets.make(library, PublicWish(kind=SheetKind.RESOURCE_LIST, topic="dementia"))
    assert (sheet.title, [entry.title for entry in entries(sheet)]) == ("Dementia: pages that may help", ["nhs"])
    assert entries(sheet)[0].lines[0] == "Here", "whose page it is"
    with pytest.raises(PrintError) as nothing:
        sheets.make(library, PublicWish(kind=SheetKind.RESOURCE_LIST))
    assert nothing.value.kind is PrintTrouble.NOTHING
    with pytest.raises(LibraryError):
        sheets.make(library, PublicWish(kind=SheetKind.RESOURCE_LIST, collection=99))
    many = named(SubjectKind.ARTICLE, items[0]) * (MOST_RESOURCES + 1)
    with pytest.raises(PrintError) as too_many:
        sheets.make(library, PublicWish(kind=SheetKind.RESOURCE_LIST, subjects=many))
    assert (too_many.value.kind, too_many.value.detail) == (PrintTrouble.TOO_MANY, "200")


def test_typed_words_are_looked_through_before_they_are_printed(sheets: PublicSheets, library: Library) -> None:
    (item,) = store(library, add_source(library), an_article("a"))
    wish = of_article(item, title=f"For Joan,\nring {PHONE}")
    (found,) = sheets.open_findings(library, wish)
    assert (found.kind, found.text) == (FindingKind.PHONE, PHONE)
    with pytest.raises(ShareError) as closed:
        sheets.make(library, wish)
    assert (closed.value.kind, closed.value.detail) == (ShareTrouble.NOT_SETTLED, "1")
    kept = (Kept(kind=FindingKind.PHONE, text=PHONE, reason=KeepReason.MINE),)
    assert sheets.make(library, wish, kept).title == f"For Joan, ring {PHONE}"
    (link,) = own_link(library, "https://news.example.com/x", f"Her nurse {PHONE}")
    listed = PublicWish(kind=SheetKind.RESOURCE_LIST, subjects=(link,))
    with pytest.raises(ShareError):
        sheets.make(library, listed)
    assert sheets.make(library, listed, kept).title == "A page that may help"


def test_the_title_of_an_own_link_is_looked_through_whichever_way_it_comes_onto_paper(
    sheets: PublicSheets, library: Library
) -> None:
    (link,) = own_link(library, "https://news.example.com/x", f"Her nurse {PHONE}")
    page = an_article("a", "Public title", link="https://news.example.com/x")
    (item,) = store(library, add_source(library), page)
    library.subjects.tie(ItemId(link.id), item)
    kept = (Kept(kind=FindingKind.PHONE, text=PHONE, reason=KeepReason.MINE),)
    for kind in (SheetKind.RESOURCE_LIST, SheetKind.ARTICLE):
        wish = PublicWish(kind=kind, subjects=(link,))
        assert [each.text for each in sheets.open_findings(library, wish)] == [PHONE], wish
        with pytest.raises(ShareError):
            sheets.make(library, wish)
        assert PHONE in told(sheets.make(library, wish, kept))
    assert sheets.open_findings(library, of_article(item)) == ()
    assert PHONE not in told(sheets.make(library, of_article(item)))


def test_all_that_is_found_in_the_words_of_a_flyer_for_a_day_is_to_be_settled(
    sheets: PublicSheets, library: Library
) -> None:
    install(library, pack_of("days", dates=[{**DAY, "kits": [KIT]}]), SHIPPED)
    (day,) = library.awareness_days.list()
    wish = PublicWish(kind=SheetKind.AWARENESS_FLYER, day=day.id, message="My mother Margaret Hill is 84 years old.")
    found = sheets.open_findings(library, wish)
    assert {each.level for each in found} == {Level.LOOK}
    with pytest.raises(ShareError):
        sheets.make(library, wish)
    shown = tuple(Kept(kind=each.kind, text=each.text) for each in found)
    assert "Margaret" in told(sheets.make(library, wish, shown))
    with pytest.raises(ShareError):
        sheets.make(library, replace(wish, message=f"{wish.message} Her son John Hill is 51 years old."), shown)


def test_while_care_notes_are_locked_typed_words_wait_and_the_name_of_a_shelf_stays_at_home(
    tmp_path: Path, library: Library
) -> None:
    care = new_care(tmp_path)
    sharing = Sharing(Guarding(care), StillClock())
    sheets = PublicSheets(sharing, Guarding(care), Helping(), StillClock())
    items = store(library, add_source(library), an_article("a"))
    shelf = library.collections.make("For Wilhelmina", at=MONDAY)
    library.collections.add(shelf, items, at=MONDAY)
    assert sheets.make(library, of_article(items[0])).title == "a"
    listed = PublicWish(kind=SheetKind.RESOURCE_LIST, collection=shelf)
    assert sheets.make(library, listed).title == "For Wilhelmina: pages that may help"
    care.lock()
    assert sheets.make(library, of_article(items[0])).title == "a"
    assert sheets.make(library, listed).title == "A page that may help"
    wish = of_article(items[0], title="Good nights")
    assert [each.kind for each in sheets.open_findings(library, wish)] == [FindingKind.PRIVATE_WORDS_UNCHECKED]


def test_a_guide_comes_in_the_language_of_the_sheet_with_codes_for_its_links(
    sheets: PublicSheets, sharing: Sharing, library: Library
) -> None:
    english = {**a_guide("evenings"), "by": "Written by Northfield."}
    spanish = {**a_guide("tardes"), "language": "es", "translation_of": "evenings"}
    texts = {
        "guides/evenings.md": "# evenings\n\nA lamp ![a lamp](pictures/lamp.png)\n\nMore: [NHS](https://www.nhs.uk/).\n",
        "guides/tardes.md": "Una lámpara.\n",
    }
    archive = pack_of(
        "evenings",
        guides=[english, spanish],
        languages=["en", "es"],
        texts=texts,
        pictures=[{"file": "pictures/lamp.png", "credit": "Us", "licence": "CC0 1.0"}],
        files={"pictures/lamp.png": lamp()},
    )
    install(library, archive, NORTHFIELD)
    database = vars(library)["_database"]
    guide = int(database.value("SELECT id FROM item WHERE title = 'evenings'"))
    wish = PublicWish(kind=SheetKind.GUIDE, subjects=named(SubjectKind.GUIDE, guide))
    sheet = sheets.make(library, wish)
    assert sheet.below_title == (
        "Written by Northfield.",
        "Written on 1 October 2026  ·  Good until 1 January 2028",
    )
    pictures = [block for part in sheet.parts for block in part.blocks if isinstance(block, Picture)]
    assert [(picture.data is not None, picture.says) for picture in pictures] == [(True, "a lamp")]
    assert [(entry.title, entry.link, entry.code) for entry in entries(sheet)] == [
        ("NHS", "https://www.nhs.uk/", True),
        ("Northfield Nurses", "", False),
    ]
    assert "This text comes with a pack and stands on no web page." in told(sheet)
    assert "Check due" not in told(sheet)
    years_on = PublicSheets(sharing, vars(sharing)["_guarding"], Helping(), StillClock(Millis(MONDAY + 500 * DAY_MS)))
    assert "Its publisher meant to look at it again by 1 January 2028." in told(years_on.make(library, wish))
    other = sheets.make(library, replace(wish, language="es-US"))
    assert (other.title, other.language) == ("tardes", "es-US")
    assert "Una lámpara." in told(other)
    sheets.printed(library, replace(wish, language="es"))
    (logged,) = library.shares.list()
    assert (logged.title, logged.form, logged.day) == ("tardes", SheetKind.GUIDE, TODAY)


def test_a_checklist_has_boxes_to_tick(sheets: PublicSheets, library: Library) -> None:
    listed = {**a_guide("bag"), "file": "checklists/bag.md"}
    texts = {"checklists/bag.md": "- [ ] Lamp\n- [ ] Key\n"}
    install(library, pack_of("bag", checklists=[listed], texts=texts), SHIPPED)
    subjects = named(SubjectKind.CHECKLIST, an_item(library, "checklist"))
    sheet = sheets.make(library, PublicWish(kind=SheetKind.CHECKLIST, subjects=subjects))
    (boxes,) = (block for part in sheet.parts for block in part.blocks if isinstance(block, Items))
    assert (boxes.mark, [item.text for item in boxes.items]) == (Mark.BOX, ["Lamp", "Key"])


ADVICE = ["NHS 111", "NHS 111 Wales", "NHS 24"]
"""Lines of Britain of which no pack that ships knows, once about poisoning and once about health."""


def test_phone_lines_are_those_of_a_country_and_what_to_dial_in_an_emergency_stands_first(
    sheets: PublicSheets, library: Library
) -> None:
    lines = [
        {**a_line("talk"), "topics": ["dementia"], "checked_on": "2026-10-01", "cost": "free"},
        {**a_line("refuge", "0808 2000 247"), "kind": "abuse", "languages": ["en", "es"]},
        {**a_line("abroad", "1800 100 500"), "country": "AU"},
        {**a_line("north", "0808 800 9060"), "country": "GB-SCT"},
        {**a_line("south", "0808 800 9061"), "country": "GB-WLS"},
        {**a_line("plaudern", "0808 800 9062"), "languages": ["de"]},
    ]
    install(library, pack_of("lines", helplines=lines), SHIPPED)
    with pytest.raises(PrintError) as nowhere:
        sheets.make(library, PublicWish(kind=SheetKind.HELPLINES))
    assert nowhere.value.kind is PrintTrouble.NO_COUNTRY
    sheet = sheets.make(library, PublicWish(kind=SheetKind.HELPLINES, country="GB"))
    titles = [entry.title for entry in entries(sheet)]
    assert titles == ["Emergency services", "refuge", *ADVICE, *ADVICE, "talk", "north", "south"]
    assert [part.code for part in sheet.parts] == ["", "abuse", "poison", "health", "caring"]
    on_the_door = sheets.make(library, PublicWish(kind=SheetKind.HELPLINES, country="GB", at_home=True))
    off = {part.code for part in on_the_door.parts if not part.on}
    assert off == {"abuse", "poison-more", "health-more", "caring"}
    talk = next(entry for entry in entries(sheet) if entry.title == "talk")
    assert (talk.big, talk.lines) == (
        "0808 157 0192",
        ("Free to call", "Check again by 1 April 2027"),
    )
    library.topics.live_in("GB-SCT", "en")
    cards = sheets.make(library, PublicWish(kind=SheetKind.HELPLINES, wallet=True))
    assert cards.form is SheetForm.CARDS
    assert [entry.title for entry in entries(cards)] == ["Emergency services", "NHS 24"], "for both, and once"
    assert "Check this number before you rely on it." in told(cards)
    library.topics.define("dementia", "Dementia", 1, author="starter")
    of_topic = sheets.make(library, PublicWish(kind=SheetKind.HELPLINES, topic="dementia"))
    assert (of_topic.title, [entry.title for entry in entries(of_topic)][1:]) == (
        "Phone lines: United Kingdom, Dementia",
        ["talk"],
    )
    german = sheets.make(library, PublicWish(kind=SheetKind.HELPLINES, country="GB", language="de"))
    assert [entry.title for entry in entries(german)][1:] == [*ADVICE, *ADVICE, "plaudern"]
    sheets.printed(library, PublicWish(kind=SheetKind.HELPLINES))
    assert library.shares.list() == ()


def test_on_a_door_at_home_hangs_one_page_of_what_is_needed_in_a_hurry_and_nothing_that_tells(
    sheets: PublicSheets, library: Library
) -> None:
    crisis, carers = {"kind": "crisis", "hours_said": "24/7"}, {"topics": ["carer-wellbeing"]}
    lines = [
        {**a_line("talk", "0808 157 0001"), **carers},
        {**a_line("carers-line", "0808 157 0002"), **carers},
        {**a_line("tumours", "0808 157 0003"), "topics": ["cancer"]},
        {**a_line("drink", "0808 157 0004"), "kind": "health", "topics": ["mental-health"], "hours_said": "24/7"},
        {**a_line("nurses-at-night", "0808 157 0005"), "kind": "health", "hours_said": "24/7"},
        {**a_line("nurses-by-day", "0808 157 0006"), "kind": "health"},
        {**a_line("refuge", "0808 157 0007"), "kind": "abuse"},
        {**a_line("violence", "0808 157 0008"), **crisis, "topics": ["abuse"]},
        {**a_line("abroad", "0808 157 0009"), **crisis, "country": "GB-SCT"},
        *({**a_line(f"listening-{number}", f"0808 157 001{number}"), **crisis} for number in range(3)),
    ]
    install(library, pack_of("lines", helplines=lines), SHIPPED)
    wallet = entries(sheets.make(library, PublicWish(kind=SheetKind.HELPLINES, country="GB", wallet=True)))
    few = list(dict.fromkeys(entry.title for entry in wallet))
    sheet = sheets.make(library, PublicWish(kind=SheetKind.HELPLINES, country="GB", at_home=True))
    assert few == [entry.title for entry in entries(chosen(sheet))], "a wallet holds the same few"
    assert sheet.form is SheetForm.ONE_PAGE
    assert [entry.title for entry in entries(chosen(sheet))] == [
        "Emergency services",
        "listening-0",
        "listening-1",
        "NHS 111",
        "nurses-at-night",
        "carers-line",
    ]
    assert {tick.code: tick.on for tick in ticks_of(sheet)} == {
        "crisis": True,
        "crisis-more": False,
        "abuse": False,
        "poison": True,
        "poison-more": False,
        "health": True,
        "health-more": False,
        "caring": True,
        "caring-more": False,
    }
    labels = [tick.label for tick in ticks_of(sheet)]
    assert len(labels) == len(set(labels))
    on_it = [entry.title for entry in entries(chosen(sheet, {"abuse": True}))]
    assert {"refuge", "violence"} <= set(on_it)
    pages = typeset([chosen(sheet)], Layout(size=PrintSize.LARGE)).pages(dots_per_inch=20)
    assert len(pages) == 1


def test_a_flyer_of_a_day_leads_only_where_a_share_would(sheets: PublicSheets, library: Library) -> None:
    add_organisation(library)
    links = [a_link("own", "https://example.org/memory"), a_link("unknown", "https://nobody.example.net/x")]
    kit = {**KIT, "links": ["own", "unknown"]}
    day = {**DAY, "organiser": "Example Carers", "page": "https://example.org/day", "kits": [kit]}
    raising = {**DAY, "id": "run", "name": "Run", "fund_raising": True}
    install(library, pack_of("days", dates=[day, raising], links=links), SHIPPED)
    days = {each.name: each.id for each in library.awareness_days.list()}
    wish = PublicWish(kind=SheetKind.AWARENESS_FLYER, day=days["Memory Day"])
    sheet = sheets.make(library, wish)
    assert (sheet.title, sheet.form) == ("Memory Day", SheetForm.ONE_PAGE)
    assert sheet.below_title == ("Tuesday 21 September 2027", "Organised by Example Carers")
    assert "Forgetting is no shame." in told(sheet)
    assert [entry.link for entry in entries(sheet)] == ["https://example.org/day", "https://example.org/memory"]
    assert [entry.title for entry in entries(sheet)] == ["The page of Example Carers", "own"]
    typed = sheets.make(library, replace(wish, message="Come to the library."))
    assert "Come to the library." in told(typed)
    assert "Forgetting is no shame." not in told(typed)
    for words, trouble in (
        ("See https://news.example.com/b?access_token=Zk3vQ9xT7LmP2sWd8RfY", ShareTrouble.NOT_SETTLED),
        ("a" * (LONGEST_MESSAGE + 1), ShareTrouble.TOO_LONG),
    ):
        with pytest.raises(ShareError) as closed:
            sheets.make(library, replace(wish, message=words))
        assert closed.value.kind is trouble
    with pytest.raises(PrintError) as money:
        sheets.make(library, replace(wish, day=days["Run"]))
    assert money.value.kind is PrintTrouble.FUND_RAISING
    with pytest.raises(UnknownItem):
        sheets.make(library, replace(wish, day=4711))
    sheets.printed(library, wish)
    assert [(one.title, one.form) for one in library.shares.list()] == [("own", SheetKind.AWARENESS_FLYER)]


def test_a_flyer_of_a_day_leads_to_pages_in_its_language_where_there_are_any(
    sheets: PublicSheets, library: Library
) -> None:
    add_organisation(library)
    links = [a_link(name, f"https://example.org/{name}") for name in ("memory", "memoria")]
    kits = [{**KIT, "links": ["memory"]}, {**KIT, "language": "es", "title": "Día", "links": ["memoria"]}]
    french = {**KIT, "language": "fr", "title": "Jour"}
    install(
        library,
        pack_of("days", dates=[{**DAY, "kits": [*kits, french]}], links=links, languages=["en", "es", "fr"]),
        SHIPPED,
    )
    (day,) = library.awareness_days.list()
    wish = PublicWish(kind=SheetKind.AWARENESS_FLYER, day=day.id)
    shown = {
        language: [entry.title for entry in entries(sheets.make(library, replace(wish, language=language)))]
        for language in ("en", "es-US", "fr")
    }
    assert shown == {"en": ["memory"], "es-US": ["memoria"], "fr": ["memory", "memoria"]}


def test_a_flyer_of_pages_is_closed_as_a_share_is(sheets: PublicSheets, library: Library) -> None:
    add_organisation(library)
    (item,) = store(library, add_its_source(library), an_article("falls", link="https://example.org/falls"))
    (other,) = store(library, add_source(library), an_article("diary", link="https://news.example.com/diary"))
    wish = PublicWish(kind=SheetKind.SHARE_FLYER, subjects=named(SubjectKind.ARTICLE, item), message="Read this.")
    sheet = sheets.make(library, wish)
    assert "Read this." in told(sheet)
    assert [(entry.title, entry.link) for entry in entries(sheet)] == [("falls", "https://example.org/falls")]
    for closed, trouble in (
        (replace(wish, subjects=named(SubjectKind.ARTICLE, other)), ShareTrouble.NOT_SHAREABLE),
        (replace(wish, message=f"Joan, {PHONE}"), ShareTrouble.NOT_SETTLED),
        (replace(wish, title=f"Ring {PHONE}"), ShareTrouble.NOT_SETTLED),
        (replace(wish, subjects=()), ShareTrouble.NOTHING),
    ):
        with pytest.raises(ShareError) as refused:
            sheets.make(library, closed)
        assert refused.value.kind is trouble


def test_what_is_in_a_pack_and_what_is_not_here(sheets: PublicSheets, library: Library) -> None:
    uid = install(library, pack_of("lines", helplines=[a_line("talk")]), NORTHFIELD)
    sheet = sheets.make(library, PublicWish(kind=SheetKind.PACK_CONTENTS, pack=uid))
    assert sheet.title == "Lines"
    assert "Made by" in told(sheet)
    assert [entry.title for entry in entries(sheet)] == ["talk"]
    with pytest.raises(PackError):
        sheets.make(library, PublicWish(kind=SheetKind.PACK_CONTENTS, pack="nobody/nothing"))
    with pytest.raises(UnknownItem):
        sheets.make(library, of_article(ItemId(4711)))
    for subjects, trouble in ((), PrintTrouble.NOTHING), (named(SubjectKind.LINK, 1) * 2, PrintTrouble.TOO_MANY):
        with pytest.raises(PrintError) as refused:
            sheets.make(library, PublicWish(kind=SheetKind.GUIDE, subjects=subjects))
        assert refused.value.kind is trouble
    for kind in (*PRIVATE, *SECRET):
        with pytest.raises(RuntimeError):
            sheets.make(library, PublicWish(kind=kind))


def test_the_log_tells_what_changed_since_it_was_printed_and_can_be_off(
    sheets: PublicSheets, sharing: Sharing, library: Library
) -> None:
    source = add_source(library)
    (item,) = store(library, source, an_article("a", link="https://n.example.com/a"))
    wish = of_article(item)
    sharing.set_keeps_log(library, False)
    sheets.printed(library, wish)
    assert library.shares.list() == ()
    sharing.set_keeps_log(library, True)
    sheets.printed(library, wish)
    change(library, source, "a", "a", "Other words.", at=Millis(MONDAY + 1))
    assert library.shares.changed_since(None) == {item}
