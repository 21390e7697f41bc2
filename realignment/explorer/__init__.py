"""The evidence explorer: a signed network in which every line can be followed back to its source.

``widget``: the explorer itself; ``seats``: where its actors sit; ``evidence``: what it shows of an
event; ``explorer.js`` and ``explorer.css`` draw it.
"""

from realignment.explorer.widget import Explorer

__all__ = ["Explorer"]
