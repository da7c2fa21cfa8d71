"""Menu entry, description and types of files name one application, one set of types, in both languages of the window.

Whether they are well formed is for the programs of desktops: `dev.py validate`.
"""

from __future__ import annotations

import configparser
from pathlib import Path
from xml.etree import ElementTree as ET

from caregiver_app import APPLICATION_ID
from caregiver_app.support.opened_file import FileKind, kind_of

LINUX = Path(__file__).resolve().parents[3] / "packaging" / "linux"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"
OF_EVERYBODY = {"text/x-opml+xml": FileKind.SOURCES}


def entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None, strict=True)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # keys of entries have capitals
    parser.read(LINUX / f"{APPLICATION_ID}.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


def types() -> dict[str, str]:
    """Return the types of our own, each with the names of its files."""
    tree = ET.parse(LINUX / f"{APPLICATION_ID}-mime.xml")  # noqa: S314  our own file
    globs = {each.get("type", ""): each.find(f"{MIME}glob") for each in tree.iter(f"{MIME}mime-type")}
    return {name: "" if glob is None else glob.get("pattern", "") for name, glob in globs.items()}


def metainfo() -> ET.Element:
    return ET.parse(LINUX / f"{APPLICATION_ID}.metainfo.xml").getroot()  # noqa: S314  our own file


def test_all_name_the_same_application() -> None:
    assert metainfo().findtext("id") == APPLICATION_ID
    assert metainfo().findtext("launchable") == f"{APPLICATION_ID}.desktop"
    assert entry()["Icon"] == metainfo().findtext("icon") == APPLICATION_ID
    assert entry()["Exec"] == "caregiver %f"


def test_every_type_is_one_that_the_window_opens_and_none_is_left_out() -> None:
    opened = {name: kind_of(pattern.replace("*", "x")) for name, pattern in types().items()} | OF_EVERYBODY
    assert set(opened.values()) == set(FileKind)
    assert sorted(entry()["MimeType"].strip(";").split(";")) == sorted(opened)
    assert sorted(each.text or "" for each in metainfo().iter("mediatype")) == sorted(opened)


def test_all_words_are_there_in_spanish() -> None:
    assert {f"{key}[es]" for key in ("GenericName", "Comment", "Keywords")} <= set(entry())
    for tag in ("summary", "p", "li", "keyword"):
        words = list(metainfo().iter(tag))
        assert len(words) == 2 * len([each for each in words if each.get(LANGUAGE) == "es"]), tag
    comments = ET.parse(LINUX / f"{APPLICATION_ID}-mime.xml").iter(f"{MIME}comment")  # noqa: S314  our own
    assert [each.get(LANGUAGE) for each in comments] == [None, "es"] * len(types())
