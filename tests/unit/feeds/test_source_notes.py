"""What there is to say of a source that is fine: its document has mistakes, or holds more than is taken."""

from __future__ import annotations

from dataclasses import replace

from caregiver_app.model.source import SourceState
from caregiver_app.support.sentences import sentence_for_source
from tests.helpers.feed_documents import pages, rss
from tests.helpers.http_server import Answer, conditional
from tests.helpers.syncing import Stage

GOOD = rss(*pages(3))
DAMAGED = GOOD.replace(b"</channel>", b"<copyright>Tom & Jerry</copyright></channel>")
HUGE = rss(*pages(2_003))


def said(stage: Stage) -> tuple[SourceState, str, str, str]:
    (source,) = stage.library.sources.list()
    return source.state, source.reason, source.reason_detail, sentence_for_source(source).means


def test_a_damaged_document_that_could_be_read_is_told_until_a_sound_one_comes(stage: Stage) -> None:
    bodies = [DAMAGED, DAMAGED, GOOD]
    stage.add("/feed", [Answer(body=body) for body in bodies])
    mistakes = (SourceState.FINE, "damaged", "", "What it sends has mistakes, but could be read.")
    for expected in (mistakes, mistakes, (SourceState.FINE, "", "", "")):
        stage.sync()
        assert said(stage) == expected
    assert len(stage.titles()) == 3


def test_the_note_stays_while_nothing_new_comes(stage: Stage) -> None:
    stage.add("/feed", conditional(DAMAGED))
    stage.sync()
    before = said(stage)
    stage.sync()
    assert said(stage) == before
    assert before[1] == "damaged"


def test_what_did_not_fit_is_counted(stage: Stage) -> None:
    stage.add("/feed", Answer(body=HUGE))
    stage.sync()
    expected = "It holds more than fits: 3 older pages were left out."
    assert said(stage) == (SourceState.FINE, "left-out", "3", expected)
    (source,) = stage.library.sources.list()
    assert "publisher's own site" in sentence_for_source(source).to_do
    quiet = sentence_for_source(replace(source, state=SourceState.QUIET))
    assert quiet.means == expected, "what is left out stays known where a source has gone quiet"
    for newest_at in (source.newest_at, None):
        silent = replace(source, state=SourceState.QUIET, newest_at=newest_at, reason="", reason_detail="")
        assert sentence_for_source(silent).to_do
