"""Hosts: how a name or a number in an address is written, and whether an address is one of the public internet's.

Pure: nothing is looked up and nothing is connected. `ipaddress` alone does not do: its `is_private` misses several
kinds and its `is_global` passes some, so the special networks stand here by name.
"""

from __future__ import annotations

import re
import unicodedata
from ipaddress import AddressValueError, IPv4Address, IPv4Network, IPv6Address, IPv6Network

from caregiver_app.support.host_names import ascii_label, mapped

IpAddress = IPv4Address | IPv6Address

_MAX_NAME = 253
_MAX_LABEL = 63
_LABEL = re.compile(rf"[a-z0-9_-]{{1,{_MAX_LABEL}}}")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")

# Not of the public internet: RFC 6890 and the IANA registry of special-purpose addresses.
_SPECIAL_V4 = tuple(
    IPv4Network(network)
    for network in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",
        "100.64.0.0/10",  # shared by a provider's customers (RFC 6598)
        "127.0.0.0/8",
        "169.254.0.0/16",  # link-local, where clouds keep their metadata
        "172.16.0.0/12",
        "192.0.0.0/24",  # IETF protocols
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # relays of 6to4, given up (RFC 7526)
        "192.168.0.0/16",
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, broadcast
    )
)
_INSIDE_V4 = tuple(
    IPv4Network(network)
    for network in ("10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16")
)

# Of IPv6 only 2000::/3 is given out (RFC 4291): that leaves out fc00::/7, fe80::/10, fec0::/10, ff00::/8 and 100::/64.
_GIVEN_OUT = IPv6Network("2000::/3")
_SPECIAL_V6 = tuple(
    IPv6Network(network)
    for network in (
        "2001::/23",  # IETF protocols: benchmarks, ORCHID and others
        "2001:db8::/32",  # documentation
        "3fff::/20",  # documentation (RFC 9637)
    )
)
_MAPPED = IPv6Network("::ffff:0:0/96")
_COMPATIBLE = IPv6Network("::/96")
_NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052
_LOCAL_NAT64 = IPv6Network("64:ff9b:1::/48")  # RFC 8215
_SIX_TO_FOUR = IPv6Network("2002::/16")
_TEREDO = IPv6Network("2001::/32")


def is_public_address(ip: IpAddress) -> bool:
    """Return whether `ip`, and any IPv4 address it carries inside, is a unicast address of the public internet."""
    if isinstance(ip, IPv4Address):
        return not any(ip in network for network in _SPECIAL_V4)
    carried = carried_addresses(ip)
    if carried:
        return all(is_public_address(inner) for inner in carried)
    return ip in _GIVEN_OUT and not any(ip in network for network in _SPECIAL_V6)


def is_unicast(ip: IpAddress) -> bool:
    """Return whether one computer can have this address at all, public or not."""
    if isinstance(ip, IPv6Address) and ip in _MAPPED:
        return is_unicast(IPv4Address(int(ip) & 0xFFFF_FFFF))
    return not (ip.is_multicast or ip.is_unspecified or (isinstance(ip, IPv4Address) and ip.is_reserved))


def carried_addresses(ip: IPv6Address) -> tuple[IPv4Address, ...]:
    """Return the IPv4 addresses that packets to `ip` may end at."""
    bits = int(ip)
    if ip in _MAPPED or ip in _COMPATIBLE or ip in _NAT64:
        return (_v4(bits),)
    if ip in _LOCAL_NAT64:
        return (_v4(bits), *_other_readings(bits))
    if ip in _SIX_TO_FOUR:
        return (_v4(bits >> 80),)  # RFC 3056
    if ip in _TEREDO:
        return (_v4(bits >> 64), _v4(~bits))  # RFC 4380 section 4: the server, and the client's address inverted
    return ()


def _other_readings(bits: int) -> tuple[IPv4Address, ...]:
    """Return the addresses inside a home or an office that a translator with a shorter prefix would read.

    RFC 8215 leaves the length of the prefix to the operator. A reading that leads nowhere is part of a longer prefix.
    """
    readings = (
        _v4((bits >> 64 & 0xFFFF) << 16 | bits >> 40 & 0xFFFF),  # /48 (RFC 6052 section 2.2)
        _v4((bits >> 64 & 0xFF) << 24 | bits >> 32 & 0xFF_FFFF),  # /56
        _v4(bits >> 24),  # /64
    )
    return tuple(reading for reading in readings if any(reading in network for network in _INSIDE_V4))


def _v4(bits: int) -> IPv4Address:
    return IPv4Address(bits & 0xFFFF_FFFF)


def literal_address(host: str) -> IpAddress | None:
    """Return the address that a normalised host is, None where it is a name."""
    try:
        return IPv6Address(host) if ":" in host else IPv4Address(host)
    except AddressValueError:
        return None


def is_local_name(host: str) -> bool:
    """Return whether a normalised name means this computer, whatever a resolver says (RFC 6761 section 6.3)."""
    return host == "localhost" or host.endswith(".localhost")


def is_infrastructure_name(host: str) -> bool:
    """Return whether a normalised host names no site: home.arpa is every home's own (RFC 8375), the rest is numbers."""
    return host == "arpa" or host.endswith(".arpa")  # RFC 3172


def normalise_host(text: str) -> str:
    """Return a host as it is asked for: a name in ASCII and lower case, or a canonical number without brackets.

    Raises:
        ValueError: no computer can be called so.
    """
    if text.startswith("["):
        return _normalise_v6(text)
    name = mapped(text)
    labels = name.removesuffix(".").split(".")
    if _NUMBER.fullmatch(labels[-1]):
        return str(_read_v4(labels))
    ascii_name = ".".join(_ascii_label(label) for label in labels)
    if len(ascii_name) > _MAX_NAME:
        raise ValueError("a name too long")
    return ascii_name


def _normalise_v6(text: str) -> str:
    if not text.endswith("]") or "%" in text:  # a zone belongs to one computer (RFC 6874)
        raise ValueError("no IPv6 address")
    return str(IPv6Address(text[1:-1]))


def _read_v4(labels: list[str]) -> IPv4Address:
    """Read the old ways to write a number: short, octal, hexadecimal (the URL standard's IPv4 parser)."""
    if len(labels) > 4:
        raise ValueError("too many numbers")
    *first, last = [_read_number(label) for label in labels]
    room = 256 ** (4 - len(first))
    if last >= room or any(number > 255 for number in first):
        raise ValueError("a number too large")
    return IPv4Address(sum(number << 8 * (3 - place) for place, number in enumerate(first)) + last)


def _read_number(label: str) -> int:
    if len(label) > _MAX_LABEL:
        raise ValueError("a number too long")
    if label.startswith("0x"):
        return int(label[2:] or "0", 16)
    return int(label, 8 if len(label) > 1 and label.startswith("0") else 10)


def _ascii_label(label: str) -> str:
    """Return one part of a name as DNS carries it (RFC 5890; letters, digits and marks of any script)."""
    if not label.isascii() and not all(sign == "-" or unicodedata.category(sign)[0] in "LMN" for sign in label):
        raise ValueError("a sign that names do not have")
    plain = ascii_label(label)
    if not _LABEL.fullmatch(plain):
        raise ValueError("no name")
    return plain
