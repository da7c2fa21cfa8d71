"""Cards and typed words become the exact bytes of one form. The same input gives the same bytes, whoever asks and when.

Nothing else goes in: no name, no place, no time, no program; on a flyer, which is paper, the day of printing. What is
shown beforehand is made here too, the same.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from caregiver_app.model.card import Channel, PictureForm, Rendered, ShareContent, ShareForm
from caregiver_app.model.sheets.paper import PrintSize
from caregiver_app.sharing.mail import as_draft
from caregiver_app.sharing.markdown import as_markdown
from caregiver_app.sharing.page import as_page
from caregiver_app.sharing.plain import as_text
from caregiver_app.sharing.social import as_posts
from caregiver_app.support.i18n import current_language

if TYPE_CHECKING:
    from caregiver_app.paper.typeset import Layout, TypesetSheet

_PICTURE_DOTS_PER_INCH = 200
_POSTS_APART = "\n\n———\n\n"


def render(content: ShareContent, form: ShareForm, *, on: date) -> Rendered:
    """Return the bytes of a share; `on` is the day that stands on a flyer.

    Raises:
        ShareError: this form cannot hold it.
    """
    match form.channel:
        case Channel.TEXT:
            return _text(form, as_text(content), "share.txt", "text/plain")
        case Channel.MARKDOWN:
            return _text(form, as_markdown(content), "share.md", "text/markdown")
        case Channel.HTML:
            return _text(form, as_page(content), "share.html", "text/html")
        case Channel.EML:
            return _file(form, as_draft(content), "share.eml", "message/rfc822")
        case Channel.SOCIAL:
            return _posts(content, form)
        case Channel.QR:
            return _codes(content, form)
        case Channel.FLYER:
            return _file(form, _flyer(content, form, on).pdf(), "share.pdf", "application/pdf")


def pages(content: ShareContent, form: ShareForm, *, on: date, dots_per_inch: float) -> tuple[bytes, ...]:
    """Return PNG pictures of what a flyer or a picture of codes looks like; raises as `render` does."""
    return _sheet(content, form, on).pages(dots_per_inch=dots_per_inch)


def lacks_signs(content: ShareContent, form: ShareForm, *, on: date) -> bool:
    """Tell whether a flyer or a picture of codes has boxes for signs that no font here has; raises as `render` does."""
    return _sheet(content, form, on).lacks_signs()


def _text(form: ShareForm, text: str, name: str, media_type: str) -> Rendered:
    return _file(form, text.encode("utf-8", "replace"), name, f"{media_type}; charset=utf-8")


def _file(form: ShareForm, data: bytes, name: str, media_type: str) -> Rendered:
    return Rendered(channel=form.channel, data=data, file_name=name, media_type=media_type)


def _posts(content: ShareContent, form: ShareForm) -> Rendered:
    made = as_posts(content, form.network)
    joined = _POSTS_APART.join(made.posts) + "\n"
    return Rendered(
        channel=form.channel,
        data=joined.encode("utf-8", "replace"),
        file_name="share.txt",
        media_type="text/plain; charset=utf-8",
        posts=made.posts,
        lengths=made.lengths,
        limit=made.limit,
    )


def _codes(content: ShareContent, form: ShareForm) -> Rendered:
    from caregiver_app.paper.share_sheets import codes

    sheet = codes(content, _layout(form))
    if form.picture is PictureForm.SVG:
        return _file(form, sheet.drawing(), "share.svg", "image/svg+xml")
    return _file(form, sheet.pages(dots_per_inch=_PICTURE_DOTS_PER_INCH)[0], "share.png", "image/png")


def _sheet(content: ShareContent, form: ShareForm, on: date) -> TypesetSheet:
    from caregiver_app.paper.share_sheets import codes

    return _flyer(content, form, on) if form.channel is Channel.FLYER else codes(content, _layout(form))


def _flyer(content: ShareContent, form: ShareForm, on: date) -> TypesetSheet:
    """Return the flyer, in large print where that fits on a page."""
    from caregiver_app.paper.flyer_sheet import flyer_sheet
    from caregiver_app.paper.sheets import typeset

    return typeset([flyer_sheet(content, on=on, language=current_language())], _layout(form))


def _layout(form: ShareForm) -> Layout:
    from caregiver_app.paper.typeset import Layout

    return Layout(paper=form.paper, size=PrintSize.LARGE, language=current_language())
