"""Style rules for things one can press, fill in or scroll. Part of the one style sheet (`qss`)."""

from __future__ import annotations

from caregiver_app.ui.theme.theme import Theme


def buttons(theme: Theme) -> str:
    """Style buttons by `kind`: main, normal, quiet, tool, chip; `iconOnly` makes them square."""
    tokens, px, edge = theme.tokens, theme.px, theme.edge
    height = px(44) - 2 * edge
    chip = px(38) - 2 * edge
    return f"""
QPushButton, QCheckBox {{ outline: none; }}
QPushButton {{ min-height: {height}px; padding: 0 {px(16)}px; border-radius: {px(8)}px; font-weight: 700;
    border: {edge}px solid {tokens.line_strong}; background: {tokens.surface}; color: {tokens.text}; }}
QPushButton:hover {{ background: {tokens.accent_soft}; }}
QPushButton:checked {{ background: {tokens.accent_soft}; border-color: {tokens.accent}; color: {tokens.accent}; }}
QPushButton:pressed {{ background: {tokens.accent_soft_2}; color: {tokens.text}; }}
QPushButton:disabled {{ color: {tokens.text_disabled}; background: {tokens.sunken}; border-color: {tokens.line}; }}
QPushButton[kind="main"] {{ background: {tokens.accent}; border-color: {tokens.accent}; color: {tokens.on_accent}; }}
QPushButton[kind="main"]:hover {{ background: {tokens.accent_hover}; border-color: {tokens.accent_hover}; }}
QPushButton[kind="main"]:pressed {{ background: {tokens.accent_press}; border-color: {tokens.accent_press};
    color: {tokens.on_accent}; }}
QPushButton[kind="quiet"], QPushButton[kind="tool"] {{ background: transparent; border-color: transparent;
    padding: 0 {px(12)}px; }}
QPushButton[kind="quiet"] {{ color: {tokens.accent}; }}
QPushButton[kind="tool"] {{ color: {tokens.text}; font-weight: 400; }}
QPushButton[kind="quiet"]:hover, QPushButton[kind="tool"]:hover {{ background: {tokens.accent_soft}; }}
QPushButton[kind="tool"]:checked {{ background: {tokens.accent_soft}; border-color: transparent;
    color: {tokens.accent}; }}
QPushButton[kind="quiet"]:pressed, QPushButton[kind="tool"]:pressed {{ background: {tokens.accent_soft_2};
    color: {tokens.text}; }}
QPushButton[kind="quiet"]:disabled, QPushButton[kind="tool"]:disabled {{ background: transparent;
    color: {tokens.text_disabled}; }}
QPushButton[kind="chip"] {{ min-height: {chip}px; padding: 0 {px(13)}px; border-radius: {px(38) // 2 - 1}px; }}
QPushButton[kind="chip"]:checked {{ background: {tokens.accent}; border-color: {tokens.accent};
    color: {tokens.on_accent}; }}
QPushButton[kind="chip"]:checked:hover {{ background: {tokens.accent_hover}; border-color: {tokens.accent_hover}; }}
QPushButton[kind="chip"]:checked:pressed {{ background: {tokens.accent_press}; color: {tokens.on_accent}; }}
QPushButton[kind="toast"] {{ background: transparent; border-color: transparent; color: {tokens.toast_action};
    padding: 0 {px(12)}px; }}
QPushButton[kind="toast"]:hover, QPushButton[kind="toast"]:pressed {{ background: transparent;
    border-color: {tokens.toast_action}; color: {tokens.toast_action}; }}
QPushButton[iconOnly="true"] {{ padding: 0; min-width: {height}px; max-width: {height}px; }}
"""


def fields(theme: Theme) -> str:
    """Style fields for one line and for many; `error` gives the edge of a field that needs mending."""
    tokens, px, edge = theme.tokens, theme.px, theme.edge
    return f"""
QLineEdit, QPlainTextEdit, QTextEdit {{ background: {tokens.surface}; color: {tokens.text};
    border: {edge}px solid {tokens.line_strong}; border-radius: {px(8)}px; padding: 0 {px(12)}px;
    selection-background-color: {tokens.accent}; selection-color: {tokens.on_accent};
    placeholder-text-color: {tokens.text_2}; }}
QLineEdit {{ min-height: {px(44) - 2 * edge}px; }}
QPlainTextEdit, QTextEdit {{ padding: {px(8)}px {px(12)}px; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus {{ border-color: {tokens.accent}; }}
QPlainTextEdit[kind="read"] {{ border-color: transparent; border-radius: 0; padding: 0; }}
QPlainTextEdit[kind="read"]:focus {{ border-color: {tokens.accent}; }}
QTextBrowser, QTextBrowser:focus {{ border: none; border-radius: 0; padding: 0; background: {tokens.surface}; }}
QLineEdit:disabled, QPlainTextEdit:disabled {{ color: {tokens.text_disabled};
    background: {tokens.sunken}; border-color: {tokens.line}; }}
*[error="true"] {{ border: {edge + 1}px solid {tokens.urgent.line}; }}
"""


def lists(theme: Theme) -> str:
    """Style lists, trees and the areas that scroll; rows are painted by their delegates."""
    tokens = theme.tokens
    return f"""
QAbstractItemView {{ background: {tokens.surface_alt}; border: none; outline: none;
    selection-background-color: {tokens.selection}; selection-color: {tokens.on_selection}; }}
QAbstractItemView[kind="inside"] {{ background: transparent; }}
QScrollArea, QScrollArea > QWidget > QWidget[kind="page"] {{ background: transparent; border: none; }}
"""


def menus(theme: Theme) -> str:
    """Style context menus and the menus behind "More"."""
    tokens, px, edge = theme.tokens, theme.px, theme.edge
    pad = px(12)
    return f"""
QMenu {{ background: {tokens.surface}; border: {edge}px solid {tokens.line_strong}; padding: {px(6)}px; }}
QMenu::item {{ padding: {pad}px {px(24)}px {pad}px {px(16)}px; border-radius: {px(6)}px; color: {tokens.text}; }}
QMenu::item:selected {{ background: {tokens.selection}; color: {tokens.on_selection}; }}
QMenu::item:disabled {{ color: {tokens.text_disabled}; }}
QMenu::icon {{ padding-left: {px(10)}px; }}
QMenu::separator {{ height: {edge}px; background: {tokens.line}; margin: {px(6)}px; }}
"""


def progress(theme: Theme) -> str:
    """Style progress bars: stepped, with their words beside them."""
    tokens, px, edge = theme.tokens, theme.px, theme.edge
    return f"""
QProgressBar {{ background: {tokens.surface}; border: {edge}px solid {tokens.line_strong};
    border-radius: {px(10) // 2 - 1}px; min-height: {px(10) - 2 * edge}px; max-height: {px(10) - 2 * edge}px; }}
QProgressBar::chunk {{ background: {tokens.accent}; border-radius: {max(1, px(10) // 2 - 1 - edge)}px; }}
"""


def scroll_bars(theme: Theme) -> str:
    """Style scroll bars: broad, always there, without arrows."""
    tokens, px = theme.tokens, theme.px
    radius = px(10) // 2 - 1
    return f"""
QScrollBar:vertical {{ background: transparent; width: {px(14)}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {px(14)}px; margin: 0; }}
QScrollBar::handle {{ background: {tokens.line_strong}; border-radius: {radius}px; margin: {px(2)}px; }}
QScrollBar::handle:hover {{ background: {tokens.text_2}; }}
QScrollBar::handle:vertical {{ min-height: {px(44)}px; }}
QScrollBar::handle:horizontal {{ min-width: {px(44)}px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
"""
