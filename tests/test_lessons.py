"""What every lesson must have, and what its prose may say."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output

from realignment import answers, questions
from realignment.actors import roll_up
from realignment.cases import read_case
from realignment.feedback import Standing, asking
from realignment.questions import slips
from tools import guide, minutes, pages
from tools.called import IN_PASSING, called
from tools.named import plain

ROOT = Path(__file__).resolve().parent.parent
LESSONS = sorted((ROOT / "notebooks").glob("*.ipynb"))
SOLUTIONS = sorted((ROOT / "solutions").glob("*.ipynb"))
each_lesson = pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)


@cache
def prose(path: Path) -> str:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    told = "\n\n".join("".join(c["source"]) for c in cells if c["cell_type"] == "markdown")
    return plain(told)


@cache
def outputs(path: Path) -> list[dict]:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [out for cell in cells for out in cell.get("outputs", [])]


@each_lesson
def test_a_lesson_has_the_whole_frame(path):
    text = prose(path)
    number = path.stem[:2]
    assert re.match(rf"# {number} .+\n\n\*\*The question\.\*\* .+\?", text)
    for part in (
        "## What you will be able to do",
        "**Before you start.**",
        "> **New in this lesson**",
        "## What could go wrong",
        "## Recap",
        "## Key terms",
        "## Next",
        "## Further reading",
    ):
        assert text.count(part) == 1, part
    order = ["## What you", "## What could", "## Recap", "## Key terms", "## Next", "## Further"]
    assert [text.index(part) for part in order] == sorted(text.index(part) for part in order)
    assert re.search(r"\d+ minutes", text)


@each_lesson
def test_sections_have_a_running_clock_and_ask_before_they_tell(path):
    clock = [int(minutes) for minutes in re.findall(r" · \*(\d+) minutes in\*", prose(path))]
    assert 4 <= len(clock) <= 9 and clock[0] == 0
    assert clock == sorted(set(clock)) and minutes.minutes(path) <= minutes.MOST
    assert prose(path).count("**Predict.**") >= 4


@each_lesson
def test_objectives_name_questions_that_exist_and_every_question_tests_one(path):
    number = int(path.stem[:2])
    listed = re.search(r"## What you will be able to do\n\n((?:\d+\. .+\n)+)", prose(path))
    lines = listed[1].strip().split("\n")
    assert [line.split(".")[0] for line in lines] == [str(n + 1) for n in range(len(lines))]
    if number not in questions.lessons():
        return
    named = [set(re.findall(rf"\b{number}\.\d+\b", line.rsplit("(", 1)[-1])) for line in lines]
    asked = {question.id: question.objective for question in questions.of_lesson(number)}
    assert set().union(*named) == set(asked), "each question is named by an objective"
    for question, objective in asked.items():
        assert question in named[objective - 1], f"objective {objective} does not name {question}"
    assert all(named), "each objective is tested"


@each_lesson
def test_key_terms_have_their_french(path):
    terms = prose(path).split("## Key terms")[1].split("## Next")[0].strip().split("\n")
    assert len(terms) >= 4
    for line in terms:
        assert re.fullmatch(r"- \*\*.+?\*\* \(\*.+?\*.*?\): .+", line), line


@each_lesson
def test_further_reading_is_cited_in_full(path):
    items = re.findall(r"^- .+", prose(path).split("## Further reading")[1], flags=re.MULTILINE)
    assert len(items) >= 2
    for item in items:
        assert re.search(r"\b(1[89]|20)\d\d\b", item) and re.search(r"[*“\"].+[*”\"]", item), item


@each_lesson
def test_a_lesson_has_a_picture_and_every_picture_its_words(path):
    pictures = [out["data"] for out in outputs(path) if "image/png" in out.get("data", {})]
    assert pictures
    for data in pictures:
        words = "".join(data["text/plain"])
        assert words.startswith("In words: ") and len(words) > 25
        assert "<img alt=" in "".join(data["text/html"])


@pytest.mark.parametrize("path", SOLUTIONS, ids=lambda path: path.stem)
def test_pictures_of_solutions_have_their_words_too(path):
    for out in outputs(path):
        if "image/png" in out.get("data", {}):
            assert "".join(out["data"]["text/plain"]).startswith("In words: ")


@each_lesson
def test_quoted_words_of_the_story_stand_in_it(path):
    """Prose cites sentences by number; what it quotes of a sentence must be in the story."""
    story = " ".join(read_case("niger_2024").sentences["text"]).lower()
    quoted = re.findall(r'[Ss]entence (\d+)[^.\n"“|]{0,30}["“]([^"”\n]+)["”]', prose(path))
    for sentence, words in quoted:
        assert words.lower().strip(" .,") in story, (sentence, words)


@pytest.mark.parametrize("path", [*LESSONS, *SOLUTIONS], ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_the_tone_is_plain(path):
    text = prose(path)
    assert "!" not in re.sub(r"`[^`]*`|!\[|!=", "", text)
    for word in ("simply", "powerful", "exciting", "let's", "obviously", "dive in", "awesome"):
        assert not re.search(rf"\b{word}\b", text, flags=re.IGNORECASE), word


@pytest.mark.parametrize("number", questions.lessons())
def test_an_exercise_is_mixed_and_free_at_the_end(number):
    asked = questions.of_lesson(number)
    assert len(asked) >= 6
    assert sum(bool(question.rubric) for question in asked) >= 1
    assert asked[-1].rubric, "the last question is the free one"


@pytest.mark.parametrize("number", questions.lessons())
def test_no_answer_is_a_cell_of_the_lesson(number):
    lesson = next(path for path in LESSONS if path.stem.startswith(f"{number:02}"))
    book = json.loads(lesson.read_text(encoding="utf-8"))
    code = {"".join(c["source"]).strip() for c in book["cells"] if c["cell_type"] == "code"}
    for question in questions.of_lesson(number):
        assert question.solution.strip() not in code


@pytest.mark.parametrize("maker", [minutes, pages, guide], ids=["minutes", "pages", "guide"])
def test_pages_that_are_made_are_up_to_date(maker):
    for page, text in maker.made().items():
        assert page.read_text(encoding="utf-8") == text, "run python -m tools make"


def shown_when_folded(cell: dict) -> str:
    """Return what JupyterLab shows of an output that is folded: the first line of the first one."""
    data = cell["outputs"][0].get("data", {}) if cell["outputs"] else {}
    kinds = ("text/html", "image/svg+xml", "text/markdown", "text/plain")
    lines = next(("".join(data[kind]).split("\n") for kind in kinds if kind in data), [])
    return next((line for line in lines if line), "")


@each_lesson
def test_an_output_that_is_predicted_is_folded(path):
    """In JupyterLab nobody sees an answer before the question."""
    before = ""
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        source, tags = "".join(cell["source"]), cell["metadata"].get("tags", [])
        if cell["cell_type"] == "code":
            assert ("predict" in tags) == ("**Predict" in before), cell["id"]
            folds = cell["metadata"].get("jupyter", {})
            assert folds.get("outputs_hidden", False) == ("predict" in tags)
            assert folds.get("source_hidden", False) == ("staging" in tags)
            if "predict" in tags:
                words = re.sub(r"<(?![^>]*alt=)[^>]*>", "", shown_when_folded(cell)).strip()
                assert not re.search(r"\d|\s|<", words), cell["id"]  # a header at the most
        before = source if cell["cell_type"] == "markdown" else ""


def test_the_minutes_are_those_of_the_rule():
    """By hand: 260 words, 12 lines in one cell with a table, one prediction, one quick check."""
    book = [
        new_markdown_cell("word " * 259 + "**Predict.**"),
        new_code_cell("x\n\n" * 12),
        new_code_cell("draw()\n" * 9, metadata={"tags": ["staging"]}),
        new_code_cell('ask("3.b")'),
    ]
    book[1].outputs = [new_output("display_data", {"text/html": "<table></table>"})]
    total = sum(map(minutes.load, book), minutes.Load())
    assert total == minutes.Load(260, 12, 1, 0, 1, 1, 2)
    assert total.minutes == pytest.approx(2 + 1 + 0.75 + 0.75 + 40 / 60 + 18 / 60)


def test_the_template_of_a_question_works():
    page = (ROOT / "solutions" / "how_to_write_a_question.md").read_text(encoding="utf-8")
    code = re.search(r"```python\n(.+?)\n```", page, flags=re.DOTALL)[1]
    names = {**vars(answers), **vars(questions), **vars(slips), "roll_up": roll_up}
    question = eval(code, names)
    case = read_case("niger_2024")
    right = asking.grade_by(question, ["Mali", "BFA"], "", case)
    wrong = asking.grade_by(question, ["NER", "Mali", "BFA"], "", case)
    assert right.state is Standing.RIGHT and wrong.misconception == "similarity_as_tie"
    listed = set(re.findall(r"`(\w+)\(", page.split("## 3.")[0]))
    assert listed <= set(names), "a reader that does not exist"


def test_at_most_two_new_verbs_a_lesson():
    page = (ROOT / "notebooks" / "pandas_verbs.md").read_text(encoding="utf-8")
    rows = page.split("\n\n## ")[0].split("\n")[6:]
    assert len(rows) == len(LESSONS)
    for row in rows:
        assert 1 <= len(re.findall(r"`[^`]+`", row.split("|", 2)[2])) <= 3, row


def test_every_word_of_code_that_is_called_stands_on_the_page_of_verbs():
    """In the box of a lesson, or among the others with what it does."""
    boxes = pages.verbs().split("\n\n## ")[0]
    explained = set(re.findall(r"\w+", " ".join(re.findall(r"`([^`]+)`", boxes))))
    exercises = [ROOT / "exercises" / path.name for path in LESSONS[1:]]
    met = {word for path in [*LESSONS, *exercises] for word in called(path)}
    assert not met - explained - set(IN_PASSING), "a cell calls what no page explains"
    assert not set(IN_PASSING) - met, "the page explains what nothing calls"


def test_the_readme_lists_every_lesson_with_its_question_and_minutes():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for path in LESSONS:
        text = prose(path)
        title = text.split("\n", 1)[0].removeprefix("# ")
        question = re.search(r"\*\*The question\.\*\* (.+?\?)", text)[1]
        row = f"| {title[:2]} | [{title[3:]}](notebooks/{path.name}) | {question} |"
        assert row in readme, row
