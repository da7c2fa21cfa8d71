"""Looks whether the files and headings that our documents point to are there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

_LINK = re.compile(r"!?\[[^\]]*\]\(([^()\s]+)\)")
_CODE = re.compile(r"^```.*?^```|`[^`\n]*`", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*$", re.MULTILINE)
_NOT_OURS = frozenset({".venv", ".venv-bench", ".tools", ".git", "build", "dist", "node_modules"})


def broken_links(root: Path) -> Iterator[str]:
    """Yield one line for each relative link in a Markdown file that leads nowhere."""
    for document in sorted(root.rglob("*.md")):
        if not _NOT_OURS.isdisjoint(document.relative_to(root).parts):
            continue
        text = _CODE.sub("", document.read_text(encoding="utf-8"))
        for target in _LINK.findall(text):
            if not _leads_somewhere(document, target):
                yield f"{document.relative_to(root)}: {target} leads nowhere"


def _leads_somewhere(document: Path, target: str) -> bool:
    if re.match(r"[a-z][a-z0-9+.-]*:", target):
        return True
    path, _, anchor = unquote(target).partition("#")
    file = document.parent / path if path else document
    if not file.exists():
        return False
    return not anchor or file.suffix != ".md" or anchor in _anchors(file)


def _anchors(document: Path) -> set[str]:
    headings = _HEADING.findall(_CODE.sub(lambda code: code[0].strip("`"), document.read_text(encoding="utf-8")))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
