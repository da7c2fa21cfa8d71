"""Numbers of persons: each kind with its check, its usual writing and its words."""

from __future__ import annotations

import pytest

from caregiver_app.guard.national_numbers import RULES
from caregiver_app.model.guard import FindingKind
from tests.helpers.guarding import findings

NUMBERS = {
    "gb-nhs": ("943 476 5919", "NHS number"),
    "gb-chi": ("010135 0007", "CHI"),
    "gb-nino": ("PR 12 36 12 C", "NI number"),
    "gb-driving": ("MORGA657054SM9IJ", "licence"),
    "gb-utr": ("19558 39661", "UTR"),
    "ie-pps": ("6433435F", "PPS"),
    "us-ssn": ("536-90-4399", "SSN"),
    "us-itin": ("912-90-3456", "ITIN"),
    "us-mbi": ("1EG4-TE5-MK73", "Medicare"),
    "ca-sin": ("130 692 544", "SIN"),
    "ca-bc-health": ("9698 658 215", "PHN"),
    "ca-on-health": ("9876-543-217", "OHIP"),
    "ca-qc-health": ("TREM 5804 1513", "RAMQ"),
    "au-medicare": ("2123 45670 1", "Medicare"),
    "au-ihi": ("8003 6012 3456 7894", "IHI"),
    "nz-nhi": ("ZAC5361", "NHI"),
    "de-kvnr": ("A123456780", "Krankenversicherung"),
    "de-pension": ("15070649C103", "RVNR"),
    "de-tax": ("86 095 742 719", "Steuer-ID"),
    "at-svnr": ("1237 010180", "SVNR"),
    "ch-ahv": ("756.9217.0769.85", "AHV"),
    "fr-nir": ("2 95 10 99 126 111 93", "NIR"),
    "es-dni": ("54362315K", "DNI"),
    "es-nie": ("X2482300W", "NIE"),
    "es-social": ("28/12345678/40", "Seguridad Social"),
    "it-fiscal": ("RCCMNL83S18D969H", "codice fiscale"),
    "pt-nif": ("501 964 843", "NIF"),
    "nl-bsn": ("1112.22.333", "BSN"),
    "be-register": ("85.07.30-033.28", "rijksregister"),
    "dk-cpr": ("211062-5629", "CPR"),
    "se-person": ("880320-0016", "personnummer"),
    "no-birth": ("151086 95088", "fødselsnummer"),
    "fi-hetu": ("131052-308T", "hetu"),
    "pl-pesel": ("44051401359", "PESEL"),
    "cz-rc": ("710319/2745", "rodné číslo"),
    "tr-kimlik": ("17291716060", "kimlik"),
    "za-id": ("750330 5044 089", "South African ID"),
    "in-aadhaar": ("2341 2341 2346", "Aadhaar"),
    "br-cpf": ("390.533.447-05", "CPF"),
    "cl-rut": ("12.531.909-2", "RUT"),
    "ar-cuit": ("20-05536168-2", "CUIT"),
    "do-cedula": ("001-1391820-5", "cédula"),
    "id-nik": ("3171011708450001", "NIK"),
    "jp-number": ("6214 9832 0257", "my number"),
    "pk-cnic": ("34201-0891231-8", "CNIC"),
    "ua-tax": ("1759013776", "РНОКПП"),
    "mx-curp": ("BOXW310820HNERXN09", "CURP"),
    "ee-ik": ("36805280109", "isikukood"),
    "cu-ni": ("91021027775", "carnet de identidad"),
    "in-pan": ("ACUPA7085R", "PAN"),
    "cn-ric": ("360426199101010071", "身份证"),
    "ro-cnp": ("1630615123457", "CNP"),
    "si-emso": ("0101006500006", "EMŠO"),
    "sg-nric": ("S1234567D", "NRIC"),
    "th-pin": ("1-2345-45678-78-1", "Thai ID"),
    "il-id": ("03933742 3", "teudat zehut"),
    "nz-ird": ("49-098-576", "IRD"),
    "fr-tax": ("30 23 217 600 053", "numéro fiscal"),
    "hr-oib": ("33392005961", "OIB"),
    "my-nric": ("770305-02-1234", "MyKad"),
    "ec-ci": ("171430710-3", "cédula"),
    "is-kennitala": ("120174-3399", "kennitala"),
    "gr-amka": ("01013099997", "AMKA"),
    "bg-egn": ("752316 926 3", "EGN"),
    "lt-asmens": ("33309240064", "asmens kodas"),
    "pt-card": ("00000000 0 ZZ4", "cartão de cidadão"),
    "au-tfn": ("123 456 782", "TFN"),
    "kr-rrn": ("971013-9019902", "RRN"),
    "ca-ab-health": ("123456789", "Alberta Health"),
    "ca-sk-health": ("123456789", "HSN"),
    "ca-mb-health": ("123456789", "PHIN"),
    "ca-ns-health": ("1234567890", "MSI"),
    "ca-nb-health": ("123456789", "New Brunswick Medicare"),
    "ca-pe-health": ("12345678", "PEI Health"),
    "ca-nl-health": ("123456789012", "MCP"),
}  # fmt: skip


def test_each_kind_has_an_example() -> None:
    assert set(NUMBERS) == {each.id for each in RULES}


@pytest.mark.parametrize("rule", NUMBERS)
def test_is_found_beside_its_words_and_named(rule: str) -> None:
    number, words = NUMBERS[rule]
    (finding,) = findings(f"The {words} is {number} today.")
    assert (finding.kind, finding.rule, finding.text) == (FindingKind.NATIONAL_NUMBER, rule, number)


@pytest.mark.parametrize("rule", [each.id for each in RULES if each.written is not None])
def test_in_its_usual_writing_it_needs_no_words(rule: str) -> None:
    assert [finding.text for finding in findings(f"It is {NUMBERS[rule][0]}, then.")] == [NUMBERS[rule][0]]


SET_APART = (
    "gb-nino gb-driving ie-pps us-mbi ca-qc-health au-ihi de-kvnr de-pension ch-ahv fr-nir es-dni es-nie it-fiscal "
    "in-pan sg-nric cn-ric mx-curp"
).split()
"""Nothing else has such letters, or so strong a check: they need neither words nor spaces."""


@pytest.mark.parametrize("rule", SET_APART)
def test_what_nothing_else_looks_like_is_found_by_itself(rule: str) -> None:
    together = "".join(sign for sign in NUMBERS[rule][0] if sign.isalnum())
    assert [(each.rule, each.text) for each in findings(f"It says {together} there.")] == [(rule, together)]


UNCHECKED = {
    "au-medicare",
    "gb-nino",
    "us-ssn",
    "us-itin",
    "us-mbi",
    "ca-qc-health",
    "gb-driving",
    "dk-cpr",
    "id-nik",
    "pk-cnic",
    "cu-ni",
    "in-pan",
    "my-nric",
    "is-kennitala",
    "ca-ab-health",
    "ca-sk-health",
    "ca-mb-health",
    "ca-ns-health",
    "ca-nb-health",
    "ca-pe-health",
    "ca-nl-health",
}
"""Their last digit proves nothing: what they are is told by their form, or by the words near them."""


@pytest.mark.parametrize("rule", [name for name in NUMBERS if name not in UNCHECKED])
def test_with_another_check_digit_it_is_none_whatever_stands_near(rule: str) -> None:
    number, words = NUMBERS[rule]
    place = max(index for index, sign in enumerate(number) if sign.isdigit())
    wrong = f"{number[:place]}{(int(number[place]) + 1) % 10}{number[place + 1 :]}"
    assert [finding.rule for finding in findings(f"The {words} is {wrong} today.") if finding.rule == rule] == []


def test_a_bare_number_without_words_is_none_although_its_check_digit_is_right() -> None:
    assert [each.kind for each in findings("Article 130692544 of the list.")] == []
    assert [each.kind for each in findings("Lot 4010232137 was recalled.")] == []


@pytest.mark.parametrize(
    "text",
    [
        "1EG4-LE5-MK73",
        "BG123612A",
        "AA 12 34 56 H",
        "046 454 286 SIN",
        "B123456781",
        "65070803A012",
        "Medicare 2123 45670 1234",
    ],
)
def test_what_no_such_number_can_be_is_none(text: str) -> None:
    assert [each for each in findings(text) if each.kind is FindingKind.NATIONAL_NUMBER] == []


def test_a_social_security_number_is_written_together_or_as_usual() -> None:
    """It has no check digit: another grouping means another number."""
    assert _kinds("SSN 536904399") == _kinds("SSN 536-90-4399") == _kinds("SSN 536 90 4399") == ["us-ssn"]
    assert _kinds("SSN 5369-04399") == _kinds("SSN 536-90.4399") == []


def test_words_decide_between_kinds_that_look_alike() -> None:
    number = next(
        str(each) for each in range(4_000_000_010, 4_000_100_000) if _kinds(f"NHS {each}") and _kinds(f"OHIP {each}")
    )
    assert _kinds(f"My NHS number is {number}") == ["gb-nhs"]
    assert _kinds(f"My OHIP number is {number}") == ["ca-on-health"]


def _kinds(text: str) -> list[str]:
    return [each.rule for each in findings(text) if each.kind is FindingKind.NATIONAL_NUMBER]


def test_part_of_a_longer_number_is_none() -> None:
    assert _kinds("943 476 5919 22 41") == []
    assert _kinds("+943 476 5919") == []


def test_every_kind_has_a_name_of_its_own() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert set(NUMBERS) <= {rule.id for rule in RULES}
