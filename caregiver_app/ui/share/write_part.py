"""What is shared and the words beside it, with all that is to be settled below them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.share.findings_part import FindingsPart
from caregiver_app.ui.share.items_part import ItemsPart
from caregiver_app.ui.share.message_edit import MessageEdit
from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.page import Page
from caregiver_app.ui.widgets.plain import PlainLabel


class WritePart(QWidget):
    """Scrolls; the parts in it are made elsewhere."""

    def __init__(
        self,
        theme: Theme,
        items: ItemsPart,
        edit: MessageEdit,
        findings: FindingsPart,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = Column(theme, parent=self)
        page = Page(theme, _("Write"), margins=False)
        above = Column(theme, margins=(5, 0, 5, 0))  # at the same edge as the message, which leaves room for its ring
        above.addWidget(items)
        page.body.addLayout(above)
        message = Column(theme, margins=(5, 0, 5, 5), gap=8)
        label = PlainLabel(_("Your message"), role=TypeRole.HEADING, wrap=True)
        label.setBuddy(edit)
        message.addWidget(label)
        message.addWidget(edit)
        message.addWidget(findings)
        page.body.addLayout(message)
        column.addWidget(page)
