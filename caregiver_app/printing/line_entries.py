"""A phone line on paper: whose it is, its number, what to know before calling, and until when to rely on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from caregiver_app.model.help_lines import HelpLine
from caregiver_app.model.pack_help import PackHelpline
from caregiver_app.model.sheets.blocks import Entry
from caregiver_app.printing.frame import Ground
from caregiver_app.support.helplines import Helpline
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.helplines import (
    about_words,
    as_helpline,
    checked_words,
    from_words,
    hours_words,
    name_words,
    number_words,
    serving_words,
)
from caregiver_app.support.sentences.stamps import day_words


def emergency_entry(line: Helpline, on: date) -> Entry:
    """Return what to dial in an emergency."""
    return _entry(line, (about_words(line), _until(line, on)))


def line_entry(each: HelpLine, ground: Ground) -> Entry:
    """Return a line with all that is known of it."""
    line = as_helpline(each.line)
    whose = each.organisation if each.organisation != line.organisation else ""
    serves = serving_words(_without_usual_language(each.line, ground.language))
    said = (whose, about_words(line), serves, from_words(each.publisher), _until(line, ground.on))
    return _entry(line, said)


def short_entry(line: Helpline, on: date) -> Entry:
    """Return a line for a card: when it answers, and until when to rely on it, on one line."""
    again = _check_again(line, on) or _("Check this number before you rely on it.")
    return _entry(line, ("  ·  ".join(filter(None, (hours_words(line), again))),))


def _entry(line: Helpline, said: tuple[str, ...]) -> Entry:
    return Entry(title=name_words(line), big=number_words(line), lines=tuple(filter(None, said)))


def _until(line: Helpline, on: date) -> str:
    return _check_again(line, on) or checked_words(line, on)


def _check_again(line: Helpline, on: date) -> str:
    """Return by when a number is to be checked, "" once that is over or where nobody is known to have read it."""
    again = line.check_again_on
    if again is None or on >= again:
        return ""
    # Translators: {day} is e.g. "3 May 2027"
    return _("Check again by {day}").format(day=day_words(again))


def _without_usual_language(line: PackHelpline, language: str) -> PackHelpline:
    """Return a line of which nothing is said of its language where that is the one of the sheet."""
    spoken = {tag.partition("-")[0] for tag in line.languages}
    return replace(line, languages=()) if spoken == {language.partition("-")[0]} else line
