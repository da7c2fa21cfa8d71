"""What is vouched for stands before what is only known, and what was taken back stands nowhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from caregiver_app.model.article import Trust
from caregiver_app.model.trust import Stamp, Stamps
from caregiver_app.trust.ordering import rank_of

OWN_SITE = Stamp(trust=Trust.NOT_CHECKED, own_site=True)


def of(stamp: Stamp, sharing: Stamp | None = None) -> int | None:
    return rank_of(Stamps(reading=stamp, sharing=sharing or stamp))


def test_the_order() -> None:
    order = (Trust.CHECKED, Trust.TRUSTED_SOURCE, Trust.WELL_KNOWN_SOURCE, Trust.CHECK_DUE)
    ranks = [of(Stamp(trust=trust)) for trust in order]
    assert ranks == [0, 0, 1, 2]
    assert of(OWN_SITE) == 3


@pytest.mark.parametrize(
    "stamp",
    [
        Stamp(trust=Trust.NOT_CHECKED),
        Stamp(trust=Trust.LEADS_ELSEWHERE),
        Stamp(trust=Trust.WITHDRAWN),
        replace(OWN_SITE, own_source=True),
        replace(OWN_SITE, did_not_pass=True),
    ],
    ids=["nobody", "elsewhere", "withdrawn", "own-source", "did-not-pass"],
)
def test_what_nobody_vouches_for_is_not_shown(stamp: Stamp) -> None:
    assert of(stamp) is None


@pytest.mark.parametrize("stamp", [Stamp(trust=Trust.CHECKED), OWN_SITE], ids=["checked", "listed"])
def test_what_anybody_withdrew_is_not_shown(stamp: Stamp) -> None:
    assert of(stamp, Stamp(trust=Trust.WITHDRAWN)) is None
