"""What goes between the application and a worker about texts of packs: JSON in bytes. What comes back is proved to be
what our sanitiser writes, never believed.
"""

from __future__ import annotations

import json
from typing import Final

from caregiver_app.feeds.jobs import UnsoundAnswerError
from caregiver_app.feeds.worker_messages import answer_of, result_from
from caregiver_app.model.entry import SafeHtml
from caregiver_app.model.errors import FeedError, FeedTrouble
from caregiver_app.support.guide_html import guide_html
from caregiver_app.support.markup import is_safe

MAX_TEXT_BYTES: Final = 100_000
_TEXT: Final = "text"


def text_head() -> bytes:
    """Return all of a job about a text but the text."""
    return json.dumps([_TEXT]).encode()


def asks_for_text(head: bytes) -> bool:
    """Return whether a job is about a text of a pack."""
    return head == text_head()


def answer_to_text(body: bytes) -> bytes:
    """Make a text harmless; one that is too tangled is an answer too."""
    html = guide_html(body.decode("utf-8", "replace"))
    return answer_of(FeedError(FeedTrouble.TOO_DEEP)) if html is None else json.dumps([_TEXT, html]).encode()


def html_from(answer: bytes) -> SafeHtml:
    """Return the text that a worker answered with.

    Raises:
        FeedError: the worker's own verdict.
        UnsoundAnswerError: the worker must not be believed.
    """
    try:
        said = json.loads(answer)
    except (ValueError, RecursionError) as trouble:
        raise UnsoundAnswerError from trouble
    if isinstance(said, list) and len(said) == 2 and said[0] == _TEXT and isinstance(said[1], str) and is_safe(said[1]):
        return SafeHtml(said[1])
    result_from(answer)  # it may only be an error, which is raised here
    raise UnsoundAnswerError
