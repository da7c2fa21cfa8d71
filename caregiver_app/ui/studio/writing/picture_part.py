"""A picture of the pack as it is, or the way to choose one. It is made anew in a worker before it is shown or kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from caregiver_app.model.errors import Cancelled, CaregiverError
from caregiver_app.packs.archive_reading import MOST_PICTURE_BYTES
from caregiver_app.support.files import read_bounded, translated_os_errors
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.library.reader.stored_pictures import read_picture
from caregiver_app.ui.studio.step import StudioTools
from caregiver_app.ui.tasks import TaskControl
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.layouts import Column

if TYPE_CHECKING:
    from caregiver_app.model.offline import Picture

_LARGEST = 320


class PicturePart(QWidget):
    """`chosen` comes when a picture was chosen that can be used; `made` is it, `name` how its file was called."""

    chosen = Signal()

    def __init__(self, tools: StudioTools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self.made: Picture | None = None
        self.name = ""
        self._file = ""
        theme = tools.desk.theme
        self.choose = Button(theme, _("Choose a picture"), icon=Icon.FOLDER)
        self.choose.clicked.connect(lambda _pressed: self.ask_for_file())
        self.field = Field(
            theme,
            _("Picture"),
            self.choose,
            hint=_("A photo or drawing. What it says of its place and its camera is left out."),
        )
        self.shown = QLabel()
        self.shown.setAccessibleName(_("The picture"))
        column = Column(theme, gap=8, parent=self)
        column.addWidget(self.field)
        column.addWidget(self.shown, 0, Qt.AlignmentFlag.AlignLeading)

    def show_picture(self, folder: Path, file: str | None) -> None:
        """Show a picture of the pack; the way to choose one for an empty `file`, nothing at all for None."""
        self.made, self._file = None, file or ""
        self.field.set_error("")
        self.setVisible(file is not None)
        self.field.setVisible(file == "")
        self.shown.clear()
        if not file:
            return
        writing = self._tools.services.pack_writing

        def look(_none: None, _control: TaskControl[None]) -> QImage | None:
            return read_picture(writing.picture(folder, file))

        def show(image: QImage | None) -> None:
            if file == self._file:
                self._show(image)

        self._tools.looks.run(look, owner=self, done=show, failed=self._tell, key="studio.picture")

    def ask_for_file(self) -> QFileDialog:
        """Ask which file it is."""
        dialog = QFileDialog(self.window(), _("Choose a picture"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(_("Pictures (*.png *.jpg *.jpeg *.webp)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.take_file(Path(name)))
        dialog.open()
        return dialog

    def take_file(self, path: Path) -> None:
        """Make the picture in a file anew and show it, or say that it is none."""
        writing = self._tools.services.pack_writing

        def make(_none: None, _control: TaskControl[None]) -> tuple[Picture | None, QImage | None]:
            with translated_os_errors(path, reading=True):
                data = read_bounded(path, MOST_PICTURE_BYTES)
            made = None if data is None else writing.make_picture(data)
            return made, None if made is None else read_picture(made.data)

        def done(answer: tuple[Picture | None, QImage | None]) -> None:
            self.choose.set_working(False)
            made, image = answer
            if made is None or image is None:
                self.field.show_error(_("This is not a picture that can be used."))
                return
            self.made, self.name = made, path.stem
            self.field.set_error("")
            self._show(image)
            self.chosen.emit()

        def failed(error: BaseException) -> None:
            self.choose.set_working(False)
            self._tools.desk.tell(error)

        self.choose.set_working(True)
        self._tools.looks.run(make, owner=self, done=done, failed=failed)

    def _show(self, image: QImage | None) -> None:
        if image is None:
            self.shown.clear()
            return
        ratio = self.devicePixelRatioF()
        side = self._tools.desk.theme.px(_LARGEST)
        smooth, keep = Qt.TransformationMode.SmoothTransformation, Qt.AspectRatioMode.KeepAspectRatio
        most = image.size().boundedTo(QSize(side, side)) * ratio
        shown = QPixmap.fromImage(image.scaled(most, keep, smooth))
        shown.setDevicePixelRatio(ratio)
        self.shown.setPixmap(shown)

    def _tell(self, error: BaseException) -> None:
        if not isinstance(error, Cancelled | CaregiverError):
            raise error
