"""What a web page is called: its own heading rather than the name of the site behind it. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from caregiver_app.model.entry import SafeHtml
from caregiver_app.support.plain_text import one_line, to_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SITE = re.compile(r"\s+(?:[|\u00b7\u2022\u2013\u2014_»-]|::)\s+(?=[^|\u00b7\u2022\u2013\u2014_»]*\Z)")
_FIRST_HEADING = re.compile(r"\s*(?:<div>\s*)*<h[12]>(.*?)</h[12]>", re.DOTALL)
_MOST_WORDS_OF_A_SITE = 5


def title_of(tree: HtmlElement) -> str:
    """Return the page's title in one line, "" where it has none."""
    written = _text(tree, "//title")
    shared = one_line(str(next(iter(tree.xpath("//meta[@property='og:title']/@content")), "")))
    headings = [one_line(heading.text_content()) for heading in tree.xpath("//h1")]
    for heading in headings:
        if _is_part(heading, shared) or _is_part(heading, written):
            return heading
    if shared:
        return _without_site(shared, tree)
    return _without_site(written, tree) or next(filter(None, headings), "")


def without_title(html: SafeHtml, text: str, title: str) -> tuple[SafeHtml, str]:
    """Return text and HTML without a first heading that only says the title once more."""
    heading = _FIRST_HEADING.match(html)
    if heading is None or not title or one_line(to_text(SafeHtml(heading[1]))).casefold() != title.casefold():
        return html, text
    shorter = SafeHtml(html[: heading.start(1) - len("<h1>")] + html[heading.end() :])
    return shorter, to_text(shorter)


def _text(tree: HtmlElement, path: str) -> str:
    return one_line(next((element.text_content() for element in tree.xpath(path)), ""))


def _is_part(heading: str, whole: str) -> bool:
    """Return True where a title begins with a heading, or the heading says the better part of it."""
    small, all_of_it = heading.casefold(), whole.casefold()
    begins = all_of_it.startswith(small) and not all_of_it[len(small) : len(small) + 1].isalnum()
    return len(small) > 2 and (begins or (small in all_of_it and 3 * len(small) > len(all_of_it)))


def _without_site(title: str, tree: HtmlElement) -> str:
    """Return a title without the name of the site after its last dash or bar."""
    site = one_line(str(next(iter(tree.xpath("//meta[@property='og:site_name']/@content")), "")))
    cut = _SITE.search(title)
    if cut is None:
        return title
    page, name = title[: cut.start()], title[cut.end() :]
    is_site = name.casefold() == site.casefold() or (
        len(page.split()) >= 2 and len(name.split()) <= _MOST_WORDS_OF_A_SITE
    )
    return page if is_site else title
