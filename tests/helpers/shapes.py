"""The JSON shapes of the command line, and whether a document has one. Every key must be there, and no other."""

from __future__ import annotations

import re
from typing import Any

TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")


class Nullable:
    """A shape or null."""

    def __init__(self, shape: Any) -> None:
        self.shape = shape


class OneOf:
    """One of some words."""

    def __init__(self, *words: str) -> None:
        self.words = words


SOURCE = {
    "id": int,
    "title": str,
    "organisation": str,
    "url": str,
    "kind": OneOf("news", "alerts", "research", "video", "social"),
    "topics": [str],
    "state": OneOf("never-fetched", "fine", "quiet", "failing", "moved", "gone", "attention", "off"),
    "reason": str,
    "last_good_at": Nullable(TIME),
    "entries": int,
}
SYNC_RESULT = {
    "source_id": int,
    "title": str,
    "url": str,
    "state": OneOf("ok", "unchanged", "paused", "failed", "gone", "offline"),
    "new": int,
    "changed": int,
    "error": Nullable(str),
}
SYNC = {
    "sources": int,
    "ok": int,
    "unchanged": int,
    "paused": int,
    "failed": int,
    "new": int,
    "changed": int,
    "seconds": float,
    "results": [SYNC_RESULT],
    "channels": int,
    "channels_failed": int,
    "newer_packs": int,
}
ARTICLE = {
    "kind": OneOf("article", "guide", "checklist", "link"),
    "id": int,
    "title": str,
    "url": Nullable(str),
    "organisation": str,
    "published_at": Nullable(TIME),
    "trust": OneOf(
        "trusted-source", "well-known-source", "checked", "check-due", "not-checked", "withdrawn", "leads-elsewhere"
    ),
    "snippet": str,
    "read": bool,
    "starred": bool,
    "changed": bool,
}
HELP = {
    **ARTICLE,
    "kind": OneOf("helpline", "community"),
    "id": Nullable(int),
    "country": str,
    "phone": str,
    "hours": str,
    "checked_on": Nullable(re.compile(r"\d{4}-\d\d-\d\d")),
}
"""A phone line or a group among what a search found."""

COPY = {
    "state": OneOf("wanted", "kept", "partly", "failed"),
    "reason": str,
    "pictures": int,
    "pictures_kept": int,
    "size_bytes": int,
    "tried_at": Nullable(TIME),
}
KEPT = {"id": int, "title": str, "copy": COPY}
ALERT = {
    **dict.fromkeys(("kind", "event", "severity", "urgency", "certainty", "area", "status", "message_type"), str),
    **dict.fromkeys(("sent_at", "effective_at", "expires_at"), Nullable(TIME)),
}
WHOLE_ARTICLE = {
    **ARTICLE,
    "html": str,
    "text": str,
    "grade": Nullable(float),
    "reading_minutes": Nullable(int),
    "language": str,
    "revisions": [{"seen_at": TIME, "title": str, "text": str}],
    "full_text": bool,
    "offline": Nullable(COPY),
    "alert": Nullable(ALERT),
}
VERSION = {"n": int, "seen_at": TIME, "title": str, "text": str, "kept": bool}
MOVE = {"source_id": int, "title": str, "from_url": str, "to_url": str, "at": TIME}
CHANGE = {"id": int, "title": str, "seen_at": TIME, "compared": str, "diff": [[str]]}
TOPIC = {"id": str, "title": str, "chosen": bool, "sources": int}
LEDGER_LINE = {"at": TIME, "host": str, "why": str, "sent_bytes": int, "received_bytes": int, "result": str}
DOCTOR = {"ok": bool, "checks": [{"name": str, "ok": bool, "detail": str, "repaired": bool}]}
OPML_IMPORT = {
    "added": int,
    "known": int,
    "refused": [{"title": str, "url": str, "reason": str}],
    "left_off": [SOURCE],
}
ERROR = {"error": {"kind": str, "message": str, "what_to_do": str}}


def assert_shape(value: Any, shape: Any, at: str = "$") -> None:
    """Fail, naming the place, unless `value` has exactly `shape`."""
    if isinstance(shape, dict):
        assert isinstance(value, dict), at
        assert list(value) == list(shape), f"{at}: keys {list(value)}"
        for key, inner in shape.items():
            assert_shape(value[key], inner, f"{at}.{key}")
    elif isinstance(shape, list):
        assert isinstance(value, list), at
        for number, element in enumerate(value):
            assert_shape(element, shape[0], f"{at}[{number}]")
    else:
        _assert_simple(value, shape, at)


def _assert_simple(value: Any, shape: Any, at: str) -> None:
    if isinstance(shape, Nullable):
        if value is not None:
            assert_shape(value, shape.shape, at)
    elif isinstance(shape, OneOf):
        assert value in shape.words, f"{at}: {value!r}"
    elif isinstance(shape, re.Pattern):
        assert isinstance(value, str), at
        assert shape.fullmatch(value), f"{at}: {value!r}"
    elif shape is float:
        assert type(value) in (int, float), f"{at}: {value!r}"
    else:
        assert type(value) is shape, f"{at}: {value!r}"
