"""A link that was typed is as clean as one on a card, or it is a detail to settle; clean ones raise no alarm."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.model.guard import Finding, FindingKind, Level
from caregiver_app.sharing.typed_links import with_typed_links
from caregiver_app.support.sentences.guard import finding_reason, finding_suggestion
from tests.helpers.guarding import findings, messages


def found(text: str) -> list[Finding]:
    return list(with_typed_links(text, findings(text)))


@pytest.mark.parametrize(
    ("link", "clean"),
    [
        ("https://www.nhs.uk/falls?utm_source=news", "https://www.nhs.uk/falls"),
        ("https://www.nhs.uk/falls?fbclid=IwAR0abcDEF123456789abcdefGHIJKL", "https://www.nhs.uk/falls"),
        ("https://www.nhs.uk/falls#:~:text=my%20mother", "https://www.nhs.uk/falls"),
        ("https://joan:pw@www.nhs.uk/falls", "https://www.nhs.uk/falls"),
        ("https://example.org/falls?member=90210", ""),
        ("https://example.org/reset?token=8f3b9c1d7e6a5b4c3d2e1f0a9b8c7d6e", ""),
    ],
    ids=["tracking", "click", "quoted-text", "login", "in-doubt", "key"],
)
def test_a_link_that_tells_something_is_found_with_its_clean_form(link: str, clean: str) -> None:
    text = f"👋 See ({link}), please."
    (finding,) = found(text)
    assert finding.kind is FindingKind.PRIVATE_LINK
    assert (text[finding.start : finding.end], finding.text) == (link, link)
    assert finding_suggestion(finding) == clean
    assert finding_reason(finding).endswith(".")


def test_the_clean_form_settles_it() -> None:
    text = "See https://www.nhs.uk/falls?utm_source=news and https://example.org/a."
    (finding,) = found(text)
    assert found(text.replace(finding.text, finding_suggestion(finding))) == []


def test_messages_without_a_detail_raise_no_alarm() -> None:
    assert [each.text for each in messages("clean") if with_typed_links(each.text, ())] == []


@given(st.text(max_size=80), st.sampled_from(["https://example.org/a?utm_source=b", "https://example.org/a"]))
def test_a_place_always_holds_what_it_names(words: str, link: str) -> None:
    text = f"{words} {link} {words}"
    for each in with_typed_links(text, ()):
        assert text[each.start : each.end] == each.text


def test_other_findings_stay_and_nothing_is_found_twice() -> None:
    text = "Ring 07911 123456, see https://joan@example.com/x?utm_source=a or https://example.org/b?utm_source=c."
    kinds = [each.kind for each in found(text)]
    assert kinds.count(FindingKind.PHONE) == 1
    assert [each.start for each in found(text)] == sorted(each.start for each in found(text))
    assert all(one.end <= two.start for one, two in zip(found(text), found(text)[1:], strict=False))


@pytest.mark.parametrize(
    "within",
    ["joan@example.org", "07911 123456", "192.168.1.24", "Rosalind", "12/03/1941"],
    ids=["e-mail", "phone", "computer", "private-word", "day"],
)
def test_a_link_is_cleaned_whatever_was_found_inside(within: str) -> None:
    """To keep a detail in a link keeps no click id: both are one detail, which the clean link settles or nothing."""
    place = within.replace(" ", "-")
    text = f"See https://www.nhs.uk/{place}?fbclid=IwAR0abcDEF123456789abcdefGHIJKL now"
    start = text.index(place)
    inner = Finding(kind=FindingKind.PRIVATE_WORD, start=start, end=start + len(place), text=place, rule="name")
    for known in ((), (inner,), findings(text), (*findings(text), inner)):
        (finding,) = with_typed_links(text, known)
        assert (finding.kind, finding.text) == (FindingKind.PRIVATE_LINK, text[4:-4])
        assert "fbclid" not in finding_suggestion(finding)


def test_a_detail_that_reaches_out_of_a_link_goes_with_it() -> None:
    text = "Joan https://joan:pw@www.nhs.uk/a?utm_source=b"
    inner = Finding(kind=FindingKind.PRIVATE_WORD, start=0, end=17, text=text[:17], rule="name")
    (finding,) = with_typed_links(text, [inner])
    assert (finding.kind, finding.text, finding_suggestion(finding)) == (FindingKind.PRIVATE_LINK, text, "")


LEADING_ON = "https://www.nhs.uk/redirect?to=https%3A%2F%2Fsupper.example.net%2Fpowder"


def test_a_typed_link_that_leads_on_to_another_site_is_to_be_looked_at() -> None:
    text = f"See ({LEADING_ON}), or https://www.nhs.uk/a?next=/b and www.nhs.uk//evil.com/."
    first, second = found(text)
    assert (first.kind, first.level, first.text) == (FindingKind.LEADS_ON, Level.LOOK, LEADING_ON)
    assert "supper.example.net" in finding_reason(first)
    assert finding_suggestion(first) == ""
    assert (second.kind, second.text, second.rule) == (FindingKind.LEADS_ON, "www.nhs.uk//evil.com/", "evil.com")


def test_where_more_was_found_in_a_link_that_leads_on_that_is_said() -> None:
    text = f"See {LEADING_ON} now"
    start = text.index("powder")
    inner = Finding(kind=FindingKind.PRIVATE_WORD, start=start, end=start + 6, text="powder", rule="name")
    assert with_typed_links(text, [inner]) == (inner,)
    unclean = f"See {LEADING_ON}&fbclid=IwAR0abcDEF123456789abcdefGHIJKL now"
    assert [each.kind for each in with_typed_links(unclean, ())] == [FindingKind.PRIVATE_LINK]


def test_a_clean_link_keeps_what_was_found_in_it_as_it_is() -> None:
    text = "See https://www.nhs.uk/rosalind now"
    inner = Finding(kind=FindingKind.PRIVATE_WORD, start=23, end=31, text="rosalind", rule="name")
    assert with_typed_links(text, [inner]) == (inner,)
