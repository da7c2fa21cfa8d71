"""All detectors over one text in plain form: what looks like something private, before it is joined and placed.

Knows no disguises and no typed text; long texts are read in pieces of bounded length.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

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

_Detector = Callable[[str], Iterator[Hit]]

_DETECTORS: dict[FindingKind, _Detector] = {
    FindingKind.EMAIL: find_emails,
    FindingKind.IBAN: find_ibans,
    FindingKind.CARD: find_cards,
    FindingKind.NATIONAL_NUMBER: find_national_numbers,
    FindingKind.RECORD_NUMBER: find_record_numbers,
    FindingKind.IP_ADDRESS: find_ip_addresses,
    FindingKind.MAC_ADDRESS: find_mac_addresses,
    FindingKind.COORDINATES: find_coordinates,
    FindingKind.BIRTH_DATE: find_birth_dates,
    FindingKind.AGE: find_ages,
    FindingKind.ADDRESS: find_addresses,
    FindingKind.POSTCODE: find_postcodes,
    FindingKind.FILE_PATH: find_file_paths,
    FindingKind.ROOM: find_rooms,
    FindingKind.TREATMENT_DATE: find_treatment_dates,
    FindingKind.NAME: find_names,
}
ALL_KINDS = frozenset(FindingKind)


def detect(text: str, knowledge: Knowledge, kinds: frozenset[FindingKind] = ALL_KINDS) -> Iterator[Hit]:
    """Yield what there is of some kinds in a plain text, with its places there; what is found may overlap."""
    for window in windows(text):
        for hit in _detected(window.text, knowledge, kinds):
            start, end = hit.start + window.start, hit.end + window.start
            if window.first <= start < window.last:
                yield Hit(start=start, end=end, kind=hit.kind, rule=hit.rule) if window.start else hit


def _detected(text: str, knowledge: Knowledge, kinds: frozenset[FindingKind]) -> Iterator[Hit]:
    for kind, detector in _DETECTORS.items():
        for hit in detector(text) if kind in kinds else ():
            is_line = kind is FindingKind.NATIONAL_NUMBER and is_public_line(text[hit.start : hit.end], knowledge)
            if not is_line:
                yield hit
    if FindingKind.PHONE in kinds:
        yield from find_phones(text, knowledge)
