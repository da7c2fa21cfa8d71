"""What the fields of the forms are called, and what is said below the name of those that need it."""

from __future__ import annotations

from collections.abc import Mapping

from caregiver_app.support.i18n import gettext as _

Words = tuple[str, str]
"""The name of a field, and the hint below it."""


def field_words(listed: str, place: str) -> Words:
    """Return the words of a field by its list and its place in an entry (`hours.opens`).

    Raises:
        KeyError: no such field is asked for.
    """
    found = _of_one_list().get((listed, place)) or _anywhere().get(place)
    if found is None:
        raise KeyError(f"{listed} {place}")
    return found


def _anywhere() -> Mapping[str, Words]:
    return {**_usual(), **_of_lines(), **_of_days(), **_of_places(), **_of_texts()}


def _usual() -> dict[str, Words]:
    return {
        "title": (_("Title"), ""),
        "name": (_("Name"), ""),
        "address": (_("Web address"), _("It begins with https.")),
        "language": (_("Language"), _("Two letters, such as en or es.")),
        "languages": (_("Languages"), _("Two letters each, one on a line.")),
        "country": (_("Country"), _("Two letters, such as GB. INT is for everywhere.")),
        "organisation": (_("Organisation"), _("Whose it is, if it is among the organisations of this pack.")),
        "topics": (_("Topics"), _("One on a line, such as dementia.")),
        "summary": (_("In a few words"), _("What it is about.")),
        "note": (_("Note"), ""),
        "checked_on": (_("Day on which somebody checked it"), _("Year, month, day, such as 2026-11-23.")),
    }


def _of_lines() -> dict[str, Words]:
    return {
        "phone": (_("Number"), _("As it is dialled in its country.")),
        "ways": (_("How to reach it"), ""),
        "cost": (_("What a call costs"), ""),
        "hours_said": (_("Hours in words"), _("Such as Monday to Friday, 9 am to 5 pm.")),
        "hours": (_("Hours to reckon with"), _("With these, families see whether it is open now.")),
        "hours.days": (_("Days"), ""),
        "hours.opens": (_("Opens"), _("Such as 09:00.")),
        "hours.closes": (_("Closes"), _("Such as 17:30, or 24:00 for the end of the day.")),
        "zone": (_("Time zone"), _("Such as Europe/London.")),
        "serves": (_("Whom it is for"), ""),
        "page": (_("Page about it"), _("Where it can be looked up. It begins with https.")),
        "moderated": (_("How it is looked after"), _("Such as: by the charity, day and night.")),
        "safe_to_post": (_("Safe to post there"), _("One on a line.")),
        "better_not": (_("Better not posted there"), _("One on a line.")),
        "lives_on_data": (_("A company runs it and lives on what people write there"), ""),
    }


def _of_days() -> dict[str, Words]:
    return {
        "rule": (_("How its day is found"), ""),
        "when": (_("Its day by that rule"), _("09-21, 06-01..06-07, 11, 03:2:thu or 10:last:fri.")),
        "lasting": (_("How many days it lasts"), ""),
        "confirmed": (_("Days of single years"), _("These go before the rule.")),
        "confirmed.first": (_("First day"), _("Year, month, day, such as 2026-11-23.")),
        "confirmed.last": (_("Last day"), _("The same as the first for a single day.")),
        "organiser": (_("Who holds it"), ""),
        "fund_raising": (_("It is for raising money"), ""),
        "kits": (_("Texts ready to be shared"), _("One for each language.")),
        "kits.language": (_("Language"), _("Two letters, such as en or es.")),
        "kits.title": (_("Title"), ""),
        "kits.message": (_("Message"), ""),
        "kits.facts": (_("Facts"), _("One on a line.")),
        "kits.links": (_("Pages that go with it"), _("Ids of web pages and texts of this pack, one on a line.")),
    }


def _of_places() -> dict[str, Words]:
    return {
        "homepage": (_("Home page"), _("It begins with https.")),
        "known": (_("Register that shows it"), _("Of public bodies or charities. Empty where nobody looked.")),
        "sites": (_("Its own sites"), ""),
        "sites.host": (_("Site"), _("Such as alzheimers.org.uk.")),
        "sites.path_prefix": (_("Only below this path"), _("/ is the whole site.")),
        "sites.exceptions": (_("But not"), _("Paths, or sites below this one, one on a line.")),
        "kind": (_("Kind"), ""),
        "asks_first": (_("Stays off until somebody asks for it, because"), ""),
        "licence": (_("Under which licence it may be passed on"), _("Such as CC BY 4.0.")),
        "credit": (_("Whose picture it is"), ""),
        "origin": (_("Where it is from"), _("A web address that begins with https.")),
    }


def _of_texts() -> dict[str, Words]:
    return {
        "written_on": (_("Written on"), _("Such as 2026-11-23. Empty is as the pack says.")),
        "review_by": (_("Look at it again by"), _("Such as 2027-11-23. Empty is as the pack says.")),
        "translation_of": (_("Translation of"), ""),
        "by": (_("Who wrote it, and who looked at it"), _("Such as: by our nurses, not checked by a doctor.")),
    }


def _of_one_list() -> Mapping[tuple[str, str], Words]:
    read_on = (_("Where to read on"), _("Ids of web pages and sources of this pack, one on a line."))
    return {
        ("guides", "read_on"): read_on,
        ("checklists", "read_on"): read_on,
        ("links", "read_on"): (_("Day on which somebody read it"), _("Year, month, day, such as 2026-11-23.")),
        ("helplines", "page"): (_("Page that names the number"), _("It begins with https.")),
        ("organisations", "country"): (_("Country"), _("Two letters, such as GB.")),
    }
