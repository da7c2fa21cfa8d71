"""Opens the window over a data folder and returns when it was closed. Starting needs no network."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from caregiver_app.bootstrap.erasing_all import was_begun
from caregiver_app.bootstrap.kept_settings import settings_file as settings_file_of
from caregiver_app.bootstrap.paths import Paths, find_paths
from caregiver_app.bootstrap.services import Services, build_services
from caregiver_app.bootstrap.writing_alone import alone_to_erase, one_writer
from caregiver_app.model.errors import Cancelled, CaregiverError, InstanceRunning, StorageError
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.logs import install_hooks, note
from caregiver_app.support.resources import resource
from caregiver_app.support.settings import Settings, SettingsFile
from caregiver_app.ui.application import Application, make_application
from caregiver_app.ui.asked_to_end import AskedToEnd
from caregiver_app.ui.assembly import WholeWindow
from caregiver_app.ui.converting import EraseWish, ProtectWish, Wish, convert, converting_words
from caregiver_app.ui.ended_badly import EndedBadly
from caregiver_app.ui.entries import LIBRARY
from caregiver_app.ui.notice import Notice
from caregiver_app.ui.remember import Remembered
from caregiver_app.ui.restoring import RestoreWish, Restoring, restore, restoring_words
from caregiver_app.ui.second_start import ask_to_front
from caregiver_app.ui.settings.pages import LANGUAGE
from caregiver_app.ui.speaking import SpeakWish, speak, spoken_step
from caregiver_app.ui.theme import Icon, Theme, dress, follow_system, read_choice, system_look, system_step

_FAILED = 1
_HOLDER = "window"  # what the lock of the folder says while a window has it
_BETWEEN = 64  # how the event loop says that something is to be done for which the window must be gone


def open_window(data_dir: Path | None, file: Path | None = None) -> int:
    """Open the window; return 0 when it was closed, 1 when it could not be opened.

    `file` (a whole path) is looked at in it, in that of a first start too, and nothing of it is taken in.
    One window a data folder: a second start brings the first to the front, or says that it is there.
    """
    paths = find_paths(data_dir)
    settings_file = settings_file_of(paths)
    settings = settings_file.load()
    app = make_application(settings)
    theme = _dressed(app, settings)
    notice = Notice(theme, _("Try again"))
    files = () if file is None else (file,)
    while True:
        try:
            alone = alone_to_erase if was_begun(paths) else one_writer
            with alone(paths, holder=_HOLDER) as left_by:
                notice.hide()
                return _run(app, theme, paths, settings_file, EndedBadly(left_by.startswith(_HOLDER)), files=files)
        except (InstanceRunning, StorageError) as error:
            if isinstance(error, InstanceRunning) and error.holder.startswith(_HOLDER) and ask_to_front(paths, file):
                return 0
            note("window.not-opened", busy=isinstance(error, InstanceRunning))
            if not notice.is_acted_on(app, error):
                return _FAILED


class _Alarm(QObject):
    """Carries the news of an unforeseen error from any thread into the window's."""

    raised = Signal()


def _dressed(app: QApplication, settings: Settings) -> Theme:
    percent = settings.text_scale or system_step()
    theme = Theme(read_choice(settings.theme), percent, system_look(app), app)
    theme.set_still(None if settings.animation is None else not settings.animation)
    dress(app, theme)
    follow_system(theme, app)
    return theme


def _run(
    app: QApplication,
    theme: Theme,
    paths: Paths,
    settings_file: SettingsFile,
    ended_badly: EndedBadly,
    *,
    files: tuple[Path, ...],
) -> int:
    """Show windows until one is closed for good: after the library was put back or protected there is another one."""
    told, spoken = "", None
    if was_begun(paths):
        _erase(app, theme, paths)
        return 0
    while True:
        wishes: list[Wish] = []
        opening = _Opening(
            services=build_services(paths),
            settings=settings_file,
            ended_badly=ended_badly,
            told=told,
            spoken=spoken,
            files=files,
        )
        code, files = _show(app, theme, opening, wishes)
        if code != _BETWEEN or not wishes:
            return 0
        wish = wishes.pop()
        if isinstance(wish, EraseWish):
            _erase(app, theme, paths)
            return 0
        told = _do_between(app, theme, paths, wish)
        spoken = wish if isinstance(wish, SpeakWish) else None


def _erase(app: QApplication, theme: Theme, paths: Paths) -> None:
    """Erase everything and say what became of it; what was cut short before is finished without a question."""
    from caregiver_app.ui.erase_all import erase, erasing_words

    window = Restoring(theme, erasing_words())
    outcome = window.run(app, partial(erase, paths))
    window.deleteLater()
    notice = Notice(theme, _("Close"))
    if isinstance(outcome, str):
        notice.tell(app, _("Everything is erased"), outcome)
    elif isinstance(outcome, Cancelled):
        notice.tell(app, _("Stopped"), window.words.stopped)
    elif isinstance(outcome, CaregiverError):
        notice.is_acted_on(app, outcome)
    else:
        raise outcome
    notice.hide()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opening:
    """What a window is opened with; `told` is said at once, `files` are looked at."""

    services: Services
    settings: SettingsFile
    ended_badly: EndedBadly
    told: str
    spoken: SpeakWish | None = None
    files: tuple[Path, ...] = ()


def _show(app: QApplication, theme: Theme, opening: _Opening, wishes: list[Wish]) -> tuple[int, tuple[Path, ...]]:
    """Show a window until it is closed; return 64 when something is to be done without one, which is in `wishes`.

    Beside it stand the files that are still to be looked at, where the library was locked all the time.
    """

    def restore(wish: Wish) -> None:
        wishes.append(wish)
        app.exit(_BETWEEN)

    remembered = Remembered(opening.settings.load())
    whole = WholeWindow(
        opening.services,
        theme,
        remembered,
        restore=restore,
        save=opening.settings.save,
        ended_badly=opening.ended_badly,
    )
    whole.setParent(app)
    alarm = _Alarm()
    alarm.raised.connect(lambda: _tell_of_crash(whole), Qt.ConnectionType.QueuedConnection)
    install_hooks(alarm.raised.emit)
    app.setWindowIcon(QIcon(str(resource("icons", "app.svg"))))
    whole.window.show()
    if isinstance(app, Application):
        app.file_opened.connect(whole.opened_files.look_at)

    def go_on() -> None:
        if opening.spoken is not None and opening.spoken.before is not None:
            _tell_of_language(whole, remembered, opening.spoken, restore)
        elif opening.spoken is not None and whole.gate.is_open:
            whole.window.open_screen(LIBRARY)  # where the set-up file goes on that changed the language
        for file in opening.files:
            whole.opened_files.look_at(file)
        whole.answer_second_starts()

    whole.begin_after_first_paint(then=go_on)
    if opening.told:
        whole.window.messages.say(opening.told, icon=Icon.HISTORY, kind="restored")
    ending = AskedToEnd(whole)
    ending.asked.connect(whole.window.close)
    with ending.heard(app):
        code = app.exec()
    whole.window.hide()
    waiting = whole.opened_files.waiting
    whole.close()
    _save(opening.settings, remembered.settings)
    whole.window.deleteLater()  # the next one may be locked: nothing of this one may be left beside it
    whole.deleteLater()
    return code, waiting


def _tell_of_language(
    whole: WholeWindow, remembered: Remembered, wish: SpeakWish, between: Callable[[Wish], object]
) -> None:
    """Come back to where the language was changed, and offer to take it back."""
    if wish.in_first_steps and whole.gate.is_open:
        whole.window.open_screen(LIBRARY)
    else:
        whole.open_settings(LANGUAGE)
    whole.window.messages.did(spoken_step(wish, remembered, between), icon=Icon.SETTINGS, kind="language")


def _tell_of_crash(whole: WholeWindow) -> None:
    if isValid(whole.window):
        whole.window.messages.say(
            _("Something went wrong inside Caregiver. What you saved is kept."), icon=Icon.ALERT, kind="crash"
        )


def _save(settings_file: SettingsFile, settings: Settings) -> None:
    try:
        settings_file.save(settings)
    except StorageError as error:
        note("settings.not-saved", kind=error.kind)


def _do_between(app: QApplication, theme: Theme, paths: Paths, wish: RestoreWish | ProtectWish | SpeakWish) -> str:
    """Do what is wanted; return what to tell in the next window, nothing when it was told already."""
    if isinstance(wish, SpeakWish):
        speak(app, wish.language)
        return ""
    services = build_services(paths)
    words = converting_words(wish) if isinstance(wish, ProtectWish) else restoring_words()
    window = Restoring(theme, words)
    try:
        if isinstance(wish, ProtectWish):
            outcome = window.run(app, partial(convert, services, wish))
        else:
            outcome = window.run(app, partial(restore, services, wish))
    finally:
        services.close()
        window.deleteLater()
    if isinstance(outcome, str):
        return outcome
    if isinstance(outcome, Cancelled):
        return words.stopped
    if not isinstance(outcome, CaregiverError):
        raise outcome
    notice = Notice(theme, _("Continue"))
    notice.is_acted_on(app, outcome)
    notice.hide()
    return ""
