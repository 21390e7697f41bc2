"""The colours that mean something, once.

They are those of Okabe and Ito ("Color Universal Design", 2008), which people with the common forms
of colour blindness can tell apart; no meaning rests on colour alone. Pictures, the explorer and the
verdicts take them from here, and this module loads nothing, so that a verdict needs no matplotlib.
"""

from __future__ import annotations

FRIENDLY = "#0072B2"
HOSTILE = "#D55E00"
MIXED = "#555555"
INK = "#222222"
