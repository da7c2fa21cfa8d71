"""Postal addresses and postcodes of ten countries."""

from __future__ import annotations

import pytest

from caregiver_app.model.guard import FindingKind
from tests.helpers.guarding import found, only

ADDRESSES = {
    "GB": ("12 Acacia Avenue", "LS1 4AP"),
    "GB-flat": ("Flat 2b, 15 St. Mary's Road", "W5 5RA"),
    "US": ("1600 Maple Avenue Apt 12", "62704"),
    "US-northwest": ("1234 NW 5th Ave", "97209"),
    "CA": ("45 Queen St W", "M5H 2M9"),
    "AU": ("5/12 Smith Street", "3065"),
    "AU-flat": ("12B/44 Bondi Rd", "2026"),
    "IE": ("12 O'Connell Street", "D01 F5P2"),
    "DE": ("Lindenstraße 12a", "10969"),
    "DE-two-words": ("Berliner Allee 5", "40212"),
    "FR": ("10 bis Rue de la Paix", "75002"),
    "ES": ("Avenida de la Constitución 12", "41001"),
    "NL": ("Prinsengracht 263", "1016 GV"),
    "IT": ("Via Garibaldi 8", "16124"),
}
TOWNS = {
    "GB": "Leeds, {}", "GB-flat": "London, {}", "US": "Springfield, IL {}", "US-northwest": "Portland OR {}",
    "CA": "Toronto ON {}", "AU": "Fitzroy VIC {}", "AU-flat": "Bondi NSW {}", "IE": "Dublin 1, {}", "DE": "{} Berlin",
    "DE-two-words": "{} Düsseldorf", "FR": "{} Paris", "ES": "{} Sevilla", "NL": "{} Amsterdam", "IT": "{} Genova",
}  # fmt: skip


@pytest.mark.parametrize("country", ADDRESSES)
def test_street_and_postcode_are_found_to_the_letter(country: str) -> None:
    street, code = ADDRESSES[country]
    text = f"They are at {street}, {TOWNS[country].format(code)}."
    assert found(text) == [(FindingKind.ADDRESS, street), (FindingKind.POSTCODE, code)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("postcode nw1 6xe", "nw1 6xe"),
        ("ZIP: 62704-1234", "62704-1234"),
        ("PLZ 10969", "10969"),
        ("in EC1A 1BB now", "EC1A 1BB"),
    ],
)
def test_a_postcode_is_found_alone(text: str, code: str) -> None:
    assert only(FindingKind.POSTCODE, text) == [code]


@pytest.mark.parametrize(
    "text", ["P.O. Box 2210", "PO Box 12", "Postfach 10 12 34", "GPO Box 991", "apartado de correos 77"]
)
def test_a_box_is_found(text: str) -> None:
    assert only(FindingKind.ADDRESS, f"Write to {text}, please") == [text]


def test_an_address_in_small_letters_is_found_where_it_is_called_one() -> None:
    assert only(FindingKind.ADDRESS, "she lives at 221b baker street")[0].startswith("221b baker street")


@pytest.mark.parametrize(
    "text",
    [
        "Spring 2026 is here.", "Caring 24 hours a day", "2026 Memory Walk", "10 minutes a day",
        "Take 2 tablets by way of mouth",
        "Vitamin B12 5MG", "COVID-19 2026", "Omega 3", "Version 1.2", "500 mg", "in 10000 people", "12 October 2026",
        "Type 2 Diabetes", "iPad 12", "Figure 3 on page 12",
    ],
)  # fmt: skip
def test_what_is_no_address_is_left_alone(text: str) -> None:
    assert found(text) == []
