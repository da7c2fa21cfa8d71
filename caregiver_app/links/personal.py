"""What in a link is about the person who has it: sessions, e-mail addresses, keys, numbers, parts that look drawn.

Narrower than `links.tokens`, which would rather leave out a public feed than let a key go: here a person is asked, and
each needless question is a fault. Pure and total.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from urllib.parse import unquote, unquote_plus

from caregiver_app.links.parts import take_apart
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
_OF_READERS = frozenset(
    (
        *("e", "em", "ea", "email", "emailaddress", "mail", "m", "u", "uid", "user", "userid", "username", "login"),
        *("recipient", "to", "addr", "address", "contact", "subscriber", "member", "id", "rcpt", "reader", "who"),
    )
)
"""Names whose value, where it is an e-mail address, says who reads."""

_OF_PEOPLE = frozenset(
    (
        *("phone", "telephone", "mobile", "cell", "msisdn", "dob", "birth", "birthday", "birthdate", "nhs", "ssn"),
        *("nhsno", "nhsnumber", "patient", "patientid", "member", "memberid", "customer", "customerid", "client"),
        *("clientid", "donor", "donorid", "supporter", "contactid", "person", "personid", "constituent", "account"),
        *("accountid", "userid", "uid", "mrn", "claim", "booking", "appointment"),
    )
)
_DIGITS = 4  # of a number under such a name

_ABOUT_PEOPLE = frozenset(
    (
        *("firstname", "lastname", "fullname", "surname", "fname", "lname", "givenname", "familyname"),
        *("postcode", "postalcode", "zip", "zipcode", "plz", "lat", "lng", "lon", "latitude", "longitude"),
    )
)
"""Names whose value is about somebody, whatever it is: who they are, where they look for help."""


def judge(name: str, value: str, host: str) -> Part:
    """Return what a parameter of a link is."""
    plain = unquote_plus(value)
    if _EMAIL.search(name):
        return Part.LOOSE
    if looks_drawn(name):
        return Part.UNSURE
    if _is_session(name, plain):
        return Part.LOOSE
    if is_harmless(value):
        return Part.FINE
    if _holds_email(plain):
        return Part.LOOSE if _plain_name(name) in _OF_READERS else Part.PERSONAL
    if _JWT.search(plain) or names_secret(name):
        return Part.SECRET
    if _NESTED.match(plain):
        return Part.UNSURE if _is_private_link(plain) else Part.FINE
    return Part.UNSURE if _is_of_a_person(name, plain) or is_private(name, value, host) else Part.FINE


def judge_segment(segment: str, host: str) -> Part:
    """Return what a segment of a path is."""
    plain = unquote(segment)
    if _EMAIL.search(plain) and not _ACCOUNT_IN_PATH.fullmatch(plain):
        return Part.PERSONAL
    if _JWT.search(plain):
        return Part.SECRET
    name, sign, value = plain.partition("=") if "=" in plain else plain.partition(":")
    if sign and value and names_secret(name) and not is_harmless(value):
        return Part.SECRET
    bare = "" if _is_title(plain) else _PAGE_ID.sub("", _PAGE_FILE.sub("", plain))
    return Part.UNSURE if looks_drawn(bare) and is_private("", bare, host) else Part.FINE


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
    return name.lower() not in _SID or looks_drawn(value, shortest=8, enough=2.0)


def _holds_email(plain: str) -> bool:
    """Look for an address as it stands, escaped once more, and in base64, as mailers write it."""
    return any(_EMAIL.search(text) for text in (plain, unquote(plain), from_base64(plain)))


def _is_of_a_person(name: str, plain: str) -> bool:
    if _PHONE.fullmatch(plain):
        return True
    if _plain_name(name) in _ABOUT_PEOPLE:
        return True
    words = {word.lower() for word in _WORDS.findall(name)} | {_plain_name(name)}
    return bool(words & _OF_PEOPLE) and sum(sign.isdigit() for sign in plain) >= _DIGITS


def _is_private_link(plain: str) -> bool:
    """Tell whether a link as a value holds what would not be passed on in a link; a link in that one is not opened."""
    parts = take_apart(plain)
    if parts is None:
        return False
    pairs = (pair.partition("=") for pair in (parts.query or "").split("&") if pair)
    in_query = any(names_secret(name) or _holds_email(unquote_plus(value)) for name, _sign, value in pairs)
    in_path = any(judge_segment(segment, parts.host) is not Part.FINE for segment in parts.path.split("/") if segment)
    return bool(parts.userinfo) or in_query or in_path


def _plain_name(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())
