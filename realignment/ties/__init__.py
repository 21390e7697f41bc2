"""From acts to ties: a declared projection.

An act is not a relation. To draw a line between two states from what was reported, somebody must
decide, in this order:

1. which sign an act carries (:func:`signed`: a published table over PLOVER type, mode and the
   host's consent; never the quad class alone, which counts a departure after an eviction as
   cooperation);
2. between whom it runs (:func:`dyads`: every actor with every recipient, rolled up to states;
   what happens inside one state is dropped and counted);
3. which acts make the tie (:func:`ties`: a rule, a window, a least certainty).

Every tie keeps the ids of the events behind it, so that a line can be followed back to a sentence.

``columns``: the tables of dyads and of ties, and their words; ``signs``, ``pairs``, ``rules``: the
three decisions; ``months``: dyads counted by month; ``through_time``: from when to when a tie held;
``networks``: ties as a graph, those of the literature among them.
"""

from realignment.ties.columns import (
    MAKERS,
    PAIRS,
    POSITIVE_CERTAINTY,
    RULES,
    SIGN_WORDS,
    TIES,
    Rule,
)
from realignment.ties.months import monthly
from realignment.ties.networks import in_words, read_classic, read_ties, to_graph
from realignment.ties.pairs import CO_SIGNED, LEVELS, dyads
from realignment.ties.rules import Window, read_window, ties
from realignment.ties.signs import read_sign_table, signed
from realignment.ties.through_time import snapshots, tie_spells

__all__ = [
    "CO_SIGNED",
    "LEVELS",
    "MAKERS",
    "PAIRS",
    "POSITIVE_CERTAINTY",
    "RULES",
    "SIGN_WORDS",
    "TIES",
    "Rule",
    "Window",
    "dyads",
    "in_words",
    "monthly",
    "read_classic",
    "read_sign_table",
    "read_ties",
    "read_window",
    "signed",
    "snapshots",
    "tie_spells",
    "ties",
    "to_graph",
]
