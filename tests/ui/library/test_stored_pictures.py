"""Pictures that are stored are shown within the column; those that are not can be asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage

from caregiver_app.library.store import Library
from caregiver_app.model.entry import SafeHtml
from caregiver_app.support.markup import sanitise
from caregiver_app.ui.library.reader import stored_pictures
from caregiver_app.ui.library.reader.marks_of_html import Missing
from caregiver_app.ui.library.reader.page_html import page_html
from caregiver_app.ui.library.reader.page_view import PageView
from caregiver_app.ui.library.reader.stored_pictures import is_picture_name, read_picture, read_pictures
from caregiver_app.ui.sources.about_source import AboutSource
from caregiver_app.ui.theme import Theme
from tests.helpers.clock import MONDAY
from tests.helpers.kept_pages import a_jpeg, keep_pictures
from tests.helpers.library_files import APage, add_pages, add_source, item_titled
from tests.helpers.own_sockets import open_sockets
from tests.helpers.qt_app import Stage, settle, show
from tests.helpers.whole_window import open_whole

pytestmark = pytest.mark.usefixtures("undressed")

LAMP, CHAIR = "https://harbour.example/lamp.jpg", "https://harbour.example/chair.jpg"
HTML = f'<p>Before.</p><p><img src="{LAMP}" alt="A lamp"></p><p><img src="{CHAIR}" alt="A chair"></p><p>After.</p>'
NAME = "0123456789abcdef" * 4


def fill(library: Library) -> None:
    """A page with two pictures of a known organisation, and one of an own source."""
    for title, author in (("Rooms", "starter"), ("Our rooms", "user")):
        source = add_source(library, f"{title} news", author=author, at=MONDAY)
        add_pages(library, source, [APage(title=title, html=HTML)], at=MONDAY)


def widths(view: PageView) -> list[int]:
    """Return how wide the pictures of a page are."""
    found, block = [], view.document().begin()
    while block.isValid():
        walk = block.begin()
        while not walk.atEnd():
            look = walk.fragment().charFormat()
            if look.isImageFormat():
                found.append(round(look.toImageFormat().width()))
            walk += 1
        block = block.next()
    return found


@pytest.mark.usefixtures("dressed")
def test_a_stored_picture_is_shown_and_said_within_the_column_at_every_size(
    theme: Theme, tmp_path: Path, starter_folder: Path
) -> None:
    with open_whole(theme, tmp_path, start=starter_folder, fill=fill) as opened:
        item = item_titled(opened.library, "Rooms")
        keep_pictures(opened.library, item, {LAMP: a_jpeg()}, at=MONDAY)
        before = open_sockets()
        opened.pick("Rooms")
        page = opened.whole.library.shelf.reader.page
        assert "A lamp" in page.toPlainText()
        assert page.toPlainText().count("Picture not saved.") == 1
        for percent, size in ((100, (1280, 860)), (100, (960, 640)), (150, (1700, 900)), (200, (1366, 768))):
            theme.set_percent(percent)
            show(opened.whole.window, *size)
            (width,) = widths(page)
            assert 0 < width <= page.viewport().width()
            assert not page.horizontalScrollBar().isVisible()
        picture = page.document().resource(2, QUrl(f"local:{opened.library.assets.of(item)[LAMP]}"))
        assert isinstance(picture, QImage)
        assert open_sockets() == before
        assert opened.door.asked == []


@pytest.mark.usefixtures("dressed")
def test_a_page_full_of_pictures_keeps_them_within_the_column(theme: Theme, stage: Stage) -> None:
    names = [f"{number:064x}" for number in range(stored_pictures.MOST_DRAWN + 1)]
    image = read_picture(a_jpeg())
    assert image is not None
    view = PageView(theme)
    stage.hold(view)
    view.show_html("".join(f'<p><img src="local:{name}"></p>' for name in names), dict.fromkeys(names, image))
    settle()
    assert len(widths(view)) == len(names)
    assert all(0 < width <= view.viewport().width() for width in widths(view))


def test_of_an_own_source_one_page_can_be_asked_for_and_that_taken_back(
    theme: Theme, tmp_path: Path, starter_folder: Path
) -> None:
    with open_whole(theme, tmp_path, start=starter_folder, fill=fill) as opened:
        row = opened.pick("Our rooms")
        page = opened.whole.library.shelf.reader.page
        page.anchorClicked.emit(QUrl("local:pictures"))
        opened.quiet()
        assert opened.library.offline_copies.of(row.id) is not None
        assert "It comes with the next update." in page.toPlainText()
        opened.whole.window.messages.undo()
        opened.quiet()
        assert opened.library.offline_copies.of(row.id) is None
        assert "Get it with the next update?" in page.toPlainText()
        opened.whole.window.messages.redo()
        opened.quiet()
        assert opened.library.offline_copies.of(row.id) is not None


def test_of_other_sources_only_everything_can_be_asked_for(theme: Theme, tmp_path: Path, starter_folder: Path) -> None:
    with open_whole(theme, tmp_path, start=starter_folder, fill=fill) as opened:
        row = opened.pick("Rooms")
        opened.whole.library.shelf.reader.page.anchorClicked.emit(QUrl("local:pictures"))
        opened.quiet()
        panel = opened.whole.window.overlay.panel
        assert panel is not None
        assert isinstance(panel.content, AboutSource)
        assert opened.library.offline_copies.of(row.id) is None


def test_no_page_can_lead_to_our_own_words(theme: Theme, tmp_path: Path, starter_folder: Path) -> None:
    html = sanitise('<p><a href="local:pictures">x</a> <a href="LOCAL:pictures">y</a></p>', base="https://x.example/")
    assert "local:" not in html.lower()


@pytest.mark.parametrize("name", ["", "a", "../../etc/passwd", NAME[:-1], NAME + "0", NAME.upper(), f"{NAME}\n"])
def test_only_a_hash_is_a_name(name: str) -> None:
    asked: list[str] = []

    def read(asked_for: str) -> bytes:
        asked.append(asked_for)
        return a_jpeg((4, 4))

    assert not is_picture_name(name)
    assert read_pictures([name], read) == {}
    assert asked == []
    assert "src=" not in page_html("Title", SafeHtml(sanitise(HTML, base="https://x.example/")), {LAMP: name})


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize(
    "data",
    [None, b"", b"GIF89a", b"<svg/>", b"P6 4 4 255\n" + bytes(48), b"II*\0\x33\x02" + bytes(48)],
    ids=["none", "empty", "gif", "svg", "ppm", "tiff"],
)
def test_what_is_no_sound_jpeg_or_png_is_no_picture(data: bytes | None) -> None:
    assert read_picture(data) is None


@pytest.mark.usefixtures("dressed")
def test_a_picture_is_bounded_before_it_is_decoded() -> None:
    bomb = bytearray(a_jpeg((64, 64)))
    start = bomb.index(b"\xff\xc0") + 5  # height and width stand in the frame header (ITU T.81, B.2.2)
    bomb[start : start + 4] = bytes((0x7F, 0xFF, 0x7F, 0xFF))
    assert read_picture(bytes(bomb)) is None
    assert read_picture(a_jpeg((8, 8)) + bytes(stored_pictures.LARGEST_BYTES)) is None
    wide = read_picture(a_jpeg((3_000, 100)))
    assert wide is not None
    assert wide.width() == stored_pictures.WIDEST


@pytest.mark.no_qt_log  # the two decoders say what is wrong with it
@pytest.mark.usefixtures("dressed")
@given(st.sampled_from((b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")), st.binary(max_size=300))
def test_any_bytes_give_a_picture_or_nothing(beginning: bytes, rest: bytes) -> None:
    data = beginning + rest
    assert read_picture(data) is None or isinstance(read_picture(data), QImage)


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        (Missing.ASKABLE, "Get it with the next update?"),
        (Missing.COMING, "It comes with the next update."),
        (Missing.FAILED, "could not be saved"),
    ],
)
def test_a_box_says_what_can_be_done(missing: Missing, words: str) -> None:
    html = page_html("Title", sanitise(HTML, base="https://x.example/"), {}, missing)
    assert words in html
    assert ("href" in html) is (missing is Missing.ASKABLE)
    settle()
