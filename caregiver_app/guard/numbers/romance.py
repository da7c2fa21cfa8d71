"""France, Spain, Italy and Portugal: social insurance, identity and tax numbers of persons."""

from __future__ import annotations

from stdnum.es import dni, nie
from stdnum.fr import nif as fr_nif
from stdnum.fr import nir
from stdnum.it import codicefiscale
from stdnum.pt import cc, nif

from caregiver_app.guard.numbers.rule import rule

_FISCAL_DAY = r"[0-9LMNP-V]{2}[ABCDEHLMPRST][0-9LMNP-V]{2}"


def is_dni(number: str) -> bool:
    """Check a Spanish identity number; one of seven digits lost its leading zero."""
    return dni.is_valid(number.zfill(9))


def is_affiliation(number: str) -> bool:
    """Check a Spanish social security number: the last two digits are the others modulo 97.

    A serial number below ten million counts without its leading zero (Tesorería General de la Seguridad Social).
    """
    serial = int(number[2:10])
    whole = int(number[:2]) * 10_000_000 + serial if serial < 10_000_000 else int(number[:10])
    return whole % 97 == int(number[10:])


ROMANCE = (
    rule(
        "fr-nir",
        r"[1-478]\d{4}(?:\d\d|2[AB])\d{8}",
        (15,),
        nir.is_valid,
        called=r"nir|insee|s[eé]curit[eé] sociale|s[eé]cu|carte vitale",
        written=r"\d \d\d \d\d \w\d \d{3} \d{3} \d\d",
        distinct=True,
    ),
    rule(
        "fr-tax",
        r"[0-3]\d{12}",
        (13,),
        fr_nif.is_valid,
        called=r"nif|spi|fiscal\w*|imp[oô]ts?",
        written=r"\d\d \d\d \d{3} \d{3} \d{3}",
    ),
    rule("es-dni", r"\d{7,8}[A-Z]", (8, 9), is_dni, called=r"dni|nif|documento", distinct=True),
    rule("es-nie", r"[XYZ]\d{7}[A-Z]", (9,), nie.is_valid, called=r"nie|extranjer\w+", distinct=True),
    rule(
        "es-social",
        r"\d{12}",
        (12,),
        is_affiliation,
        called=r"seguridad social|afiliaci[oó]n|naf|nuss|n[uú]mero ss",
        written=r"\d\d([ /-])\d{8}\1\d\d",
    ),
    rule(
        "it-fiscal",
        rf"[A-Z]{{6}}{_FISCAL_DAY}[A-Z][0-9LMNP-V]{{3}}[A-Z]",
        (16,),
        codicefiscale.is_valid,
        called=r"codice fiscale|cf|c\.f\.|tessera",
        distinct=True,
    ),
    rule(
        "pt-nif",
        r"[1-35689]\d{8}",
        (9,),
        nif.is_valid,
        called=r"nif|contribuinte|utente",
    ),
    rule(
        "pt-card",
        r"\d{9}[A-Z0-9]{2}\d",
        (12,),
        cc.is_valid,
        called=r"cart[aã]o|cidad[aã]o",
        written=r"\d{8} \d \w{2}\d",
    ),
)
