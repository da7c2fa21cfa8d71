"""Whether a host of a link is one of the public internet's, so that others can follow it too. Nothing is looked up."""

from __future__ import annotations

from caregiver_app.links.hosts import is_home_name
from caregiver_app.web.hosts import is_public_address, literal_address, normalise_host


def is_public_host(host: str) -> bool:
    """Return False for names and numbers of a home or an office, and for what no computer can be called."""
    try:
        plain = normalise_host(host)
    except ValueError:
        return False
    number = literal_address(plain)
    return not is_home_name(plain) if number is None else is_public_address(number)
