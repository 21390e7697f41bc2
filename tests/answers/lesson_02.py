"""Right, defensible and wrong answers to the questions of lesson 02."""

import numpy as np
import pandas as pd

from realignment.actors import mentions, read_country_codes, roll_up

LEVELS = {
    "Washington": "authority",
    "The Pentagon": "organ",
    "the junta": "authority",
    "Niger's military": "organ",
    "Bazoum": "person",
    "the West": "label",
    "AFP": "media",
    "Mali": "state",
}
CHAIN = ["P_MILLER", "USA_DOS", "USA_GOV", "USA"]
GOVERNED = {
    "E04": "NER_CNSP",
    "E07": "NER_CNSP",
    "E24": "NER_GOV",
    "E25": "NER_GOV",
    "E34": "UNK",
}
MEANT = {
    "NG": "Niger",
    "NI": "Nigeria",
    "BN": "Benin",
    "UV": "Burkina Faso",
    "RS": "Russia",
    "ML": "Mali",
}
REASON = (
    "I would write military authorities. Its own name claims that the country is being kept safe, "
    "and a reader elsewhere does not know it. The word junta says how it came to power, but those "
    "whom it names use another. My words are longer, and they hide how it came to power."
)


def american(case):
    found = mentions(case.sentences, case.actors)
    return found[found["actor_id"].map(roll_up(case.actors)) == "USA"]


def of_niger(case):
    found = mentions(case.sentences, case.actors)
    rows = found[found["actor_id"].map(roll_up(case.actors)) == "NER"]
    return {"names": rows["words"].nunique(), "actors": rows["actor_id"].nunique()}


def acting(case):
    states = case.events["actor"].map(roll_up(case.actors))
    return {state: (states == state).sum() for state in ("NER", "USA")}


def first_countries(case):
    return dict(zip(MEANT, read_country_codes()["country"], strict=False))


def climb(case, actor="P_MILLER"):
    parent = dict(zip(case.actors["actor_id"], case.actors["parent"], strict=True))
    steps = [actor]
    while parent[steps[-1]]:
        steps.append(parent[steps[-1]])
    return steps


def by_iso(case):
    codes = read_country_codes()
    iso = dict(zip(codes["iso2"], codes["country"], strict=True))
    return {code: iso.get(code) for code in MEANT}


RIGHT = {
    "2.1": [
        LEVELS,
        pd.Series(LEVELS),
        list(LEVELS.items()),
        {name.upper(): f" {level.title()} " for name, level in LEVELS.items()},
        pd.DataFrame({"name": list(LEVELS), "level": list(LEVELS.values())}).sample(
            frac=1, random_state=2
        ),
    ],
    "2.2": [
        lambda case: {
            "names": american(case)["words"].nunique(),
            "actors": american(case)["actor_id"].nunique(),
        },
        {"actors": 8, "names": 12},
        (12, 8),
        pd.Series({"names": 12, "actors": 8}),
        pd.DataFrame([{"Actors": np.int64(8), "Names": "12"}]),
    ],
    "2.3": [
        ["Washington", "The Pentagon"],
        ("the pentagon", "WASHINGTON"),
        {"Washington", "The Pentagon"},
        pd.Series(["The Pentagon", "Washington"], index=[4, 2]),
        "Washington, the Pentagon",
        ["Washington", "Pentagon"],
        ["the Washington", "the Pentagon"],
        pd.array(["Washington", "The Pentagon"]),
    ],
    "2.4": [
        CHAIN,
        tuple(CHAIN),
        climb,
        pd.Series(CHAIN),
        "P_MILLER, USA_DOS, USA_GOV, USA",
        ["Miller", "State Department", "Washington", "United States"],
    ],
    "2.5": [
        GOVERNED,
        {**GOVERNED, "E25": "Bazoum"},
        pd.Series(GOVERNED),
        list(reversed(GOVERNED.items())),
        pd.DataFrame({"row": list(GOVERNED), "who": list(GOVERNED.values())}),
        {k.lower(): v.lower() for k, v in GOVERNED.items()},
    ],
    "2.6": [
        acting,
        {"Niger": 16, "United States": 14},
        {"USA": "14", "NER": 16.0},
        [("NER", 16), ("USA", 14)],
        {"NER": 16, "USA": 14, "FRA": 3, "RUS": 1},
        (16, 14),
        pd.Series({"USA": 14, "NER": 16}),
        {"NER": "16 rows", "USA": 14},
    ],
    "2.7": [
        {**MEANT, "UV": "Upper Volta"},
        list(MEANT.values()),
        MEANT,
        pd.Series(MEANT),
        {code.lower(): name.upper() for code, name in MEANT.items()},
        lambda case: read_country_codes().set_index("fips").loc[list(MEANT), ["iso3"]],
        {"NG": "NER", "NI": "NGA", "BN": "BEN", "UV": "BFA", "RS": "RUS", "ML": "MLI"},
    ],
    "2.8": [
        {"levels": LEVELS, "count": 6},
        {"count": "6", "levels": pd.Series(LEVELS)},
        {"levels": {**LEVELS, "the West": "organisation", "AFP": "state"}, "count": 7},
        pd.Series({"levels": LEVELS, "count": np.int64(6)}),
    ],
    "2.9": [REASON, "  " + REASON.upper() + "  ", REASON + "\n" + REASON, REASON + " - and so on"],
}
DEFENSIBLE = {
    "2.1": [
        {**LEVELS, "Washington": "state"},
        {**LEVELS, "the junta": "organ"},
        {**LEVELS, "Niger's military": "authority"},
    ],
}
WRONG = {
    "2.1": [
        ({**LEVELS, "the West": "organisation"}, "label_as_actor"),
        ({**LEVELS, "the West": "state"}, "label_as_actor"),
        ({**LEVELS, "AFP": "organisation"}, "level_confused"),
        ({**LEVELS, "the junta": "armed_group"}, "level_confused"),
        ({**LEVELS, "Bazoum": "authority"}, "level_confused"),
        ({**LEVELS, "Mali": "authority"}, "level_confused"),
        ({**LEVELS, "The Pentagon": "state"}, "level_confused"),
        ({**LEVELS, "Mali": "organ"}, "level_confused"),
        ({**LEVELS, "Washington": "organ"}, "level_confused"),
        ({**LEVELS, "the junta": "person"}, "level_confused"),
        ({**LEVELS, "The Pentagon": "authority"}, "level_confused"),
        ({**LEVELS, "Niger's military": "person"}, "level_confused"),
        ({**LEVELS, "Bazoum": "state"}, "level_confused"),
        ({**LEVELS, "Bazoum": "organ"}, "level_confused"),
        ({**LEVELS, "Mali": "label"}, "level_confused"),
        ({**LEVELS, "AFP": "organ"}, "level_confused"),
        ({**LEVELS, "the junta": "state"}, "level_confused"),
        ({**LEVELS, "Mali": "person"}, "other"),
        ({**LEVELS, "Washington": "city"}, "unreadable"),
    ],
    "2.2": [
        ({"names": 14, "actors": 8}, "name_as_actor"),
        ({"names": 8, "actors": 12}, "reversed"),
        ({"names": 32, "actors": 20}, "wrong_denominator"),
        ({"names": 12, "actors": 12}, "name_as_actor"),
        ({"names": 14, "actors": 14}, "name_as_actor"),
        ({"names": 12, "actors": 20}, "wrong_denominator"),
        (of_niger, "wrong_selection"),
        ({"names": 12, "actors": 1}, "incomplete"),
        ({"names": 12, "actors": 7}, "off_by_one"),
        ({"names": 9, "actors": 6}, "incomplete"),
        ({"names": 10, "actors": 8}, "wrong_selection"),
        ({"names": 5, "actors": 3}, "other"),
        (12, "unreadable"),
    ],
    "2.3": [
        (["Washington", "The Pentagon", "the West"], "label_as_actor"),
        (["the West"], "label_as_actor"),
        (["Washington"], "incomplete"),
        (["The Pentagon"], "city_as_place"),
        (["Washington", "AFP"], "too_many"),
        (["Washington", "The Pentagon", "the military"], "too_many"),
        (["French troops"], "too_many"),
        (["Paris"], "unreadable"),
    ],
    "2.4": [
        (CHAIN[::-1], "reversed"),
        (["P_MILLER", "USA"], "incomplete"),
        (["P_MILLER", "USA_DOS", "USA"], "incomplete"),
        (["P_MILLER", "USA_DOS", "USA_DOD", "USA_GOV", "USA"], "too_many"),
        (["P_MILLER", "USA_DOD", "USA_GOV"], "wrong_actor"),
        (["P_MILLER", "USA_DOD", "USA_GOV", "USA"], "wrong_actor"),
        (["P_MILLER", "USA_DOS", "USA_GOV", "P_BLINKEN"], "level_confused"),
        (lambda case: climb(case, "P_BAZOUM"), "wrong_speaker"),
        (set(CHAIN), "unreadable"),
        (lambda case: climb(case, "USA_FORCES"), "wrong_speaker"),
        (["P_MILLER", "USA_GOV", "USA_DOS", "USA"], "other"),
        (["P_MILLER", "Foggy Bottom"], "unreadable"),
        (["P_MILLER", "USA_DOS", "USA/GOV"], "other"),
    ],
    "2.5": [
        ({**GOVERNED, "E34": "NER_CNSP"}, "outside_knowledge"),
        ({**GOVERNED, "E34": "NER_GOV"}, "outside_knowledge"),
        ({**GOVERNED, "E24": "NER_CNSP"}, "authority_confused"),
        ({**GOVERNED, "E25": "NER_CNSP"}, "authority_confused"),
        ({**GOVERNED, "E04": "NER_GOV", "E07": "NER_GOV"}, "authority_confused"),
        ({**GOVERNED, "E24": "UNK", "E25": "UNK"}, "hedge_everywhere"),
        (dict.fromkeys(GOVERNED, "NER_CNSP"), "outside_knowledge"),
        ({**GOVERNED, "E24": "USA"}, "unreadable"),
    ],
    "2.6": [
        ({"NER": 11, "USA": 4}, "wrong_selection"),
        ({"NER": 20, "USA": 9}, "reversed"),
        ({"NER": 14, "USA": 16}, "reversed"),
        ({"NER": 17, "USA": 15}, "too_many"),
        ({"NER": 17, "USA": 14}, "name_as_actor"),
        ({"NER": 11, "USA": 14}, "name_as_actor"),
        ({"NER": 7, "USA": 7}, "wrong_selection"),
        ({"NER": 1, "USA": 0}, "level_confused"),
        ({"NER": 10, "USA": 4}, "level_confused"),
        ({"NER": 39, "USA": 39}, "wrong_denominator"),
        ({"NER": 15, "USA": 14}, "off_by_one"),
        ({"NER": 17, "USA": 16}, "too_many"),
        ({"NER": 3, "USA": 4}, "wrong_speaker"),
        ({"NER": 10, "USA": 8}, "same_act_twice"),
        ({"NER": 16, "USA": 11}, "level_confused"),
        ({"NER": 4, "USA": 7}, "same_act_twice"),
        ({"NER": 1, "USA": 1}, "same_act_twice"),
        ({"NER": 25, "USA": 21}, "other"),
        ({"NER": 16}, "unreadable"),
        ((16, 14, 3), "unreadable"),
        ((14, 16), "reversed"),
        ({"NER": 16, "USA": 13, "FRA": 3, "RUS": 1}, "off_by_one"),
    ],
    "2.7": [
        ({**MEANT, "NG": "Nigeria", "NI": "Nicaragua"}, "niger_nigeria"),
        ({**MEANT, "NI": "Niger"}, "niger_nigeria"),
        ({**MEANT, "NI": "Nicaragua"}, "code_system"),
        ({**MEANT, "BN": "Brunei"}, "code_system"),
        ({**MEANT, "RS": "Serbia"}, "code_system"),
        (by_iso, "code_system"),
        (lambda case: {code: name or "" for code, name in by_iso(case).items()}, "code_system"),
        ({**MEANT, "UV": None}, "code_system"),
        ({**MEANT, "UV": float("nan")}, "code_system"),
        ({**MEANT, "ML": None}, "code_system"),
        ({**MEANT, "UV": "Mali"}, "other"),
        ({**MEANT, "ML": "Malta"}, "wrong_selection"),
        (first_countries, "wrong_selection"),
        ({**MEANT, "UV": "Volta"}, "unreadable"),
    ],
    "2.8": [
        ({"levels": LEVELS, "count": 1}, "level_confused"),
        ({"levels": {**LEVELS, "the junta": "state"}, "count": 2}, "level_confused"),
        ({"levels": LEVELS, "count": 8}, "wrong_denominator"),
        ({"levels": LEVELS, "count": 7}, "off_by_one"),
        ({"levels": LEVELS, "count": 5}, "off_by_one"),
        ({"levels": {**LEVELS, "AFP": "state"}, "count": 6}, "off_by_one"),
        ({"levels": {"Washington": "state"}, "count": 1}, "incomplete"),
        ({"levels": {k: v for k, v in LEVELS.items() if k != "AFP"}, "count": 6}, "incomplete"),
        ({"levels": LEVELS, "count": 2}, "disagreement_counted"),
        ({"levels": LEVELS, "count": 3}, "incomplete"),
        ({"levels": LEVELS, "count": 6 / 8}, "wrong_denominator"),
        ({"levels": {**LEVELS, "the West": "media", "Mali": "label"}, "count": 7}, "too_many"),
        ({"count": 6}, "unreadable"),
    ],
    "2.9": [
        ("junta", "unreadable"),
        ("I would write the military authorities, since it is longer.", "unreadable"),
        (42, "unreadable"),
        (["junta", "CNSP"], "unreadable"),
        ({"name": "CNSP"}, "unreadable"),
        (pd.Series(["CNSP"]), "unreadable"),
    ],
}

SAYS = {
    "2.1": [
        ({**LEVELS, "Mali": "organ"}, "Look again at `Mali`."),
        ({**LEVELS, "the junta": "organ"}, "`the junta`: it came from the army"),
        ({**LEVELS, "Washington": "state"}, "`Washington`: the city can stand"),
    ],
    "2.8": [
        ({"levels": {**LEVELS, "AFP": "state"}, "count": 6}, "Did you change or leave out"),
        ({"levels": LEVELS, "count": 3}, "Let Python count them"),
    ],
}
