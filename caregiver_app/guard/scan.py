"""Joins the detectors: reads a text once in its plain form, and says what in it gives somebody away.

Pure, and the same every time: no clock, no file, no network. What it finds is told in words elsewhere
(`support.sentences`). Offsets are code points of the text as it was typed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from caregiver_app.guard.addresses import find_addresses
from caregiver_app.guard.birth import find_ages, find_birth_dates
from caregiver_app.guard.cards import find_cards, find_ibans
from caregiver_app.guard.coordinates import find_coordinates
from caregiver_app.guard.emails import find_emails
from caregiver_app.guard.file_paths import find_file_paths
from caregiver_app.guard.hits import Hit, apart
from caregiver_app.guard.knowledge import Knowledge
from caregiver_app.guard.names import find_names
from caregiver_app.guard.national_numbers import find_national_numbers
from caregiver_app.guard.network_places import find_ip_addresses, find_mac_addresses
from caregiver_app.guard.phones import find_phones, is_public_line
from caregiver_app.guard.plain import Plain, read_plain
from caregiver_app.guard.postcodes import find_postcodes
from caregiver_app.guard.private_links import find_links, find_private_links
from caregiver_app.guard.records import find_record_numbers
from caregiver_app.guard.rooms import find_rooms
from caregiver_app.guard.treatment_dates import find_treatment_dates
from caregiver_app.model.guard import Finding, FindingKind, Level, level_of
from caregiver_app.model.private import PrivateHit, PrivateKind

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
_ALSO_IN_LINKS = frozenset(
    {
        FindingKind.EMAIL,
        FindingKind.IP_ADDRESS,
        FindingKind.COORDINATES,
        FindingKind.FILE_PATH,
        FindingKind.PRIVATE_LINK,
    }
)
"""What counts within a web address too: its other numbers are those of pages."""


def scan(text: str, knowledge: Knowledge) -> tuple[Finding, ...]:
    """Return what in `text` gives somebody away, in its order; nothing overlaps.

    Raises:
        VaultError: the care notes were locked while their words were looked for.
    """
    plain = read_plain(text)
    typed = [_typed(hit, plain) for hit in _outside_links(plain, knowledge)]
    if knowledge.private_words is not None:
        typed += list(_private(knowledge.private_words.find(text), text, typed, knowledge))
    return tuple(
        Finding(kind=hit.kind, start=hit.start, end=hit.end, text=text[hit.start : hit.end], rule=hit.rule)
        for hit in apart(typed)
    )


def _private(words: Iterable[PrivateHit], text: str, others: list[Hit], knowledge: Knowledge) -> Iterator[Hit]:
    """Yield private words, each with all of what it is a part of, so that nothing of that is left behind.

    What lies within a piece that stops anyway needs no finding of its own: it goes with that piece.
    """
    for word in words:
        if word.kind is PrivateKind.PHONE and is_public_line(text[word.start : word.end], knowledge):
            continue
        over = [hit for hit in others if hit.start < word.end and hit.end > word.start]
        if any(hit.start <= word.start and word.end <= hit.end and level_of(hit.kind) is Level.STOP for hit in over):
            continue
        start = min([word.start, *(hit.start for hit in over)])
        end = max([word.end, *(hit.end for hit in over)])
        yield Hit(start=start, end=end, kind=FindingKind.PRIVATE_WORD, rule=word.kind.value)


def _outside_links(plain: Plain, knowledge: Knowledge) -> Iterator[Hit]:
    links = list(find_links(plain.text))
    if knowledge.holds_token is not None:
        yield from find_private_links(plain.text, knowledge.holds_token)
    for hit in _detected(plain.text, knowledge):
        within = any(start <= hit.start < end for start, end in links)
        if not within or hit.kind in _ALSO_IN_LINKS:
            yield hit


def _detected(text: str, knowledge: Knowledge) -> Iterator[Hit]:
    for detector in _DETECTORS:
        for hit in detector(text):
            is_line = hit.kind is FindingKind.NATIONAL_NUMBER and is_public_line(text[hit.start : hit.end], knowledge)
            if not is_line:
                yield hit
    yield from find_phones(text, knowledge)


def _typed(hit: Hit, plain: Plain) -> Hit:
    start, end = plain.span(hit.start, hit.end)
    return Hit(start=start, end=end, kind=hit.kind, rule=hit.rule)
