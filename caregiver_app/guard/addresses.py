"""Finds postal addresses: house number and street in the order of each country, post boxes, flats."""

from __future__ import annotations

import re
from collections.abc import Iterator

from caregiver_app.guard.begun import Begun, sought
from caregiver_app.guard.hits import Hit
from caregiver_app.model.guard import FindingKind

_HOUSE = r"\d{1,5}(?:[A-Za-z]?/\d{1,4}[A-Za-z]?|[ -]?[A-Za-z](?![\w])|-\d{1,4})?"
_WORD = r"[^\W\d_](?:[^\W\d_]|['.-](?=[^\W\d_])){0,24}"
_SIMPLE = r"[^\W\d_](?:[^\W\d_]|['.](?=[^\W\d_])){0,24}"
"""A word without hyphens, where words are joined by hyphens too: a sign must be read in one way only."""
_CAPITAL_SIMPLE = rf"(?=[^\W\d_a-z])(?![a-zß-öø-ÿ]){_SIMPLE}"
_CAPITAL = rf"(?=[^\W\d_a-z])(?![a-zß-öø-ÿ]){_WORD}"
_CAPITAL_BEGINS = r"[^\W\d_a-z](?<!\w.)"
_UNIT = r"(?:(?:Flat|Apartment|Apt|Suite|Ste|Unit|House|Room|#)\.? ?(?:No\.? ?)?\d{0,4}[A-Za-z]?,? )"
_STREET_TYPES = (
    r"(?:Street|St|Str|Road|Rd|Lane|Ln|Avenue|Ave|Av|Drive|Dr|Close|Cl|Court|Ct|Crescent|Cres|Gardens|Gdns|"
    r"Grove|Gr|Place|Pl|"
    r"Square|Sq|Terrace|Terr?|Way|Walk|Rise|Row|Mews|Hill|Park|Parade|Pde|Boulevard|Blvd|Highway|Hwy|Parkway|"
    r"Pkwy|Circle|Cir|Trail|Trl|"
    r"Loop|Alley|Plaza|Circuit|Cct|Quay|Green|View|Villas|Vale|Yard|Wharf|Heights|Esplanade|Meadows?|Fields?|"
    r"Coves?|Route|Rte|Streets|Manor|Mount|Croft|Drove|Broadway|Embankment|Strand)"
)
_ENGLISH = sought(
    rf"(?<![\w.,/£$€-]){_UNIT}?{_HOUSE},? (?:(?:the|of|de|la|St|Mt)\.? )?(?:(?:\d{{1,3}}(?:st|nd|rd|"
    rf"th)|{_CAPITAL}) ){{1,4}}{_STREET_TYPES}\b\.?(?! of (?!the))"
    rf"(?: (?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)\b)?(?:,? (?:Apt|Apartment|Suite|Ste|Unit|#)\.? ?\w{{1,6}})?",
    at=r"[\dFASUHR#](?<![\w.,/£$€-].)(?=(?<=[\d#])|lat|p|uite|te|nit|ouse|oom)",
)
_ENGLISH_SMALL = sought(
    rf"(?<!\w)(?i:live(?:s|d)? at|address(?: is|:)|lives at|staying at|come to|post (?:it )?to|"
    rf"send (?:it )?to)[ \n]{{1,3}}(?P<street>{_UNIT}?{_HOUSE},? {_WORD}(?: {_WORD}){{0,3}})",
    at=r"[LlAaSsCcPp](?<!\w.)(?=[iI][vV]|[dD][dD]|[tT][aA]|[oO][mMsS]|[eE][nN])",
)
_NO_STREET_NAME = (
    r"(?:the|of|an?|and|or|in|on|at|to|from|by|down|up|along|off|our|my|his|her|their|this|that|your|more|other|busy|"
    r"main|side|quiet|long|high|wide|lane|way|hours?|minutes?|mins?|miles?|metres?|meters?|yards?|km|days?|weeks?|"
    r"months?|years?|people|houses|doors|cars|steps|times|new|big|small|narrow|different|same|next|memory|x)"
)
_ENGLISH_LOWER = sought(
    rf"(?<![\w.,/£$€:-])\d{{1,3}}[a-z]?,? (?!{_NO_STREET_NAME}\b)[a-z']{{3,20}} "
    rf"(?:(?!{_NO_STREET_NAME}\b)[a-z']{{3,20}} )?"
    r"(?:street|road|lane|avenue|crescent|terrace)\b",
    at=r"\d(?<![\w.,/£$€:-].)",
)
"""In small letters only what ends as nothing but a street does, and has no word before it that tells how far it is."""
_GERMAN = sought(
    r"(?<!\w)(?:(?=[^\W\d_a-z])[^\W\d_]{2,24}(?:straße|strasse|str\.|weg|platz|allee|gasse|damm|ufer|steig|vej|"
    r"gata|gatan|gade|katu)"
    rf"|{_CAPITAL_SIMPLE}(?:[ -]{_CAPITAL_SIMPLE}){{0,2}}[ -](?:Straße|Strasse|Str\.|Weg|Platz|Allee|Gasse|"
    rf"Ring|Damm|Ufer|Chaussee))"
    r" \d{1,4} ?[a-hA-H]?(?![\w])",
    at=_CAPITAL_BEGINS,
)
_DUTCH = sought(
    r"(?<!\w)(?=[^\W\d_a-z])[^\W\d_]{2,24}(?:straat|laan|weg|plein|gracht|kade|singel|dreef|hof|steeg|dijk|markt)"
    r" \d{1,4}(?:[ -]?[a-zA-Z]{1,2}|-\d{1,3})?(?![\w])",
    at=_CAPITAL_BEGINS,
)
_FRENCH = sought(
    r"(?<![\w.,/-])\d{1,4}(?: ?(?:bis|ter|quater|[A-D]))?,? (?i:rue|avenue|av\.|boulevard|bd|bld|place|chemin|"
    r"allée|impasse|route|quai|cours|square|passage|faubourg|sentier)"
    rf" (?:(?:de|du|des|de la|de l'|d'|la|le|les|l')(?: ?))*{_SIMPLE}(?:[ -](?:(?:de|du|des|la|le|et|d'|"
    rf"l') ?)*{_CAPITAL_SIMPLE}){{0,4}}",
    at=r"\d(?<![\w.,/-].)",
)
_SPANISH = sought(
    r"(?<!\w)(?:[Cc]alle|C/|[Aa]venida|[Aa]vda\.?|[Pp]laza|[Pp]za\.?|[Pp]aseo|[Cc]amino|[Cc]arretera|[Rr]onda|"
    r"[Tt]raves[ií]a|[Uu]rbanizaci[oó]n)"
    rf" ?(?:(?:de|del|la|las|los|el) )*{_CAPITAL}(?: (?:(?:de|del|la|las|los|"
    rf"y) )*{_CAPITAL}){{0,4}},? (?:n\.?[ºo°]\.? ?|n[uú]m\.? ?|n[uú]mero )?\d{{1,4}}"
    r"(?:,? ?\d{1,2}\.?[ºª°](?: ?[A-Z0-9](?![\w]))?)?(?!\w)",
    at=r"[CcAaPpRrTtUu](?<!\w.)(?=alle|/|venida|vda|laza|za|aseo|amino|arretera|onda|rave|rban)",
)
_ITALIAN = sought(
    r"(?<!\w)(?:[Vv]ia|[Vv]iale|[Pp]iazza|[Pp]iazzale|[Cc]orso|[Ll]argo|[Vv]icolo|[Ss]trada|[Cc]ontrada|[Ll]ungomare)"
    rf" (?:(?:del|della|dei|delle|degli|dell'|di|da|san|santa) ?)*{_CAPITAL}(?: (?:(?:del|della|dei|di|da|"
    rf"e) )*{_CAPITAL}){{0,3}},? (?:n\.? ?)?\d{{1,4}}(?:/?[A-Za-z])?(?!\w)",
    at=r"[VvPpCcLlSs](?<!\w.)(?=ia|iazza|orso|argo|icolo|trada|ontrada|ungo)",
)
_BOX = sought(
    r"(?<!\w)(?:P\.? ?O\.? ?Box|Post Office Box|PSC \d{1,5},? Box|Unit \d{1,5},? Box|Postfach|"
    r"Apartado(?: de Correos)?|Bo[iî]te Postale|Casella Postale|Postbus|GPO Box|"
    r"Private Bag) ?(?:No\.? ?)?\d[\d ]{0,9}\d?",
    at=r"[PpUuAaBbCcGg](?<!\w.)",
    ignoring_case=True,
)
_PATTERNS = (
    (_ENGLISH, ()),
    (_ENGLISH_SMALL, ("live", "address", "staying at", "come to", "post ", "send ")),
    (_ENGLISH_LOWER, ("street", "road", "lane", "avenue", "crescent", "terrace")),
    (
        _FRENCH,
        (
            *("rue ", "avenue ", "av. ", "boulevard ", "bd ", "bld ", "place ", "chemin ", "allée ", "impasse "),
            *("route ", "quai ", "cours ", "square ", "passage ", "faubourg ", "sentier "),
        ),
    ),
    (
        _SPANISH,
        ("calle", "c/", "avenida", "avda", "plaza", "pza", "paseo", "camino", "carretera", "ronda", "traves", "urbani"),
    ),
    (_ITALIAN, ("via", "piazza", "corso", "largo", "vicolo", "strada", "contrada", "lungomare")),
    (_BOX, ("box", "postfach", "apartado", "postal", "casella", "postbus", "bag")),
)
"""Each with words without which it cannot match: to look for those is quick."""
_ENDING_IN = (
    (
        _GERMAN,
        (
            *("straße", "strasse", "str.", "weg", "platz", "allee", "gasse", "damm", "ufer", "steig", "ring"),
            *("chaussee", "vej", "gata", "gatan", "gade", "katu"),
        ),
    ),
    (
        _DUTCH,
        ("straat", "laan", "weg", "plein", "gracht", "kade", "singel", "dreef", "hof", "steeg", "dijk", "markt"),
    ),
)
"""Each with what stands before the number of the house."""
_BEFORE_HOUSE = re.compile(r" \d")
_NO_STREET = re.compile(
    r"\b(?:Way|Park|Court|Row|Place|Circle|View|Rise|Green|Walk|Field|Fields|Hill|Drive|Close|Mount)$"
)


def find_addresses(text: str) -> Iterator[Hit]:
    """Yield streets with a house number and post boxes, as they are written in ten countries."""
    for pattern in _likely(text.lower()):
        for found in pattern.finditer(text):
            if pattern is _ENGLISH_SMALL:
                yield Hit(start=found.start("street"), end=found.end("street"), kind=FindingKind.ADDRESS)
            elif not _is_year(found[0]):
                length = len(found[0].rstrip(" ,."))
                yield Hit(start=found.start(), end=found.start() + length, kind=FindingKind.ADDRESS)


def _likely(small: str) -> Iterator[Begun]:
    """Yield the patterns that a text in small letters may hold."""
    for pattern, words in _PATTERNS:
        if not words or any(word in small for word in words):
            yield pattern
    houses = [found.start() for found in _BEFORE_HOUSE.finditer(small)]
    for pattern, endings in _ENDING_IN:
        if any(small.endswith(endings, 0, house) for house in houses):
            yield pattern


def _is_year(written: str) -> bool:
    """Tell "2026 World Day ... Walk" from a house: years before a name that happens to end like a street."""
    return bool(re.match(r"(?:19|20)\d\d ", written) and _NO_STREET.search(written))
