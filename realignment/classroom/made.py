"""A class that is made up: sheets drawn from the codings of a case, to try the pictures on.

Nobody wrote these sheets. Each takes, sentence by sentence, the row of one of the case's coders,
and now and then another coder's value for a field, or a value that another sentence has; so they
part where the coders part, and a little more. They lie outside any case.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from realignment.cases import Case
from realignment.errors import ReadingError
from realignment.events import Coding, quad_of
from realignment.files import make_folder, place

FROM_ANOTHER = 0.12
"""How often a field is another coder's."""
SLIP = 0.04
"""How often a field has a value of another sentence."""

_TOGETHER = (("kind", "event_type", "valence"), ("actor",), ("recipient",), ("date",))
_ALONE = (("attributed_to",), ("certainty",))


def made_sheets(folder: str | Path, case: Case, coders: int = 40, seed: int = 2024) -> Path:
    """Write the sheets of a class that is made up.

    Parameters
    ----------
    folder
        A new folder; no case may be in it or around it.
    case
        The story, with codings of its own.
    coders
        How many sheets.
    seed
        Of the draws: the same seed makes the same sheets.

    Returns
    -------
    Path
        The folder: ``made_01.csv`` and so on.

    Raises
    ------
    ReadingError
        If the folder is there, lies within a case, or the case has no codings.
    """
    target = place(folder).absolute()
    if any((around / "article.md").exists() for around in (target, *target.parents)):
        raise ReadingError(
            f"{target.name} would lie within a case, where sheets that are made up have no place; "
            "expected a folder outside."
        )
    sheets = made_codings(case, coders, seed)
    width = max(2, len(str(coders)))

    def fill(inside: Path) -> None:
        for number, (_, rows) in enumerate(sheets.groupby("coder"), start=1):
            content = rows.drop(columns="coder").to_csv(index=False, lineterminator="\n")
            (inside / f"made_{number:0{width}}.csv").write_bytes(content.encode("utf-8"))

    make_folder(target, fill)
    return target


def made_codings(case: Case, coders: int = 40, seed: int = 2024) -> pd.DataFrame:
    """Return the rows of a class that is made up, in the form of ``case.codings``."""
    main = case.codings[case.codings["main"] == "yes"]
    if main.empty:
        raise ReadingError(f"The case {case.name} has no codings to draw from; expected some.")
    random = np.random.default_rng(seed)
    rows = main.to_dict("records")
    of_sentence: dict[int, list[int]] = {}
    for place_of_row, row in enumerate(rows):
        of_sentence.setdefault(int(row["sentence"]), []).append(place_of_row)
    width = len(str(coders))
    drawn = []
    for number in range(1, coders + 1):
        for sentence, places in sorted(of_sentence.items()):
            row = dict(rows[int(random.choice(places))])
            for fields in (*_TOGETHER, *_ALONE):
                luck = random.random()
                if luck < FROM_ANOTHER:
                    other = rows[int(random.choice(places))]
                elif luck < FROM_ANOTHER + SLIP:
                    other = rows[int(random.integers(len(rows)))]
                else:
                    continue
                row |= {field: other[field] for field in fields}
            drawn.append(row | {"coder": f"made {number:0{width}}", "sentence": sentence})
    table = pd.DataFrame(drawn, columns=["coder", *Coding.model_fields])
    table["quad"] = table["event_type"].map(quad_of)
    table["action"] = "made by a script"
    table["note"] = ""
    return table
