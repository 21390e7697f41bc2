"""Which question had which number when these answers were written; never edited."""

from __future__ import annotations

from typing import Final

from realignment.questions import first_edition

UNMOVED = 7
"""The last lesson whose questions kept the numbers of the first edition."""

NAMES: Final[dict[str, str]] = {
    **{n: name for n, name in first_edition.NAMES.items() if int(n.split(".")[0]) <= UNMOVED},
    "8.1": "alliances.first_act_of_pairs",
    "8.2": "alliances.ends_of_spells",
    "8.3": "alliances.order_of_events",
    "8.4": "through_time.days_of_turns",
    "8.5": "through_time.own_act_that_turns",
    "8.6": "alliances.hide_one_keep_one",
    "8.7": "alliances.own_lost_ties",
    "8.8": "through_time.three_ways_to_count",
    "8.9": "alliances.when_blocs_moved",
    "9.1": "alliances.which_sense",
    "9.2": "alliances.what_clauses_oblige_to",
    "9.3": "alliances.ties_of_foundings",
    "9.4": "alliances.friends_within_a_body",
    "9.5": "alliances.votes_alike",
    "9.6": "alliances.flaw_about_votes",
    "9.7": "alliances.votes_since_the_coup",
    "9.8": "alliances.own_likeness_without_a_line",
    "9.9": "alliances.is_it_an_alliance",
    "10.1": "balance.kinds_of_triangles",
    "10.2": "balance.count_triangles",
    "10.3": "balance.networks_by_frustration",
    "10.4": "balance.draw_without_the_hedge",
    "10.5": "balance.computed_without_the_hedge",
    "10.6": "balance.flaws_in_sentences",
    "10.7": "balance.day_of_two_frustrated",
    "10.8": "balance.own_day",
    "10.9": "balance.how_far_the_saying_holds",
    "11.1": "map.areas_as_drawn",
    "11.2": "map.french_sites_for_certain",
    "11.3": "map.last_sites_in_order",
    "11.4": "map.members_on_two_days",
    "11.5": "map.flaw_in_a_caption",
    "11.6": "map.draw_presences",
    "11.7": "map.own_origins",
    "11.8": "map.acts_behind_a_line",
    "11.9": "map.two_maps_that_persuade",
    "12.1": "own_article.what_may_be_shown",
    "12.2": "own_article.kinds_of_an_unknown_story",
    "12.3": "own_article.dates_from_the_text",
    "12.4": "own_article.repair_a_row",
    "12.5": "own_article.share_of_same_kind",
    "12.6": "own_article.own_agreement",
    "12.7": "own_article.ties_that_turn",
    "12.8": "own_article.contradicted_detail",
    "12.9": "own_article.what_the_map_leaves_out",
}
