"""Ask a general date parser about every sentence of the case, and compare with what is recorded.

    python -m venv apart
    apart/bin/python -m pip install -r requirements.txt dateparser==1.5.0
    apart/bin/python -m tools.date_parser

The parser is no dependency: its answers stand in data/niger_2024/expressions.csv, in the columns
``parser_words`` and ``parser_says``. It is asked sentence by sentence, in English, with the day of
publication as the day from which it counts.
"""

from __future__ import annotations

import pandas as pd
from dateparser.search import search_dates

from realignment import load_case

case = load_case("niger_2024")
settings = {"RELATIVE_BASE": pd.Timestamp(case.article.published).to_pydatetime()}
said = {
    (sentence, words, f"{moment:%Y-%m-%d %H:%M}".removesuffix(" 00:00"))
    for sentence, text in zip(case.sentences["sentence"], case.sentences["text"], strict=True)
    for words, moment in search_dates(text, languages=["en"], settings=settings) or []
}
table = case.expressions[case.expressions["parser_says"] != ""]
recorded = set(
    table[["sentence", "parser_words", "parser_says"]].itertuples(index=False, name=None)
)
for what, rows in (("not recorded", said - recorded), ("not said", recorded - said)):
    for row in sorted(rows):
        print(what, *row, sep=" | ")
print(f"{len(said & recorded)} answers as recorded")
