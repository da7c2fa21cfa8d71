"""Every word of a share is read before it leaves: typed ones for all, what came by a feed for words of care notes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from caregiver_app.bootstrap.appraising import Appraising
from caregiver_app.bootstrap.care import Care
from caregiver_app.bootstrap.guarding import Guarding
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.sharing import Sharing
from caregiver_app.library.store import Library
from caregiver_app.model.article import ItemId
from caregiver_app.model.card import CardPart, Channel, Draft, ShareForm, ToShare
from caregiver_app.model.errors import ShareError
from caregiver_app.model.guard import FindingKind
from caregiver_app.model.trust import Subject, SubjectKind
from caregiver_app.vault.records.medicines import MedicineText
from tests.helpers.appraisals import say
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.library import a_library, an_article, store
from tests.helpers.locking_care import LockedMeanwhile
from tests.helpers.sharing import add_its_source, add_organisation
from tests.helpers.vaults import PASSPHRASE, locked_care, open_made_care

TEXT = ShareForm(channel=Channel.TEXT)
ADDRESS = "https://example.org/falls"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A library that knows Example Carers, whose own site is example.org."""
    opened = a_library(tmp_path)
    add_organisation(opened)
    yield opened
    opened.close()


def link(library: Library, title: str, address: str = ADDRESS) -> ToShare:
    """Return a link that a person added under a title of their own."""
    return ToShare(subject=Appraising(StillClock()).add_link(library, address, title=title))


def checked_link(library: Library, title: str) -> ToShare:
    """Return such a link that somebody checked: it leaves under that title."""
    thing = link(library, title)
    say(library, thing.subject)
    return thing


def page(library: Library, title: str, address: str = ADDRESS) -> ToShare:
    """Return a page that a feed of Example Carers brought."""
    (item,) = store(library, add_its_source(library), an_article(title, link=address))
    return ToShare(subject=Subject(kind=SubjectKind.ARTICLE, id=item))


def knowing(folder: Path, *words: str) -> Care:
    """Return open care notes with medicines of these names."""
    care = open_made_care(folder)
    vault = care.open()
    for word in words:
        vault.medicines.add(MedicineText(name=word), at=MONDAY)
    vault.close()
    return care


@pytest.mark.parametrize(
    "typed",
    [
        "nhs.uk/reset?token=8f3b2c1d9e8f7a6b5c4d3e2f",
        "eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org&data=joan%40example.org",
        "example.org/a?utm_source=b",
        "hxxps://example[.]org/a?utm_source=b",
    ],
)
def test_a_link_is_read_without_the_signs_before_it_too(sharing: Sharing, library: Library, typed: str) -> None:
    draft = Draft(things=(link(library, "Falls"),), message=f"See {typed}.")
    assert [each.finding.text for each in sharing.judge(library, draft).open_findings] == [typed]
    with pytest.raises(ShareError):
        sharing.release(library, draft, TEXT)


def test_names_of_sites_alone_pass(sharing: Sharing, library: Library) -> None:
    draft = Draft(things=(link(library, "Falls"),), message="See nhs.uk and example.org/falls, or ask there.")
    assert sharing.judge(library, draft).may_leave


def test_links_in_a_title_of_ones_own_are_read(sharing: Sharing, library: Library) -> None:
    draft = Draft(things=(checked_link(library, "From https://example.org/a?utm_source=joan&mc_eid=1a2b3c4d5e"),))
    (finding,) = sharing.judge(library, draft).open_findings
    assert (finding.finding.kind, finding.page, finding.part) == (FindingKind.PRIVATE_LINK, 0, CardPart.TITLE)


def test_a_title_of_ones_own_is_read_also_once_its_page_came_by_a_feed(sharing: Sharing, library: Library) -> None:
    shared = checked_link(library, "For Mrs Margaret Holt, NHS 943 476 5919")
    before = sharing.judge(library, Draft(things=(shared,))).open_findings
    (page,) = store(library, add_its_source(library), an_article("falls", link=ADDRESS))
    library.subjects.tie(ItemId(shared.subject.id), page)
    assert shared.subject.kind is SubjectKind.LINK
    after = sharing.judge(library, Draft(things=(shared,))).open_findings
    assert FindingKind.NATIONAL_NUMBER in {each.finding.kind for each in after}
    assert len(after) == len(before)
    with pytest.raises(ShareError):
        sharing.release(library, Draft(things=(shared,)), TEXT)


@pytest.mark.parametrize(
    ("title", "address", "part"),
    [
        ("Zolpitrane and sleep", ADDRESS, CardPart.TITLE),
        ("Sleep", "https://example.org/medicines/zolpitrane-at-night", CardPart.LINK),
        ("Sleep", "https://example.org/%7Aolpi%74rane.html", CardPart.LINK),
        ("Sleep", "https://example.org/a?topic=%257Aolpitrane", CardPart.LINK),
    ],
    ids=["title", "link", "encoded", "twice"],
)
def test_words_of_the_care_notes_are_found_on_a_card_that_came_by_a_feed(
    library: Library, tmp_path: Path, title: str, address: str, part: CardPart
) -> None:
    care = knowing(tmp_path, "zolpitrane")
    draft = Draft(things=(page(library, title, address),), message="See this.")
    sharing = Sharing(Guarding(care), StillClock())
    (finding,) = sharing.judge(library, draft).open_findings
    assert (finding.finding.kind, finding.page, finding.part) == (FindingKind.PRIVATE_WORD, 0, part)
    assert finding.finding.text.casefold() == "zolpitrane"
    with pytest.raises(ShareError):
        sharing.release(library, draft, TEXT)
    care.lock()


def test_of_a_card_that_came_by_a_feed_nothing_else_is_found(library: Library, tmp_path: Path) -> None:
    care = knowing(tmp_path, "zolpitrane")
    told = page(library, "My mother Joan, 83, rings 07911 123456", "https://example.org/my-mother-joan-is-83")
    assert Sharing(Guarding(care), StillClock()).judge(library, Draft(things=(told,))).may_leave
    care.lock()


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("https://example.org/from/%2Fhome%2Fjoan%2Ffalls.pdf", FindingKind.FILE_PATH),
        ("https://example.org/my-mother-Joan", FindingKind.NAME),
        ("https://example.org/our-nhs-number-is-943-476-5919", FindingKind.NATIONAL_NUMBER),
    ],
    ids=["path", "name", "number"],
)
def test_a_link_of_ones_own_is_read_for_everything(
    sharing: Sharing, library: Library, address: str, kind: FindingKind
) -> None:
    found = sharing.judge(library, Draft(things=(link(library, "Falls", address),))).open_findings
    assert (kind, CardPart.LINK) in {(each.finding.kind, each.part) for each in found}
    assert {each.finding.kind for each in found} == {kind}


@pytest.mark.parametrize("before", ["See this.", "Zolpitrane and sleep"], ids=["message", "title"])
def test_notes_that_are_locked_while_it_reads_are_said_to_be_locked(
    library: Library, tmp_path: Path, before: str
) -> None:
    """What was read before the lock and what was read after it are not put together into one answer."""
    knowing(tmp_path, "zolpitrane").lock()
    care = LockedMeanwhile(Paths(data_dir=tmp_path), StillClock(), before=before)
    care.unlock(PASSPHRASE)
    draft = Draft(things=(page(library, "Zolpitrane and sleep"),), message="See this.")
    (finding,) = Sharing(Guarding(care), StillClock()).judge(library, draft).open_findings
    assert finding.finding.kind is FindingKind.PRIVATE_WORDS_UNCHECKED


def test_locked_notes_are_said_once_however_many_texts_are_read(library: Library, tmp_path: Path) -> None:
    locked_care(tmp_path)
    sharing = Sharing(Guarding(Care(Paths(data_dir=tmp_path), StillClock())), StillClock())
    draft = Draft(things=(link(library, "Falls"),), message="See this.")
    (finding,) = sharing.judge(library, draft).open_findings
    assert (finding.finding.kind, finding.page) == (FindingKind.PRIVATE_WORDS_UNCHECKED, None)
