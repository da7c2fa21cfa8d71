"""A share as the draft of an e-mail (RFC 5322, with X-Unsent): a mail program opens it, and sends it when told.

It names no sender, no receiver, no time and no computer; the mail program adds what is its own.
"""

from __future__ import annotations

from caregiver_app.model.card import ShareContent
from caregiver_app.sharing.page import as_page
from caregiver_app.sharing.plain import as_text
from caregiver_app.support.sentences.shares import share_heading

_BOUNDARY = "=_pages_that_may_help"  # "=" never stands unescaped in quoted-printable, so no part can hold it


def as_draft(content: ShareContent) -> bytes:
    """Return the draft with the words as text and as a page, line ends as mail wants them."""
    from email.message import EmailMessage
    from email.policy import SMTP

    draft = EmailMessage(policy=SMTP)
    draft["X-Unsent"] = "1"
    draft["Subject"] = share_heading(content.cards)
    draft.set_content(as_text(content), cte="quoted-printable")
    draft.add_alternative(as_page(content), subtype="html", cte="quoted-printable")
    draft.set_boundary(_BOUNDARY)
    return draft.as_bytes()
