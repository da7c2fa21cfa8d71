"""What is said of a finding of the guard: what it is called, why it should not leave, what could stand in its place."""

from __future__ import annotations

from caregiver_app.model.guard import Finding, FindingKind
from caregiver_app.model.private import PrivateKind
from caregiver_app.support.i18n import gettext as _


def finding_word(finding: Finding) -> str:
    """Return what a finding is, in a word or two."""
    return {
        FindingKind.EMAIL: _("E-mail address"),
        FindingKind.PHONE: _("Phone number"),
        FindingKind.OWN_PHONE: _("Your phone number"),
        FindingKind.SERVICE_PHONE: _("Service number"),
        FindingKind.ADDRESS: _("Postal address"),
        FindingKind.POSTCODE: _("Postcode"),
        FindingKind.BIRTH_DATE: _("Birth date"),
        FindingKind.AGE: _("Age"),
        FindingKind.NAME: _("Name"),
        FindingKind.NATIONAL_NUMBER: _("Personal number"),
        FindingKind.RECORD_NUMBER: _("Record number"),
        FindingKind.CARD: _("Card number"),
        FindingKind.IBAN: _("Bank account"),
        FindingKind.COORDINATES: _("Place on the map"),
        FindingKind.IP_ADDRESS: _("Internet address of a device"),
        FindingKind.MAC_ADDRESS: _("Number of a device"),
        FindingKind.FILE_PATH: _("File path"),
        FindingKind.PRIVATE_LINK: _("Private link"),
        FindingKind.LEADS_ON: _("Link that leads on"),
        FindingKind.ROOM: _("Room or ward"),
        FindingKind.TREATMENT_DATE: _("Date of treatment"),
        FindingKind.PRIVATE_WORD: _("From your care notes"),
        FindingKind.PRIVATE_WORDS_UNCHECKED: _("Care notes are locked"),
    }[finding.kind]


def finding_reason(finding: Finding) -> str:
    """Return why a finding should not leave, in one sentence."""
    if finding.kind is FindingKind.NATIONAL_NUMBER:
        return _national_reason(finding.rule)
    if finding.kind is FindingKind.PRIVATE_WORD:
        return _private_reason(finding.rule)
    if finding.kind is FindingKind.LEADS_ON:
        # Translators: {host} is where the link may lead in the end
        return _("The address of {host} stands in it: the page may send readers on there.").format(host=finding.rule)
    if finding.kind is FindingKind.PRIVATE_LINK and finding.rule:
        return _("It tells of you to whoever opens it. The clean link leads to the same page.")
    return {
        FindingKind.EMAIL: _("Whoever reads this can write to this person."),
        FindingKind.PHONE: _("Whoever reads this can call this number."),
        FindingKind.OWN_PHONE: _("This looks like your own number. It may be passed on to people you do not know."),
        FindingKind.SERVICE_PHONE: _("This looks like the number of a service, but it is none that we know."),
        FindingKind.ADDRESS: _("It says where somebody lives."),
        FindingKind.POSTCODE: _("A postcode leads to a few houses."),
        FindingKind.BIRTH_DATE: _("A birth date helps strangers to pass for somebody."),
        FindingKind.AGE: _("With what else is known, an age can say who is meant."),
        FindingKind.NAME: _("A name says who is meant."),
        FindingKind.RECORD_NUMBER: _("A number on file opens what is kept about somebody."),
        FindingKind.CARD: _("A card number can be used to pay."),
        FindingKind.IBAN: _("It is the number of a bank account."),
        FindingKind.COORDINATES: _("It leads to within a few steps of a place."),
        FindingKind.IP_ADDRESS: _("It tells which connection a computer uses."),
        FindingKind.MAC_ADDRESS: _("It tells one device from all others."),
        FindingKind.FILE_PATH: _("It holds the name of who uses the computer."),
        FindingKind.PRIVATE_LINK: _("Whoever has this link opens it in your name."),
        FindingKind.ROOM: _("It says where in the house somebody is."),
        FindingKind.TREATMENT_DATE: _("It says when somebody was treated or will be."),
        FindingKind.PRIVATE_WORDS_UNCHECKED: _(
            "Your care notes are locked, so nobody looked for the names and words in them."
        ),
    }[finding.kind]


def finding_suggestion(finding: Finding) -> str:
    """Return words that could stand in the place of a finding, "" where it is best taken out."""
    if finding.kind is FindingKind.AGE:
        return _rough_age(finding.text)
    if finding.kind is FindingKind.PRIVATE_WORD:
        return _private_suggestion(finding.rule)
    if finding.kind is FindingKind.NAME:
        return _name_suggestion(finding.rule)
    if finding.kind is FindingKind.PRIVATE_LINK:
        return finding.rule  # its clean form, where it has one
    return {
        FindingKind.EMAIL: _("by e-mail"),
        FindingKind.PHONE: _("by phone"),
        FindingKind.OWN_PHONE: _("the number you have"),
        FindingKind.ADDRESS: _("our home"),
        FindingKind.POSTCODE: _("our area"),
        FindingKind.BIRTH_DATE: _("long ago"),
        FindingKind.NATIONAL_NUMBER: _("the number on the card"),
        FindingKind.RECORD_NUMBER: _("the number on the letter"),
        FindingKind.COORDINATES: _("our area"),
        FindingKind.FILE_PATH: _("a file"),
        FindingKind.ROOM: _("the ward"),
        FindingKind.TREATMENT_DATE: _("soon"),
        FindingKind.PRIVATE_WORDS_UNCHECKED: _("Unlock your care notes, or read the text once more for names."),
    }.get(finding.kind, "")


def _national_reason(rule: str) -> str:
    name = _number_names().get(rule, "")
    if not name:
        return _("This looks like a number that belongs to one person.")
    return _("This looks like a number of this kind: {kind}.").format(kind=name)


def _number_names() -> dict[str, str]:
    """Return what numbers are called where they are given out; most have no name in other languages."""
    return {
        "gb-nhs": _("NHS number"),
        "gb-chi": _("CHI number"),
        "gb-nino": _("National Insurance number"),
        "gb-driving": _("driving licence"),
        "gb-utr": _("tax reference"),
        "ie-pps": _("PPS number"),
        "us-ssn": _("Social Security number"),
        "us-itin": _("taxpayer number"),
        "us-mbi": _("Medicare number"),
        "ca-sin": _("Social Insurance Number"),
        "au-medicare": _("Medicare number"),
        "au-ihi": _("healthcare identifier"),
        "au-tfn": _("tax file number"),
        "nz-nhi": _("NHI number"),
        "nz-ird": _("IRD number"),
        "de-kvnr": "Krankenversichertennummer",
        "de-pension": "Rentenversicherungsnummer",
        "fr-nir": "numéro de sécurité sociale",
        "es-dni": "DNI",
        "es-nie": "NIE",
        "es-social": "número de la Seguridad Social",
        "it-fiscal": "codice fiscale",
        "nl-bsn": "burgerservicenummer",
    } | {f"ca-{province}-health": _("health card number") for province in _PROVINCES}


_PROVINCES = ("ab", "bc", "mb", "nb", "nl", "ns", "on", "pe", "qc", "sk")


def _private_reason(rule: str) -> str:
    return {
        PrivateKind.NAME: _("This name is in your care notes."),
        PrivateKind.PHONE: _("This phone number is in your care notes."),
        PrivateKind.NUMBER: _("This number is in your care notes."),
        PrivateKind.ADDRESS: _("This address is in your care notes."),
        PrivateKind.DATE: _("This date is in your care notes."),
        PrivateKind.PLACE: _("This place is in your care notes."),
        PrivateKind.MEDICINE: _("This medicine is in your care notes."),
        PrivateKind.CONDITION: _("This condition is in your care notes."),
    }[PrivateKind(rule)]


def _name_suggestion(rule: str) -> str:
    """Return who could stand there instead; after "my mother" and the like the name is best left out."""
    return {
        "doctor": _("the doctor"),
        "nurse": _("the nurse"),
        "relative": _("a relative"),
        "titled": _("somebody I know"),
        "called": _("somebody I know"),
        "somebody": _("somebody I know"),
        "beside": _("somebody I know"),
    }.get(rule, "")


def _private_suggestion(rule: str) -> str:
    return {
        PrivateKind.NAME: _("somebody I know"),
        PrivateKind.PLACE: _("the clinic"),
        PrivateKind.ADDRESS: _("our home"),
        PrivateKind.MEDICINE: _("a medicine"),
        PrivateKind.CONDITION: _("an illness"),
    }.get(PrivateKind(rule), "")


def _rough_age(written: str) -> str:
    """Return "over 80" for "83" and "83 years old"; of a child nothing that is rough enough is left to say."""
    years = int("".join(sign for sign in written[:3] if sign.isdigit()) or 0)
    if years < 20:
        return ""
    return _("over {age}").format(age=years // 10 * 10)
