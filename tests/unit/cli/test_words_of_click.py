"""What click says by itself is said in the language that is spoken, in help and about wrong usage."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from caregiver_app.cli.words_of_click import words_of_click, words_of_many
from caregiver_app.support.i18n import ORIGINAL, use_language
from tests.helpers.command_line import CommandLine

CLICK = "".join(path.read_text(encoding="utf-8") for path in Path(click.__file__).parent.glob("*.py"))


@pytest.fixture
def spanish() -> Iterator[None]:
    use_language("es")
    yield
    use_language(ORIGINAL)


@pytest.mark.usefixtures("spanish")
def test_help_is_in_one_language(caregiver: CommandLine) -> None:
    said = caregiver("source", "--help").out
    assert said.startswith("Uso: caregiver source ")
    assert "\nOpciones:\n  -h, --help  Muestra esta ayuda y termina.\n" in said
    assert "\nComandos:\n" in said
    said = caregiver("pack", "new", "--help").out
    assert "[obligatorio]" in said
    assert "[valor por defecto: en]" in said


@pytest.mark.usefixtures("spanish")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nix",), "No hay ningún comando 'nix'."),
        (("source", "--nix"), "No hay ninguna opción '--nix'."),
        (("doctor", "--rescu"), "No hay ninguna opción '--rescu'. ¿Quería decir '--rescue'?"),
        (("source", "add"), "Falta el argumento 'ADDRESS'."),
        (("doctor", "a", "b"), "Sobran argumentos (a b)"),
        (("doctor", "--rescue=1"), "La opción '--rescue' no lleva ningún valor."),
        (("article", "list", "--sort"), "La opción '--sort' necesita un argumento."),
        (("search", "x", "--limit", "many"), "Valor no válido para '--limit': 'many' no es un número entero."),
        (("search", "x", "--limit", "0"), "Valor no válido para '--limit': 0 no está en el intervalo 1<=x<=1000000."),
        (("article", "list", "--sort", "x"), "Valor no válido para '--sort': 'x' no es ninguno de "),
    ],
)
def test_wrong_usage_is_said_in_the_language_that_is_spoken(
    caregiver: CommandLine, arguments: tuple[str, ...], said: str
) -> None:
    ran = caregiver(*arguments)
    assert (ran.code, ran.err[: len(said)]) == (2, said)


def test_the_words_are_those_that_click_asks_for() -> None:
    """Else a newer click would say its own words again, and nobody would see it."""
    asked = {*words_of_click(), *words_of_many(1)}
    assert [text for text in asked if f'"{text}"' not in CLICK.replace("\\n", "\n").replace("\\t", "\t")] == []
