"""What is said of a number: until when it counts, then that it is old; and never that somebody is there now."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from caregiver_app.model.help_lines import HelpDirectory, HelpLine
from caregiver_app.model.pack_help import HelplineKind, PackHelpline
from caregiver_app.support.helplines import Helpline, emergency_numbers, helplines, helplines_of
from caregiver_app.support.i18n import speaking
from caregiver_app.support.sentences.helplines import about_words, checked_words, name_words
from caregiver_app.ui.helplines.choosing import Wanted, lines_for

LINE = replace(helplines_of("GB")[0], checked_on=date(2026, 10, 1))


def test_a_number_says_until_when_it_counts_and_afterwards_that_it_is_old() -> None:
    fresh = "Read on their own page on 1 October 2026. Check again by 1 April 2027."
    assert checked_words(LINE, date(2026, 11, 23)) == checked_words(LINE, date(2027, 3, 31)) == fresh
    old = "Read on their own page on 1 October 2026. That is long ago: call to make sure."
    assert checked_words(LINE, date(2027, 4, 1)) == checked_words(LINE, date(2029, 1, 1)) == old


def test_a_number_that_nobody_read_says_so_at_any_time() -> None:
    unread = replace(LINE, checked_on=None)
    for today in (date(2026, 11, 23), date(2029, 1, 1)):
        assert checked_words(unread, today).startswith("We did not check this number")


def test_a_number_read_in_a_copy_names_the_page_and_the_day_and_sends_there() -> None:
    (line,) = (one for one in helplines_of("IE") if one.copy_read_on is not None)
    said = "Read in a copy of poisons.ie on 26 November 2026."
    assert checked_words(line, date(2026, 11, 27)) == said


def test_no_line_is_said_to_be_open_or_closed_now() -> None:
    """Hours are words here, not times: nobody can tell from them whether somebody answers."""
    for line in helplines():
        assert "now" not in about_words(line).lower().split()


def test_who_answers_an_emergency_number_has_a_name_in_each_language() -> None:
    with speaking("es-US"):
        said = {line.country: name_words(line) for line in emergency_numbers()}
        assert (said["US"], said["ES"], said["AU"]) == (
            "Servicios de emergencia",
            "Servicios de emergencia",
            "Triple Zero",
        )
        assert about_words(helplines_of("IE")[0]) == "También funciona el 999."
    assert name_words(_first("ES")) == name_words(_first("US")) == "Emergency services"


def _first(country: str) -> Helpline:
    return helplines_of(country)[0]


@pytest.mark.parametrize(
    ("tag", "typed", "kind"),
    [
        ("en-GB", "sleep", HelplineKind.CARING),
        ("es-ES", "dormir", HelplineKind.CARING),
        ("es-US", "quienes cuidan", HelplineKind.CARING),
        ("es-ES", "demencia", HelplineKind.CARING),
        ("es-ES", "hablar", HelplineKind.CRISIS),
        ("es-US", "veneno", HelplineKind.POISON),
        ("es-ES", "duelo", HelplineKind.GRIEF),
    ],
)
def test_a_line_is_found_by_plain_words_of_the_language_that_is_spoken(
    tag: str, typed: str, kind: HelplineKind
) -> None:
    """The library has the titles of topics in English."""
    topics = ("dementia",) if kind is HelplineKind.CARING else ()
    line = PackHelpline(
        id="one", name="Harbour", kind=kind, country="US", languages=(), phone="555 0100", topics=topics
    )
    directory = HelpDirectory(lines=(HelpLine(line=line),), topics={"dementia": "Dementia"})
    with speaking(tag):
        assert lines_for(directory, Wanted(words=typed)) == directory.lines
        assert lines_for(directory, Wanted(words="harbour zzz")) == ()
