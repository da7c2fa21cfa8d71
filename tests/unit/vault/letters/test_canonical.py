"""A document has one form: whatever else says the same is refused, and nothing ends in anything but a kind refusal."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.model.errors import AskError, AskTrouble
from caregiver_app.vault.letters.canonical import LARGEST_BYTES, canonical, parse_canonical

VERSIONS = {"a-format": 1}
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
KEYS = st.text(st.characters(max_codepoint=127), max_size=8)
VALUES = st.recursive(
    st.none() | st.integers(-(2**53) + 1, 2**53 - 1) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)
HEAD = '{"format":"a-format","version":1'


def trouble_of(data: bytes) -> AskTrouble:
    with pytest.raises(AskError) as told:
        parse_canonical(data, VERSIONS)
    return told.value.kind


@given(st.dictionaries(KEYS, VALUES, max_size=5))
def test_what_is_written_is_read_as_it_was(fields: dict[str, object]) -> None:
    document = {**fields, "format": "a-format", "version": 1}
    assert parse_canonical(canonical(document), VERSIONS) == document


@given(VALUES, VALUES)
def test_different_values_are_written_differently(one: object, other: object) -> None:
    assert (canonical(one) == canonical(other)) == (one == other)


@given(st.binary(max_size=200) | TEXTS.map(lambda text: (HEAD + text).encode()))
def test_any_bytes_are_a_document_in_its_one_form_or_refused(data: bytes) -> None:
    try:
        document = parse_canonical(data, VERSIONS)
    except AskError:
        return
    assert canonical(document) == data


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param('{"version":1,"format":"a-format"}', AskTrouble.DAMAGED, id="another order"),
        pytest.param('{"format": "a-format","version":1}', AskTrouble.DAMAGED, id="a blank"),
        pytest.param('{"format":"a-format","format":"a-format","version":1}', AskTrouble.DAMAGED, id="a key twice"),
        pytest.param(HEAD + ',"x":true}', AskTrouble.DAMAGED, id="a truth value"),
        pytest.param('{"format":"a-form\\u0061t","version":1}', AskTrouble.DAMAGED, id="a letter escaped"),
        pytest.param(HEAD + ',"x":"\\ud800"}', AskTrouble.DAMAGED, id="half a pair"),
        pytest.param(HEAD + ',"x":1e400}', AskTrouble.NOT_OURS, id="a fraction"),
        pytest.param(HEAD + ',"x":NaN}', AskTrouble.NOT_OURS, id="no number"),
        pytest.param(HEAD + f',"x":{2**53}}}', AskTrouble.DAMAGED, id="a number too large"),
        pytest.param(HEAD + f',"x":{"9" * 5_000}}}', AskTrouble.NOT_OURS, id="a number far too large"),
        pytest.param("[" * 100_000, AskTrouble.NOT_OURS, id="lists in lists"),
        pytest.param("[]", AskTrouble.NOT_OURS, id="a list"),
        pytest.param("", AskTrouble.NOT_OURS, id="nothing"),
        pytest.param('{"format":"b-format","version":1}', AskTrouble.NOT_OURS, id="another format"),
        pytest.param('{"format":["a-format"],"version":1}', AskTrouble.NOT_OURS, id="a format that is a list"),
        pytest.param('{"format":"a-format","version":2,"new": true}', AskTrouble.NEWER, id="a newer version"),
    ],
)
def test_what_is_refused_and_why(text: str, kind: AskTrouble) -> None:
    assert trouble_of(text.encode()) is kind


def test_bytes_that_are_no_text_are_not_ours() -> None:
    assert trouble_of(b'{"format":"a-format","version":1,"x":"\xff"}') is AskTrouble.NOT_OURS


def test_a_document_over_the_bound_is_refused_before_it_is_read() -> None:
    filler = "x" * (LARGEST_BYTES - len(canonical({"format": "a-format", "version": 1, "x": ""})))
    whole = canonical({"format": "a-format", "version": 1, "x": filler})
    assert len(whole) == LARGEST_BYTES
    assert parse_canonical(whole, VERSIONS)["x"] == filler
    assert trouble_of(whole + b" ") is AskTrouble.TOO_LARGE


@given(VALUES)
def test_the_form_is_json_that_others_read(value: object) -> None:
    assert json.loads(canonical(value)) == value
