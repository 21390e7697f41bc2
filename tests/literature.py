"""Known results: figures from the literature, set down once, with where they come from.

Signed networks are given as a graph with ``sign`` +1 or -1; reliability data as coders' values.
"""

from __future__ import annotations

import networkx as nx


def signed(friends: list[str], foes: list[str]) -> nx.Graph:
    """Make a signed graph of pairs such as ``"A-B"``."""
    graph = nx.Graph()
    for pairs, sign in ((friends, 1), (foes, -1)):
        graph.add_edges_from((pair.split("-") for pair in pairs), sign=sign)
    return graph


# --- sixteen groups of the Central Highlands of New Guinea --------------------------------------
# Read, K. E. (1954). Cultures of the Central Highlands, New Guinea. Southwestern Journal of
# Anthropology 10 (1), 1-43. As a signed graph: Hage, P. and Harary, F. (1983). Structural Models
# in Anthropology. Cambridge University Press, 56-60. Each pair is given once, under its first name.

_ALLIED = {
    "Alika": "Ove Ukudz",
    "Asaro": "Gahuk Geham Masil Ukudz",
    "Gahuk": "Geham Masil Ove Ukudz",
    "Gama": "Gavev Kotun Nagad",
    "Gavev": "Kotun Nagad",
    "Geham": "Masil Ukudz",
    "Kohik": "Notoh Uheto",
    "Kotun": "Nagad",
    "Masil": "Nagam Ove Uheto Ukudz",
    "Nagam": "Notoh Seuve",
    "Notoh": "Uheto",
    "Ove": "Ukudz",
    "Seuve": "Uheto",
}

_AT_WAR = {
    "Alika": "Gavev",
    "Asaro": "Gama Gavev Nagad Seuve",
    "Gahuk": "Gama Gavev Kotun Notoh Uheto",
    "Gama": "Geham Nagam Seuve Uheto",
    "Gavev": "Nagam Ove",
    "Geham": "Kohik Nagad Notoh Uheto",
    "Kohik": "Kotun Nagad",
    "Kotun": "Nagam Notoh Ove",
    "Nagad": "Nagam Notoh Uheto",
    "Seuve": "Ukudz",
}


def highlands() -> nx.Graph:
    """Return Read's 16 groups: 29 friendly and 29 hostile ties."""
    return signed(
        [f"{a}-{b}" for a, others in _ALLIED.items() for b in others.split()],
        [f"{a}-{b}" for a, others in _AT_WAR.items() for b in others.split()],
    )


HIGHLANDS_TRIANGLES = {"+++": 19, "++-": 2, "+--": 40, "---": 7}
HIGHLANDS_STRONG = 7
HIGHLANDS_SMALLER_CAMP = {"Gama", "Gavev", "Kotun", "Nagad"}
HIGHLANDS_WEAK = 2
HIGHLANDS_WEAK_SIZES = [4, 5, 7]

# --- six European powers, 1872 to 1907 ----------------------------------------------------------
# Antal, T., Krapivsky, P. L. and Redner, S. (2006). Social balance on networks: the dynamics of
# friendship and enmity. Physica D 224 (1-2), 130-136, the figure on the alliances before 1914.
# Each row is what its panel changes: who became friends, who became foes, what lapsed.
# A = Austria-Hungary, B = Britain, F = France, G = Germany, I = Italy, R = Russia.

_CHANGES = {
    1872: ("A-G A-R G-R", "A-F A-B B-F B-R F-G F-R", ""),  # Three Emperors' League
    1882: ("A-I G-I", "", ""),  # Triple Alliance
    1890: ("", "A-R G-R", "F-R"),  # the German-Russian treaty lapses
    1891: ("F-R", "", ""),  # French-Russian alliance
    1904: ("B-F", "", ""),  # Entente Cordiale
    1907: ("B-R", "B-G B-I F-I I-R", ""),  # British-Russian agreement
}

EUROPE_STRONG = {1872: 1, 1882: 1, 1890: 1, 1891: 1, 1904: 1, 1907: 0}
EUROPE_WEAK = {1872: 0, 1882: 0, 1890: 0, 1891: 0, 1904: 1, 1907: 0}
EUROPE_CODES = {"A": "AUH", "B": "GBR", "F": "FRA", "G": "DEU", "I": "ITA", "R": "RUS"}


def europe(year: int) -> nx.Graph:
    """Return the ties of the panel of a year."""
    graph = nx.Graph()
    for changed, (friends, foes, lapsed) in _CHANGES.items():
        if changed <= year:
            graph.add_edges_from(signed(friends.split(), foes.split()).edges(data=True))
            graph.remove_edges_from(pair.split("-") for pair in lapsed.split())
    return graph


# --- agreement ----------------------------------------------------------------------------------
# Krippendorff, K. (2011). Computing Krippendorff's Alpha-Reliability. University of Pennsylvania,
# examples A (binary), B (nominal) and C (any level, with gaps). One text per coder; "." is a gap.

# Of the binary example the coincidences decide (10 of 0-0, 4 of 0-1, 2 of 1-1), not the order.
BINARY = ("0100000000", "1110010100")
BINARY_ALPHA = 0.095
NOMINAL = ("aabbdcccedda", "babbbccceddd")
NOMINAL_ALPHA = 0.692
WITH_GAPS = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")
WITH_GAPS_ALPHA = {"nominal": 0.743, "ordinal": 0.815, "interval": 0.849, "ratio": 0.797}

# Cohen's kappa of the table of two coders and two values that textbooks use:
# 20 both yes, 5 and 10 apart, 15 both no (Cohen, J. (1960), Educational and Psychological
# Measurement 20 (1), 37-46, has the formula).
COHEN_TABLE = ((20, 5), (10, 15))
COHEN_KAPPA = 0.40

# Ten subjects, each put into one of five categories by fourteen raters: the worked example that
# textbooks give for the kappa of Fleiss, J. L. (1971). Measuring nominal scale agreement among
# many raters. Psychological Bulletin 76 (5), 378-382. Each row: how many raters chose 1 to 5.
FLEISS_COUNTS = (
    (0, 0, 0, 0, 14),
    (0, 2, 6, 4, 2),
    (0, 0, 3, 5, 6),
    (0, 3, 9, 2, 0),
    (2, 2, 8, 1, 1),
    (7, 7, 0, 0, 0),
    (3, 2, 6, 3, 0),
    (2, 5, 3, 2, 2),
    (6, 5, 2, 1, 0),
    (0, 2, 2, 3, 7),
)
FLEISS_KAPPA = 0.210
