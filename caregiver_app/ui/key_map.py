"""What each key does, in words: for the settings and for the help of a screen. Tests hold the list to what is bound."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import pgettext
from caregiver_app.support.word_starts import begin_like, words_of
from caregiver_app.ui.hide_key import HIDE_KEY


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyWords:
    """One or two keys, as `QKeySequence` writes them, and what they do."""

    keys: tuple[str, ...]
    does: str

    def fits(self, typed: str) -> bool:
        """Return whether what was typed is part of a key's name, or begins words of what it does."""
        wanted = words_of(typed)
        in_key = typed.strip().casefold() in shown_keys(self.keys).casefold()
        return in_key or (bool(wanted) and begin_like(wanted, self.does))


def shown_keys(keys: Sequence[str]) -> str:
    """Return keys as they stand on the keyboard of this computer."""
    return _(" or ").join(map(native_keys, keys))


def native_keys(keys: str) -> str:
    """Return one key or several at once as they stand on the keyboard of this computer; empty stays empty.

    The toolkit names some keys in words of the language, such as "Mayúsculas", where keyboards have "Mayús".
    """
    text = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    on_keyboards = {
        "Ctrl": pgettext("a key of the keyboard", "Ctrl"),
        "Shift": pgettext("a key of the keyboard", "Shift"),
        "Return": pgettext("a key of the keyboard", "Return"),
    }
    for key, word in on_keyboards.items():
        text = text.replace(QCoreApplication.translate("QShortcut", key), word)
    return text


def key_groups() -> tuple[tuple[str, tuple[KeyWords, ...]], ...]:
    """Return all keys by what they are for; what holds in the list and on a page only stands last."""
    return (
        (_("Screens"), _screens()),
        (_("Going about"), _going()),
        (_("Finding and getting"), _finding()),
        (_("Doing and undoing"), _doing()),
        (letters_heading(), (*_letters(), *_pages())),
    )


def letters_heading() -> str:
    """Return the name of the group in which single letters stand."""
    return _("In the list and on the page")


def letter_keys() -> tuple[KeyWords, ...]:
    """Return what single letters do, where they do something."""
    return _letters()


def emergency_key() -> KeyWords:
    """Return the key that is the same on every screen, and the one most worth knowing."""
    return KeyWords(keys=("Ctrl+Shift+E",), does=_("Open what you need in an emergency"))


def _screens() -> tuple[KeyWords, ...]:
    return (
        KeyWords(keys=("Ctrl+1",), does=_("Open Home")),
        KeyWords(keys=("Ctrl+2",), does=_("Open the library")),
        KeyWords(keys=("Ctrl+3",), does=_("Open help and helplines")),
        KeyWords(keys=("Ctrl+4",), does=_("Open awareness days")),
        KeyWords(keys=("Ctrl+5",), does=_("Open your care notes")),
        KeyWords(keys=("Ctrl+6",), does=_("Open Print")),
        KeyWords(keys=("Ctrl+7",), does=_("Open Share")),
        KeyWords(keys=("Ctrl+8",), does=_("Open Packs")),
        emergency_key(),
        KeyWords(keys=("Ctrl+,",), does=_("Open the settings")),
    )


def _going() -> tuple[KeyWords, ...]:
    return (
        KeyWords(keys=("F6", "Shift+F6"), does=_("Go to the next part of the window, or the one before")),
        KeyWords(keys=("Alt+Left", "Alt+Right"), does=_("Go back, or forward again")),
        KeyWords(keys=("Esc",), does=_("Close what lies on top, else go back")),
        KeyWords(keys=("F1",), does=_("Say what this screen is for, and its keys")),
        KeyWords(keys=("Ctrl++", "Ctrl+-"), does=_("Make all text larger, or smaller")),
        KeyWords(keys=("Ctrl+0",), does=_("Make text as large as at the start")),
        KeyWords(keys=("Ctrl+Q",), does=_("Close Caregiver")),
    )


def _finding() -> tuple[KeyWords, ...]:
    return (
        KeyWords(keys=("Ctrl+K",), does=_("Find anything: what to do, where to go, a page")),
        KeyWords(keys=("Ctrl+F",), does=_("Search what is open now")),
        KeyWords(keys=("F3", "Shift+F3"), does=_("Go to the next hit or change on the page, or the one before")),
        KeyWords(keys=("Ctrl+Shift+F",), does=_("Search the library")),
        KeyWords(keys=("F5",), does=_("Get updates")),
    )


def _doing() -> tuple[KeyWords, ...]:
    return (
        KeyWords(keys=("Ctrl+N",), does=_("Begin a new note, question or other record")),
        KeyWords(keys=("Ctrl+P",), does=_("Print what is open now")),
        KeyWords(keys=("Ctrl+Return",), does=_("Do what the main button of a form does")),
        KeyWords(keys=("Ctrl+Z", "Ctrl+Shift+Z"), does=_("Undo the last step, or do it again")),
        KeyWords(keys=("Ctrl+S",), does=_("Say that all is saved: it saves itself")),
        KeyWords(keys=("Ctrl+L",), does=_("Lock your care notes")),
        KeyWords(keys=(HIDE_KEY,), does=_("Somebody comes in: lock your care notes and show Home, without a word")),
    )


def _letters() -> tuple[KeyWords, ...]:
    return (
        KeyWords(keys=("N", "P"), does=_("Go to the next new page, or the new page before")),
        KeyWords(keys=("M",), does=_("Mark as read, or as not read")),
        KeyWords(keys=("S",), does=_("Save the page, or take it out")),
        KeyWords(keys=("C",), does=_("Check the page, where you check pages for other people")),
        KeyWords(keys=("I",), does=_("Say more about the page")),
    )


def _pages() -> tuple[KeyWords, ...]:
    return (
        KeyWords(keys=("Space", "Shift+Space"), does=_("Scroll the page on, or back; never to another page")),
        KeyWords(keys=("Home", "End"), does=_("Go to the start or the end of the page")),
    )
