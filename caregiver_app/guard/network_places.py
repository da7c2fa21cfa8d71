"""Finds addresses of computers: IP addresses (RFC 791, RFC 4291) and hardware addresses (IEEE 802)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from ipaddress import AddressValueError, IPv6Address

from caregiver_app.guard.begun import sought
from caregiver_app.guard.hits import Hit
from caregiver_app.model.guard import FindingKind

_OCTET = r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"
_V4 = sought(
    rf"(?<![\w.:-])(?:{_OCTET}\.){{3}}{_OCTET}(?![\w:-]|\.\d)|(?<![\w.:-])(?:{_OCTET}\.){{3}}{_OCTET}(?=:\d)",
    at=r"\d(?<![\w.:-].)(?=\d{0,2}\.\d)",
)
_V6 = sought(
    r"(?<![\w.:])(?=[0-9a-f]{0,4}:[0-9a-f:.]*:)[0-9a-f:.]{3,45}(?:%\w{1,15})?(?!\w)",
    at=r"[0-9a-fA-F:](?<![\w.:].)(?=[0-9a-fA-F]{0,4}:|[0-9a-fA-F.])",
    ignoring_case=True,
)
_NUMBERED = re.compile(
    r"\b(?:version|release|section|chapter|paragraph|v|build|rule|table|figure)\.? ?$", re.IGNORECASE
)
_MAC = sought(
    r"(?<![\w:.-])(?:[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}|"
    r"[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4})(?![\w:.-]*[0-9a-f])",
    at=r"[0-9a-fA-F](?<![\w:.-].)(?=[0-9a-fA-F](?:[:-]|[0-9a-fA-F]{2}\.))",
    ignoring_case=True,
)


def find_ip_addresses(text: str) -> Iterator[Hit]:
    """Yield IP addresses; a number of a version or of a section with as many points is none."""
    for found in _V4.finditer(text):
        if not _NUMBERED.search(text, max(0, found.start() - 12), found.start()):
            yield Hit(start=found.start(), end=found.end(), kind=FindingKind.IP_ADDRESS)
    if "::" not in text and text.count(":") < 6:
        return
    for found in _V6.finditer(text):
        written = found[0].rstrip(".")
        written = written if written.endswith("::") else written.rstrip(":")
        if _is_v6(written):
            yield Hit(start=found.start(), end=found.start() + len(written), kind=FindingKind.IP_ADDRESS)


def find_mac_addresses(text: str) -> Iterator[Hit]:
    """Yield hardware addresses, in pairs or in fours; all zeros is nobody's."""
    for found in _MAC.finditer(text):
        if set(found[0]) - set("0:-."):
            yield Hit(start=found.start(), end=found.end(), kind=FindingKind.MAC_ADDRESS)


def _is_v6(written: str) -> bool:
    try:
        IPv6Address(written)
    except AddressValueError:
        return False
    return True
