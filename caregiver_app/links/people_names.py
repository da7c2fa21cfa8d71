"""Names of parameters, and words in paths, behind which something about a person stands. Pure.

All in lower case, without marks: `patient_id` and `patientId` are `patientid`.
"""

from __future__ import annotations

OF_READERS = frozenset(
    (
        *("e", "em", "ea", "email", "emailaddress", "mail", "m", "u", "uid", "user", "userid", "username", "login"),
        *("recipient", "to", "addr", "address", "contact", "subscriber", "member", "id", "rcpt", "reader", "who"),
    )
)
"""Names whose value, where it is an e-mail address, says who reads."""

OF_PEOPLE = frozenset(
    (
        *("phone", "telephone", "tel", "telno", "phonenumber", "mobile", "mobileno", "cell", "msisdn", "whatsapp"),
        *("dob", "birth", "birthday", "birthdate", "nhs", "ssn"),
        *("nhsno", "nhsnumber", "patient", "patientid", "member", "memberid", "customer", "customerid", "client"),
        *("clientid", "donor", "donorid", "supporter", "contactid", "person", "personid", "constituent", "account"),
        *("accountid", "userid", "uid", "mrn", "claim", "booking", "appointment"),
    )
)
"""Names whose value is about somebody where it holds a number."""

ABOUT_PEOPLE = frozenset(
    (
        *("firstname", "lastname", "fullname", "surname", "fname", "lname", "givenname", "familyname", "yourname"),
        *("patientname", "clientname", "customername", "carername", "caregivername", "residentname", "membername"),
        *("childname", "contactname", "personname", "donorname", "nameofpatient"),
        *("postcode", "postalcode", "zip", "zipcode", "plz", "lat", "lng", "lon", "latitude", "longitude", "latlng"),
    )
)
"""Names whose value is about somebody, whatever it is: who they are, where they look for help."""

BEFORE_SHORT_KEYS = frozenset(
    (
        *("reset", "resetpassword", "passwordreset", "invite", "invites", "invitation", "invitations", "verify"),
        *("verifyemail", "verification", "confirm", "confirmemail", "confirmation", "activate", "activation"),
        *("unsubscribe", "optout", "magic", "magiclink", "join", "t", "ref", "referral"),
    )
)
"""Words before a key of one person, in a path or as a parameter, so that a short one already counts as drawn."""
