"""Until when a check counts: the earlier of the publisher's own date and ours. Pure.

A date that has passed makes a check due by itself; a person may choose an earlier one, never a later one.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from caregiver_app.library.word_forms import fold
from caregiver_app.model.article import ItemKind
from caregiver_app.model.trust import ReviewSpan

SOON_DAYS = 30
"""So many days before its date something is named among what is due."""

MONTHS = {
    ReviewSpan.ITEM: 24,
    ReviewSpan.MEDICINES_AND_SAFETY: 12,
    ReviewSpan.PHONE_NUMBERS: 6,
    ReviewSpan.ORGANISATION: 12,
}
ALERT_DAYS = 30
_LAST_YEAR = date.max.year - 2  # no day lies two years beyond it

_OF_MEDICINES = re.compile(
    r"\b(?:medicines?|medications?|medicaments?|drugs?|dos(?:e|es|age|ing)|tablets?|pills?|side[ -]effects?|"
    r"interactions?|painkillers?|antibiotics?|vaccin\w+|insulin|inhalers?|overdos\w+|poison\w*|chok\w+|recalls?|safety|unsafe|"
    r"medicinas?|medicamentos?|farmacos?|dosis|pastillas?|efectos secundarios|interacciones|vacunas?|insulina|"
    r"sobredosis|intoxicacion\w*|atragantamiento|retiradas? del mercado|seguridad)\b"
)
_MEDICINES = re.compile(
    r"\b(?:paracetamol|acetaminophen|ibuprofen\w*|aspirina?|naproxen\w*|codein[ae]|morphine|morfina|tramadol|warfarina?|"
    r"metformina?|digoxina?|prednisolon[ae]|gabapentina?|pregabalina?|donepezil\w*|memantin[ae]|rivastigmin[ae]|"
    r"galantamin[ae]|levodopa|lithium|litio|statins?|estatinas?|beta[ -]?blockers?|blood thinners?|steroids?|opioids?|"
    r"\w{2,}(?:cillin|cilina|mycin|micina|floxacin[ao]?|conazole?|vastatina?|sartan|pril|olol|dipin[eo]|semide|"
    r"prazole?|zepam|tript[ay]lin[ae]?|oxetin[ae]?|xaban|parina?|gliptina?|gliflozina?|glutid[ae]|triptan))\b"
)
"""Medicines that families ask about most, and the endings by which others are called (stems of the WHO's INN)."""

_OF_NUMBERS = re.compile(
    r"\b(?:helplines?|hotlines?|phone numbers?|telephone numbers?|numbers to call|who to call|contact numbers?|"
    r"telefonos?|linea de ayuda|lineas de ayuda|numeros de telefono|a quien llamar)\b"
)


def span_of(kind: ItemKind | None, title: str, *, is_alert: bool = False) -> ReviewSpan:
    """Return after how long something has to be looked at again. `kind` is None for an organisation.

    What its title is about decides where its kind does not: of two spans that fit, the shorter.
    """
    if kind is None:
        return ReviewSpan.ORGANISATION
    if is_alert:
        return ReviewSpan.ALERT
    plain = fold(title)
    if kind in (ItemKind.HELPLINE, ItemKind.COMMUNITY) or _OF_NUMBERS.search(plain):
        return ReviewSpan.PHONE_NUMBERS
    of_medicines = _OF_MEDICINES.search(plain) or _MEDICINES.search(plain)
    return ReviewSpan.MEDICINES_AND_SAFETY if of_medicines else ReviewSpan.ITEM


def latest_check_by(span: ReviewSpan, *, checked_on: date, publisher: date | None = None) -> date:
    """Return the last day on which a check of a day may count; `publisher` is when they mean to look at it again."""
    if span is ReviewSpan.ALERT:
        ours = checked_on + timedelta(days=ALERT_DAYS)
    else:
        ours = months_later(checked_on, MONTHS[span])
    return ours if publisher is None else min(ours, publisher)


def counts_until(check_by: date, *, checked_on: date, of_organisation: bool) -> date:
    """Return the last day on which a check counts, whatever day was written down: never later than the longest span of
    its kind allows.
    """
    if checked_on.year >= _LAST_YEAR:
        return checked_on
    longest = ReviewSpan.ORGANISATION if of_organisation else ReviewSpan.ITEM
    return min(check_by, months_later(checked_on, MONTHS[longest]))


def months_later(day: date, months: int) -> date:
    """Return the same day so many months later, the last one of a month that is too short."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
