"""Each form of text holds the cards and the typed words, shows them as they are, and holds nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

from caregiver_app.model.card import Channel, ShareContent, ShareForm
from caregiver_app.sharing.rendering import render
from tests.helpers.shared_files import read_mail, read_page
from tests.helpers.sharing import CHECKED_ON, card, content

_OURS = ["html", "head", "meta", "meta", "meta", "meta", "title", "style", "body", "h1"]
_HOSTILE = [
    "<script>alert(1)</script><img src=https://evil.example/x>",
    "![x](https://evil.example/x.png) [y](javascript:alert(1)) <https://evil.example>",
    "# Title\n\n- a\n- b\n\n1. one\n2) two\n\n    code\n\n---\n===\n> quote\n\n| a | b |\n|---|---|\n",
    "*a* _b_ `c` ~~d~~ **e** &copy; \\* $x$ {x} [z]: https://evil.example",
    "--=_pages_that_may_help--\r\nFrom: x\r\n\r\n.\r\n",
    "a\u2028b\u202ec\u0000d",
]
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=300)


def rendered(message: str, channel: Channel, shared: ShareContent | None = None) -> str:
    return render(shared or content(message), ShareForm(channel=channel), on=CHECKED_ON).text


def test_text_is_the_words_the_cards_and_the_line() -> None:
    assert rendered("Have a look.\n\nLove", Channel.TEXT) == (
        "Have a look.\n\nLove\n\n"
        "1. Falls at night\n"
        "Example Carers. Checked by a family carer on 16 November 2026. This counts until 16 November 2028.\n"
        "https://example.org/falls\n\n"
        "2. Sleep & rest: <when> evenings feel harder\n"
        "From Example Carers’s own site. Not checked by a person.\n"
        "https://example.org/sleep?page=2\n\n"
        "3. Eating *well*\n"
        "Example Carers. Checked by a family carer on 16 November 2026. This counts until 16 November 2028.\n"
        "https://example.org/eating\n\n"
        "General information, not medical advice. "
        "Checked means we looked at who wrote it, when and from what. It is not medical approval.\n"
    )


def test_one_page_has_no_number_and_no_words_leave_no_gap() -> None:
    text = rendered("", Channel.TEXT, content("", [card()]))
    assert text.startswith("Falls at night\n")


def test_a_page_in_html_fetches_nothing_and_leads_only_where_the_cards_do() -> None:
    page = read_page(rendered("Have a look.", Channel.HTML))
    assert page.links == [each.link for each in content().cards]
    assert [value for _tag, name, value in page.attributes if name in ("src", "srcset", "action", "background")] == []
    policy = [value for tag, name, value in page.attributes if tag == "meta" and "default-src" in value]
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'"]
    for shared in content().cards:
        assert all(word in page.text for word in (shared.title, shared.link, shared.label))
    assert "It is not medical approval." in page.text


@pytest.mark.parametrize("words", _HOSTILE, ids=["script", "links", "blocks", "inline", "boundary", "unseen"])
def test_typed_words_stay_words_in_html_and_mail(words: str) -> None:
    _stays_words(words)


@given(WORDS)
def test_any_words_stay_words_in_html_and_mail(words: str) -> None:
    _stays_words(words)


def _stays_words(words: str) -> None:
    page = read_page(rendered(words, Channel.HTML))
    typed = ["p"] if words.strip("\n").strip() else []
    assert page.tags == [*_OURS, *typed, *["h2", "p", "p", "a"] * 3, "p"]
    mail = read_mail(render(content(words), ShareForm(channel=Channel.EML), on=CHECKED_ON).data)
    assert [part.get_content_type() for part in mail.walk()] == ["multipart/alternative", "text/plain", "text/html"]
    plain = mail.get_body(("plain",))
    assert plain is not None
    assert "".join(plain.get_content().split()) == "".join(rendered(words, Channel.TEXT).split())


@pytest.mark.parametrize("words", _HOSTILE, ids=["script", "links", "blocks", "inline", "boundary", "unseen"])
def test_typed_words_stay_words_in_markdown(words: str) -> None:
    page = read_page(markdown(rendered(words, Channel.MARKDOWN)))
    assert set(page.tags) <= {"p", "br", "ul", "li", "a", "em"}
    assert page.links == [each.link for each in content().cards]
    assert page.tags.count("em") == 1


def test_lines_stay_lines_in_markdown() -> None:
    page = markdown(rendered("One\ntwo\n\nthree", Channel.MARKDOWN, content("One\ntwo\n\nthree", [card()])))
    assert page.startswith("<p>One<br />\ntwo</p>\n<p>three</p>")


def test_a_draft_names_nobody_no_time_and_no_computer() -> None:
    mail = read_mail(render(content("Größe, naïve 👋"), ShareForm(channel=Channel.EML), on=CHECKED_ON).data)
    assert list(mail.keys()) == ["X-Unsent", "Subject", "MIME-Version", "Content-Type"]
    assert (mail["X-Unsent"], mail["Subject"]) == ("1", "3 pages that may help")
    assert mail.get_boundary() == "=_pages_that_may_help"
    plain = mail.get_body(("plain",))
    assert plain is not None
    assert plain.get_content().startswith("Größe, naïve 👋")
