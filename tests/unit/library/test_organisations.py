"""Organisations keep the sites that each author states."""

from __future__ import annotations

from dataclasses import replace

from caregiver_app.library.store import Library
from caregiver_app.model.organisation import Organisation, Site
from tests.helpers.organisations import put_organisation

TRUST = Organisation(
    uid="org/trust",
    name="The Trust",
    country="GB",
    homepage="https://trust.example/",
    known="charity register",
    sites=(
        Site(host="trust.example", exceptions=("/forum", "/comments")),
        Site(host="www.gov.example", path_prefix="/trust"),
    ),
)


def test_an_organisation_comes_back_as_it_was_put(library: Library) -> None:
    assert library.organisations.get(put_organisation(library, TRUST, author="starter")) == TRUST


def test_sites_of_another_author_stay(library: Library) -> None:
    number = put_organisation(library, TRUST, author="starter")
    theirs = Site(host="other.example", stated_by="pack/a")
    put_organisation(library, replace(TRUST, sites=(theirs,)), author="pack/a")
    found = library.organisations.get(number)
    assert found is not None
    assert set(found.sites) == {*TRUST.sites, theirs}


def test_one_that_is_not_there_is_none(library: Library) -> None:
    assert library.organisations.get(7) is None
