"""What tells of computers and their users: IP and hardware addresses, paths, links that carry tokens."""

from __future__ import annotations

import pytest

from caregiver_app.model.guard import FindingKind
from tests.helpers.guarding import found, only


@pytest.mark.parametrize(
    "address",
    ["192.168.1.24", "10.0.0.12", "2001:db8::1f", "fe80::1%eth0", "::ffff:10.0.0.1", "2400:cb00:2048:1:0:0:c629:d7a2"],
)
def test_an_internet_address_is_found(address: str) -> None:
    assert found(f"It is at {address}, say.") == [(FindingKind.IP_ADDRESS, address)]


def test_an_internet_address_is_found_before_a_port_and_in_a_link() -> None:
    assert only(FindingKind.IP_ADDRESS, "10.0.0.12:8080 and http://[2001:db8::1]/path") == ["10.0.0.12", "2001:db8::1"]


@pytest.mark.parametrize(
    "text", ["192.168.0", "version 1.2.3.4", "Section 4.2.1.3", "1.2.3.4.5", "256.1.1.1", "10:30:15", "fe80::1text"]
)
def test_what_is_no_internet_address_is_left_alone(text: str) -> None:
    assert only(FindingKind.IP_ADDRESS, text) == []


@pytest.mark.parametrize("address", ["00:1A:2B:3C:4D:5E", "AA-BB-CC-DD-EE-FF", "0012.3456.789a"])
def test_a_hardware_address_is_found(address: str) -> None:
    assert found(f"The box says {address} below.") == [(FindingKind.MAC_ADDRESS, address)]


@pytest.mark.parametrize("text", ["00:00:00:00:00:00", "10:2F:33-AC-29-C3", "00:1A:2B:3C:4D", "00:1A:2B:3C:4D:5E:6F"])
def test_what_is_no_hardware_address_is_left_alone(text: str) -> None:
    assert only(FindingKind.MAC_ADDRESS, text) == []


@pytest.mark.parametrize(
    "path",
    [
        "/home/dpatel/care/dad.txt", "/Users/jdoe/mum.pdf", "file:///home/jdoe/a.pdf",
        r"C:\Users\jdoe\Desktop\notes.txt",
        r"C:\Users\margaret.hill\mum.docx", r"D:\Documents and Settings\Ann Lee\x.txt", r"\\nas\jdoe\mum",
        "C:/Users/jdoe", "smb://nas/anna/dad.pdf",
    ],
)  # fmt: skip
def test_a_path_with_a_name_is_found(path: str) -> None:
    assert found(f"Saved in {path}, see there.") == [(FindingKind.FILE_PATH, path)]


@pytest.mark.parametrize(
    "path", ["/usr/share/doc", "/Users/Shared/x", r"C:\Users\Public\x", r"C:\Windows", "and/or", "his/her"]
)
def test_other_paths_are_left_alone(path: str) -> None:
    assert found(f"Saved in {path} now") == []


def test_a_link_with_a_token_is_found_as_a_whole() -> None:
    link = "https://portal.example.org/results?token=8f3ka92mX7qLp0Zr"
    assert found(f"See ({link}). Thanks") == [(FindingKind.PRIVATE_LINK, link)]
    assert found("See https://example.org/off?email=sam@example.org now")[0][0] is FindingKind.PRIVATE_LINK


@pytest.mark.parametrize(
    "link",
    [
        "https://www.nhs.uk/conditions/dementia/", "https://www.alzheimers.org.uk/get-support/staying-independent",
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ", "www.example.org/page/12345678",
        "https://doi.org/10.1056/NEJMoa2035389",
        "https://www.gov.uk/guidance/the-uks-national-emergency-numbers", "https://example.org/2026/03/12/9434765919",
    ],
)  # fmt: skip
def test_harmless_links_and_the_numbers_in_them_are_left_alone(link: str) -> None:
    assert found(f"See {link}.") == []
