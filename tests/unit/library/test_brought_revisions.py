"""What a guide said before: kept when a pack changes its words, so that whoever passed it on is told."""

from __future__ import annotations

from datetime import date

import pytest

from caregiver_app.library.revisions import Revisions
from caregiver_app.library.store import Library
from caregiver_app.model.article import ItemId, Revision
from caregiver_app.model.card import Channel
from caregiver_app.model.installed_pack import PackUid
from caregiver_app.model.time import Millis
from tests.helpers.clock import MONDAY
from tests.helpers.installing import NORTHFIELD, a_guide, install, pack_of
from tests.helpers.library import LATER

LAMP, RADIO = "Turn on a *lamp*.\n", "Turn on the *radio*.\n"
MUCH_LATER = Millis(LATER + 1_000)


def put(library: Library, version: int, text: str, *, at: Millis, slug: str = "evenings") -> PackUid:
    """Install a pack with one guide."""
    archive = pack_of(slug, version=version, texts={"guides/g.md": text}, guides=[a_guide("g")])
    return install(library, archive, NORTHFIELD, at=at)


def guide_of(library: Library) -> ItemId:
    found = library.item_uids.item_of("channel1/northfield/g")
    assert found is not None
    return found


def earlier(library: Library) -> tuple[Revision, ...]:
    return Revisions(vars(library)["_database"]).of(guide_of(library))


def share(library: Library) -> None:
    library.shares.add([guide_of(library)], [], Channel.TEXT, day=date(2026, 11, 23))


def test_new_words_keep_the_ones_before_and_whoever_shared_them_is_told(library: Library) -> None:
    put(library, 1, LAMP, at=MONDAY)
    share(library)
    assert library.shares.changed_since() == frozenset()
    put(library, 2, RADIO, at=LATER)
    put(library, 3, "Close the blinds.\n", at=MUCH_LATER)
    first, second = earlier(library)
    assert (first.title, first.text, first.seen_at) == ("g", "Turn on a lamp.", MONDAY)
    assert "<em>lamp</em>" in first.html
    assert (second.text, second.seen_at) == ("Turn on the radio.", LATER)
    assert library.shares.changed_since() == {guide_of(library)}


@pytest.mark.parametrize("text", [LAMP, "Turn on a **lamp**.\n"], ids=["the same", "other markup"])
def test_a_version_with_the_same_words_is_no_change(library: Library, text: str) -> None:
    put(library, 1, LAMP, at=MONDAY)
    share(library)
    put(library, 2, text, at=LATER)
    assert earlier(library) == ()
    assert library.shares.changed_since() == frozenset()


def test_an_update_that_is_taken_back_is_no_news(library: Library) -> None:
    put(library, 1, LAMP, at=MONDAY)
    share(library)
    put(library, 2, RADIO, at=LATER)
    put(library, 1, LAMP, at=MUCH_LATER)
    assert earlier(library) == ()
    assert library.shares.changed_since() == frozenset()
    put(library, 2, RADIO, at=MUCH_LATER)
    assert [revision.seen_at for revision in earlier(library)] == [MONDAY]


def test_one_that_was_passed_on_in_between_has_changed(library: Library) -> None:
    put(library, 1, LAMP, at=MONDAY)
    put(library, 2, RADIO, at=LATER)
    share(library)
    put(library, 1, LAMP, at=MUCH_LATER)
    assert [revision.text for revision in earlier(library)] == ["Turn on a lamp.", "Turn on the radio."]
    assert library.shares.changed_since() == {guide_of(library)}


def test_what_a_person_keeps_of_earlier_words_stays(library: Library) -> None:
    put(library, 1, LAMP, at=MONDAY)
    put(library, 2, RADIO, at=LATER)
    library.revisions_kept.set(guide_of(library), 1, True, at=LATER)
    put(library, 1, LAMP, at=MUCH_LATER)
    assert [revision.kept for revision in earlier(library)] == [True, False]


def test_another_pack_that_goes_gives_back_the_words_of_the_one_that_stays(library: Library) -> None:
    put(library, 1, LAMP, at=MONDAY)
    other = put(library, 2, RADIO, at=LATER, slug="nights")
    assert [revision.text for revision in earlier(library)] == ["Turn on a lamp."]
    library.packs.remove(other, at=MUCH_LATER)
    assert earlier(library) == ()
