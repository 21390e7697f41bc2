"""Answers to the questions of exercise 02, written from lesson and exercise alone."""

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
IN_FRENCH = {"state": "État", "authority": "autorité", "organ": "organe"}
IN_FRENCH |= {"person": "personne", "media": "média", "label": "étiquette"}
OFFERED = ["Washington", "The Pentagon", "the West", "AFP", "French troops", "the military"]
UP = ["P_MILLER", "USA_DOS", "USA_GOV", "USA"]
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
REACHING = {"state", "authority", "organ", "person"}


def _found(case):
    found = mentions(case.sentences, case.actors)
    found["state"] = found["actor_id"].map(roll_up(case.actors))
    return found


def _american(case):
    found = _found(case)
    return found[found["state"] == "USA"]


def _names_and_actors(table):
    return {"names": table["words"].nunique(), "actors": table["actor_id"].nunique()}


def _by_alias(case):
    """Take the level of each name from the column aliases, as a Series."""
    table = case.actors.assign(words=case.actors["aliases"].str.split(" | ", regex=False))
    return table.explode("words").set_index("words")["level"].loc[list(LEVELS)]


def _climb(case, start, kept_first=True):
    parent = dict(zip(case.actors["actor_id"], case.actors["parent"], strict=True))
    steps = [start] if kept_first else []
    while parent[start]:
        start = parent[start]
        steps.append(start)
    return steps


def _rolled(case, column="actor"):
    return case.events[column].map(roll_up(case.actors))


def _two(states):
    return {"NER": int((states == "NER").sum()), "USA": int((states == "USA").sum())}


def _rows(case):
    return case.events.set_index("event_id").loc[list(GOVERNED)]


def _before_or_after(case):
    """Compare the dates as texts with the day of the coup; an empty text sorts first."""
    dates = _rows(case)["date"]
    return {name: "NER_GOV" if day < "2023-07-26" else "NER_CNSP" for name, day in dates.items()}


def _as_iso():
    codes = read_country_codes()
    return codes.set_index("iso2")["country"].reindex(list(MEANT)).to_dict()


def _reach(levels):
    return sum(level in REACHING for level in levels.values())


ANSWERS = [
    # 2.1 the level of the actor behind each name
    ("2.1", "right", LEVELS, "the dict filled in"),
    ("2.1", "right", _by_alias, "looked up by the column aliases, as a Series"),
    (
        "2.1",
        "right",
        lambda case: _by_alias(case).reset_index(),
        "looked up by the column aliases, as a table of words and level",
    ),
    ("2.1", "right", {name: level.upper() for name, level in LEVELS.items()}, "in capitals"),
    (
        "2.1",
        "right",
        {name: IN_FRENCH[level] for name, level in LEVELS.items()},
        "in French, with accents",
    ),
    ("2.1", "right", list(LEVELS.values()), "the eight levels alone, in the order asked"),
    (
        "2.1",
        "wrong",
        LEVELS | {"Mali": "authority"},
        "the juntas of sentence 15 taken for what the country's name means",
    ),
    (
        "2.1",
        "defensible",
        LEVELS | {"Niger's military": "authority"},
        "the military took power and has governed since",
    ),
    ("2.1", "wrong", LEVELS | {"the West": "state"}, "the West called a state"),
    ("2.1", "wrong", LEVELS | {"the junta": "state"}, "the junta called a state"),
    ("2.1", "wrong", LEVELS | {"the junta": "person"}, "the junta called a person"),
    ("2.1", "wrong", LEVELS | {"Bazoum": "authority"}, "the president called an authority"),
    ("2.1", "wrong", LEVELS | {"AFP": "organ"}, "the news agency called an organ"),
    ("2.1", "wrong", LEVELS | {"The Pentagon": "label"}, "the metonym called a label"),
    ("2.1", "wrong", LEVELS | {"Mali": "label"}, "the country called a label"),
    (
        "2.1",
        "wrong",
        LEVELS | {"Washington": "organ", "The Pentagon": "authority"},
        "Washington and the Pentagon exchanged",
    ),
    (
        "2.1",
        "wrong",
        LEVELS | {"Bazoum": "state", "the West": "state", "AFP": "organ"},
        "three names with a wrong level: Bazoum, the West, AFP",
    ),
    (
        "2.1",
        "wrong",
        lambda case: dict(zip(LEVELS, case.actors["level"], strict=False)),
        "the first eight cells of the column level, whoever stands there",
    ),
    ("2.1", "unreadable", LEVELS | {"Mali": ...}, "one name still has its dots"),
    ("2.1", "unreadable", LEVELS | {"Washington": "city"}, "a level that is not offered"),
    # 2.2 names and actors of the United States
    ("2.2", "right", lambda case: _names_and_actors(_american(case)), "nunique of two columns"),
    (
        "2.2",
        "right",
        lambda case: _american(case)[["words", "actor_id"]].nunique(),
        "nunique of the table, a Series under the names of the columns",
    ),
    (
        "2.2",
        "right",
        lambda case: tuple(_names_and_actors(_american(case)).values()),
        "a pair in the order asked",
    ),
    (
        "2.2",
        "right",
        lambda case: {
            "names": len(set(_american(case)["words"])),
            "actors": len(_american(case)["actor_id"].value_counts()),
        },
        "the length of a set and of value_counts",
    ),
    ("2.2", "right", {"names": "12", "actors": "8"}, "numbers as texts"),
    ("2.2", "right", {"names": 12, "actors": "eight"}, "one number in a word"),
    ("2.2", "right", {"names": np.float64(12), "actors": np.float64(8)}, "numbers of numpy"),
    (
        "2.2",
        "wrong",
        lambda case: {"names": len(_american(case)), "actors": len(_american(case))},
        "the mentions counted, twice",
    ),
    (
        "2.2",
        "wrong",
        lambda case: {
            "names": len(_american(case)),
            "actors": _american(case)["actor_id"].nunique(),
        },
        "the mentions counted in place of the names",
    ),
    (
        "2.2",
        "wrong",
        lambda case: {
            "names": _american(case)["actor_id"].nunique(),
            "actors": _american(case)["words"].nunique(),
        },
        "names and actors exchanged",
    ),
    ("2.2", "wrong", lambda case: _names_and_actors(_found(case)), "the filter forgotten"),
    (
        "2.2",
        "wrong",
        lambda case: _names_and_actors(_found(case)[_found(case)["actor_id"].str[:3] == "USA"]),
        "kept what begins with USA: the two persons are lost",
    ),
    (
        "2.2",
        "wrong",
        lambda case: _names_and_actors(_found(case)[_found(case)["actor_id"] == "USA"]),
        "kept the state alone, without its bodies",
    ),
    (
        "2.2",
        "wrong",
        lambda case: _names_and_actors(_found(case)[_found(case)["state"] == "NER"]),
        "the mentions of Niger in place of the American ones",
    ),
    (
        "2.2",
        "wrong",
        lambda case: {
            "names": _american(case)["words"].nunique(),
            "actors": _american(case)["state"].nunique(),
        },
        "the states counted in place of the actors",
    ),
    (
        "2.2",
        "wrong",
        lambda case: {
            "names": _american(case)["sentence"].nunique(),
            "actors": _american(case)["actor_id"].nunique(),
        },
        "the sentences counted in place of the names",
    ),
    ("2.2", "wrong", {"names": 12, "actors": 7}, "one actor too few, counted by eye"),
    (
        "2.2",
        "unreadable",
        lambda case: {
            "names": list(_american(case)["words"].unique()),
            "actors": list(_american(case)["actor_id"].unique()),
        },
        "the names and the actors themselves in place of their numbers",
    ),
    ("2.2", "unreadable", 12, "one number where two are asked for"),
    # 2.3 places that act
    ("2.3", "right", ["Washington", "The Pentagon"], "a list"),
    ("2.3", "right", ("The Pentagon", "Washington"), "a tuple, the other way round"),
    ("2.3", "right", {"Washington", "The Pentagon"}, "a set"),
    ("2.3", "right", "Washington, The Pentagon", "one text with a comma"),
    ("2.3", "right", "Washington and the Pentagon", "one text with and"),
    ("2.3", "right", ["washington", "pentagon"], "small letters, without the article"),
    (
        "2.3",
        "right",
        lambda case: pd.Series(OFFERED)[pd.Series(OFFERED).isin(["Washington", "The Pentagon"])],
        "a Series that isin has kept",
    ),
    ("2.3", "wrong", ["Washington"], "the Pentagon missed: it is no city"),
    ("2.3", "wrong", "The Pentagon", "Washington missed"),
    ("2.3", "wrong", ["Washington", "The Pentagon", "the West"], "the West too"),
    ("2.3", "wrong", ["Washington", "The Pentagon", "French troops"], "French troops too"),
    ("2.3", "wrong", ["Washington", "The Pentagon", "the military"], "the military too"),
    ("2.3", "wrong", ["Washington", "the West"], "places in the wide sense, without the Pentagon"),
    ("2.3", "wrong", OFFERED, "all six"),
    (
        "2.3",
        "wrong",
        [name for name in OFFERED if name[0].isupper()],
        "those that begin with a capital letter",
    ),
    (
        "2.3",
        "wrong",
        [name for name in OFFERED if name not in ("Washington", "The Pentagon")],
        "the other four: what is no metonym",
    ),
    ("2.3", "wrong", [], "an empty list: none of them"),
    ("2.3", "unreadable", [...], "the dots left as they were"),
    ("2.3", "unreadable", 2, "how many, in place of which"),
    # 2.4 from the spokesman up to the state
    ("2.4", "right", UP, "the list typed"),
    ("2.4", "right", lambda case: _climb(case, "P_MILLER"), "the lesson's loop"),
    ("2.4", "right", lambda case: pd.Series(_climb(case, "P_MILLER")), "the loop, as a Series"),
    ("2.4", "right", lambda case: tuple(_climb(case, "P_MILLER")), "the loop, as a tuple"),
    ("2.4", "right", "P_MILLER > USA_DOS > USA_GOV > USA", "one text with signs"),
    ("2.4", "right", "P_MILLER, USA_DOS, USA_GOV, USA", "one text with commas"),
    ("2.4", "right", "\n".join(UP), "one text, a step a line, as the lesson prints it"),
    (
        "2.4",
        "right",
        lambda case: list(
            case.actors.set_index("actor_id")["name"].loc[_climb(case, "P_MILLER")],
        ),
        "the names of the four in the column name",
    ),
    ("2.4", "wrong", UP[::-1], "from the state down"),
    (
        "2.4",
        "wrong",
        lambda case: _climb(case, "P_MILLER", kept_first=False),
        "the first left out: the loop keeps only parents",
    ),
    ("2.4", "wrong", UP[:-1], "the state left out"),
    ("2.4", "wrong", ["P_MILLER", "USA"], "straight to the state, as roll_up does"),
    ("2.4", "wrong", ["P_MILLER", "USA_DOS", "USA"], "the government left out"),
    ("2.4", "wrong", ["P_MILLER", "USA_GOV", "USA"], "the department left out"),
    ("2.4", "wrong", ["P_MILLER", "USA_DOD", "USA_GOV", "USA"], "by way of the Pentagon"),
    ("2.4", "wrong", lambda case: _climb(case, "P_BLINKEN"), "begun with Blinken"),
    (
        "2.4",
        "wrong",
        lambda case: _climb(case, "USA_FORCES"),
        "the lesson's own example, the forces",
    ),
    (
        "2.4",
        "wrong",
        lambda case: roll_up(case.actors)["P_MILLER"],
        "the state alone, by roll_up",
    ),
    ("2.4", "unreadable", ..., "nothing filled in"),
    ("2.4", "unreadable", 4, "how many steps, in place of which"),
    # 2.5 who governed at the time of five rows
    ("2.5", "right", GOVERNED, "the dict filled in"),
    ("2.5", "right", pd.Series(GOVERNED), "as a Series"),
    ("2.5", "right", list(GOVERNED.items()), "a list of pairs"),
    (
        "2.5",
        "right",
        pd.DataFrame({"event_id": list(GOVERNED), "governed": list(GOVERNED.values())}),
        "a table of two columns",
    ),
    ("2.5", "right", {name: who.lower() for name, who in GOVERNED.items()}, "small letters"),
    ("2.5", "right", list(GOVERNED.values()), "the five alone, in the order asked"),
    ("2.5", "wrong", dict.fromkeys(GOVERNED, "NER_CNSP"), "who governs now, in all five"),
    ("2.5", "wrong", GOVERNED | {"E34": "NER_CNSP"}, "today's rulers where the text gives no time"),
    ("2.5", "wrong", GOVERNED | {"E34": "NER_GOV"}, "the past taken for President Bazoum's time"),
    ("2.5", "wrong", _before_or_after, "dates compared as texts: the empty one sorts first"),
    ("2.5", "wrong", GOVERNED | {"E24": "NER_CNSP"}, "the visit of 2023 put after the coup"),
    ("2.5", "wrong", GOVERNED | {"E07": "NER_GOV"}, "the visit of 2024 put before the coup"),
    (
        "2.5",
        "wrong",
        lambda case: _rows(case)["actor"].to_dict(),
        "who acts in the row, in place of who governed",
    ),
    (
        "2.5",
        "wrong",
        lambda case: _rows(case)["recipient"].to_dict(),
        "who is acted upon, in place of who governed",
    ),
    (
        "2.5",
        "wrong",
        {
            name: {"NER_GOV": "NER_CNSP", "NER_CNSP": "NER_GOV"}.get(who, who)
            for name, who in GOVERNED.items()
        },
        "the two authorities exchanged",
    ),
    ("2.5", "wrong", dict.fromkeys(GOVERNED, "UNK"), "no time read from any row"),
    ("2.5", "wrong", GOVERNED | {"E25": "UNK"}, "the date about March 2023 taken for none"),
    ("2.5", "unreadable", GOVERNED | {"E25": ...}, "one row still has its dots"),
    ("2.5", "unreadable", GOVERNED | {"E04": "USA_GOV"}, "a government of another state"),
    # 2.6 rows by the state that acts
    ("2.6", "right", lambda case: _two(_rolled(case)), "rolled up, and counted"),
    ("2.6", "right", lambda case: _rolled(case).value_counts(), "value_counts, with other states"),
    (
        "2.6",
        "right",
        lambda case: _rolled(case).value_counts()[["NER", "USA"]],
        "value_counts, the two picked out",
    ),
    (
        "2.6",
        "right",
        lambda case: (int((_rolled(case) == "NER").sum()), int((_rolled(case) == "USA").sum())),
        "a pair in the order asked",
    ),
    (
        "2.6",
        "right",
        lambda case: dict(_rolled(case).value_counts()),
        "a dict of all states",
    ),
    ("2.6", "right", {"Niger": 16, "United States": 14}, "the names of the states as keys"),
    ("2.6", "right", {"NER": "16", "USA": "14"}, "numbers as texts"),
    ("2.6", "wrong", lambda case: _two(case.events["actor"]), "not rolled up"),
    (
        "2.6",
        "wrong",
        lambda case: _two(case.events["actor"].str[:3]),
        "the first three letters: rows with a semicolon counted, persons lost",
    ),
    ("2.6", "wrong", lambda case: _two(_found(case)["state"]), "the mentions, not the rows"),
    ("2.6", "wrong", lambda case: _two(_rolled(case, "recipient")), "the column recipient"),
    (
        "2.6",
        "wrong",
        lambda case: _two(
            case.events["actor"].str.split(";").explode().map(roll_up(case.actors)),
        ),
        "the rows with several actors taken apart and counted too",
    ),
    (
        "2.6",
        "wrong",
        lambda case: _two(case.events["actor"].str.split(";").str[0].map(roll_up(case.actors))),
        "the first actor of the rows with several counted too",
    ),
    (
        "2.6",
        "wrong",
        lambda case: _two(_rolled(case)[case.events["main"] == "yes"]),
        "the main rows alone",
    ),
    (
        "2.6",
        "wrong",
        lambda case: {
            state: int((case.events["actor"] == authority).sum())
            for state, authority in [("NER", "NER_CNSP"), ("USA", "USA_GOV")]
        },
        "the governments alone",
    ),
    (
        "2.6",
        "wrong",
        lambda case: {
            "NER": int((_rolled(case) == "USA").sum()),
            "USA": int((_rolled(case) == "NER").sum()),
        },
        "the two numbers exchanged",
    ),
    (
        "2.6",
        "wrong",
        lambda case: _two(case.events["actor"].drop_duplicates().map(roll_up(case.actors))),
        "different actors, not rows",
    ),
    (
        "2.6",
        "wrong",
        lambda case: _two(_rolled(case).drop_duplicates()),
        "every state once: duplicates dropped before counting",
    ),
    ("2.6", "unreadable", lambda case: _rolled(case), "the column of states, not counted"),
    ("2.6", "unreadable", {"NER": 16, "USA": ...}, "one number missing"),
    # 2.7 codes of the other list
    ("2.7", "right", MEANT, "the dict filled in"),
    (
        "2.7",
        "right",
        lambda case: read_country_codes().set_index("fips")["country"].loc[list(MEANT)],
        "looked up in the column fips, as a Series",
    ),
    (
        "2.7",
        "right",
        lambda case: read_country_codes()[["fips", "country"]],
        "the two columns of the whole table",
    ),
    (
        "2.7",
        "right",
        lambda case: {
            code: read_country_codes().query("fips == @code")["country"].item() for code in MEANT
        },
        "a loop with query",
    ),
    (
        "2.7",
        "right",
        dict(zip(MEANT, ["NER", "NGA", "BEN", "BFA", "RUS", "MLI"], strict=True)),
        "codes of three letters in place of names",
    ),
    (
        "2.7",
        "right",
        MEANT | {"BN": "Bénin", "RS": "Russie"},
        "two names as they are spelled in French",
    ),
    ("2.7", "right", {code: name.lower() for code, name in MEANT.items()}, "small letters"),
    ("2.7", "right", MEANT | {"RS": "Russian Federation"}, "the official name of Russia"),
    ("2.7", "defensible", MEANT | {"UV": "Upper Volta"}, "Burkina Faso by its name until 1984"),
    ("2.7", "wrong", lambda case: _as_iso(), "read by the ISO list throughout"),
    ("2.7", "wrong", MEANT | {"NG": "Nigeria"}, "NG read by the ISO list"),
    ("2.7", "wrong", MEANT | {"NG": "Nigeria", "NI": "Niger"}, "Niger and Nigeria exchanged"),
    ("2.7", "wrong", MEANT | {"RS": "Serbia"}, "RS read by the ISO list"),
    ("2.7", "wrong", MEANT | {"BN": "Brunei", "RS": "Serbia"}, "two read by the ISO list"),
    ("2.7", "wrong", MEANT | {"UV": "Uruguay"}, "UV guessed"),
    ("2.7", "wrong", MEANT | {"ML": "Malaysia"}, "ML guessed"),
    ("2.7", "wrong", MEANT | {"RS": "Rwanda", "BN": "Bangladesh"}, "RS and BN guessed"),
    (
        "2.7",
        "wrong",
        lambda case: dict(zip(MEANT, read_country_codes()["country"], strict=False)),
        "the first six countries of the table, whatever their code",
    ),
    ("2.7", "unreadable", MEANT | {"UV": ...}, "one code still has its dots"),
    ("2.7", "unreadable", MEANT | {"UV": "no idea"}, "a text that is no country"),
    # 2.8 counted from one's own levels
    ("2.8", "right", {"levels": LEVELS, "count": _reach(LEVELS)}, "counted by Python"),
    (
        "2.8",
        "right",
        {"levels": LEVELS, "count": pd.Series(LEVELS).isin(REACHING).sum()},
        "counted with isin",
    ),
    (
        "2.8",
        "right",
        {"levels": LEVELS | {"Mali": "authority"}, "count": 6},
        "another level for Mali, which reaches a state as well",
    ),
    (
        "2.8",
        "right",
        {"levels": LEVELS | {"the West": "state"}, "count": 7},
        "by levels in which the West is a state: one more",
    ),
    ("2.8", "right", {"levels": LEVELS, "count": "six"}, "the number in a word"),
    ("2.8", "right", {"levels": pd.Series(LEVELS), "count": np.int64(6)}, "Series and numpy"),
    ("2.8", "wrong", {"levels": LEVELS, "count": 8}, "all eight"),
    ("2.8", "wrong", {"levels": LEVELS, "count": 2}, "those that cannot"),
    (
        "2.8",
        "wrong",
        {"levels": LEVELS, "count": list(LEVELS.values()).count("state")},
        "the states alone",
    ),
    (
        "2.8",
        "wrong",
        {"levels": LEVELS, "count": sum(v in {"authority", "organ"} for v in LEVELS.values())},
        "authorities and organs alone",
    ),
    (
        "2.8",
        "wrong",
        {"levels": LEVELS, "count": sum(v in REACHING - {"person"} for v in LEVELS.values())},
        "the person left out",
    ),
    (
        "2.8",
        "wrong",
        {"levels": LEVELS, "count": sum(v in REACHING - {"state"} for v in LEVELS.values())},
        "the state left out, which reaches itself: five again",
    ),
    ("2.8", "wrong", {"levels": LEVELS, "count": 7}, "the news agency counted for France"),
    (
        "2.8",
        "wrong",
        {
            "levels": LEVELS | {"Mali": "authority"},
            "count": len(set((LEVELS | {"Mali": "authority"}).values())),
        },
        "the number of different levels, where it is five",
    ),
    (
        "2.8",
        "wrong",
        lambda case: {
            "levels": LEVELS,
            "count": int((roll_up(case.actors) != "").sum()),
        },
        "the actors of the whole table that reach a state",
    ),
    (
        "2.8",
        "wrong",
        {"levels": LEVELS | {"the West": "state"}, "count": 6},
        "a level changed, and the count not made again",
    ),
    ("2.8", "wrong", {"levels": LEVELS, "count": 6 / 8}, "the share in place of the count"),
    ("2.8", "unreadable", {"levels": LEVELS, "count": ...}, "no count yet"),
    (
        "2.8",
        "unreadable",
        {"levels": LEVELS, "count": pd.Series(LEVELS).isin(REACHING)},
        "true and false for each name, not summed",
    ),
    # 2.9 what would you call them
    (
        "2.9",
        "open",
        "I would write CNSP, the Conseil national pour la sauvegarde de la patrie. It is the name "
        "that it gave itself, and the story says the junta. I would put that in quotation marks "
        "the first time, because it blames.",
        "the body's own name, and the story's",
    ),
    (
        "2.9",
        "open",
        "Je dirais « les autorités de transition » pour le Mali. Elles se nomment Gouvernement de "
        "la transition, et les journaux écrivent la junte. Mon mot n'approuve ni ne condamne "
        "personne, et tout le monde comprend de qui il s'agit.",
        "in French, of Mali",
    ),
    (
        "2.9",
        "open",
        "我会称他们为“尼日尔军事当局”。他们自称“保卫祖国全国委员会”（CNSP），报道里叫他们“军政府”。"
        "前一个名字是他们自己的说法，后一个名字带有批评的意思，所以我选择一个双方都能接受的词。",
        "in Chinese",
    ),
    (
        "2.9",
        "open",
        "For Burkina Faso I take MPSR, written out once: Mouvement patriotique pour la sauvegarde "
        'et la restauration. Agencies write "the junta" or "military rulers". In a table I\'d '
        "keep both columns; in my own text I say the authorities in Ouagadougou.",
        "of Burkina Faso, with two names that others give",
    ),
    ("2.9", "unreadable", "\n...\n", "the dots left as they were"),
    ("2.9", "unreadable", "The junta, because it is one.", "one short sentence"),
]
