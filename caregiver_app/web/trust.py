"""Which certificates are believed: those the system believes. There is no switch to believe others."""

from __future__ import annotations

import ssl
import sys
from collections.abc import Sequence
from pathlib import Path

import truststore

# Where distributions keep their bundle, for an OpenSSL that was built elsewhere and looks in a place that is not there.
_BUNDLES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
    "/etc/pki/tls/cert.pem",
    "/etc/ssl/cert.pem",
    "/etc/ssl/ca-bundle.pem",
)


def system_context() -> ssl.SSLContext:
    """Return a context that verifies servers as the system does.

    On Linux `truststore` would read the same files again for each connection (28 ms each, measured): once will do.
    """
    context: ssl.SSLContext
    if sys.platform in ("darwin", "win32"):
        context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    else:
        context = context_from_files(_BUNDLES)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.set_alpn_protocols(["http/1.1"])
    return context


def context_from_files(bundles: Sequence[str]) -> ssl.SSLContext:
    """Return a verifying context with the certificates that OpenSSL finds, else those of the first bundle there is.

    Not `ssl.create_default_context`, which writes the keys of every connection into a file where a variable names one.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_default_certs()
    defaults = ssl.get_default_verify_paths()
    if defaults.cafile or (defaults.capath and any(Path(defaults.capath).iterdir())):
        return context
    for bundle in bundles:
        if Path(bundle).is_file():
            context.load_verify_locations(cafile=bundle)
            break
    return context
