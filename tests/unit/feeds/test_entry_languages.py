"""The language of an entry: its own, its feed's, the server's, else as its words tell."""

from __future__ import annotations

import pytest

from caregiver_app.feeds.pool import ParserPool
from tests.helpers.parsing import a_job, atom, only_text, read, rss
from tests.unit.support.test_language_model import TEXTS


@pytest.mark.parametrize(
    ("document", "language"),
    [
        (atom("<title>a</title>"), "fr"),
        (atom("<title>a</title>").replace("<feed ", '<feed xml:lang="en" '), "en"),
        (atom("<title>a</title>").replace("<entry>", '<entry xml:lang="es">'), "es"),
        (atom('<title>a</title><content xml:lang="es_MX">b</content>'), "es-MX"),
        (rss("<title>a</title>", channel="<title>t</title><language>de-at</language>"), "de-at"),
        (rss("<title>a</title><description xml:lang='it'>b</description>"), "it"),
        (rss("<title>a</title>", channel="<title>t</title><language>Spanish</language>"), ""),
        ('{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","title":"a","language":"nl"}]}', "nl"),
    ],
    ids=["server", "feed", "entry", "content", "channel", "description", "no tag", "json"],
)
def test_the_nearest_word_on_it_counts(document: str, language: str) -> None:
    assert only_text(document, headers={"content-language": "fr"}).language == language


def test_an_entrys_own_language_wins_over_the_elements_around_it() -> None:
    item = '<title xml:lang="es">a</title><dc:language xmlns:dc="http://purl.org/dc/elements/1.1/">ca</dc:language>'
    assert only_text(rss(item)).language == "ca"


def test_languages_stay_with_their_entries_where_the_lenient_reader_reads() -> None:
    """An attribute that only it understands sends the document there."""
    entries = [f'<entry odd="1" xml:lang="{tag}"><title>{tag}</title></entry>' for tag in ("es", "de", "fr")]
    document = atom().replace("</feed>", f"{''.join(entries)}</feed>")
    with ParserPool() as pool:
        parsed = pool.parse(a_job(document))
    assert [(entry.text.language, entry.text.title) for entry in parsed.entries if entry.text] == [
        ("es", "es"), ("de", "de"), ("fr", "fr"),
    ]  # fmt: skip


def test_a_confined_worker_can_ask_the_model(parser: ParserPool) -> None:
    """It may write no file, and the model's own loader writes one."""
    parsed = parser.parse(a_job(rss(f"<title>Lepo</title><description>{TEXTS['fi']}</description>")))
    assert [entry.text.language for entry in parsed.entries if entry.text] == ["fi"]


def test_a_feed_that_names_no_language_is_told_by_all_its_entries() -> None:
    said = "<description>You can ask for help, and you can rest when you are tired of it all.</description>"
    read_feed = read(rss("<title>Taxi.mp3</title>", f"<title>Help</title>{said}", f"<title>Rest</title>{said}"))
    assert [entry.text.language for entry in read_feed.entries if entry.text] == ["en", "en", "en"]
