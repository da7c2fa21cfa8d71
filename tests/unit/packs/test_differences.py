"""What another version brings beside the one that is here: what harms most when it is wrong is named apart."""

from __future__ import annotations

from typing import Any

from caregiver_app.packs.differences import changes_between
from tests.helpers.installing import NORTHFIELD, a_line, pack_of


def test_a_line_is_named_anew_where_more_than_the_day_of_its_check_is_other() -> None:
    def version(number: int, **of_one: Any) -> bytes:
        kept, one = a_line("kept"), {**a_line("one"), "checked_on": "2026-10-01", **of_one}
        return pack_of("evenings", version=number, helplines=[kept, one])

    first = version(1)
    assert [part.id for part in changes_between(None, first, NORTHFIELD).numbers] == ["kept", "one"]
    for change, named in (
        ({"checked_on": "2026-11-01"}, []),
        ({"phone": "0808 157 0193"}, ["one"]),
        ({"checked_on": "2026-11-01", "name": "Another"}, ["one"]),
    ):
        changes = changes_between(first, version(2, **change), NORTHFIELD)
        assert [part.id for part in changes.changed] == ["one"]
        assert [part.id for part in changes.numbers] == named, change
