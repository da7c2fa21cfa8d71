"""The signs of a channel, large, for the paper that families get: by them they know that packs are really yours."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.studio.publishing.groups_view import GroupsView
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.plain import PlainLabel


class SignsDrawer(Drawer):
    """Signs and words of each group say the same; a family types two of them, as one or the other."""

    def __init__(
        self, theme: Theme, channel: str, groups: Sequence[tuple[str, str]], *, parent: QWidget | None = None
    ) -> None:
        # Translators: {name} is who makes packs
        super().__init__(theme, _("The signs of {name}").format(name=channel), parent=parent)
        words = _(
            "Give families these signs on paper, or read them out by phone, never only on the stick or the site "
            "with the packs. Look here again before you give them to somebody new: they change when root keys are "
            "renewed."
        )
        self.body.addWidget(PlainLabel(words, wrap=True))
        self.body.addWidget(GroupsView(theme, _("The signs of {name}").format(name=channel), groups))
