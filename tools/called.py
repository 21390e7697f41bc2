"""The words of code that lessons and exercises call in passing, and what each does.

A lesson brings at most two new verbs, in its box. Its cells call more: Python's own words, and some
of pandas. Whoever does not know one finds it on the page of verbs, which :mod:`tools.pages` makes
from :data:`IN_PASSING`. Folded cells are not counted: they are not read.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import nbformat

IN_PASSING = {
    "print": '`print(a, b)` shows what is in them; with `sep="\\n"` one below the other',
    "len": "`len(x)`, how many: rows of a table, items of a list, characters of a text",
    "max": "`max(x)` or `column.max()`, the largest",
    "min": "`min(x)` or `column.min()`, the smallest",
    "sum": "`sum(x)` or `column.sum()`, all added up; of true and false, how often it is true",
    "round": "`round(x, 2)`, the number with two decimals",
    "int": "`int(x)`, a whole number",
    "list": "`list(x)` makes a list of what can be gone through",
    "dict": "`dict(zip(a, b))` makes a dict: look up in `a`, get its neighbour in `b`",
    "set": "`set(x)`, each value once; `one - other`, what is only in the first",
    "sorted": "`sorted(x)`, a list in order",
    "zip": "`zip(a, b)` goes through two lists side by side",
    "range": "`range(9, 15)`, the numbers from 9 to 14: the last one is left out",
    "combinations": "`combinations(x, 3)`, every choice of three",
    "item": "`column.item()` takes the one value out of a column that has one row",
    "itertuples": "`table.itertuples()` goes through the rows; then `row.text` is one cell",
    "set_option": "`pd.set_option(...)` tells pandas how wide to show tables",
    "DataFrame": "`pd.DataFrame(...)` makes a table, from columns in a dict or from rows in a list",
    "Series": "`pd.Series(...)` makes one column, with a name for each row",
    "Timestamp": '`pd.Timestamp("2024-03-16")`, a day that can be counted with',
    "Timedelta": "`pd.Timedelta(days=3)`, a length of time, to add or to take away",
    "DateOffset": "`pd.DateOffset(months=4)`, a length of time by the calendar",
    "MonthEnd": "`pd.offsets.MonthEnd()`, on to the last day of the month",
    "to_datetime": "`pd.to_datetime(column)` makes days of texts",
    "date": "`day.date()`, the day without an hour",
    "day_name": "`day.day_name()`, the day of the week",
    "tail": "`table.tail()`, the last rows",
    "concat": "`pd.concat([one, other])` puts one table below the other",
    "copy": "`table.copy()`, the same table again: a change leaves the first as it is",
    "set_index": '`table.set_index("column")` makes a column the names of the rows',
    "replace": "`column.replace(a, b)` puts one value in the place of another",
    "astype": "`column.astype(...)` makes another kind of value of each",
    "fillna": "`column.fillna(x)` fills the gaps",
    "str": "`column.str[:3]`, three letters of each text; behind `.str` stand verbs for texts",
    "dt": "`column.dt.days`: behind `.dt` stand verbs for days and lengths of time",
    "T": "`table.T`, rows and columns change places",
    "count": "`items.count(x)`, how often it is in a list",
    "append": "`items.append(x)` puts one more at the end of a list",
    "add": "`known.add(x)` puts one more into a set",
    "items": "`names.items()` goes through a dict, a name and its value at a time",
    "get": "`names.get(x)` looks up in a dict, and gives `None` where there is nothing",
    "lower": "`text.lower()`, in small letters",
    "split": '`text.split(";")` cuts a text into a list, at each `;`',
    "strip": "`text.strip()`, without blanks at its ends",
    "join": '`";".join(x)` makes one text of a list, with `;` between',
    "Path": '`Path("folder")`, the place of a file or a folder',
    "glob": '`folder.glob("*.csv")`, the files whose names fit',
    "rglob": '`folder.rglob("*.csv")`, the same, also in the folders within',
    "mkdtemp": "`mkdtemp()` makes an empty folder to try things in",
    "betweenness_centrality": "`nx.betweenness_centrality(x)`, on how many short ways one stands",
    "draw_networkx_edges": "`nx.draw_networkx_edges(...)` draws the lines of a network",
    "draw_networkx_labels": "`nx.draw_networkx_labels(...)` writes the names into its picture",
    "edges": "`network.edges(data=True)` goes through the ties, each with what is known of it",
    "display": "`display(x)` shows something in the middle of a cell, as its last line would be",
    "louvain_communities": "`nx.community.louvain_communities(network)` divides it into groups",
}
"""Word to what it does, as the page says it."""

_LOOKED_UP = {"str", "dt", "T"}
"""Words that stand behind a dot and are not called."""


def called(path: Path) -> list[str]:
    """Return what the open cells of a notebook call, in order; of the module's own nothing."""
    cells = [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
    trees = [(ast.parse(cell.source), "staging" in cell.metadata.get("tags", [])) for cell in cells]
    own = {name for tree, _ in trees for name in _own(tree)}
    names = (name for tree, is_folded in trees if not is_folded for name in _calls(tree, own))
    return list(dict.fromkeys(names))


def _own(tree: ast.AST) -> Iterator[str]:
    """Yield the names that a cell has from the module, or makes itself."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("realignment"):
            yield from (alias.asname or alias.name for alias in node.names)
        if isinstance(node, ast.FunctionDef):
            yield node.name


def _calls(tree: ast.AST, own: set[str]) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in _LOOKED_UP:
            yield node.attr
        if not isinstance(node, ast.Call):
            continue
        what = node.func
        if isinstance(what, ast.Name) and what.id not in own:
            yield what.id
        if isinstance(what, ast.Attribute):
            holder = what.value
            if not (isinstance(holder, ast.Name) and holder.id in own):
                yield what.attr
