"""What is not checked, printed or passed on so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from caregiver_app.model.errors.base import CaregiverError


class AppraisalTrouble(StrEnum):
    """Why a check cannot be kept so."""

    UNFINISHED = "unfinished"  # a point has no answer
    NO_REASON = "no-reason"  # a no does not say why
    TOO_LONG = "too-long"  # a reason, a role or a name
    TOO_LATE = "too-late"  # a day after the last one on which it may count
    DAY_PASSED = "day-passed"  # a day that is over
    NO_CHECK = "no-check"  # nobody here checked it, or they took it back
    NO_ADDRESS = "no-address"  # none that others could open
    NOT_ANSWERS = "not-answers"  # a file that holds no answers to the points


@dataclass(eq=False)
class AppraisalError(CaregiverError):
    """A check cannot be kept so; nothing was changed. `detail` names a point, or the last day that is possible."""

    kind: AppraisalTrouble
    detail: str = ""


class PrintTrouble(StrEnum):
    """Why there is no sheet as it was wished for, why it did not get to a printer, or could not be locked."""

    NO_SPOOLER = "no-spooler"
    NOT_TAKEN = "not-taken"
    UNUSABLE_PASSWORD = "unusable-password"  # of a PDF: too long, or with signs that no reader takes
    NOBODY = "nobody"  # the care notes hold nobody yet
    WHOM = "whom"  # they hold several people, and none was chosen
    NO_VISIT = "no-visit"  # none to come, or none with this number
    NO_MEASURE = "no-measure"  # nothing of this code is measured
    PERIOD = "period"  # an end before its beginning
    NO_DAY = "no-day"  # a day that no calendar has, or that is in nobody's life
    HOURS = "hours"  # fewer or more than a handover reaches
    NOTHING = "nothing"  # nothing was chosen that could stand on it
    UNKNOWN_PART = "unknown-part"  # the sheet has no part of this code; `detail` is the code
    NO_ADDRESS = "no-address"  # a sheet that leads somewhere, of something without an address
    NO_COUNTRY = "no-country"  # helplines of which country: nobody said
    FUND_RAISING = "fund-raising"  # an awareness day that asks for money: no flyer is made of it
    TOO_MANY = "too-many"  # more than this sheet holds; `detail` is how many it may hold
    TOO_LONG = "too-long"  # hundreds of pages, for which the typesetter would take all of the computer's memory
    SECRET = "secret"  # it carries a key: made elsewhere, after the passphrase; `detail` is the kind of sheet


@dataclass(eq=False)
class PrintError(CaregiverError):
    """There is no such sheet, or it did not get to a printer. `detail` is a fact of ours, never a word of notes."""

    kind: PrintTrouble
    detail: str = ""


class ShareTrouble(StrEnum):
    """Why something is not passed on."""

    NOTHING = "nothing"  # nothing was chosen
    NOT_SHAREABLE = "not-shareable"  # something among it that may not be
    NOT_SETTLED = "not-settled"  # the guard found details that nobody decided on; `detail` is how many
    TOO_LONG = "too-long"  # the message; `detail` is how many signs it may have
    TOO_MANY = "too-many"  # more than this form holds; `detail` is how many it may hold
    LINK_TOO_LONG = "link-too-long"  # no phone could read its code
    POST_TOO_LONG = "post-too-long"  # no way to fit it into posts; `detail` is how many signs one may have


@dataclass(eq=False)
class ShareError(CaregiverError):
    """Something is not passed on; nothing left this computer and nothing was written. `detail` is a number."""

    kind: ShareTrouble
    detail: str = ""
