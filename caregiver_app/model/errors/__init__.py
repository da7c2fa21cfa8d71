"""The one family of errors. They carry facts; the sentences for people are made in `support.sentences`.

    CaregiverError
    ├── StorageError          the disk or the database file, `kind` says which trouble
    ├── LibraryError          something asked of the library that it does not hold
    │   ├── UnknownSource
    │   └── UnknownItem
    ├── WebError              one exchange with a server failed, `kind` says how
    ├── FeedError             bytes that are no usable feed, `kind` says how
    │   └── OpmlError
    ├── AddressRefused        an address that must not be taken
    ├── BackupError           a file that is no usable backup, `kind` says why
    ├── VaultError            the care notes cannot be opened or used so, `kind` says why
    ├── UnknownRecord         no note, question, ... of the care notes has this number
    ├── RecordRefused         what was typed for the care notes cannot be kept so, `kind` says why
    ├── CareFileError         a file that is taken into the care notes, or comes out of them, `kind` says why
    ├── AskError              a question cannot go out, or a file that came back is not taken, `kind` says why
    ├── AppraisalError        a check cannot be kept so, `kind` says why
    ├── PrintError            a sheet did not get to a printer
    ├── ShareError            something is not passed on, `kind` says why; nothing left and nothing was written
    ├── ChannelError          a channel of packs is not what it must be, `kind` says how; nothing was taken from it
    ├── PublishError          a channel of one's own cannot be changed so, `kind` says why
    ├── PackError             bytes that are no usable pack, `kind` says why; nothing was changed
    ├── SetUpError            bytes that are no usable set-up file, `kind` says why
    ├── InstanceRunning       another process has this data folder
    └── Cancelled             the person pressed stop

Calls in the wrong order are bugs and raise `RuntimeError`.
"""

from __future__ import annotations

from caregiver_app.model.errors.base import (
    Cancelled,
    CaregiverError,
    InstanceRunning,
)
from caregiver_app.model.errors.care import (
    AskError,
    AskTrouble,
    CareFileError,
    CareFileTrouble,
    RecordRefused,
    RecordTrouble,
    UnknownRecord,
    VaultError,
    VaultTrouble,
)
from caregiver_app.model.errors.library import (
    BackupError,
    BackupTrouble,
    LibraryError,
    StorageError,
    StorageTrouble,
    UnknownItem,
    UnknownSource,
)
from caregiver_app.model.errors.packs import (
    ChannelError,
    ChannelTrouble,
    PackError,
    PackTrouble,
    PublishError,
    PublishTrouble,
    SetUpError,
    SetUpTrouble,
)
from caregiver_app.model.errors.passing_on import (
    AppraisalError,
    AppraisalTrouble,
    PrintError,
    PrintTrouble,
    ShareError,
    ShareTrouble,
)
from caregiver_app.model.errors.web import (
    AddressRefused,
    AddressTrouble,
    FeedError,
    FeedTrouble,
    OpmlError,
    WebError,
    WebTrouble,
)

__all__ = [
    "AddressRefused",
    "AddressTrouble",
    "AppraisalError",
    "AppraisalTrouble",
    "AskError",
    "AskTrouble",
    "BackupError",
    "BackupTrouble",
    "Cancelled",
    "CareFileError",
    "CareFileTrouble",
    "CaregiverError",
    "ChannelError",
    "ChannelTrouble",
    "FeedError",
    "FeedTrouble",
    "InstanceRunning",
    "LibraryError",
    "OpmlError",
    "PackError",
    "PackTrouble",
    "PrintError",
    "PrintTrouble",
    "PublishError",
    "PublishTrouble",
    "RecordRefused",
    "RecordTrouble",
    "SetUpError",
    "SetUpTrouble",
    "ShareError",
    "ShareTrouble",
    "StorageError",
    "StorageTrouble",
    "UnknownItem",
    "UnknownRecord",
    "UnknownSource",
    "VaultError",
    "VaultTrouble",
    "WebError",
    "WebTrouble",
]
