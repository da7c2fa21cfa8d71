"""TLS: the name that was asked for is what the certificate must prove; there is no way around it."""

from __future__ import annotations

import socket
import ssl
from pathlib import Path

import pytest

from caregiver_app.model.errors import WebTrouble
from caregiver_app.web.trust import context_from_files, system_context
from tests.helpers.door import Door
from tests.helpers.http_server import Answer, ScriptedServer
from tests.helpers.tls import Authority


def test_a_proved_server_is_asked_by_its_name(authority: Authority) -> None:
    tls = authority.server("feeds.example")
    with ScriptedServer(also=["127.0.0.2"], tls=tls) as server, Door(ssl_context=authority.client()) as door:
        door.names.known["feeds.example"] = ["127.0.0.2"]
        server.answer("/", Answer(body=b"x"))
        assert door.get(server.url("/", "feeds.example"), allow_private=False).body == b"x"
        assert server.requests[0].header("Host") == f"feeds.example:{server.port}"
        assert server.requests[0].reached == "127.0.0.2"


@pytest.mark.parametrize("case", ["another name", "expired", "unknown authority"])
def test_a_server_that_proves_nothing_is_not_asked(authority: Authority, case: str) -> None:
    """Not even where a person typed its address: nothing is sent, and the ledger says so."""
    stranger = Authority() if case == "unknown authority" else authority
    names = ["other.example"] if case == "another name" else ["127.0.0.1"]
    tls = stranger.server(*names, expired=case == "expired")
    with ScriptedServer(tls=tls) as server, Door(ssl_context=authority.client()) as door:
        error = door.trouble(server.url())
        assert error.kind is WebTrouble.TLS
        assert error.detail
        assert server.requests == []
        assert [(line.result, line.sent_bytes) for line in door.ledger.lines] == [("tls", 0)]


@pytest.mark.parametrize("said", [b"HTTP/1.1 400 Bad Request\r\n\r\n", b""])
def test_a_server_that_speaks_no_tls_is_not_asked(authority: Authority, said: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener, Door(ssl_context=authority.client()) as door:
        under_way = door.begin(f"https://127.0.0.1:{listener.getsockname()[1]}/")
        with listener.accept()[0] as plain:
            plain.recv(65_536)
            plain.sendall(said)
        assert getattr(under_way.exception(), "kind", None) is WebTrouble.TLS


def test_the_systems_certificates_are_verified_against() -> None:
    context = system_context()
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname
    assert context.minimum_version >= ssl.TLSVersion.TLSv1_2


def test_a_bundle_is_found_where_openssl_finds_none(
    authority: Authority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a frozen application, whose OpenSSL looks where it was built."""
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "missing.pem"))
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path / "missing"))
    bundle = tmp_path / "bundle.pem"
    bundle.write_bytes(authority.certificate())
    context = context_from_files([str(tmp_path / "absent.pem"), str(bundle)])
    with ScriptedServer(tls=authority.server("127.0.0.1")) as server, Door(ssl_context=context) as door:
        server.answer("/", Answer(body=b"x"))
        assert door.get(server.url()).body == b"x"


def test_a_certificate_of_our_own_is_not_believed_by_the_system(authority: Authority) -> None:
    with ScriptedServer(tls=authority.server("127.0.0.1")) as server, Door() as door:
        assert door.trouble(server.url()).kind is WebTrouble.TLS
        assert server.requests == []


def test_a_secure_body_cut_without_farewell_is_truncated(authority: Authority) -> None:
    raw = b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nbody"
    with ScriptedServer(tls=authority.server("127.0.0.1")) as server, Door(ssl_context=authority.client()) as door:
        server.answer("/", Answer(raw=raw, close=True))
        assert door.trouble(server.url()).kind is WebTrouble.TRUNCATED


def test_no_variable_has_the_keys_of_connections_written_down(
    authority: Authority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Python's usual context would: whoever has that file reads what was asked, from a record of the line."""
    keys, trusted = tmp_path / "keys.log", tmp_path / "trusted.pem"
    trusted.write_bytes(authority.certificate())
    monkeypatch.setenv("SSLKEYLOGFILE", str(keys))
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
    with ScriptedServer(tls=authority.server("127.0.0.1")) as server, Door(ssl_context=system_context()) as door:
        server.answer("/", Answer(body=b"x"))
        assert door.get(server.url()).body == b"x"
    assert not keys.exists()
