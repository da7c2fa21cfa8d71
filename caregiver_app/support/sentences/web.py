"""Sentences about exchanges with servers."""

from __future__ import annotations

from caregiver_app.model.errors import WebTrouble
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.sentence import Audience, Sentence

_IN_A_SENTENCE = frozenset({WebTrouble.BLOCKED, WebTrouble.PROXY})


def web_sentence(kind: WebTrouble, audience: Audience, *, host: str = "", detail: str = "") -> Sentence:
    """Return what a failed exchange means. `host` may be unknown; `detail` may be a status number."""
    if kind is WebTrouble.STATUS:
        happened, means, to_do = _status_words(detail)
    else:
        words = {**_connection_words(audience), **_own_words(audience), **_answer_words(audience)}
        happened, means, to_do = words[kind]
    # Translators: stands at the start of a sentence when the name of a site is not known.
    site = host or (_("this site") if kind in _IN_A_SENTENCE else _("The site"))
    return Sentence(happened=happened.format(site=site), means=means, to_do=to_do, detail=detail)


def _connection_words(audience: Audience) -> dict[WebTrouble, tuple[str, str, str]]:
    return {
        WebTrouble.OFFLINE: (
            _("There is no network right now."),
            _("What you have can be read all the same."),
            _("Try again when you are connected."),
        ),
        WebTrouble.STAY_OFFLINE: (
            _("Caregiver is set to stay offline, so no site was asked."),
            _("What you have can be read all the same."),
            _go_online(audience),
        ),
        WebTrouble.DNS: (
            _("{site} was not found on the internet."),
            _("Its name may be misspelt, or the site is closed."),
            _("Check the address. If it is right, try again later."),
        ),
        WebTrouble.CONNECT: (
            _("{site} could not be reached."),
            _("It may be down for a while."),
            _("Try again later."),
        ),
        WebTrouble.TLS: (
            _("{site} could not prove that it is the real one."),
            _("Nothing was taken from it."),
            _("Check the date of this computer. If it is right, try again later."),
        ),
        WebTrouble.TIMEOUT: (
            _("{site} took too long to answer."),
            _("Caregiver stopped waiting."),
            _("Try again later."),
        ),
        WebTrouble.PAUSED: (
            _("{site} asked for a rest."),
            _("Caregiver asks it again when the rest is over."),
            "",
        ),
        WebTrouble.PRIVATE_ADDRESS: (
            _("{site} leads into a private network."),
            _("That could reach devices in your home, so Caregiver did not go there."),
            _allow_private(audience),
        ),
    }


def _own_words(audience: Audience) -> dict[WebTrouble, tuple[str, str, str]]:
    """Return the words for what the person's own choices refuse."""
    nothing = _("Nothing was sent to it.")
    return {
        WebTrouble.BLOCKED: (
            # Translators: {site} is the name of a host, e.g. www.example.org
            _("You asked us never to contact {site}."),
            nothing,
            _allow_contact(audience),
        ),
        WebTrouble.PROXY: (
            _("Your proxy did not let Caregiver reach {site}."),
            nothing,
            _check_proxy(audience),
        ),
        WebTrouble.PROXY_LOGIN: (
            _("Your proxy wants a name and a password."),
            nothing,
            _check_proxy(audience),
        ),
        WebTrouble.NOT_BY_PROXY: (
            _("{site} is not a public name, and a proxy could lead it anywhere."),
            nothing,
            _("Use the public name of the site, or go without the proxy."),
        ),
    }


def _answer_words(audience: Audience) -> dict[WebTrouble, tuple[str, str, str]]:
    return {
        WebTrouble.TRUNCATED: (
            _("The answer of {site} broke off half way."),
            _("None of it was used."),
            _("Try again later."),
        ),
        WebTrouble.TOO_LARGE: (
            _("The answer of {site} is too large."),
            _("None of it was used."),
            _("Look for a smaller source of the same publisher."),
        ),
        WebTrouble.ENCODING: (
            _("The answer of {site} could not be unpacked."),
            _("None of it was used."),
            _("Try again later."),
        ),
        WebTrouble.INSECURE_REDIRECT: (
            _("{site} sends on to an address that is not secure."),
            _("Caregiver did not follow it."),
            _look_for_new_address(audience),
        ),
        WebTrouble.TOO_MANY_REDIRECTS: (
            _("{site} sends on from one address to the next without end."),
            _("Caregiver stopped following."),
            _look_for_new_address(audience),
        ),
        WebTrouble.BAD_REDIRECT: (
            _("{site} sends on to an address that does not work."),
            _("Caregiver did not follow it."),
            _look_for_new_address(audience),
        ),
        WebTrouble.LEAVES_SITE: (
            _("{site} sends on to somebody else's site."),
            _("Caregiver did not follow it."),
            _look_for_new_address(audience),
        ),
        WebTrouble.PROTOCOL: (
            _("{site} answered in a way that makes no sense."),
            _("None of it was used."),
            _("Try again later."),
        ),
        WebTrouble.GONE: (
            _("{site} has ended this source for good."),
            _("Nothing more comes from there."),
            _("Look for another source of the same publisher."),
        ),
    }


def _status_words(status: str) -> tuple[str, str, str]:
    if status in ("401", "402", "403", "407", "451"):
        return (
            _("{site} does not let Caregiver read this address."),
            _("It may be for members only, or the site keeps programs out."),
            _("Look for a public source of the same publisher."),
        )
    if status == "404":
        return (
            _("{site} has nothing at this address."),
            _("It may have moved, or its name is misspelt."),
            _("Check the address on the site itself."),
        )
    if status.startswith("5"):
        return (
            _("{site} has a fault of its own right now."),
            _("Nothing is wrong on your side."),
            _("Try again later."),
        )
    return (
        _("{site} gave an answer that cannot be used."),
        _("None of it was used."),
        _("Try again later. If it stays so, check the address."),
    )


def _go_online(audience: Audience) -> str:
    if audience is Audience.COMMAND:
        return _("To allow connections again: caregiver offline off")
    return _("Allow connections again when you want updates.")


def _allow_contact(audience: Audience) -> str:
    if audience is Audience.COMMAND:
        return _("To allow it again: caregiver network unblock HOST")
    return _("You can allow it again under Settings, Privacy.")


def _check_proxy(audience: Audience) -> str:
    if audience is Audience.COMMAND:
        return _("To set it or go without it: caregiver network proxy ADDRESS|none")
    return _("Check the proxy under Settings, Privacy.")


def _allow_private(audience: Audience) -> str:
    if audience is Audience.COMMAND:
        return _("If you know and trust it, add it with --allow-private.")
    return _("If you know and trust it, add it by hand and allow it.")


def _look_for_new_address(audience: Audience) -> str:
    if audience is Audience.COMMAND:
        return _("Look up its new address on the site, then add that.")
    return _("Look up its new address on the site, then add it here.")
