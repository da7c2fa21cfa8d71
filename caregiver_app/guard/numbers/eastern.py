"""Central, eastern and south-eastern Europe, Turkey and Israel: numbers of persons."""

from __future__ import annotations

from stdnum.bg import egn
from stdnum.cz import rc
from stdnum.gr import amka
from stdnum.hr import oib
from stdnum.il import idnr
from stdnum.pl import pesel
from stdnum.ro import cnp
from stdnum.si import emso
from stdnum.tr import tckimlik
from stdnum.ua import rntrc

from caregiver_app.guard.numbers.rule import rule

EASTERN = (
    rule("pl-pesel", r"\d{11}", (11,), pesel.is_valid, called=r"pesel\w*"),
    rule(
        "cz-rc",
        r"\d{2}[0-8]\d[0-3]\d{4,5}",
        (9, 10),
        rc.is_valid,
        called=r"rodn[eé]\w*|rc|r\.č\.|rč",
        written=r"\d{6}/\d{3,4}",
    ),
    rule("ro-cnp", r"[1-9]\d{12}", (13,), cnp.is_valid, called=r"cnp|cod\w* numeric"),
    rule("bg-egn", r"\d{10}", (10,), egn.is_valid, called=r"egn|егн"),
    rule("hr-oib", r"\d{11}", (11,), oib.is_valid, called=r"oib\w*|osobni\w*"),
    rule("si-emso", r"[0-3]\d[01]\d{10}", (13,), emso.is_valid, called=r"em[sš]o|jmbg|mati[cč]n\w+"),
    rule("gr-amka", r"[0-3]\d[01]\d{8}", (11,), amka.is_valid, called=r"amka|αμκα"),
    rule("tr-kimlik", r"[1-9]\d{10}", (11,), tckimlik.is_valid, called=r"t\.?c\.?|kimlik\w*|tckn|turkish"),
    rule("ua-tax", r"\d{10}", (10,), rntrc.is_valid, called=r"рнокпп|іпн|rntrc|rnokpp"),
    rule("il-id", r"\d{9}", (9,), idnr.is_valid, called=r"teudat\w*|zehut|israeli?|ת\.?ז\.?|תעודת"),
)
