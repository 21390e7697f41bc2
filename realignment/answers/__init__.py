"""Any reasonable form of an answer, read into one.

A student may hold an answer as a list or a Series, a date as text or as a Timestamp, a country as
its code or its name. A reader here takes what it is given and returns one plain value that can be
compared, or says what it expected. A reader never changes an answer's meaning.

===============  ==================================================================================
``reading``      what all readers share: too large, empty, blank; how a thing is shown
``days``         a day as people write it
``other_words``  other words for what a question offers, in French and in English
``values``       one value: a choice, a number, a share, a sign, a date, an actor, words
``tables``       several: a list, one answer for each key, named fields, signed ties
``drawings``     a network or a map, by the objects of its figure
``essays``       a text of one's own, and how its words are counted
===============  ==================================================================================
"""

from realignment.answers.drawings import Drawing, DrawnMap, Layers, Lines, Look
from realignment.answers.essays import Essay, words_of
from realignment.answers.reading import (
    Reader,
    Unreadable,
    alone,
    blanks,
    is_blank,
    is_empty,
    once_a_case,
    opened,
    refuse_large,
    refuse_uncalled,
    shown,
    state_reader_problem,
)
from realignment.answers.tables import Fields, Items, Keyed, Pair, SignedTies
from realignment.answers.values import (
    ActorName,
    Choice,
    Date,
    Days,
    Number,
    OutOf,
    SentenceNumber,
    Share,
    SignOfTie,
    StateName,
    Words,
    YesNo,
)

__all__ = [
    "ActorName",
    "Choice",
    "Date",
    "Days",
    "Drawing",
    "DrawnMap",
    "Essay",
    "Fields",
    "Items",
    "Keyed",
    "Layers",
    "Lines",
    "Look",
    "Number",
    "OutOf",
    "Pair",
    "Reader",
    "SentenceNumber",
    "Share",
    "SignOfTie",
    "SignedTies",
    "StateName",
    "Unreadable",
    "Words",
    "YesNo",
    "alone",
    "blanks",
    "is_blank",
    "is_empty",
    "once_a_case",
    "opened",
    "refuse_large",
    "refuse_uncalled",
    "shown",
    "state_reader_problem",
    "words_of",
]
