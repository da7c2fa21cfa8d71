"""The trust of what a library holds: in lists, in the search, in full, and of any address."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from caregiver_app.library.entry_values import EntryChanges
from caregiver_app.library.store import Library
from caregiver_app.model.article import ItemId, Trust
from caregiver_app.model.organisation import Organisation, Site
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.source import NewSource, SourceFormat
from caregiver_app.model.time import Millis
from caregiver_app.model.trust import AuthorKind, Stamp, Subject, SubjectKind
from caregiver_app.support.sentences.stamps import stamp_sentences
from tests.helpers.appraisals import (
    HARBOUR_HOST,
    NO,
    REGISTER,
    TODAY,
    add_organisation,
    appraising,
    article,
    draft,
    judged_library,
    organisation,
    say,
    source_of,
)
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.library import DAY_MS, a_library, add_source, an_article, change, index_all, join, store
from tests.helpers.organisations import put_organisation

FALLS = f"https://{HARBOUR_HOST}/falls"


def word(library: Library, item_id: ItemId) -> Trust:
    """Return the word that a list shows, which is that of the reader, too."""
    (row,) = library.articles.rows_of([item_id])
    assert library.articles.get(item_id).row.trust is row.trust
    return row.trust


def stored(library: Library, link: str = FALLS, *, register: str = REGISTER) -> ItemId:
    add_organisation(library, register=register)
    (item_id,) = store(library, source_of(library), an_article("falls", "Falls at night", link=link))
    return item_id


@pytest.mark.parametrize(
    ("link", "trust"),
    [
        (FALLS, Trust.WELL_KNOWN_SOURCE),
        (f"https://www.{HARBOUR_HOST}/falls", Trust.WELL_KNOWN_SOURCE),
        ("https://elsewhere.example.net/falls", Trust.LEADS_ELSEWHERE),
        (f"https://{HARBOUR_HOST}.example.net/falls", Trust.LEADS_ELSEWHERE),
        (f"https://{HARBOUR_HOST}@example.net/falls", Trust.LEADS_ELSEWHERE),
        (f"http://{HARBOUR_HOST}:8080/falls", Trust.LEADS_ELSEWHERE),
    ],
)
def test_an_article_has_its_organisations_word_on_its_own_site_alone(library: Library, link: str, trust: Trust) -> None:
    assert word(library, stored(library, link)) is trust


def test_an_article_without_an_address_has_no_word_of_its_organisation(library: Library) -> None:
    add_organisation(library, register=REGISTER)
    (item_id,) = store(library, source_of(library), an_article("bare"))
    assert word(library, item_id) is Trust.NOT_CHECKED


def test_forums_and_other_exceptions_do_not_count(library: Library) -> None:
    site = Site(host=HARBOUR_HOST, exceptions=("/forum",))
    put_organisation(
        library, Organisation(uid="org/harbour", name="Harbour", known=REGISTER, sites=(site,)), author="starter"
    )
    (item_id,) = store(library, source_of(library), an_article("post", link=f"https://{HARBOUR_HOST}/forum/7"))
    assert word(library, item_id) is Trust.LEADS_ELSEWHERE


def test_a_site_that_somebody_else_states_gives_no_trust_until_it_is_accepted(library: Library) -> None:
    put_organisation(
        library,
        Organisation(uid="org/harbour", name="Harbour", known=REGISTER, sites=(Site(host=HARBOUR_HOST),)),
        author="stranger/pack",
    )
    (item_id,) = store(library, source_of(library), an_article("falls", link=FALLS))
    assert word(library, item_id) is Trust.NOT_CHECKED


def test_a_library_without_a_judge_trusts_nothing(library: Library, tmp_path: Path) -> None:
    item_id = stored(library)
    without = a_library(tmp_path)
    assert word(without, item_id) is Trust.NOT_CHECKED
    assert without.articles.count(ArticleQuery(text="is:vetted")) == 0
    without.close()


def test_ones_own_source_says_so_and_one_that_others_bring_too_does_not(library: Library) -> None:
    own, starter = add_source(library), source_of(library, "org/none", name="other")
    alone, both = store(library, own, an_article("a"), an_article("b"))
    join(library, starter, "b", both)
    stamps = appraising().stamps(library, [alone, both])
    assert (stamps[alone].reading.own_source, stamps[both].reading.own_source) == (True, False)


def test_a_checked_article_is_checked_wherever_its_publisher_brings_its_page(library: Library) -> None:
    """A second feed brings the same page under an address with tracking; what strangers write about it is not it."""
    item_id = stored(library)
    sources = (source_of(library, name="second"), add_source(library, "third"))
    address, key = f"{FALLS}?utm_source=again", "harbour.example.org/falls"
    again = [store(library, source, an_article("again", link=address, link_key=key))[0] for source in sources]
    appraising().appraise(library, draft(article(item_id)))
    (elsewhere,) = store(library, add_source(library, "fourth"), an_article("no", link="https://example.net/no"))
    words = [word(library, each) for each in (item_id, *again, elsewhere)]
    assert words == [Trust.CHECKED, Trust.CHECKED, Trust.NOT_CHECKED, Trust.NOT_CHECKED]


def test_a_passed_date_makes_it_due_by_itself(library: Library, tmp_path: Path) -> None:
    item_id = stored(library)
    appraising().appraise(library, draft(article(item_id), check_by=date(2026, 12, 1)))
    for days, trust in ((8, Trust.CHECKED), (9, Trust.CHECK_DUE)):
        later = judged_library(tmp_path, StillClock(Millis(MONDAY + days * DAY_MS)))
        assert word(later, item_id) is trust
        later.close()


def test_a_changed_article_is_due_for_whoever_checked_it_and_changed_for_others(library: Library) -> None:
    add_organisation(library)
    source = source_of(library)
    own, theirs = store(library, source, an_article("own", link=FALLS), an_article("b", link=f"{FALLS}/b"))
    appraising().appraise(library, draft(article(own)))
    say(library, article(theirs), hashes=library.trust_facts.words_of(theirs))
    assert [word(library, each) for each in (own, theirs)] == [Trust.CHECKED, Trust.CHECKED]
    for key in ("own", "b"):
        change(library, source, key, key, "Now it says something else.")
    stamps = appraising().stamps(library, [own, theirs])
    assert (stamps[own].reading.trust, stamps[own].reading.page_changed) == (Trust.CHECK_DUE, True)
    assert (stamps[theirs].reading.trust, stamps[theirs].reading.page_changed) == (Trust.CHECKED, True)


def test_ones_own_word_comes_first_and_all_are_told(library: Library) -> None:
    item_id = stored(library)
    made = appraising().appraise(library, draft(article(item_id)))
    say(library, made.subject, withdrawn_on=TODAY)
    stamps = appraising().stamps(library, [item_id])[item_id]
    assert (stamps.reading.trust, stamps.sharing.trust) == (Trust.CHECKED, Trust.WITHDRAWN)
    assert [stamp.author.kind for stamp in stamps.statements if stamp.author] == [AuthorKind.OWN, AuthorKind.PUBLISHER]


def test_an_author_may_change_their_mind_and_the_last_word_counts(library: Library) -> None:
    item_id = stored(library)
    appraising().appraise(library, draft(article(item_id)))
    appraising().appraise(library, draft(article(item_id), date=NO))
    assert word(library, item_id) is Trust.NOT_CHECKED
    assert len(appraising().history(library, article(item_id))) == 2


def stamp_of(library: Library, address: str) -> Stamp:
    return appraising().stamp_of_address(library, address)


def test_any_address_says_whose_it_is(library: Library) -> None:
    stored(library)
    assert stamp_of(library, f"https://{HARBOUR_HOST}/new").trust is Trust.WELL_KNOWN_SOURCE
    assert stamp_of(library, f"https://sub.{HARBOUR_HOST}/new").organisation == "Harbour Dementia Trust"
    for foreign in (f"https://{HARBOUR_HOST}.example.net/", "https://example.net/", "not an address", ""):
        assert stamp_of(library, foreign) == Stamp(trust=Trust.NOT_CHECKED)


def test_an_address_that_was_checked_says_by_whom(library: Library) -> None:
    item_id = stored(library)
    appraising().appraise(library, draft(article(item_id)))
    stamp = stamp_of(library, f"{FALLS}?utm_source=letter")
    assert (stamp.trust, stamp.checked_on, stamp.check_by) == (Trust.CHECKED, TODAY, date(2028, 11, 23))


def vetted(library: Library, text: str = "is:vetted") -> list[str]:
    query = ArticleQuery(text=text)
    rows = library.articles.page(query).rows
    assert len(rows) == library.articles.count(query)
    return [row.title for row in rows]


def test_vetted_finds_what_was_checked_and_what_a_vetted_organisation_has_on_its_own_site(library: Library) -> None:
    number = add_organisation(library, register=REGISTER)
    source = source_of(library)
    (_on_site, _elsewhere, failed) = store(
        library,
        source,
        an_article("on site", link=FALLS),
        an_article("elsewhere", link="https://example.net/x"),
        an_article("failed", link=f"{FALLS}/failed"),
    )
    (own,) = store(library, add_source(library), an_article("own", link="https://example.net/own"))
    assert vetted(library) == []  # known is not vetted
    appraising().appraise(library, draft(organisation(number)))
    appraising().appraise(library, draft(article(own)))
    appraising().appraise(library, draft(article(failed), date=NO))
    assert set(vetted(library)) == {"on site", "own"}
    assert set(vetted(library, "-is:vetted")) == {"elsewhere", "failed"}
    assert set(vetted(library, "is:vetted OR is:starred")) == {"on site", "own"}
    index_all(library)
    assert vetted(library, "own is:vetted") == ["own"]
    assert vetted(library, "elsewhere is:vetted") == []
    trusted = {row.title for row in library.articles.page(ArticleQuery()).rows if row.trust in _VETTED}
    assert trusted == {"on site", "own"}


_VETTED = {Trust.CHECKED, Trust.TRUSTED_SOURCE}


def test_marking_what_is_vetted_marks_nothing_else(library: Library) -> None:
    (checked, _other) = store(library, add_source(library), an_article("a", link=FALLS), an_article("b"))
    appraising().appraise(library, draft(article(checked)))
    marked = library.marks.mark_read_where(ArticleQuery(text="is:vetted"), at=MONDAY)
    assert list(marked) == [checked]


def test_what_was_checked_is_never_tidied_away(library: Library) -> None:
    source = add_source(library)
    bare, linked, _other = store(
        library,
        source,
        an_article("bare", at=MONDAY - 500 * DAY_MS),
        an_article("linked", link=FALLS, at=MONDAY - 500 * DAY_MS),
        an_article("other", at=MONDAY - 500 * DAY_MS),
        at=Millis(MONDAY - 500 * DAY_MS),
    )
    for each in (bare, linked):
        appraising().appraise(library, draft(article(each)))
    library.entries.store(source, EntryChanges(seen=()), at=MONDAY)
    (new,) = store(library, source, an_article("new"))
    library.retention.tidy(at=MONDAY)
    assert {row.id for row in library.articles.page(ArticleQuery()).rows} == {bare, linked, new}


def test_a_watched_page_is_named_by_its_source(library: Library) -> None:
    source = library.sources.add(
        NewSource(url="https://example.org/page", format=SourceFormat.PAGE, title="Page"), at=MONDAY
    )
    (item_id,) = store(library, source, an_article("page", link="https://example.org/page"))
    made = appraising().appraise(library, draft(Subject(kind=SubjectKind.PAGE, id=source)))
    assert word(library, item_id) is Trust.CHECKED
    assert made.subject.kind is SubjectKind.LINK


def test_a_feed_on_the_site_itself_says_what_the_site_says_whoever_added_it(library: Library) -> None:
    number = add_organisation(library, register=REGISTER)
    own = library.sources.add(NewSource(url=f"https://news.{HARBOUR_HOST}/feed", title="Mine"), at=MONDAY)
    talk = library.sources.add(NewSource(url=f"https://{HARBOUR_HOST}/comments/feed", title="Talk"), at=MONDAY)
    (said,) = store(library, own, an_article("falls", link=FALLS))
    (elsewhere,) = store(library, own, an_article("else", link="https://elsewhere.example.net/a"))
    (remark,) = store(library, own, an_article("remark", link=f"{FALLS}#comment-3"))
    (talked,) = store(library, talk, an_article("talk", link=f"https://{HARBOUR_HOST}/talk"))
    assert word(library, said) is Trust.WELL_KNOWN_SOURCE
    assert {word(library, each) for each in (elsewhere, remark, talked)} == {Trust.NOT_CHECKED}
    stamp = appraising().stamps(library, [said])[said].reading
    assert (stamp.organisation, stamp.own_site, stamp.leads_to) == ("Harbour Dementia Trust", True, "")
    appraising().appraise(library, draft(organisation(number)))
    assert word(library, said) is Trust.TRUSTED_SOURCE
    index_all(library)
    found = library.articles.page(ArticleQuery(text="is:vetted"))
    assert [row.id for row in found.rows] == [said]


def test_words_that_somebody_else_says_of_a_known_page_say_where_their_link_leads(library: Library) -> None:
    add_organisation(library, register=REGISTER)
    (item_id,) = store(library, add_source(library), an_article("falls", "Buy this", link=FALLS))
    stamp = appraising().stamps(library, [item_id])[item_id].reading
    assert (word(library, item_id), stamp.leads_to, stamp.own_site) == (
        Trust.NOT_CHECKED,
        "Harbour Dementia Trust",
        False,
    )
    sentences = stamp_sentences(stamp)
    assert any("the words here are somebody else’s" in each for each in sentences)
    assert appraising().stamp_of_address(library, FALLS).trust is Trust.WELL_KNOWN_SOURCE
    appraising().appraise(library, draft(article(item_id), selling=NO))
    assert appraising().stamps(library, [item_id])[item_id].reading.leads_to == ""
