"""The system's own resolver, as far as it can be asked without a network."""

from __future__ import annotations

from ipaddress import ip_address

import pytest

from caregiver_app.web.resolve import SystemResolver


@pytest.mark.parametrize("number", ["127.0.0.1", "::1"])
def test_a_number_is_its_own_address(number: str) -> None:
    assert set(SystemResolver().resolve(number)) == {ip_address(number)}


def test_a_name_that_cannot_exist_is_an_error() -> None:
    with pytest.raises(OSError, match=r"."):
        SystemResolver().resolve("no-such-name.invalid")
