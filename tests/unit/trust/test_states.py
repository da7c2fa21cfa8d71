"""States and stamps, worked out from facts and one day and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.library.trust_facts import ItemFacts, OrganisationFacts, Statement
from caregiver_app.model.article import Trust
from caregiver_app.model.time import Millis
from caregiver_app.model.trust import OWN, AuthorKind, ShareGround, Stamp, Stamps
from caregiver_app.trust.sharing_ground import sharing_ground
from caregiver_app.trust.states import stamps_of_item, stamps_of_organisation
from tests.helpers.appraisals import HARBOUR_HOST, NURSES, REGISTER, TODAY, a_statement, an_item, an_organisation
from tests.helpers.clock import MONDAY

NURSES_SIGNED = a_statement(NURSES, signed=True)
OVERDUE = replace(a_statement(), check_by=TODAY - timedelta(days=1))
CHANGED = ("feed1/article/1:xx", "main1:bb")


def stamps(
    item: ItemFacts, organisation: OrganisationFacts | None = None, *, on_site: bool | None = True, on: date = TODAY
) -> Stamps:
    return stamps_of_item(item, organisation or an_organisation(), on_site=on_site, on=on)


def reading(item: ItemFacts, organisation: OrganisationFacts | None = None, *, on_site: bool | None = True) -> Stamp:
    return stamps(item, organisation, on_site=on_site).reading


def test_nobody_looked() -> None:
    stamp = reading(an_item())
    assert (stamp.trust, stamp.author, stamp.checked_on) == (Trust.NOT_CHECKED, None, None)


def test_a_check_says_who_when_and_until() -> None:
    stamp = reading(an_item(a_statement()))
    assert stamp.trust is Trust.CHECKED
    assert stamp.author is not None
    assert (stamp.author.kind, stamp.checked_on, stamp.check_by) == (AuthorKind.OWN, TODAY, date(2028, 11, 23))
    assert (stamp.organisation, stamp.own_site) == ("Harbour Dementia Trust", True)


def test_the_last_day_counts_and_the_day_after_it_is_due() -> None:
    item = an_item(a_statement())
    assert stamps(item, on=date(2028, 11, 23)).reading.trust is Trust.CHECKED
    assert stamps(item, on=date(2028, 11, 24)).reading.trust is Trust.CHECK_DUE


def test_a_role_shows_only_where_a_signature_vouches_for_it() -> None:
    assert reading(an_item(NURSES_SIGNED)).role == "nurse"
    assert reading(an_item(a_statement())).role == ""
    assert reading(an_item(a_statement(NURSES))).role == ""


def test_a_check_that_did_not_pass_is_not_checked_and_says_so() -> None:
    known = an_organisation(register=REGISTER)
    stamp = reading(an_item(a_statement(vetted=False)), known)
    assert (stamp.trust, stamp.did_not_pass, stamp.checked_on) == (Trust.NOT_CHECKED, True, TODAY)


def test_a_changed_page_is_due_on_the_reviewers_own_computer() -> None:
    stamp = reading(replace(an_item(a_statement()), content_hashes=CHANGED))
    assert (stamp.trust, stamp.page_changed) == (Trust.CHECK_DUE, True)


def test_a_changed_page_says_so_on_a_familys_computer_and_stays_checked() -> None:
    stamp = reading(replace(an_item(NURSES_SIGNED), content_hashes=CHANGED))
    assert (stamp.trust, stamp.page_changed) == (Trust.CHECKED, True)


def test_hashes_of_another_rule_change_nothing() -> None:
    item = replace(an_item(a_statement()), content_hashes=("main2:zz", "feed1/article/9:zz"))
    assert reading(item).trust is Trust.CHECKED


def test_a_real_change_after_the_check_counts_and_one_before_it_does_not() -> None:
    later, earlier = Millis(MONDAY + 1), Millis(MONDAY - 1)
    assert reading(replace(an_item(a_statement()), changed_at=later)).page_changed
    assert not reading(replace(an_item(a_statement()), changed_at=earlier)).page_changed


def test_what_the_link_check_saw_counts_only_where_the_check_knew_no_hash_of_the_page() -> None:
    unknown = replace(a_statement(), content_hashes=("feed1/article/1:aa",))
    assert reading(replace(an_item(unknown), baseline_changed=True)).page_changed
    assert not reading(replace(an_item(a_statement()), baseline_changed=True)).page_changed


@pytest.mark.parametrize("author", [OWN, NURSES])
def test_at_another_address_nobodys_check_is_one_of_this_page(author: str) -> None:
    stamp = reading(replace(an_item(a_statement(author)), url=f"https://{HARBOUR_HOST}/cure"))
    assert (stamp.trust, stamp.page_changed) == (Trust.CHECK_DUE, True)
    assert sharing_ground(stamp) is None


def test_a_check_carries_the_title_and_the_address_that_were_checked() -> None:
    stamp = reading(replace(an_item(a_statement()), url=f"http://www.{HARBOUR_HOST}/falls?utm_source=x"))
    assert (stamp.title, stamp.address) == ("Falls at night", f"https://{HARBOUR_HOST}/falls")


def test_of_each_author_the_last_check_that_is_about_the_item_counts() -> None:
    beside = replace(a_statement(), tied=False, title="A cure")
    stranger = replace(an_item(beside, a_statement()), source_url="https://stranger.example.net/feed")
    assert reading(stranger, on_site=False).title == "Falls at night"
    assert len(stamps(stranger, on_site=False).statements) == 1


@pytest.mark.parametrize("day", [date(2040, 1, 1), date.max])
def test_no_check_counts_longer_than_the_rule_allows_whatever_was_written_down(day: date) -> None:
    """A file that somebody edited may name any day."""
    item = an_item(replace(a_statement(), check_by=day))
    assert stamps(item).reading.check_by == date(2028, 11, 23)
    assert stamps(item, on=date(2028, 11, 24)).reading.trust is Trust.CHECK_DUE
    organisation = an_organisation(replace(a_statement(), check_by=day))
    assert stamps_of_organisation(organisation, on=date(2027, 11, 23)).reading.trust is Trust.TRUSTED_SOURCE
    assert stamps_of_organisation(organisation, on=date(2027, 11, 24)).reading.trust is Trust.CHECK_DUE


@pytest.mark.parametrize("day", [TODAY + timedelta(days=2), date(2040, 1, 1), date.max])
def test_a_check_of_a_day_to_come_counts_for_nothing(day: date) -> None:
    ahead = replace(a_statement(), checked_on=day, check_by=date.max)
    assert reading(an_item(ahead)).trust is Trust.CHECK_DUE
    tomorrow = replace(a_statement(), checked_on=TODAY + timedelta(days=1))
    assert reading(an_item(tomorrow)).trust is Trust.CHECKED


def test_withdrawn_stays_withdrawn_whatever_the_day() -> None:
    gone = replace(NURSES_SIGNED, withdrawn_on=date(2030, 1, 1))
    for on in (date(2000, 1, 1), TODAY, date(2040, 1, 1)):
        assert stamps(an_item(gone), on=on).reading.trust is Trust.WITHDRAWN


def test_ones_own_check_counts_first_for_reading_and_the_most_careful_for_sharing() -> None:
    gone = replace(NURSES_SIGNED, withdrawn_on=TODAY)
    found = stamps(an_item(a_statement(), gone))
    assert (found.reading.trust, found.sharing.trust) == (Trust.CHECKED, Trust.WITHDRAWN)
    assert [stamp.trust for stamp in found.statements] == [Trust.CHECKED, Trust.WITHDRAWN]


CAREFUL = [
    (replace(NURSES_SIGNED, author="a", withdrawn_on=TODAY), Trust.WITHDRAWN),
    (a_statement("b", vetted=False), Trust.NOT_CHECKED),
    (replace(OVERDUE, author="c"), Trust.CHECK_DUE),
    (a_statement("d"), Trust.CHECKED),
]


@pytest.mark.parametrize("first", range(len(CAREFUL)))
def test_of_several_statements_the_most_careful_is_shared_in_whatever_order(first: int) -> None:
    statements = [statement for statement, _trust in CAREFUL[first:]]
    for order in permutations(statements):
        assert stamps(an_item(*order)).sharing.trust is CAREFUL[first][1]


def test_an_article_carries_its_organisations_state_on_its_own_site() -> None:
    vetted, known = an_organisation(a_statement()), an_organisation(register=REGISTER)
    assert reading(an_item(), vetted).trust is Trust.TRUSTED_SOURCE
    assert reading(an_item(), known).trust is Trust.WELL_KNOWN_SOURCE
    assert reading(an_item(), an_organisation(OVERDUE)).trust is Trust.CHECK_DUE
    assert reading(an_item(), an_organisation(OVERDUE)).inherited


def test_elsewhere_it_carries_none() -> None:
    stamp = reading(an_item(), an_organisation(a_statement(), register=REGISTER), on_site=False)
    assert (stamp.trust, stamp.own_site, stamp.register) == (Trust.LEADS_ELSEWHERE, False, "")


def test_where_nobody_knows_the_sites_it_carries_none_either() -> None:
    assert reading(an_item(), an_organisation(a_statement()), on_site=None).trust is Trust.NOT_CHECKED


def test_a_page_elsewhere_that_a_person_checked_is_checked() -> None:
    assert reading(an_item(a_statement()), on_site=False).trust is Trust.CHECKED


def test_a_known_organisation_names_its_register() -> None:
    stamp = stamps_of_organisation(an_organisation(register=REGISTER), on=TODAY).reading
    assert stamp.author is not None
    assert (stamp.trust, stamp.author.kind, stamp.author.name) == (
        Trust.WELL_KNOWN_SOURCE,
        AuthorKind.REGISTER,
        REGISTER,
    )


def test_an_organisation_that_did_not_pass_is_not_well_known_for_all_that() -> None:
    failed = an_organisation(a_statement(vetted=False), register=REGISTER)
    assert stamps_of_organisation(failed, on=TODAY).reading.trust is Trust.NOT_CHECKED
    assert reading(an_item(), failed).trust is Trust.NOT_CHECKED


def test_an_organisation_withdrawn_by_anybody_stops_the_sharing_of_what_was_checked() -> None:
    gone = an_organisation(replace(NURSES_SIGNED, withdrawn_on=TODAY))
    found = stamps(an_item(a_statement()), gone)
    assert (found.reading.trust, found.sharing.trust) == (Trust.CHECKED, Trust.WITHDRAWN)


@pytest.mark.parametrize(
    ("item", "organisation", "ground"),
    [
        (an_item(a_statement()), an_organisation(), ShareGround.CHECKED),
        (replace(an_item(NURSES_SIGNED), content_hashes=CHANGED), an_organisation(), None),
        (an_item(OVERDUE), an_organisation(register=REGISTER), None),
        (an_item(a_statement(vetted=False)), an_organisation(register=REGISTER), None),
        (an_item(), an_organisation(register=REGISTER), ShareGround.OWN_SITE),
        (an_item(), an_organisation(a_statement()), ShareGround.OWN_SITE),
        (an_item(), an_organisation(OVERDUE), None),
        (an_item(), an_organisation(OVERDUE, register=REGISTER), ShareGround.OWN_SITE),
        (an_item(), an_organisation(), None),
    ],
    ids=["checked", "changed", "overdue", "failed", "known", "vetted", "org-due", "org-due-known", "nobody"],
)
def test_on_what_ground_a_page_is_shared(
    item: ItemFacts, organisation: OrganisationFacts, ground: ShareGround | None
) -> None:
    assert sharing_ground(stamps(item, organisation).sharing) is ground


def test_nothing_elsewhere_is_shared_on_the_ground_of_its_organisation() -> None:
    found = stamps(an_item(), an_organisation(a_statement(), register=REGISTER), on_site=False)
    assert sharing_ground(found.sharing) is None


STATEMENTS = st.builds(
    replace,
    st.just(a_statement()),
    author=st.sampled_from([OWN, "a", "b"]),
    check_by=st.dates(date(2026, 11, 1), date(2026, 12, 31)),
    withdrawn_on=st.sampled_from([None, None, TODAY]),
    outcome=st.sampled_from([a_statement().outcome, a_statement(vetted=False).outcome]),
)


@given(st.lists(STATEMENTS, max_size=3, unique_by=lambda statement: statement.author), st.booleans())
def test_sharing_is_never_less_careful_than_any_statement(said: list[Statement], changed: bool) -> None:
    item = replace(an_item(*said), content_hashes=CHANGED if changed else an_item().content_hashes)
    found = stamps(item)
    one_is_bad = any(
        each.withdrawn_on or each.outcome is not a_statement().outcome or each.check_by < TODAY for each in said
    )
    if one_is_bad or changed or not said:
        assert sharing_ground(found.sharing) is None
    else:
        assert sharing_ground(found.sharing) is ShareGround.CHECKED
