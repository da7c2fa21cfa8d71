"""What a document changes in the library."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.feeds.decide import decide_entries, newest_of, reworded
from caregiver_app.feeds.identity import candidates_of, match_entries
from caregiver_app.library.entry_values import EntryChanges, KnownEntry
from caregiver_app.model.alert import AlertFacts, AlertKind
from caregiver_app.model.article import ItemId
from caregiver_app.model.entry import ParsedEntry
from caregiver_app.model.time import Millis
from tests.helpers.entries import a_feed_for_sync, an_entry, stored

NOW = Millis(1_764_000_000_000)
LINK = "https://a.org/falls"


def decide(
    document: Sequence[ParsedEntry],
    known: Sequence[KnownEntry] = (),
    *,
    elsewhere: Mapping[str, tuple[ItemId, str]] | None = None,
    tombstones: Sequence[str] = (),
    texts: Mapping[ItemId, tuple[str, str]] | None = None,
    is_damaged: bool = False,
) -> EntryChanges:
    return decide_entries(
        match_entries(candidates_of(document, str), known),
        feed=a_feed_for_sync(),
        known=known,
        is_damaged=is_damaged,
        elsewhere=elsewhere or {},
        tombstones=tombstones,
        texts=texts or {},
        at=NOW,
    )


def test_an_unknown_entry_is_new() -> None:
    changes = decide([an_entry(guid="7")])
    assert [article.entry_key for article in changes.new] == ["g:7"]
    assert changes.seen == ("g:7",)


def test_an_alert_is_an_article_of_its_own_and_a_recall_is_told_once() -> None:
    elsewhere = {LINK: (ItemId(3), "Falls at night")}
    entry = an_entry(guid="7", link=LINK)
    for kind, new, joined in ((AlertKind.CAP, 1, 0), (AlertKind.RECALL, 0, 1)):
        changes = decide([replace(entry, alert=AlertFacts(kind=kind))], elsewhere=elsewhere)
        assert (len(changes.new), len(changes.joined)) == (new, joined)


def test_a_known_entry_changes_nothing_and_is_seen() -> None:
    entry = an_entry(guid="7")
    assert decide([an_entry(guid="7", known=True)], [stored(entry, key="g:7")]) == EntryChanges(seen=("g:7",))


def test_other_words_make_a_revision() -> None:
    before = stored(an_entry(text="Keep a light on.", guid="7"), key="g:7")
    (change,) = decide([an_entry(text="Keep two lights on.", guid="7")], [before]).changed
    assert change.revise


def test_other_markup_around_the_same_words_makes_none() -> None:
    before = stored(an_entry(guid="7"), key="g:7")
    (change,) = decide([an_entry(guid="7", volatile="a counter")], [before]).changed
    assert not change.revise


def test_what_is_only_printed_otherwise_makes_none_but_is_kept_up_to_date() -> None:
    before = stored(an_entry(text="It's on. 5 views", guid="7"), key="g:7")
    texts = {before.item_id: ("Falls at night", "It's on. 5 views")}
    (change,) = decide([an_entry(text="It\u2019s on. 6 views", guid="7")], [before], texts=texts).changed
    assert not change.revise
    assert change.text.text == "It\u2019s on. 6 views"


def test_a_new_title_makes_a_revision() -> None:
    before = stored(an_entry("Falls", guid="7"), key="g:7")
    texts = {before.item_id: ("Falls", "Keep a light on.")}
    assert decide([an_entry("Falls at night", guid="7")], [before], texts=texts).changed[0].revise


def test_only_texts_that_differ_letter_by_letter_are_looked_at() -> None:
    before = stored(an_entry(guid="7"), key="g:7")
    for document, wanted in (
        ([an_entry(guid="7", known=True)], set()),
        ([an_entry(guid="7", volatile="markup")], set()),
        ([an_entry(guid="7", text="Other.")], {before.item_id}),
    ):
        assert reworded(match_entries(candidates_of(document, str), [before])) == wanted


def test_a_source_that_only_carries_anothers_article_does_not_change_its_words() -> None:
    before = replace(stored(an_entry(guid="7"), key="g:7"), own=False)
    (change,) = decide([an_entry(text="A summary of it.", guid="7")], [before]).changed
    assert not change.revise
    assert change.known == before


def test_a_deleted_entry_does_not_come_back() -> None:
    assert decide([an_entry(guid="7")], tombstones=["g:7"]) == EntryChanges()


def test_a_deleted_entry_does_not_come_back_under_a_new_guid() -> None:
    assert decide([an_entry(guid="new", link=LINK)], tombstones=[f"l:{LINK}"]) == EntryChanges()


def test_a_deleted_entry_takes_no_others_of_a_shared_link_along() -> None:
    document = [an_entry("One", guid="1", link=LINK), an_entry("Two", guid="2", link=LINK)]
    assert len(decide(document, tombstones=[f"l:{LINK}"]).new) == 2


def test_what_a_damaged_document_does_not_show_stays_in_the_feed() -> None:
    known = [stored(an_entry(str(n), guid=str(n)), key=f"g:{n}", item_id=n) for n in range(3)]
    assert decide([an_entry("0", guid="0", known=True)], known).seen == ("g:0",)
    assert set(decide([an_entry("0", guid="0", known=True)], known, is_damaged=True).seen) == {"g:0", "g:1", "g:2"}


def test_what_an_entry_warns_of_goes_along() -> None:
    warning = replace(an_entry(guid="7"), alert=AlertFacts(kind=AlertKind.RECALL, event="A pump"))
    assert decide([warning]).new[0].alert == warning.alert
    before = stored(an_entry(text="Before.", guid="7"), key="g:7")
    assert decide([warning], [before]).changed[0].alert == warning.alert


def test_the_same_article_through_another_source_is_joined() -> None:
    changes = decide([an_entry("Falls", guid="9", link=LINK)], elsewhere={LINK: (ItemId(4), "FALLS")})
    assert changes.new == ()
    assert [joined.item_id for joined in changes.joined] == [4]


def test_the_same_link_under_another_title_is_an_article_of_its_own() -> None:
    changes = decide([an_entry("Falls", guid="9", link=LINK)], elsewhere={LINK: (ItemId(4), "Beds")})
    assert len(changes.new) == 1
    assert changes.joined == ()


def test_a_link_that_several_entries_share_joins_none_of_them() -> None:
    document = [an_entry("Falls", guid="1", link=LINK), an_entry("Falls", "Other.", guid="2", link=LINK)]
    assert decide(document, elsewhere={LINK: (ItemId(4), "Falls")}).joined == ()


def test_a_date_in_the_future_does_not_lift_an_article_above_today() -> None:
    (article,) = decide([an_entry(guid="7", published_at=NOW + 3_600_000)]).new
    assert article.sort_at == NOW
    assert article.published_at == NOW + 3_600_000


def test_a_source_last_spoke_when_its_newest_entry_is_dated() -> None:
    matches = match_entries(candidates_of([an_entry(guid="7", published_at=5), an_entry(guid="8")], str), [])
    dated = decide([an_entry(guid="7", published_at=5)])
    assert newest_of(matches, dated, before=None, at=NOW) == 5
    assert newest_of(matches, dated, before=Millis(9), at=NOW) == 9
    assert newest_of(matches, decide([an_entry(guid="8")]), before=None, at=NOW) == NOW
    assert newest_of((), EntryChanges(), before=None, at=NOW) is None


def test_a_source_that_says_something_else_in_an_old_entry_speaks_now() -> None:
    before = stored(an_entry(text="Before.", guid="7"), key="g:7")
    matches = match_entries(candidates_of([an_entry(guid="7", published_at=5)], str), [before])
    changes = decide([an_entry(guid="7", published_at=5)], [before])
    assert newest_of(matches, changes, before=None, at=NOW) == NOW


def test_a_date_in_the_future_does_not_make_a_source_speak_later_than_now() -> None:
    matches = match_entries(candidates_of([an_entry(guid="7", published_at=NOW + 5)], str), [])
    assert newest_of(matches, EntryChanges(), before=None, at=NOW) == NOW
    assert newest_of((), EntryChanges(), before=Millis(NOW + 9), at=NOW) == NOW


documents = st.lists(
    st.builds(
        an_entry,
        title=st.sampled_from(["One", "Two", "Three"]),
        text=st.sampled_from(["a", "b"]),
        guid=st.sampled_from([None, "1", "2", "home"]),
        link=st.sampled_from([None, "https://a.org/1", "https://a.org/2"]),
    ),
    max_size=10,
)


@given(documents)
def test_deciding_twice_on_the_same_document_changes_nothing(document: list[ParsedEntry]) -> None:
    first = decide(document)
    by_key = {candidate.key: candidate for candidate in candidates_of(document, str)}
    known = [
        stored(by_key[article.entry_key].entry, key=article.entry_key, item_id=n, link_key=article.link_key)
        for n, article in enumerate(first.new)
    ]
    second = decide(document, known)
    assert (second.new, second.joined, second.changed) == ((), (), ())
    assert set(second.seen) == set(first.seen)


@given(documents)
def test_every_distinct_entry_is_stored(document: list[ParsedEntry]) -> None:
    assert len(decide(document).new) == len({entry.raw_hash for entry in document})
