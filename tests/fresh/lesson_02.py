"""Answers to the questions of exercise 02, written from lesson and exercise alone."""

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
STEPS = ["P_MILLER", "USA_DOS", "USA_GOV", "USA"]
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


def american(case):
    """Return the mentions whose state is the United States."""
    found = mentions(case.sentences, case.actors)
    found["state"] = found["actor_id"].map(roll_up(case.actors))
    return found[found["state"] == "USA"]


def acting(case):
    """Return the rows by the state that acts."""
    return case.events["actor"].map(roll_up(case.actors)).value_counts()


def climb(case):
    """Return the steps by a loop over the parents."""
    parent = dict(zip(case.actors["actor_id"], case.actors["parent"], strict=True))
    actor, steps = "P_MILLER", []
    while actor:
        steps.append(actor)
        actor = parent[actor]
    return steps


def by_codes(column):
    """Return country names looked up in a column of codes."""
    codes = read_country_codes()
    table = dict(zip(codes[column], codes["country"], strict=True))
    return {code: table.get(code, "") for code in MEANT}


ANSWERS = [
    ("2.1", "right", LEVELS, "the dict as shown"),
    ("2.1", "right", lambda case: pd.Series(LEVELS), "a Series"),
    ("2.1", "right", {k: v.capitalize() for k, v in LEVELS.items()}, "with capitals"),
    (
        "2.1",
        "right",
        lambda case: pd.DataFrame({"name": list(LEVELS), "level": list(LEVELS.values())}),
        "a table with two columns",
    ),
    (
        "2.1",
        "defensible",
        LEVELS | {"the junta": "organ"},
        "the junta came from the army: three of four coders code it as the military",
    ),
    (
        "2.1",
        "defensible",
        LEVELS | {"Washington": "state"},
        "'with Washington' may stand for the country as a whole",
    ),
    ("2.1", "wrong", LEVELS | {"the West": "state"}, "the West as a state", "a label as an actor"),
    ("2.1", "wrong", LEVELS | {"Bazoum": "authority"}, "the man for his office", "wrong level"),
    ("2.1", "wrong", LEVELS | {"Mali": "authority"}, "a state as authority", "wrong level"),
    (
        "2.1",
        "wrong",
        LEVELS | {"Niger's military": "person", "Mali": "label"},
        "two levels mixed up",
        "another row's level",
    ),
    ("2.1", "wrong", LEVELS | {"the junta": "person"}, "the junta as a person", "wrong level"),
    ("2.1", "wrong", LEVELS | {"Bazoum": ...}, "left one dot", "one left open"),
    ("2.2", "right", {"names": 12, "actors": 8}, "two numbers"),
    (
        "2.2",
        "right",
        lambda case: {
            "names": american(case)["words"].nunique(),
            "actors": american(case)["actor_id"].nunique(),
        },
        "nunique of two columns",
    ),
    ("2.2", "right", (12, 8), "a tuple in the order asked"),
    (
        "2.2",
        "right",
        lambda case: (
            american(case)[["words", "actor_id"]]
            .nunique()
            .rename({"words": "names", "actor_id": "actors"})
        ),
        "a Series with the two names",
    ),
    ("2.2", "right", {"names": "12", "actors": "8"}, "numbers as texts"),
    ("2.2", "wrong", {"names": 14, "actors": 8}, "counted mentions", "duplicates kept"),
    ("2.2", "wrong", {"names": 32, "actors": 20}, "all states", "filter forgotten"),
    ("2.2", "wrong", {"names": 8, "actors": 12}, "the two exchanged", "exchanged"),
    ("2.2", "wrong", {"names": 14, "actors": 14}, "len of both", "duplicates kept"),
    ("2.2", "wrong", {"names": 12, "actors": 1}, "counted states", "wrong level"),
    ("2.2", "wrong", {"names": 11, "actors": 5}, "counted for Niger", "another state"),
    ("2.2", "wrong", {"names": 12, "actors": ...}, "one left open", "one left open"),
    ("2.3", "right", ["Washington", "The Pentagon"], "a list"),
    ("2.3", "right", {"The Pentagon", "Washington"}, "a set"),
    ("2.3", "right", ("the pentagon", "washington"), "small letters, a tuple"),
    ("2.3", "right", "Washington, The Pentagon", "a text with a comma"),
    ("2.3", "right", "Washington and The Pentagon", "a text with and"),
    ("2.3", "wrong", ["Washington"], "the city alone", "a building is a place too"),
    ("2.3", "wrong", ["Washington", "The Pentagon", "the West"], "the West too", "label as place"),
    ("2.3", "wrong", ["the West", "AFP", "the military"], "all that are no places", "reversed"),
    ("2.3", "wrong", ["The Pentagon"], "the building alone", "a city is a place too"),
    ("2.3", "wrong", ["Washington", "AFP"], "AFP in place of the Pentagon", "another name"),
    ("2.3", "wrong", [...], "left the dots", "left the dots"),
    (
        "2.3",
        "wrong",
        ["Washington", "The Pentagon", "French troops", "the military"],
        "all bodies with an office",
        "took every body",
    ),
    ("2.4", "right", STEPS, "a list"),
    ("2.4", "right", "P_MILLER -> USA_DOS -> USA_GOV -> USA", "arrows"),
    ("2.4", "right", lambda case: climb(case), "by a loop"),
    ("2.4", "right", tuple(STEPS), "a tuple"),
    (
        "2.4",
        "right",
        [
            "Matthew Miller",
            "Department of State",
            "Government of the United States",
            "United States",
        ],
        "names instead of ids",
    ),
    ("2.4", "wrong", STEPS[::-1], "from the state down", "reversed direction"),
    ("2.4", "wrong", STEPS[1:], "without the first", "the first left out"),
    ("2.4", "wrong", STEPS[:-1], "without the state", "the last left out"),
    ("2.4", "wrong", ["P_MILLER", "USA"], "first and last alone", "the steps between forgotten"),
    (
        "2.4",
        "wrong",
        ["P_MILLER", "USA_DOD", "USA_GOV", "USA"],
        "by the Pentagon",
        "another ministry",
    ),
    ("2.4", "wrong", set(STEPS), "a set", "a set has no order"),
    ("2.4", "wrong", 4, "the number of steps", "a number in place of names"),
    ("2.5", "right", GOVERNED, "the dict as shown"),
    ("2.5", "right", lambda case: pd.Series(GOVERNED), "a Series"),
    ("2.5", "right", {k: v.lower() for k, v in GOVERNED.items()}, "small letters"),
    ("2.5", "right", [(k, v) for k, v in GOVERNED.items()], "pairs"),
    ("2.5", "wrong", GOVERNED | {"E34": "NER_GOV"}, "dated E34 by knowledge", "filled a gap"),
    ("2.5", "wrong", GOVERNED | {"E34": "NER_CNSP"}, "took today's", "day of publication"),
    (
        "2.5",
        "wrong",
        GOVERNED | {"E24": "NER_CNSP", "E25": "NER_CNSP"},
        "the visit after the coup",
        "day of publication",
    ),
    (
        "2.5",
        "wrong",
        GOVERNED | {"E07": "NER_GOV"},
        "the delegation before the coup",
        "another day",
    ),
    (
        "2.5",
        "wrong",
        dict.fromkeys(GOVERNED, "NER"),
        "wrote the state",
        "wrong actor level",
    ),
    (
        "2.5",
        "wrong",
        {k: {"NER_CNSP": "NER_GOV", "NER_GOV": "NER_CNSP"}.get(v, v) for k, v in GOVERNED.items()},
        "the two exchanged",
        "reversed",
    ),
    ("2.5", "wrong", GOVERNED | {"E25": "UNK"}, "E25 without a time", "overlooked the date"),
    ("2.6", "right", {"NER": 16, "USA": 14}, "two numbers"),
    (
        "2.6",
        "right",
        lambda case: {"NER": acting(case)["NER"], "USA": acting(case)["USA"]},
        "numpy numbers from value_counts",
    ),
    ("2.6", "right", lambda case: acting(case)[["NER", "USA"]], "a Series of two"),
    ("2.6", "right", {"Niger": 16, "United States": 14}, "names instead of codes"),
    ("2.6", "right", (16, 14), "a tuple in the order asked"),
    ("2.6", "wrong", {"NER": 14, "USA": 16}, "exchanged", "exchanged"),
    ("2.6", "wrong", {"NER": 17, "USA": 15}, "rows with ; counted", "filter forgotten"),
    ("2.6", "wrong", {"NER": 11, "USA": 14}, "counted mentions", "mentions, not rows"),
    (
        "2.6",
        "wrong",
        lambda case: {
            "NER": (case.events["actor"] == "NER").sum(),
            "USA": (case.events["actor"] == "USA").sum(),
        },
        "did not roll up: 0 and 0",
        "wrong actor level",
    ),
    (
        "2.6",
        "wrong",
        lambda case: {
            "NER": (case.events["recipient"].map(roll_up(case.actors)) == "NER").sum(),
            "USA": (case.events["recipient"].map(roll_up(case.actors)) == "USA").sum(),
        },
        "counted the recipients",
        "another column",
    ),
    ("2.6", "wrong", {"NER": 16}, "one state alone", "one left out"),
    (
        "2.6",
        "wrong",
        lambda case: {
            "NER": (case.events["actor"] == "NER_CNSP").sum(),
            "USA": (case.events["actor"] == "USA_GOV").sum(),
        },
        "counted the authorities alone",
        "wrong actor level",
    ),
    ("2.7", "right", MEANT, "names"),
    ("2.7", "right", lambda case: by_codes("fips"), "looked up in the column fips"),
    (
        "2.7",
        "right",
        {"NG": "NER", "NI": "NGA", "BN": "BEN", "UV": "BFA", "RS": "RUS", "ML": "MLI"},
        "three letters",
    ),
    ("2.7", "right", MEANT | {"NG": "niger", "BN": "Bénin", "RS": "Russie"}, "French names"),
    ("2.7", "right", lambda case: pd.Series(MEANT), "a Series"),
    ("2.7", "wrong", lambda case: by_codes("iso2"), "looked up in iso2", "the other list"),
    ("2.7", "wrong", MEANT | {"NG": "Nigeria", "NI": "Niger"}, "Niger and Nigeria", "exchanged"),
    ("2.7", "wrong", MEANT | {"NI": "Nicaragua"}, "NI by ISO", "the other list"),
    ("2.7", "wrong", MEANT | {"RS": "Serbia"}, "RS by ISO", "the other list"),
    ("2.7", "wrong", MEANT | {"BN": "Brunei"}, "BN by ISO", "the other list"),
    ("2.7", "wrong", MEANT | {"UV": float("nan")}, "UV not found", "NaN"),
    ("2.8", "right", {"levels": LEVELS, "count": 6}, "counted by eye"),
    (
        "2.8",
        "right",
        {
            "levels": LEVELS,
            "count": sum(v in {"state", "authority", "organ", "person"} for v in LEVELS.values()),
        },
        "a sum of four levels",
    ),
    (
        "2.8",
        "right",
        lambda case: {
            "levels": LEVELS,
            "count": (~pd.Series(LEVELS).isin(["label", "media"])).sum(),
        },
        "all but two levels, as numpy",
    ),
    (
        "2.8",
        "right",
        {"levels": LEVELS | {"the West": "state"}, "count": 7},
        "its own levels let seven through",
    ),
    (
        "2.8",
        "right",
        {"levels": LEVELS | {"the junta": "label"}, "count": 5},
        "its own levels let five through",
    ),
    ("2.8", "wrong", {"levels": LEVELS, "count": 8}, "all", "filter forgotten"),
    ("2.8", "wrong", {"levels": LEVELS, "count": 2}, "those that end nowhere", "the complement"),
    ("2.8", "wrong", {"levels": LEVELS, "count": 5}, "without the person", "one level forgotten"),
    ("2.8", "wrong", {"levels": LEVELS, "count": 1}, "states alone", "states alone"),
    (
        "2.8",
        "wrong",
        {"levels": LEVELS | {"the West": "state"}, "count": 6},
        "level changed after the count",
        "count not run again",
    ),
    ("2.8", "wrong", {"levels": LEVELS, "count": ...}, "left the dots", "left the dots"),
    (
        "2.9",
        "right",
        "I would write Niger's military authorities. They call themselves Conseil national pour "
        "la sauvegarde de la patrie (CNSP), which claims that they safeguard. The story says "
        "junta, which judges. My name says who they are and no more.",
        "own name, another's name, a reason",
    ),
    (
        "2.9",
        "right",
        "Mali's body calls itself Gouvernement de la transition. Others write junta for it. I "
        "would say authorities of the transition, because it has a date and no praise.",
        "Mali's authority",
    ),
    (
        "2.9",
        "right",
        "Je dirais les autorités militaires du Niger. Elles se nomment Conseil national pour la "
        "sauvegarde de la patrie. Le récit dit junte. Ce mot accuse, et l'autre se loue.",
        "in French",
    ),
    (
        "2.9",
        "right",
        "私なら「ニジェール軍当局」と呼びます。彼らは自らを祖国防衛国民評議会（CNSP）と呼びます。"
        "記事は「軍事政権」という言葉を使い、それは非難の響きがあります。だから私は中立な言葉を選びます。",
        "in Japanese, of fair length",
    ),
    (
        "2.9",
        "right",
        "سأسميها السلطات العسكرية في النيجر. فهي تسمي نفسها المجلس الوطني لحماية الوطن. ويسميها "
        "المقال الطغمة العسكرية. كلمتي أقل حكما من الاثنتين.",
        "in Arabic, of fair length",
    ),
    ("2.9", "wrong", "The junta.", "a name alone", "too short"),
    ("2.9", "wrong", "CNSP because they say so", "half a sentence", "too short"),
    (
        "2.9",
        "wrong",
        "Which name would you give it, and why? Write three sentences or more. Use its own name, "
        "from the column self_name where it has one, and at least one that others give it.",
        "copied the question",
        "copied from the question",
    ),
    ("2.9", "wrong", "\n...\n", "left the dots", "left the dots"),
    ("2.9", "wrong", "a. b. c.", "three letters with full stops", "no sentences"),
    ("2.9", "wrong", "\t\n", "only white space", "blank"),
]
