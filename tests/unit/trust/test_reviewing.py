"""Until when a check counts: the earlier of the publisher's own date and ours."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.model.article import ItemKind
from caregiver_app.model.trust import ReviewSpan
from caregiver_app.trust.reviewing import latest_check_by, months_later, span_of

DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("span", "until"),
    [
        (ReviewSpan.ITEM, date(2028, 11, 23)),
        (ReviewSpan.MEDICINES_AND_SAFETY, date(2027, 11, 23)),
        (ReviewSpan.PHONE_NUMBERS, date(2027, 5, 23)),
        (ReviewSpan.ALERT, date(2026, 12, 23)),
        (ReviewSpan.ORGANISATION, date(2027, 11, 23)),
    ],
    ids=str,
)
def test_each_kind_has_its_span(span: ReviewSpan, until: date) -> None:
    assert latest_check_by(span, checked_on=DAY) == until


def test_the_publishers_own_date_counts_where_it_is_earlier() -> None:
    assert latest_check_by(ReviewSpan.ITEM, checked_on=DAY, publisher=date(2027, 3, 1)) == date(2027, 3, 1)
    assert latest_check_by(ReviewSpan.ITEM, checked_on=DAY, publisher=date(2031, 3, 1)) == date(2028, 11, 23)


@pytest.mark.parametrize(
    ("kind", "title", "span"),
    [
        (None, "Medicines Trust", ReviewSpan.ORGANISATION),
        (ItemKind.ARTICLE, "Evening routines", ReviewSpan.ITEM),
        (ItemKind.LINK, "Side effects of donepezil", ReviewSpan.MEDICINES_AND_SAFETY),
        (ItemKind.ARTICLE, "Efectos secundarios y dosis", ReviewSpan.MEDICINES_AND_SAFETY),
        (ItemKind.ARTICLE, "Medicación: qué preguntar sobre los MEDICAMENTOS", ReviewSpan.MEDICINES_AND_SAFETY),
        (ItemKind.GUIDE, "Preventing choking at meals", ReviewSpan.MEDICINES_AND_SAFETY),
        (ItemKind.ARTICLE, "Helplines at night, and medicines", ReviewSpan.PHONE_NUMBERS),
        (ItemKind.LINK, "Teléfonos de ayuda", ReviewSpan.PHONE_NUMBERS),
        (ItemKind.HELPLINE, "Harbour", ReviewSpan.PHONE_NUMBERS),
        (ItemKind.ARTICLE, "A drugstore cowboy", ReviewSpan.ITEM),
    ],
    ids=str,
)
def test_what_something_is_about_shortens_its_span(kind: ItemKind | None, title: str, span: ReviewSpan) -> None:
    assert span_of(kind, title) is span


def test_a_medicine_in_the_title_shortens_the_span() -> None:
    medicines = """warfarin paracetamol ibuprofeno donepezil metformin amoxicillin clarithromycin simvastatin statins
        losartan ramipril bisoprolol amlodipine furosemide omeprazole diazepam amitriptyline fluoxetine apixaban
        semaglutide sumatriptan side-effects beta-blockers""".split()
    others = "april control brazil parasols sparing statistics protocol station steroidal".split()
    assert [each for each in medicines if spans(each) is ReviewSpan.ITEM] == []
    assert [each for each in others if spans(each) is not ReviewSpan.ITEM] == []


def spans(word: str) -> ReviewSpan:
    return span_of(ItemKind.ARTICLE, f"{word.capitalize()}: what to know")


def test_a_safety_notice_counts_for_a_month_whatever_it_is_called() -> None:
    assert span_of(ItemKind.ARTICLE, "Helplines", is_alert=True) is ReviewSpan.ALERT


def test_a_month_that_is_too_short_gives_its_last_day() -> None:
    assert months_later(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert months_later(date(2024, 2, 29), 12) == date(2025, 2, 28)


@given(st.dates(max_value=date(9990, 1, 1)), st.integers(0, 60))
def test_months_later_is_never_earlier(day: date, months: int) -> None:
    later = months_later(day, months)
    assert later >= day
    assert (later.year - day.year) * 12 + later.month - day.month == months
