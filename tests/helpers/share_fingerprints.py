"""Prints what each form of a share comes to, as a process of its own that may run anywhere, as anybody, at any time."""

from __future__ import annotations

import hashlib
import sys

from caregiver_app.model.card import Channel, PictureForm, ShareForm
from caregiver_app.sharing.rendering import render
from tests.helpers.sharing import CHECKED_ON, content


def fingerprints() -> list[str]:
    """Return a line for each form: its name and the hash of its bytes."""
    forms = [
        *(ShareForm(channel=channel) for channel in Channel),
        ShareForm(channel=Channel.QR, picture=PictureForm.SVG),
    ]
    made = ((form, render(content(), form, on=CHECKED_ON).data) for form in forms)
    return [f"{form.channel.value} {form.picture.value} {hashlib.sha256(data).hexdigest()}" for form, data in made]


if __name__ == "__main__":
    sys.stdout.write("\n".join(fingerprints()) + "\n")
