"""What other projects' tests expect of the feeds in the corpora, in one form: feedparser's conditions, and the JSON of
gofeed, rss-parser and feed-rs. Only what a `ParsedFeed` can say is kept; the rest of an expectation is left out.
"""

from __future__ import annotations

import ast
import calendar
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from tests.helpers.corpora import zip_members

_HEADER_LINE = re.compile(r"^\s*(Expect|Header):\s*(.*?)\s*$", re.MULTILINE)
_FEEDPARSER_SERVER = "http://127.0.0.1:8097/tests/"
_ELSEWHERE = "http://feeds.example/here/"


@dataclass(slots=True)
class Expected:
    """Fields by name; `entries` by position. A field that is not there is not expected to be anything."""

    feed: dict[str, Any] = field(default_factory=dict)
    entries: dict[int, dict[str, Any]] = field(default_factory=dict)
    count: int | None = None

    def entry(self, n: int) -> dict[str, Any]:
        return self.entries.setdefault(n, {})

    def __bool__(self) -> bool:
        return bool(self.feed or any(self.entries.values()) or self.count)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A document with where it came from, and what is expected of it."""

    name: str
    url: str
    headers: Mapping[str, str]
    body: bytes
    expected: Expected


def feedparser_cases() -> Iterator[Case]:
    """Yield feedparser's own tests with the part of their conditions that speaks of our fields."""
    for name, body in zip_members("feeds-feedparser"):
        if not name.endswith(".xml"):
            continue
        said = _HEADER_LINE.findall(_readable(body))
        headers = dict(_header(line) for kind, line in said if kind == "Header")
        expected = Expected()
        for kind, line in said:
            if kind == "Expect":
                _take_condition(line, expected)
        yield Case(name=name, url=_FEEDPARSER_SERVER + name, headers=headers, body=body, expected=expected)


def gofeed_cases() -> Iterator[Case]:
    """Yield gofeed's tests of its two parsers and of the translation to one form."""
    files = dict(zip_members("feeds-gofeed"))
    for name, body in files.items():
        said = files.get(f"{name.removesuffix('.xml')}.json")
        if name.endswith(".xml") and said is not None:
            yield Case(name=name, url=_ELSEWHERE + name, headers={}, body=body, expected=_gofeed(json.loads(said)))


def rss_parser_cases() -> Iterator[Case]:
    """Yield the tests of rss-parser."""
    files = dict(zip_members("feeds-real"))
    for name, said in files.items():
        stem = name.removesuffix(".expected.json")
        if stem != name:
            expected = _rss_parser(json.loads(said).get("feed") or {})
            yield Case(name=stem, url=_ELSEWHERE, headers={}, body=_beside(stem, files), expected=expected)


def feed_rs_cases() -> Iterator[Case]:
    """Yield the tests of feed-rs."""
    files = dict(zip_members("feeds-real"))
    for name, said in files.items():
        stem = name.removesuffix(".serde.json")
        if stem != name:
            expected = _feed_rs(json.loads(said))
            yield Case(name=stem, url=_ELSEWHERE, headers={}, body=_beside(stem, files), expected=expected)


def _beside(stem: str, files: Mapping[str, bytes]) -> bytes:
    """Return the document whose expected values are in another file of the same stem."""
    (name,) = [name for name in files if name.rpartition(".")[0] == stem]
    return files[name]


def _readable(body: bytes) -> str:
    for codec in ("utf-32", "utf-16", "cp037"):
        try:
            text = body.decode(codec)
        except UnicodeError:
            continue
        if "Expect:" in text[:4_000]:
            return text[:8_000]
    return body[:8_000].decode("utf-8", "replace")


def _header(line: str) -> tuple[str, str]:
    name, _, value = line.partition(":")
    return name.strip().lower(), value.strip()


_Path = tuple[str | int, ...]

_FEED_PATHS: dict[_Path, str] = {
    ("title",): "title",
    ("title_detail", "value"): "title",
    ("link",): "homepage",
    ("language",): "language",
}
_ENTRY_PATHS: dict[_Path, str] = {
    ("title",): "title",
    ("title_detail", "value"): "title",
    ("link",): "link",
    ("id",): "guid",
    ("guid",): "guid",
    ("summary",): "text",
    ("description",): "text",
    ("summary_detail", "value"): "text",
    ("content", 0, "value"): "text",
    ("published_parsed",): "published",
    ("updated_parsed",): "updated",
    ("author_detail", "name"): "author",
    ("authors", 0, "name"): "author",
    ("tags", 0, "term"): "category",
    ("category",): "category",
}


def _take_condition(condition: str, expected: Expected) -> None:
    """Take the comparisons out of a condition; it is read as syntax and never run."""
    try:
        tree = ast.parse(condition.removeprefix("not bozo and "), mode="eval").body
    except SyntaxError:
        return
    terms = tree.values if isinstance(tree, ast.BoolOp) and isinstance(tree.op, ast.And) else [tree]
    for term in terms:
        if isinstance(term, ast.Compare) and len(term.ops) == 1 and isinstance(term.ops[0], ast.Eq):
            _take_comparison(term.left, term.comparators[0], expected)


def _take_comparison(left: ast.expr, right: ast.expr, expected: Expected) -> None:
    try:
        value = ast.literal_eval(right)
    except ValueError:
        return
    match _path(left):
        case ("len", "entries"):
            expected.count = value
        case ("feed", *rest) if tuple(rest) in _FEED_PATHS:
            expected.feed[_FEED_PATHS[tuple(rest)]] = value
        case ("entries", int(n), *rest) if tuple(rest) in _ENTRY_PATHS:
            name = _ENTRY_PATHS[tuple(rest)]
            is_date = name in ("published", "updated")
            expected.entry(n)[name] = calendar.timegm(value) * 1000 if is_date and isinstance(value, tuple) else value


def _path(node: ast.expr) -> _Path:
    match node:
        case ast.Name(id=name):
            return (name,)
        case ast.Subscript(value=inner, slice=ast.Constant(value=str() | int() as key)):
            return (*_path(inner), key)
        case ast.Call(func=ast.Name(id="len"), args=[inner]):
            return ("len", *_path(inner))
        case ast.Call(func=ast.Attribute(value=inner, attr="get"), args=[ast.Constant(value=str(key))]):
            return (*_path(inner), key)
        case _:
            return ("?",)


def _gofeed(said: dict[str, Any]) -> Expected:
    expected = Expected(
        feed=_present(title=said.get("title"), homepage=said.get("link"), language=said.get("language"))
    )
    entries = said.get("items") or said.get("entries") or []
    for item in entries:
        guid = item.get("guid", item.get("id"))
        authors = item.get("authors") or [item.get("author") or {}]
        author = authors[0].get("name") if isinstance(authors[0], dict) else None
        content = item.get("content")
        _add(
            expected,
            title=item.get("title"),
            link=item.get("link"),
            guid=guid.get("value") if isinstance(guid, dict) else guid,
            text=(content.get("value") if isinstance(content, dict) else content)
            or item.get("description")
            or item.get("summary"),
            published=_millis(item.get("publishedParsed") or item.get("pubDateParsed")),
            updated=_millis(item.get("updatedParsed")),
            author=author,
        )
    return expected


def _rss_parser(said: dict[str, Any]) -> Expected:
    expected = Expected(
        feed=_present(title=said.get("title"), homepage=said.get("link"), language=said.get("language"))
    )
    items = said.get("items") or []
    for item in items:
        _add(
            expected,
            title=item.get("title"),
            link=item.get("link"),
            guid=item.get("guid"),
            text=item.get("content:encoded") or item.get("content"),
            published=_millis(item.get("isoDate")),
        )
    expected.count = len(items)
    return expected


def _feed_rs(said: dict[str, Any]) -> Expected:
    expected = Expected(feed=_present(title=(said.get("title") or {}).get("content"), language=said.get("language")))
    entries = said.get("entries") or []
    for item in entries:
        links = [link["href"] for link in item.get("links") or [] if link.get("rel") in (None, "alternate")]
        authors = item.get("authors") or [{}]
        _add(
            expected,
            title=(item.get("title") or {}).get("content"),
            link=links[0] if len(links) == 1 else None,
            text=(item.get("content") or {}).get("body") or (item.get("summary") or {}).get("content"),
            published=_millis(item.get("published")),
            author=authors[0].get("name"),
        )
    expected.count = len(entries)
    return expected


def _add(expected: Expected, **fields: object) -> None:
    said = _present(**fields)
    if said.keys() & {"title", "link", "guid", "text"}:  # an entry that says nothing else is none for us
        expected.entries[len(expected.entries)] = said


def _present(**fields: object) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value not in (None, "")}


def _millis(written: str | None) -> int | None:
    """Return a moment that stands for one: the year 1 and the epoch stand for none."""
    at = datetime.fromisoformat(written).timestamp() if written else 0.0
    return int(at * 1000) if at > 31_536_000 else None
