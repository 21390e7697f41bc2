"""The instructor's guide: the notes on a lesson have all their parts, and what they say is so."""

from __future__ import annotations

import json
import re
from datetime import date
from itertools import pairwise
from math import comb

import pytest
from numerals import numbers

from realignment import agreement, load_case, questions
from realignment.errors import ReadingError
from tools import guide, minutes
from tools.named import plain

PAGES = sorted(guide.NOTES.glob("*.md"))
NUMBERS = [0, *questions.lessons()]
PARTS = [
    "By the minutes",
    "On the board",
    "With 20 minutes only",
    "What they will predict",
    "To discuss",
]
MANY = 10
"""A number word up to this may be about the class ("two students"), and is not looked up."""

MONTHS = (
    "January February March April May June July August September October November December"
).split()
ANSWER = re.compile(
    r"^\*\*(Weak|Middling|Strong): (\d) of (\d) points\*\* \(([\d, ]+)\)\. \*\"(.+?)\"\* (.+)$",
    re.MULTILINE,
)

each_lesson = pytest.mark.parametrize("number", NUMBERS, ids=lambda number: f"{number:02}")
each_page = pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)


def text_of(number: int) -> str:
    return (guide.NOTES / f"{number:02}.md").read_text(encoding="utf-8")


def part(number: int, title: str) -> str:
    """Return what stands under one heading of the notes on a lesson."""
    return re.split(r"^## ", text_of(number).split(f"\n## {title}\n")[1], flags=re.MULTILINE)[0]


def shown_in(number: int) -> str:
    """Return all that a lesson says and shows, its exercise's questions, and their rubrics."""
    book = json.loads(guide.lesson(number).read_text(encoding="utf-8"))
    told = []
    for cell in book["cells"]:
        told.append("".join(cell["source"]))
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            shown = [output.get("text", ""), data.get("text/plain", ""), data.get("text/html", "")]
            told += map("".join, shown)
    asked = questions.of_lesson(number) if number else []
    told += [f"{q.asks} {q.solution} {q.why}" for q in asked]
    return plain("\n".join(told))


# --- the parts --------------------------------------------------------------------------------


@each_lesson
def test_the_notes_on_a_lesson_have_all_their_parts_in_order(number):
    titles = re.findall(r"^## (.+)$", text_of(number), flags=re.MULTILINE)
    asked = questions.of_lesson(number) if number else []
    assert titles == [*PARTS, *(f"Open question {q.id}" for q in asked if q.rubric)]
    assert re.search(
        r"```\n.+?\n```|^\|---", part(number, "On the board"), re.DOTALL | re.MULTILINE
    )
    assert len(part(number, "With 20 minutes only").split()) >= 12
    assert len(re.findall(r"^- \*.+", part(number, "What they will predict"), re.M)) in (2, 3)
    assert re.findall(r"^(\d)\. ", part(number, "To discuss"), re.M) == ["1", "2"]


@each_lesson
def test_the_plan_has_every_section_of_the_lesson_at_its_minute(number):
    rows = re.findall(r"^\| (\d+) \| (.+?) \| .+ \|$", part(number, "By the minutes"), re.M)
    assert [(title, int(minute)) for minute, title in rows] == list(
        minutes.clock(guide.lesson(number)).items()
    )
    stated = re.search(r"^\*Lesson: (\d+) minutes", text_of(number), re.M)
    assert stated
    assert int(stated[1]) == minutes.minutes(guide.lesson(number))


@each_lesson
def test_twenty_minutes_are_enough_for_the_sections_that_are_named(number):
    path = guide.lesson(number)
    clock = minutes.clock(path)
    ends = [*clock.values(), minutes.minutes(path)][1:]
    takes = {title: end - clock[title] for title, end in zip(clock, ends, strict=True)}
    named = re.findall(r"\*([^*]+)\*", part(number, "With 20 minutes only"))
    assert named
    assert sum(takes[title] for title in named) <= 20


@each_lesson
def test_recall_questions_are_told_of_where_a_lesson_has_them(number):
    first = next(iter(minutes.clock(guide.lesson(number))))
    before = guide.lesson(number).read_text(encoding="utf-8").split(first)[0]
    assert ("From earlier lessons" in before) == ("recall questions come before" in text_of(number))


def test_ten_quick_questions_close_the_exercises_that_are_named():
    weeks = (guide.NOTES / "six_weeks.md").read_text(encoding="utf-8")
    named = re.findall(r"Ten quick questions on part (I+) at the end of exercise (\d\d)", weeks)
    assert len(named) == 3
    for _, number in named:
        exercise = next((guide.ROOT / "exercises").glob(f"{number}_*.ipynb"))
        assert "Ten quick questions on lessons" in plain(exercise.read_text("utf-8"))
    places = " and ".join(", ".join(number for _, number in named).rsplit(", ", 1))
    assert f"at the end of exercises {places}" in guide.HEAD.read_text(encoding="utf-8")


def test_a_section_that_the_lesson_does_not_have_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(guide, "NOTES", tmp_path)
    (tmp_path / "01.md").write_text("| 0 | Who sings? | Listen. |\n", encoding="utf-8")
    with pytest.raises(ReadingError, match="section 'Who sings.', and the lesson has none"):
        guide.notes(1)
    (tmp_path / "01.md").write_text("<!-- rubric reading.aloud -->\n<!-- end -->\n", "utf-8")
    with pytest.raises(ReadingError, match="lesson 1 has no open question 'reading.aloud'; exp"):
        guide.notes(1)


def test_the_number_of_an_open_question_is_made_and_its_rubric_stays(tmp_path, monkeypatch):
    before = guide.notes(3)
    monkeypatch.setattr(guide, "NOTES", tmp_path)
    written = re.sub(r"(?<=## Open question )[\d.]+", "3.99", before)
    (tmp_path / "03.md").write_text(written, encoding="utf-8")
    assert guide.notes(3) == before
    closed = before.replace("rubric time.false_day_or_blank", "rubric time.parser_marked")
    (tmp_path / "03.md").write_text(closed, encoding="utf-8")
    with pytest.raises(ReadingError, match="no open question 'time.parser_marked'; expected one"):
        guide.notes(3)


# --- the open questions -----------------------------------------------------------------------

OPEN = [q for number in questions.lessons() for q in questions.of_lesson(number) if q.rubric]


@pytest.mark.parametrize("question", OPEN, ids=lambda question: question.id)
def test_an_open_question_has_three_answers_with_their_points(question):
    section = part(question.lesson, f"Open question {question.id}")
    for place, point in enumerate(question.rubric, start=1):
        assert f"\n{place}. {point}\n" in section, "run python -m tools make"
    answers = ANSWER.findall(section)
    assert [level for level, *_ in answers] == ["Weak", "Middling", "Strong"]
    every = list(range(1, len(question.rubric) + 1))
    won = []
    for level, points, of, named, said, comment in answers:
        given = [int(place) for place in named.split(", ")]
        assert len(given) == int(points), level
        assert int(of) == len(every)
        assert given == sorted(set(given) & set(every))
        assert len(comment.split()) >= 4, "say what is missing, or what is good"
        won.append(given)
        if level == "Strong":
            assert given == every
            assert len(said.split()) >= question.reads.least, "check would ask for more words"
            assert said not in question.solution, "a teacher has the answer of solution() already"
    assert all(len(less) < len(more) for less, more in pairwise(won))


# --- what is said is so -----------------------------------------------------------------------


@each_page
def test_questions_that_are_named_are_asked(path):
    asked = {q.id for number in questions.lessons() for q in questions.of_lesson(number)}
    text = path.read_text(encoding="utf-8")
    for named in re.findall(r"[Qq]uestions? ((?:\d+\.\d+(?:, | and )?)+)", text):
        assert set(re.findall(r"\d+\.\d+", named)) <= asked, named


def test_questions_asked_in_class_are_asked_in_their_exercises():
    head = guide.HEAD.read_text(encoding="utf-8")
    plan = head.split("Ask in class, of exercise ")[1].split("; the last of each")[0]
    listed = dict(re.findall(r"(\d\d): ([\d, ]+)", plan))
    assert sorted(map(int, listed)) == [n for n in questions.lessons() if n != 12]
    for number, places in listed.items():
        asked = [q.id for q in questions.of_lesson(int(number))]
        ids = [f"{int(number)}.{place}" for place in places.split(", ")]
        assert set(ids) <= set(asked)
        assert ids[-1] == asked[-1], f"tools/guide_head.md, {number}: the last, open one is spoken"


def test_sections_that_the_guide_names_are_in_the_lessons():
    head = guide.HEAD.read_text(encoding="utf-8")
    row = next(line for line in head.splitlines() if line.startswith("| periods of 55"))
    sections = {title for number in NUMBERS for title in minutes.clock(guide.lesson(number))}
    for named in re.findall(r"\*([^*]+)\*", row.split("|")[3]):
        assert named in sections
    starts = list(minutes.clock(guide.lesson(0)).values())
    assert starts[3] + minutes.minutes(guide.lesson(1)) <= 40, "75 minutes: 40, 25 and 10"


@each_lesson
def test_a_number_in_the_notes_stands_in_the_lesson_or_its_exercise(number):
    """What the notes count is what the lesson shows now; the made parts are tested above."""
    notes = text_of(number)
    for made in (
        r"^\*Lesson: .+$",
        r"<!-- rubric .+?<!-- end -->",
        r"^\*\*(Weak|Middling|Strong).+?\)\.",
        r"^\| \d+ \|",
        r"^\d\. ",
        r"[Ll]essons? \d\d|[Qq]uestions? [\d., and]+|Open question [\d.]+",
        r"With 20 minutes only",
    ):
        notes = re.sub(
            made, "", notes, flags=re.MULTILINE | re.DOTALL if "rubric" in made else re.M
        )
    shown = shown_in(number)
    there = {found.value for found in numbers(shown)}
    there |= {float(year) for year in re.findall(r"\b\d{4}(?=-\d\d)", shown)}
    told = {
        found.value
        for found in numbers(notes)
        if notes[found.start].isdigit() or found.value > MANY
    }
    assert told <= there, sorted(told - there)


@pytest.mark.parametrize("path", [*PAGES, guide.HEAD], ids=lambda path: path.stem)
def test_a_weekday_is_that_of_its_date(path):
    days = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
    pattern = rf"({'|'.join(days)}) (\d+) ({'|'.join(MONTHS)}) (\d{{4}})"
    for weekday, day, month, year in re.findall(pattern, path.read_text(encoding="utf-8")):
        told = date(int(year), MONTHS.index(month) + 1, int(day))
        assert days[told.weekday()] == weekday, told


def test_the_table_on_the_board_of_lesson_05_is_that_of_two_coders():
    who = agreement.table(load_case("niger_2024").codings, "attributed_to")
    both = ((who["A"] == "author") & (who["D"] == "author")).sum()
    board = part(5, "On the board")
    assert f"| **A: author** | {both} | 0 |" in board
    assert f"| **A: UNK** | {((who['A'] == 'UNK') & (who['D'] == 'author')).sum()} | 0 |" in board
    share, beyond = agreement.percent(who["A"], who["D"]), agreement.cohen(who["A"], who["D"])
    assert f"observed {share.value:.2f}, κ {beyond.value:.2f}" in board


@pytest.mark.parametrize("path", [*PAGES, guide.GUIDE], ids=lambda path: path.stem)
def test_a_link_leads_somewhere(path):
    for target in re.findall(r"\]\(([^)#]+)\)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target


# --- six weeks, and the test on paper ---------------------------------------------------------


def test_six_weeks_take_every_lesson_once_and_hand_in_every_exercise():
    text = (guide.NOTES / "six_weeks.md").read_text(encoding="utf-8")
    rows = [line.split(" | ") for line in text.splitlines() if re.match(r"\| \d \|", line)]
    taken = [int(number) for row in rows for number in re.findall(r"\d\d", row[1])]
    assert taken == NUMBERS
    due: list[int] = []
    for row in rows:
        handed = re.search(r"\*\*Hand in exercises (\d\d) and (\d\d)", row[2])
        if handed:
            both = [int(number) for number in handed.groups()]
            earlier = [int(n) for r in rows[: rows.index(row)] for n in re.findall(r"\d\d", r[1])]
            assert set(both) <= set(earlier), "nothing is due before its week"
            due += both
    assert due == questions.lessons()
    assert all(re.fullmatch(r"\d+(\.5)? \|", row[4]) for row in rows[:6])


def test_the_hours_of_a_week_are_counted(tmp_path, monkeypatch):
    monkeypatch.setattr(guide, "NOTES", tmp_path)
    (tmp_path / "six_weeks.md").write_text("| 1 | 00, 01 | Begin. | 25 |  |\n", encoding="utf-8")
    monkeypatch.setattr(minutes, "minutes", lambda path: 31)
    assert guide.six_weeks() == "| 1 | 00, 01 | Begin. | 25 | 2.5 |\n", "31 + 31 + 35 + 25 = 122"


def test_both_forms_ask_the_same_ten_things_and_have_a_key():
    text = (guide.NOTES / "before_and_after.md").read_text(encoding="utf-8")
    forms = {name: text.split(f"## {name}\n")[1].split("\n## ")[0] for name in ("Form A", "Form B")}
    for form in forms.values():
        assert re.findall(r"^(\d+)\. ", form, re.M) == [str(n) for n in range(1, 11)]
    keys = re.findall(r"^\| (\d+) \| ([\d, ]+) \| (.+?) \| (.+?) \| (.+) \|$", text, re.M)
    assert [int(item) for item, *_ in keys] == list(range(1, 11))
    assert {int(n) for _, lessons, *_ in keys for n in lessons.split(", ")} <= set(NUMBERS)
    a, b = keys[6][2], keys[6][3]
    assert a.startswith(f"{comb(5, 2)}; {comb(5, 2) - 4};")
    assert b.startswith(f"{comb(6, 2)}; {comb(6, 2) - 5};")


# --- the voice --------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [*PAGES, guide.HEAD], ids=lambda path: path.stem)
def test_the_notes_are_plain(path):
    text = re.sub(
        r"<!-- rubric.*?<!-- end -->|<!--.*?-->|```.*?```",
        "",
        path.read_text("utf-8"),
        flags=re.DOTALL,
    )
    assert "—" not in text and "–" not in text and "!" not in text
    for word in ("simply", "powerful", "exciting", "let's", "obviously", "awesome", "note that"):
        assert not re.search(rf"\b{word}\b", text, flags=re.IGNORECASE), word
    prose = [line for line in text.splitlines() if line and not line.startswith(("|", "#"))]
    for sentence in re.split(r"[.?:;]\W+", " ".join(prose)):
        assert len(sentence.split()) <= 40, sentence
