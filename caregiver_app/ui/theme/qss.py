"""The one style sheet, made from the theme. Looks hang on dynamic properties: `kind`, `role`, `ink`, `tone`.

No widget has a style sheet of its own. Body text and its colour come from the application's font and palette: a rule
for all widgets would be passed down from each widget to all inside it, and a change of theme took ten times as long.
"""

from __future__ import annotations

from caregiver_app.ui.theme.qss_controls import buttons, fields, lists, menus, progress, scroll_bars
from caregiver_app.ui.theme.theme import Theme
from caregiver_app.ui.theme.type_roles import SIZES


def style_sheet(theme: Theme) -> str:
    """Return the style sheet of the whole application."""
    parts = (_base, _roles, _inks, _grounds, buttons, fields, lists, menus, progress, scroll_bars)
    return "\n".join(part(theme) for part in parts)


def _base(theme: Theme) -> str:
    return f"""
QMainWindow, QDialog {{ background: {theme.tokens.canvas}; }}
QToolTip {{ background: {theme.tokens.surface}; color: {theme.tokens.text};
    border: {theme.edge}px solid {theme.tokens.line_strong}; padding: {theme.px(8)}px; }}
"""


def _roles(theme: Theme) -> str:
    return "\n".join(
        f'*[role="{role.value}"] {{ font-size: {theme.px(size.px)}px; font-weight: {700 if size.bold else 400}; }}'
        for role, size in SIZES.items()
    )


def _inks(theme: Theme) -> str:
    tokens = theme.tokens
    inks = {
        "text": tokens.text,
        "text-2": tokens.text_2,
        "accent": tokens.accent,
        "on-accent": tokens.on_accent,
        "on-toast": tokens.on_toast,
        "info": tokens.info.ink,
        "ok": tokens.ok.ink,
        "warn": tokens.warn.ink,
        "urgent": tokens.urgent.ink,
        "private": tokens.private.ink,
    }
    rules = [f'QLabel[ink="{name}"] {{ color: {colour}; }}' for name, colour in inks.items()]
    return "\n".join([*rules, f"QLabel:disabled {{ color: {tokens.text_disabled}; }}"])


def _grounds(theme: Theme) -> str:
    tokens, edge = theme.tokens, theme.edge
    return f"""
*[kind="surface"] {{ background: {tokens.surface}; }}
*[kind="surface-alt"] {{ background: {tokens.surface_alt}; }}
*[kind="bar"] {{ background: {tokens.surface}; border: none; border-bottom: {edge}px solid {tokens.line}; }}
*[kind="card"] {{ background: {tokens.surface}; border: {edge}px solid {tokens.line};
    border-radius: {theme.px(12)}px; }}
*[kind="inset"] {{ background: {tokens.surface_alt}; border: {edge}px solid {tokens.line};
    border-radius: {theme.px(10)}px; }}
*[kind="sunken"] {{ background: {tokens.sunken}; border: {edge}px solid {tokens.line};
    border-radius: {theme.px(10)}px; }}
*[kind="hairline"] {{ background: {tokens.line}; border: none; }}
"""
