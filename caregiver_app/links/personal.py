"""What in a link is about the person who has it: sessions, e-mail addresses, keys, numbers, parts that look drawn.

Narrower than `links.tokens`, which would rather leave out a public feed than let a key go: here a person is asked, and
each needless question is a fault. Pure and total.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from enum import Enum, auto
from urllib.parse import unquote, unquote_plus

from caregiver_app.links.parts import take_apart
from caregiver_app.links.people_names import ABOUT_PEOPLE, BEFORE_SHORT_KEYS, OF_PEOPLE, OF_READERS
from caregiver_app.links.randomness import looks_drawn
from caregiver_app.links.tokens import is_harmless, is_private, names_secret
from caregiver_app.links.wrapper_codings import from_base64


class Part(Enum):
    """What a part of a link is."""

    FINE = auto()
    LOOSE = auto()  # about a person, and the page can be had without it
    PERSONAL = auto()
    SECRET = auto()
    UNSURE = auto()


_EMAIL = re.compile(r"[^\s@/:=&?<>]@[^\s@/:=&?<>]{1,255}\.[a-z]{2,}", re.IGNORECASE)
_ACCOUNT_IN_PATH = re.compile(r"@[\w.\-]+@[\w.\-]+", re.ASCII)
_PHONE = re.compile(r"(?:\+|00)[0-9][0-9 ().\-]{7,18}")
_JWT = re.compile(r"(?<![\w\-])eyJ[\w\-]{8,}\.[\w\-]{8,}\.[\w\-]*", re.ASCII)
_NESTED = re.compile(r"https?:[/\\]{2}", re.IGNORECASE)
# The id that a page has behind its title, or as its file: published with it, and the same for everybody.
_PAGE_ID = re.compile(r"(?<=[a-z])(?:-[a-z]+){2}-[0-9a-f]{6,16}$")
_PAGE_FILE = re.compile(
    r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?=(?:_[a-z]+)?\.(?:html?|pdf|aspx)$)", re.IGNORECASE
)
_WORD = re.compile(r"[a-z]{0,3}[aeiouy][a-z]{0,12}(?:\.html?)?")
_WORDS_OF_TITLE = 4
_LONGEST_PART = 15
_UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.IGNORECASE)
_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")

_SESSIONS = re.compile(
    r"(?:j|php|asp\.?net_|asp)?sess(?:ion)?_?id|phpsessid|aspsessionid\w*|cfid|cftoken|oscsid|zenid|s_?id|session",
    re.IGNORECASE,
)
_SID = frozenset({"sid", "s_id", "session"})
_DIGITS = 4  # of a number under a name of people
_SHORT_KEY = 8
_DRAWN_ENOUGH = 2.0
_MOST_LAYERS = 5  # how often a part may be percent-encoded and still be read
_RUN = re.compile(r"[0-9A-Za-z]+")
# A British postcode with a sign between its halves, as a whole part (forms and letters: BS 7666).
_POSTCODE = re.compile(r"[A-PR-UWYZ][A-HK-Y]?[0-9][0-9A-HJKMNP-Y]?[ +\-_][0-9][ABD-HJLNP-UW-Z]{2}", re.IGNORECASE)
_COORDINATES = re.compile(r"-?[0-9]{1,2}\.[0-9]{2,}[,; ]+-?[0-9]{1,3}\.[0-9]{2,}")


def judge(name: str, value: str, host: str) -> Part:
    """Return what a parameter of a link is."""
    plain = _to_the_end(value.replace("+", " "))
    if _EMAIL.search(name):
        return Part.LOOSE
    if looks_drawn(name) or plain is None:
        return Part.UNSURE
    if _is_session(name, plain):
        return Part.LOOSE
    if is_harmless(value):
        return Part.FINE
    if _holds_email(plain):
        return Part.LOOSE if _plain_name(name) in OF_READERS else Part.PERSONAL
    if _JWT.search(plain) or names_secret(name):
        return Part.SECRET
    if _NESTED.match(plain):
        return Part.UNSURE if _is_private_link(plain) else Part.FINE
    if _is_of_a_person(name, plain) or _is_short_key(name, plain) or is_private(name, value, host):
        return Part.UNSURE
    return Part.UNSURE if plain.startswith("/") and _is_private_link(f"https://{host}{plain}") else Part.FINE


def judge_segments(segments: Iterable[str], host: str) -> Iterator[Part]:
    """Yield what each segment of a path is; behind a word such as "reset" a short key counts, too."""
    behind = ""
    for segment in segments:
        part = _judge_segment(segment, host)
        plain = unquote(segment)
        yield Part.UNSURE if part is Part.FINE and _is_short_key(behind, plain) else part
        behind = plain if _plain_name(plain) in BEFORE_SHORT_KEYS else behind


def _judge_segment(segment: str, host: str) -> Part:
    plain = _to_the_end(segment)
    if plain is None:
        return Part.UNSURE
    if _EMAIL.search(plain) and not _ACCOUNT_IN_PATH.fullmatch(plain):
        return Part.PERSONAL
    if _JWT.search(plain):
        return Part.SECRET
    name, sign, value = plain.partition("=") if "=" in plain else plain.partition(":")
    if sign and value and names_secret(name) and not is_harmless(value):
        return Part.SECRET
    if _POSTCODE.fullmatch(plain):
        return Part.UNSURE
    bare = "" if _is_title(plain) else _PAGE_ID.sub("", _PAGE_FILE.sub("", plain))
    return Part.UNSURE if looks_drawn(bare) and is_private("", bare, host) else Part.FINE


def _to_the_end(text: str) -> str | None:
    """Return `text` with nothing in it percent-encoded and its signs in their usual forms; None where that is hidden.

    Total: what is encoded more often than anybody needs is not read, whatever stands in it.
    """
    for _layer in range(_MOST_LAYERS):
        plain = unquote(text)
        if plain == text:
            return unicodedata.normalize("NFKC", plain)
        text = plain
    return None if unquote(text) != text else unicodedata.normalize("NFKC", text)


def _is_short_key(name: str, plain: str) -> bool:
    """Tell whether a run of letters and digits behind a word such as "reset" looks drawn, however short."""
    return _plain_name(name) in BEFORE_SHORT_KEYS and any(
        looks_drawn(run, shortest=_SHORT_KEY, enough=_DRAWN_ENOUGH) for run in _RUN.findall(plain)
    )


def _is_title(plain: str) -> bool:
    """Tell whether a segment is made of words: abbreviations in a title look drawn, one after the other."""
    parts = plain.split("-")
    words = [part for part in parts if _WORD.fullmatch(part)]
    return (
        len(words) >= _WORDS_OF_TITLE and all(len(part) <= _LONGEST_PART for part in parts) and not _UUID.search(plain)
    )


def _is_session(name: str, value: str) -> bool:
    if not _SESSIONS.fullmatch(name):
        return False
    return name.lower() not in _SID or looks_drawn(value, shortest=_SHORT_KEY, enough=_DRAWN_ENOUGH)


def _holds_email(plain: str) -> bool:
    """Look for an address as it stands and in base64, as mailers write it."""
    return any(_EMAIL.search(text) for text in (plain, from_base64(plain)))


def _is_of_a_person(name: str, plain: str) -> bool:
    if any(form.fullmatch(plain.strip()) for form in (_PHONE, _POSTCODE, _COORDINATES)):
        return True
    if _plain_name(name) in ABOUT_PEOPLE:
        return True
    words = {word.lower() for word in _WORDS.findall(name)} | {_plain_name(name)}
    return bool(words & OF_PEOPLE) and sum(sign.isdigit() for sign in plain) >= _DIGITS


def _is_private_link(plain: str) -> bool:
    """Tell whether a link as a value holds what would not be passed on in a link; a link in that one is not opened."""
    parts = take_apart(plain)
    if parts is None:
        return False
    pairs = (pair.partition("=") for pair in (parts.query or "").split("&") if pair)
    in_query = any(_is_private_pair(name, unquote_plus(value)) for name, _sign, value in pairs)
    judged = judge_segments(filter(None, parts.path.split("/")), parts.host)
    return bool(parts.userinfo) or in_query or any(part is not Part.FINE for part in judged)


def _is_private_pair(name: str, plain: str) -> bool:
    return names_secret(name) or _holds_email(plain) or _is_of_a_person(name, plain)


def _plain_name(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())
