"""What the library takes of packs, and gives back when they go; marks of people stay through all of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caregiver_app.library.store import Library
from caregiver_app.model.article import ItemId, MarkKind, Trust
from caregiver_app.model.card import Channel
from caregiver_app.model.channel import ChannelId
from caregiver_app.model.errors import PackError, PackTrouble
from caregiver_app.model.installed_pack import PackMaker, PackUid
from caregiver_app.model.source import NewSource
from caregiver_app.model.trust import OWN, Subject, SubjectKind
from caregiver_app.trust.finding import stamps_of_address
from caregiver_app.trust.judge import TrustJudge
from caregiver_app.trust.subjects import Moment, add_link
from tests.helpers.appraisals import draft, say
from tests.helpers.clock import MONDAY
from tests.helpers.installing import (
    HARBOUR,
    NORTHFIELD,
    SHIPPED,
    VETTED,
    a_guide,
    a_line,
    a_link,
    all_of,
    an_owner,
    content,
    install,
    pack_of,
)
from tests.helpers.library import LATER, a_library, an_article, raw, store

PAGE = "https://www.nhs.uk/conditions/dementia/"


def a_feed(identifier: str, address: str, **more: Any) -> dict[str, Any]:
    said = {"id": identifier, "title": identifier, "address": address, "language": "en", "country": "GB"}
    return {**said, "topics": ["dementia"], **more}


def item_of(library: Library, uid: str) -> ItemId:
    found = library.item_uids.item_of(uid)
    assert found is not None, uid
    return found


SAID_OTHERWISE = (
    "json_set(fields, '$.said_once', 'by a version of another day')",
    "json_remove(fields, '$.kind')",
    "json_set(fields, '$.format', 'none of ours')",
    "json_set(fields, '$.url', 7)",
    "json_set(fields, '$.topics', 7)",
    "json_set(fields, '$.allow_private', 'yes')",
    "json_set(fields, '$.asks_first', 'yes')",
    "'{}'",
)


@pytest.mark.parametrize("said", SAID_OTHERWISE)
def test_packs_come_and_go_whatever_was_written_of_a_source_before(library: Library, tmp_path: Path, said: str) -> None:
    """A version of another day, or a backup, wrote it: what is no source says nothing, and stands in nobody's way."""
    address = "https://www.nhs.uk/feed.xml"
    first = install(library, pack_of("evenings", sources=[a_feed("news", address)]), NORTHFIELD)
    with raw(tmp_path) as connection:
        connection.execute(f"UPDATE source_origin SET fields = {said}")  # noqa: S608 the test's own
    second = install(library, pack_of("nights", sources=[a_feed("news", address)]), HARBOUR)
    assert [source.url for source in library.sources.list()] == [address]
    assert library.packs.remove(second, at=LATER)
    assert library.packs.remove(first, at=LATER)
    assert library.sources.list() == ()


def test_one_page_of_two_publishers_is_one_item_until_both_are_gone(library: Library) -> None:
    first = install(library, pack_of("evenings", links=[a_link("page", PAGE, title="Evenings")]), NORTHFIELD)
    second = install(library, pack_of("nights", links=[a_link("nhs", PAGE, title="Nights")]), HARBOUR)
    item = item_of(library, "channel1/northfield/page")
    assert library.item_uids.item_of("channel2/harbour/nhs") is None
    assert [row[2] for row in all_of(library)["item"]] == ["Evenings"]
    assert library.packs.remove(first, at=LATER)
    assert [row[2] for row in all_of(library)["item"]] == ["Nights"]
    assert library.item_uids.uid_of(item) == "channel1/northfield/page"
    assert library.packs.remove(second, at=LATER)
    assert all_of(library)["item"] == []
    assert not library.packs.remove(second, at=LATER)


def test_two_names_of_one_publisher_for_a_page_stay_two_entries_that_change_by_themselves(library: Library) -> None:
    install(library, pack_of("evenings", links=[a_link("page", PAGE)]), NORTHFIELD)
    nights = install(library, pack_of("nights", links=[a_link("nhs", PAGE)]), NORTHFIELD)
    moved = f"{PAGE}more/"
    install(library, pack_of("nights", version=2, links=[a_link("nhs", moved)]), NORTHFIELD)
    shown = {row[0]: row[3] for row in all_of(library)["item"]}
    assert shown == {"channel1/northfield/page": PAGE, "channel1/northfield/nhs": moved}
    assert library.packs.remove(nights, at=LATER)
    assert [row[0] for row in all_of(library)["item"]] == ["channel1/northfield/page"]


@pytest.mark.parametrize("other_way", [False, True], ids=["the old one first", "the new one first"])
def test_a_star_stays_with_its_name_when_another_one_takes_over_the_page(library: Library, other_way: bool) -> None:
    first = pack_of("evenings", links=[a_link("page", PAGE)])
    links = [a_link("page", f"{PAGE}more/"), a_link("new", PAGE)]
    second = pack_of("evenings", version=2, links=links[::-1] if other_way else links)
    install(library, first, NORTHFIELD)
    library.marks.set([item_of(library, "channel1/northfield/page")], MarkKind.STARRED, True, at=MONDAY)
    before = all_of(library)
    install(library, second, NORTHFIELD)
    shown = {row[0]: (row[3], row[9]) for row in all_of(library)["item"]}
    assert shown == {"channel1/northfield/page": (f"{PAGE}more/", 1), "channel1/northfield/new": (PAGE, 0)}
    install(library, first, NORTHFIELD)
    assert all_of(library) == before


def test_what_a_person_starred_stays_after_its_pack_with_what_it_said(library: Library) -> None:
    archive = pack_of(
        "evenings", texts={"guides/g.md": "Turn on a *lamp*.\n"}, helplines=[a_line("line")], guides=[a_guide("g")]
    )
    uid = install(library, archive, NORTHFIELD)
    guide = item_of(library, "channel1/northfield/g")
    library.marks.set([guide], MarkKind.STARRED, True, at=MONDAY)
    before = all_of(library)
    assert library.packs.remove(uid, at=LATER)
    left = all_of(library)
    assert [(row[0], row[7], row[8]) for row in left["item"]] == [("channel1/northfield/g", "g", "Turn on a lamp.")]
    assert [(row[0], row[1]) for row in left["origin"]] == [("channel1/northfield/g", "kept")]
    assert "<em>lamp</em>" in left["origin"][0][2]
    install(library, archive, NORTHFIELD)
    assert all_of(library) == before


def test_whatever_a_person_did_with_a_page_keeps_it_after_its_pack(library: Library) -> None:
    ways = ("shelved", "passed-on", "checked", "begun-to-check", "nothing")
    uid = install(library, pack_of("evenings", links=[a_link(way) for way in ways]), NORTHFIELD)
    shelved, passed_on, checked, begun, _nothing = (item_of(library, f"channel1/northfield/{way}") for way in ways)
    library.collections.add(library.collections.make("Nurse", at=MONDAY), [shelved], at=MONDAY)
    library.shares.add([passed_on], [], Channel.TEXT, day=date(2026, 11, 23))
    say(library, Subject(kind=SubjectKind.LINK, id=checked), author=OWN)
    library.appraisals.keep_draft(draft(Subject(kind=SubjectKind.LINK, id=begun)), at=MONDAY)
    library.packs.remove(uid, at=LATER)
    left = {row[0].rpartition("/")[2] for row in all_of(library)["item"]}
    assert left == {*ways} - {"nothing"}


def test_a_source_that_packs_and_a_person_bring_belongs_to_the_person(library: Library) -> None:
    feed = "https://www.nhs.uk/feed.xml"
    library.topics.define("dementia", "Dementia", 1, author="starter")
    library.sources.add(NewSource(url=feed, title="Mine"), at=MONDAY)
    before = all_of(library)
    uid = install(library, pack_of("evenings", sources=[a_feed("news", feed)]), NORTHFIELD)
    (source,) = library.sources.list()
    assert (source.title, source.enabled, source.topics) == ("Mine", True, ("dementia",))
    library.packs.remove(uid, at=LATER)
    assert all_of(library) == before


def test_topics_that_a_person_gave_a_source_stay_when_its_pack_comes_anew(library: Library) -> None:
    for place, topic in enumerate(("dementia", "sleep")):
        library.topics.define(topic, topic.title(), place, author="starter")
    feeds = [a_feed("mine", "https://www.nhs.uk/1.xml"), a_feed("theirs", "https://www.nhs.uk/2.xml")]
    install(library, pack_of("evenings", sources=feeds), NORTHFIELD)
    mine = next(source for source in library.sources.list() if source.title == "mine")
    library.sources.set_topics([mine.id], ("sleep",))
    install(library, pack_of("evenings", version=2, sources=feeds), NORTHFIELD)
    assert {source.title: source.topics for source in library.sources.list()} == {
        "mine": ("sleep",),
        "theirs": ("dementia",),
    }


def test_only_sources_of_packs_that_ship_are_listed_by_the_application(library: Library) -> None:
    """Their articles may bear the names of their publishers."""
    listed = {}
    for maker, name in ((SHIPPED, "shipped"), (NORTHFIELD, "signed")):
        install(library, pack_of(name, sources=[a_feed(name, f"https://www.nhs.uk/{name}.xml")]), maker)
        (source,) = (each for each in library.sources.list() if each.title == name)
        (item,) = store(library, source.id, an_article(name))
        listed[name] = library.trust_facts.of([item]).items[item].listed_source
    assert listed == {"shipped": True, "signed": False}


def test_a_source_with_a_past_goes_hidden_and_comes_back_with_its_pack(library: Library) -> None:
    archive = pack_of("evenings", sources=[a_feed("news", "https://www.nhs.uk/feed.xml")])
    uid = install(library, archive, NORTHFIELD)
    (source,) = library.sources.list()
    library.sources.set_enabled(source.id, True)
    library.packs.remove(uid, at=LATER)
    assert library.sources.list() == ()
    install(library, archive, NORTHFIELD)
    (back,) = library.sources.list()
    assert (back.id, back.enabled, back.note) == (source.id, True, "")
    library.sources.remove(source.id, at=LATER)
    install(library, archive, NORTHFIELD)
    assert library.sources.list() == ()  # a person removed it themselves


def test_warnings_of_a_signed_pack_wait_for_a_yes(library: Library) -> None:
    library.topics.define("dementia", "Dementia", 1, author="starter")
    library.topics.choose(["dementia"], at=MONDAY)
    archive = pack_of("evenings", sources=[a_feed("danger", "https://www.nhs.uk/danger.xml", kind="alerts")])
    install(library, archive, NORTHFIELD)
    assert [source.enabled for source in library.sources.list()] == [False]
    install(library, archive, NORTHFIELD, alerts=True)
    assert [source.enabled for source in library.sources.list()] == [True]


def test_sites_and_registers_count_unasked_from_what_ships_alone(library: Library) -> None:
    owner = an_owner("charity", "charity.org.uk", known="A register")
    install(library, pack_of("evenings", organisations=[owner]), NORTHFIELD)
    install(library, pack_of("dementia", organisations=[owner]), SHIPPED)
    shown = {row[0]: row[4] for row in all_of(library)["organisation"]}
    assert shown == {"channel1/northfield/charity": "", "starter/charity": "A register"}
    assert [(row[0], row[3]) for row in all_of(library)["site"]] == [
        ("channel1/northfield/charity", "channel1/northfield/evenings"),
        ("starter/charity", "starter"),
    ]


def test_a_publisher_changes_its_own_words_alone_and_the_newest_pack_counts(library: Library) -> None:
    feed = "https://www.nhs.uk/feed.xml"
    for slug, version, title in (("evenings", 2, "Newer"), ("nights", 1, "Older")):
        links, sources = [a_link("page", PAGE, title=title)], [a_feed("feed", feed, title=title)]
        install(library, pack_of(slug, version=version, links=links, sources=sources), NORTHFIELD)
    assert [source.title for source in library.sources.list()] == ["Newer"]
    install(library, pack_of("harbour", version=9, links=[a_link("page", PAGE, title="Theirs")]), HARBOUR)
    assert [row[2] for row in all_of(library)["item"]] == ["Newer"]
    with pytest.raises(PackError) as told:
        install(library, pack_of("third", helplines=[a_line("page")], links=[a_link("new")]), NORTHFIELD)
    assert (told.value.kind, told.value.where) == (PackTrouble.CLASH, "page")
    assert [row[0] for row in all_of(library)["item"]] == ["channel1/northfield/page"]


def stamp_of(library: Library, item: ItemId, on: date) -> tuple[Trust, Trust]:
    stamps = TrustJudge().stamps(library.trust_facts.of([item]), on=on)[item]
    return stamps.reading.trust, stamps.sharing.trust


def test_a_signed_check_counts_until_the_page_is_withdrawn_and_then_nobody_shares_it(library: Library) -> None:
    on = date(2026, 11, 23)
    checked = a_link("page", PAGE, appraisal=VETTED)
    install(library, pack_of("evenings", links=[checked, a_link("better")]), NORTHFIELD)
    item = item_of(library, "channel1/northfield/page")
    assert stamp_of(library, item, on) == (Trust.CHECKED, Trust.CHECKED)
    library.shares.add([item], [], Channel.TEXT, day=on)
    gone = {"item": "page", "reason": "Out of date.", "withdrawn_on": "2026-11-20", "replacement": "better"}
    update = pack_of("evenings", version=2, links=[a_link("better")], withdrawals=[gone])
    install(library, update, NORTHFIELD)
    assert stamp_of(library, item, on) == (Trust.WITHDRAWN, Trust.WITHDRAWN)
    (told,) = library.packs.withdrawn()
    assert (told.item_id, told.reason, told.shared_on) == (item, "Out of date.", on)
    assert (told.author_name, told.is_warning) == ("Northfield Nurses", False)
    assert told.replacement == item_of(library, "channel1/northfield/better")


def test_a_word_about_a_page_that_others_bring_too_is_a_warning_whatever_it_is_called(library: Library) -> None:
    """Else whoever lists somebody's page could take it back in their name, and lead its readers elsewhere."""
    install(library, pack_of("nights", links=[a_link("nhs", PAGE)]), HARBOUR)
    install(library, pack_of("first", links=[a_link("page", PAGE)]), NORTHFIELD)
    gone = {"item": "page", "reason": "Use ours.", "withdrawn_on": "2026-11-20", "replacement": "better"}
    install(library, pack_of("second", links=[a_link("better")], withdrawals=[gone]), NORTHFIELD)
    (told,) = library.packs.withdrawn()
    assert (told.title, told.is_warning, told.replacement) == ("nhs", True, None)
    assert stamp_of(library, item_of(library, "channel2/harbour/nhs"), date(2026, 11, 23))[1] is Trust.WITHDRAWN


def test_a_warning_of_somebody_elses_page_reaches_it_whenever_it_comes(library: Library) -> None:
    on = date(2026, 11, 23)
    warned = {"address": PAGE, "reason": "It sells.", "withdrawn_on": "2026-11-20"}
    warning = install(library, pack_of("warnings", withdrawals=[warned]), NORTHFIELD)
    assert stamps_of_address(library, PAGE, on=on).reading.trust is Trust.WITHDRAWN, "whoever checks a link hears of it"
    install(library, pack_of("nights", links=[a_link("nhs", PAGE, appraisal=VETTED)]), HARBOUR)
    (row,) = (row for row in all_of(library)["item"] if not row[0].startswith("warned/"))
    assert row[2] == "nhs"
    assert stamp_of(library, item_of(library, row[0]), on)[1] is Trust.WITHDRAWN
    assert [told.is_warning for told in library.packs.withdrawn()] == [True]
    assert library.packs.remove_of_channel(ChannelId("channel1"), at=LATER) == (warning,)
    assert stamp_of(library, item_of(library, row[0]), on) == (Trust.CHECKED, Trust.CHECKED)
    assert library.packs.withdrawn() == ()


MOVED = f"{PAGE}more/"
WARNED = {"address": PAGE, "reason": "It moved.", "withdrawn_on": "2026-11-20"}


def words_on(library: Library) -> dict[str, tuple[str, Trust]]:
    """Return where each item lies, and how it stands when it is passed on."""
    on = date(2026, 11, 23)
    return {row[0]: (row[3], stamp_of(library, item_of(library, row[0]), on)[1]) for row in all_of(library)["item"]}


@pytest.mark.parametrize("who", ["in the same pack", "in another pack of its own", "by somebody else"])
def test_a_page_that_moved_leaves_the_warning_of_its_old_address_behind(library: Library, who: str) -> None:
    """Whether who brings the page warns, or another one, before or after: the old address is warned of, not the new."""
    first = pack_of("evenings", links=[a_link("page", PAGE, appraisal=VETTED)])
    moved = [a_link("page", MOVED, appraisal=VETTED)]
    install(library, first, NORTHFIELD)
    library.marks.set([item_of(library, "channel1/northfield/page")], MarkKind.STARRED, True, at=MONDAY)
    before = all_of(library)
    if who == "in the same pack":
        install(library, pack_of("evenings", version=2, links=moved, withdrawals=[WARNED]), NORTHFIELD)
    else:
        install(
            library,
            pack_of("nights", withdrawals=[WARNED]),
            NORTHFIELD if who == "in another pack of its own" else HARBOUR,
        )
        assert set(words_on(library).values()) == {(PAGE, Trust.WITHDRAWN)}
        assert [each.title for each in library.packs.withdrawn()] == ["page"]
        install(library, pack_of("evenings", version=2, links=moved), NORTHFIELD)
    words = words_on(library)
    assert words.pop("channel1/northfield/page") == (MOVED, Trust.CHECKED)
    assert list(words.values()) == [(PAGE, Trust.WITHDRAWN)]
    (told,) = library.packs.withdrawn()
    assert (told.title, told.is_warning) == (PAGE.removeprefix("https://"), True)
    assert {row[0]: row[9] for row in all_of(library)["item"]}["channel1/northfield/page"] == 1
    install(library, first, NORTHFIELD)
    if who == "in the same pack":
        assert all_of(library) == before
    else:
        assert set(words_on(library).values()) == {(PAGE, Trust.WITHDRAWN)}


def test_whoever_checks_a_page_that_is_warned_of_gets_a_link_of_their_own(library: Library) -> None:
    warning = install(library, pack_of("warnings", withdrawals=[WARNED]), NORTHFIELD)
    shelf = add_link(library, PAGE, Moment(at=MONDAY, on=date(2026, 11, 23)), title="Evenings")
    shown = {row[0].partition("/")[0]: row[2] for row in all_of(library)["item"]}
    assert shown == {"warned": PAGE.removeprefix("https://"), "user": "Evenings"}
    assert stamp_of(library, ItemId(shelf.id), date(2026, 11, 23))[1] is Trust.WITHDRAWN
    assert [told.title for told in library.packs.withdrawn()] == ["Evenings"]
    assert library.packs.remove(warning, at=LATER)
    assert [row[2] for row in all_of(library)["item"]] == ["Evenings"]


def test_a_pack_is_known_to_be_the_newest_since_it_was_last_confirmed(library: Library) -> None:
    pack = pack_of("evenings", links=[a_link("help", PAGE)])
    install(library, pack, HARBOUR)
    (installed,) = library.packs.list()
    library.packs.confirm(installed.uid, at=LATER)
    (confirmed,) = library.packs.list()
    assert confirmed == replace(installed, confirmed_at=LATER)


def test_kept_archives_are_hashed_again(library: Library) -> None:
    uid = install(library, pack_of("evenings"), NORTHFIELD)
    assert (library.packs.check().ok, library.packs.check().detail) == (True, "1")
    with library.write("test.damage") as writer:
        writer.execute("UPDATE pack_archive SET data = x'00' WHERE uid = :uid", {"uid": uid})
    assert (library.packs.check().ok, library.packs.check().detail) == (False, "0 of 1")


_ADDRESSES = ("https://www.nhs.uk/a", "https://www.nhs.uk/b", "https://www.cdc.gov/c")


@st.composite
def archives(draw: st.DrawFn, slug: str, version: int) -> bytes:
    """One version of a pack out of a small world, in which packs meet often."""

    def some(*names: str) -> list[str]:
        return draw(st.lists(st.sampled_from(names), unique=True))

    def page(of: str = "") -> str:
        """Return where something lies; a page has one name with one publisher here (else: tests above)."""
        return f"{draw(st.sampled_from(_ADDRESSES))}{of[1:]}"

    owners = some("one", "two")
    by_somebody = draw(st.booleans())
    named = {"organisation": owners[0]} if owners and by_somebody else {}
    links = [
        a_link(
            name,
            page(name),
            title=f"{name} {version}",
            **named,
            **({"appraisal": VETTED} if draw(st.booleans()) else {}),
        )
        for name in some("l1", "l2")
    ]
    feeds = {page(name): name for name in some("s1", "s2")}
    guides = some("g1", "g2")
    warned = [{"address": page("l1"), "reason": "Old.", "withdrawn_on": "2026-10-01"}] if draw(st.booleans()) else []
    gone = [{"item": "l3", "reason": "Old.", "withdrawn_on": "2026-10-01"}] if draw(st.booleans()) else []
    return pack_of(
        slug,
        version=version,
        texts={f"guides/{name}.md": f"{name}, {slug} {version}\n" for name in guides},
        organisations=[an_owner(name, f"{name}.nhs.uk", homepage=page()) for name in owners],
        links=links,
        sources=[a_feed(name, address, **named) for address, name in feeds.items()],
        guides=[a_guide(name) for name in guides],
        helplines=[a_line(name, f"0808 157 019{version}") for name in some("h1", "h2")],
        withdrawals=[*warned, *gone],
    )


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[tuple[bytes, PackMaker]], bytes, bytes, PackMaker, list[int]]:
    """Packs that are there, two versions of another one with its maker, and which items a person starred."""
    makers = st.sampled_from((NORTHFIELD, HARBOUR, SHIPPED))
    there = [(draw(archives(slug, 1)), draw(makers)) for slug in draw(st.sampled_from(((), ("p",), ("p", "q"))))]
    stars = draw(st.lists(st.integers(0, 5), max_size=3))
    return there, draw(archives("tried", 1)), draw(archives("tried", 2)), draw(makers), stars


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(histories())
def test_install_update_and_remove_leave_the_library_as_it_was(
    history: tuple[list[tuple[bytes, PackMaker]], bytes, bytes, PackMaker, list[int]],
) -> None:
    there, first, second, maker, stars = history
    with TemporaryDirectory() as folder:
        library = a_library(Path(folder))
        try:
            library.sources.add(NewSource(url=f"{_ADDRESSES[0]}1", title="Mine"), at=MONDAY)
            for archive, other in there:
                install(library, archive, other)
            items = [ItemId(row[0]) for row in vars(library)["_database"].rows("SELECT id FROM item ORDER BY id")]
            library.marks.set([items[n] for n in stars if n < len(items)], MarkKind.STARRED, True, at=MONDAY)
            before = all_of(library)
            uid = install(library, first, maker)
            after_first = all_of(library)
            install(library, second, maker)
            install(library, first, maker)  # as taking an update back does
            assert all_of(library) == after_first
            install(library, second, maker)
            assert library.packs.remove(uid, at=LATER)
            left = all_of(library)
            if maker.is_signed:
                assert left == before
            else:  # of one that ships it is remembered that a person removed it
                assert {**left, "pack": before["pack"]} == before
            assert all(check.ok for check in library.health.check())
        finally:
            library.close()


def test_an_archive_is_kept_as_it_came(library: Library) -> None:
    archive = pack_of("evenings", helplines=[a_line("line")])
    uid = install(library, archive, NORTHFIELD)
    assert library.packs.archive(uid) == archive
    assert [pack.uid for pack in library.packs.list()] == [PackUid("channel1/northfield/evenings")]
    assert content(archive, NORTHFIELD).pack.items == 1
