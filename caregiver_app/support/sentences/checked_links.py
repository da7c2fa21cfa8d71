"""What is said of a link that somebody sent. Never that it is true or false: only a person can tell."""

from __future__ import annotations

from urllib.parse import urlsplit

from caregiver_app.model.article import Trust
from caregiver_app.model.clean_link import TELLS_NOTHING
from caregiver_app.model.forwarded import CheckedLink, LinkSign
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.sentence import Sentence
from caregiver_app.support.sentences.stamps import stamp_sentences

_LIKENESSES = frozenset(
    {
        *(LinkSign.LOOKALIKE_LETTERS, LinkSign.ONE_LETTER, LinkSign.EXTRA_WORDS, LinkSign.HYPHENS),
        *(LinkSign.OTHER_ENDING, LinkSign.AS_SUBDOMAIN),
    }
)


def link_verdict(link: CheckedLink) -> Sentence:
    """Return what matters most about a link: whose it is, or why that cannot be said."""
    if link.look.imitates is not None:
        return _imitates(link)
    if LinkSign.WITHDRAWN in link.signs:
        return Sentence(happened=_("The check of this page was taken back."), to_do=_("Do not pass it on."))
    if organisation_of(link):
        # Translators: {name} is an organisation
        return Sentence(happened=_("This is {name}’s own site.").format(name=organisation_of(link)))
    return _nobodys(link)


def sign_reason(sign: LinkSign, link: CheckedLink) -> str:
    """Return why a sign of a link asks for care, in one or two sentences."""
    if sign in _LIKENESSES:
        return _likeness(sign, link)
    if sign is LinkSign.TRACKING:
        count = sum(name not in TELLS_NOTHING for name in link.look.clean.removed)
        words = ngettext("{count} part of it tells who follows it.", "{count} parts of it tell who follows it.", count)
        return words.format(count=format_number(count))
    if sign is LinkSign.PERSONAL:
        return _personal(link)
    return _plain_reason(sign, link)


def sign_reasons(link: CheckedLink) -> tuple[tuple[LinkSign, str], ...]:
    """Return the signs of a link with their reasons, without those that `link_verdict` says already."""
    said = link_verdict(link).happened
    reasons = ((sign, sign_reason(sign, link)) for sign in link.signs)
    return tuple((sign, reason) for sign, reason in reasons if reason != said)


def known_host(link: CheckedLink) -> str:
    """Return the host of the site that a link imitates, as people know it; empty where it imitates none."""
    return "" if link.look.imitates is None else link.look.imitates.host.lower().removeprefix("www.")


def trust_of(link: CheckedLink) -> Trust:
    """Return the state of where a link leads; what imitates another is nobody's."""
    return Trust.NOT_CHECKED if link.look.imitates is not None else link.stamp.trust


def organisation_of(link: CheckedLink) -> str:
    """Return whose site a link leads to, empty where it is nobody's that is known."""
    return link.stamp.organisation if link.stamp.own_site and link.look.imitates is None else ""


def named_in_help(link: CheckedLink) -> str:
    """Return for what Help names a site that is nobody's that is known, empty where it does not."""
    return "" if organisation_of(link) else link.named_in_help


def standing_sentences(link: CheckedLink) -> tuple[str, ...]:
    """Return what the stamp says of where a link leads; nothing where the site is nobody's that is known."""
    known = organisation_of(link) or trust_of(link) not in {Trust.NOT_CHECKED, Trust.LEADS_ELSEWHERE}
    return stamp_sentences(link.stamp) if known else ()


def in_library(title: str, *, has_text: bool = True) -> str:
    """Return that the library holds the page itself, or only knows of it."""
    if not has_text:
        return _("Your library knows this page, but has not saved it: {title}").format(title=title)
    return _("This page is in your library: {title}").format(title=title)


def _imitates(link: CheckedLink) -> Sentence:
    organisation = "" if link.look.imitates is None else link.look.imitates.organisation
    return Sentence(
        # Translators: {name} is an organisation
        happened=_("This address looks like that of {name}, but it is another one.").format(name=organisation),
        means=_("Do not type anything there, and pay nothing."),
        to_do=_("To reach {name}, type {address} yourself.").format(name=organisation, address=known_host(link)),
    )


def _nobodys(link: CheckedLink) -> Sentence:
    signs, host = link.signs, link.look.host
    if LinkSign.SHORTENER in signs or link.look.target is None:
        return Sentence(
            happened=_("Nobody can see where this link leads."),
            to_do=_("Ask who sent it for the address of the page itself."),
        )
    if LinkSign.NOT_PUBLIC in signs:
        return Sentence(happened=_("This link leads to a computer in a home or an office."))
    if LinkSign.IP_ADDRESS in signs:
        return Sentence(happened=_("This address is a number. It does not say whose it is."))
    if LinkSign.LEADS_ON in signs:
        # Translators: {host} is where a link leads in the end, {first} is the site where it begins
        happened = _("This link may lead on to {host}.").format(host=link.look.leads_on)
        return Sentence(
            happened=happened,
            means=_("It begins at {first}, which may send on whoever follows it.").format(first=host),
            to_do=_("To be sure where you are, type the address of the site yourself."),
        )
    if LinkSign.SHARED_HOST in signs:
        # Translators: {host} is a site such as youtube.com
        happened = _("Anybody can publish on {host}.").format(host=host)
        return Sentence(happened=happened, means=_("The address does not say who made the page."))
    if link.named_in_help:
        return Sentence(
            # Translators: {name} is a phone line or a group, Help is the screen that shows both
            happened=_("Help names this site for {name}.").format(name=link.named_in_help),
            means=_("Nobody has checked the site itself."),
        )
    return Sentence(
        happened=_("We do not know whose site {host} is.").format(host=host),
        means=_("That alone says nothing good or bad about it."),
    )


def _likeness(sign: LinkSign, link: CheckedLink) -> str:
    known = known_host(link)
    pattern = {
        LinkSign.LOOKALIKE_LETTERS: _("Some of its letters only look like those of {known}."),
        LinkSign.ONE_LETTER: _("It is one letter away from {known}."),
        LinkSign.EXTRA_WORDS: _("It has the name of {known} with other words around it."),
        LinkSign.HYPHENS: _("It reads like {known}, with hyphens or dots in other places."),
        LinkSign.OTHER_ENDING: _("It has the name of {known}, but another ending."),
        LinkSign.AS_SUBDOMAIN: _("It only begins like {known}. The end of the name says whose it is."),
    }[sign]
    return pattern.format(known=known)


def _personal(link: CheckedLink) -> str:
    if not link.look.clean.doubtful:
        return _("It holds an e-mail address or another mark of one person.")
    parts = ", ".join(dict.fromkeys(link.look.clean.doubtful))
    return _("A part of it may be about one person: {parts}.").format(parts=parts)


def _plain_reason(sign: LinkSign, link: CheckedLink) -> str:
    host = link.look.host
    return {
        LinkSign.USER_INFO: _("What stands before the @ is not where it leads. It leads to {host}.").format(host=host),
        LinkSign.MIXED_SCRIPTS: _("It mixes letters of different alphabets in one word."),
        LinkSign.PUNYCODE: _("It is written with letters that English does not have."),
        LinkSign.IP_ADDRESS: _("It is a number in place of a name."),
        LinkSign.PORT: _("It goes through a door that public sites do not use."),
        LinkSign.SHORTENER: _("A short address from {host} hides the real one.").format(host=_outer_host(link)),
        LinkSign.HIDDEN_TARGET: _("A mail service made it for one reader, and hid where it leads."),
        LinkSign.REDIRECTOR: _("It goes to {host} first, which learns who follows it.").format(host=_outer_host(link)),
        LinkSign.LEADS_ON: _("The address of {host} stands in it: the page may send you on there.").format(
            host=link.look.leads_on
        ),
        LinkSign.SHARED_HOST: _("Anybody can publish on {host}.").format(host=host),
        LinkSign.WITHDRAWN: _("Whoever had checked this page took that back."),
        LinkSign.SECRET: _("It holds a key or a password. Whoever has it could open what is somebody’s own."),
        LinkSign.NOT_PUBLIC: _("It leads to a computer in a home or an office."),
        LinkSign.TOO_LONG: _("It is too long to be judged."),
    }[sign]


def _outer_host(link: CheckedLink) -> str:
    """Return the host of what stands around the target."""
    try:
        return urlsplit(link.look.given).hostname or link.look.host
    except ValueError:
        return link.look.host
