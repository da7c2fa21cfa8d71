"""Completion for zsh."""

from __future__ import annotations

import shlex
from collections.abc import Mapping

from manualmaking.bash import behind_cases
from manualmaking.following import ANYTHING, FILES, FOLDERS, below, options
from manualmaking.tree import CommandFacts

_FORM = """\
#compdef caregiver
# Completion of caregiver for zsh. Made from the commands; it starts nothing.

_caregiver_below() {
    reply=()
    case "$1" in
@BELOW@
    esac
}

_caregiver_options() {
    reply=()
    case "$1" in
@OPTIONS@
    esac
}

_caregiver_behind() {
    case "$1 $2" in
@BEHIND@
    esac
}

_caregiver() {
    local here="" word wanted
    local -i place
    local -a reply
    for ((place = 2; place < CURRENT; place++)); do
        word=${words[place]}
        if [[ $word == -* ]]; then
            [[ -n $(_caregiver_behind "$here" "$word") ]] && ((place++))
        else
            _caregiver_below "$here"
            [[ -n ${(M)reply:#${(b)word}(|:*)} ]] && here=${here:+$here }$word
        fi
    done
    wanted=$(_caregiver_behind "$here" "${words[CURRENT - 1]}")
    case "$wanted" in
        @FILES@) _files ;;
        @FOLDERS@) _files -/ ;;
        @ANYTHING@) ;;
        ?*) compadd -- ${=wanted} ;;
        *)
            if [[ ${words[CURRENT]} == -* ]]; then
                _caregiver_options "$here"
                _describe -o option reply
                return
            fi
            _caregiver_below "$here"
            if ((${#reply})); then
                _describe command reply
            else
                _files
            fi
            ;;
    esac
}

if [[ $funcstack[1] == _caregiver ]]; then
    _caregiver "$@"
else
    compdef _caregiver caregiver
fi
"""


def zsh_completion(tree: CommandFacts) -> str:
    """Return the file for zsh."""
    commands = tuple(tree.walk())
    parts = {
        "@BELOW@": [_case(each, below(each)) for each in commands if below(each)],
        "@OPTIONS@": [_case(each, options(each)) for each in commands],
        "@BEHIND@": behind_cases(commands),
        "@FILES@": [FILES],
        "@FOLDERS@": [FOLDERS],
        "@ANYTHING@": [ANYTHING],
    }
    form = _FORM
    for sign, lines in parts.items():
        form = form.replace(sign, "\n".join(lines))
    return form


def _case(command: CommandFacts, words: Mapping[str, str]) -> str:
    told = " ".join(shlex.quote(f"{word}:{what}" if what else word) for word, what in words.items())
    return f"        {shlex.quote(' '.join(command.path))}) reply=({told}) ;;"
