"""The programs that make what ships say how they are called, and write nothing where they are not called so."""

from __future__ import annotations

from types import ModuleType

import pytest

import make_confusables
import make_link_rules
import make_notices
import make_words

_MAKERS = (make_confusables, make_link_rules, make_notices, make_words)


@pytest.mark.parametrize("maker", _MAKERS, ids=[maker.__name__ for maker in _MAKERS])
def test_a_maker_answers_whoever_asks_for_help(maker: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert maker.main(["--help"]) == 0
    assert f"packaging/{maker.__name__}.py" in capsys.readouterr().out
    assert maker.main(["--nonsense", "twice", "over"]) == 2
