"""Sentences about addresses that are not taken."""

from __future__ import annotations

from caregiver_app.model.errors import AddressTrouble
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.sentence import Audience, Sentence


def address_sentence(kind: AddressTrouble, audience: Audience = Audience.WINDOW, *, detail: str = "") -> Sentence:
    """Return why an address is not taken. `detail` is the address, fit for showing."""
    happened, means, to_do = _words(audience)[kind]
    return Sentence(happened=happened, means=means, to_do=to_do, detail=detail)


def _words(audience: Audience) -> dict[AddressTrouble, tuple[str, str, str]]:
    return {
        AddressTrouble.MALFORMED: (
            _("This is not a web address."),
            _("Nothing was added."),
            _("Type it like this: https://www.example.org/news"),
        ),
        AddressTrouble.SCHEME: (
            _("Caregiver reads only addresses that begin with https:// or http://."),
            _("Nothing was added."),
            _("Type it like this: https://www.example.org/news"),
        ),
        AddressTrouble.CREDENTIALS: (
            _("This address has a user name or a password in it."),
            _("They could be seen by others, so it is not used."),
            _("Take out what stands before the @ sign."),
        ),
        AddressTrouble.PRIVATE: (
            _("This address is on your own computer or home network."),
            _("That could reach devices in your home, so it was not taken."),
            _allow_private(audience),
        ),
        AddressTrouble.INSECURE: (
            _("This address is not secure."),
            _("Others could read or change what it sends, so it was not taken."),
            _allow_insecure(audience),
        ),
        AddressTrouble.NO_HOST: (
            _("This is not the name of one site."),
            _("Nothing was changed."),
            _("Type it like this: www.example.org"),
        ),
        AddressTrouble.PROXY_ADDRESS: (
            _("This is not the address of a proxy."),
            _("Nothing was changed."),
            _("Type it like this: http://proxy.example.org:8080 or socks5h://127.0.0.1:9050"),
        ),
    }


def _allow_insecure(audience: Audience) -> str:
    if audience is Audience.COMMAND:
        return _("Look for one that begins with https://. If you trust it all the same: --allow-private")
    return _("Look for one that begins with https://.")


def _allow_private(audience: Audience) -> str:
    if audience is Audience.COMMAND:
        return _("If you know and trust it, add it with --allow-private.")
    return _("If you know and trust it, allow it for this one source.")
