"""Prints what each form of a share comes to, as a process of its own that may run anywhere, as anybody, at any time."""

from __future__ import annotations

import hashlib
import sys

from caregiver_app.model.card import Channel, PictureForm, ShareForm
from caregiver_app.sharing.rendering import render
from tests.helpers.sharing import content


def fingerprints() -> list[str]:
    """Return a line for each form: its name and the hash of its bytes."""
    forms = [
        *(ShareForm(channel=channel) for channel in Channel),
        ShareForm(channel=Channel.QR, picture=PictureForm.SVG),
    ]
    return [
        f"{form.channel.value} {form.picture.value} {hashlib.sha256(render(content(), form).data).hexdigest()}"
        for form in forms
    ]


if __name__ == "__main__":
    sys.stdout.write("\n".join(fingerprints()) + "\n")
