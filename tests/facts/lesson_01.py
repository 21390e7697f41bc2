"""The numbers of lesson 01 and its exercise."""

from __future__ import annotations

import pandas as pd
from world import case, checked, counted, events, filled_in, sentences, several

from realignment import dates, questions
from realignment.questions import lesson_01 as asked


def of_sentence(*numbers: int):
    """Return the rows of some sentences."""
    return events()[events()["sentence"].isin(numbers)]


def published() -> list[float]:
    """Return day and year of publication, a Sunday in March and a day after the announcement."""
    day = pd.Timestamp(case().article.published)
    row = events().set_index("event_id").loc["E04"]
    before = day - dates.bounds(row["date"])[0] == pd.Timedelta("1D")
    on_television = row["place"] == "national television" and row["actor"] == "NER_CNSP"
    return checked(f"{day:%A %B}" == "Sunday March" and before and on_television, day.day, day.year)


def governments_in_one_year() -> int:
    """Count the authorities that governed Niger in 2023."""
    rows = case().actors[
        (case().actors["parent"] == "NER") & (case().actors["level"] == "authority")
    ]
    begin = dates.bounds_frame(rows["valid_from"])["earliest"]
    end = dates.bounds_frame(rows["valid_to"])["latest"]
    return int(((begin <= "2023-12-31") & (end.isna() | (end >= "2023-01-01"))).sum())


def shared_paragraph() -> list[int]:
    """Return how many sentences the paragraph of sentence 6 has, and in how many it stands."""
    number = case().sentences.set_index("sentence")["paragraph"]
    shared = number[number == number[6]]
    return [len(shared), shared.nunique()]


def of_two() -> int:
    """Count the paragraphs of two sentences; none has more."""
    sizes = case().sentences["paragraph"].value_counts()
    assert sizes.max() == 2
    return int((sizes == 2).sum())


def rows_of_sentence_4() -> list[float]:
    """Count the rows of sentence 4: the saying is the story's, what is said the spokesman's."""
    first, *others = of_sentence(4)["attributed_to"]
    return checked(first == "author" and set(others) == {"P_MILLER"}, 1 + len(others))


def order_of_the_voices() -> list[float]:
    """Hold the voices, by their rows, against the order in which the lesson tells them."""
    order = ["author", "P_MILLER", "NER_CNSP", "UNK"]
    return checked(list(events()["attributed_to"].value_counts().index) == order)


def voices() -> list[float]:
    """Return where the American side answers, and where the last named voice is heard."""
    named = events()[~events()["attributed_to"].isin(["author", "UNK"])]
    american = named[named["attributed_to"] != "NER_CNSP"]
    first = named.iloc[0]["attributed_to"]
    last = events()[events()["attributed_to"] == "UNK"]["sentence"].tolist()
    answers = sorted(set(american["sentence"]))
    return checked(
        first == "NER_CNSP" and set(last) == {sentences()}, *answers, named["sentence"].max()
    )


def heard_by_then() -> list[float]:
    """Return after how many sentences two answers of the spokesman and one decision are told."""
    answers = events()[(events()["kind"] == "statement") & (events()["actor"] == "P_MILLER")]
    told = answers["sentence"].max()
    until = events()[events()["sentence"] <= told]
    decisions = until[until["sign_rule"].eq("eviction") & until["actor"].eq("NER_CNSP")]
    acts = decisions["same_act"].where(decisions["same_act"] != "", decisions["event_id"])
    return [told, len(answers), acts.nunique()]


def two_speakers() -> list[float]:
    """Count the acts of speech of sentences 6 and 7, and who speaks."""
    speech = of_sentence(6, 7)
    speech = speech[speech["kind"] == "statement"]
    return [len(speech), speech["actor"].nunique()]


def labelled(telling: str) -> int:
    """Count the rows of question 1.2 that are told in one way."""
    return list(asked.tellings(case()).values()).count(telling)


def of_four_rows() -> int:
    """Return how many ways of telling there are, each shown by one of four rows."""
    rows = events().set_index("event_id").loc[["E07", "E15", "E25", "E39"]].to_dict("records")
    shown = [asked.telling(row) for row in rows]
    assert shown == ["fact", "claim", "intent", "comment"] and set(shown) == set(asked.TELLINGS)
    return len(asked.TELLINGS)


def wrong_claims() -> list[float]:
    """Return how many claims are checked, and how many of them are inaccurate."""
    return [len(case().claims), int((case().claims["verdict"] == "inaccurate").sum())]


def other_views() -> float:
    """Return the share of the weighed words that have another view."""
    return float((case().words["other_view"] != "").mean())


def hard() -> int:
    """Count the loaded words of which the reason is that they make one side rigid or an enemy."""
    words = case().words
    return int(words[words["tone"] == "loaded"]["why"].str.contains("rigid|enmity").sum())


def other_loaded() -> list[float]:
    """Return how many more words are loaded, and the share of words with another view."""
    return [int((case().words["tone"] == "loaded").sum()) - hard(), other_views()]


FOUR_NAMES = "*the authorities*, *the government*, *the military* or *the junta*. All four"


def words_that_count(question: str) -> int:
    """Return how many words an open question asks for."""
    return questions.find(question).reads.least


FACTS = {
    "sentences": sentences,
    "published": published,
    "shared-paragraph": shared_paragraph,
    "governments-in-one-year": governments_in_one_year,
    "rows-of-a-sentence": lambda: sorted({2, 3} & set(events().groupby("sentence").size())),
    "rows-of-sentence-4": rows_of_sentence_4,
    "order-of-the-voices": order_of_the_voices,
    "voices": voices,
    "heard-by-then": heard_by_then,
    "paragraphs": lambda: [
        sentences(),
        case().sentences["paragraph"].nunique(),
    ],
    "of-two": of_two,
    "of-four-rows": of_four_rows,
    "wrong-claims": wrong_claims,
    "military-junta": lambda: counted(FOUR_NAMES.replace(" or ", ", ")),
    "omissions": lambda: int((case().claims["verdict"] == "omission").sum()),
    "rows": lambda: len(asked.ROWS),
    "filled": lambda: filled_in("01", "labels"),
    "wordings": lambda: len(case().words),
    "other-views": other_views,
    "words-that-count": lambda: words_that_count("1.8"),
    "all-rows": lambda: len(events()),
    "coders": lambda: case().codings["coder"].nunique(),
    # what the questions say
    "fact_claim_comment_intent asks": lambda: len(asked.ROWS),
    "fact_claim_comment_intent hint 3": several(
        lambda: labelled("comment"), lambda: labelled("intent")
    ),
    "summary_of_two_speakers hint 2": two_speakers,
    "loaded_words asks": lambda: len(case().words),
    "loaded_words why": several(hard, other_loaded),
    "own_claims asks": lambda: len(asked.ROWS),
}

NO_FACTS = {
    "how-much": "says how much to write",
    "summary_of_two_speakers hint 1": "half of a classmate's sentence",
}
