"""A share as a web page in one file: it fetches nothing, runs nothing, and tells a site nothing of whence one comes."""

from __future__ import annotations

from html import escape

from caregiver_app.model.card import ShareableCard, ShareContent
from caregiver_app.support.i18n import current_language
from caregiver_app.support.sentences.shares import about_card, share_heading, share_line

_STYLE = (
    "body{max-width:42em;margin:2em auto;padding:0 1em;font:1.15em/1.5 sans-serif;color:#111;background:#fff}"
    "h1{font-size:1.4em}h2{font-size:1.1em;margin-bottom:.2em}p{margin:.2em 0}"
    ".typed{white-space:pre-wrap;overflow-wrap:anywhere;margin:1em 0}"
    ".link{overflow-wrap:anywhere}.line{margin-top:2em}"
)
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "yi"})


def as_page(content: ShareContent) -> str:
    """Return the whole document."""
    language = current_language()
    direction = "rtl" if language in _RIGHT_TO_LEFT else "ltr"
    heading = escape(share_heading(content.cards))
    return (
        f'<!doctype html>\n<html lang="{escape(language)}" dir="{direction}">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{heading}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{heading}</h1>\n"
        f"{_typed(content.message)}{''.join(map(_card, content.cards))}"
        f'<p class="line">{escape(share_line(content.cards))}</p>\n</body>\n</html>\n'
    )


def _typed(message: str) -> str:
    words = message.strip("\n")
    return f'<p class="typed" dir="auto">{escape(words)}</p>\n' if words.strip() else ""


def _card(card: ShareableCard) -> str:
    link = escape(card.link)
    return (
        f'<h2 dir="auto">{escape(card.title)}</h2>\n<p>{escape(about_card(card))}</p>\n'
        f'<p class="link"><a href="{link}" rel="noreferrer noopener">{link}</a></p>\n'
    )
