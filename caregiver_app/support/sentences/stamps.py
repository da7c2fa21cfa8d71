"""What a trust stamp says: its word, who looked, when, and until when that counts. The same wherever it is shown."""

from __future__ import annotations

from datetime import UTC, date, datetime

from caregiver_app.model.article import ArticleRow, Trust
from caregiver_app.model.time import from_datetime
from caregiver_app.model.trust import AuthorKind, Stamp
from caregiver_app.support.i18n import format_short_day
from caregiver_app.support.i18n import gettext as _


def stamp_word(stamp: Stamp) -> str:
    """Return the word of a stamp, short enough for a row: "Checked by you"."""
    if stamp.trust is Trust.CHECKED:
        return _checked_by(stamp)
    if stamp.trust is Trust.NOT_CHECKED and stamp.own_source and not stamp.did_not_pass:
        return _("Your source")
    return {
        Trust.TRUSTED_SOURCE: _("Trusted source"),
        Trust.WELL_KNOWN_SOURCE: _("Well-known source"),
        Trust.CHECK_DUE: _("Check due"),
        Trust.NOT_CHECKED: _("Not checked"),
        Trust.WITHDRAWN: _("Withdrawn"),
        Trust.LEADS_ELSEWHERE: _("Leads elsewhere"),
    }[stamp.trust]


def paper_word(stamp: Stamp) -> str:
    """Return the word of a stamp for those who get a sheet: who looked stands in its sentences."""
    if stamp.trust is Trust.CHECKED:
        return _("Checked")
    return _("Not checked") if stamp.trust is Trust.NOT_CHECKED else stamp_word(stamp)


def says_ours(row: ArticleRow, stamp: Stamp) -> bool:
    """Return whether all there is to say is that the makers wrote it: no more of a warning than of a check."""
    return row.ours and stamp.trust is Trust.NOT_CHECKED and not stamp.did_not_pass


def ours_word() -> str:
    """Return what stands in the place of a stamp where `says_ours`: who answers for the text."""
    return _("From the makers of Caregiver")


def makers_name() -> str:
    """Return what whoever makes the packs that ship is called."""
    return _("The makers of Caregiver")


def ours_sentence() -> str:
    """Return what that means."""
    return _("Nobody else has checked this text yet.")


def stamp_sentences(stamp: Stamp, *, of_organisation: bool = False, on_paper: bool = False) -> tuple[str, ...]:
    """Return what a stamp means, sentence by sentence; `of_organisation`: it is that of an organisation, not a page.

    `on_paper` they are for whoever gets a sheet: of the person here they say that they look after somebody, no more.
    """
    leads_to = "" if on_paper else leads_to_sentence(stamp)
    return tuple(filter(None, (*_state(stamp, of_organisation, on_paper), leads_to, _listed(stamp))))


def day_words(day: date) -> str:
    """Return a day of the calendar as people say it, with its year: "23 November 2026"."""
    return format_short_day(from_datetime(datetime(day.year, day.month, day.day, tzinfo=UTC)), UTC, year=True)


def fixed_line() -> str:
    """Return the one line that stands wherever "Checked" is passed on or explained."""
    return _("Checked means we looked at who wrote it, when and from what. It is not medical approval.")


def check_sentence(stamp: Stamp, *, own: str) -> str:
    """Return whose check it was and of which day; `own` is how that of the person here is told, with `{day}` in it."""
    author = stamp.author
    if stamp.checked_on is None:
        return _("Somebody has checked it.")
    day = day_words(stamp.checked_on)
    if author is None or author.kind is AuthorKind.OWN:
        return own.format(day=day)
    if not author.name:
        return _("Somebody has checked it.")
    if stamp.role and author.signed:
        # Translators: {role} is e.g. "nurse", {name} a group of nurses or the like
        return _("Checked by {name} ({role}, signed) on {day}.").format(name=author.name, role=stamp.role, day=day)
    pattern = _("Checked by {name} (signed) on {day}.") if author.signed else _("Checked by {name} on {day}.")
    return pattern.format(name=author.name, day=day)


def until_sentence(stamp: Stamp) -> str:
    """Return until when a check counts, "" where there is none."""
    return "" if stamp.check_by is None else _("This counts until {day}.").format(day=day_words(stamp.check_by))


def own_site_sentence(stamp: Stamp) -> str:
    """Return what is said of a page on its publisher's own site that nobody checked itself."""
    # Translators: {name} is an organisation; the sentence is fixed and stands on screen, in a share and on paper
    return _("From {name}’s own site. Not checked by a person.").format(name=stamp.organisation)


def leads_to_sentence(stamp: Stamp) -> str:
    """Return whose page the link leads to where somebody else's words are shown, "" elsewhere."""
    if not stamp.leads_to:
        return ""
    # Translators: {name} is an organisation
    return _(
        "The link leads to {name}’s own site, but the words here are somebody else’s. Sharing passes on the link alone."
    ).format(name=stamp.leads_to)


def _checked_by(stamp: Stamp) -> str:
    if stamp.author is not None and stamp.author.kind is AuthorKind.OWN:
        return _("Checked by you")
    if stamp.author is None or not stamp.author.name:
        return _("Checked")
    # Translators: {name} is a group of nurses or the like
    return _("Checked by {name}").format(name=stamp.author.name)


def _state(stamp: Stamp, of_organisation: bool, on_paper: bool) -> tuple[str, ...]:
    match stamp.trust:
        case Trust.CHECKED:
            return _who_and_when(stamp, on_paper), _changed(stamp), until_sentence(stamp)
        case Trust.TRUSTED_SOURCE | Trust.WELL_KNOWN_SOURCE if not of_organisation:
            return own_site_sentence(stamp), _organisation_checked(stamp, on_paper), until_sentence(stamp)
        case Trust.TRUSTED_SOURCE:
            return _who_and_when(stamp, on_paper), until_sentence(stamp)
        case Trust.CHECK_DUE if stamp.inherited:
            return own_site_sentence(stamp), _organisation_checked(stamp, on_paper), _why_due_again(stamp)
        case Trust.WELL_KNOWN_SOURCE:
            return (_("No person has checked this organisation."),)
        case Trust.CHECK_DUE:
            return _who_and_when(stamp, on_paper), _why_due(stamp)
        case Trust.WITHDRAWN:
            return _withdrawn(stamp), _("Do not pass it on.")
        case Trust.LEADS_ELSEWHERE:
            return _elsewhere(stamp), _nobody(of_organisation, on_paper)
        case Trust.NOT_CHECKED:
            return _not_checked(stamp, of_organisation, on_paper)


def _who_and_when(stamp: Stamp, on_paper: bool) -> str:
    own = _("Checked by a family carer on {day}.") if on_paper else _("You checked it on {day}.")
    return check_sentence(stamp, own=own)


def _changed(stamp: Stamp) -> str:
    return _("The page changed since then.") if stamp.page_changed else ""


def _why_due(stamp: Stamp) -> str:
    if stamp.page_changed:
        return _("The page changed since then. It is not wrong because of that, but look at it again.")
    if stamp.check_by is None:
        return _("It is time to look at it again.")
    day = day_words(stamp.check_by)
    return _("That counted until {day}. It is not wrong because of that, but look at it again.").format(day=day)


def _why_due_again(stamp: Stamp) -> str:
    day = "" if stamp.check_by is None else day_words(stamp.check_by)
    return _("That counted until {day}. Nobody has looked at the organisation again yet.").format(day=day)


def _withdrawn(stamp: Stamp) -> str:
    author = stamp.author
    if author is None or author.kind is AuthorKind.OWN or not author.name:
        return _("The check was taken back.")
    return _("{name} has taken this back.").format(name=author.name)


def _organisation_checked(stamp: Stamp, on_paper: bool) -> str:
    if stamp.checked_on is None:
        return ""
    day, name = day_words(stamp.checked_on), stamp.organisation
    if stamp.author is None or stamp.author.kind is AuthorKind.OWN:
        own = _("You checked {organisation} itself on {day}.")
        told = _("A family carer checked {organisation} itself on {day}.") if on_paper else own
        return told.format(organisation=name, day=day)
    pattern = _("{author} checked {organisation} itself on {day}.")
    return pattern.format(author=stamp.author.name, organisation=name, day=day)


def _elsewhere(stamp: Stamp) -> str:
    if not stamp.organisation:
        return _("This page leads to a site of somebody else.")
    return _("This page does not lie on {name}’s own site.").format(name=stamp.organisation)


def _not_checked(stamp: Stamp, of_organisation: bool, on_paper: bool) -> tuple[str, ...]:
    is_said_below = of_organisation or on_paper
    general = "" if is_said_below else _("It is general information, not medical advice.")
    if stamp.did_not_pass and stamp.checked_on is not None and not stamp.inherited:
        return _did_not_pass(stamp, on_paper), general
    if stamp.own_source and not stamp.inherited and not on_paper:
        return (_("You added this source yourself. Nobody else has judged it."),)
    return _nobody(of_organisation, on_paper), general


def _did_not_pass(stamp: Stamp, on_paper: bool) -> str:
    day = day_words(stamp.checked_on) if stamp.checked_on is not None else ""
    author = stamp.author
    if author is None or author.kind is AuthorKind.OWN or not author.name:
        own = _("You looked at it on {day}. By your answers it does not count as checked.")
        told = _("A family carer looked at it on {day}. It does not count as checked.") if on_paper else own
        return told.format(day=day)
    pattern = _("{name} looked at it on {day}. It does not count as checked.")
    return pattern.format(name=author.name, day=day)


def _nobody(of_organisation: bool, on_paper: bool) -> str:
    if of_organisation:
        return _("Nobody has checked this organisation yet.")
    return _("Nobody has checked this text yet.") if on_paper else _("Nobody has checked this page yet.")


def _listed(stamp: Stamp) -> str:
    if not stamp.register or stamp.trust is Trust.WITHDRAWN:
        return ""
    # Translators: {register} is an official list, e.g. of charities
    return _("{name} is listed in: {register}.").format(name=stamp.organisation, register=_(stamp.register))
