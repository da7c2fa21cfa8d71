"""Brings a host name to its plain ASCII form. Never raises, never asks DNS.

Letters are mapped as UTS #46 does without transitional processing (lower case, NFKC, what cannot be seen dropped), so
that `straße.example` stays apart from `strasse.example` as in browsers; what Punycode cannot carry is left as it is.
"""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from functools import lru_cache
from urllib.parse import unquote_to_bytes

_DOTS = re.compile("[\u3002\uff0e\uff61]")
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff\ufe00-\ufe0f]")
_FORBIDDEN = re.compile(r'[\x00-\x20"#%/:<>?@\[\\\]^`{|}\x7f]')
_LONGEST_HOST = 1_000

# RFC 6762 (local), RFC 6761 (localhost), ICANN's resolution of 2024 (internal), and what routers and offices call their
# own; home.arpa is RFC 8375.
_HOME_DOMAINS = frozenset(
    ("local", "localhost", "internal", "lan", "home", "corp", "intranet", "localdomain", "private")
)


@lru_cache(maxsize=1_024)  # the thirty links of a feed lead to the same few hosts
def normalise_host(host: str) -> str:
    """Return `host` in lower case, as ASCII, IPv6 in its shortest form; empty when it is no host at all."""
    if len(host) > _LONGEST_HOST:
        return ""
    if host.startswith("["):
        return _normalise_ipv6(host)
    plain = unquote_to_bytes(host.encode("utf-8", "replace")).decode("utf-8", "replace")
    mapped = unicodedata.normalize("NFKC", _UNSEEN.sub("", _DOTS.sub(".", plain)).lower()).lower()
    if _FORBIDDEN.search(mapped):
        return ""
    return ".".join(_to_ascii(label) for label in mapped.split("."))


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


def _to_ascii(label: str) -> str:
    return label if label.isascii() else "xn--" + label.encode("punycode").decode("ascii")
