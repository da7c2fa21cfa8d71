"""Share, for the eye: two pages and a message with details to settle, the flyer, a post, and what was shared."""

from __future__ import annotations

from datetime import date

from caregiver_app.model.card import Channel, Network, ShareForm
from caregiver_app.ui.share.body import ShareBody
from caregiver_app.ui.share.forms import usual_form
from caregiver_app.ui.share.places import SEE
from tests.helpers.share_window import body_of, read, share_of, write_message
from tests.helpers.sharing import check
from tests.helpers.whole_window import Opened

_PAGES = 2
_MESSAGE = (
    "Hi Sunita, these helped me with Mum this week. Her health number is 943 476 5919 if the team asks. "
    "Call me on 07700 900 461 after six."
)


def share_writing(opened: Opened) -> None:
    """Two pages, and a message in which details are to be settled."""
    _shared(opened)


def share_findings(opened: Opened) -> None:
    """The details themselves."""
    body = _shared(opened)
    body.findings.begin()


def share_reason(opened: Opened) -> None:
    """Why a detail may stay in."""
    body = _shared(opened)
    body.findings.begin()
    body.findings.rows[0].keep.click()


def share_flyer(opened: Opened) -> None:
    """What they will see: a flyer."""
    body = _shared(opened)
    body.places.show_place(SEE)
    body.preview.choose(usual_form(Channel.FLYER))
    read(opened)


def share_post(opened: Opened) -> None:
    """What they will see: posts for a network."""
    body = _shared(opened)
    body.places.show_place(SEE)
    body.preview.choose(ShareForm(channel=Channel.SOCIAL, network=Network.MASTODON))
    read(opened)


def share_past(opened: Opened) -> None:
    """What was shared."""
    body = _shared(opened)
    ids = [row.id for row in opened.rows[:_PAGES]]
    opened.library.shares.add(ids, (), Channel.FLYER, day=date(2026, 11, 20))
    body.places.show_past(True)


VIEWS = (share_writing, share_findings, share_reason, share_flyer, share_post, share_past)


def _shared(opened: Opened) -> ShareBody:
    rows = opened.rows[:_PAGES]
    for row in rows:
        check(opened.library, row.id)
    share_of(opened).ways.share_rows(rows)
    opened.quiet()
    write_message(opened, _MESSAGE)
    return body_of(opened)
