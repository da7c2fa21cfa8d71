"""Organisations keep the sites that each author states."""

from __future__ import annotations

from dataclasses import replace

from caregiver_app.library.store import Library
from caregiver_app.model.organisation import Organisation, Site

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
    assert library.organisations.get(library.organisations.put(TRUST, author="starter")) == TRUST


def test_putting_it_again_brings_its_facts_up_to_date_under_the_same_id(library: Library) -> None:
    first = library.organisations.put(TRUST, author="starter")
    newer = replace(TRUST, name="The New Trust", sites=TRUST.sites[:1])
    assert library.organisations.put(newer, author="starter") == first
    assert library.organisations.get(first) == newer
    assert library.organisations.id_of("org/trust") == first


def test_sites_of_another_author_stay(library: Library) -> None:
    organisation_id = library.organisations.put(TRUST, author="starter")
    theirs = Site(host="other.example", stated_by="pack/a")
    library.organisations.put(replace(TRUST, sites=(theirs,)), author="pack/a")
    found = library.organisations.get(organisation_id)
    assert found is not None
    assert set(found.sites) == {*TRUST.sites, theirs}


def test_a_newer_statement_without_sites_takes_the_authors_old_ones_back(library: Library) -> None:
    organisation_id = library.organisations.put(TRUST, author="starter")
    library.organisations.put(replace(TRUST, sites=()), author="starter")
    found = library.organisations.get(organisation_id)
    assert found is not None
    assert found.sites == ()


def test_one_that_is_not_there_is_none(library: Library) -> None:
    assert library.organisations.get(7) is None
    assert library.organisations.id_of("org/none") is None
