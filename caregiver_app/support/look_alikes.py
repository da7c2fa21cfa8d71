"""Which letters look like those of a to z: Unicode's table of confusables (UTS #39), as it ships for host names."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from caregiver_app.support.resources import resource


@cache
def look_alikes() -> Mapping[str, str]:
    """Return for each small letter of another form the letter, digit or pair of letters that it looks like."""
    shipped = json.loads(resource("resources", "links", "confusables.json").read_text(encoding="utf-8"))
    return MappingProxyType({sign: plain for plain, signs in shipped.items() for sign in signs})
