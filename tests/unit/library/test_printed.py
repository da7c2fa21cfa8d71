"""What was printed is logged as what was shared is: the thing, the sheet, the day, and nothing of abuse or crisis."""

from __future__ import annotations

from datetime import date

from caregiver_app.library.store import Library
from caregiver_app.model.card import Channel
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.sheets.kinds import PUBLIC, SheetKind
from tests.helpers.installing import SHIPPED, a_guide, a_link, install, pack_of
from tests.helpers.library import add_source, an_article, change, store
from tests.helpers.sharing import add_its_source, add_organisation

MONDAY, FRIDAY = date(2026, 11, 23), date(2026, 11, 20)


def test_a_sheet_and_a_share_of_one_day_are_two_lines_and_the_same_sheet_is_one(library: Library) -> None:
    (item,) = store(library, add_source(library), an_article("a", "Falls at night"))
    for form in (SheetKind.ARTICLE, Channel.FLYER, SheetKind.ARTICLE, SheetKind.RESOURCE_LIST):
        library.shares.add([item], [], form, day=MONDAY)
    library.shares.add([], [add_organisation(library)], SheetKind.RESOURCE_LIST, day=FRIDAY)
    told = [(one.title, one.form, one.channel, one.sheet, one.day) for one in library.shares.list()]
    assert told == [
        ("Falls at night", Channel.FLYER, Channel.FLYER, None, MONDAY),
        ("Falls at night", SheetKind.ARTICLE, None, SheetKind.ARTICLE, MONDAY),
        ("Falls at night", SheetKind.RESOURCE_LIST, None, SheetKind.RESOURCE_LIST, MONDAY),
        ("Example Carers", SheetKind.RESOURCE_LIST, None, SheetKind.RESOURCE_LIST, FRIDAY),
    ]


def test_every_sheet_on_which_pages_stand_can_be_logged(library: Library) -> None:
    """Which words the log takes is fixed by its table: a new sheet of pages needs a migration of it."""
    (item,) = store(library, add_source(library), an_article("a"))
    for kind in set(PUBLIC) - {SheetKind.HELPLINES, SheetKind.PACK_CONTENTS}:
        library.shares.add([item], [], kind, day=MONDAY)
    assert len(library.shares.list()) == len(PUBLIC) - 2


def test_what_changed_since_it_was_printed_says_so_until_it_is_printed_again(library: Library) -> None:
    source = add_source(library)
    (item,) = store(library, source, an_article("a", "Falls at night", "Keep a light on."))
    library.shares.add([item], [], SheetKind.ARTICLE, day=FRIDAY)
    change(library, source, "a", "Falls at night", "Keep two lights on.")
    assert library.shares.changed_since() == {item}
    assert library.articles.rows_of([item])[0].changed_since_shared
    assert [one.changed for one in library.shares.list()] == [True]
    library.shares.add([item], [], SheetKind.GUIDE, day=MONDAY)
    assert library.shares.changed_since() == frozenset()
    assert library.shares.last_day(item) == MONDAY


def test_nothing_of_abuse_or_crisis_is_logged_and_all_of_it_can_be_erased(library: Library) -> None:
    library.topics.define("abuse", "Abuse", 90, author="starter")
    organisation = add_organisation(library)
    (hidden,) = store(library, add_its_source(library, topics=("abuse",)), an_article("b"))
    (item,) = store(library, add_source(library), an_article("a"))
    library.shares.add([hidden, item], [organisation], SheetKind.RESOURCE_LIST, day=MONDAY)
    assert [one.title for one in library.shares.list()] == ["a"]
    library.shares.erase()
    assert library.shares.list() == ()


def test_texts_and_links_of_packs_about_abuse_or_crisis_leave_no_line(library: Library) -> None:
    guides = [{**a_guide("hidden"), "topics": ["crisis"]}, a_guide("open")]
    links = [{**a_link("refuge"), "topics": ["abuse"]}]
    texts = {f"guides/{name}.md": "Words.\n" for name in ("hidden", "open")}
    install(library, pack_of("days", guides=guides, links=links, texts=texts), SHIPPED)
    rows = library.articles.page(ArticleQuery(text="kind:guide OR kind:link", with_links=True)).rows
    assert {row.title for row in rows} == {"hidden", "open", "refuge"}
    library.shares.add([row.id for row in rows], [], SheetKind.RESOURCE_LIST, day=MONDAY)
    assert [one.title for one in library.shares.list()] == ["open"]
