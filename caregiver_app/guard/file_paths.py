"""Finds paths of files that name who uses a computer: home folders of the usual systems, network shares."""

from __future__ import annotations

import re
from collections.abc import Iterator

from caregiver_app.guard.hits import Hit
from caregiver_app.model.guard import FindingKind

_NAME = r"[^\\/:*?\"<>|\r\n\t ,;)]"
_UNIX = re.compile(
    rf"(?<![\w.])(?:file://(?:localhost)?)?/(?:home|Users|var/home|"
    rf"export/home)/(?P<who>{_NAME}{{1,64}})(?:/{_NAME}{{0,200}}){{0,30}}"
)
_WINDOWS = re.compile(
    rf"(?<!\w)(?:file:///)?[A-Z]:[\\/]+(?:Users|Documents and Settings|Benutzer|Utilisateurs|Usuarios|Utenti)[\\/]+"
    rf"(?P<who>[^\\/:*?\"<>|\r\n\t]{{1,64}}(?=[\\/])|{_NAME}{{1,64}})(?:[\\/]{_NAME}{{0,200}}){{0,30}}",
    re.IGNORECASE,
)
_SMB = re.compile(rf"(?<!\w)(?:smb|afp|nfs)://(?P<who>[\w.-]{{1,64}})(?:/{_NAME}{{0,200}}){{1,30}}", re.IGNORECASE)
_SHARE = re.compile(rf"(?<![\w\\:])\\\\(?P<who>[\w.-]{{1,64}})\\{_NAME}{{1,64}}(?:\\{_NAME}{{0,200}}){{0,30}}")
_HOMES = "users", "documents and settings", "benutzer", "utilisateurs", "usuarios", "utenti"
_PATTERNS = (
    (_UNIX, ("/home/", "/users/")),
    (_WINDOWS, _HOMES),
    (_SHARE, ("\\\\",)),
    (_SMB, ("smb://", "afp://", "nfs://")),
)
"""Each with words without one of which it cannot match: to look for those is quick."""
_NOBODY = frozenset(("shared", "public", "default", "all", "username", "user", "name", "yourname", "you"))


def find_file_paths(text: str) -> Iterator[Hit]:
    """Yield paths with somebody's name in them; what everybody's computer has ("Public") names nobody."""
    if "/" not in text and "\\" not in text:
        return
    small = text.lower()
    for pattern, words in _PATTERNS:
        for found in pattern.finditer(text) if any(word in small for word in words) else ():
            if found["who"].lower().strip("<>{}[]%$") not in _NOBODY:
                length = len(found[0].rstrip(".,;:!?"))
                yield Hit(start=found.start(), end=found.start() + length, kind=FindingKind.FILE_PATH)
