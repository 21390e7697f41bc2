"""Structural balance of a signed network: exactly, or with an honest bound.

Two questions are easily mistaken for one another, so they have two functions.

* ``strong``: can the actors be divided into **two** camps, friends inside, foes across? This is
  the balance of Heider (1946) and of Cartwright and Harary (1956). The fewest ties that stand
  against any such division are the *line index* of Harary (1959), or frustration index.
* ``weak``: the same with **any number** of camps, after Davis (1967): the enemy of my enemy may be
  my enemy too. The fewest ties in conflict are the optimum of *correlation clustering* (Bansal,
  Blum and Chawla 2004).

In both, a tie is *frustrated* if it is friendly across camps or hostile within one. The number
needs its denominator, and it describes ties as they were told: not why they are so.

How it is computed. Both questions ask for the fewest ties that meet every *bad cycle*: a cycle
with an odd number of hostile ties (strong), or with exactly one (weak; Davis 1967; Demaine,
Emanuel, Fiat and Immorlica 2006). No cycle crosses a cut vertex, so each biconnected block is
solved alone; for weak, hostile ties between two groups that no friendly tie joins are set aside
first, as they can always be kept. A small block is solved by going through every division; a
larger one as a linear program whose rows are bad cycles, added where they are violated
(Grötschel, Jünger and Reinelt 1987), then as an integer program, both by HiGHS (Huangfu and Hall
2018), which is imported only then.

References
----------
Bansal, N., Blum, A. and Chawla, S. (2004). Correlation clustering. *Machine Learning* 56, 89-113.
Cartwright, D. and Harary, F. (1956). Structural balance: a generalization of Heider's theory.
*Psychological Review* 63 (5), 277-293.
Davis, J. A. (1967). Clustering and structural balance in graphs. *Human Relations* 20 (2), 181-187.
Demaine, E. D., Emanuel, D., Fiat, A. and Immorlica, N. (2006). Correlation clustering in general
weighted graphs. *Theoretical Computer Science* 361 (2-3), 172-187.
Grötschel, M., Jünger, M. and Reinelt, G. (1987). Calculating exact ground states of spin glasses:
a polyhedral approach. In *Heidelberg Colloquium on Glassy Dynamics*, Springer, 325-353.
Harary, F. (1959). On the measurement of structural balance. *Behavioral Science* 4 (4), 316-323.
Heider, F. (1946). Attitudes and cognitive organization. *Journal of Psychology* 21, 107-112.
Huangfu, Q. and Hall, J. A. J. (2018). Parallelizing the dual revised simplex method.
*Mathematical Programming Computation* 10, 119-142.
"""

from __future__ import annotations

from realignment.balance.divisions import (
    MINIMUM_TIES,
    WORK,
    StrongBalance,
    WeakBalance,
    strong,
    weak,
)
from realignment.balance.exhaustive import EXHAUSTIVE_STRONG, EXHAUSTIVE_WEAK
from realignment.balance.guarded import friendly, guarded
from realignment.balance.triangles import MINIMUM_TRIANGLES, Triangles, by_chance, triangles

__all__ = [
    "EXHAUSTIVE_STRONG",
    "EXHAUSTIVE_WEAK",
    "MINIMUM_TIES",
    "MINIMUM_TRIANGLES",
    "WORK",
    "StrongBalance",
    "Triangles",
    "WeakBalance",
    "by_chance",
    "friendly",
    "guarded",
    "strong",
    "triangles",
    "weak",
]
