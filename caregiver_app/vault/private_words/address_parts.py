"""What of an address tells where somebody lives by itself: its postcode, and its street without the house.

Pure; a street that many towns have, and a code of so few digits that it is any number, tell nothing alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caregiver_app.guard.postcodes import find_postcodes
from caregiver_app.vault.private_words.ordinary import is_ordinary

_HOUSE = re.compile(
    r"(?:^|(?<=, ))(?:(?:flat|apartment|apt|unit|room|no)\.? *)?\d+[A-Za-z]?(?:[-/]\d+[A-Za-z]?)?,? +", re.IGNORECASE
)
_BEHIND = re.compile(r",? +\d+[A-Za-z]?$")
_SHORTEST_CODE, _SHORTEST_STREET, _FEWEST_WORDS = 5, 8, 2


def parts_of_address(line: str) -> Iterator[str]:
    """Yield the postcodes of a line, and its street."""
    for found in find_postcodes(line.upper()):
        code = line[found.start : found.end]
        if len(code) >= _SHORTEST_CODE:
            yield code
    street = _BEHIND.sub("", _HOUSE.sub("", line).strip())
    if street != line and "@" not in street and not any(map(str.isdigit, street)) and _tells(street):
        yield street


def _tells(street: str) -> bool:
    is_long = len(street) >= _SHORTEST_STREET and len(street.split()) >= _FEWEST_WORDS
    return is_long and not is_ordinary(street)
