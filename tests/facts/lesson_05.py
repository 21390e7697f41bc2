"""The numbers of lesson 05 and its exercise."""

from __future__ import annotations

import re
from functools import cache

import pandas as pd
from world import ROOT, Below, case, checked, code, events, prose, sentences, written

from realignment import agreement
from realignment.events import read_codebook
from realignment.questions import lesson_05 as asked


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
    luck = asked.kappa_parts(case())["expected"]
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
    "In this story these four agree well on the kind of a row": coders,
    "and one quarrel about a label returns in three of them.": one_quarrel,
    "Have the sixteen sentences beside you": sentences,
    "Here four coders fill in the same table.": coders,
    "## Two coders, six rows": lambda: [six().shape[1], len(six())],
    "The case holds four codings of the story, by coders A, B, C and D. All four are language": lambda: [
        coders(),
        models()[1],
    ],
    "For now take two of them, B and D, and six sentences.": lambda: [six().shape[1], len(six())],
    "The six are sentences 9 to 14.": lambda: [len(six()), six().index[0], six().index[-1]],
    "On how many of the six will": lambda: len(six()),
    "write the same on three of the six, and disagree on the other three, sentence 13 among them": alike_and_apart,
    "dice with sixteen sides, one for each type": lambda: len(read_codebook().types),
    "The pool of our six rows has twelve values.": pool,
    "Six sentences are few.": lambda: len(six()),
    "From nothing, or less, to three quarters and more: six sentences cannot tell.": interval_of_six,
    "With all sixteen sentences and all four coders the interval gets narrower.": narrower,
    "They agree on fifteen of sixteen rows.": vouchers_alike,
    "would agree with A fifteen times out of sixteen. So the fifteen prove nothing": by_machine,
    "whether a coder reads is sentence 16, where nobody is named": telling_sentence,
    "In sentences 1 to 11 all four coders wrote the same certainty in every row.": one_certainty,
    "Not 1, but *undefined*": undefined,
    "In seven sentences of the story the main row is no event": without_an_act,
    "seven easy dashes can make": without_an_act,
    "Read the nine sentences whose main row is an event": with_an_act,
    "because only nine units are left": units_left,
    "In sentence 14 three coders saw no event and D saw one.": alone_on_14,
    "The picture shows six columns of their main rows.": columns_drawn,
    "In a third of the draws sentence 16 was missing": missing_in_a_third,
    "## Four coders, not four people": models,
    "Four sentences, four reasons": parted_and_reasons,
    "- **3**:": lambda: in_the_list(0),
    "- **9**:": lambda: in_the_list(1),
    "- **13**: two against two.": two_against_two,
    "- **14**: a way of dealing that lasted. Three saw no event": lambda: alone_on_14()[:2],
    "Only 13 is a disagreement about the meaning of a type. Sentences 3 and 9 are about": lambda: (
        for_a_reason("gap", "two things")
    ),
    "14 is about whether it is an event at all": lambda: for_a_reason("kind"),
    "In sentences 2, 7 and 13 Niger's authorities act": one_body,
    "In sentence 15 the same happens to the authorities of two neighbours.": neighbours,
    "What is left are the two sentences in which D coded another thing.": still_apart,
    "In sentence 2 three of four wrote NER/MIL.": military_in_2,
    "E04 and E30 are the main rows of sentences 2 and 13.": lambda: main_sentences("E04", "E30"),
    "Which of its six words will go wrong?": lambda: len(written("05", "keywords")),
    "κ is nearly that of B and D on their six rows": near_the_machine,
    "Four findings to compare with": findings,
    '"They agreed on 94 % of the rows" can mean κ of 0.': percent_and_kappa,
    "Four coders, or four models, can be wrong together.": lambda: [coders(), models()[1]],
    "Three against one is a count.": vote,
    "The four codings A to D were made by language models with four outlooks": models,
    "the main rows of the four codings": coders,
    "**On which share of the sixteen main rows do coders A and C write the same actor?**": sentences,
    "They disagree three times, and each time about the code of the same body.": actor_apart,
    "Six rows again, of two other coders": lambda: asked.six(case()).shape,
    "the recipient in sentences 1 to 6. The dash": lambda: paper()[1:],
    "twice with each. So luck gives a third of a third.": by_luck,
    "Five columns: `actor`": lambda: len(asked.FIELDS),
    "Two coders have read 200 sentences": lambda: [coups().ndim, read_sentences()],
    "| **first coder: no** | 196 | 2 |": lambda: list(coups().loc["no"]),
    "| **first coder: yes** | 2 | 0 |": lambda: list(coups().loc["yes"]),
    "*The coders agree on 98 % of the sentences.": percent_alike,
    "A coder who writes *no* two hundred times agrees with either of them on 198.": always_no,
    "Five sentences. The cell shows the main rows": lambda: len(asked.PARTED),
    "It should reach a precision of 0.8 and a recall of 0.5 against": lambda: [
        asked.LEAST_PRECISION,
        asked.LEAST_RECALL,
    ],
    "No piece longer than 30 characters": lambda: asked.LONGEST_KEYWORD,
    "`breaking off` stands in one sentence only": breaking_off,
    "**Choose a row on which the four coders disagree": coders,
    "Name the sentence, the column and the four values.": coders,
    "They disagree on three sentences, each time by A's NER/GOV against C's NER/MIL.": actor_apart,
    "Which is it in these six rows?": lambda: len(asked.six(case())),
    "Both use USA in two of six rows": usa_of_six,
    "that costs three rows": left_empty,
    "Put five columns in order": lambda: len(asked.FIELDS),
    "Write a loop over the five names": lambda: len(asked.FIELDS),
    "That is the order for all four coders. The question asks for two of them.": lambda: [
        coders(),
        len(asked.APART),
    ],
    "Imagine a third coder who writes *no* two hundred times.": lambda: always_no()[:1],
    "They disagree on four of two hundred.": apart_of_all,
    "and κ is a little below 0": kappa_of_the_coups,
    "the one real disagreement, whether sentence 14 tells of an event": apart_on_valence,
    "Why do the coders disagree on five sentences?": lambda: len(asked.PARTED),
    "look at the main rows of all four": coders,
    "Four reasons, and only one of them is about the meaning of a type.": reasons,
    "All four chose the same type there.": coders,
    "All four coded the same act there.": coders,
    "All four coded the same act there, of the same troops. Look at the two types": lambda: [
        coders(),
        table("event_type").loc[13].nunique(),
    ],
    "Three coders gave no type at all.": lambda: alone_on_14()[1],
    "with a precision of 0.8 and a recall of 0.5 at least": lambda: [
        asked.LEAST_PRECISION,
        asked.LEAST_RECALL,
    ],
    "the values of the four coders": coders,
    "the agreement of four language models": coders,
}
NO_FACTS = {
    "Here four coders fill in the same table.": coders,
    "## Two coders, six rows": lambda: [six().shape[1], len(six())],
    "The case holds four codings of the story, by coders A, B, C and D. All four are language": lambda: [
        coders(),
        models()[1],
    ],
    "coded party manifestos into 57 categories": "Mikhaylov, Laver and Benoit (2012)",
    "of reasonable quality only above 0.8": "Artstein and Poesio (2008)",
    "with two it is easier than with 57": "the categories of that study",
    "so will three lines of pandas": "a manner of speaking",
    "in four sentences or more": "says how much to write",
}
