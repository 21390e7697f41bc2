"""What a picture of ties says in words: one panel, several in time, several side by side."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from realignment import dates
from realignment.ties import SIGN_WORDS, in_words


def tie_list(table: pd.DataFrame, names: Mapping[str, str]) -> str:
    """Say which pairs are friendly, hostile and mixed."""
    parts = []
    for sign, label in ((1, "Friendly"), (-1, "Hostile"), (0, "Mixed")):
        rows = table[table["sign"] == sign]
        if len(rows):
            pairs = (
                f"{names.get(a, a)}–{names.get(b, b)}"
                for a, b in zip(rows["source"], rows["target"], strict=True)
            )
            parts.append(f"{label}: {', '.join(pairs)}.")
    return " ".join(parts)


def in_time_order(headings: Iterable[str]) -> bool:
    """Tell whether all headings are dates, each later than the one before."""
    headings = list(headings)
    if not all(dates.is_edtf(heading) for heading in headings):
        return False
    begins = [dates.bounds(heading)[0] for heading in headings]
    return all(one < other for one, other in itertools.pairwise(begins))


def as_told_in_time(tables: Mapping[str, pd.DataFrame], names: Mapping[str, str]) -> str:
    """Say all ties of the first panel, and of the others what has changed."""
    said: list[str] = []
    before: pd.DataFrame | None = None
    for heading, table in tables.items():
        change = tie_list(table, names) if before is None else _changes(before, table, names)
        said.append(f"{heading}: {in_words(table, len(names))} {change}")
        before = table
    return " ".join(said)


def each_on_its_own(tables: Mapping[str, pd.DataFrame], names: Mapping[str, str]) -> str:
    """Say the ties of every panel, gathered by actor, since no panel leans on another."""
    said = [f"{len(names)} actors in each panel."]
    for heading, table in tables.items():
        parts = []
        for sign, label in SIGN_WORDS.items():
            rows = table[table["sign"] == sign]
            pairs = list(zip(rows["source"], rows["target"], strict=True))
            if pairs:
                parts.append(f"{len(pairs)} {label} ({_gathered(pairs, names)})")
            elif sign:  # friendly and hostile are counted even where there is none
                parts.append(f"0 {label}")
        unsure = int((table["certainty"] != "CT+").sum())
        if unsure:
            parts.append(f"{unsure} not certain")
        unknown = len(names) * (len(names) - 1) // 2 - len(table)
        parts.append(f"{unknown} pair{'' if unknown == 1 else 's'} unknown")
        said.append(f"{heading}: {', '.join(parts)}.")
    return " ".join(said)


def _gathered(pairs: Sequence[tuple[str, str]], names: Mapping[str, str]) -> str:
    """Say pairs in few words: each time the actor with most of them, and with whom."""
    left = list(pairs)
    said: list[str] = []
    while left:
        actor = Counter(itertools.chain.from_iterable(left)).most_common(1)[0][0]
        others = [one if other == actor else other for one, other in left if actor in (one, other)]
        said.append(f"{names[actor]} with {', '.join(names[other] for other in others)}")
        left = [pair for pair in left if actor not in pair]
    return "; ".join(said)


def _changes(before: pd.DataFrame, after: pd.DataFrame, names: Mapping[str, str]) -> str:
    """Say which ties are new, gone or turned from one panel to the next."""
    old, new = (
        {(r["source"], r["target"]): SIGN_WORDS[r["sign"]] for r in table.to_dict("records")}
        for table in (before, after)
    )
    told = {
        "New": [f"{pair_words(p, names)} {new[p]}" for p in new if p not in old],
        "Gone": [pair_words(p, names) for p in old if p not in new],
        "Turned": [
            f"{pair_words(p, names)} from {old[p]} to {new[p]}"
            for p in new
            if p in old and old[p] != new[p]
        ],
    }
    parts = [f"{word}: {', '.join(pairs)}." for word, pairs in told.items() if pairs]
    return " ".join(parts) or "As before."


def pair_words(pair: tuple[str, str], names: Mapping[str, str]) -> str:
    """Say who the two of a pair are."""
    return "–".join(names.get(actor, actor) for actor in pair)
