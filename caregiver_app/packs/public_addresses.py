"""The addresses that a pack may name: https, on a public host by its name, in the one form that `web` would ask for."""

from __future__ import annotations

import re

from caregiver_app.links.hosts import is_home_name
from caregiver_app.model.errors import AddressRefused, AddressTrouble
from caregiver_app.model.pack_problem import PackFault
from caregiver_app.web.addresses import Address, parse_address
from caregiver_app.web.hosts import is_infrastructure_name, literal_address

_FRAGMENT = re.compile(r"(?:#[A-Za-z0-9._~:/?!$&'()*+,;=@%-]{1,300})?")
_NOBODYS = ("example", "invalid", "test", "onion", "alt")  # RFC 6761, RFC 7686, RFC 9476
_FAULTS = {
    AddressTrouble.SCHEME: PackFault.ADDRESS_INSECURE,
    AddressTrouble.CREDENTIALS: PackFault.ADDRESS_PRIVATE,
}


class AddressFault(Exception):
    """An address that a pack may not name; `fault` says why."""

    def __init__(self, fault: PackFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


def public_address(written: str) -> str:
    """Return an address as packs write it, its fragment kept.

    Raises:
        AddressFault: it is none that a pack may name.
    """
    head, mark, rest = written.strip(" \t").partition("#")
    fragment = mark + rest if rest else ""
    if not _FRAGMENT.fullmatch(fragment):
        raise AddressFault(PackFault.ADDRESS_MALFORMED)
    try:
        address = parse_address(head)
    except AddressRefused as error:
        raise AddressFault(_FAULTS.get(error.kind, PackFault.ADDRESS_MALFORMED)) from None
    _check(address)
    return address.url + fragment


def _check(address: Address) -> None:
    if not address.is_secure:
        raise AddressFault(PackFault.ADDRESS_INSECURE)
    if ":" in address.netloc or literal_address(address.host) is not None or not _is_public_name(address.host):
        raise AddressFault(PackFault.ADDRESS_PRIVATE)


def _is_public_name(host: str) -> bool:
    ending = host.removesuffix(".").rpartition(".")[2]
    return not (is_home_name(host) or is_infrastructure_name(host) or host.endswith(".") or ending in _NOBODYS)
