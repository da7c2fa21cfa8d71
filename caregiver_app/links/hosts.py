"""Brings the host of any link to a plain ASCII form, a sound one or not. Never raises, never asks DNS, keeps nothing.

What may be asked is decided by `web.hosts`, more strictly; both read letters alike (`support.host_names`).
"""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import unquote_to_bytes

from caregiver_app.support.host_names import ascii_label, mapped

_FORBIDDEN = re.compile(r'[\x00-\x20"#%/:<>?@\[\\\]^`{|}\x7f]')
_PLAIN = re.compile(r"[a-z0-9_.\-]+")
_LONGEST_HOST = 1_000

# RFC 6762 (local), RFC 6761 (localhost), ICANN's resolution of 2024 (internal), and what routers and offices call their
# own; home.arpa is RFC 8375.
_HOME_DOMAINS = frozenset(
    ("local", "localhost", "internal", "lan", "home", "corp", "intranet", "localdomain", "private")
)


def plain_host(host: str) -> str:
    """Return `host` in lower case, as ASCII, IPv6 in its shortest form; empty when it is no host at all.

    Nothing is remembered: hosts of pasted links must not outlive the lock of care notes.
    """
    if len(host) > _LONGEST_HOST:
        return ""
    if _PLAIN.fullmatch(host):
        return host
    if host.startswith("["):
        return _normalise_ipv6(host)
    plain = unquote_to_bytes(host.encode("utf-8", "replace")).decode("utf-8", "replace")
    name = mapped(plain)
    if _FORBIDDEN.search(name):
        return ""
    return ".".join(ascii_label(label) for label in name.split("."))


def is_home_name(host: str) -> bool:
    """Return True for names that only a home or an office network knows: `nas`, `printer.local`, `tv.lan`."""
    labels = host.lower().removesuffix(".").split(".")
    is_number = ":" in host or labels[-1].isdigit()
    return not is_number and (len(labels) == 1 or labels[-1] in _HOME_DOMAINS or labels[-2:] == ["home", "arpa"])


def _normalise_ipv6(host: str) -> str:
    try:
        return f"[{ipaddress.IPv6Address(host[1:-1].partition('%')[0])}]"
    except ValueError:
        return ""
