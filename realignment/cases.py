"""A case is a folder: one article, and everything recorded of it.

===================  ==============================================================================
``article.md``       the story (front matter: title, published, source, licence)
``actors.csv``       who is in it
``events.csv``       a reference coding
``codings/*.csv``    the sheets of coders, one file a coder
``claims.csv``       what the story says that can be checked against the record
``words.csv``        loaded words beside neutral ones
``expressions.csv``  its time expressions, dated
===================  ==============================================================================

Someone who holds the published original of a retelling puts it beside it as ``original.txt``; then
it is read in the retelling's place.
"""

from __future__ import annotations

import csv
import os
import re
import shutil
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pandas as pd
from pydantic import BaseModel, Field, model_validator

from realignment import dates, wording
from realignment.actors import Actor, Edtf, read_actors
from realignment.article import Article, read_article
from realignment.errors import DataError, ReadingError
from realignment.events import Coding, Event, read_coding, read_events
from realignment.files import (
    changes,
    find_data,
    is_left_by_a_program,
    is_packaged,
    make_folder,
    name_of,
    place,
    read_numbered,
    read_rows,
    table_at,
    tables_in,
)
from realignment.version import VERSION

ORIGINAL = "original.txt"
TABLES = ("actors", "events", "claims", "words", "expressions")
"""The tables of a case, beside the coders' sheets."""

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_SLASH = re.compile(r"[/\\]|\A~")
_SHEET = re.compile(r"(?i)\A(copy of |copie de |kopie von |copia de )?coder[ _-]+")
# What systems and people add to the name of a second copy, in the languages of our readers.
_COPY = re.compile(
    r"(?i)([ _-]+(copy|copie|kopie|copia|cópia)( \d+)?|[ _]*\(\d+\)|[ _-]+copy \(\d+\))+\Z"
)


class Claim(BaseModel):
    """One statement of the story that can be checked against the record."""

    claim_id: str = Field(min_length=1, description="name of the row: C01, C02, ...")
    sentence: str = Field(description="number of the sentence; empty for the story as a whole")
    claim: str = Field(min_length=1, description="what the story says, in our words")
    verdict: Literal[
        "correct",
        "rounded",
        "imprecise",
        "ambiguous",
        "overgeneral",
        "contested",
        "inaccurate",
        "unattributed",
        "omission",
        "framing",
        "identified",
    ] = Field(description="how it stands beside the record")
    record: str = Field(min_length=1, description="what the record says")
    verified: Literal["yes", "no"] = Field(description="whether the record's entry was checked")
    source_title: str = Field(description="title of the source; in [brackets] a description")
    source_publisher: str = Field(description="its publisher")
    source_date: str = Field(description="its date")
    source_url: str = Field(description="where it was published; empty where not seen there")
    lineage: str = Field(description="where the wording or figure comes from; empty if unknown")
    note: str = Field(description="what a reader should know")


class Word(BaseModel):
    """One wording of the story, weighed."""

    words: str = Field(min_length=1, description="the words, as the story has them")
    sentence: int = Field(ge=1, description="number of a sentence that has them")
    tone: Literal["loaded", "neutral"] = Field(description="whether they carry a judgement")
    instead: str = Field(description="a wording that both sides could accept; empty if neutral")
    why: str = Field(min_length=1, description="the reason")
    other_view: str = Field(description="why one may see it the other way; empty if nobody does")


class Expression(BaseModel):
    """One time expression of the story, dated by the text alone."""

    expression_id: str = Field(min_length=1, description="name of the row: D01, D02, ...")
    sentence: int = Field(ge=1, description="number of the sentence that has the words")
    words: str = Field(min_length=1, description="the words, letter for letter")
    what: str = Field(min_length=1, description="what they date")
    event_id: str = Field(description="the row of events.csv that they help to date, if any")
    edtf: Edtf = Field(description="when, in EDTF; empty where the text does not say")
    precision: Literal["day", "month", "year", "interval", "one-of", "unknown"] = Field(
        description="how finely that is known"
    )
    basis: Literal["stated", "counted", "bounded", ""] = Field(
        description="stated in so many words; counted from another date; or only bounded by others"
    )
    role: Literal["lasted", "within", ""] = Field(
        description="whether the thing lasted from end to end, or fell somewhere within"
    )
    also: str = Field(
        description="other dates that can be defended: 'EDTF: reason', separated by ' | '"
    )
    parser_words: str = Field(description="the words that a general date parser picked out")
    parser_says: str = Field(description="the day, or day and time, that it made of them")
    note: str = Field(description="what a reader should know")

    @model_validator(mode="after")
    def _hangs_together(self) -> Expression:
        if self.precision != dates.precision(self.edtf):
            raise ValueError(
                f"column 'precision': {self.precision!r}; expected "
                f"{dates.precision(self.edtf)!r}, since the date is {self.edtf!r}."
            )
        for part in filter(None, self.also.split(" | ")):
            date, _, reason = part.partition(": ")
            if not reason or not dates.is_edtf(date):
                raise ValueError(
                    f"column 'also': {part!r} cannot be read; expected 'EDTF: reason'."
                )
        return self


@dataclass(frozen=True)
class Case:
    """One article and what is recorded of it.

    Attributes
    ----------
    name
        The folder's name.
    folder
        Where it is.
    article
        The story: title, published, source, licence, headings, sentences.
    sentences
        ``article.sentences``: ``sentence``, ``paragraph``, ``heading``, ``text``.
    actors, events, claims, words, expressions
        As in :class:`~realignment.actors.Actor`, :class:`~realignment.events.Event`,
        :class:`Claim`, :class:`Word` and :class:`Expression`; without rows where the case has
        none yet.
    codings
        All coders' sheets, a column ``coder`` before those of
        :class:`~realignment.events.Coding`.
    is_original
        Whether the published original is read in the retelling's place.
    notices
        Sentences about files that are not as they were handed out, or that are not read.
    """

    name: str
    folder: Path
    article: Article
    sentences: pd.DataFrame
    actors: pd.DataFrame
    events: pd.DataFrame
    codings: pd.DataFrame
    claims: pd.DataFrame
    words: pd.DataFrame
    expressions: pd.DataFrame
    is_original: bool
    notices: tuple[str, ...] = ()

    def __repr__(self) -> str:
        acts = int((self.events["kind"] == "event").sum())
        return (
            f"Case {self.name}: {len(self.sentences)} sentences, {len(self.actors)} actors, "
            f"{len(self.events)} rows of which {acts} are events, "
            f"{self.codings['coder'].nunique()} coders, {len(self.claims)} points to check"
        )


def load_case(case: str | Path, data: str | Path | None = None) -> Case:
    """Load a case and check every table in it; say what a reader should know of its files.

    Said is if the published original is read, and if a file of the module's own is not as it was
    handed out. See :func:`read_case`, which does it in silence.
    """
    loaded = read_case(case, data)
    if loaded.is_original:
        print(f"Reading {name_of(loaded.folder / ORIGINAL)} in place of the retelling.")
    for notice in loaded.notices:
        print(notice)
    return loaded


def read_case(case: str | Path, data: str | Path | None = None) -> Case:
    """Load a case and check every table in it.

    Parameters
    ----------
    case
        The name of a folder in ``data``; or a path to a folder: a :class:`~pathlib.Path`, or a
        text with a slash in it, such as ``"./my_case"``.
    data
        The folder that holds the cases; found by itself if left out.

    Raises
    ------
    DataError
        If there is no such folder, or something in it cannot be read; the sentence says what.
    """
    folder = _folder(case, data)
    try:
        return _read(folder)
    except DataError:
        raise
    except ReadingError as problem:  # whatever is wrong within a case is wrong in a file
        raise DataError(str(problem)) from problem


def _folder(case: str | Path, data: str | Path | None) -> Path:
    """Return the folder that is meant. A mere name is one in data/, whatever lies around."""
    if not isinstance(case, str | Path) or not str(case).strip():
        raise DataError(f"{case!r} is no case; expected {_known_cases(_holder(data))}.")
    name = str(case).strip()
    is_path = isinstance(case, Path) or name in {".", ".."} or bool(_SLASH.search(name))
    if data is None and is_path:
        folder = place(case)
        wanted = "the path of a folder with an article.md"
    else:
        holder = _holder(data)
        folder = holder / name
        wanted = _known_cases(holder)
    if os.path.isdir(folder):  # which takes any name, however long or odd
        return folder
    hint = ""
    if not is_path and os.path.isdir(name):
        hint = f" (for the folder of that name here, write './{name}')"
    raise DataError(f"There is no case {str(case)!r}; expected {wanted}{hint}.")


def _known_cases(holder: Path) -> str:
    known = sorted(path.parent.name for path in holder.glob("*/article.*"))
    one_of = f"one of {', '.join(dict.fromkeys(known))}, or " if known else ""
    return f"{one_of}the path of a folder with an article.md"


def _read(folder: Path) -> Case:
    is_original = (folder / ORIGINAL).is_file()
    article = read_article(folder / ORIGINAL if is_original else _article(folder))
    actors = _read_or_empty(folder / "actors.csv", Actor, read_actors)
    events = _read_or_empty(
        folder / "events.csv",
        Event,
        lambda path: read_events(path, article.sentences, actors, quotes=not is_original),
    )
    return Case(
        name=folder.resolve().name,
        folder=folder,
        article=article,
        sentences=article.sentences,
        actors=actors,
        events=events,
        codings=_read_codings(folder / "codings", article.sentences, actors),
        claims=_read_or_empty(
            folder / "claims.csv", Claim, lambda path: read_rows(path, Claim, key="claim_id")
        ),
        words=_read_or_empty(folder / "words.csv", Word, lambda path: read_rows(path, Word)),
        expressions=_read_or_empty(
            folder / "expressions.csv",
            Expression,
            lambda path: read_expressions(path, article.sentences, events, words=not is_original),
        ),
        is_original=is_original,
        notices=_notices(folder),
    )


def _article(folder: Path) -> Path:
    """Return the file of the article, whatever its name ends with; a document is refused later."""
    found = sorted(
        path
        for path in folder.iterdir()
        if path.stem.casefold() == "article" and not is_left_by_a_program(path) and path.is_file()
    )
    if folder / "article.md" in found or not found:
        return folder / "article.md"
    if len(found) > 1:
        names = " and ".join(path.name for path in found)
        raise DataError(f"{name_of(folder)}: {names} are both there; expected one article.md.")
    return found[0]


def _notices(folder: Path) -> tuple[str, ...]:
    """Say what lies in a case that is not as handed out, or that nobody reads."""
    unread = [
        f"{name_of(path)} is no table of a case and is not read."
        for path in tables_in(folder)
        if path.stem.casefold() not in TABLES
    ]
    data = folder.resolve().parent
    try:
        own = find_data().resolve() == data
    except DataError:
        own = False
    changed = changes(data, folder.resolve().name) if own else ()
    told = {said.partition(" ")[0] for said in changed}
    others = (said for said in unread if said.partition(" ")[0] not in told)
    return (*(another_version(data.parent) if own else ()), *changed, *others)


def another_version(root: Path) -> tuple[str, ...]:
    """Say that a clone and the package that runs are of two versions; nothing if they are of one.

    On a hub the administrator installs the package once, and students fetch new folders later.
    """
    try:
        named = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    except (OSError, ValueError, KeyError):
        return ()  # the copy within a wheel, or a folder of somebody's own
    if named.get("name") != "reading-realignment" or named.get("version") in (None, VERSION):
        return ()
    return (
        f"This folder is version {named['version']} of the module, and the installed package is "
        f"{VERSION}: answers may be judged by other rules; ask whoever installed it for the newer.",
    )


def _holder(data: str | Path | None) -> Path:
    """Return the folder that holds the cases: the module's own, if none is given."""
    if data is None:
        return find_data()
    folder = place(data)
    if not os.path.isdir(folder):
        raise DataError(f"There is no folder {str(data)!r}; expected one that holds cases.")
    return folder


def _read_or_empty(
    path: Path, schema: type[BaseModel], read: Callable[[Path], pd.DataFrame]
) -> pd.DataFrame:
    found = table_at(path)
    return pd.DataFrame(columns=list(schema.model_fields)) if found is None else read(found)


def read_expressions(
    path: Path, sentences: pd.DataFrame, events: pd.DataFrame, words: bool = True
) -> pd.DataFrame:
    """Read the time expressions of a story.

    Parameters
    ----------
    path
        A CSV file with the columns of :class:`Expression`.
    sentences, events
        The case's sentences and events.
    words
        Whether the words must stand in their sentence letter for letter. Not so where the published
        original takes the retelling's place.

    Returns
    -------
    DataFrame
        Columns as in :class:`Expression`.

    Raises
    ------
    ReadingError
        At the first cell that is not as the schema says, or that names a sentence, words or an
        event that are not there.
    """
    expressions = read_numbered(path, Expression, key="expression_id")
    expressions["words"] = expressions["words"].map(wording.spaced)  # as their sentence has them
    text = dict(zip(sentences["sentence"], sentences["text"], strict=True))
    for number, row in zip(expressions.index, expressions.to_dict("records"), strict=True):
        where = f"{name_of(path)}, row {number}"
        if row["sentence"] not in text:
            raise DataError(
                f"{where}, column 'sentence': {row['sentence']} is no sentence of the article; "
                f"expected 1 to {max(text)}."
            )
        if words and not wording.stands_in(row["words"], text[row["sentence"]]):
            differs = wording.difference(row["words"], text[row["sentence"]])
            raise DataError(
                f"{where}, column 'words': {row['words']!r} is not in sentence {row['sentence']}; "
                f"{differs or 'expected its words letter for letter'}."
            )
        if row["event_id"] and row["event_id"] not in set(events["event_id"]):
            raise DataError(
                f"{where}, column 'event_id': {row['event_id']!r} is not known; expected an "
                "event_id of events.csv."
            )
    return expressions.reset_index(drop=True)


def _read_codings(folder: Path, sentences: pd.DataFrame, actors: pd.DataFrame) -> pd.DataFrame:
    """Read ``coder_a.csv`` as coder A, and so on; never two sheets as one coder, or one as two."""
    sheets = []
    for coder, path in _sheets(folder).items():
        sheet = read_coding(path, sentences, actors)
        sheet.insert(0, "coder", coder)
        sheets.append(sheet)
    if not sheets:
        return pd.DataFrame(columns=["coder", *Coding.model_fields])
    return pd.concat(sheets, ignore_index=True)


def _sheets(folder: Path) -> dict[str, Path]:
    """Return each coder's sheet.

    Raises
    ------
    DataError
        If two files are one coder's sheet, or one is named as a sheet and is no table.
    """
    tables = tables_in(folder)
    found: dict[str, Path] = {}
    names = {_coder(path) for path in tables}
    for path in tables:
        coder = _coder(path)
        base = re.sub(r" \d+\Z", "", coder)  # "coder_a 2.csv" beside "coder_a.csv"
        coder = base if base in names else coder
        if coder in found:
            raise DataError(
                f"{name_of(folder)}: {found[coder].name} and {path.name} are both the sheet of "
                f"coder {coder}; expected one sheet for each coder (move the other into another "
                "folder, or name it after another coder)."
            )
        found[coder] = path
    for path in folder.iterdir() if folder.is_dir() else ():
        is_sheet = _SHEET.match(path.name) and path.is_file() and not is_left_by_a_program(path)
        if is_sheet and path not in tables:
            stem = path.name.split(".")[0]  # of "coder_e.csv.txt" too
            raise DataError(
                f"{name_of(path)}: this is named as a coder's sheet and is no table; expected "
                f"{stem}.csv or {stem}.xlsx (save it so, or move it into another folder)."
            )
    return dict(sorted(found.items()))


def _coder(path: Path) -> str:
    """Return the coder whose sheet this is: ``Coder_a - Copy (2).csv`` is another sheet of A."""
    name = _SHEET.sub("", _COPY.sub("", path.stem))
    return " ".join(name.split()).upper()


def new_case(name: str, article: str | Path, data: str | Path | None = None) -> Path:
    """Start a case from an article.

    The article is copied as it is; empty tables with the right header lie beside it. Nothing that
    exists is written over, and after a failure nothing is left.

    Parameters
    ----------
    name
        Small letters, digits and underscores; the folder ``<data>/<name>`` is made.
    article
        The path of a Markdown or plain-text file.
    data
        The folder that shall hold the case; the module's ``data`` if left out. It must be there.

    Returns
    -------
    Path
        The new folder.

    Raises
    ------
    ReadingError
        If the name will not do, there is no folder ``data``, the case's folder is there already,
        the article cannot be read, or the folder cannot be written.
    """
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise ReadingError(
            f"{name!r} cannot name a case; expected small letters, digits and underscores, such "
            "as 'gabon_2023'."
        )
    holder = _holder(data)
    if is_packaged(holder):
        raise ReadingError(
            "The module's own data lies within the installed package here, which is no place for "
            f"a case; expected a folder of yours: new_case({name!r}, ..., data='FOLDER')."
        )
    folder = holder / name
    if folder.exists():
        raise ReadingError(
            f"{name_of(folder)} is there already and was left as it is; expected a new name."
        )
    story = place(article)
    read_article(story)  # refuse before anything is made
    make_folder(folder, lambda part: _lay_out(part, story))
    return folder


def _lay_out(folder: Path, story: Path) -> None:
    """Put a copy of the article and the empty tables of a case into a folder."""
    (folder / "codings").mkdir()
    shutil.copyfile(story, folder / "article.md")
    for file, schema in (
        ("actors.csv", Actor),
        ("events.csv", Event),
        ("claims.csv", Claim),
        ("words.csv", Word),
        ("expressions.csv", Expression),
        ("codings/coder_me.csv", Coding),
    ):
        with open(folder / file, "x", encoding="utf-8", newline="") as sheet:
            csv.writer(sheet, lineterminator="\n").writerow(schema.model_fields)
