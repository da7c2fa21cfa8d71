"""Africa, Asia and Latin America: the identity numbers that people there write most."""

from __future__ import annotations

from stdnum.ar import cuit
from stdnum.br import cpf
from stdnum.cl import rut
from stdnum.cn import ric
from stdnum.cu import ni
from stdnum.do import cedula
from stdnum.ec import ci
from stdnum.id import nik
from stdnum.in_ import aadhaar, pan
from stdnum.jp import in_
from stdnum.kr import rrn
from stdnum.mx import curp
from stdnum.my import nric
from stdnum.pk import cnic
from stdnum.th import pin
from stdnum.za import idnr

from caregiver_app.guard.numbers.rule import rule, weighted

_SINGAPORE = {"S": ("JZIHGFEDCBA", 0), "T": ("JZIHGFEDCBA", 4), "F": ("XWUTRQPNMLK", 0), "G": ("XWUTRQPNMLK", 4)}


def is_singapore(number: str) -> bool:
    """Check a Singapore identity number (weights 2, 7 to 2, modulus 11; M has letters of its own)."""
    if number[0] == "M":
        return "KLJNPQRTUWX"[10 - (weighted(number[1:8], (2, 7, 6, 5, 4, 3, 2), 11) + 3) % 11] == number[8]
    letters, offset = _SINGAPORE[number[0]]
    return letters[(weighted(number[1:8], (2, 7, 6, 5, 4, 3, 2), 11) + offset) % 11] == number[8]


WIDER = (
    rule("za-id", r"\d{13}", (13,), idnr.is_valid, called=r"south african|sa id|rsa", written=r"\d{6} \d{4} \d{3}"),
    rule(
        "in-aadhaar",
        r"[2-9]\d{11}",
        (12,),
        aadhaar.is_valid,
        called=r"aadha+r|uid",
        written=r"\d{4}([ -])\d{4}\1\d{4}",
    ),
    rule(
        "in-pan", r"[A-Z]{3}[ABCFGHJLPTK][A-Z]\d{4}[A-Z]", (10,), pan.is_valid, called=r"pan|income tax", distinct=True
    ),
    rule("sg-nric", r"[STFGM]\d{7}[A-Z]", (9,), is_singapore, called=r"nric|fin|singapore", distinct=True),
    rule("my-nric", r"\d{12}", (12,), nric.is_valid, called=r"nric|mykad|ic", written=r"\d{6}-\d{2}-\d{4}"),
    rule("kr-rrn", r"\d{13}", (13,), rrn.is_valid, called=r"rrn|korean|주민\w*", written=r"\d{6}-\d{7}"),
    rule("cn-ric", r"[1-9]\d{16}[0-9X]", (18,), ric.is_valid, called=r"身份证\w*|chinese|resident", distinct=True),
    rule("th-pin", r"[1-8]\d{12}", (13,), pin.is_valid, called=r"thai|tnin", written=r"\d-\d{4}-\d{5}-\d{2}-\d"),
    rule("br-cpf", r"\d{11}", (11,), cpf.is_valid, called=r"cpf", written=r"\d{3}\.\d{3}\.\d{3}-\d{2}"),
    rule("cl-rut", r"\d{7,8}[0-9K]", (8, 9), rut.is_valid, called=r"rut|run", written=r"\d{1,2}\.\d{3}\.\d{3}-[\dk]"),
    rule("mx-curp", r"[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z0-9]\d", (18,), curp.is_valid, called=r"curp", distinct=True),
    rule("ar-cuit", r"\d{11}", (11,), cuit.is_valid, called=r"cui[tl]", written=r"\d{2}-\d{8}-\d"),
    rule("do-cedula", r"\d{11}", (11,), cedula.is_valid, called=r"c[eé]dula", written=r"\d{3}-\d{7}-\d"),
    rule("ec-ci", r"\d{10}", (10,), ci.is_valid, called=r"c[eé]dula|ci", written=r"\d{9}-\d"),
    rule("cu-ni", r"\d{11}", (11,), ni.is_valid, called=r"carn[eé]|identidad"),
    rule("id-nik", r"[1-9]\d{15}", (16,), nik.is_valid, called=r"nik|ktp"),
    rule(
        "jp-number",
        r"\d{12}",
        (12,),
        in_.is_valid,
        called=r"my number|マイナンバー|個人番号",
        written=r"\d{4} \d{4} \d{4}",
    ),
    rule("pk-cnic", r"[1-9]\d{12}", (13,), cnic.is_valid, called=r"cnic|nadra", written=r"\d{5}-\d{7}-\d"),
)
