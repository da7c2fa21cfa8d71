"""A change of a manifest is taken back, and what was changed elsewhere since stays."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.packs.taking_back import taken_back

IDS = st.sampled_from(["a", "b", "c", "d"])
RECORDS = st.lists(
    st.fixed_dictionaries({"id": IDS, "title": st.sampled_from(["one", "two"])}),
    max_size=4,
    unique_by=lambda each: each["id"],
)
MANIFESTS = st.fixed_dictionaries(
    {"schema": st.just(1), "title": st.sampled_from(["x", "y"])}, optional={"links": RECORDS, "helplines": RECORDS}
)


def plain(manifest: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in manifest.items() if value != []}


@given(before=MANIFESTS, after=MANIFESTS)
def test_a_change_taken_back_at_once_leaves_what_was_there(before: dict[str, Any], after: dict[str, Any]) -> None:
    assert taken_back(after, before=before, after=after) == plain(before)
    assert taken_back(before, before=after, after=before) == plain(after)


@given(before=MANIFESTS, after=MANIFESTS, now=MANIFESTS)
def test_what_the_change_did_not_touch_stays_as_it_is_now(
    before: dict[str, Any], after: dict[str, Any], now: dict[str, Any]
) -> None:
    result = taken_back(now, before=before, after=after)
    for name in ("links", "helplines"):
        old, new, current = ({each["id"]: each for each in manifest.get(name, ())} for manifest in (before, after, now))
        became = {each["id"]: each for each in result.get(name, ())}
        for key in {*old, *new, *current}:
            if old.get(key) == new.get(key):
                assert became.get(key) == current.get(key)
            elif current.get(key) == new.get(key):
                assert became.get(key) == old.get(key)


def test_something_taken_out_comes_back_at_its_place_beside_what_came_since() -> None:
    a, b, c, d = ({"id": key} for key in "abcd")
    now = {"links": [a, c, d]}
    assert taken_back(now, before={"links": [a, b, c]}, after={"links": [a, c]}) == {"links": [a, b, c, d]}


def test_what_somebody_changed_once_more_stays_as_they_have_it() -> None:
    before, after, now = ({"links": [{"id": "a", "title": title}]} for title in ("first", "second", "third"))
    assert taken_back(now, before=before, after=after) == now
    assert taken_back({"title": "third"}, before={"title": "first"}, after={"title": "second"}) == {"title": "third"}
