"""What sync makes of entries over days: which are the same, which changed, where they stand, and what was missed."""

from __future__ import annotations

from caregiver_app.model.article import ItemId, MarkKind
from caregiver_app.model.source import Identity, NewSource, SourceId, SourceKind, SourceState
from caregiver_app.model.time import Millis, to_datetime
from tests.helpers.feed_documents import Item, pages, rss
from tests.helpers.http_server import Answer, conditional
from tests.helpers.syncing import Stage

DAY_S = 24 * 3600
DAY_MS = DAY_S * 1000


def rfc_822(at: int) -> str:
    """Return a time as RSS writes it."""
    return f"{to_datetime(Millis(at)):%a, %d %b %Y %H:%M:%S GMT}"


def identity_of(stage: Stage, source: SourceId) -> Identity | None:
    """Return what a source goes by."""
    (feed,) = stage.library.source_states.for_sync([source])
    return feed.identity


def top(stage: Stage, count: int) -> list[str]:
    """Return the titles at the top of the list."""
    return [row.title for row in stage.rows()[:count]]


def test_what_a_source_goes_by_is_chosen_once_and_stays_through_an_odd_document(stage: Stage) -> None:
    linked = [Item(title=f"Page {n}", link=f"https://x.org/{n}") for n in range(4)]
    odd = [Item(title=f"Page {n}!", guid=f"odd-{n}", link=f"https://x.org/{n}") for n in range(4)]
    source = stage.add("/feed", [Answer(body=rss()), Answer(body=rss(*linked)), Answer(body=rss(*odd))])
    stage.sync()
    assert identity_of(stage, source) is None
    stage.sync()
    assert identity_of(stage, source) is Identity.LINK
    report = stage.sync()
    assert (report.new, report.changed, identity_of(stage, source)) == (0, 4, Identity.LINK)


def test_a_page_that_goes_from_http_to_https_is_the_same_article(stage: Stage) -> None:
    before, after = Item(title="Falls", link="http://x.org/falls/"), Item(title="Falls", link="https://www.x.org/falls")
    stage.add("/feed", [Answer(body=rss(before)), Answer(body=rss(after))])
    stage.sync()
    assert stage.sync().new == 0
    assert len(stage.rows()) == 1


def test_one_guid_for_two_entries_keeps_them_apart(stage: Stage) -> None:
    one = Item(title="One", guid="same", link="https://x.org/1")
    two = Item(title="Two", guid="same", link="https://x.org/2")
    stage.add("/feed", [Answer(body=rss(one)), Answer(body=rss(one, two)), Answer(body=rss(two, one, title="again"))])
    assert [stage.sync().new for _ in range(3)] == [1, 1, 0]
    assert stage.titles() == ["One", "Two"]


def test_a_publisher_that_dates_its_pages_anew_moves_nothing(stage: Stage) -> None:
    def dated(at: int) -> bytes:
        return rss(*(Item(title=f"Page {n}", guid=str(n), date=rfc_822(at - n * DAY_MS)) for n in range(5)))

    now = stage.clock.now()
    stage.add("/feed", [Answer(body=dated(now - 100 * DAY_MS)), Answer(body=dated(now))])
    stage.sync()
    before = [(row.id, row.published_at, row.sort_at) for row in stage.rows()]
    stage.sync()
    assert [(row.id, row.published_at, row.sort_at) for row in stage.rows()] == before


def test_a_back_catalogue_does_not_flood_the_top(stage: Stage) -> None:
    """Five hundred old pages, undated or all stamped with today, beside one page that is new."""
    now = stage.clock.now()
    news = [Item(title="News of today", guid="n", date=rfc_822(now - 3600_000))]
    undated = [Item(title=f"Undated {n}", guid=f"u{n}") for n in range(60)]
    stamped = [Item(title=f"Stamped {n}", guid=f"s{n}", date=rfc_822(now - 60_000)) for n in range(60)]
    old = [Item(title=f"Old {n}", guid=f"o{n}", date=rfc_822(now - (200 + n) * DAY_MS)) for n in range(200)]
    for path, items in (("/undated", undated), ("/stamped", stamped), ("/old", old), ("/news", news)):
        stage.add(path, conditional(rss(*items)))
    assert stage.sync().new == 321
    assert top(stage, 1) == ["News of today"]


def test_what_a_later_document_brings_undated_is_new_in_its_order(stage: Stage) -> None:
    first = [Item(title=f"Page {n}", guid=str(n)) for n in range(5)]
    later = [Item(title="Newest", guid="b"), Item(title="New", guid="a"), *first[:3]]
    stage.add("/feed", [Answer(body=rss(*first)), Answer(body=rss(*later))])
    stage.sync()
    stage.clock.advance(DAY_S)
    stage.sync()
    assert top(stage, 2) == ["Newest", "New"]


def test_a_change_of_print_alone_is_no_change(stage: Stage) -> None:
    before = Item(guid="1", html="<p>It's on. Don't wait...</p><p>1,203 views</p><p>Last updated: 3 March 2026</p>")
    after = Item(
        guid="1", html="<p>It\u2019s on. Don\u2019t  wait\u2026</p><p>1,204 views</p><p>Last updated: 4 March 2026</p>"
    )
    stage.add("/feed", [Answer(body=rss(before)), Answer(body=rss(after))])
    stage.sync()
    assert stage.sync().changed == 0
    (row,) = stage.rows()
    article = stage.library.articles.get(row.id)
    assert (article.revisions, row.changed) == ((), False)
    assert "1,204" in article.text
    assert stage.library.changes.list() == ()


def test_each_real_change_is_kept_and_listed(stage: Stage) -> None:
    texts = ["Take one.", "Take two.", "Take two. Rest."]
    stage.add("/feed", [Answer(body=rss(Item(guid="1", html=f"<p>{text}</p>"))) for text in texts])
    for _ in texts:
        stage.sync()
        stage.clock.advance(DAY_S)
    (changed,) = stage.library.changes.list()
    last, first = stage.library.changes.of(changed.item_id)
    assert (first.before[-9:], first.after[-9:], last.after[-15:]) == ("Take one.", "Take two.", "Take two. Rest.")
    assert last.seen_at - first.seen_at == DAY_MS


def test_an_article_that_changes_each_time_keeps_twenty_four_texts_and_labels_its_source(stage: Stage) -> None:
    source = stage.add("/feed", [Answer(body=rss(Item(guid="1", html=f"<p>Version {n}.</p>"))) for n in range(27)])
    for _ in range(27):
        stage.sync()
    (row,) = stage.rows()
    assert [revision.text for revision in stage.library.articles.get(row.id).revisions] == [
        f"Version {n}." for n in range(2, 26)
    ]
    assert stage.source(source).churning


def test_a_second_source_that_words_an_article_otherwise_does_not_turn_it_over_and_over(stage: Stage) -> None:
    def said(words: str, title: str = "One") -> bytes:
        return rss(Item(title="Heat", guid=title, link="https://x.org/heat", html=f"<p>{words}</p>"), title=title)

    stage.add("/one", [Answer(body=said("The whole text.")), Answer(body=said("The whole text, newer."))])
    stage.sync()
    stage.add("/two", [Answer(body=said("Short.", "Two")), Answer(body=said("Shorter.", "Two"))], host="127.0.0.2")
    stage.sync()
    stage.sync()
    (row,) = stage.rows()
    article = stage.library.articles.get(row.id)
    assert article.text == "The whole text, newer."
    assert [revision.text for revision in article.revisions] == ["The whole text."]
    assert sorted(article.sources) == ["One", "Two"]


def test_a_starred_page_that_changes_says_so_though_nobody_opened_it(stage: Stage) -> None:
    stage.add("/feed", [Answer(body=rss(Item(guid="1", html=f"<p>{text}</p>"))) for text in ("Before.", "After.")])
    stage.sync()
    (row,) = stage.rows()
    stage.library.marks.set([row.id], MarkKind.STARRED, True, at=stage.clock.now())
    stage.clock.advance(DAY_S)
    stage.sync()
    assert [(each.starred, each.changed) for each in stage.rows()] == [(True, True)]


def test_how_long_one_may_be_away_is_learnt(stage: Stage) -> None:
    now = stage.clock.now()
    daily = [Item(title=f"Page {n}", guid=str(n), date=rfc_822(now - n * DAY_MS)) for n in range(20)]
    source = stage.add("/feed", conditional(rss(*daily)))
    stage.sync()
    assert stage.source(source).window_s == 20 * DAY_S
    stage.sync()
    assert stage.source(source).window_s == 20 * DAY_S


def test_a_document_with_nothing_of_the_one_before_says_that_entries_may_be_missing(stage: Stage) -> None:
    source = stage.add("/feed", [Answer(body=rss(*pages(3, first=first))) for first in (0, 1, 9)])
    stage.sync()
    stage.sync()
    assert stage.source(source).gap_at is None
    stage.clock.advance(DAY_S)
    stage.sync()
    assert stage.source(source).gap_at == stage.clock.now()


def test_a_source_that_answers_and_says_nothing_is_quiet_after_far_more_than_its_own_pause(stage: Stage) -> None:
    now = stage.clock.now()
    daily = rss(*(Item(title=f"D {n}", guid=f"d{n}", date=rfc_822(now - n * DAY_MS)) for n in range(9)))
    monthly = rss(*(Item(title=f"M {n}", guid=f"m{n}", date=rfc_822(now - n * 30 * DAY_MS)) for n in range(9)))
    newspaper, newsletter = stage.add("/daily", conditional(daily)), stage.add("/monthly", conditional(monthly))
    stage.sync()
    stage.clock.advance(60 * DAY_S)
    stage.sync()
    assert (stage.source(newspaper).state, stage.source(newsletter).state) == (SourceState.QUIET, SourceState.FINE)
    assert stage.source(newspaper).newest_at == now


def test_many_unchanged_sources_are_written_down_to_the_last_one(stage: Stage) -> None:
    sources = [stage.add(f"/{n}", conditional(rss(*pages(1, host=f"{n}.example")))) for n in range(30)]
    stage.sync()
    stage.clock.advance(DAY_S)
    stage.sync()
    assert {stage.source(source).last_checked_at for source in sources} == {stage.clock.now()}
    assert len(stage.library.ledger.list()) == len(stage.server.requests)


def test_a_warning_is_stored_with_its_facts(stage: Stage) -> None:
    stage.server.answer("/alerts", Answer(body=CAP))
    stage.library.sources.add(
        NewSource(url=stage.server.url("/alerts"), kind=SourceKind.ALERTS, allow_private=True), at=stage.clock.now()
    )
    assert stage.sync().new == 1
    (row,) = stage.rows()
    facts = stage.library.alerts.facts_of(ItemId(row.id))
    assert facts is not None
    assert (facts.event, facts.severity) == ("Heat", "Severe")


CAP = b"""<?xml version="1.0"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>1</identifier><sender>office@weather.example</sender>
<sent>2026-11-23T07:05:00-00:00</sent><status>Actual</status><msgType>Alert</msgType><scope>Public</scope>
<info><language>en</language><category>Met</category><event>Heat</event><urgency>Expected</urgency>
<severity>Severe</severity><certainty>Likely</certainty><headline>Heat warning</headline>
<description>Drink enough.</description><area><areaDesc>Coast</areaDesc></area></info></alert>"""
