"""Our own guides and checklists: Markdown below a head of a few lines. Reads files of this project, nothing else.

The head says `title`, `language`, `topics`, `place` (in which it stands) and `summary`; of a translation also
`translation_of`, the name of the file it translates. Pages that a text names must be links of its pack.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from caregiver_app.model.pack import PackText
from packmaking.tables import FOLDER

WRITTEN_ON = date(2026, 11, 26)
REVIEW_BY = date(2027, 11, 26)
BY = {
    "en": "Written by the makers of Caregiver. Not checked by a clinician.",
    "es": "Escrito por quienes hacen Caregiver. No revisado por personal sanitario.",
}
KINDS = ("guides", "checklists")

_HEAD = re.compile(r"---\n(?P<head>.*?)\n---\n(?P<body>.*)", re.DOTALL)
_LINK = re.compile(r"\]\((https://[^)\s]+)\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnText:
    """A text as it lies in the project. `name` is that of its file, without its ending."""

    kind: str
    pack: str
    name: str
    head: Mapping[str, str]
    body: str

    @property
    def id(self) -> str:
        """Its id among all packs."""
        return f"{self.pack}-{self.name}"

    @property
    def file(self) -> str:
        """Its place in the pack."""
        return f"{self.kind}/{self.name}.md"

    @property
    def addresses(self) -> tuple[str, ...]:
        """The pages that it names, each once."""
        return tuple(dict.fromkeys(_LINK.findall(self.body)))


def own_texts(pack: str) -> tuple[OwnText, ...]:
    """Return the texts of a pack, guides before checklists, in the order of their places and then of their names.

    Raises:
        ValueError: a file has no head.
    """
    folder = FOLDER / "texts" / pack
    found = [_read(path, kind, pack) for kind in KINDS for path in sorted((folder / kind).glob("*.md"))]
    return tuple(sorted(found, key=lambda text: (KINDS.index(text.kind), int(text.head.get("place", "9")), text.name)))


def pack_text(text: OwnText, links: Mapping[str, str]) -> PackText:
    """Return what a pack says of a text; `links` are the ids of the links of the pack by their address.

    Raises:
        KeyError: it names a page that the pack does not list, or lacks a line of its head.
    """
    head = text.head
    return PackText(
        id=text.id,
        file=text.file,
        title=head["title"],
        summary=head["summary"],
        language=head["language"],
        translation_of=f"{text.pack}-{head['translation_of']}" if "translation_of" in head else "",
        topics=tuple(sorted(head["topics"].split("; "))),
        by=BY[head["language"]],
        written_on=WRITTEN_ON,
        review_by=REVIEW_BY,
        read_on=tuple(links[address] for address in text.addresses),
    )


def _read(path: Path, kind: str, pack: str) -> OwnText:
    match = _HEAD.fullmatch(path.read_text(encoding="utf-8"))
    if match is None:
        raise ValueError(f"no head: {path.name}")
    lines = (line.partition(": ") for line in match["head"].split("\n"))
    head = {name: value.strip() for name, _colon, value in lines}
    return OwnText(kind=kind, pack=pack, name=path.stem, head=head, body=match["body"].lstrip("\n"))
