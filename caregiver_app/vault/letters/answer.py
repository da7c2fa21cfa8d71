"""An answer, and how it shows that it comes from somebody who read the request.

age proves no sender: anyone with the family's public key can lock a file for it. So an answer carries HMAC-SHA256 (RFC
2104, FIPS 198-1), under the secret that only the request carried, over the answer's own canonical form (RFC 8785, see
`canonical`) without that code: format, version, request id, the answer's number, the number of each question
with its text, and the notice. The form can be read in one way only, so nothing can be moved from one field to another.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass, field
from hashlib import sha256

from caregiver_app.model.errors import AskError, AskTrouble
from caregiver_app.vault.letters.canonical import Document, canonical
from caregiver_app.vault.letters.fields import Fields, damaged
from caregiver_app.vault.letters.request import MOST_QUESTIONS, NOTICE_CHARS

FORMAT, VERSION = "caregiver-ask-answer", 1
ANSWER_CHARS = 10_000
MOST_ANSWERS = 1_000
_HIGHEST_QUESTION = 100
_MAC_BYTES = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerText:
    """What is answered to one question, by its number in the request."""

    question: int
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskAnswer:
    """One answer to a request; `number` counts the answers to it from 1."""

    request_uid: str
    number: int
    notice: str = field(repr=False)
    texts: tuple[AnswerText, ...] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class UncheckedAnswer:
    """An answer that came, of which nothing is believed or shown before `checked` said so."""

    request_uid: str
    _answer: AskAnswer = field(repr=False)
    _mac: bytes = field(repr=False)

    def checked(self, secret: bytes) -> AskAnswer:
        """Return the answer, if whoever wrote it had the secret of the request.

        Raises:
            AskError: they had not, or something of it was changed.
        """
        if not hmac.compare_digest(_mac(_document(self._answer), secret), self._mac):
            raise AskError(AskTrouble.FORGED)
        return self._answer


def write_answer(answer: AskAnswer, secret: bytes) -> bytes:
    """Return the document, with its code."""
    document = _document(answer)
    return canonical({**document, "mac": _mac(document, secret).hex()})


def read_answer(document: Document) -> UncheckedAnswer:
    """Return the answer in a document, not believed yet.

    Raises:
        AskError: it is not as it is described.
    """
    fields = Fields(document)
    fields.word("format", FORMAT)
    fields.word("version", VERSION)
    mac = fields.bytes_of("mac", _MAC_BYTES)
    answer = AskAnswer(
        request_uid=fields.uid("request"),
        number=fields.number("number", 1, MOST_ANSWERS),
        notice=fields.line("notice", NOTICE_CHARS, least=1),
        texts=tuple(_read_text(each) for each in fields.objects("answers", 1, MOST_QUESTIONS)),
    )
    fields.end()
    if len({text.question for text in answer.texts}) != len(answer.texts):
        raise damaged()
    return UncheckedAnswer(request_uid=answer.request_uid, _answer=answer, _mac=mac)


def _read_text(fields: Fields) -> AnswerText:
    text = AnswerText(question=fields.number("question", 1, _HIGHEST_QUESTION), text=fields.text("text", ANSWER_CHARS))
    fields.end()
    return text


def _document(answer: AskAnswer) -> Document:
    return {
        "format": FORMAT,
        "version": VERSION,
        "request": answer.request_uid,
        "number": answer.number,
        "notice": answer.notice,
        "answers": [{"question": each.question, "text": each.text} for each in answer.texts],
    }


def _mac(document: Document, secret: bytes) -> bytes:
    return hmac.new(secret, canonical(document), sha256).digest()
