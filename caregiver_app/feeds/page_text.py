"""The main text of a web page, made harmless: what `trafilatura` takes for the article, else what stands in <main>.

Runs in a worker. Never opens an address or a file: a page's bytes are all it sees. A page without a text of its own (an
empty shell that scripts would fill, a login, a note that it was not found) is an error and never a text.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from caregiver_app.feeds import parse_entry as bounds
from caregiver_app.feeds.charset import decode
from caregiver_app.feeds.document import refuse_binary
from caregiver_app.feeds.jobs import MAX_PAGE_BYTES, PageJob
from caregiver_app.feeds.page_contacts import put_back, take_out
from caregiver_app.feeds.page_loads import loads_of
from caregiver_app.feeds.page_pictures import ready_pictures, without_endings
from caregiver_app.feeds.page_title import title_of, without_title
from caregiver_app.model.entry import EntryText, ParsedEntry, ParsedFeed, SafeHtml
from caregiver_app.model.errors import FeedError, FeedTrouble
from caregiver_app.support.addresses import web_address
from caregiver_app.support.language import language_of
from caregiver_app.support.markup import sanitise_and_read
from caregiver_app.support.markup_bounds import MAX_FIELD_CHARS, MAX_OUTPUT_CHARS
from caregiver_app.support.plain_text import count_words, shorten, summary_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MIN_WORDS = 20
"""A page with fewer words says nothing that would be worth keeping, and mostly is not the page that was asked for."""

GUID = "page"
"""The one entry of a watched page is recognised by this, whatever its address or title become."""

_DECLARED = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9._:\-]{2,40})", re.IGNORECASE)
_HTML_SIGN = re.compile(r"<!doctype\s+html|<html[\s>]", re.IGNORECASE)
_BEGINNING_CHARS = 65_536
_LANGUAGE_CHARS = 2_000
_BEGINNING = 4_096  # bytes in which a page must say its charset (WHATWG HTML, section 4.2.5.4: the first 1024)
_CJK = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_FEW_WORDS = 120
_LITTLE_WORDS = 60
_THIN = 3  # the main part may hold so many times the few words that were found in it before it is taken instead
# What stands over the text where the page itself does not: only believed of short pages.
_NOT_THE_PAGE = re.compile(
    r"\b(?:404|403|error|not found|page unavailable|no longer available|access denied|forbidden|just a moment|"
    r"are you (?:a )?(?:human|robot)|attention required|log ?in|sign in|captcha|cookies? (?:consent|settings|policy)|"
    r"no encontrada|no existe|acceso denegado|iniciar sesi[oó]n)\b",
    re.IGNORECASE,
)


def read_page(job: PageJob) -> ParsedFeed:
    """Return the page as a feed with one entry, whose hash is that of its main text.

    Raises:
        FeedError: it is no page, or one without a text; `kind` says which.
    """
    tree = _open(job)
    title, canonical = shorten(title_of(tree), bounds.MAX_TITLE_CHARS), _canonical(tree, job.url)
    loads = loads_of(tree, _base(tree, job.url))
    html, text = without_title(*_main_text(tree, job.url), title)
    words = _words_in(text)
    if words < MIN_WORDS or (words < _FEW_WORDS and _is_not_the_page(tree, title)):
        raise FeedError(FeedTrouble.NO_TEXT, str(words))
    language = language_of(f"{title}\n{text[:_LANGUAGE_CHARS]}", (str(tree.get("lang") or ""),), _detected)
    entry = _entry(job.url, title or summary_of(text, 80), html, text, language, loads=loads)
    return ParsedFeed(
        title=shorten(title, bounds.MAX_FEED_TITLE_CHARS),
        homepage="",
        language=language,
        ttl_s=None,
        damaged=False,
        dropped=0,
        entries=(entry,),
        canonical=canonical,
    )


def _entry(url: str, title: str, html: SafeHtml, text: str, language: str, *, loads: tuple[str, ...]) -> ParsedEntry:
    return ParsedEntry(
        guid=GUID,
        link=web_address(url),
        raw_hash=hashlib.sha256(f"{title}\0{html}".encode("utf-8", "replace")).hexdigest(),
        published_at=None,
        updated_at=None,
        text=EntryText(
            title=title,
            html=html,
            text=text,
            summary=summary_of(text),
            author="",
            categories=(),
            words=count_words(text),
            language=language,
            loads=loads,
        ),
    )


def _open(job: PageJob) -> HtmlElement:
    """Return the page as a tree. lxml cuts off what is nested deeper than 256 levels.

    Raises:
        FeedError: TOO_LARGE, IMAGE, BINARY, EMPTY or NO_TEXT.
    """
    from lxml.etree import LxmlError
    from lxml.html import HTMLParser, document_fromstring

    if len(job.body) > MAX_PAGE_BYTES:
        raise FeedError(FeedTrouble.TOO_LARGE, str(len(job.body)))
    refuse_binary(job.body)
    text = decode(job.body, _content_type(job)).text
    if not text.strip():
        raise FeedError(FeedTrouble.EMPTY)
    if not _is_html(job.headers.get("content-type", ""), text[:_BEGINNING_CHARS]):
        raise FeedError(FeedTrouble.NO_TEXT, "no page")
    try:
        return document_fromstring(
            text.encode("utf-8", "replace"), parser=HTMLParser(encoding="utf-8", no_network=True)
        )
    except (LxmlError, ValueError) as error:
        raise FeedError(FeedTrouble.NO_TEXT, type(error).__name__) from error


def _is_html(content_type: str, beginning: str) -> bool:
    """Return True for a web page; an alert or a feed has words enough to pass for one, but another type or start."""
    if "html" in content_type.lower() or _HTML_SIGN.search(beginning):
        return True
    return not content_type and "<" in beginning and not beginning.lstrip().startswith("<?xml")


def _content_type(job: PageJob) -> str:
    """Return the header with the charset that the page says where the header says none (WHATWG HTML, 13.2.3.2)."""
    header = job.headers.get("content-type", "")
    declared = _DECLARED.search(job.body, 0, _BEGINNING)
    return header if "charset" in header.lower() or declared is None else f"text/html; charset={declared[1].decode()}"


def _canonical(tree: HtmlElement, url: str) -> str:
    """Return the address that a page calls its own (RFC 6596), "" where it names none or several."""
    named = {
        web_address(str(link.get("href") or ""), _base(tree, url)) or ""
        for link in tree.xpath("//head/link[@rel and @href]")
        if "canonical" in str(link.get("rel")).lower().split()
    }
    return named.pop() if len(named) == 1 else ""


def _base(tree: HtmlElement, url: str) -> str:
    return web_address(str(next(iter(tree.xpath("//base/@href")), "")), url) or url


def _main_text(tree: HtmlElement, url: str) -> tuple[SafeHtml, str]:
    """Return the main part, harmless, with its plain text; whole parts of a page rather than too little of it."""
    from trafilatura import extract

    base = _base(tree, url)
    contacts = take_out(tree)
    ready_pictures(tree, base)
    found = extract(
        tree,
        url=base,
        output_format="html",
        include_comments=False,
        include_formatting=True,
        include_images=True,
        include_links=True,
    )
    best = _harmless(put_back(without_endings(found or ""), contacts), base)
    if _words_in(best[1]) > _LITTLE_WORDS:
        return best
    for part in _main_parts(tree):
        whole = _harmless(put_back(without_endings(part), contacts), base)
        if _words_in(whole[1]) > _THIN * _words_in(best[1]):
            return whole
    return best


def _main_parts(tree: HtmlElement) -> Iterator[str]:
    """Yield what the page itself calls its main part, without menus and forms in it."""
    from lxml.etree import strip_elements
    from lxml.html import tostring

    for part in tree.xpath("(//main | //*[@role='main'] | //article)[1]"):
        strip_elements(part, "nav", "form", "footer", "script", "style", "noscript", with_tail=False)
        yield tostring(part, encoding="unicode", with_tail=False)


def _harmless(html: str, url: str) -> tuple[SafeHtml, str]:
    """Return a whole part made harmless, piece by piece where it is too long to be taken at once.

    Raises:
        FeedError: TOO_LARGE: no reader could show it.
    """
    made = [sanitise_and_read(piece, base=url) for piece in _pieces(html)]
    safe = SafeHtml("".join(each for each, _ in made))
    if len(safe) > MAX_OUTPUT_CHARS:
        raise FeedError(FeedTrouble.TOO_LARGE, str(len(safe)))
    return safe, "\n\n".join(text for _, text in made if text)


def _pieces(html: str) -> Iterator[str]:
    """Yield `html` in pieces that markup takes, cut between the elements of its body."""
    if len(html) <= MAX_FIELD_CHARS:
        yield html
        return
    from lxml.html import document_fromstring, tostring

    gathered: list[str] = []
    length = 0
    for element in document_fromstring(html).iterfind("./body/*"):
        written = tostring(element, encoding="unicode")
        if gathered and length + len(written) > MAX_FIELD_CHARS:
            yield "".join(gathered)
            gathered, length = [], 0
        gathered.append(written)
        length += len(written)
    yield "".join(gathered)


def _words_in(text: str) -> int:
    """Return how many words a text has; in scripts without spaces two letters count for one."""
    return count_words(text) + len(_CJK.findall(text)) // 2


def _is_not_the_page(tree: HtmlElement, title: str) -> bool:
    """Return True where a short page is a login, a barrier or a notice in the place of what was asked for."""
    asks_password = bool(tree.xpath("//input[translate(@type, 'PASWORD', 'pasword') = 'password']"))
    return asks_password or bool(_NOT_THE_PAGE.search(title))


def _detected(text: str) -> str:
    from caregiver_app.support.language_model import detected  # only now: seldom needed, and large

    return detected(text)
