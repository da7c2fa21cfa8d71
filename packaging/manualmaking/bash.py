"""Completion for bash."""

from __future__ import annotations

import shlex

from manualmaking.following import ANYTHING, FILES, FOLDERS, behind, below, options
from manualmaking.tree import CommandFacts

_FORM = """\
# Completion of caregiver for bash 4 and later. Made from the commands; it starts nothing.

_caregiver_below() {
    case "$1" in
@BELOW@
    esac
}

_caregiver_options() {
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
    local current=${COMP_WORDS[COMP_CWORD]} last=${COMP_WORDS[COMP_CWORD - 1]} path="" place word wanted
    COMPREPLY=()
    for ((place = 1; place < COMP_CWORD; place++)); do
        word=${COMP_WORDS[place]}
        if [[ $word == -* ]]; then
            [[ -n $(_caregiver_behind "$path" "$word") ]] && ((place++))
        elif [[ " $(_caregiver_below "$path") " == *" $word "* ]]; then
            path=${path:+$path }$word
        fi
    done
    wanted=$(_caregiver_behind "$path" "$last")
    case "$wanted" in
        @FILES@)
            compopt -o filenames
            mapfile -t COMPREPLY < <(compgen -f -- "$current")
            return
            ;;
        @FOLDERS@)
            compopt -o filenames
            mapfile -t COMPREPLY < <(compgen -d -- "$current")
            return
            ;;
        @ANYTHING@) return ;;
        "")
            if [[ $current == -* ]]; then
                wanted=$(_caregiver_options "$path")
            else
                wanted=$(_caregiver_below "$path")
            fi
            ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$wanted" -- "$current")
}

complete -o bashdefault -o default -F _caregiver caregiver
"""


def bash_completion(tree: CommandFacts) -> str:
    """Return the file for bash."""
    commands = tuple(tree.walk())
    parts = {
        "@BELOW@": [_case(_path(each), " ".join(below(each))) for each in commands if below(each)],
        "@OPTIONS@": [_case(_path(each), " ".join(options(each))) for each in commands],
        "@BEHIND@": behind_cases(commands),
        "@FILES@": [FILES],
        "@FOLDERS@": [FOLDERS],
        "@ANYTHING@": [ANYTHING],
    }
    form = _FORM
    for sign, lines in parts.items():
        form = form.replace(sign, "\n".join(lines))
    return form


def behind_cases(commands: tuple[CommandFacts, ...]) -> list[str]:
    """Return the branches that say what stands behind an option of a command, as bash and zsh read them."""
    return [_case(f"{_path(each)} {name}", words) for each in commands for name, words in behind(each).items()]


def _path(command: CommandFacts) -> str:
    return " ".join(command.path)


def _case(pattern: str, words: str) -> str:
    return f"        {shlex.quote(pattern)}) echo {shlex.quote(words)} ;;"
