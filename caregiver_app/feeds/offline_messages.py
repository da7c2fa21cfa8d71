"""What goes between the application and a worker about pages and pictures: JSON in bytes, never pickles.

A page is answered as a feed with one entry, so that `worker_messages` checks it; a picture comes in base64 and is
proved to be one that we write (`picture_facts`). What a worker says is believed only after that.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from enum import StrEnum

from caregiver_app.feeds.jobs import PageJob, UnsoundAnswerError
from caregiver_app.feeds.page_text import read_page
from caregiver_app.feeds.pictures import MAX_BYTES, MAX_HEIGHT, MAX_WIDTH, remake
from caregiver_app.feeds.worker_messages import answer_of, result_from
from caregiver_app.model.entry import ParsedFeed
from caregiver_app.model.errors import FeedError
from caregiver_app.model.offline import Picture
from caregiver_app.support.picture_facts import facts_of

_HEADERS = ("content-type",)


class JobKind(StrEnum):
    """What a worker is asked to make of some bytes."""

    FEED = "feed"
    PAGE = "page"
    PICTURE = "picture"


def kind_of(head: bytes) -> JobKind:
    """Return what a job asks for. The head of a feed's job begins with its address, which is no such word."""
    for kind in (JobKind.PAGE, JobKind.PICTURE):
        if head.startswith(f'["{kind}"'.encode()):
            return kind
    return JobKind.FEED


def page_head(job: PageJob) -> bytes:
    """Return all of a job about a page but its body."""
    headers = {name: job.headers[name] for name in _HEADERS if name in job.headers}
    return json.dumps([JobKind.PAGE, job.url, headers], ensure_ascii=False).encode("utf-8", "replace")


def picture_head() -> bytes:
    """Return all of a job about a picture but its body."""
    return json.dumps([JobKind.PICTURE]).encode()


def answer_to_page(head: bytes, body: bytes) -> bytes:
    """Read a page; what cannot be read is an answer too."""
    _, url, headers = json.loads(head)
    try:
        return answer_of(read_page(PageJob(url=url, headers=headers, body=body)))
    except FeedError as error:
        return answer_of(error)


def answer_to_picture(body: bytes) -> bytes:
    """Make a picture anew; what is none that is taken is an answer too."""
    try:
        picture = remake(body)
    except FeedError as error:
        return answer_of(error)
    return json.dumps([JobKind.PICTURE, b64encode(picture.data).decode()]).encode()


def page_from(answer: bytes) -> ParsedFeed:
    """Return the page that a worker answered with.

    Raises:
        FeedError: the worker's own verdict.
        UnsoundAnswerError: the worker must not be believed.
    """
    page = result_from(answer)
    if len(page.entries) != 1 or page.entries[0].text is None:
        raise UnsoundAnswerError
    return page


def picture_from(answer: bytes) -> Picture:
    """Return the picture that a worker answered with. Raises as `page_from` does."""
    if kind_of(answer) is not JobKind.PICTURE:
        result_from(answer)  # it may only be an error, which is raised here
        raise UnsoundAnswerError
    try:
        _, said = json.loads(answer)
        data = b64decode(said, validate=True)
    except (ValueError, TypeError, RecursionError) as trouble:
        raise UnsoundAnswerError from trouble
    facts = facts_of(data) if len(data) <= MAX_BYTES else None
    if facts is None or not (0 < facts[1] <= MAX_WIDTH and 0 < facts[2] <= MAX_HEIGHT):
        raise UnsoundAnswerError
    return Picture(data=data, media_type=facts[0], width=facts[1], height=facts[2])
