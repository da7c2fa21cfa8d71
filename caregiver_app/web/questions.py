"""What is asked at one stop of a fetch's way, and all that we say of ourselves. Pure.

One name for everybody and nothing that tells people apart: no cookie, no referrer, no authorization, no language.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from caregiver_app import __version__
from caregiver_app.model.source import Validators
from caregiver_app.model.web import FetchRequest, Why
from caregiver_app.support.own_pages import FETCHING_PAGE
from caregiver_app.web.addresses import Address
from caregiver_app.web.connections import Route
from caregiver_app.web.decoding import ACCEPT_ENCODING
from caregiver_app.web.redirects import Journey

USER_AGENT = f"Caregiver/{__version__} (+{FETCHING_PAGE})"

_MAX_VALIDATOR = 2_000  # servers refuse requests with very long headers, and then a feed would fail for good
_UNSENDABLE = re.compile(r"[^\x20-\x7e\x80-\xff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One GET. All that is sent stands in `headers`, beside the address's target."""

    address: Address
    headers: Mapping[str, str]
    why: Why
    is_private_allowed: bool
    at_most_bytes: int | None = None
    is_signed: bool = False

    @property
    def is_conditional(self) -> bool:
        """Whether a 304 answers it."""
        return "If-None-Match" in self.headers or "If-Modified-Since" in self.headers

    @property
    def route(self) -> Route:
        """What its connection may be used for again."""
        scheme, host, port = self.address.origin
        return Route(scheme=scheme, host=host, port=port, is_private_allowed=self.is_private_allowed)


def next_question(journey: Journey, request: FetchRequest) -> Question:
    """Return the question for where the journey is: validators only for the host they came from, consent only for the
    very place that the person typed.
    """
    here, start = journey.here, journey.start
    headers = {
        "Host": here.netloc,
        "User-Agent": USER_AGENT,
        "Accept": request.accept,
        "Accept-Encoding": ACCEPT_ENCODING,
        **(_conditions(request.validators) if here.host == start.host else {}),
    }
    is_private_allowed = request.allow_private and here.origin == start.origin
    return Question(
        address=here,
        headers=headers,
        why=request.why,
        is_private_allowed=is_private_allowed,
        at_most_bytes=request.at_most_bytes,
        is_signed=request.is_signed,
    )


def _conditions(validators: Validators) -> dict[str, str]:
    """Return the pair as it came, or neither where one of them could not be sent as it came."""
    wanted = {"If-None-Match": validators.etag, "If-Modified-Since": validators.last_modified}
    pair = {name: value for name, value in wanted.items() if value}
    if any(len(value) > _MAX_VALIDATOR or _UNSENDABLE.search(value) for value in pair.values()):
        return {}
    return pair
