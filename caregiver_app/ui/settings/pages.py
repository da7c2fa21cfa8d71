"""Which pages the settings have, in order. Each is imported and made when it is first opened."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.commands import Command, CommandGroup
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.messages import Messages
from caregiver_app.ui.remember import Remembered
from caregiver_app.ui.restoring import RestoreWish
from caregiver_app.ui.settings.backup_asking import AskPassphrase
from caregiver_app.ui.settings.part import SettingsEntry, SettingsPart
from caregiver_app.ui.tasks import Lane
from caregiver_app.ui.theme import Icon, Theme

if TYPE_CHECKING:
    from caregiver_app.bootstrap.services import Services
    from caregiver_app.library.store import Library
    from caregiver_app.ui.library.updates import Updates
    from caregiver_app.ui.newer_notice import NewerNotice
    from caregiver_app.ui.settings.care_copies import CareFiles
    from caregiver_app.ui.settings.place_card import PlaceCard
    from caregiver_app.ui.speaking import SpeakWish

DISPLAY, CARE, UPDATES, PRIVACY, BACKUP = "display", "care-notes", "updates", "privacy", "backup"
LANGUAGE = "language"
KEYBOARD, ADVANCED, ABOUT = "keyboard", "advanced", "about"
CHECKING = "checking"

WITHOUT_LIBRARY = (DISPLAY, LANGUAGE, CARE, KEYBOARD, ABOUT)
"""The pages that are there while a protected library is locked too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsFittings:
    """What the pages work with."""

    desk: Desk
    services: Services
    updates: Updates
    remembered: Remembered
    upkeep: Lane[Library]  # for long work on what lies on the disk
    restore: Callable[[RestoreWish], None]
    speak: Callable[[SpeakWish], object]  # in another window
    open_sources: Callable[[], object]
    care_part: Callable[[], SettingsPart]
    ask_passphrase: AskPassphrase
    care_files: CareFiles
    care_files_card: Callable[[], QWidget]
    erase: Callable[[], object]  # everything, after a question
    open_page: Callable[[str], object]
    can_leave_out: bool  # the window, of what others see of the screen
    open_works: Callable[[], object]  # of others, each with its licence


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainFittings:
    """What the pages work with that need no library."""

    theme: Theme
    messages: Messages
    remembered: Remembered
    care_part: Callable[[], SettingsPart]
    speak: Callable[[SpeakWish], object]  # in another window
    open_works: Callable[[], object]
    place_card: Callable[[], PlaceCard] | None = None
    look_for_newer: Callable[[NewerNotice], object] | None = None


def plain_entries(fittings: PlainFittings) -> tuple[SettingsEntry, ...]:
    """Return the pages of `WITHOUT_LIBRARY`."""
    theme, messages, remembered = fittings.theme, fittings.messages, fittings.remembered

    def display() -> SettingsPart:
        from caregiver_app.ui.settings.display import DisplayPart

        return DisplayPart(theme, remembered, messages)

    def language() -> SettingsPart:
        from caregiver_app.ui.settings.language_part import LanguagePart

        place = fittings.place_card() if fittings.place_card is not None else None
        return LanguagePart(theme, remembered, messages, fittings.speak, place)

    def keyboard() -> SettingsPart:
        from caregiver_app.ui.settings.keyboard import KeyboardPart

        return KeyboardPart(theme, remembered, messages)

    def about() -> SettingsPart:
        from caregiver_app.ui.settings.about import AboutPart

        return AboutPart(theme, messages, fittings.open_works, fittings.look_for_newer)

    return (
        SettingsEntry(key=DISPLAY, title=_("Reading and display"), icon=Icon.TEXT_SIZE, make=display),
        SettingsEntry(key=LANGUAGE, title=_("Language and region"), icon=Icon.GLOBE, make=language),
        SettingsEntry(key=CARE, title=_("Care notes and locking"), icon=Icon.LOCK, make=fittings.care_part),
        SettingsEntry(key=KEYBOARD, title=_("Keyboard"), icon=Icon.KEYBOARD, make=keyboard),
        SettingsEntry(key=ABOUT, title=_("About"), icon=Icon.INFO, make=about),
    )


def settings_entries(fittings: SettingsFittings) -> tuple[SettingsEntry, ...]:
    """Return the pages of the settings."""
    desk = fittings.desk

    def place_card() -> PlaceCard:
        from caregiver_app.ui.settings.place_card import PlaceCard

        return PlaceCard(desk)

    def look_for_newer(notice: NewerNotice) -> None:
        from caregiver_app.bootstrap.newer_caregiver import newer_caregiver

        desk.glance(notice, newer_caregiver, notice.show_newer)

    display, language, care, keyboard, about = plain_entries(
        PlainFittings(
            theme=desk.theme,
            messages=desk.messages,
            remembered=fittings.remembered,
            care_part=fittings.care_part,
            speak=fittings.speak,
            open_works=fittings.open_works,
            place_card=place_card,
            look_for_newer=look_for_newer,
        )
    )

    def updates() -> SettingsPart:
        from caregiver_app.ui.settings.updates_part import UpdatesPart

        part = UpdatesPart(desk, fittings.services, fittings.updates, fittings.upkeep)
        part.sources_asked.connect(fittings.open_sources)
        return part

    def privacy() -> SettingsPart:
        from caregiver_app.ui.settings.erase_card import EraseCard
        from caregiver_app.ui.settings.export_way import ExportWay
        from caregiver_app.ui.settings.privacy import PrivacyPart
        from caregiver_app.ui.settings.seen_card import SeenCard

        seen = SeenCard(desk.theme, fittings.remembered, desk.messages, can_leave_out=fittings.can_leave_out)
        exporting = ExportWay(desk, fittings.services, fittings.upkeep)
        erasing = EraseCard(desk.theme, exporting.work)
        erasing.export_asked.connect(exporting.ask)
        erasing.erase_asked.connect(fittings.erase)
        erasing.backup_asked.connect(lambda: fittings.open_page(BACKUP))
        care_files = fittings.care_files_card()
        return PrivacyPart(desk, fittings.services, fittings.updates, seen=seen, care_files=care_files, erasing=erasing)

    def backup() -> SettingsPart:
        from caregiver_app.ui.settings.backup_part import BackupPart, BackupWays
        from caregiver_app.ui.settings.care_copies import CareCopiesWays

        copies = CareCopiesWays(desk, fittings.services, fittings.care_files, fittings.ask_passphrase)
        ways = BackupWays(restore=fittings.restore, ask_passphrase=fittings.ask_passphrase, care_copies=copies)
        return BackupPart(desk, fittings.services, fittings.upkeep, ways)

    def checking() -> SettingsPart:
        from caregiver_app.ui.settings.checking import CheckingPart

        return CheckingPart(desk.theme, fittings.remembered, desk.messages)

    def advanced() -> SettingsPart:
        from caregiver_app.ui.settings.advanced import AdvancedPart

        part = AdvancedPart(desk, fittings.services, fittings.upkeep)
        part.copies_asked.connect(lambda: fittings.open_page(BACKUP))
        return part

    return (
        display,
        language,
        care,
        SettingsEntry(key=UPDATES, title=_("Updates"), icon=Icon.REFRESH, make=updates),
        SettingsEntry(key=CHECKING, title=_("Checking pages"), icon=Icon.CHECK, make=checking),
        SettingsEntry(key=PRIVACY, title=_("Privacy"), icon=Icon.SHIELD, make=privacy),
        SettingsEntry(key=BACKUP, title=_("Backup"), icon=Icon.USB, make=backup),
        keyboard,
        SettingsEntry(key=ADVANCED, title=_("Advanced"), icon=Icon.SETTINGS, make=advanced),
        about,
    )


def settings_commands(
    open_page: Callable[[str], object], *, only: Collection[str] | None = None
) -> tuple[Command, ...]:
    """Return a command for each page of the settings, or for some, for the palette."""
    # Translators: {page} is a page of the settings, e.g. "Settings: Privacy"
    name = _("Settings: {page}")
    words = {
        DISPLAY: (
            _("Reading and display"),
            _("text size colours dark light contrast font letters spacing animation messages"),
            Icon.TEXT_SIZE,
        ),
        LANGUAGE: (_("Language and region"), _("english spanish country week units paper"), Icon.GLOBE),
        CARE: (_("Care notes and locking"), _("private passphrase recovery sheet minutes"), Icon.LOCK),
        UPDATES: (_("Updates"), _("daily offline space tidy old"), Icon.REFRESH),
        CHECKING: (_("Checking pages"), _("check trust nurse other people appraise"), Icon.CHECK),
        PRIVACY: (
            _("Privacy"),
            _("connections ledger proxy stop files erase everything share screen hide"),
            Icon.SHIELD,
        ),
        BACKUP: (_("Backup"), _("back up save restore copy snapshot stick"), Icon.USB),
        KEYBOARD: (_("Keyboard"), _("keys shortcuts letters"), Icon.KEYBOARD),
        ADVANCED: (_("Advanced"), _("doctor check mend search index log older copy"), Icon.SETTINGS),
        ABOUT: (_("About"), _("version licence"), Icon.INFO),
    }
    return tuple(
        Command(
            key=f"settings.{key}",
            name=name.format(page=title),
            action=partial(open_page, key),
            group=CommandGroup.OPEN,
            icon=icon,
            keywords=keywords,
        )
        for key, (title, keywords, icon) in words.items()
        if only is None or key in only
    )
