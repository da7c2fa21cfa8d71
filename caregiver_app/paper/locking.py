"""Locks a PDF with a password, to be printed on another computer: AES-256, by revision 6 of ISO 32000-2 section 7.6.

Every text and all content are encrypted, the title too; the tags that screen readers need stay. Without the password
one sees how many pages there are and how they are built, never a word. There is no other way in: a password that is
forgotten cannot be found again.
"""

from __future__ import annotations

import io
import stringprep
import unicodedata

from caregiver_app.model.errors import PrintError, PrintTrouble

LONGEST_BYTES = 127
"""Of a password in UTF-8; of a longer one readers would look at the beginning only (ISO 32000-2 section 7.6.4.3.3)."""

_PROHIBITED = (
    stringprep.in_table_c12,
    stringprep.in_table_c21_c22,
    stringprep.in_table_c3,
    stringprep.in_table_c4,
    stringprep.in_table_c5,
    stringprep.in_table_c6,
    stringprep.in_table_c7,
    stringprep.in_table_c8,
    stringprep.in_table_c9,
)


def check_password(password: str) -> None:
    """Let pass what every reader of PDF files takes for the same password.

    Raises:
        PrintError: it is empty, longer than `LONGEST_BYTES`, or has signs that a password cannot have.
    """
    prepared = _prepared(password)
    prohibited = any(is_in(sign) for sign in prepared for is_in in _PROHIBITED)
    if (
        not prepared
        or prohibited
        or _mixes_directions(prepared)
        or len(prepared.encode("utf-8", "surrogatepass")) > LONGEST_BYTES
    ):
        raise PrintError(PrintTrouble.UNUSABLE_PASSWORD)


def locked_pdf(pdf: bytes, password: str) -> bytes:
    """Return a PDF of our own making, locked with a password; some 50 ms, so not for the window's thread.

    Raises:
        PrintError: see `check_password`.
    """
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import DictionaryObject, NameObject, NumberObject

    check_password(password)
    reader = PdfReader(io.BytesIO(pdf))
    reader.trailer.pop(
        "/ID", None
    )  # it is made of what the sheet says and is never encrypted; random ones take its place
    writer = PdfWriter(clone_from=reader, keep_initial_header=True)
    # Readers of PDF 1.7 learn from this that they need to know the newer way of encrypting.
    level = {NameObject("/BaseVersion"): NameObject("/1.7"), NameObject("/ExtensionLevel"): NumberObject(8)}
    extensions = DictionaryObject({NameObject("/ADBE"): DictionaryObject(level)})
    writer.root_object[NameObject("/Extensions")] = extensions
    writer.encrypt(_prepared(password), algorithm="AES-256")
    locked = io.BytesIO()
    writer.write(locked)
    return locked.getvalue()


def _prepared(password: str) -> str:
    """Return a password in the one form in which it is compared (SASLprep, RFC 4013)."""
    mapped = (" " if stringprep.in_table_c12(sign) else sign for sign in password if not stringprep.in_table_b1(sign))
    return unicodedata.normalize("NFKC", "".join(mapped))


def _mixes_directions(prepared: str) -> bool:
    """Return whether a password has letters of both directions of writing (RFC 3454 section 6)."""
    from_right = [stringprep.in_table_d1(sign) for sign in prepared]
    if not any(from_right):
        return False
    return any(stringprep.in_table_d2(sign) for sign in prepared) or not (from_right[0] and from_right[-1])
