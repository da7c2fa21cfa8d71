"""What each screen is for, in three sentences, and the keys that are worth knowing there. No word of anybody's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import pgettext
from caregiver_app.ui.key_map import KeyWords, letter_keys

FIRST_RUN = "first-run"

_PURPOSES: Mapping[str, Callable[[], tuple[str, str, str]]] = MappingProxyType(
    {
        "home": lambda: (
            _("Home shows what matters today: safety notices, what is coming up, and what is new."),
            _("Your private cards show only while your care notes are unlocked."),
            _("Nothing here must be done now."),
        ),
        FIRST_RUN: lambda: (
            _("Here you tell Caregiver what you need, one step at a time."),
            _("You can leave a step out, go to another screen, and come back later."),
            _("What you choose stays on this computer, and you can change it in Settings."),
        ),
        "library": lambda: (
            _("Here you read pages of the sources that are on, also without the internet."),
            _("Words in the search field find pages, guides, links and groups."),
            _("Opening a page tells nobody that you read it."),
        ),
        "help": lambda: (
            _("Here are phone lines and groups for people who care, with the hours in which they answer."),
            _("Type what you need, such as sleep, money or talk."),
            _("Nothing that you look for here is kept."),
        ),
        "awareness": lambda: (
            _("These are days on which people speak of an illness or of care."),
            _("A share kit has words and checked pages that you can pass on."),
            _("A reminder shows on Home and nowhere else."),
        ),
        "care": lambda: (
            _("Your care notes hold what happens, what to ask, appointments, medicines and people to call."),
            _("They are locked with your passphrase, and everything saves as you type."),
            _("A note leaves this computer only when you print or send it yourself."),
        ),
        "emergency": lambda: (
            _("This page says whom to call in an emergency, and what to say."),
            _("It opens without a passphrase and without the internet."),
            _("Your own emergency sheet is in your care notes, one press away."),
        ),
        "print": lambda: (
            _("Here you make sheets for the fridge door, a helper, or a visit to the doctor."),
            _("Choose a sheet, tick what goes on it, and look at the pages before you print."),
            _("No printer? Save it as a PDF and print it elsewhere."),
        ),
        "share": lambda: (
            _("Here you pass on pages, with a few words of your own."),
            _("Caregiver looks for private details first and asks about each one."),
            _("Nothing is sent from here: you copy it, or open it in your mail program."),
        ),
        "packs": lambda: (
            _("A pack holds guides, pages and phone lines that somebody gathered and vouches for."),
            _("Take one from a file, a USB stick or a place that you trust."),
            _("What a pack brought goes again when you remove it."),
        ),
        "settings": lambda: (
            _("Here you make Caregiver fit you: text size, colours, locking, updates and copies."),
            _("Every change holds at once, and Ctrl+Z takes it back."),
            _("Privacy shows every connection that this app has made."),
        ),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenHelp:
    """What the help of one screen says. `title` is what the screen is called where its place has no such entry."""

    title: str = ""
    sentences: tuple[str, str, str]
    keys: tuple[KeyWords, ...]


def help_for(key: str) -> ScreenHelp:
    """Return the help of the screen whose entry in the navigation is `key`, or that says `key` of itself.

    Raises:
        KeyError: there is no such screen.
    """
    title = pgettext("title of a help", "First steps") if key == FIRST_RUN else ""
    return ScreenHelp(title=title, sentences=_PURPOSES[key](), keys=_keys_of(key))


def _keys_of(key: str) -> tuple[KeyWords, ...]:
    search = KeyWords(keys=("Ctrl+F",), does=_("Search here"))
    update = KeyWords(keys=("F5",), does=_("Get updates"))
    paper = KeyWords(keys=("Ctrl+P",), does=_("Print what is open now"))
    own: Mapping[str, tuple[KeyWords, ...]] = {
        "home": (KeyWords(keys=("Ctrl+N",), does=_("Write a note")), update, paper),
        FIRST_RUN: (KeyWords(keys=("Alt+Left",), does=_("Go back to the step before")),),
        "library": (search, update, paper, *letter_keys()),
        "help": (search, paper),
        "awareness": (paper,),
        "care": (
            KeyWords(keys=("Ctrl+N",), does=_("Begin a new note, question or other record")),
            search,
            paper,
            KeyWords(keys=("Ctrl+L",), does=_("Lock your care notes")),
        ),
        "print": (KeyWords(keys=("Ctrl+P",), does=_("Print the sheet that is chosen")),),
        "packs": (paper,),
        "settings": (search,),
    }
    return (*own.get(key, ()), *_everywhere())


def _everywhere() -> tuple[KeyWords, ...]:
    return (
        KeyWords(keys=("F6",), does=_("Go to the next part of the window, or the one before")),
        KeyWords(keys=("Ctrl+K",), does=_("Find anything: what to do, where to go, a page")),
        KeyWords(keys=("Ctrl+Z",), does=_("Undo the last step, or do it again")),
    )
