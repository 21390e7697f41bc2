"""The wider record: what happened around the story, with its sources.

One article is one telling. The record in ``data/record`` holds what other sources say of the same
years: a timeline of acts, memberships, votes, presences of foreign forces, figures of troops, and
the contradictions between sources. Every row says where it comes from (publisher, title, date), to
whom its wording or figure goes back (``lineage``), and whether that was checked (``verified``).

Five newspapers that print one agency's text are one source. So sources are counted by lineage,
never by outlet: :func:`sources_by_lineage`.

Every table says how far it is complete (``as_of.csv``); what is asked beyond that is refused, and
so is the membership of a body whose roster is not complete.

==========  ========================================================================================
schemas     what a row of each table holds
loading     the tables are read and checked
looking_up  what stood on a day, who voted alike, which kinds of act there are
adding      one more act, to see what it would change
lineage     sources, counted by where the wording comes from
==========  ========================================================================================
"""

from realignment.record.adding import OWN, add_act
from realignment.record.lineage import THROUGH, Origins, sources_by_lineage
from realignment.record.loading import Record, load_record, read_literature, read_sign_rules
from realignment.record.looking_up import (
    CAST,
    Alike,
    kinds_of_act,
    members_at,
    presences_at,
    votes_alike,
)
from realignment.record.schemas import TABLES, Sourced, Work

__all__ = [
    "Alike",
    "CAST",
    "OWN",
    "Origins",
    "Record",
    "Sourced",
    "TABLES",
    "THROUGH",
    "Work",
    "add_act",
    "kinds_of_act",
    "load_record",
    "members_at",
    "presences_at",
    "read_literature",
    "read_sign_rules",
    "sources_by_lineage",
    "votes_alike",
]
