"""What rows of a backup become on their way into a library: harmless, and without permissions that only a person gives.

A backup may come from anybody. Its HTML is sanitised again, its addresses lead to the web or nowhere, and what it says
was allowed on another day is asked anew: private addresses and the way through a proxy here, alert sources where the
rows are put together (`restoring`).
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Callable, Mapping

from caregiver_app.library.brought_facts import KEPT
from caregiver_app.library.restored_choices import BROUGHT, STRICTER
from caregiver_app.library.restored_values import (
    are_named_texts,
    are_pairs,
    are_texts,
    is_answers,
    is_day,
    is_record,
    is_time,
    read_json,
    safe_html,
    unpacked,
    with_json,
)
from caregiver_app.library.trust_facts import STARTER, TRUSTED_AUTHORS
from caregiver_app.model.article import HIT_END, HIT_START
from caregiver_app.model.trust import OWN
from caregiver_app.storage.rebuilding import Values

CHANNELS = ("channel", "channel_document", "channel_pack")
"""Whom a person trusts: parents before children. A backup may come from anybody, so it has no say in that."""

PACKS = ("pack_archive", "organisation_origin", "withdrawal")
"""A pack counts by what signed it, and that is shown anew: its channel is trusted again, and gives it again. Of the
table of packs itself comes in which of those that ship were removed, and nothing else.
"""

LEFT_OUT = ("ledger", "ledger_month", "host_pause", "search_pending", *CHANNELS, *PACKS)
"""Facts about another computer or another day, what is made anew, and what only a person says."""

LONGEST_LINE_CHARS = 100_000
"""Of all but whole texts; what a server says of a document is kept as it came, and may be as long as a head."""

_WHOLE_TEXTS = ("html", "text", "fields")

_DAYS = frozenset({"check_by", "day"})

_WEB = re.compile(r"https?://", re.IGNORECASE)
_LEADS_SOMEWHERE = re.compile(r"(?:https?://|mailto:|tel:)", re.IGNORECASE)
_ONLY_OURS = str.maketrans("", "", f"{HIT_START}{HIT_END}\0")


class RestoredRows:
    """A `storage.rebuilding.Change`; afterwards it knows which sources were allowed a private address."""

    def __init__(self, pictures: Mapping[str, Values]) -> None:
        """`pictures` are the rows of `asset` for those that were made anew, by the hash that the backup calls them."""
        self.private: list[int] = []
        self._pictures = pictures
        self._stored: set[str] = set()
        self._kept: set[int] = set()
        self._changes: Mapping[str, Callable[[Values], Values | None]] = {
            "source": self._source,
            "source_move": _move,
            "source_origin": _source_origin,
            "source_choice": lambda values: with_json(values, "topics", are_texts),
            "source_state": lambda values: with_json(values, "measured", are_pairs),
            "pack": _pack,
            "appraisal": _appraisal,
            "appraisal_draft": _said,
            "organisation": lambda values: {**values, "known": ""},
            "organisation_site": _site,
            "item": _item,
            "origin": self._origin,
            "article_html": _with_safe_html,
            "offline_copy": _copy,
            "revision": _revision,
            "choice": _choice,
            "asset": self._asset,
            "item_asset": self._item_asset,
        }

    def __call__(self, table: str, values: Values) -> Values | None:
        """Return what is stored of a row, None when nothing is.

        Raises:
            ValueError: no program of ours wrote it.
        """
        clean = {
            name: value.translate(_ONLY_OURS) if isinstance(value, str) else value for name, value in values.items()
        }
        _refuse_unshowable(clean)
        change = self._changes.get(table)
        return clean if change is None else change(clean)

    def _source(self, values: Values) -> Values:
        if not _WEB.match(values["url"]):
            raise ValueError("a source that is not on the web")
        if values["allow_private"]:
            self.private.append(values["id"])
        return {**values, "allow_private": 0}

    def _origin(self, values: Values) -> Values | None:
        """Keep what packs said of an item, once, as of packs that are gone: it stays if the person marked the item."""
        if values["author"] == OWN:
            return values
        if values["item_id"] in self._kept:
            return None
        self._kept.add(values["item_id"])
        return {**values, "author": KEPT, "fields": _safe_fields(values["fields"])}

    def _asset(self, values: Values) -> Values | None:
        picture = self._pictures.get(values["hash"])
        if picture is None or picture["hash"] in self._stored:
            return None
        self._stored.add(picture["hash"])
        return {**values, **picture}

    def _item_asset(self, values: Values) -> Values:
        if values["hash"] is None:
            return values
        picture = self._pictures.get(values["hash"])
        if picture is None:
            return {**values, "hash": None, "reason": "lost"}
        return {**values, "hash": picture["hash"]}


def _safe_fields(written: str) -> str:
    """Raises `ValueError` for what is no record."""
    said = read_json(written)
    if not isinstance(said, dict):
        raise ValueError("no record")  # noqa: TRY004  what a backup holds is a value, as all of these are told
    if "html" in said:
        said["html"] = safe_html(str(said["html"]))
    return json.dumps(said, ensure_ascii=False, sort_keys=True)


def _refuse_unshowable(values: Values) -> None:
    """Raises `ValueError` for a line that no list can show, a time that no clock does, and what is no day."""
    lines = (value for name, value in values.items() if isinstance(value, str) and name not in _WHOLE_TEXTS)
    if any(len(line) > LONGEST_LINE_CHARS for line in lines):
        raise ValueError("a line too long")
    if not all(is_time(value) for name, value in values.items() if name == "at" or name.endswith("_at")):
        raise ValueError("a time out of bounds")
    if not all(is_day(value) for name, value in values.items() if name.endswith("_on") or name in _DAYS):
        raise ValueError("no day")


def _item(values: Values) -> Values:
    url = values["url"]
    return values if url is None or _LEADS_SOMEWHERE.match(url) else {**values, "url": None}


def _with_safe_html(values: Values) -> Values:
    return {**values, "html": safe_html(values["html"])}


def _copy(values: Values) -> Values:
    canonical = values["canonical"] if _WEB.match(values["canonical"]) else ""
    return {**_with_safe_html(values), "canonical": canonical}


def _revision(values: Values) -> Values:
    html = safe_html(unpacked(values["html"]))
    text = unpacked(values["text"]).translate(_ONLY_OURS)
    return {**values, "html": zlib.compress(html.encode()), "text": zlib.compress(text.encode())}


def _site(values: Values) -> Values | None:
    """Leave out what would be believed unasked: that comes with the application again, and from nowhere else."""
    return None if values["stated_by"] in TRUSTED_AUTHORS else with_json(values, "exceptions", are_texts)


def _source_origin(values: Values) -> Values | None:
    """Leave out which sources ship with the application: it knows that itself (`restored_starter`)."""
    author = values["author"]
    if author == STARTER or author.startswith(f"{STARTER}/"):
        return None
    return with_json(values, "fields", is_record)


def _pack(values: Values) -> Values | None:
    """Keep that somebody removed a pack that ships; what it is called is said anew by what ships."""
    if values["removed_at"] is None or not values["uid"].startswith(f"{STARTER}/"):
        return None
    said_anew = {"channel_id": "", "publisher_name": "", "title": "", "sha256": "", "confirmed_at": None, "alerts": 0}
    return {**values, **said_anew}


def _appraisal(values: Values) -> Values | None:
    """Keep what the person said. What others did comes from themselves, under their signature, or not at all."""
    said = with_json(_said(values), "content_hashes", are_texts)
    return {**said, "signed": 0} if values["author"] == OWN else None


def _said(values: Values) -> Values:
    return with_json(with_json(values, "answers", is_answers), "reasons", are_named_texts)


def _choice(values: Values) -> Values | None:
    """Leave out what no backup may say, and numbers that are too large for any choice: some of them are times."""
    said = read_json(values["value"])
    too_large = isinstance(said, int) and not is_time(said)
    is_stricter = said is True and values["name"] in STRICTER
    return values if (is_stricter or values["name"] in BROUGHT) and not too_large else None


def _move(values: Values) -> Values:
    """Let taking a move back bring back an address and no permission."""
    if not (_WEB.match(values["from_url"]) and _WEB.match(values["to_url"])):
        raise ValueError("a source that is not on the web")
    return {**values, "allow_private": 0}
