"""What came as a file: opened with our keys, and told whether it is a request or an answer. Changes nothing."""

from __future__ import annotations

from collections.abc import Sequence

from caregiver_app.vault.letters.answer import FORMAT as ANSWER
from caregiver_app.vault.letters.answer import VERSION as ANSWER_VERSION
from caregiver_app.vault.letters.answer import UncheckedAnswer, read_answer
from caregiver_app.vault.letters.canonical import parse_canonical
from caregiver_app.vault.letters.request import FORMAT as REQUEST
from caregiver_app.vault.letters.request import VERSION as REQUEST_VERSION
from caregiver_app.vault.letters.request import AskRequest, read_request
from caregiver_app.vault.letters.sealing import KeyPair, open_sealed

REQUEST_NAME, ANSWER_NAME, KEY_NAME = "questions.age", "answers.age", "my-key.json"
"""What files are called where nobody says otherwise: nothing that tells of anybody."""

_VERSIONS = {
    REQUEST: REQUEST_VERSION,
    ANSWER: ANSWER_VERSION,
}


def open_file(data: bytes, keys: Sequence[KeyPair]) -> AskRequest | UncheckedAnswer:
    """Return what somebody sent.

    Raises:
        AskError: it is not for us, is damaged, or is nothing that we know.
    """
    document = parse_canonical(open_sealed(data, keys), _VERSIONS)
    if document["format"] == REQUEST:
        return read_request(document)
    return read_answer(document)
