"""The usual form of each channel, by what is usual where the person is. Pure but for the language in force."""

from __future__ import annotations

from caregiver_app.model.card import Channel, ShareForm
from caregiver_app.support.regional import paper_here


def usual_form(channel: Channel) -> ShareForm:
    """Return the form of a channel that fits where the language is spoken."""
    return ShareForm(channel=channel, paper=paper_here())


def file_name(form: ShareForm) -> str:
    """Return the name that is offered for a file of a form: it says nothing of what is in it."""
    suffix = {
        Channel.TEXT: "txt",
        Channel.FLYER: "pdf",
        Channel.QR: form.picture.value,
        Channel.EML: "eml",
        Channel.HTML: "html",
        Channel.MARKDOWN: "md",
        Channel.SOCIAL: "txt",
    }[form.channel]
    return f"share.{suffix}"
