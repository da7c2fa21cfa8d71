"""Which numbers may stand in Help: those of every known line, and none that is a trap."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.packs.dialled import names_emergency, number_fault, says_costly
from caregiver_app.support.helplines import HelpKind, emergency_numbers, helplines, public_numbers

FAULTS = {
    ("GB", "999"): "emergency-number",
    ("GB", "1\u200b12"): "emergency-number",
    ("GB", "\u2460\u2460\u2461"): "emergency-number",
    ("ES", "112"): "emergency-number",
    ("DE", "110"): "emergency-number",
    ("INT", "911"): "emergency-number",
    ("GB", "0909 879 0000"): "costly-number",
    ("GB-SCT", "(0)909 879 0000"): "costly-number",
    ("GB", "\uff10\uff19\uff10\uff19 879 0000"): "costly-number",
    ("GB", "141 0909 879 0000"): "costly-number",
    ("GB", "0909 879 0000 option 2"): "costly-number",
    ("INT", "+44 909 879 0000"): "costly-number",
    ("GB", "0 9 0 9 8 7 9 0 0 0 0, then 5"): "costly-number",
    ("GB", "1 4 1 0 9 0 9 8 7 9 0 0 0 0, then 5"): "costly-number",
    ("GB", "+44 (0)909 879 0000"): "costly-number",
    ("GB", "00 33 899 12 34 56"): "costly-number",
    ("US", "011 44 909 879 0000"): "costly-number",
    ("IE", "1550 123 456"): "costly-number",
    ("GB", "+979 1 2345 6789"): "costly-number",
    ("US", "1-900-555-1234"): "costly-number",
    ("ES", "11888"): "costly-number",
    ("GB", "**21*09098790000#"): "not-dialled",
    ("GB", "\uff0a21\uff03"): "not-dialled",
}


def test_traps_are_none_however_they_are_written() -> None:
    found = {said: number_fault(said[1], said[0]) for said in FAULTS}
    assert {said: fault.value if fault else "" for said, fault in found.items()} == FAULTS


def test_every_line_that_everybody_knows_may_stand_there() -> None:
    urgent = {("FR", "15"), *((line.state, line.phone) for line in emergency_numbers())}
    known = {*public_numbers(), *((line.country, line.phone) for line in helplines())} - urgent
    assert len(known) > 150
    faults = {number: number_fault(number[1], number[0]) for number in known}
    assert {number for number, fault in faults.items() if fault is not None} == set()
    called = [line for line in helplines() if line.kind is not HelpKind.EMERGENCY]
    assert [line.organisation for line in called if names_emergency(line.organisation, line.country)] == []
    words = [(f"{line.organisation} {line.phone}", line.country) for line in called]
    assert [said for said, country in words if says_costly(said, country)] == []


def test_usual_numbers_and_names_may_stand_there() -> None:
    for country, phone in (("GB", "020 7946 0000"), ("FR", "01 45 39 40 01"), ("US", "1-800-LIFENET"), ("ES", "")):
        assert number_fault(phone, country) is None, phone
    for name in ("NHS 111", "Carers cafe 9-11 o'clock", "Route 99", "Line 24/7"):
        assert not names_emergency(name, "GB"), name


def test_an_emergency_number_in_a_name_is_seen_however_it_is_written() -> None:
    for name in ("999 Emergency: ambulance", "Emergency 9 9 9", "112", "\uff19\uff19\uff19 help", "Call 1\u200b12 now"):
        assert names_emergency(name, "GB"), name
    assert names_emergency("Samu 15", "FR")


@given(
    st.text("0123456789+ ()-*#x\u0669\u2460\u200b", max_size=40),
    st.sampled_from(["GB", "US", "INT", "GB-SCT", "ZZ", "DE"]),
)
def test_any_number_of_any_country_has_a_fault_or_none(phone: str, country: str) -> None:
    fault = number_fault(phone, country)
    assert ("*" in phone or "#" in phone) == (fault is not None and fault.value == "not-dialled")
    assert says_costly(f"Line {phone}", country) in (True, False)
