"""Finds days of treatment beside a person: "Mum's operation is on 12 March". A day without a person is nobody's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from caregiver_app.guard.days import find_days
from caregiver_app.guard.hits import Hit
from caregiver_app.guard.people import GIVEN, OWN_FAMILY, TITLE, is_name
from caregiver_app.guard.plain import lowered
from caregiver_app.guard.sentence_ends import sentences
from caregiver_app.model.guard import FindingKind

_TREATMENT = re.compile(
    r"(?<!\w)(?:operations?|operated|surger(?:y|ies)|appointments?|scans?|mri|ct|x-?rays?|biops(?:y|ies)|"
    r"chemo(?:therapy)?|radiotherapy|"
    r"dialysis|transfusion|treatment|therapy|procedure|admi(?:tted|ssion)|discharged?|diagnos(?:ed|is)|"
    r"transplant|infusion|"
    r"injections?|vaccinat(?:ed|ion)|jabs?|blood tests?|test results?|check-?ups?|consultations?|review|"
    r"seizure|stroke|fall|fell|"
    r"heart attack|died|passed away|hospital|hospice|clinic|gp|surgeon|oncolog\w+|neurolog\w+|cardiolog\w+|"
    r"respite|nursing home|care home|moved into|went into|"
    r"operaci[oó]n|cita|ingres\w+|alta|quimio\w*|op[eé]ration|rendez-vous|op|termin|operazione|ricover\w+|"
    r"visita|operatie|afspraak)(?!\w)",
)
_NAMED = re.compile(
    rf"(?<!\w){TITLE}\.? (?P<a>{GIVEN})|(?<!\w)(?P<b>[^\W\d_a-z][^\W\d_]+)'s [A-Za-z]"
    rf"|(?<!\w)(?P<c>{GIVEN}) (?=(?:was|is|has|had|will|goes|went|fell|died|got|starts?|started)\b)"
)
_SHE = re.compile(r"(?<![\w'])(?:he|she|his|her|him|my|i)(?![\w-])")


def find_treatment_dates(text: str) -> Iterator[Hit]:
    """Yield days that stand in one sentence with a treatment and with a person."""
    small = lowered(text)
    for start, end in sentences(text):
        dates = list(find_days(small, start, end))
        if not dates or not _TREATMENT.search(small, start, end) or not _has_person(text, small, start, end):
            continue
        for found in dates:
            yield Hit(start=found.start(), end=found.end(), kind=FindingKind.TREATMENT_DATE)


def _has_person(text: str, small: str, start: int, end: int) -> bool:
    if OWN_FAMILY.search(small, start, end) or _SHE.search(small, start, end):
        return True
    for found in _NAMED.finditer(text, start, end):
        name = found["a"] or found["b"] or found["c"]
        if is_name(name):
            return True
    return False
