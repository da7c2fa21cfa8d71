"""The guides are what the stories show: a page names its story, a picture is a moment of it, and words are plain."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.mofile import read_mo

import make_guide
from caregiver_app.support.reading import grade
from tests.pictures.spanish_guide import WINDOWS

ROOT = Path(__file__).resolve().parents[3]
USER_GUIDE = sorted((ROOT / "docs" / "user-guide").glob("*.md"))
PAGES = [*make_guide.pages()]
TELLING = [page for page in PAGES if make_guide.shown(page)]
MOMENTS = make_guide.moments()
SPANISH = sorted(make_guide.SPANISH.glob("*.md"))
MSGIDS = (ROOT / "resources" / "translations" / "caregiver.pot").read_text(encoding="utf-8")
MOST_BYTES = 6_000_000
_STORY = re.compile(r"<!-- story: (tests/stories/test_\w+\.py) -->")
CATALOGUE = ROOT / "resources" / "translations" / "es" / "LC_MESSAGES" / "caregiver.mo"
_BOLD = re.compile(r"\*\*([^*]+)\*\*")


def name(page: Path) -> str:
    return f"{page.parent.name}/{page.stem}"


def test_there_are_twelve_stories() -> None:
    index = (ROOT / "docs" / "user-guide" / "README.md").read_text(encoding="utf-8")
    assert [int(number) for number in re.findall(r"^\| \[(\d+)\. ", index, re.MULTILINE)] == list(range(1, 13))
    assert len(TELLING) == 12


@pytest.mark.parametrize("page", TELLING, ids=name)
def test_a_page_names_its_story_and_shows_moments_of_it(page: Path) -> None:
    (story,) = _STORY.findall(page.read_text(encoding="utf-8"))
    assert (ROOT / story).exists()
    shown = make_guide.shown(page)
    assert {each: MOMENTS.get(each) for each in shown} == dict.fromkeys(shown, ROOT / story)
    assert [each for each in shown if not (page.parent / "pictures" / f"{each}.png").exists()] == []


def test_every_moment_is_shown_and_no_picture_lies_about() -> None:
    shown = [each for page in TELLING for each in make_guide.shown(page)]
    assert sorted(shown) == sorted(MOMENTS)
    pictures = [picture for guide in make_guide.GUIDES for picture in guide.glob("pictures/*")]
    assert sorted(picture.stem for picture in pictures) == sorted(shown)
    assert sum(picture.stat().st_size for picture in pictures) < MOST_BYTES


@pytest.mark.parametrize("page", USER_GUIDE, ids=name)
def test_a_page_is_plain_to_read(page: Path) -> None:
    measured = grade(_prose(page.read_text(encoding="utf-8")), "en")
    assert measured is not None
    assert measured <= 8


def _prose(text: str) -> str:
    """Return the sentences of a page: no pictures, tables, headings, marks and addresses."""
    lines = [line for line in text.splitlines() if not line.startswith(("#", "|", "!", "<"))]
    return re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", "\n".join(lines)).replace("**", "")


@pytest.mark.parametrize("page", [page for page in USER_GUIDE if page in TELLING], ids=name)
def test_what_is_pressed_is_called_so_in_the_window(page: Path) -> None:
    bold = [" ".join(words.split()) for words in _BOLD.findall(page.read_text(encoding="utf-8"))]
    pressed = {each for words in bold if not words.endswith(".") for each in words.split(", ")}
    assert sorted(each for each in pressed if not _is_key(each) and f'msgid "{each}"' not in MSGIDS) == []


@pytest.mark.parametrize("page", [page for page in USER_GUIDE if page in TELLING], ids=name)
def test_what_the_window_says_stands_there_word_for_word(page: Path) -> None:
    bold = [" ".join(words.split()) for words in _BOLD.findall(page.read_text(encoding="utf-8"))]
    said = MSGIDS.replace('"\n"', "")
    assert [each for each in bold if each.endswith(".") and each not in said] == []


@pytest.fixture(scope="module")
def said_in_spanish() -> set[str]:
    """Return all that the window says in Spanish."""
    with CATALOGUE.open("rb") as file:
        return {message.string for message in read_mo(file) if isinstance(message.string, str)}


@pytest.mark.parametrize("page", SPANISH, ids=name)
def test_a_spanish_page_is_plain_and_calls_things_as_the_window_does(page: Path, said_in_spanish: set[str]) -> None:
    text = page.read_text(encoding="utf-8")
    measured = grade(_prose(text), "es")
    assert measured is not None
    assert measured <= 8
    bold = [" ".join(words.split()) for words in _BOLD.findall(text)]
    pressed = {each for words in bold for each in ([words] if words.endswith(".") else words.split(", "))}
    assert sorted(each for each in pressed if not _is_key(each) and each not in said_in_spanish) == []


def test_the_spanish_guide_tells_the_same_stories_with_pictures_of_its_own() -> None:
    assert [page.name for page in SPANISH] == [page.name for page in USER_GUIDE]
    shown = [each for page in SPANISH for each in make_guide.shown(page)]
    assert all(make_guide.shown(page) for page in SPANISH if page.stem != "README")
    assert sorted(shown) == sorted(name for window in WINDOWS for name, _show in window.moments)
    assert sorted(shown) == sorted(picture.stem for picture in make_guide.SPANISH.glob("pictures/*"))


def _is_key(words: str) -> bool:
    return bool(re.fullmatch(r"(Ctrl(\+(Shift|Mayús))?(\+| and | y )\w+|Page Down|Av Pág|F\d+)", words))
