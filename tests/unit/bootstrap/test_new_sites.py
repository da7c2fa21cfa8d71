"""A site that a signed pack calls an organisation's own gives no trust until a person took it for that."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from caregiver_app.bootstrap.pack_steps import PreparedPack
from caregiver_app.library.store import Library
from caregiver_app.model.article import Trust
from caregiver_app.model.organisation import Organisation, Site
from caregiver_app.trust.judge import TrustJudge
from tests.helpers.installing import TRUSTED, a_link, all_of, an_owner, pack_of
from tests.helpers.library import a_library
from tests.helpers.organisations import put_organisation
from tests.helpers.trusted_stick import TrustedStick

ON = date(2026, 11, 23)
NHS = Site(host="www.nhs.uk")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    made = a_library(tmp_path)
    yield made
    made.close()


class Stick(TrustedStick):
    """With a pack that says whose a site is."""

    def prepared(self, version: int, *organisations: dict[str, Any], of: str = "charity") -> PreparedPack:
        """Sign a version, and return it ready to be installed."""
        page = a_link("page", "https://charity.org.uk/page", organisation=of)
        made = pack_of("evenings", version=version, links=[page], organisations=organisations)
        return self.sign("evenings", made, version=version)

    def page(self) -> Trust:
        """Return how the page of the pack stands, which nobody checked itself."""
        uid = next(row[0] for row in all_of(self.library)["item"] if row[0].endswith("/page"))
        item = self.library.item_uids.item_of(uid)
        assert item is not None
        return TrustJudge().stamps(self.library.trust_facts.of([item]), on=ON)[item].sharing.trust


CHARITY = an_owner("charity", "charity.org.uk", appraisal=TRUSTED)


def test_a_site_counts_from_a_persons_yes_on_and_for_that_organisation_alone(tmp_path: Path, library: Library) -> None:
    stick = Stick(tmp_path / "stick", library)
    before = all_of(library)
    first = stick.prepared(1, CHARITY)
    (site,) = first.changes.new_sites
    assert (site.name, site.site) == ("Charity", "charity.org.uk/")
    one = stick.packs.install(library, first)
    assert (stick.page(), library.organisations.known_sites()) == (Trust.NOT_CHECKED, ())
    two = stick.packs.install(library, first, accepted=[site])
    assert (stick.page(), len(library.organisations.known_sites())) == (Trust.TRUSTED_SOURCE, 1)
    stick.packs.undo(library, two)
    assert stick.page() is Trust.NOT_CHECKED
    stick.packs.redo(library, two)
    more = an_owner("charity", "charity.org.uk", appraisal=TRUSTED)
    more["sites"].append({"host": "charity-shop.example.com"})
    newer = stick.prepared(2, more)
    assert [each.site for each in newer.changes.new_sites] == ["charity-shop.example.com/"]
    stick.packs.install(library, newer)
    assert stick.page() is Trust.TRUSTED_SOURCE  # what was taken for true stays so, what is new waits
    assert len(library.organisations.known_sites()) == 1
    stick.packs.undo(library, two)
    stick.packs.undo(library, one)
    assert all_of(library) == before


def test_a_site_that_passes_to_somebody_else_waits_again(tmp_path: Path, library: Library) -> None:
    stick = Stick(tmp_path / "stick", library)
    first = stick.prepared(1, CHARITY)
    stick.packs.install(library, first, accepted=first.changes.new_sites)
    other = an_owner("other", "charity.org.uk", appraisal=TRUSTED)
    newer = stick.prepared(2, other, of="other")
    assert [(each.name, each.site) for each in newer.changes.new_sites] == [("Other", "charity.org.uk/")]
    stick.packs.install(library, newer)
    assert stick.page() is Trust.NOT_CHECKED


def test_a_site_that_looks_like_a_known_one_is_said_to_and_silences_no_warning(
    tmp_path: Path, library: Library
) -> None:
    real = Organisation(uid="starter/nhs", name="NHS", country="GB", homepage="", known="", sites=(NHS,))
    put_organisation(library, real, author="starter")
    stick = Stick(tmp_path / "stick", library)
    odd = an_owner("odd", "nhs.uk-login.com")
    prepared = stick.prepared(1, CHARITY, {**odd, "name": "NHS"})
    found = {site.site: (other.host, other.organisation) for site, other in prepared.imitating.items()}
    assert found == {"nhs.uk-login.com/": ("www.nhs.uk", "NHS")}
    stick.packs.install(library, prepared)
    assert [site.host for site in library.organisations.known_sites()] == ["www.nhs.uk"]
