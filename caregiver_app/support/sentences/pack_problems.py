"""What is wrong with a pack, one short sentence for each fault, for the person who makes it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from caregiver_app.model.pack_problem import PackFault, PackProblem, Severity
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.stamps import day_words

_Words = dict[PackFault, str]
_DATED = frozenset({PackFault.CHECK_DUE, PackFault.CHECK_TOO_LONG, PackFault.REVIEW_DUE})  # the detail is a day


def problem_words(problem: PackProblem) -> str:
    """Return what is wrong; its place is told beside it."""
    for words in _ALL:
        said = words().get(problem.fault)
        if said is not None:
            return said.format(detail=_detail(problem))
    return problem.fault.value


def _detail(problem: PackProblem) -> str:
    return (
        day_words(date.fromisoformat(problem.detail)) if problem.fault in _DATED and problem.detail else problem.detail
    )


def fault_words(fault: PackFault) -> str:
    """Return what is wrong where nothing more is known of it."""
    return problem_words(PackProblem(where="", fault=fault))


def severity_word(severity: Severity) -> str:
    """Return how gravely a problem counts."""
    return {Severity.ERROR: _("To mend"), Severity.WARNING: _("To look at")}[severity]


def _fields() -> _Words:
    return {
        PackFault.UNKNOWN_FIELD: _("There is no field of this name."),
        PackFault.MISSING: _("This field is missing."),
        PackFault.WRONG_KIND: _("Something else belongs here."),
        PackFault.EMPTY: _("This is empty."),
        PackFault.TOO_LONG: _("This is too long. At most {detail} characters."),
        PackFault.TOO_FEW: _("This list is too short. At least {detail}."),
        PackFault.TOO_MANY: _("This list is too long. At most {detail}."),
        PackFault.TWICE: _("The same stands here twice."),
        PackFault.OUT_OF_RANGE: _("This number is out of range ({detail})."),
        PackFault.NOT_SUCH_A_WORD: _("This word cannot stand here."),
        PackFault.NOT_A_DAY: _("This is not a day. Write it like 2026-11-23."),
        PackFault.ADDRESS_MALFORMED: _("This is not a web address."),
        PackFault.ADDRESS_INSECURE: _("This web address does not begin with https."),
        PackFault.ADDRESS_PRIVATE: _("This web address is not for everybody."),
        PackFault.NOT_OWN_SITE: _("This cannot be one organisation's own site."),
    }


def _together() -> _Words:
    return {
        PackFault.DOUBLE_ADDRESS: _("The same address stands at {detail}."),
        PackFault.DOUBLE_ID: _("Something else has the same id."),
        PackFault.NO_SUCH_ID: _("Nothing in this pack has the id {detail}."),
        PackFault.LANGUAGE_NOT_LISTED: _("The pack does not list the language {detail}."),
        PackFault.WRONG_FOLDER: _("This file lies in the other folder."),
        PackFault.RESERVED_NAME: _("No file may have this name on some computers."),
        PackFault.NO_ZONE: _("Hours need the time zone they are in."),
        PackFault.UNKNOWN_ZONE: _("There is no such time zone."),
        PackFault.NO_WAY_TO_REACH: _("There is no number and no page to reach it."),
        PackFault.NOT_DIALLED: _("This is no number of a phone line: it has * or # in it."),
        PackFault.EMERGENCY_NUMBER: _("Emergency numbers come with Caregiver. A pack cannot have its own."),
        PackFault.COSTLY_NUMBER: _("A call to this number costs more than usual ones. It cannot stand in Help."),
        PackFault.ENDS_EARLY: _("This day is before the one it belongs to."),
        PackFault.UNCLEAR: _("It is not clear what this is about."),
        PackFault.WITHDRAWN_AND_THERE: _("{detail} is withdrawn and still in the pack."),
        PackFault.NOT_A_RULE: _("The day is not written as its rule wants it."),
        PackFault.OTHER_POINTS: _("These are not the points that are asked."),
        PackFault.NO_REASON: _("This No does not say why."),
        PackFault.NOT_AS_CHECKED: _(
            "{detail} has sites or a homepage in the pack that you did not check. Correct that first."
        ),
    }


def _files() -> _Words:
    return {
        PackFault.FILE_MISSING: _("This file is missing."),
        PackFault.FILE_UNUSED: _("Nothing uses this file."),
        PackFault.WRONG_NAME: _("Name this file with small letters, digits and hyphens, ending in {detail}."),
        PackFault.FILE_TOO_LARGE: _("This file is too large. At most {detail} bytes."),
        PackFault.NOT_TEXT: _("This is not text that can be read."),
        PackFault.NOT_A_PICTURE: _("This is not a picture that can be used."),
        PackFault.TOO_TANGLED: _("This text is too long or too tangled."),
        PackFault.LINK_IN_TEXT: _("This link does not lead to a secure public page."),
        PackFault.PICTURE_IN_TEXT: _("This picture is not one of the pack."),
        PackFault.NO_DESCRIPTION: _("This picture has no description."),
        PackFault.NOT_A_HEAD: _("The lines at the top of this text are not right."),
    }


def _whole() -> _Words:
    return {
        PackFault.NOTHING_INSIDE: _("Nothing is in it yet. Add a page, a guide or a phone line first."),
        PackFault.PERSONAL_DETAIL: _("A personal detail to decide on: {detail}"),
        PackFault.PRIVATE_WORDS_UNCHECKED: _("The words of your care notes were not looked for: they are locked."),
        PackFault.PRIVATE_LINK: _("This web address holds something private: {detail}"),
        PackFault.DEAD: _("This page is gone."),
        PackFault.CERTIFICATE: _("This site could not prove that it is the real one."),
        PackFault.MOVED: _("This page has moved to {detail}"),
        PackFault.CHANGED: _("This page changed since you last looked."),
        PackFault.UNSURE: _("This page could not be opened. Try it by hand."),
        PackFault.CHECK_DUE: _("This check counted until {detail}."),
        PackFault.CHECK_TOO_LONG: _("No check counts so long. The last day is {detail}."),
        PackFault.REVIEW_DUE: _("This was to be looked at again by {detail}."),
        PackFault.DAY_TO_COME: _("This day has not come yet. Is the date of this computer right?"),
        PackFault.DID_NOT_PASS: _("By its answers this does not count as checked."),
        PackFault.HARD_TO_READ: _("This is hard to read (grade {detail})."),
        PackFault.SAME_TITLE: _("The same title stands in {detail}."),
        PackFault.NO_TRANSLATION: _("A translation is missing: {detail}."),
        PackFault.NO_RIGHTS: _("Say whose picture this is and under which licence."),
        PackFault.PICTURE_UNUSED: _("No text shows this picture."),
        PackFault.NUMBER_NOT_CHECKED: _("Nobody read the number {detail} on its own page yet."),
        PackFault.NUMBER_DUE: _("Look up the number {detail} again."),
        PackFault.NO_SUMMARY: _("A few words on what this is would help."),
        PackFault.NOT_DESCRIBED: _("Say how this group is looked after and what is better not posted."),
        PackFault.TRACKING: _("This address tells who follows it: {detail}"),
        PackFault.MANY_ON: _("Choosing a topic would switch on very many sources ({detail})."),
    }


_ALL: tuple[Callable[[], _Words], ...] = (_fields, _together, _files, _whole)
