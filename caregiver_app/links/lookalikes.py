"""Whether an address imitates a known site, and what else is odd about it. Pure: judges by the letters alone.

A likeness is a sign, never a verdict: an honest site may have a name like another's. Whatever lies on a known site
imitates nobody, and under an ending that only public bodies get nothing does but look-alike letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from caregiver_app.links.edits import is_one_edit
from caregiver_app.links.hosts import plain_host
from caregiver_app.links.lure_words import LURES, ODD_ENDINGS, RESERVED_ENDINGS, STRONG, SWAPPED_ENDINGS
from caregiver_app.links.name_parts import NameParts, Weight, is_word, name_parts, weigh
from caregiver_app.links.parts import Parts, take_apart
from caregiver_app.links.shared_hosts import is_shared_host
from caregiver_app.links.skeletons import mixes_scripts, plain_letters, plain_marks, skeleton
from caregiver_app.model.lookalike import AddressFacts, AddressSign, KnownSite
from caregiver_app.web.hosts import literal_address, normalise_host

_SHORTEST_JOINED = 5
_LETTERS_OF_A_COUNTRY = 2
_WORLDWIDE = frozenset({"com", "net", "org"})
_WORD = re.compile(r"[^\W\d_]{3,}")
_POLITE = re.compile(r"\b(my|the|your|our|get)(?=[a-z])")
_ALONE_NOTHING = frozenset({"my", "the", "your", "our", "get"})
_COPIES = ("translate.goog", "ampproject.org", "webcache.googleusercontent.com")  # they write others' names on purpose


class _Known:
    """A known site's name, made ready for comparing."""

    def __init__(self, site: KnownSite) -> None:
        self.site = site
        self.parts = name_parts(plain_host(site.host))
        self.name = self.parts.name
        self.weight = weigh(self.name)
        self.skeleton = skeleton(self.name)
        self.joined = self.name.replace("-", "")
        self.words = frozenset(_WORD.findall(site.organisation.lower()))
        ending = self.parts.ending
        self.is_country = len(ending.rpartition(".")[2]) == _LETTERS_OF_A_COUNTRY
        self.followed = re.compile(rf"(?<![^.\-]){re.escape(self.parts.domain)}(?=[.\-])")
        whole = self.joined + ending.replace(".", "")
        self.with_ending = {whole, f"www{whole}", f"www{self.joined}"}
        if self.weight is not Weight.WORD:
            self.with_ending |= {self.joined + label for label in ending.split(".")}


class KnownNames:
    """The names of known sites, asked whether an address resembles one of them."""

    def __init__(self, sites: Iterable[KnownSite]) -> None:
        held: dict[str, _Known] = {}
        for site in sorted(sites, key=lambda site: (len(site.host), site.host)):
            known = _Known(site)
            if known.name and known.parts.ending:
                held.setdefault(known.parts.domain, known)
        self._known = tuple(held.values())
        self._domains = frozenset(held)
        self._hosts = frozenset(plain_host(known.site.host).removeprefix("www.") for known in self._known)
        names = [known.name for known in self._known]
        self._names = frozenset(names)
        self._several = frozenset(name for name in names if names.count(name) > 1)

    def facts(self, address: str) -> AddressFacts:
        """Return what is odd about a web address; of anything else nothing is."""
        parts = take_apart(address)
        if parts is None:
            return AddressFacts()
        likeness = next(self._likenesses(parts), None)
        own = tuple(_own_signs(parts))
        if likeness is None:
            return AddressFacts(signs=own)
        sign, site = likeness
        return AddressFacts(signs=tuple(dict.fromkeys((sign, *own))), imitates=site)

    def _likenesses(self, parts: Parts) -> Iterator[tuple[AddressSign, KnownSite]]:
        """Yield likenesses, the plainest first."""
        host = name_parts(parts.host)
        if not self._is_honest(parts.host, host):
            by_name = (self._by_front, self._by_ending, self._by_hyphens, self._by_slip, self._by_words)
            for judge in (self._by_letters, *(() if _is_reserved(parts.host, host) else by_name)):
                found = [(known, sign) for known in self._known if (sign := judge(host, known)) is not None]
                found.sort(key=lambda pair: pair[0].parts.ending != host.ending)
                yield from ((sign, known.site) for known, sign in found)
        if parts.userinfo and host.domain not in self._domains:
            before = plain_host(parts.userinfo.partition(":")[0]).removeprefix("www.")
            for known in self._known:
                if before == known.parts.domain or before.endswith(f".{known.parts.domain}"):
                    yield AddressSign.USER_INFO, known.site

    def _is_honest(self, host: str, parts: NameParts) -> bool:
        plain = host.removesuffix(".")
        if literal_number(plain) or plain.endswith(tuple(f".{copy}" for copy in _COPIES)):
            return True
        return parts.domain in self._domains or plain.removeprefix("www.") in self._hosts

    def _by_letters(self, host: NameParts, known: _Known) -> AddressSign | None:
        if host.name == known.name or skeleton(host.name) != known.skeleton:
            return None
        if not host.name.isascii():
            return AddressSign.LOOKALIKE_LETTERS
        long_enough = len(known.name) >= _SHORTEST_JOINED or host.ending == known.parts.ending
        honest = host.name in self._names or is_word(host.name)
        return AddressSign.LOOKALIKE_LETTERS if long_enough and not honest else None

    def _by_front(self, host: NameParts, known: _Known) -> AddressSign | None:
        """Judge what stands in front of a stranger's domain: a whole known one, or its name alone."""
        before = [plain_letters(label) for label in host.before]
        if self._begins_like(host, known) or any(_is_hyphened(label, known.parts.domain) for label in before):
            return AddressSign.AS_SUBDOMAIN
        if is_shared_host(host.domain) or known.name not in before:
            return None
        told = known.weight is Weight.DISTINCT or (known.weight is Weight.SHORT and _is_suspicious(host))
        return AddressSign.AS_SUBDOMAIN if told else None

    def _begins_like(self, host: NameParts, known: _Known) -> bool:
        """Tell whether a whole known domain stands in a host with more after it, glued on with hyphens or by dots.

        Many countries have an ending that begins like that of others (`org.au`), and there the same name is honest.
        """
        front = plain_marks(plain_letters(".".join((*host.before, host.name))))
        whole = f"{front}.{host.ending}"
        found = known.followed.search(whole)
        if found is None:
            return False
        return found.end() <= len(front) or (known.is_country and whole[found.end() + 1 :] in _WORLDWIDE)

    def _by_ending(self, host: NameParts, known: _Known) -> AddressSign | None:
        if host.name != known.name or known.weight is Weight.WORD:
            return None
        if host.ending in ODD_ENDINGS:
            return AddressSign.OTHER_ENDING
        if known.site.in_help and known.is_country and host.ending in _WORLDWIDE:
            return None  # phone lines and groups of several countries often share a name
        swapped = host.ending in SWAPPED_ENDINGS and len(known.name) >= _SHORTEST_JOINED - 1
        return AddressSign.OTHER_ENDING if swapped and known.name not in self._several else None

    def _by_hyphens(self, host: NameParts, known: _Known) -> AddressSign | None:
        joined = plain_letters(host.name).replace("-", "")
        if joined in known.with_ending and joined not in self._names:
            return AddressSign.HYPHENS
        same = joined == known.joined and host.name != known.name and len(joined) >= _SHORTEST_JOINED
        return AddressSign.HYPHENS if same and not is_word(joined) else None

    def _by_slip(self, host: NameParts, known: _Known) -> AddressSign | None:
        name = plain_letters(host.name)
        if not is_one_edit(name, known.name):
            return None
        if known.weight is Weight.SHORT:  # most short names are one letter away from others
            return AddressSign.ONE_LETTER if _is_slip_of_short(host, name, known.parts) else None
        if known.weight is Weight.WORD:
            return None
        plural = name.rstrip("s") == known.name.rstrip("s") and host.ending != known.parts.ending
        honest = plural or name in self._names or is_word(name)
        return None if honest else AddressSign.ONE_LETTER

    def _by_words(self, host: NameParts, known: _Known) -> AddressSign | None:
        name = plain_letters(host.name)
        if known.weight is Weight.WORD or name in self._names:
            return None
        words = _POLITE.sub(r"\1-", name).split("-")
        others = {word for word in words if word != known.name}
        if known.name in words and LURES & others - _ALONE_NOTHING:
            return AddressSign.EXTRA_WORDS
        polite = others <= _ALONE_NOTHING and host.ending == known.parts.ending
        if known.name in words and others and (polite or others <= known.words):
            return AddressSign.EXTRA_WORDS
        rest = {name.removeprefix(known.name), name.removesuffix(known.name)} - {name}
        joined = {word for part in rest for word in (part.strip("-"), *part.split("-")) if word}
        return AddressSign.EXTRA_WORDS if STRONG & joined else None


def _is_reserved(host: str, parts: NameParts) -> bool:
    plain = host.removesuffix(".")
    return any(parts.ending == ending or plain.endswith(f".{ending}") for ending in RESERVED_ENDINGS)


def _is_slip_of_short(host: NameParts, name: str, known: NameParts) -> bool:
    """Tell whether a name is a short one with two letters swapped or one doubled, under the very same ending."""
    if host.ending != known.ending or is_word(name):
        return False
    return sorted(name) == sorted(known.name) or _without_doubles(name) == _without_doubles(known.name)


def _without_doubles(name: str) -> str:
    return re.sub(r"(.)\1+", r"\1", name)


def literal_number(host: str) -> bool:
    """Tell whether a host is a number, however it is written."""
    try:
        return literal_address(normalise_host(host)) is not None
    except ValueError:
        return False


def _own_signs(parts: Parts) -> Iterator[AddressSign]:
    """Yield what is odd about an address whatever it resembles."""
    name = name_parts(parts.host)
    labels = (*name.before, name.name, *name.ending.split("."))
    if any(mixes_scripts(label) for label in labels):
        yield AddressSign.MIXED_SCRIPTS
    if parts.userinfo:
        yield AddressSign.USER_INFO
    if literal_number(parts.host):
        yield AddressSign.IP_ADDRESS
    if any(label.startswith("xn--") for label in parts.host.split(".")):
        yield AddressSign.PUNYCODE
    if parts.port is not None:
        yield AddressSign.PORT


def _is_hyphened(label: str, domain: str) -> bool:
    """Tell whether a label is or has in it a whole domain written with hyphens (`www-nhs-uk`)."""
    return f"-{domain.replace('.', '-')}-" in f"-{label}-"


def _is_suspicious(host: NameParts) -> bool:
    return host.ending in ODD_ENDINGS or bool(LURES.intersection(host.name.split("-")))
