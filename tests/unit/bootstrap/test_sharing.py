"""The way out stays closed until all is settled; what leaves is what was shown; the log says no more than it may."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from caregiver_app.bootstrap.appraising import Appraising
from caregiver_app.bootstrap.guarding import Guarding
from caregiver_app.bootstrap.retention import tidy
from caregiver_app.bootstrap.sharing import Sharing
from caregiver_app.library.store import Library
from caregiver_app.model.article import ItemId
from caregiver_app.model.card import LONGEST_MESSAGE, Channel, Draft, KeepReason, Kept, NotShareable, ShareForm, ToShare
from caregiver_app.model.errors import ShareError, ShareTrouble, UnknownItem
from caregiver_app.model.guard import FindingKind
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.time import Millis
from caregiver_app.model.trust import Outcome, Subject, SubjectKind
from caregiver_app.sharing.settling import keep_all_looked_at
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.library import DAY_MS, a_library, add_source, an_article, change, store
from tests.helpers.retention import leave_feed
from tests.helpers.sharing import add_its_source, add_organisation, check
from tests.helpers.vaults import new_care

TEXT = ShareForm(channel=Channel.TEXT)
TODAY = date(2026, 11, 23)
PHONE = "07911 123456"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library: what ships would take most of a second to put in place."""
    opened = a_library(tmp_path)
    yield opened
    opened.close()


def article(number: int) -> ToShare:
    return ToShare(subject=Subject(kind=SubjectKind.ARTICLE, id=number))


def of_its_site(library: Library, key: str = "falls", *, topics: tuple[str, ...] = ()) -> ItemId:
    """Store a page on the own site of a known organisation."""
    add_organisation(library)
    source_id = add_its_source(library, topics=topics)
    return store(library, source_id, an_article(key, link=f"https://example.org/{key}?utm_source=feed"))[0]


def of_somebody(library: Library) -> ItemId:
    """Store a page of a source that the person added."""
    return store(library, add_source(library), an_article("diary", link="https://news.example.com/diary"))[0]


def test_a_page_on_a_known_organisations_own_site_leaves_without_a_check(sharing: Sharing, library: Library) -> None:
    item = of_its_site(library)
    (made,) = sharing.candidates(library, [article(item)])
    assert made.card is not None
    assert (made.card.title, made.card.link) == ("falls", "https://example.org/falls")
    assert made.card.label == "From Example Carers’s own site. Not checked by a person."
    assert made.link is not None
    assert made.link.removed == ("utm_source",)


def test_it_does_so_whichever_source_brought_it(sharing: Sharing, library: Library) -> None:
    add_organisation(library)
    item = store(library, add_source(library), an_article("sleep", link="https://example.org/sleep"))[0]
    elsewhere = store(library, add_source(library, "other"), an_article("x", link="https://example.org/forum/x"))[0]
    here, forum = sharing.candidates(library, [article(item), article(elsewhere)])
    assert here.card is not None
    assert here.card.organisation == "Example Carers"
    assert forum.refused is NotShareable.NOT_CHECKED


def test_an_unchecked_page_is_refused_and_leaves_once_it_is_checked(sharing: Sharing, library: Library) -> None:
    item = of_somebody(library)
    draft = Draft(things=(article(item),))
    with pytest.raises(ShareError) as refused:
        sharing.release(library, draft, TEXT)
    assert refused.value.kind is ShareTrouble.NOT_SHAREABLE
    assert sharing.judge(library, draft).refused[0].refused is NotShareable.NOT_CHECKED
    check(library, item)
    assert "Checked by a family carer on 16 November 2026." in sharing.release(library, draft, TEXT).text


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"check_by": date(2026, 11, 22)}, NotShareable.CHECK_DUE),
        ({"withdrawn_on": date(2026, 11, 20)}, NotShareable.WITHDRAWN),
        ({"outcome": Outcome.NOT_VETTED}, NotShareable.NOT_CHECKED),
    ],
    ids=["due", "withdrawn", "did-not-pass"],
)
def test_a_check_that_does_not_count_outweighs_the_site(
    sharing: Sharing, library: Library, changes: dict[str, object], reason: NotShareable
) -> None:
    item = of_its_site(library)
    check(library, item, **changes)
    assert sharing.candidates(library, [article(item)])[0].refused is reason


def test_of_several_checks_the_most_careful_counts(sharing: Sharing, library: Library) -> None:
    item = of_somebody(library)
    check(library, item)
    check(library, item, author="pack/northfield", author_name="Northfield Nurses", withdrawn_on=date(2026, 11, 20))
    assert sharing.candidates(library, [article(item)])[0].refused is NotShareable.WITHDRAWN


def test_an_organisation_leaves_as_its_own_site(sharing: Sharing, library: Library) -> None:
    thing = ToShare(subject=Subject(kind=SubjectKind.ORGANISATION, id=add_organisation(library)))
    (made,) = sharing.candidates(library, [thing])
    assert made.card is not None
    assert (made.card.title, made.card.link) == ("Example Carers", "https://example.org/")
    add_organisation(library, homepage="https://elsewhere.com/")
    assert sharing.candidates(library, [thing])[0].card is None


def test_an_organisation_of_which_nobody_knows_anything_is_refused(sharing: Sharing, library: Library) -> None:
    thing = ToShare(subject=Subject(kind=SubjectKind.ORGANISATION, id=add_organisation(library, known="")))
    assert sharing.candidates(library, [thing])[0].refused is NotShareable.NOT_CHECKED


def test_what_the_library_does_not_hold_cannot_leave(sharing: Sharing, library: Library) -> None:
    for kind in SubjectKind:
        with pytest.raises(UnknownItem):
            sharing.judge(library, Draft(things=(ToShare(subject=Subject(kind=kind, id=4711)),)))
    with pytest.raises(ShareError) as nothing:
        sharing.release(library, Draft(message="Hello"), TEXT)
    assert nothing.value.kind is ShareTrouble.NOTHING


def test_nothing_leaves_before_each_finding_is_settled(sharing: Sharing, library: Library) -> None:
    draft = Draft(things=(article(of_its_site(library)),), message=f"My mother Joan is 83, ring {PHONE}.")
    judged = sharing.judge(library, draft)
    assert {each.finding.kind for each in judged.open_findings} == {
        FindingKind.NAME,
        FindingKind.AGE,
        FindingKind.PHONE,
    }
    assert not judged.may_leave
    for kept in (
        (),
        keep_all_looked_at(judged.findings),
        (Kept(kind=FindingKind.PHONE, text=PHONE, reason=KeepReason.MINE),),
        (*keep_all_looked_at(judged.findings), Kept(kind=FindingKind.PHONE, text=PHONE)),
    ):
        with pytest.raises(ShareError) as closed:
            sharing.release(library, replace(draft, kept=kept), TEXT)
        assert closed.value.kind is ShareTrouble.NOT_SETTLED
    settled = (*keep_all_looked_at(judged.findings), Kept(kind=FindingKind.PHONE, text=PHONE, reason=KeepReason.MINE))
    assert sharing.judge(library, replace(draft, kept=settled)).may_leave
    assert PHONE in sharing.release(library, replace(draft, kept=settled), TEXT).text


def test_what_was_settled_is_open_again_when_the_words_change(sharing: Sharing, library: Library) -> None:
    things = (article(of_its_site(library)),)
    kept = (Kept(kind=FindingKind.PHONE, text=PHONE, reason=KeepReason.MINE),)
    assert sharing.judge(library, Draft(things=things, message=f"Ring {PHONE}", kept=kept)).may_leave
    assert not sharing.judge(library, Draft(things=things, message="Ring 07911 123457", kept=kept)).may_leave


def test_what_was_taken_out_is_settled(sharing: Sharing, library: Library) -> None:
    draft = Draft(things=(article(of_its_site(library)),), message="Ring me.")
    assert sharing.judge(library, draft).may_leave


def test_a_typed_link_is_as_clean_as_those_of_the_cards(sharing: Sharing, library: Library) -> None:
    draft = Draft(things=(article(of_its_site(library)),), message="See https://example.org/a?utm_source=b too.")
    (finding,) = sharing.judge(library, draft).open_findings
    assert (finding.finding.kind, finding.finding.rule) == (FindingKind.PRIVATE_LINK, "https://example.org/a")
    with pytest.raises(ShareError):
        sharing.release(library, draft, TEXT)
    assert sharing.judge(library, replace(draft, message="See https://example.org/a too.")).may_leave


def test_signs_that_nobody_sees_hide_nothing(sharing: Sharing, library: Library) -> None:
    """The guard reads what leaves, and what leaves is what it read."""
    draft = Draft(things=(article(of_its_site(library)),), message="Ring 079\x0011 12\x1b3456\r\nBye")
    judged = sharing.judge(library, draft)
    (finding,) = judged.open_findings
    assert finding.finding.text == PHONE
    assert judged.content.message == f"Ring {PHONE}\nBye"


def test_locked_care_notes_are_one_more_thing_to_settle(library: Library, tmp_path: Path) -> None:
    care = new_care(tmp_path, clock=StillClock())
    care.lock()
    sharing = Sharing(Guarding(care), StillClock())
    draft = Draft(things=(article(of_its_site(library)),), message="See this.")
    (unchecked,) = sharing.judge(library, draft).open_findings
    assert unchecked.finding.kind is FindingKind.PRIVATE_WORDS_UNCHECKED
    kept = (Kept(kind=FindingKind.PRIVATE_WORDS_UNCHECKED, text="", reason=KeepReason.NO_DETAIL),)
    assert sharing.judge(library, replace(draft, kept=kept)).may_leave


def test_a_message_without_an_end_is_refused_whole(sharing: Sharing, library: Library) -> None:
    with pytest.raises(ShareError) as long:
        sharing.look((), "a" * (LONGEST_MESSAGE + 1))
    assert (long.value.kind, long.value.detail) == (ShareTrouble.TOO_LONG, str(LONGEST_MESSAGE))


@pytest.mark.parametrize("channel", list(Channel))
def test_what_leaves_is_what_was_shown(sharing: Sharing, library: Library, channel: Channel) -> None:
    draft = Draft(things=(article(of_its_site(library)),), message="See this.")
    shown = sharing.preview(sharing.judge(library, draft).content, ShareForm(channel=channel))
    assert sharing.release(library, draft, ShareForm(channel=channel)) == shown


def test_the_log_says_what_when_and_how_once_a_day(sharing: Sharing, library: Library) -> None:
    things = [article(of_its_site(library))]
    organisation = ToShare(subject=Subject(kind=SubjectKind.ORGANISATION, id=add_organisation(library)))
    for _time in range(2):
        sharing.record(library, [*things, organisation], Channel.TEXT)
    sharing.record(library, things, Channel.FLYER)
    assert [(each.title, each.channel, each.day, each.changed) for each in sharing.past(library)] == [
        ("Example Carers", Channel.TEXT, TODAY, False),
        ("falls", Channel.FLYER, TODAY, False),
        ("falls", Channel.TEXT, TODAY, False),
    ]
    assert library.shares.last_day(ItemId(things[0].subject.id)) == TODAY


@pytest.mark.parametrize("channel", [Channel.TEXT, Channel.FLYER, Channel.QR])
def test_a_page_that_changed_since_is_told_until_it_is_shared_or_printed_again(
    sharing: Sharing, library: Library, channel: Channel
) -> None:
    item = of_its_site(library)
    sharing.record(library, [article(item)], channel)
    assert library.shares.changed_since(None) == frozenset()
    source_id = library.articles.rows_of([item])[0].source_id
    change(library, source_id, "falls", "falls", "They say something else now.")
    assert library.shares.changed_since(None) == {item}
    assert library.shares.changed_since([]) == frozenset()
    assert [each.changed for each in sharing.past(library)] == [True]
    sharing.record(library, [article(item)], Channel.HTML)
    assert library.shares.changed_since(None) == frozenset()


def test_what_was_shared_is_never_tidied_away(sharing: Sharing, library: Library) -> None:
    add_organisation(library)
    source_id = add_its_source(library)
    old = Millis(MONDAY - 500 * DAY_MS)
    kept, _gone = store(library, source_id, an_article("kept", at=old), an_article("gone", at=old), at=old)
    (today,) = store(library, source_id, an_article("today"))
    leave_feed(library, source_id, keep=("today",))
    sharing.record(library, [article(kept)], Channel.TEXT)
    tidy(library, at=MONDAY)
    assert [row.id for row in library.articles.page(ArticleQuery()).rows] == [today, kept]


def test_off_means_that_nothing_is_written_down(sharing: Sharing, library: Library) -> None:
    things = [article(of_its_site(library))]
    assert sharing.keeps_log(library)
    sharing.set_keeps_log(library, False)
    sharing.record(library, things, Channel.TEXT)
    assert sharing.past(library) == ()
    sharing.set_keeps_log(library, True)
    sharing.record(library, things, Channel.TEXT)
    assert len(sharing.past(library)) == 1


def test_erased_it_is_in_no_file(sharing: Sharing, library: Library, tmp_path: Path) -> None:
    sharing.record(library, [article(of_its_site(library))], Channel.MARKDOWN)
    assert library.snapshot(at=MONDAY) is not None
    assert b"markdown2026-11-23" in b"".join(path.read_bytes() for path in tmp_path.rglob("*.db*"))
    sharing.erase_log(library)
    assert sharing.past(library) == ()
    assert b"markdown2026-11-23" not in b"".join(path.read_bytes() for path in tmp_path.rglob("*.db*"))


@pytest.mark.parametrize("topic", ["abuse", "crisis"])
def test_of_silent_topics_nothing_is_written_down(sharing: Sharing, library: Library, topic: str) -> None:
    library.topics.define(topic, topic.capitalize(), 90, author="starter")
    item = of_its_site(library, topics=(topic,))
    bare = Appraising(StillClock()).add_link(library, "https://example.org/leave", title="Leaving")
    organisation = Subject(kind=SubjectKind.ORGANISATION, id=add_organisation(library))
    things = [article(item), ToShare(subject=bare), ToShare(subject=organisation)]
    sharing.record(library, things, Channel.TEXT)
    assert sharing.past(library) == ()
