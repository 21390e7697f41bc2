"""The numbers of lesson 05 and its exercise."""

from __future__ import annotations

import re
from functools import cache

import pandas as pd
from world import ROOT, Below, case, checked, code, events, prose, sentences, several, written

from realignment import agreement
from realignment.events import read_codebook
from realignment.questions import lesson_05 as asked
from realignment.questions import quick


@cache
def table(field: str) -> pd.DataFrame:
    """Return one field of the coders' main rows: sentences in rows, coders in columns."""
    return agreement.table(case().codings, field)


@cache
def parted(field: str) -> pd.DataFrame:
    """Return the sentences on which the coders disagree."""
    return agreement.disagreements(case().codings, field)


def coders() -> int:
    """Count the coders."""
    return case().codings["coder"].nunique()


def six() -> pd.DataFrame:
    """Return the six rows that the lesson compares by hand."""
    first, end = map(int, re.search(r"isin\(range\((\d+), (\d+)\)\)", code("05")).groups())
    types = table("event_type")[["B", "D"]]
    return types[types.index.isin(range(first, end))]


def same_of_six() -> int:
    """Count those on which the two write the same."""
    return int((six()["B"] == six()["D"]).sum())


def alike_and_apart() -> list[float]:
    """Return how many of the six are alike, how many there are, and how many are apart."""
    apart = six()[six()["B"] != six()["D"]].index
    return checked(13 in apart, same_of_six(), len(six()), len(apart))


def pool() -> list[int]:
    """Return the rows, and the values that lie in one pool."""
    return [len(six()), six().size]


def interval_of_six() -> list[float]:
    """Return the quarters that the upper ends reach, and the units; no lower end is above 0."""
    found = [agreement.cohen(six()["B"], six()["D"]), agreement.krippendorff(six())]
    [quarters] = {int(4 * one.high) for one in found}
    return checked(all(one.low <= 0 for one in found), quarters, found[0].units)


def narrower() -> list[float]:
    """Return units and coders of the whole story, of which the interval is narrower."""
    few, whole = agreement.krippendorff(six()), agreement.krippendorff(table("event_type"))
    return checked(whole.high - whole.low < few.high - few.low, whole.units, whole.coders)


def vouchers_alike() -> list[int]:
    """Return on how many main rows A and D name the same voucher, and of how many."""
    values = table("attributed_to")
    return [int((values["A"] == values["D"]).sum()), len(values)]


def by_machine() -> list[float]:
    """Return how often *author* in every row would agree with A, of how many; and A with D."""
    values = table("attributed_to")
    assert set(values["D"]) == {"author"}
    return [int((values["A"] == "author").sum()), len(values), vouchers_alike()[0]]


def telling_sentence() -> list[float]:
    """Return the one sentence on which A and D part; it is the one with a voucher not named."""
    values = table("attributed_to")
    apart = list(values[values["A"] != values["D"]].index)
    unnamed = events()[(events()["main"] == "yes") & (events()["attributed_to"] == "UNK")]
    return checked(apart == list(unnamed["sentence"]), *apart)


def percent_and_kappa() -> list[float]:
    """Return percent agreement of A and D, and κ."""
    values = table("attributed_to")
    both = values["A"], values["D"]
    return [round(100 * agreement.percent(*both).value), round(agreement.cohen(*both).value, 9)]


def one_certainty() -> list[int]:
    """Return first and last sentence of those at the start that all coders held equally sure."""
    values = table("certainty")
    alike = (values == values.iloc[0, 0]).all(axis="columns")
    last = alike[~alike].index[0] - 1
    return [values.index[0], last, values.shape[1]]


def undefined() -> list[float]:
    """Return what full agreement of these would be called, if α were not undefined."""
    values = table("certainty").head(one_certainty()[1])
    share = agreement.percent(values["A"], values["D"]).value
    return checked(agreement.krippendorff(values).value is None, share)


def without_an_act() -> list[float]:
    """Count the sentences of which the main row is no event; most coders have a dash there."""
    rows = events()[(events()["main"] == "yes") & (events()["kind"] != "event")]
    dashes = (table("event_type").loc[list(rows["sentence"])] == "-").sum(axis="columns")
    return checked((dashes > coders() / 2).all(), len(rows))


def with_an_act() -> int:
    """Count the sentences of which the main row is an event."""
    return int(((events()["main"] == "yes") & (events()["kind"] == "event")).sum())


def units_left() -> list[float]:
    """Count the units that are left without the dash; α falls, its interval is wide."""
    kept, left = (agreement.krippendorff(table("event_type"), empty=e) for e in ("code", "missing"))
    wider = left.high - left.low > kept.high - kept.low
    return checked(left.value < kept.value and wider, left.units)


def alone_on_14() -> list[float]:
    """Return the sentence on which one coder alone saw an event, and how many saw none."""
    none = (parted("event_type") == "-").sum(axis="columns")
    [number] = none[none == coders() - 1].index
    row = parted("event_type").loc[number]
    return checked(row["D"] == "COOPERATE", number, int(none[number]), int((row != "-").sum()))


def missing_in_a_third() -> list[float]:
    """Return the sentence without which α is undefined, as it is in a third of the draws."""
    measure = agreement.krippendorff(table("attributed_to"))
    return checked(
        0.3 < measure.undefined_draws / agreement.RESAMPLES < 0.37, *parted("attributed_to").index
    )


def columns_drawn() -> int:
    """Count the columns that the lesson's picture has."""
    fields = re.search(r"for field in (\[.+?\]):\n\s+values = agreement", code("05"))[1]
    return fields.count('"') // 2


def listed_sentences() -> list[int]:
    """Return the sentences on which the types differ, as the lesson lists them."""
    return [int(number) for number in re.findall(r"^- \*\*(\d+)\*\*: ", prose("05"), re.MULTILINE)]


def in_the_list(place: int) -> list[float]:
    """Return a sentence of that list, on which the types do differ because two things are told."""
    number = listed_sentences()[place]
    return checked(number in for_a_reason("two things"), number)


def parted_and_reasons() -> list[int]:
    """Return on how many sentences the types differ, and how many the lesson lists."""
    return [len(parted("event_type")), len(listed_sentences())]


def two_against_two() -> list[int]:
    """Return the sentence on which as many coders wrote one type as another, and how many."""
    counts = parted("event_type").apply(lambda row: sorted(row.value_counts()), axis="columns")
    [number] = counts[counts.map(lambda split: split == [2, 2])].index
    return [number, *counts[number]]


def for_a_reason(*reasons: str) -> list[int]:
    """Return the sentences on which the types differ for these reasons, in their order."""
    why = {number: asked.parted(case(), number) for number in parted("event_type").index}
    return [number for reason in reasons for number in why if why[number] == reason]


def one_body() -> list[int]:
    """Return the sentences in which one body has the code of a government and of an army."""
    labels = {"NER/GOV", "NER/MIL"}
    return [n for n, row in parted("actor").iterrows() if set(row) == labels]


def neighbours() -> list[int]:
    """Return the sentence in which the same happens to several states at once, and how many."""
    states = parted("actor").map(to_state)
    same = states[(states.nunique(axis="columns") == 1) & states["A"].str.contains(";")]
    [number] = same.index
    return [number, len(same.at[number, "A"].split(";"))]


def to_state(codes: str) -> str:
    """Cut codes down to states."""
    return ";".join(part.split("/")[0] for part in codes.split(";"))


def still_apart() -> list[float]:
    """Count the sentences with more than one state as actor, all made so by coder D."""
    states = table("actor").map(to_state)
    left = states[states.nunique(axis="columns") > 1]
    without_d = left.drop(columns="D").nunique(axis="columns")
    return checked((without_d == 1).all(), len(left))


def military_in_2() -> list[float]:
    """Return the sentence, how many coders wrote NER/MIL in it, and of how many."""
    first = one_body()[0]
    wrote = table("actor").loc[first]
    return [first, int((wrote == "NER/MIL").sum()), len(wrote)]


def vote() -> list[float]:
    """Return how the coders part on the actor of sentence 2; the reference is with the fewer."""
    counts = table("actor").loc[2].value_counts()
    reference = events()[(events()["main"] == "yes") & (events()["sentence"] == 2)]["actor"]
    actor = case().actors.set_index("actor_id").loc[reference.item()]
    return checked(counts.idxmin() == actor["code"], *counts)


def main_sentences(*names: str) -> list[float]:
    """Return the sentences of rows, which are main rows."""
    rows = events().set_index("event_id").loc[list(names)]
    return checked(set(rows["main"]) == {"yes"}, *rows["sentence"])


def near_the_machine() -> list[float]:
    """Return how many rows B and D have, whose κ is nearly that of the lesson's dictionary."""
    both = asked.machine(written("05", "keywords"), case())
    apart = (
        agreement.cohen(six()["B"], six()["D"]).value
        - agreement.cohen(both["reference"], both["machine"]).value
    )
    return checked(abs(apart) < 0.05, len(six()))


def findings() -> int:
    """Count the rows of the table of findings."""
    return len(re.findall(r"^\| [A-Z].+ \(\d{4}\) \|", prose("05"), re.MULTILINE))


def models() -> list[int]:
    """Return how many codings there are, and how many outlooks ``data/README.md`` gives."""
    page = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
    outlooks = re.search(r"\(A .+?, B .+?, C .+?, D .+?\)", page)[0]
    return [coders(), outlooks.count(",") + 1]


def actor_apart() -> list[float]:
    """Count the sentences on which A and C differ; A has the government, C the army of Niger."""
    values = table("actor")[list(asked.PAIR)]
    apart = values[values["A"] != values["C"]]
    return checked(set(apart["A"]) == {"NER/GOV"} and set(apart["C"]) == {"NER/MIL"}, len(apart))


def paper() -> list[int]:
    """Return how many rows question 5.2 has, and the first and last sentence."""
    rows = asked.six(case())
    return [len(rows), rows.index[0], rows.index[-1]]


def by_luck() -> list[float]:
    """Hold luck against a third of a third: one value in common, twice with each coder."""
    rows = asked.six(case())
    common = set(rows["A"]) & set(rows["B"])
    twice = {int((rows[coder] == "USA").sum()) for coder in rows}
    luck = asked.parts_of(rows)["expected"]
    return checked(common == {"USA"} and twice == {2} and abs(luck - 1 / 3 / 3) < 1e-9)


def usa_of_six() -> list[int]:
    """Return how often each of A and B has the USA, and in how many rows."""
    rows = asked.six(case())
    [count] = {int((rows[coder] == "USA").sum()) for coder in rows}
    return [count, len(rows)]


def left_empty() -> int:
    """Count the rows in which A leaves the recipient empty and B names one."""
    rows = asked.six(case())
    return int(((rows["A"] == "-") & (rows["B"] != "-")).sum())


@cache
def coups() -> pd.DataFrame:
    """Return the invented table of question 5.4, which stands in the prose."""
    rows = re.findall(
        r"^\| \*\*first coder: (?:no|yes)\*\* \| (\d+) \| (\d+) \|$",
        prose("05", "solutions"),
        re.MULTILINE,
    )
    return pd.DataFrame(rows, index=["no", "yes"], columns=["no", "yes"]).astype(int)


def read_sentences() -> int:
    """Count the sentences that the two coders of question 5.4 have read."""
    return int(coups().to_numpy().sum())


def percent_alike() -> int:
    """Return on how many of a hundred they agree."""
    alike = coups().at["no", "no"] + coups().at["yes", "yes"]
    return int(100 * alike / read_sentences())


def always_no() -> list[float]:
    """Return how many sentences there are, and on how many of them *no* agrees with either coder."""
    [alike] = {coups().loc["no"].sum(), coups()["no"].sum()}
    return [read_sentences(), alike]


def apart_of_all() -> list[int]:
    """Return on how many sentences they differ, and how many there are."""
    apart = coups().at["no", "yes"] + coups().at["yes", "no"]
    return [apart, read_sentences()]


def kappa_of_the_coups() -> Below:
    """Return κ of the two coders of question 5.4, a little below 0."""
    first, other = [], []
    for one, row in coups().iterrows():
        for two, count in row.items():
            first += [one] * count
            other += [two] * count
    return Below(agreement.cohen(first, other).value, within=0.1)


def breaking_off() -> int:
    """Count the sentences that have the words *breaking off*."""
    return int(case().sentences["text"].str.lower().str.contains("breaking off").sum())


def apart_on_valence() -> list[float]:
    """Return how many sentences the coders give different valences, and which."""
    return [len(parted("valence")), *parted("valence").index]


def reasons() -> list[float]:
    """Return how many reasons question 5.6 has, and that one of them is a gap in the codebook."""
    assert set(asked.reasons(case()).values()) == set(asked.REASONS)
    return [len(asked.REASONS), sum("types" in words for words in asked.REASONS.values())]


def one_quarrel() -> int:
    """Return in how many sentences the quarrel of government and military returns."""
    actors = table("actor")
    torn = actors.isin(["NER/GOV", "NER/MIL"]).all(axis="columns") & (actors.nunique(axis=1) > 1)
    return int(torn.sum())


FACTS = {
    "recall": lambda: sum(q.again[0] < 5 for q in quick.of_lesson(5)),
    "words-that-count": lambda: asked.QUESTIONS[-1].reads.least,
    "coders": coders,
    "one-quarrel": one_quarrel,
    "sentences": sentences,
    "coders-and-rows": lambda: [six().shape[1], len(six())],
    "codings": lambda: [
        coders(),
        models()[1],
    ],
    "which-six": lambda: [len(six()), six().index[0], six().index[-1]],
    "six": lambda: len(six()),
    "alike-and-apart": alike_and_apart,
    "sides": lambda: len(read_codebook().types),
    "pool": pool,
    "interval-of-six": interval_of_six,
    "narrower": narrower,
    "vouchers-alike": vouchers_alike,
    "by-machine": by_machine,
    "telling-sentence": telling_sentence,
    "one-certainty": one_certainty,
    "undefined": undefined,
    "without-an-act": without_an_act,
    "units-left": units_left,
    "alone-on-14": alone_on_14,
    "columns-drawn": columns_drawn,
    "missing-in-a-third": missing_in_a_third,
    "models": models,
    "parted-and-reasons": parted_and_reasons,
    "parted-on-3": lambda: in_the_list(0),
    "parted-on-9": lambda: in_the_list(1),
    "two-against-two": two_against_two,
    "parted-on-14": lambda: alone_on_14()[:2],
    "about-meaning": lambda: for_a_reason("gap", "two things"),
    "about-being-an-event": lambda: for_a_reason("kind"),
    "one-body": one_body,
    "neighbours": neighbours,
    "still-apart": still_apart,
    "military-in-2": military_in_2,
    "main-rows": lambda: main_sentences("E04", "E30"),
    "words": lambda: len(written("05", "keywords")),
    "near-the-machine": near_the_machine,
    "findings": findings,
    "percent-and-kappa": percent_and_kappa,
    "vote": vote,
    "actor-apart": actor_apart,
    "rows-of-two-others": lambda: asked.six(case()).shape,
    "first-six": lambda: paper()[1:],
    "by-luck": by_luck,
    "columns": lambda: len(asked.FIELDS),
    "sentences-read": lambda: [coups().ndim, read_sentences()],
    "first-coder-no": lambda: list(coups().loc["no"]),
    "first-coder-yes": lambda: list(coups().loc["yes"]),
    "percent-alike": percent_alike,
    "always-no": always_no,
    "sentences-shown": lambda: len(asked.PARTED),
    "goals": lambda: [
        asked.LEAST_PRECISION,
        asked.LEAST_RECALL,
    ],
    "characters": lambda: asked.LONGEST_KEYWORD,
    "breaking-off": breaking_off,
    # what the questions say
    "share_by_hand why": actor_apart,
    "share_by_hand measure_confused": coders,
    "kappa_by_hand wrong_selection": lambda: len(asked.six(case())),
    "reasons_to_disagree kind_confused": coders,
    "kappa_by_hand incomplete 2": lambda: len(asked.six(case())),
    "dash_as_gap measure_confused 2": coders,
    "kappa_by_hand hint 1": lambda: len(asked.six(case())),
    "kappa_by_hand why": several(usa_of_six, left_empty),
    "columns_by_kappa asks": lambda: len(asked.FIELDS),
    "columns_by_kappa hint 2": lambda: len(asked.FIELDS),
    "columns_by_kappa wrong_selection": lambda: [
        coders(),
        len(asked.APART),
    ],
    "flaw_in_a_report hint 2": lambda: always_no()[:1],
    "flaw_in_a_report why": kappa_of_the_coups,
    "flaw_in_a_report disagreement_counted": apart_of_all,
    "dash_as_gap why": apart_on_valence,
    "reasons_to_disagree asks": lambda: len(asked.PARTED),
    "reasons_to_disagree hint 1": coders,
    "reasons_to_disagree why": reasons,
    "reasons_to_disagree authority_confused": coders,
    "reasons_to_disagree authority_confused 2": coders,
    "reasons_to_disagree neighbouring_type": lambda: [
        coders(),
        table("event_type").loc[13].nunique(),
    ],
    "reasons_to_disagree state_as_event": lambda: alone_on_14()[1],
    "coder_of_words asks": lambda: [
        asked.LEAST_PRECISION,
        asked.LEAST_RECALL,
    ],
    "coder_of_words hint 1": with_an_act,
    "adjudicate rubric 1": coders,
    "adjudicate rubric 5": coders,
}

NO_FACTS = {
    "mikhaylov-laver": "Mikhaylov, Laver and Benoit (2012)",
    "artstein-poesio": "Artstein and Poesio (2008)",
    "categories-study": "the categories of that study",
    "manner-speaking": "a manner of speaking",
    "how-much": "says how much to write",
}
