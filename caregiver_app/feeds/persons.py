"""Names of people as RSS writes them: with a mail address before, behind or instead."""

from __future__ import annotations

import re

_MAIL = re.compile(r"(?:mailto:)?[\w.+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24}(?:\?subject=\S+)?")
_EMPTIED = ("()", "<>", "&lt;&gt;", "[]")


def name_in(person: str) -> str:
    """Return the name in `mail@example.org (Name)` and its like, the mail address where there is no name."""
    mail = _MAIL.search(person) if "@" in person else None
    if mail is None:
        return person.strip()
    name = person.replace(mail[0], "")
    for emptied in _EMPTIED:
        name = name.replace(emptied, "")
    return name.strip().removeprefix("(").removesuffix(")").strip() or mail[0].removeprefix("mailto:")
