"""The HTML of a page as the reader shows it: title, lead, text, quotes and missing pictures as boxes.

Takes only `SafeHtml` and adds only marks of its own. It knows no colours: those are in `page_style`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

from caregiver_app.model.entry import SafeHtml
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.markup import replace_pictures
from caregiver_app.support.plain_text import strip_markup
from caregiver_app.ui.library.reader.marks_of_html import CAPTION, LEAD, LOCAL, PICTURE, PICTURES_WANTED, QUOTE, Missing

_HASH = re.compile(r"[0-9a-f]{64}")
_LEAD_CHARS = range(30, 420)
_FIRST_PARAGRAPH = re.compile(r"\s*<p>((?:(?!</?(?:p|table|blockquote|ul|ol|h\d)>).)*)</p>(?=\s*\S)", re.DOTALL)
_FIRST_HEADING = re.compile(r"\s*<h[1-3]>((?:(?!</h[1-3]>).)*)</h[1-3]>", re.DOTALL)
_BOXES = re.compile(r"<(/?)(table|blockquote)>")
_BOX_ALONE = re.compile(rf'<p>\s*((?:<table class="{PICTURE}"(?:(?!</table>).)*</table>\s*)+)</p>', re.DOTALL)
_EMPTY_PARAGRAPH = re.compile(r"<p>(?:\s|&nbsp;|<br>)*</p>")  # nothing in two ways: that took time without end


def page_html(
    title: str, html: SafeHtml, pictures: Mapping[str, str] | None = None, missing: Missing = Missing.ASKABLE
) -> str:
    """Return the document for a page; its title is the only heading of the first level.

    `pictures` has the hashes of stored pictures by address; for the others there is a box that says what can be done.
    """
    stored = {address: name for address, name in (pictures or {}).items() if _HASH.fullmatch(name)}

    def show(description: str, address: str) -> str:
        name = stored.get(address)
        return _picture(name, description) if name is not None else _picture_box(description, address, missing)

    body = _without_doubled_title(title, html)
    body = _with_lead(_EMPTY_PARAGRAPH.sub("", body))
    body = replace_pictures(SafeHtml(_quotes_as_boxes(body)), show)
    body = _BOX_ALONE.sub(r"\1", body).replace("<h1>", "<h2>").replace("</h1>", "</h2>")
    return f"<h1>{escape(title, quote=False)}</h1>{body}"


def box(kind: str, content: str) -> str:
    """Return a one-cell table, the only thing whose ground Qt fills to its edges."""
    return f'<table class="{kind}" width="100%" cellspacing="0"><tr><td>{content}</td></tr></table>'


def _without_doubled_title(title: str, html: str) -> str:
    """Many publishers begin the text with its title again."""
    heading = _FIRST_HEADING.match(html)
    if heading and " ".join(strip_markup(heading[1]).split()).casefold() == " ".join(title.split()).casefold():
        return html[heading.end() :]
    return html


def _with_lead(html: str) -> str:
    """Set the first paragraph larger, when it is one of a longer text and neither a line nor an essay."""
    first = _FIRST_PARAGRAPH.match(html)
    if first is None or len(strip_markup(first[1])) not in _LEAD_CHARS:
        return html
    return f'<p class="{LEAD}">{first[1]}</p>{html[first.end() :]}'


def _quotes_as_boxes(html: str) -> str:
    """Turn quotes into boxes unless they stand in a table or in another quote: deep tables are slow to lay out."""
    inside = 0
    boxed: list[bool] = []

    def turn(match: re.Match[str]) -> str:
        nonlocal inside
        close, name = bool(match[1]), match[2]
        if name == "table":
            inside += -1 if close else 1
            return match[0]
        if close:
            was_boxed = boxed.pop() if boxed else False
            inside -= was_boxed
            return "</td></tr></table>" if was_boxed else match[0]
        boxed.append(inside == 0)
        inside += boxed[-1]
        return f'<table class="{QUOTE}" width="100%" cellspacing="0"><tr><td>' if boxed[-1] else match[0]

    return _BOXES.sub(turn, html)


def _picture(name: str, description: str) -> str:
    """Return a stored picture; what it shows stands below, for screen readers pass over pictures in a text."""
    caption = f'<p class="{CAPTION}">{_plain(description)}</p>' if description else ""
    return f'<p><img src="{LOCAL}:{name}" alt="{escape(description)}"></p>{caption}'


def _picture_box(description: str, address: str, missing: Missing) -> str:
    words = {
        Missing.ASKABLE: _("Picture not saved."),
        Missing.COMING: _("Picture not saved yet. It comes with the next update."),
        Missing.FAILED: _("This picture could not be saved."),
    }[missing]
    said = [_plain(description)] if description else []
    said.append(_plain(words))
    if address and missing is Missing.ASKABLE:
        question = _plain(_("Get it with the next update?"))
        said[-1] += f' <a href="{PICTURES_WANTED}">{question}</a>'
    return box(PICTURE, "<br>".join(said))


def _plain(text: str) -> str:
    return escape(text, quote=False)
