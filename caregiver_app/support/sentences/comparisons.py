"""What is to be known of two texts of an article before they are read beside each other."""

from __future__ import annotations

from caregiver_app.model.article import Compared
from caregiver_app.support.i18n import gettext as _


def compared_sentence(compared: Compared) -> str:
    """Return which texts are compared where they are not simply those that were shown, else ""."""
    if compared is Compared.FEED:
        return _("The whole page is kept now. What changed is shown in the short text that the source itself gives.")
    if compared is Compared.UNLIKE:
        return _("The whole page was kept then. Now there is only the short text that the source itself gives.")
    return ""
