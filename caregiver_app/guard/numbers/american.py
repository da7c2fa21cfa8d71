"""United States: Social Security, taxpayer and Medicare Beneficiary numbers."""

from __future__ import annotations

from stdnum.us import itin, ssn

from caregiver_app.guard.numbers.rule import always, rule

_LETTERS = "AC-HJKMNP-RT-Y"
_MBI = rf"[1-9][{_LETTERS}][{_LETTERS}0-9]\d[{_LETTERS}][{_LETTERS}0-9]\d[{_LETTERS}]{{2}}\d{{2}}"
"""Eleven places, each a digit, a letter or either, without S, L, O, I, B and Z (CMS, "Understanding the MBI")."""

AMERICAN = (
    rule(
        "us-ssn",
        r"\d{9}",
        (9,),
        ssn.is_valid,
        called=r"ssn|ss ?#|social security|soc\.? sec\.?|social",
        written=r"\d{3}([ .-])\d{2}\1\d{4}",
        only_usual=True,
    ),
    rule(
        "us-itin",
        r"9\d{8}",
        (9,),
        itin.is_valid,
        called=r"itin|tax ?payer|tax",
        written=r"9\d{2}([ -])\d{2}\1\d{4}",
        only_usual=True,
    ),
    rule("us-mbi", _MBI, (11,), always, called=r"medicare|mbi|beneficiary", distinct=True),
)
