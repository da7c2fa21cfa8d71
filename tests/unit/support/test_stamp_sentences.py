"""What a trust stamp says: whose check, of which day, until when, and never more than somebody looked at."""

from __future__ import annotations

from datetime import date

import pytest

from caregiver_app.model.article import Trust
from caregiver_app.model.trust import Author, AuthorKind, Stamp
from caregiver_app.support.sentences.stamps import day_words, stamp_sentences, stamp_word

CHECKED_ON, CHECK_BY = date(2026, 11, 23), date(2028, 11, 23)
OWN = Author(kind=AuthorKind.OWN)
NURSES = Author(kind=AuthorKind.PUBLISHER, name="Northfield Nurses", signed=True)


def a_stamp(trust: Trust, **said: object) -> Stamp:
    """Return a stamp of the Harbour Trust."""
    fields = {"organisation": "Harbour Trust", "checked_on": CHECKED_ON, "check_by": CHECK_BY, **said}
    return Stamp(trust=trust, **fields)  # type: ignore[arg-type]  # fields by name


@pytest.mark.parametrize(
    ("author", "word"),
    [(OWN, "Checked by you"), (NURSES, "Checked by Northfield Nurses"), (None, "Checked")],
    ids=["own", "publisher", "nobody-named"],
)
def test_a_check_says_whose_it_is(author: Author | None, word: str) -> None:
    assert stamp_word(a_stamp(Trust.CHECKED, author=author)) == word


def test_one_s_own_check_says_when_and_until_when() -> None:
    assert stamp_sentences(a_stamp(Trust.CHECKED, author=OWN)) == (
        "You checked it on 23 November 2026.",
        "This counts until 23 November 2028.",
    )


def test_a_professional_role_is_named_only_from_a_signed_pack() -> None:
    signed = stamp_sentences(a_stamp(Trust.CHECKED, author=NURSES, role="nurse"))
    unsigned = Author(kind=AuthorKind.PUBLISHER, name="Northfield Nurses")
    assert signed[0] == "Checked by Northfield Nurses (nurse, signed) on 23 November 2026."
    assert stamp_sentences(a_stamp(Trust.CHECKED, author=unsigned, role="nurse"))[0] == (
        "Checked by Northfield Nurses on 23 November 2026."
    )


def test_a_page_of_a_site_says_that_nobody_checked_the_page() -> None:
    for trust in (Trust.TRUSTED_SOURCE, Trust.WELL_KNOWN_SOURCE):
        said = stamp_sentences(a_stamp(trust, author=OWN, own_site=True, inherited=True))
        assert said[0] == "From Harbour Trust’s own site. Not checked by a person."
    due = stamp_sentences(a_stamp(Trust.CHECK_DUE, author=OWN, own_site=True, inherited=True))
    assert due[0] == "From Harbour Trust’s own site. Not checked by a person."
    assert "Nobody has looked at the organisation again yet." in due[-1]


def test_an_organisation_s_own_stamp_says_who_checked_it() -> None:
    said = stamp_sentences(a_stamp(Trust.TRUSTED_SOURCE, author=OWN), of_organisation=True)
    assert said == ("You checked it on 23 November 2026.", "This counts until 23 November 2028.")


def test_what_did_not_pass_is_not_checked_and_says_that_somebody_looked() -> None:
    stamp = a_stamp(Trust.NOT_CHECKED, author=OWN, did_not_pass=True, own_source=True)
    assert stamp_word(stamp) == "Not checked"
    assert (
        stamp_sentences(stamp)[0]
        == "You looked at it on 23 November 2026. By your answers it does not count as checked."
    )


def test_one_s_own_source_is_nobody_else_s_to_judge() -> None:
    stamp = Stamp(trust=Trust.NOT_CHECKED, own_source=True)
    assert stamp_word(stamp) == "Your source"
    assert stamp_sentences(stamp) == ("You added this source yourself. Nobody else has judged it.",)


def test_a_changed_page_is_due_and_not_wrong() -> None:
    (_, why) = stamp_sentences(a_stamp(Trust.CHECK_DUE, author=OWN, page_changed=True))
    assert why == "The page changed since then. It is not wrong because of that, but look at it again."
    (_, passed) = stamp_sentences(a_stamp(Trust.CHECK_DUE, author=OWN))
    assert passed.startswith("That counted until 23 November 2028.")


def test_a_withdrawn_check_is_not_to_be_passed_on() -> None:
    assert stamp_sentences(a_stamp(Trust.WITHDRAWN, author=NURSES)) == (
        "Northfield Nurses has taken this back.",
        "Do not pass it on.",
    )


def test_the_register_of_a_known_body_is_named() -> None:
    said = stamp_sentences(a_stamp(Trust.WELL_KNOWN_SOURCE, register="Charity Commission", checked_on=None))
    assert said[-1] == "Harbour Trust is listed in: Charity Commission."


@pytest.mark.parametrize("trust", list(Trust))
@pytest.mark.parametrize("of_organisation", [False, True], ids=["page", "organisation"])
def test_every_state_says_something_even_with_nothing_else_known(trust: Trust, of_organisation: bool) -> None:
    stamp = Stamp(trust=trust)
    assert stamp_word(stamp)
    assert all(stamp_sentences(stamp, of_organisation=of_organisation))
    assert stamp_sentences(stamp, of_organisation=of_organisation)


def test_a_day_is_the_calendar_s_own_day_in_every_zone() -> None:
    assert day_words(date(2026, 1, 1)) == "1 January 2026"
