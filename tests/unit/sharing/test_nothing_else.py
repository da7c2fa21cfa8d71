"""Nothing gets into a share but its cards and typed words: no private word, no trace of who made it, where and when."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from pathlib import Path

import pytest

from caregiver_app.bootstrap.care import Care
from caregiver_app.bootstrap.guarding import Guarding
from caregiver_app.bootstrap.helping import Helping
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.public_sheets import PublicSheets
from caregiver_app.bootstrap.sharing import Sharing
from caregiver_app.library.store import Library
from caregiver_app.model.article import ItemId, MarkKind
from caregiver_app.model.card import Channel, Draft, PictureForm, ShareForm, ToShare
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.sheets.wishes import PublicWish
from caregiver_app.model.time import Millis, from_datetime
from caregiver_app.model.trust import Answer, Answers, Point, Reviewer, Subject, SubjectKind
from caregiver_app.paper.as_text import as_text
from caregiver_app.vault.records.notes import NewNote
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.command_line import ROOT
from tests.helpers.library import a_library, an_article, store
from tests.helpers.markers import new_marker, ways_in, writings_of
from tests.helpers.read_codes import code_in, code_of
from tests.helpers.share_fingerprints import fingerprints
from tests.helpers.shared_files import everything_in, read_pdf, words_of
from tests.helpers.sharing import add_its_source, add_organisation, check
from tests.helpers.vaults import open_made_care

FORMS = (
    *(ShareForm(channel=channel) for channel in Channel),
    ShareForm(channel=Channel.QR, picture=PictureForm.SVG),
)
DRAWN = tuple(form for form in FORMS if form.channel in (Channel.QR, Channel.FLYER))
LINK = "https://example.org/falls"
SPRING = from_datetime(datetime(2027, 3, 1, 23, 30, tzinfo=UTC))


def mark_everything(library: Library, marker: str) -> ItemId:
    """Write a word wherever the library keeps something that is nobody's business, around a page that may leave."""
    add_organisation(library)
    source_id = add_its_source(library)
    library.sources.set_title(source_id, marker)
    link = f"https://{marker.rstrip('é')}@example.org/falls?utm_source={marker}&fbclid={marker}#:~:text={marker}"
    page, other = store(
        library,
        source_id,
        an_article("falls", text=f"{marker} said that", link=link),
        an_article(marker, link="https://example.org/other"),
    )
    reviewer = Reviewer(role=marker, name=marker, organisation=marker)
    answers = Answers(given={Point.SELLING: Answer.NO}, reasons={Point.SELLING: marker})
    check(library, page, reviewer=reviewer, answers=answers)
    library.marks.set([page, other], MarkKind.STARRED, True, at=MONDAY)
    library.collections.add(library.collections.make(marker, at=MONDAY), [page], at=MONDAY)
    library.choices.put("proxy", marker)
    return page


def shared(sharing: Sharing, library: Library, item: ItemId) -> Mapping[ShareForm, bytes]:
    """Return what leaves in each form."""
    thing = ToShare(subject=Subject(kind=SubjectKind.ARTICLE, id=item))
    draft = Draft(things=(thing,), message="This helped us.")
    return {form: sharing.release(library, draft, form).data for form in FORMS}


def shared_around(marker: str, place: Path) -> Mapping[ShareForm, bytes]:
    """Return what leaves a computer where the notes are open and all is full of a word, even the folder's name."""
    folder = place / marker
    care = open_made_care(folder)
    vault = care.open()
    vault.people.add(marker, at=MONDAY)
    vault.notes.add(NewNote(text=marker), at=MONDAY)
    vault.close()
    library = a_library(folder)
    item = mark_everything(library, marker)
    guarding = Guarding(care)
    sharing = Sharing(guarding, StillClock())
    made = shared(sharing, library, item)
    (candidate,) = sharing.candidates(library, [ToShare(subject=Subject(kind=SubjectKind.ARTICLE, id=item))])
    assert ways_in([repr(candidate.card).encode()], writings_of(marker)) == []
    public = PublicSheets(sharing, guarding, Helping(), StillClock())
    wish = PublicWish(kind=SheetKind.RESOURCE_LIST, subjects=(Subject(kind=SubjectKind.ARTICLE, id=item),))
    sheet = as_text([public.make(library, wish)])
    assert "example.org/falls" in sheet
    assert ways_in([sheet.encode()], writings_of(marker)) == []
    library.close()
    care.lock()
    return made


def test_a_word_in_every_private_place_is_in_no_byte_of_a_share(tmp_path: Path) -> None:
    """Not as words, not in a code; and what only draws words is the same, to the last byte, around another word."""
    marker = new_marker()
    made = shared_around(marker, tmp_path)
    for form, data in made.items():
        assert ways_in(everything_in(data), writings_of(marker)) == [], form
    for form in DRAWN:
        assert code_in(made[form]) == code_of(LINK), form
    assert made == shared_around(new_marker(), tmp_path)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.channel.value}-{form.picture.value}")
def test_the_search_finds_what_it_looks_for(form: ShareForm, tmp_path: Path) -> None:
    """A typed word is found in every form that holds text, and makes others of those that draw it."""
    sharing, library, item = a_computer(tmp_path, StillClock(), UTC)
    thing = ToShare(subject=Subject(kind=SubjectKind.ARTICLE, id=item))
    said, without = (
        sharing.release(library, Draft(things=(thing,), message=message), form).data
        for message in ("Zanzibar helps", "This helps")
    )
    library.close()
    assert said != without
    assert form not in DRAWN or code_in(said) != code_of(f"{LINK}?utm_source=zanzibar")
    assert (ways_in(everything_in(said), {"typed": b"zanzibar"}) == ["typed"]) is (form.channel is not Channel.QR)


def a_computer(folder: Path, clock: StillClock, zone: tzinfo, *, before: int = 0) -> tuple[Sharing, Library, ItemId]:
    """Return the way out of a computer in some place at some time, with a page that may leave."""
    library = a_library(folder, clock)
    add_organisation(library)
    source_id = add_its_source(library)
    store(library, source_id, *(an_article(f"earlier {n}") for n in range(before)))
    (item,) = store(library, source_id, an_article("falls", link="https://example.org/falls"), at=clock.now())
    check(library, item)
    return Sharing(Guarding(Care(Paths(data_dir=folder), clock)), clock, zone=zone), library, item


def test_two_computers_on_two_days_write_the_same_bytes_and_on_paper_only_the_day(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "of somebody else").mkdir()
    east, west = timezone(timedelta(hours=13)), timezone(timedelta(hours=-10))
    one = a_computer(tmp_path / "a", StillClock(), east)
    two = a_computer(tmp_path / "of somebody else", StillClock(Millis(SPRING)), west, before=7)
    assert one[2] != two[2]
    here, there = shared(*one), shared(*two)
    assert {form for form in FORMS if here[form] != there[form]} == {ShareForm(channel=Channel.FLYER)}
    words = [words_of(read_pdf(made[ShareForm(channel=Channel.FLYER)])) for made in (here, there)]
    assert words[0].replace("23 November 2026", "1 March 2027") == words[1]
    one[1].close()
    two[1].close()


def test_two_people_in_two_places_write_the_same_bytes(tmp_path: Path) -> None:
    """Whoever runs it, wherever, in whatever zone and folder: a process of its own says the same as this one."""
    home = tmp_path / "home of somebody"
    home.mkdir()
    of_somebody = {
        **dict.fromkeys(("USER", "LOGNAME", "USERNAME", "NAME"), "somebody"),
        **dict.fromkeys(("HOME", "TMPDIR", "XDG_CACHE_HOME"), str(home)),
        "TZ": "Pacific/Auckland",
        "HOSTNAME": "their-computer",
        "PYTHONHASHSEED": "4711",
        "PYTHONPATH": str(ROOT),
        "SOURCE_DATE_EPOCH": "1000000000",
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.helpers.share_fingerprints"],
        cwd=home,
        env={**os.environ, **of_somebody},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines() == fingerprints()
