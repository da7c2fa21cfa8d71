"""What is passed on as a picture: codes for phones, with words beneath. Of cards and typed words, nothing else."""

from __future__ import annotations

import re
from dataclasses import replace

from caregiver_app.model.card import ShareableCard, ShareContent
from caregiver_app.model.errors import ShareError, ShareTrouble
from caregiver_app.model.sheets.paper import PrintSize
from caregiver_app.paper.breaking import lines_of, pieces, shown
from caregiver_app.paper.directions import directed, read_from
from caregiver_app.paper.qr_code import qr_code
from caregiver_app.paper.typeset import Layout, TypesetSheet
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.shares import about_card, share_heading, share_line

_PARAGRAPHS = re.compile(r"\n\s*\n")


def codes(content: ShareContent, layout: Layout) -> TypesetSheet:
    """Return a picture as high as it must be: a code for each page with its words beneath.

    Raises:
        ShareError: a link is too long for a code.
    """
    return TypesetSheet(
        "codes", share_heading(content.cards), _data(content, layout), replace(layout, size=PrintSize.NORMAL)
    )


def _data(content: ShareContent, layout: Layout) -> dict[str, object]:
    paragraphs = _PARAGRAPHS.split(content.message.strip()) if content.message.strip() else []
    with read_from(right=layout.right_to_left):
        return {
            "message": [lines_of(paragraph) for paragraph in paragraphs],
            "cards": [_card(card) for card in content.cards],
            "line": _directed(share_line(content.cards)),
        }


def _directed(text: str) -> str:
    return directed([shown(text)])[0]


def _card(card: ShareableCard) -> dict[str, object]:
    code = qr_code(card.link)
    if code is None:
        raise ShareError(ShareTrouble.LINK_TOO_LONG)
    return {
        "title": pieces(_directed(card.title)),
        "about": _directed(about_card(card)),
        "link": card.link,
        "shown": pieces(card.link),
        "code": code.svg,
        "side": code.side_mm,
        "alt": _("QR code of {link}").format(link=card.link),
    }
