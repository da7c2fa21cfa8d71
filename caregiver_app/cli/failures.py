"""What ends a command early: how it is told, and with which exit code."""

from __future__ import annotations

from dataclasses import dataclass, replace

from caregiver_app.cli.console import Console
from caregiver_app.links.tokens import mask_address
from caregiver_app.model.errors import (
    AddressRefused,
    AppraisalError,
    AskError,
    Cancelled,
    CaregiverError,
    ChannelError,
    FeedError,
    PackError,
    PackTrouble,
    PrintError,
    PrintTrouble,
    PublishError,
    SetUpError,
    ShareError,
    VaultError,
    VaultTrouble,
    WebError,
    WebTrouble,
)
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import Audience, Sentence, kind_of, sentence_for

DONE = 0
FAILED = 1
USAGE = 2
PARTLY = 3
REFUSED = 4
INTERRUPTED = 130  # 128 + SIGINT, as shells count
READER_LEFT = 141  # 128 + SIGPIPE

_REFUSALS = frozenset({WebTrouble.PRIVATE_ADDRESS, WebTrouble.INSECURE_REDIRECT})
_OFFLINE = frozenset({WebTrouble.OFFLINE, WebTrouble.STAY_OFFLINE})
_REFUSED_PACKS = frozenset({PackTrouble.UNSAFE, PackTrouble.FIELD, PackTrouble.NOT_READY})
_LOCKED = frozenset(
    {
        VaultTrouble.LOCKED,
        VaultTrouble.PROTECTED,
        VaultTrouble.WRONG_PASSPHRASE,
        VaultTrouble.WRONG_SHEET,
        VaultTrouble.SHEET_MISTYPED,
        VaultTrouble.WEAK_PASSPHRASE,
    }
)
_USED_WRONGLY = frozenset(
    {
        PrintTrouble.WHOM,
        PrintTrouble.NO_MEASURE,
        PrintTrouble.PERIOD,
        PrintTrouble.NO_DAY,
        PrintTrouble.HOURS,
        PrintTrouble.NOTHING,
        PrintTrouble.NO_COUNTRY,
        PrintTrouble.UNKNOWN_PART,
    }
)


@dataclass(eq=False)
class CommandFailed(Exception):
    """A command cannot do what it was asked. `kind` is the stable word of JSON output."""

    kind: str
    sentence: Sentence
    exit_code: int = FAILED


def exit_code_of(error: CaregiverError) -> int:
    """Return the exit code for an error (PRODUCT: 1 failure, 3 offline, 4 refused)."""
    if isinstance(error, AddressRefused) or (isinstance(error, WebError) and error.kind in _REFUSALS):
        return REFUSED
    if isinstance(error, WebError) and error.kind in _OFFLINE:
        return PARTLY
    if isinstance(error, VaultError) and error.kind in _LOCKED:
        return REFUSED
    if isinstance(error, AskError | ShareError | AppraisalError | ChannelError | PublishError | SetUpError):
        return REFUSED
    if isinstance(error, PackError) and error.kind in _REFUSED_PACKS:
        return REFUSED
    if isinstance(error, PrintError):
        return _code_of_print(error)
    return INTERRUPTED if isinstance(error, Cancelled) else FAILED


def _code_of_print(error: PrintError) -> int:
    if error.kind is PrintTrouble.SECRET:
        return REFUSED
    return USAGE if error.kind in _USED_WRONGLY else FAILED


def failure_of(error: CaregiverError) -> CommandFailed:
    """Return an error as it is told, private parts of addresses masked."""
    return CommandFailed(kind_of(error), sentence_for(_masked(error), Audience.COMMAND), exit_code_of(error))


def unexpected() -> CommandFailed:
    """Return what is told of an error that nobody foresaw."""
    sentence = Sentence(
        happened=_("Something went wrong inside Caregiver."),
        means=_("What you saved is kept."),
        to_do=_("Try again. If it happens once more: caregiver doctor"),
    )
    return CommandFailed("unexpected", sentence)


def tell(console: Console, failure: CommandFailed) -> int:
    """Say on standard error what happened, with --json as a document on standard output; return the exit code."""
    sentence = failure.sentence
    message = f"{sentence.message} ({sentence.detail})" if sentence.detail else sentence.message
    if console.as_json:
        console.document({"error": {"kind": failure.kind, "message": message, "what_to_do": sentence.to_do}})
    else:
        console.note(message)
        if sentence.to_do:
            console.note(sentence.to_do)
    return failure.exit_code


def _masked(error: CaregiverError) -> CaregiverError:
    if isinstance(error, AddressRefused):
        return replace(error, address=mask_address(error.address))
    if isinstance(error, FeedError):
        return replace(error, links=tuple(mask_address(link) for link in error.links))
    return error
