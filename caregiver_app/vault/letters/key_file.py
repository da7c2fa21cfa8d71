"""The small file by which people give each other their public keys, and the same key as a QR code. Holds no secret.

Whose key it is stands there as somebody claims it; a key is used only after its words were compared.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

from caregiver_app.model.errors import AskError, AskTrouble
from caregiver_app.vault.letters.canonical import canonical, parse_canonical
from caregiver_app.vault.letters.fields import Fields, clean_line
from caregiver_app.vault.letters.sealing import Recipient, parse_recipient

FORMAT, VERSION = "caregiver-ask-key", 1
LARGEST_KEY_FILE_BYTES = 4_000
NAME_CHARS = 100
QR_POINTS = 8
"""How many points of a PNG each square of a QR code is wide."""
_QR_BORDER = 4  # ISO/IEC 18004 wants a quiet zone of four modules


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFile:
    """A public key and what its owner calls themselves, "" where they did not say."""

    recipient: Recipient
    name: str = ""


def write_key_file(key: KeyFile) -> bytes:
    """Return the file's content."""
    name = clean_line(key.name)[:NAME_CHARS].rstrip()
    return canonical({"format": FORMAT, "version": VERSION, "key": key.recipient, "name": name})


def read_key_file(data: bytes) -> KeyFile:
    """Return the key in a file's content, or in a text that is a key and nothing else, as a QR code holds it.

    Raises:
        AskError: it is none.
    """
    if len(data) > LARGEST_KEY_FILE_BYTES:
        raise AskError(AskTrouble.TOO_LARGE)
    if not data.lstrip().startswith(b"{"):
        return KeyFile(recipient=parse_recipient(data.decode("ascii", "replace")))
    fields = Fields(parse_canonical(data.strip(), {FORMAT: VERSION}))
    fields.word("format", FORMAT)
    fields.word("version", VERSION)
    found = KeyFile(recipient=parse_recipient(fields.text("key", 100)), name=fields.line("name", NAME_CHARS))
    fields.end()
    return found


def key_as_qr(recipient: Recipient, kind: str) -> bytes:
    """Return the key as a picture of its QR code; `kind` is "svg" or "png"."""
    import segno

    into = io.BytesIO()
    segno.make_qr(recipient, error="m").save(into, kind=kind, scale=QR_POINTS, border=_QR_BORDER)
    return into.getvalue()
