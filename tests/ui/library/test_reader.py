"""The reader shows what is stored and asks for nothing else, whatever a page holds."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QAccessible, QImage, QTextBlock

from caregiver_app.library.store import Library
from caregiver_app.model.entry import SafeHtml
from caregiver_app.support.markup import sanitise
from caregiver_app.ui.library.reader.page_html import page_html
from caregiver_app.ui.library.reader.page_view import PageView
from caregiver_app.ui.theme import Theme, ThemeChoice
from tests.helpers.accessible import speak
from tests.helpers.clock import MONDAY
from tests.helpers.library_files import APage, add_pages, add_source
from tests.helpers.own_sockets import open_sockets
from tests.helpers.qt_app import Stage, picture, press, settle
from tests.helpers.whole_window import Opened, open_whole

pytestmark = pytest.mark.usefixtures("undressed")

HOSTILE = """
<img src="http://127.0.0.1:9/a.png"><img src="https://tracker.example/pixel.gif" width="1" height="1">
<img src="file:///etc/passwd"><img src="//server/share/a.png"><img src="local:../../etc/passwd">
<img src="data:image/png;base64,iVBORw0KGgo="><img src="qrc:/a.png"><img src=":/a.png"><img src="/etc/passwd">
<link rel="stylesheet" href="http://127.0.0.1:9/a.css"><style>body {{ background: url(file:///etc/passwd) }}</style>
<table background="http://127.0.0.1:9/b.png"><tr><td style="background-image: url(http://127.0.0.1:9/c.png)">x</td></tr></table>
<body background="http://127.0.0.1:9/d.png"><iframe src="http://127.0.0.1:9/e"></iframe><script>alert(1)</script>
<object data="file:///etc/passwd"></object><video src="http://127.0.0.1:9/f.mp4" autoplay></video>
<ul style="list-style-image: url(http://127.0.0.1:9/g.png)"><li>one</li></ul>
<a href="javascript:alert(1)">a</a><a href="file:///etc/passwd">b</a><a href="local:x">c</a><h1>title</h1>
""".replace("{{", "{").replace("}}", "}")


OURS = "a" * 64


def square(red: int, green: int, blue: int) -> bytes:
    """A picture of one colour as a PPM file."""
    return b"P6 40 40 255\n" + bytes((red, green, blue)) * 40 * 40


RED, GREEN = square(255, 0, 0), square(0, 255, 0)


class RecordingView(PageView):
    """Remembers what Qt asked for and what it got."""

    def __init__(self, theme: Theme) -> None:
        self.log: list[tuple[str, bool]] = []
        super().__init__(theme)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: N802  Qt's name
        """Note the request."""
        given = super().loadResource(kind, name)
        is_something = given.width() > 1 if isinstance(given, QImage) else not given.isEmpty()
        self.log.append((QUrl(name).scheme(), is_something))
        return given


class Watch:
    """Notes the addresses that Python code connects to, and the files it opens, while `on`."""

    def __init__(self) -> None:
        self.on = False
        self.seen: list[str] = []
        sys.addaudithook(self._hear)

    def _hear(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.on and (event.startswith("socket.") or event == "open"):
            self.seen.append(f"{event} {arguments[:1]}")


@pytest.fixture(scope="module")
def watch() -> Watch:
    """One for all, and none where no test needs it: it hears of whatever Python does, and cannot be taken away."""
    return Watch()


def shown(stage: Stage, theme: Theme, html: str) -> RecordingView:
    view = RecordingView(theme)
    stage.hold(view)
    view.show_html(html, dict.fromkeys((OURS, "a", "../../etc/passwd"), QImage.fromData(GREEN)))
    settle()
    return view


def blocks(view: PageView) -> list[QTextBlock]:
    found, block = [], view.document().begin()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found


@pytest.mark.usefixtures("dressed")
def test_hostile_html_gets_nothing_even_past_the_sanitiser(stage: Stage, theme: Theme) -> None:
    """The second wall by itself: whatever Qt asks for, only our own pictures by their hash are answered."""
    before = open_sockets()
    view = shown(stage, theme, HOSTILE)
    view.grab()
    assert view.log
    assert [scheme for scheme, given in view.log if given] == []
    view.show_html(f'<img src="local:{OURS}">{HOSTILE}', {OURS: QImage.fromData(GREEN)})
    assert {scheme for scheme, given in view.log if given} == {"local"}
    assert open_sockets() == before


@pytest.mark.usefixtures("dressed")
def test_no_picture_comes_from_a_file(stage: Stage, theme: Theme, tmp_path: Path) -> None:
    """Qt opens by its name what it was given no picture for; on Windows such a name asks another computer."""
    file = tmp_path / "a.ppm"
    file.write_bytes(RED)
    ours = f'<img src="local:{OURS}">'
    view = shown(stage, theme, f'{ours}<img src="{file.as_uri()}"><img src="{file}"><img src="//{file}">')
    image = picture(view)
    seen = {image.pixelColor(x, y).name() for x in range(0, image.width(), 4) for y in range(0, image.height(), 4)}
    assert "#00ff00" in seen
    assert "#ff0000" not in seen


@pytest.mark.usefixtures("dressed")
def test_a_page_from_the_library_asks_for_nothing_at_all(stage: Stage, theme: Theme) -> None:
    view = shown(stage, theme, page_html("Title", sanitise(HOSTILE, base="https://harbour.example/")))
    view.grab()
    assert view.log == []


@pytest.mark.usefixtures("dressed")
def test_opening_pages_makes_no_connection_and_reads_no_file(
    theme: Theme, tmp_path: Path, starter_folder: Path, watch: Watch
) -> None:
    def fill(library: Library) -> None:
        source = add_source(library, "Harbour Dementia Trust", at=MONDAY)
        add_pages(library, source, [APage(title=f"Page {n}", html=HOSTILE) for n in range(4)], at=MONDAY)

    with open_whole(theme, tmp_path, start=starter_folder, fill=fill) as opened:
        opened.pick("Page 3")  # with the first page the program reads parts of itself
        before = open_sockets()
        watch.seen.clear()
        watch.on = True
        for number in range(3):
            opened.pick(f"Page {number}")
        watch.on = False
        assert watch.seen == []
        assert open_sockets() == before
        assert opened.door.asked == []


@pytest.mark.usefixtures("dressed")
def test_pictures_that_are_not_stored_are_boxes_with_their_description(stage: Stage, theme: Theme) -> None:
    html = sanitise('<p>A <img src="https://x.example/a.png" alt="lamp &lt;b&gt;"> b</p>', base="https://x.example/")
    view = shown(stage, theme, page_html("Title", html))
    assert "lamp <b>\nPicture not saved. Get it with the next update?" in view.toPlainText()
    box = next(block for block in blocks(view) if "Picture" in block.text())
    assert box.document() is view.document()
    assert "<img" not in page_html("Title", html)


@pytest.mark.usefixtures("dressed")
def test_quotes_are_boxes_and_boxes_never_nest(stage: Stage, theme: Theme) -> None:
    quote = "<blockquote>" * 30 + "<p>deep</p>" + "</blockquote>" * 30
    html = page_html("Title", sanitise(f"{quote}<table><tr><td>{quote}</td></tr></table>", base=""))
    assert html.count('<table class="quote"') == 1
    assert html.count("<table") == html.count("</table>") == 2
    assert shown(stage, theme, html).toPlainText().count("deep") == 2


def test_paragraphs_of_nothing_go_and_any_number_of_spaces_is_read_through() -> None:
    """Spaces that do not break stand as they are in a restored library; read in two ways they took for ever."""
    for space in ("\xa0", "&nbsp;", "<br>", " "):
        html = SafeHtml(f"<p>{space * 5_000}</p><p>{space * 5_000}Sleep.</p><p>Eat.</p>")
        assert page_html("Title", html) == f"<h1>Title</h1><p>{space * 5_000}Sleep.</p><p>Eat.</p>"


@pytest.mark.usefixtures("dressed")
def test_a_title_that_the_text_repeats_is_shown_once(stage: Stage, theme: Theme) -> None:
    html = page_html("Rest  well", SafeHtml("<h2>Rest well</h2><p>Sleep.</p>"))
    assert shown(stage, theme, html).toPlainText().count("Rest") == 1


@pytest.mark.usefixtures("dressed")
def test_a_title_is_text_and_nothing_else(stage: Stage, theme: Theme) -> None:
    view = shown(stage, theme, page_html("<img src=x> & <b>", SafeHtml("<p>Text.</p>")))
    assert view.toPlainText().startswith("<img src=x> & <b>")
    assert view.log == []


@pytest.mark.usefixtures("dressed")
def test_headings_have_their_own_sizes_at_every_scale(stage: Stage, theme: Theme) -> None:
    view = shown(stage, theme, page_html("Title", SafeHtml("<h1>One</h1><h2>Two</h2><h3>Three</h3><p>Text</p>")))
    for percent in (100, 150, 200):
        theme.set_percent(percent)
        sizes = [block.begin().fragment().charFormat().font().pixelSize() for block in blocks(view)]
        assert sizes == [theme.px(size) for size in (28, 22, 22, 19, 19)]
        levels = [block.blockFormat().headingLevel() for block in blocks(view)]
        assert levels == [1, 2, 2, 3, 0]


@pytest.mark.usefixtures("dressed")
def test_lines_are_far_enough_apart_everywhere(stage: Stage, theme: Theme) -> None:
    html = "<p>a</p><ul><li>b</li></ul><blockquote><p>c</p></blockquote><div>d</div><pre>e</pre>"
    view = shown(stage, theme, page_html("Title", SafeHtml(html)))
    heights = {block.text(): block.blockFormat().lineHeight() for block in blocks(view) if block.text()}
    assert heights == {"Title": 100, "a": 122, "b": 122, "c": 122, "d": 122, "e": 122}


@pytest.mark.usefixtures("dressed")
def test_the_column_is_never_wider_than_can_be_read(stage: Stage, theme: Theme) -> None:
    view = PageView(theme)
    stage.hold(view, 1800, 900)
    view.show_html(page_html("Title", SafeHtml("<p>" + "word " * 500 + "</p>")))
    settle()
    assert view.viewport().width() <= theme.px(660)
    assert view.horizontalScrollBar().maximum() == 0


@pytest.mark.usefixtures("dressed")
def test_a_change_of_theme_changes_the_colours_of_the_text(stage: Stage, theme: Theme) -> None:
    view = shown(stage, theme, page_html("Title", SafeHtml('<p><a href="https://x.example/">link</a> text</p>')))
    for choice in ThemeChoice:
        theme.set_choice(choice)
        link = blocks(view)[1].begin().fragment().charFormat()
        assert link.foreground().color().name().upper() == theme.tokens.link
        assert view.palette().text().color().name().upper() == theme.tokens.text


@pytest.mark.usefixtures("dressed")
def test_a_change_of_size_keeps_the_place(stage: Stage, theme: Theme) -> None:
    view = PageView(theme)
    stage.hold(view, 800, 500)
    view.show_html(page_html("Title", SafeHtml("".join(f"<p>Paragraph {n}</p>" for n in range(200)))))
    settle()
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    first = view.cursorForPosition(QPoint(0, 0)).block().text()
    for percent in (150, 200, 100):
        theme.set_percent(percent)
        settle()
        assert view.cursorForPosition(QPoint(0, 0)).block().text() == first


@pytest.mark.usefixtures("dressed")
def test_text_keeps_its_own_direction(stage: Stage, theme: Theme) -> None:
    view = shown(stage, theme, page_html("Title", SafeHtml("<p>مرحبا بكم</p><p>Welcome</p>")))
    directions = [block.textDirection() for block in blocks(view)]
    assert directions[1:] == [Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight]


@pytest.fixture
def long_page(stage: Stage, theme: Theme) -> PageView:
    view = PageView(theme)
    stage.hold(view, 800, 500)
    view.show_html(page_html("Title", SafeHtml("<p>word word word</p>" * 200)))
    view.setFocus()
    settle()
    return view


@pytest.mark.usefixtures("dressed")
def test_space_scrolls_most_of_a_page_and_back(long_page: PageView) -> None:
    bar = long_page.verticalScrollBar()
    press(Qt.Key.Key_Space)
    assert bar.value() == long_page.viewport().height() * 85 // 100
    press(Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert bar.value() == 0


@pytest.mark.usefixtures("dressed")
def test_home_and_end_go_to_the_ends(long_page: PageView) -> None:
    bar = long_page.verticalScrollBar()
    press(Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    press(Qt.Key.Key_Home)
    assert bar.value() == 0


def test_space_at_the_end_stays_on_the_page(opened: Opened) -> None:
    opened.pick("Short breaks")
    opened.whole.library.shelf.reader.page.setFocus()
    for _ in range(5):
        press(Qt.Key.Key_Space)
    assert opened.whole.library.shelf.reader.row is not None
    assert opened.whole.library.shelf.reader.row.title == "Short breaks"


def test_each_page_is_found_again_where_it_was_left(theme: Theme, tmp_path: Path, starter_folder: Path) -> None:
    def fill(library: Library) -> None:
        source = add_source(library, "Harbour Dementia Trust", at=MONDAY)
        html = "<p>word word</p>" * 200
        add_pages(library, source, [APage(title="One", html=html), APage(title="Two", html=html)], at=MONDAY)

    with open_whole(theme, tmp_path, start=starter_folder, fill=fill) as opened:
        bar = opened.whole.library.shelf.reader.page.verticalScrollBar()
        opened.pick("One")
        bar.setValue(700)
        opened.pick("Two")
        assert bar.value() == 0
        opened.pick("One")
        assert bar.value() == 700


def test_find_in_page_goes_from_hit_to_hit(opened: Opened) -> None:
    opened.pick("Eating and swallowing")
    reader = opened.whole.library.shelf.reader
    reader.page.setFocus()
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    bar = reader.find_bar
    assert bar.isVisible()
    assert [(one.role, one.name) for one in speak(bar)][:2] == [
        (QAccessible.Role.Grouping, "Find in this page"),
        (QAccessible.Role.EditableText, "Find in this page"),
    ]
    assert bar.field.hasFocus()
    bar.field.setText("swallow")
    assert bar.found == "1 of 2"
    assert len(reader.page.extraSelections()) == 2
    press(Qt.Key.Key_Return)
    assert bar.found == "2 of 2"
    press(Qt.Key.Key_Return)
    assert bar.found == "1 of 2"
    bar.field.setText("xyzzy")
    assert bar.found == "Not on this page"
    press(Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert reader.page.extraSelections() == []
    assert reader.page.hasFocus()


@pytest.mark.usefixtures("dressed")
def test_the_buttons_change_the_size_of_all_text(opened: Opened, theme: Theme) -> None:
    toolbar = opened.whole.library.shelf.reader.toolbar
    toolbar.larger.click()
    assert theme.percent == 115
    toolbar.smaller.click()
    assert theme.percent == 100


def test_a_page_that_is_gone_says_so(opened: Opened) -> None:
    reader = opened.whole.library.shelf.reader
    opened.pick("Short breaks")
    with opened.library.write("test.remove") as writer:
        writer.execute("DELETE FROM item WHERE title = 'Evening routines'")
    opened.pick("Evening routines")
    assert opened.message.startswith("This page is not in your library.")
    assert reader.row is None
    assert reader.empty.isVisible()


def test_f3_goes_from_hit_to_hit_and_opens_the_field_where_it_was_shut(opened: Opened) -> None:
    opened.pick("Eating and swallowing")
    reader = opened.whole.library.shelf.reader
    reader.page.setFocus()
    press(Qt.Key.Key_F3)
    assert reader.find_bar.field.hasFocus()
    reader.find_bar.field.setText("swallow")
    assert reader.find_bar.found == "1 of 2"
    press(Qt.Key.Key_F3)
    assert reader.find_bar.found == "2 of 2"
    press(Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert reader.find_bar.found == "1 of 2"


def test_a_page_that_is_on_its_way_comes_though_everything_is_shown_anew(opened: Opened) -> None:
    """A change elsewhere has the open page read anew, at the very moment when another was picked."""
    opened.pick("Evening routines")
    reader = opened.whole.library.shelf.reader
    other = next(row for row in opened.rows if row.title == "Short breaks")
    reader.show_item(other.id, own=False)
    reader.refresh()
    opened.quiet()
    assert reader.row is not None
    assert reader.row.title == "Short breaks"
