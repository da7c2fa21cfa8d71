"""What can be done in every screen: open one, change the size of the text, take a step back."""

from __future__ import annotations

from functools import partial

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.commands import Command, CommandGroup
from caregiver_app.ui.frame import MainWindow
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.theme.scale import STEPS


def screen_commands(window: MainWindow) -> tuple[Command, ...]:
    """Return a command for each screen of the navigation."""
    # Translators: further words by which people look for a screen
    words = _("go to open")
    return tuple(
        Command(
            key=f"open.{entry.key}",
            name=entry.title,
            action=partial(window.open_screen, entry.key),
            group=CommandGroup.OPEN,
            icon=entry.icon,
            keywords=f"{words} {entry.group} {entry.keywords}",
            shortcut=entry.shortcut,
            useful=6 if entry.pinned else None,
            urgent=entry.urgent,
        )
        for entry in window.nav.entries
        if not entry.tool
    )


def window_commands(window: MainWindow, theme: Theme) -> tuple[Command, ...]:
    """Return what the frame itself can do."""
    undo = window.undo_stack
    return (
        Command(
            key="window.larger",
            name=_("Make text larger"),
            keywords=_("bigger size zoom letters"),
            action=lambda: theme.step_scale(1),
            icon=Icon.TEXT_SIZE,
            shortcut="Ctrl++",
            useful=5,
            possible=lambda: theme.percent < STEPS[-1],
        ),
        Command(
            key="window.smaller",
            name=_("Make text smaller"),
            keywords=_("size zoom letters"),
            action=lambda: theme.step_scale(-1),
            icon=Icon.TEXT_SIZE,
            shortcut="Ctrl+-",
            possible=lambda: theme.percent > STEPS[0],
        ),
        Command(
            key="window.usual-size",
            name=_("Make text as large as at the start"),
            keywords=_("size zoom letters normal"),
            action=lambda: theme.set_percent(STEPS[0]),
            icon=Icon.TEXT_SIZE,
            shortcut="Ctrl+0",
            possible=lambda: theme.percent > STEPS[0],
        ),
        Command(
            key="window.close",
            name=_("Close Caregiver"),
            keywords=_("quit exit end leave"),
            action=window.close,
            icon=Icon.CLOSE,
            shortcut="Ctrl+Q",
        ),
        Command(
            key="window.undo",
            name=_("Undo the last step"),
            keywords=_("take back"),
            action=window.messages.undo,
            icon=Icon.UNDO,
            shortcut="Ctrl+Z",
            possible=lambda: undo.next_undo is not None,
        ),
        Command(
            key="window.redo",
            name=_("Do it again"),
            keywords=_("redo"),
            action=window.messages.redo,
            icon=Icon.REDO,
            shortcut="Ctrl+Shift+Z",
            possible=lambda: undo.next_redo is not None,
        ),
    )
