"""What a typed link says in words is found as it is outside of one; numbers of pages raise no alarm."""

from __future__ import annotations

import re
from pathlib import Path

from caregiver_app.model.guard import FindingKind
from tests.helpers.guarding import found

STARTER = Path(__file__).parents[3] / "packaging" / "starter"
_ADDRESS = re.compile(r'https?://[^\s"\\]+')
TELLING = {
    "https://wa.me/447911123456": [(FindingKind.PHONE, "447911123456")],
    "https://api.whatsapp.com/send?phone=447911123456&text=hi": [(FindingKind.PHONE, "447911123456")],
    "https://example.org/book?tel=07911%20123456": [(FindingKind.PHONE, "07911%20123456")],
    "https://www.google.com/maps/place/14+Birch+Lane,+Leeds+LS6+2AB": [
        (FindingKind.ADDRESS, "14+Birch+Lane"), (FindingKind.POSTCODE, "LS6+2AB"),
    ],
    "https://www.nhs.uk/service-search/results/LS6%202AB": [(FindingKind.POSTCODE, "LS6%202AB")],
    "https://example.org/?postcode=ls6%252B2ab": [(FindingKind.POSTCODE, "ls6%252B2ab")],
    "https://example.org/book?name=Margaret+Hughes": [(FindingKind.NAME, "Margaret+Hughes")],
    "https://example.org/book?dob=4+March+1941": [(FindingKind.BIRTH_DATE, "4+March+1941")],
    "https://example.org/results/9434765919": [(FindingKind.NATIONAL_NUMBER, "9434765919")],
    "https://example.org/?nhsno=9434765919": [(FindingKind.NATIONAL_NUMBER, "9434765919")],
    "https://example.org/claim?nino=PR123612C": [(FindingKind.NATIONAL_NUMBER, "PR123612C")],
    "https://example.org/pay?iban=GB82WEST12345698765432": [(FindingKind.IBAN, "GB82WEST12345698765432")],
    "https://example.org/r?c=4111111111111111": [(FindingKind.CARD, "4111111111111111")],
}  # fmt: skip
CLEAN = (
    "https://example.org/results/9434765918", "https://example.org/news/9434765919", "https://example.org/a/1234AB",
    "https://example.org/health-56780131", "https://wa.me/443331503456", "https://example.org/4111111111111112",
    "https://example.org/2024/03/04/name-your-feelings", "https://doi.org/10.1002/14651858.CD013069",
)  # fmt: skip


def test_what_the_words_of_a_link_give_away_is_found() -> None:
    told = {link: found(f"👋 see {link}, please") for link in TELLING}
    assert told == TELLING


def test_numbers_of_pages_are_nobodys() -> None:
    assert [each for each in CLEAN if found(f"see {each}, please")] == []


def test_no_address_that_ships_raises_an_alarm() -> None:
    texts = (file.read_text(encoding="utf-8") for file in sorted(STARTER.glob("*.json")))
    addresses = sorted({address for text in texts for address in _ADDRESS.findall(text)})
    assert len(addresses) > 300
    assert [each for each in addresses if any(k is not FindingKind.PRIVATE_LINK for k, _text in found(each))] == []
