"""Every word that a person typed is read before it leaves: links without a scheme, and titles of links of one's own."""

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
from caregiver_app.model.card import Channel, Draft, ShareForm, ToShare
from caregiver_app.model.errors import ShareError
from caregiver_app.model.guard import FindingKind
from caregiver_app.model.trust import SubjectKind
from tests.helpers.clock import StillClock
from tests.helpers.library import a_library, an_article, store
from tests.helpers.sharing import add_its_source, add_organisation

TEXT = ShareForm(channel=Channel.TEXT)
ADDRESS = "https://example.org/falls"


@pytest.fixture
def sharing(tmp_path: Path) -> Sharing:
    """The way out of a folder without care notes."""
    return Sharing(Guarding(Care(Paths(data_dir=tmp_path), StillClock())), StillClock())


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A library that knows Example Carers, whose own site is example.org."""
    opened = a_library(tmp_path)
    add_organisation(opened)
    yield opened
    opened.close()


def link(library: Library, title: str) -> ToShare:
    """Return a link that a person added under a title of their own."""
    return ToShare(subject=Appraising(StillClock()).add_link(library, ADDRESS, title=title))


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
    draft = Draft(things=(link(library, "From https://example.org/a?utm_source=joan&mc_eid=1a2b3c4d5e"),))
    (finding,) = sharing.judge(library, draft).open_findings
    assert (finding.finding.kind, finding.title_of) == (FindingKind.PRIVATE_LINK, 0)


def test_a_title_of_ones_own_is_read_also_once_its_page_came_by_a_feed(sharing: Sharing, library: Library) -> None:
    shared = link(library, "For Mrs Margaret Holt, NHS 943 476 5919")
    before = sharing.judge(library, Draft(things=(shared,))).open_findings
    (page,) = store(library, add_its_source(library), an_article("falls", link=ADDRESS))
    library.subjects.tie(ItemId(shared.subject.id), page)
    assert shared.subject.kind is SubjectKind.LINK
    after = sharing.judge(library, Draft(things=(shared,))).open_findings
    assert FindingKind.NATIONAL_NUMBER in {each.finding.kind for each in after}
    assert len(after) == len(before)
    with pytest.raises(ShareError):
        sharing.release(library, Draft(things=(shared,)), TEXT)
