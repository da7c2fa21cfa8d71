"""All detectors over one text in plain form: what looks like something private, before it is joined and placed.

Knows no disguises and no typed text; long texts are read in pieces of bounded length.
"""

from __future__ import annotations

from collections.abc import Iterator

from caregiver_app.guard.addresses import find_addresses
from caregiver_app.guard.birth import find_ages, find_birth_dates
from caregiver_app.guard.cards import find_cards, find_ibans
from caregiver_app.guard.coordinates import find_coordinates
from caregiver_app.guard.emails import find_emails
from caregiver_app.guard.file_paths import find_file_paths
from caregiver_app.guard.hits import Hit
from caregiver_app.guard.knowledge import Knowledge
from caregiver_app.guard.names import find_names
from caregiver_app.guard.national_numbers import find_national_numbers
from caregiver_app.guard.network_places import find_ip_addresses, find_mac_addresses
from caregiver_app.guard.phones import find_phones, is_public_line
from caregiver_app.guard.postcodes import find_postcodes
from caregiver_app.guard.records import find_record_numbers
from caregiver_app.guard.rooms import find_rooms
from caregiver_app.guard.treatment_dates import find_treatment_dates
from caregiver_app.guard.windows import windows
from caregiver_app.model.guard import FindingKind

_DETECTORS = (
    find_emails,
    find_ibans,
    find_cards,
    find_national_numbers,
    find_record_numbers,
    find_ip_addresses,
    find_mac_addresses,
    find_coordinates,
    find_birth_dates,
    find_ages,
    find_addresses,
    find_postcodes,
    find_file_paths,
    find_rooms,
    find_treatment_dates,
    find_names,
)


def detect(text: str, knowledge: Knowledge) -> Iterator[Hit]:
    """Yield what the detectors find in a plain text, with its places there; what they find may overlap."""
    for window in windows(text):
        for hit in _detected(window.text, knowledge):
            start, end = hit.start + window.start, hit.end + window.start
            if window.first <= start < window.last:
                yield Hit(start=start, end=end, kind=hit.kind, rule=hit.rule) if window.start else hit


def _detected(text: str, knowledge: Knowledge) -> Iterator[Hit]:
    for detector in _DETECTORS:
        for hit in detector(text):
            is_line = hit.kind is FindingKind.NATIONAL_NUMBER and is_public_line(text[hit.start : hit.end], knowledge)
            if not is_line:
                yield hit
    yield from find_phones(text, knowledge)
