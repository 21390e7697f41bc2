"""The tables of dyads and of ties: their columns, and the words that stand in them."""

from __future__ import annotations

from typing import Literal

from realignment import frames
from realignment.events import CERTAINTY_WORDS

Rule = Literal["latest", "majority", "both"]
RULES: tuple[Rule, ...] = ("latest", "majority", "both")

SIGN_WORDS = {1: "friendly", -1: "hostile", 0: "mixed"}
"""What a tie of each sign is called."""

POSITIVE_CERTAINTY = ("PS+", "PR+", "CT+")
"""The certainties that can carry a tie, the least sure first. An act that certainly did not happen
(CT-) or that nobody vouches for (UU) carries none."""

MAKERS = ("act", "cosign")
"""What can make a tie: an act between the two, or that both signed one thing."""

PAIRS: frames.Schema = {
    "event_id": frames.text,
    "act": frames.text,
    "source": frames.category,
    "target": frames.category,
    "sign": frames.sign,
    "sign_rule": frames.text,
    "certainty": frames.one_of(CERTAINTY_WORDS),
    "attributed_to": frames.text,
    "when": frames.day,
    "ends": frames.day,
    "made_by": frames.one_of(MAKERS),
}
"""How a table of dyads is read."""

TIES: frames.Schema = {
    "source": frames.text,
    "target": frames.text,
    "sign": frames.sign,
    "friendly": frames.whole,
    "hostile": frames.whole,
    "events": frames.ids,
    "against": frames.ids,
    "certainty": frames.text,
    "since": frames.day,
    "made_by": frames.text,
    "start": frames.text,
    "end": frames.text,
    "why": frames.text,
}
