"""Netherlands, Belgium and the Nordic and Baltic countries: numbers of persons."""

from __future__ import annotations

from stdnum.be import ssn
from stdnum.dk import cpr
from stdnum.ee import ik
from stdnum.exceptions import ValidationError
from stdnum.fi import hetu
from stdnum.is_ import kennitala
from stdnum.lt import asmens
from stdnum.nl import bsn
from stdnum.no import fodselsnummer
from stdnum.se import personnummer

from caregiver_app.guard.numbers.rule import rule

_DAY_FIRST = r"[0-3]\d[01]\d{3}-\d{4}"


def is_hetu(number: str) -> bool:
    """Check a Finnish personal identity code; a hyphen between its parts was taken out."""
    whole = number if len(number) == 11 else f"{number[:6]}-{number[6:]}"
    try:
        hetu.validate(whole, allow_temporary=True)
    except ValidationError:
        return False
    return True


def is_swedish(number: str) -> bool:
    """Check a Swedish personal identity number of ten or twelve digits."""
    return personnummer.is_valid(f"{number[:-4]}-{number[-4:]}")


NORTHERN = (
    rule(
        "nl-bsn",
        r"\d{8,9}",
        (8, 9),
        bsn.is_valid,
        called=r"bsn|burgerservice\w*|sofi\w*|sociaal",
        written=r"\d{4}[ .]\d{2}[ .]\d{3}",
    ),
    rule(
        "be-register",
        r"\d{11}",
        (11,),
        ssn.is_valid,
        called=r"rijksregister\w*|registre national|insz|niss|nn|nrn",
        written=r"\d\d\.\d\d\.\d\d-\d{3}[.-]\d\d",
    ),
    rule("dk-cpr", r"[0-3]\d[01]\d{7}", (10,), cpr.is_valid, called=r"cpr\w*|personnummer", written=_DAY_FIRST),
    rule(
        "se-person",
        r"(?:19|20)?\d{2}[01]\d[0-9]\d{5}",
        (10, 12),
        is_swedish,
        called=r"person\w*nummer|personal identity|pnr",
        written=r"(?:19|20)?\d{6}[-+]\d{4}",
    ),
    rule(
        "no-birth",
        r"\d{11}",
        (11,),
        fodselsnummer.is_valid,
        called=r"f[øo]dselsnummer|fnr|personnummer",
        written=r"\d{6} \d{5}",
    ),
    rule(
        "fi-hetu",
        r"\d{6}[A-FU-Y]?\d{3}[0-9A-Y]",
        (10, 11),
        is_hetu,
        called=r"hetu|henkil[oö]\w+",
        written=r"\d{6}[-+A-FU-Y]\d{3}[0-9A-Y]",
    ),
    rule(
        "is-kennitala", r"[0-7]\d[01]\d{7}", (10,), kennitala.is_valid, called=r"kennitala|kt", written=r"\d{6}-\d{4}"
    ),
    rule("ee-ik", r"[1-8]\d{10}", (11,), ik.is_valid, called=r"isikukood\w*|ik"),
    rule("lt-asmens", r"[1-9]\d{10}", (11,), asmens.is_valid, called=r"asmens\w*|ak"),
)
