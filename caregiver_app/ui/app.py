"""Opens the window over a data folder and returns when it was closed. Starting needs no network."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from caregiver_app.bootstrap import Paths, Services, build_services, find_paths, one_writer
from caregiver_app.model.errors import InstanceRunning, LibraryError, StorageError
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import load_days_and_numbers, system_language, use_language
from caregiver_app.support.logs import install_hooks, note
from caregiver_app.support.resources import resource
from caregiver_app.support.settings import Settings, SettingsFile
from caregiver_app.ui.assembly import WholeWindow
from caregiver_app.ui.notice import Notice
from caregiver_app.ui.remember import Remembered
from caregiver_app.ui.second_start import ask_to_front
from caregiver_app.ui.theme import Icon, Theme, dress, follow_system, read_choice, system_look, system_step

_FAILED = 1
_RESTORE = 64  # how the event loop says that the last good copy of the library is wanted


def open_window(data_dir: Path | None) -> int:
    """Open the window; return 0 when it was closed, 1 when it could not be opened.

    One window a data folder: a second start brings the first to the front, or says that it is there.
    """
    paths = find_paths(data_dir)
    settings_file = SettingsFile(paths.settings)
    settings = settings_file.load()
    app = _application(settings)
    theme = _dressed(app, settings)
    notice = Notice(theme, _("Try again"))
    while True:
        try:
            with one_writer(paths, holder="window"):
                notice.hide()
                return _run(app, theme, paths, settings_file)
        except (InstanceRunning, StorageError) as error:
            if isinstance(error, InstanceRunning) and ask_to_front(paths):
                return 0
            note("window.not-opened", busy=isinstance(error, InstanceRunning))
            if not notice.is_acted_on(app, error):
                return _FAILED


class _Alarm(QObject):
    """Carries the news of an unforeseen error from any thread into the window's."""

    raised = Signal()


def _application(settings: Settings) -> QApplication:
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        app = existing
    else:
        QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
        app = QApplication(sys.argv[:1])
    language = settings.language or system_language()
    use_language(language)
    threading.Thread(target=load_days_and_numbers, name="words", daemon=True).start()
    app.setApplicationName("Caregiver")
    app.setApplicationDisplayName("")  # else every window title would carry it a second time
    app.setLayoutDirection(QLocale(language.replace("-", "_")).textDirection())
    return app


def _dressed(app: QApplication, settings: Settings) -> Theme:
    percent = settings.text_scale or system_step()
    theme = Theme(read_choice(settings.theme), percent, system_look(app), app)
    theme.set_still(None if settings.animation is None else not settings.animation)
    dress(app, theme)
    follow_system(theme, app)
    return theme


def _run(app: QApplication, theme: Theme, paths: Paths, settings_file: SettingsFile) -> int:
    """Show windows until one is closed for good: after putting a copy of the library back there is another one."""
    while True:
        services = build_services(paths)
        code = _show(app, theme, services, settings_file)
        if code != _RESTORE:
            return 0
        _restore(app, theme, services)


def _show(app: QApplication, theme: Theme, services: Services, settings_file: SettingsFile) -> int:
    remembered = Remembered(settings_file.load())
    whole = WholeWindow(services, theme, remembered, restore=lambda: app.exit(_RESTORE), save=settings_file.save)
    alarm = _Alarm()
    alarm.raised.connect(lambda: _tell_of_crash(whole), Qt.ConnectionType.QueuedConnection)
    install_hooks(alarm.raised.emit)
    app.setWindowIcon(QIcon(str(resource("icons", "app.svg"))))
    whole.window.show()
    whole.answer_second_starts()
    whole.begin_after_first_paint()
    code = app.exec()
    whole.window.hide()
    whole.close()
    _save(settings_file, remembered.settings)
    return code


def _tell_of_crash(whole: WholeWindow) -> None:
    whole.window.messages.say(
        _("Something went wrong inside Caregiver. What you saved is kept."), icon=Icon.ALERT, kind="crash"
    )


def _save(settings_file: SettingsFile, settings: Settings) -> None:
    try:
        settings_file.save(settings)
    except StorageError as error:
        note("settings.not-saved", kind=error.kind)


def _restore(app: QApplication, theme: Theme, services: Services) -> None:
    try:
        services.restore_snapshot()
    except (LibraryError, StorageError) as error:
        notice = Notice(theme, _("Continue"))
        notice.is_acted_on(app, error)
        notice.hide()
