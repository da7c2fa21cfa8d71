"""Below which names anybody may register another, by the public suffix list that ships with the application.

Never asks the network: the list is as old as the application. Keeps no name that it was asked for.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList


def registered_part(host: str) -> str | None:
    """Return the part of a plain host name that somebody registered.

    None for a public suffix itself, a name under a top-level domain that the list does not know, a number.
    """
    found = _list().privatesuffix(host, accept_unknown=False)
    return str(found) if found is not None else None


def is_public_suffix(host: str) -> bool:
    """Return True for a plain name below which anybody may register another, such as `org` and `co.uk`."""
    return _list().publicsuffix(host, accept_unknown=False) == host


@cache
def _list() -> PublicSuffixList:
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList()
