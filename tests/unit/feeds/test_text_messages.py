"""Texts of packs pass through a worker, whose answer is believed only when it is what our sanitiser writes."""

from __future__ import annotations

import json

import pytest

from caregiver_app.feeds.jobs import UnsoundAnswerError
from caregiver_app.feeds.pool import ParserPool
from caregiver_app.feeds.text_messages import MAX_TEXT_BYTES, answer_to_text, asks_for_text, html_from, text_head
from caregiver_app.model.errors import FeedError


def test_a_worker_makes_a_text_harmless_and_a_picture_beside_it_is_none() -> None:
    with ParserPool() as pool:
        assert pool.render_text(b"# Lamps\n\n- [ ] on\n") == "<h1>Lamps</h1>\n<ul>\n<li>\N{BALLOT BOX} on</li>\n</ul>"
        with pytest.raises(FeedError) as tangled:
            pool.render_text(b"[" * 9_000)
        assert tangled.value.kind.value == "too-deep"
        with pytest.raises(FeedError) as none:
            pool.remake_picture(b"no picture")
        assert none.value.kind.value == "image"
        with pytest.raises(FeedError) as large:
            pool.render_text(b"a" * (MAX_TEXT_BYTES + 1))
        assert large.value.kind.value == "too-large"


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"[" * 50_000, id="deep"),
        pytest.param(json.dumps(["text", "<script>x</script>"]).encode(), id="a script"),
        pytest.param(json.dumps(["text", "<p onclick=x>x</p>"]).encode(), id="an attribute"),
        pytest.param(json.dumps(["text", 1]).encode(), id="a number"),
        pytest.param(json.dumps(["text"]).encode(), id="cut off"),
        pytest.param(json.dumps(["picture", "AAAA"]).encode(), id="a picture"),
    ],
)
def test_an_answer_that_no_sound_worker_gives_is_not_believed(answer: bytes) -> None:
    with pytest.raises(UnsoundAnswerError):
        html_from(answer)


def test_a_job_about_a_text_is_told_apart() -> None:
    assert asks_for_text(text_head())
    assert not asks_for_text(b'["https://text.example/", {}]')
    assert html_from(answer_to_text(b"*a*")) == "<p><em>a</em></p>"
