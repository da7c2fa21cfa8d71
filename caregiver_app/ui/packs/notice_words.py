"""What should be known of a channel besides its packs: its names, its age, its publishers, where it went. Pure."""

from __future__ import annotations

from caregiver_app.model.channel import CheckedChannel
from caregiver_app.support.i18n import gettext as _


def notices(checked: CheckedChannel) -> tuple[str, ...]:
    """Return a sentence for everything that is out of the ordinary."""
    said: list[str] = []
    name = checked.channel.name
    if checked.name_before:
        said.append(_("{name} called themselves {before} until now.").format(name=name, before=checked.name_before))
    if checked.clock_behind:
        said.append(_("The date of this computer seems to be wrong. Set it, so that news can be told from old."))
    elif not checked.is_fresh:
        said.append(_("There may be newer packs of {name} than these.").format(name=name))
    said += [_("{publisher} publishes here no more.").format(publisher=each) for each in checked.revoked]
    said += [
        _("The signature of {publisher} has run out. Their packs wait for a new one.").format(publisher=each)
        for each in checked.lapsed
    ]
    return tuple(said)
