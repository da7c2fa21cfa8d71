"""What the page "Privacy" says: whom this application contacted, and what no list of ours can show."""

from __future__ import annotations

from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import format_number, format_short_day, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.settings.privacy_questions import LedgerFacts
from caregiver_app.ui.theme import Icon, Theme, Tone
from caregiver_app.ui.widgets.callout import Callout

_HALF_A_YEAR_MS = 180 * 24 * 3600 * 1000


def summary_words(facts: LedgerFacts, now: Millis) -> str:
    """Return how many addresses were contacted and how often, since when."""
    if facts.since is None or not facts.hosts:
        return _("This app has contacted nobody.")
    day = format_short_day(facts.since, year=now - facts.since > _HALF_A_YEAR_MS)
    addresses = ngettext("{count} address", "{count} addresses", len(facts.hosts))
    times = ngettext("once", "{count} times", facts.requests)
    # Translators: e.g. "Since 1 November this app contacted 6 addresses, 41 times."
    return _("Since {day} this app contacted {addresses}, {times}.").format(
        day=day,
        addresses=addresses.format(count=format_number(len(facts.hosts))),
        times=times.format(count=format_number(facts.requests)),
    )


def unseen(theme: Theme) -> Callout:
    """Return the note that the list of connections cannot be all."""
    return Callout(
        theme,
        Tone.INFO,
        Icon.EYE_OFF,
        _("What this page cannot show"),
        _(
            "Your internet provider sees the names of the sites that are asked, not the pages. "
            "What you open in your web browser is not in this list."
        ),
    )
