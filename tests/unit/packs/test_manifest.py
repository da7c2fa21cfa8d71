"""`pack.json` is read in one way: what the page shows passes, what differs in anything does not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.model.errors import PackError, PackTrouble
from caregiver_app.model.pack import Pack
from caregiver_app.model.pack_bounds import Host, Line, Prose, Reference, Web, Word
from caregiver_app.model.pack_places import PackAnswer, PackAppraisal
from caregiver_app.packs.finding_problems import Problems
from caregiver_app.packs.manifest import MOST_BYTES, checked_pack, read_manifest, write_manifest
from caregiver_app.packs.records import leaves_of
from tests.helpers.packs import PAGE, canonical, example, example_text

# What stands in a field that is not as it should be; surrogates and deep lists come as JSON brings them.
HOSTILE: tuple[Any, ...] = (
    None,
    True,
    -1,
    1.5,
    10**30,
    "",
    " ",
    "x" * 5_000,
    "<script>alert(1)</script>",
    "../../etc/passwd",
    "javascript:alert(1)",
    "http://127.0.0.1/",
    "https://user:word@example.org/",
    "\u202eabc",
    "\0",
    "\ud800",
    "e\u0301",
    "2026-02-30",
    [],
    {},
    [[[[[]]]]],
    {"id": "x"},
    ["a"] * 6_000,
)


def test_the_page_shows_a_pack_that_is_read_and_written_the_same() -> None:
    pack = read_manifest(example_text().encode())
    assert write_manifest(pack) == example_text().encode()
    assert pack.items == 9


def test_the_page_shows_every_field_but_those_that_have_their_default() -> None:
    shown = set(_shown(read_manifest(example_text().encode())))
    missing = {f"{kind.__name__}.{each.name}" for kind in _classes(Pack) for each in fields(kind)} - shown
    assert missing == set(), missing


def test_the_tables_of_the_page_name_every_field() -> None:
    """Of those too that the example leaves at their default."""
    lines = PAGE.read_text(encoding="utf-8").partition("### Of the pack")[2].splitlines()
    missing = []
    for name, hint in get_type_hints(Pack, include_extras=True).items():
        (row,) = (line for line in lines if line.startswith("| ") and f"`{name}`" in line.split("|")[1])
        kinds = [inner for listed in _inner(hint) if is_dataclass(listed) for inner in _classes(listed)]  # type: ignore[arg-type]
        own = [kind for kind in kinds if kind not in (PackAppraisal, PackAnswer)]  # said once, below the lists
        missing += [f"{name}: {each.name}" for kind in own for each in fields(kind) if f"`{each.name}`" not in row]
    (said,) = (part for part in "\n".join(lines).split("\n\n") if part.startswith("An `appraisal` is"))
    missing += [
        each.name for kind in (PackAppraisal, PackAnswer) for each in fields(kind) if f"`{each.name}`" not in said
    ]
    assert missing == []


def test_whatever_stands_in_a_field_it_is_refused_or_read_back_the_same() -> None:
    """Every field of the manifest, and every place in its lists, takes hostile values in turn."""
    misses = []
    for number, path in enumerate(_paths(example())):
        for value in HOSTILE[number % 6 :: 6]:
            said = example()
            _put(said, path, value)
            data = canonical(said).encode("utf-8", "surrogatepass")
            try:
                pack = read_manifest(data)
            except PackError:
                continue
            if write_manifest(pack) != data:
                misses.append((path, value))
    assert misses == []


def test_each_field_by_itself_has_its_bound() -> None:
    """One more than its bound allows, or a word that it does not know, is a problem at that very place."""
    pack = read_manifest(example_text().encode())
    misses = []
    for leaf in leaves_of(pack):
        if isinstance(leaf.bound, Line | Prose | Word | Web | Host | Reference):
            most = 100 if isinstance(leaf.bound, Reference) else leaf.bound.most
            said = example()
            if _set_where(said, leaf.where, "a" * (most + 1)):
                problems = Problems()
                checked_pack(said, problems)
                if leaf.where.partition("[")[0] not in " ".join(each.where for each in problems.all):
                    misses.append(leaf.where)
    assert misses == []


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda text: " " + text, id="a space before"),
        pytest.param(lambda text: text + "\n", id="a line after"),
        pytest.param(lambda text: text.replace('"version":1', '"version":1,"version":1'), id="a field twice"),
        pytest.param(lambda text: text.replace('"version":1', '"version":1.0'), id="another way to write a number"),
        pytest.param(lambda text: text.replace("World", "\\u0057orld", 1), id="a letter escaped"),
        pytest.param(lambda text: text.replace('"countries"', '"contact":"","countries"'), id="a default written"),
        pytest.param(lambda text: json.dumps(json.loads(text)), id="with spaces"),
        pytest.param(lambda text: text.replace("Example Nurses", "Example  Nurses"), id="white space twice"),
        pytest.param(lambda text: text.replace("Example Nurses", "Exa\u0301mple"), id="letters taken apart"),
        pytest.param(
            lambda text: text.replace("Example Nurses", "a" + "\u0301" * 200_000 + "\u0323" * 200_000),
            id="a pile of marks, whose standard form would take minutes",
        ),
    ],
)
def test_an_archive_takes_one_way_of_writing_only(change: Any) -> None:
    with pytest.raises(PackError) as refused:
        read_manifest(change(example_text()).encode())
    assert refused.value.kind in (PackTrouble.DAMAGED, PackTrouble.NOT_A_PACK, PackTrouble.FIELD)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        pytest.param(b"", PackTrouble.NOT_A_PACK, id="nothing"),
        pytest.param(b"[]", PackTrouble.NOT_A_PACK, id="a list"),
        pytest.param(b"\xff\xfe{}", PackTrouble.NOT_A_PACK, id="no UTF-8"),
        pytest.param(b'{"schema": true}', PackTrouble.NOT_A_PACK, id="a version that is no number"),
        pytest.param(b'{"schema": NaN}', PackTrouble.NOT_A_PACK, id="no number"),
        pytest.param(b'{"schema": 1, "more": 1e999}', PackTrouble.NOT_A_PACK, id="larger than any number"),
        pytest.param(b'{"schema": 1, "more": ["\\ud800"]}', PackTrouble.NOT_A_PACK, id="half of a sign"),
        pytest.param(b'{"schema": 1, "\\uDfff": 1}', PackTrouble.NOT_A_PACK, id="half of a sign as a name"),
        pytest.param(b'{"schema": 1, "title": "\\ud83d\\ude00"}', PackTrouble.FIELD, id="both halves of a sign"),
        pytest.param(b'{"schema": 2, "new": {}}', PackTrouble.NEWER, id="newer"),
        pytest.param(b"[" * 100_000, PackTrouble.NOT_A_PACK, id="deep"),
        pytest.param(b" " * (MOST_BYTES + 1), PackTrouble.TOO_LARGE, id="large"),
        pytest.param(b'{"schema": 1}', PackTrouble.FIELD, id="empty"),
    ],
)
def test_what_is_no_manifest_is_told_apart(data: bytes, kind: PackTrouble) -> None:
    with pytest.raises(PackError) as refused:
        read_manifest(data)
    assert refused.value.kind is kind


def test_an_unknown_field_is_refused_at_its_place() -> None:
    said = example()
    said["links"][0]["onload"] = "x"
    with pytest.raises(PackError) as refused:
        read_manifest(canonical(said).encode())
    assert (refused.value.where, refused.value.detail) == ("links[nhs-dementia].onload", "unknown-field")


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda some: (
            st.lists(some) | st.dictionaries(st.sampled_from(["schema", "id", "links", "address", "title", "x"]), some)
        ),
    )
)
def test_any_json_is_a_pack_or_a_list_of_problems(said: Any) -> None:
    problems = Problems()
    assert checked_pack(said, problems) is not None or problems.has_errors


def _classes(kind: type) -> Iterator[type]:
    yield kind
    for hint in get_type_hints(kind, include_extras=True).values():
        for inner in _inner(hint):
            if is_dataclass(inner):
                yield from _classes(inner)  # type: ignore[arg-type]  # a dataclass, never an instance of one


def _inner(hint: Any) -> Iterator[Any]:
    if get_origin(hint) is Annotated:
        yield from _inner(get_args(hint)[0])
    elif get_args(hint):
        for each in get_args(hint):
            yield from _inner(each)
    else:
        yield hint


def _shown(value: Any) -> Iterator[str]:
    """Return the fields that somebody reads on the page, or could leave out there."""
    for each in fields(value):
        yield f"{type(value).__name__}.{each.name}"
        inside = getattr(value, each.name)
        for part in inside if isinstance(inside, tuple) else (inside,):
            if is_dataclass(part):
                yield from _shown(part)


def _paths(said: Any, before: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    entries = said.items() if isinstance(said, dict) else enumerate(said) if isinstance(said, list) else ()
    for key, value in entries:
        yield (*before, key)
        yield from _paths(value, (*before, key))


def _put(said: Any, path: tuple[Any, ...], value: Any) -> None:
    for key in path[:-1]:
        said = said[key]
    said[path[-1]] = value


def _set_where(said: Any, where: str, value: Any) -> bool:
    """Put a value where a problem's place leads; False where the example leaves the field out."""
    at = said
    parts = where.replace("]", "").replace("[", ".[").split(".")
    for part in parts[:-1]:
        if part.startswith("["):
            at = at[int(part[1:]) - 1] if part[1:].isdigit() else next(e for e in at if e.get("id") == part[1:])
        elif part in at:
            at = at[part]
        else:
            return False
    last = parts[-1]
    if last.startswith("["):
        at[int(last[1:]) - 1] = value
    else:
        at[last] = value
    return True
