"""What goes into the frozen folder, for every system: the application, its data, and of Qt only what the window uses.

Read by pyinstaller/caregiver.spec. PyInstaller follows imports by itself; here stands what it cannot see, and what it
brings that nobody uses. docs/packaging.md tells what each saves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path, PurePath, PurePosixPath
from typing import Final

Entry = tuple[str, str, str]
"""What PyInstaller knows of a file: its place in the folder, where it comes from, and its kind."""

DATA: Final = {"resources": "caregiver_app/_data/resources", "icons": "caregiver_app/_data/icons"}
"""Folders of a checkout, and where `support.resources` looks for them: the same place as in the wheel."""

WITH_DATA: Final = (
    "fontpkg_atkinson_hyperlegible",
    "fontpkg_noto_sans",
    "fontpkg_noto_sans_arabic",
    "justext",
    "publicsuffixlist",
    "py3langid",
    "tld",
    "trafilatura",
    "tzdata",
)
"""Packages that read files of their own, which their code does not tell; a start without one is silent about it."""

EXCLUDED: Final = [
    "PIL._avif",  # pictures are JPEG, PNG, WebP and GIF (feeds/pictures.py)
    "PIL.ImageTk",
    "PySide6.QtNetwork",  # the window has no door of its own to the network
    "_sqlite3",  # sqlcipher3 is the one driver (storage/driver.py)
    "curses",
    "ensurepip",
    "idlelib",
    "lib2to3",
    "lxml.isoschematron",
    "lxml.objectify",
    "numpy.f2py",
    "pip",
    "pkg_resources",
    "pydoc_data",  # the words of Python's help; `pydoc` itself is asked for by stdnum
    "readline",  # GPL; nothing asks for a line on a terminal
    "setuptools",
    "tkinter",
    "trafilatura.gui",
]

PLUGINS: Final[dict[str, frozenset[str]]] = {
    "iconengines": frozenset({"qsvgicon"}),
    "imageformats": frozenset({"qgif", "qjpeg", "qsvg", "qwebp"}),
    "platforminputcontexts": frozenset({"composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"}),
    "platforms": frozenset({"qcocoa", "qoffscreen", "qwayland", "qwindows", "qxcb"}),
    "platformthemes": frozenset({"qxdgdesktopportal"}),
    "printsupport": frozenset({"cupsprintersupport"}),
    "styles": frozenset({"qmacstyle", "qmodernwindowsstyle", "qwindowsvistastyle"}),
    "wayland-decoration-client": frozenset({"adwaita", "bradient"}),
    "wayland-shell-integration": frozenset({"xdg-shell"}),
}
"""What is kept of Qt's plugins, by folder. The window is painted without OpenGL, so nothing of that kind is here."""

_CATALOGUES = Path(__file__).resolve().parents[2] / "resources" / "translations"
_FOR_MAKERS = frozenset({".h", ".po", ".pot", ".pxd"})  # read when something is made, not when it runs
_TRANSLATED = sorted(path.parts[-3] for path in _CATALOGUES.glob("*/LC_MESSAGES/*.po"))
_LANGUAGES = re.compile(rf"(root|({'|'.join(['en', *_TRANSLATED])})(_[A-Za-z0-9_]+)?)\.dat")
"""Of Babel's eight hundred languages those of the catalogues."""

_TRANSLATIONS = frozenset(f"qtbase_{language}.qm" for language in _TRANSLATED)  # English needs none (ui/speaking.py)
_QT_LIBRARIES_NOT_USED = re.compile(
    r"(lib)?Qt6?(EglF[Ss]|Network|OpenGL|Pdf|Qml|Quick|VirtualKeyboard|WlShell|Multimedia|Sql)"
)
_PLUGIN_NAME = re.compile(r"(?:lib)?(.+?)\.(?:so|dll|dylib)$")

_SYSTEM_FOLDERS = re.compile(r"(/usr)?/lib(64|/[a-z0-9_]+-linux-gnu)?")
_BROUGHT_ALONG = re.compile(r"lib(python3|ffi|bz2|xcb-(cursor|icccm|image|keysyms|render-util|util)\.)")
"""Libraries of the system that go in all the same: Python itself, and small ones that are missing or have another name
elsewhere. All others, OpenSSL among them, are left to the system, which keeps them up to date."""


def is_shipped(entry: Entry) -> bool:
    """Return whether a file that PyInstaller found goes into the folder."""
    place, source = PurePosixPath(PurePath(entry[0]).as_posix()), PurePosixPath(PurePath(entry[1]).as_posix())
    if _left_to_the_system(source):
        return False
    if _QT_LIBRARIES_NOT_USED.match(place.name) or place.suffix in _FOR_MAKERS:
        return False
    if place.parent.name == "locale-data":
        return speaks(place.name)
    return _is_used_of_qt(place)


def speaks(locale_file: str) -> bool:
    """Return whether a file of Babel's, e.g. "es_MX.dat", is of a language in which days and numbers are written."""
    return _LANGUAGES.fullmatch(locale_file) is not None


def is_brought_along(name: str) -> bool:
    """Return whether a library of the system, e.g. "libffi.so.8", goes into the folder all the same."""
    return _BROUGHT_ALONG.match(name) is not None


def shipped(entries: Iterable[Entry]) -> list[Entry]:
    """Return of the files that PyInstaller found those that go into the folder."""
    return [entry for entry in entries if is_shipped(entry)]


def _left_to_the_system(source: PurePosixPath) -> bool:
    return _SYSTEM_FOLDERS.fullmatch(str(source.parent)) is not None and not is_brought_along(source.name)


def _is_used_of_qt(place: PurePosixPath) -> bool:
    if "PySide6" not in place.parts:
        return True
    if "translations" in place.parts:
        return place.name in _TRANSLATIONS
    if "plugins" not in place.parts:
        return True
    name = _PLUGIN_NAME.match(place.name)
    return name is not None and name[1] in PLUGINS.get(place.parent.name, frozenset())
