"""A class is marked: nobody's code runs, nothing that is kept is believed, nothing is lost."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import tarfile
import zipfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import hand_ins
import pytest
from hand_ins import LESSON, as_bytes, class_of_forty, notebook, right, wrong
from hypothesis import given
from hypothesis import strategies as st

from realignment import questions
from realignment.__main__ import main
from realignment.errors import ReadingError
from realignment.feedback import Standing, asking, grade
from realignment.feedback import work as work_file
from realignment.feedback.journal import Journal
from realignment.kept import MEDIA_TYPE
from realignment.marking import (
    Rules,
    judged,
    kept_work,
    mark,
    pages,
    read_and_judge,
    reading,
    share,
)
from realignment.marking.judged import Judge
from realignment.marking.kept_work import Record
from realignment.marking.marks import possible
from realignment.marking.roster import Owners, Student, moment_in, read_roster
from realignment.questions.misconceptions import MISCONCEPTIONS
from tools.weaken import answers, case_of, made

ALL = [question for number in questions.lessons() for question in questions.of_lesson(number)]
TOTAL = f"exercise {LESSON:02} (of {possible(LESSON)})"
FULL = str(possible(LESSON))


def rows_of(text: str) -> dict[str, dict[str, str]]:
    return {row["student_id"]: row for row in csv.DictReader(io.StringIO(text))}


@pytest.fixture(scope="module")
def forty(tmp_path_factory):
    folder = tmp_path_factory.mktemp("class")
    work, roster = class_of_forty(folder)
    assert main(["mark", str(work), "--roster", str(roster), "--to", str(folder / "out")]) == 0
    return folder


@pytest.fixture
def out(forty):
    return forty / "out"


@pytest.fixture
def rows(out):
    return rows_of((out / "marks.csv").read_text(encoding="utf-8"))


@pytest.fixture
def flags(out):
    table = csv.DictReader(io.StringIO((out / "flags.csv").read_text(encoding="utf-8")))
    return [(row["student_id"] or row["file"], row["what"], row["detail"]) for row in table]


def has(flags, who: str, what: str) -> bool:
    return any(w == who and what in f"{said} {detail}" for w, said, detail in flags)


# --- the class of forty -----------------------------------------------------------------------


def test_each_kind_of_work_gets_its_marks(rows):
    full = [f"s{n:02}" for n in (1, 2, 10, 26, 27, 32, 33, 34, 35, 36, 37, 38)]
    assert {who: rows[who][TOTAL] for who in full} == dict.fromkeys(full, FULL)
    for who in ("s11", "s18"):
        assert 0 < float(rows[who][TOTAL]) < float(FULL)
    assert float(rows["s19"][TOTAL]) < float(rows["s11"][TOTAL])
    assert [rows[who][TOTAL] for who in ("s29", "s31")] == ["0", "0"]
    assert [rows[who][TOTAL] for who in ("s25", "s30", "s40")] == ["", "", ""]
    assert len(rows) == 41 and rows["stranger"][TOTAL] == FULL


def test_a_kept_verdict_is_not_believed(rows, flags, out):
    assert float(rows["s28"][TOTAL]) < float(rows["s11"][TOTAL])
    said = (out / "flags.csv").read_text(encoding="utf-8")
    for sentence in ("more than 20,000 parts", "nested more than 12 deep", "100,000 signs"):
        assert sentence in said


def test_an_open_question_stays_open_for_a_person(rows):
    (open_one,) = [q for q in questions.of_lesson(LESSON) if q.rubric][:1]
    assert rows["s01"][f"{open_one.id} {open_one.name}"] == "to be read"
    assert possible(LESSON) < len(questions.of_lesson(LESSON))


def test_the_teacher_is_told_what_to_look_at(flags):
    assert has(flags, "s29", "not checked")
    assert not has(flags, "s31", "not checked")
    assert has(flags, "s32", "another version version 0.9")
    assert has(flags, "s33", "other data")
    assert has(flags, "s34", "changed after the check")
    assert has(flags, "s35", "the same file twice as s01")
    assert has(flags, "s01", "the same file twice as s35")
    assert has(flags, "stranger", "unknown to the roster")
    assert has(flags, "s40", "nothing was handed in")
    assert has(flags, "s25", "nothing that was handed in could be marked")
    assert has(flags, f"s25/{LESSON:02}_mine.ipynb", "its JSON breaks in line")
    assert has(flags, f"s30/{LESSON:02}_mine.ipynb", "The file is empty.")
    quiet = [who for who, _, _ in flags if who in ("s02", "s11", "s36", "s37", "s38")]
    assert not quiet


def test_nobodys_code_was_run(forty):
    assert not list(forty.rglob("harm_was_done")) and not Path("harm_was_done").exists()


def test_nothing_is_written_over(forty, capsys):
    out = forty / "out"
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    command = ["mark", str(forty / "work"), "--roster", str(forty / "roster.csv")]
    assert main([*command, "--to", str(out)]) == 1
    assert "holds marks already; expected a new folder" in capsys.readouterr().err
    assert main([*command, "--to", str(forty / "work")]) == 1
    assert "is there already; expected a new folder" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before


def marked(work: Path, roster: Path, to: Path, **told) -> dict[str, dict[str, str]]:
    mark.mark(work, roster, to, **told)
    return rows_of((to / "marks.csv").read_text(encoding="utf-8"))


def test_the_best_counts_where_it_is_asked_for(forty, tmp_path, rows):
    assert float(rows["s39"][TOTAL]) < float(FULL)
    best = marked(forty / "work", forty / "roster.csv", tmp_path / "best", best=True)
    assert best["s39"][TOTAL] == FULL


def test_a_run_that_was_interrupted_goes_on_where_it_stopped(forty, tmp_path, rows, monkeypatch):
    seen: list[str] = []
    real = reading.read_and_judge

    def interrupted(rules, name, content):
        if len(seen) == 20:
            raise KeyboardInterrupt
        seen.append(name)
        return real(rules, name, content)

    work, roster, to = forty / "work", forty / "roster.csv", tmp_path / "out"
    monkeypatch.setattr(reading, "read_and_judge", interrupted)
    monkeypatch.setattr(reading, "BATCH", 4)
    with pytest.raises(KeyboardInterrupt):
        mark.mark(work, roster, to)
    assert not (to / "marks.csv").exists()
    with pytest.raises(ReadingError, match="other work, or by other rules"):
        mark.mark(work, roster, to, best=True)
    with open(to / "unfinished.jsonl", "a", encoding="ascii") as file:
        file.write('{"file": "cut o')  # the power failed while this was written
    again: list[str] = []
    monkeypatch.setattr(
        reading, "read_and_judge", lambda *told: again.append(told[1]) or real(*told)
    )
    assert marked(work, roster, to) == rows
    assert len(seen) == 20 and not set(seen) & set(again)
    assert not (to / "unfinished.jsonl").exists()


def test_another_executor_gives_the_same_table(forty, tmp_path, rows):
    with ProcessPoolExecutor(2) as pool:
        assert marked(forty / "work", forty / "roster.csv", tmp_path / "o", executor=pool) == rows


# --- the pages --------------------------------------------------------------------------------


def page(out: Path, name: str) -> str:
    return (out / name).read_text(encoding="utf-8")


def test_the_page_to_show_holds_no_name_no_answer_and_no_flag(out, forty):
    shown = page(out, "class.html")
    for number, name in enumerate(hand_ins.NAMES, start=1):
        assert name not in shown and not re.search(rf"\bs{number:02}\b", shown)
        assert name.split()[1] not in shown
    for word in ("stranger", "tigers", "another version", "unknown to", "same file", "_mine"):
        assert word not in shown
    answer = next(a for a in right(LESSON).values() if isinstance(a, str) and len(a) > 60)
    assert answer[:60] not in shown and answer[:60] in html.unescape(page(out, "students/s01.html"))


def test_the_page_to_show_counts_misconceptions_with_what_helps(out, rows):
    shown = html.unescape(page(out, "class.html"))
    found = re.findall(r'class="many">(\d+)</span> of (\d+)</td>', shown)
    counts = [int(count) for count, _ in found]
    assert counts == sorted(counts, reverse=True) and counts[0] >= 8
    handed = sum(row[TOTAL] != "" for who, row in rows.items() if who != "stranger")
    assert {int(of) for _, of in found} == {handed}
    named = [m for m in MISCONCEPTIONS.values() if f"<td>{m.title}</td>" in shown]
    told = re.sub("</?code>", "`", shown)
    assert named and all(m.to_instructor in told for m in named)


def test_what_comes_from_outside_is_escaped_on_every_page(out):
    pages_of = sorted(out.rglob("*.html"))
    assert len(pages_of) == 44
    for path in pages_of:
        text = path.read_text(encoding="utf-8")
        assert "<script" not in text and "<img" not in text and "\u202e" not in text, path.name
        assert "http:" not in text and "https:" not in text
    assert "&lt;script&gt;" in page(out, "students/s27.html")
    assert "&lt;script&gt;" in page(out, "open_answers.html")


def test_a_students_page_says_what_stands_and_why(out):
    said = html.unescape(page(out, "students/s11.html"))
    assert "parts stand" in said and hand_ins.NAMES[10] in said
    assert not any(name in said for name in hand_ins.NAMES if name != hand_ins.NAMES[10])
    assert "Not checked" in page(out, "students/s29.html")
    assert "cannot show who did it" in said
    assert "Nothing was found" in page(out, "students/s40.html")


def test_an_open_answer_stands_beside_its_rubric(out):
    said = html.unescape(page(out, "open_answers.html"))
    for question in questions.of_lesson(LESSON):
        for point in question.rubric:
            assert point in said


def test_a_page_has_a_name_that_every_system_takes():
    for student in ("../../etc/passwd", "CON", ".hidden", "a/b", "é", "x" * 300, "a b", ""):
        name = pages.page_name(student)
        assert re.fullmatch(r"[A-Za-z0-9_-][A-Za-z0-9._-]*\.html", name) and len(name) < 120
        assert name != "CON.html"
    assert pages.page_name("s01") == "s01.html"
    assert pages.page_name("a/b") != pages.page_name("a_b")


# --- where the work lies ----------------------------------------------------------------------


@pytest.fixture
def two(tmp_path):
    """Return a roster of two, and what each has handed in."""
    roster = tmp_path / "roster.csv"
    roster.write_text(
        "student_id,name,email\nab12,Ada Lovelace,ada@example.org\n77,José van den Berg,\n",
        encoding="utf-8",
    )
    return roster, as_bytes(notebook(LESSON, right(LESSON), "a")), as_bytes(exercise())


def exercise() -> dict:
    return notebook(LESSON, wrong(LESSON), "b")


HANDED_IN = {
    "a folder a student": ("ab12/04_x.ipynb", "77/04_x.ipynb"),
    "a file a student": ("ab12.ipynb", "77.ipynb"),
    "an id in a longer name": ("04_events_ab12.ipynb", "77/x.ipynb"),
    "an address": ("ada@example.org/x.ipynb", "José van den Berg/x.ipynb"),
    "Moodle, folders": (
        "Ada Lovelace_1234_assignsubmission_file_/04_x.ipynb",
        "José van den Berg_1235_assignsubmission_file_/04_x.ipynb",
    ),
    "Moodle, files": (
        "Ada Lovelace_1234_assignsubmission_file_04_x.ipynb",
        "Blue-José van den Berg_1235_assignsubmission_file_04_x.ipynb",
    ),
    "Canvas": ("lovelaceada_LATE_991_5512_04_x.ipynb", "vandenbergjosé_992_5513_04_x-1.ipynb"),
    "Canvas, by number": ("lovelaceada_991_5512_04_x.ipynb", "somebody_77_5513_04_x.ipynb"),
    "nbgrader": ("submitted/ab12/ex04/04_x.ipynb", "submitted/77/ex04/04_x.ipynb"),
    "nbgrader's exchange": (
        "ab12+ex04+2026-01-30 15:00:00 UTC+r4nd0m/04_x.ipynb",
        "77+ex04+2026-01-30 15:00:00 UTC/04_x.ipynb",
    ),
    "Blackboard": (
        "Exercise_04_ab12_attempt_2026-01-30-15-00-00_04_x.ipynb",
        "Exercise_04_77_attempt_2026-01-30-15-00-00_04_x.ipynb",
    ),
}


def as_folder(place: Path, files: dict[str, bytes]) -> Path:
    for name, content in files.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(content)
    return place


def as_zip(place: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(place.with_suffix(".zip"), "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
        archive.writestr("__MACOSX/._x.ipynb", b"left by a program")
    return place.with_suffix(".zip")


def as_tar(place: Path, files: dict[str, bytes]) -> Path:
    with tarfile.open(place.with_suffix(".tar.gz"), "w:gz") as archive:
        for name, content in files.items():
            info = tarfile.TarInfo(f"./{name}")
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return place.with_suffix(".tar.gz")


def zip_in_folder(place: Path, files: dict[str, bytes]) -> Path:
    place.mkdir()
    as_zip(place / "download", files)
    return place


@pytest.mark.parametrize("packed", [as_folder, as_zip, as_tar, zip_in_folder])
@pytest.mark.parametrize("names", HANDED_IN.values(), ids=HANDED_IN)
def test_each_platforms_names_lead_to_the_student(two, tmp_path, names, packed):
    roster, *contents = two
    work = packed(tmp_path / "work", dict(zip(names, contents, strict=True)))
    found = marked(work, roster, tmp_path / "out")
    assert list(found) == ["ab12", "77"], "somebody was not recognised"
    assert found["ab12"][TOTAL] == FULL and float(found["77"][TOTAL]) < float(FULL)


def test_a_name_that_two_have_is_nobodys():
    owners = Owners([Student("1", "Ada Moussa"), Student("2", "Moussa, Ada"), Student("3", "Bo")])
    assert owners.of("Ada Moussa_12_assignsubmission_file_/x.ipynb") is None
    assert owners.of("Bo_12_assignsubmission_file_/x.ipynb") == "student 3"
    assert owners.of("04_events.ipynb") is None
    assert owners.of("../../3/x.ipynb") == "student 3"


def test_strangers_below_one_folder_are_not_one_person(two, tmp_path):
    roster, good, bad = two
    work = as_folder(
        tmp_path / "work",
        {"week 4/ab12/x.ipynb": good, "week 4/who/x.ipynb": good, "week 4/whom/x.ipynb": bad},
    )
    found = marked(work, roster, tmp_path / "out")
    assert list(found) == ["ab12", "77", "who", "whom"]
    assert found["who"][TOTAL] == FULL != found["whom"][TOTAL]


def test_what_is_no_notebook_is_a_line_and_a_second_ending_is_none(two, tmp_path):
    roster, good, _ = two
    work = as_folder(
        tmp_path / "work",
        {
            "ab12/04_x.ipynb.txt": good,
            "77/04_x.pdf": b"%PDF",
            "77/.ipynb_checkpoints/a.ipynb": good,
        },
    )
    found = marked(work, roster, tmp_path / "out")
    assert found["ab12"][TOTAL] == FULL and found["77"][TOTAL] == ""
    assert '77/04_x.pdf,could not be read,"This is no note' in page(tmp_path / "out", "flags.csv")


def test_a_file_of_save_progress_is_marked(two, tmp_path, monkeypatch, capsys):
    """Made by the student's own call, with the notebook that lies beside it."""
    journal = Journal()
    for module in (asking, work_file):
        monkeypatch.setattr(module, "JOURNAL", journal)
    place = tmp_path / "student"
    place.mkdir()
    answers_given = right(LESSON)
    first = next(iter(answers_given))
    (place / "04_x.ipynb").write_bytes(as_bytes(notebook(LESSON, {first: answers_given[first]})))
    for asked, answer in answers_given.items():
        if asked != first:
            asking.judged(asked, made(answer, questions.find(asked)))
    work_file.save_progress(place / "my_work.zip")
    capsys.readouterr()
    roster, *_ = two
    handed = {"ab12.zip": (place / "my_work.zip").read_bytes()}
    found = marked(as_folder(tmp_path / "work", handed), roster, tmp_path / "out")
    assert found["ab12"][TOTAL] == FULL


def test_a_worker_that_is_lost_gets_one_sentence(two, tmp_path):
    class Lost(reading.Here):
        def submit(self, fn, /, *args, **told):
            return super().submit(lambda: 1 / 0)

    roster, good, _ = two
    work = as_folder(tmp_path / "work", {"ab12.ipynb": good})
    with pytest.raises(ReadingError, match="A worker failed .ZeroDivisionError."):
        mark.mark(work, roster, tmp_path / "out", executor=Lost())
    assert marked(work, roster, tmp_path / "out")["ab12"][TOTAL] == FULL


def test_a_name_may_say_when():
    assert moment_in("A_b_attempt_2026-01-30-15-00-07_x.ipynb") == "2026-01-30 15:00:07"
    assert moment_in("a+b+2026-01-30 15:00:00.123 UTC+c/x.ipynb") == "2026-01-30 15:00:00"
    assert moment_in("a/x.ipynb") == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name\nAda\n", "the column 'student_id' is missing"),
        ("student_id,name\n", "nobody is in it"),
        ("student_id,name\n,Ada\n", "row 2: there is no student_id"),
        ("student_id,name\na,Ada\nA,Bo\n", "row 3: 'A' is there already, in row 2"),
        ("student_id,name,grup\na,Ada,x\n", "the column 'grup' is not known"),
    ],
)
def test_a_roster_that_is_none_gets_one_sentence(tmp_path, text, said):
    (tmp_path / "roster.csv").write_text(text, encoding="utf-8")
    with pytest.raises(ReadingError, match=said):
        read_roster(tmp_path / "roster.csv")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "The file is empty."),
        (b"\x00\xff\xfe", "expected JSON in UTF-8"),
        (b"{}", "expected a list of cells"),
        (b"[]", "expected a list of cells"),
        (b'{"cells": 3}', "expected a list of cells"),
        (b'{"cells": [', "its JSON breaks in line 1"),
        (b"[" * 100_000, "nested too deeply"),
        (b"[" * 2_000_000, "more than 1,000,000 parts"),
        (b'{"cells": [], "a": ' + b"9" * 10_000 + b"}", "no JSON may hold"),
        (
            b" " * 21_000_000 + b"x",
            "The file has more than 20 MB, which no exercise has; it was not read.",
        ),
        (b"PK\x03\x04broken", "damaged"),
    ],
    ids=lambda part: part if isinstance(part, str) else "",
)
def test_a_file_that_cannot_be_read_gets_one_sentence(content, said):
    sheet = read_and_judge(Rules(), "x.ipynb", content)
    assert not sheet.answers and len(sheet.says) == 1 and said in sheet.says[0]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["format", "question", "value", "why", "tuple", "dict", "cell"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=10,
)


@given(held=JSON, kept=JSON, source=JSON)
def test_whatever_a_file_holds_nothing_is_raised(held, kept, source):
    for whole in (
        held,
        {"cells": held},
        {"cells": [held, {"cell_type": "code"} | cell(kept, source)]},
    ):
        sheet = read_and_judge(Rules(), "x.ipynb", json.dumps(whole).encode())
        assert all(answer.judged.state in Standing for answer in sheet.answers.values())


def cell(kept: object, source: object) -> dict:
    return {"source": source, "outputs": [{"data": {MEDIA_TYPE: kept}}]}


@given(value=JSON)
def test_whatever_value_is_forged_one_verdict_comes_back(value):
    judge = Judge(Rules())
    for question in ALL[:: max(1, len(ALL) // 10)]:
        record = {"format": 1, "question": question.name, "value": value}
        sheet = judge.sheet(kept_work.Work([Record(record)]))
        (answer,) = sheet.answers.values()
        assert answer.refused == (len(sheet.says) == 1)


# --- marks ------------------------------------------------------------------------------------


@pytest.mark.parametrize("question", ALL, ids=[question.id for question in ALL])
def test_marks_by_reading_are_marks_by_running(question):
    """On the whole bank: what was kept and judged anew is worth what the answer itself is."""
    judge = Judge(Rules())
    bank = [*answers("RIGHT", question), *answers("DEFENSIBLE", question)]
    bank += [answer for answer, _ in answers("WRONG", question)]
    for answer in bank:
        kept = hand_ins.record(question.id, answer)
        verdict = grade(question.id, made(answer, question), case=case_of(question.case))
        by_reading = judge.answer(Record(json.loads(json.dumps(kept)))).judged
        assert by_reading.share == share(question, verdict)
        if "value" in kept:  # else it is kept as having been tried
            assert by_reading.state is verdict.state, answer
            assert by_reading.misconception == verdict.misconception


def test_part_marks_are_the_share_of_the_parts_that_stand():
    question = next(q for q in questions.of_lesson(LESSON) if isinstance(right(LESSON)[q.id], dict))
    given = dict(right(LESSON)[question.id])
    key = next(iter(given))
    bad = wrong(LESSON)[question.id]
    other = (
        next(part for name, part in bad.items() if part != given[name] and name == key)
        if (isinstance(bad, dict) and bad.get(key) != given[key])
        else next(value for value in given.values() if value != given[key])
    )
    given[key] = other
    verdict = grade(question.id, given)
    assert verdict.parts == (len(given) - 1, len(given))
    assert share(question, verdict) == (len(given) - 1) / len(given)


def test_a_verdict_is_remembered(monkeypatch):
    judge, calls = Judge(Rules()), []
    real = judged.judge_value
    monkeypatch.setattr(judged, "judge_value", lambda *a: calls.append(a) or real(*a))
    records = [hand_ins.record(asked, answer) for asked, answer in right(LESSON).items()]
    for _ in range(5):
        for held in records:
            judge.answer(Record(held))
    assert len(calls) == len(records)
    judge.answer(Record(records[0] | {"why": "another reason"}))
    assert len(calls) == len(records) + 1


def test_a_teachers_word_counts_for_the_class(tmp_path, two):
    roster, *_ = two
    choice = next(
        q for q in ALL if not q.rubric and any(isinstance(a, str) for a, _ in answers("WRONG", q))
    )
    bad = next(
        a for a, why in answers("WRONG", choice) if isinstance(a, str) and why != "unreadable"
    )
    work = as_folder(
        tmp_path / "work",
        {"ab12.ipynb": as_bytes(notebook(choice.lesson, {choice.id: bad}))},
    )
    column = f"{choice.id} {choice.name}"
    assert marked(work, roster, tmp_path / "before")["ab12"][column] != "1"
    accept = tmp_path / "accept.csv"
    accept.write_text(f"question,value,reason\n{choice.name},{bad},We said so.\n", encoding="utf-8")
    assert marked(work, roster, tmp_path / "after", accept=accept)["ab12"][column] == "1"


def test_one_part_of_an_answer_can_be_accepted(tmp_path, two):
    roster, *_ = two
    question = next(q for q in questions.of_lesson(LESSON) if isinstance(right(LESSON)[q.id], dict))
    given = dict(right(LESSON)[question.id])
    key = next(iter(given))
    given[key] = next(value for value in given.values() if value != given[key])
    work = as_folder(
        tmp_path / "work", {"ab12.ipynb": as_bytes(notebook(LESSON, {question.id: given}))}
    )
    accept = tmp_path / "accept.csv"
    accept.write_text(
        f"question,value,reason\n{question.id},{key}: {given[key]},We said so.\n", encoding="utf-8"
    )
    column = f"{question.id} {question.name}"
    assert marked(work, roster, tmp_path / "after", accept=accept)["ab12"][column] == "1"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("99.9,a,b", "There is no question"),
        ("4.1,,because", "cannot be read as an answer"),
        ("4.1,zzz,because", "cannot be read as an answer"),
        ("4.1,E02: event,", "there is no reason"),
    ],
)
def test_a_word_that_cannot_be_read_gets_one_sentence(tmp_path, row, said):
    (tmp_path / "accept.csv").write_text(f"question,value,reason\n{row}\n", encoding="utf-8")
    with pytest.raises(ReadingError, match=f"accept.csv, row 2: .*{said}"):
        mark.read_accepted(tmp_path / "accept.csv")


def test_the_rows_that_the_page_for_teachers_shows_can_be_accepted(tmp_path):
    page = (hand_ins.ROOT / "solutions" / "marking_a_class.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"```\n(question,value,reason\n.*?)```", page, re.DOTALL)
    (tmp_path / "accept.csv").write_text(shown, encoding="utf-8")
    assert len(mark.read_accepted(tmp_path / "accept.csv")) == shown.count("\n") - 1


def test_a_part_that_an_answer_does_not_have_is_told_with_those_that_it_has(tmp_path):
    (tmp_path / "accept.csv").write_text(
        "question,value,reason\n4.1,E12: statement,because\n", encoding="utf-8"
    )
    with pytest.raises(ReadingError, match="the key one of `E02`, `E09`"):
        mark.read_accepted(tmp_path / "accept.csv")


def test_an_open_question_cannot_be_accepted(tmp_path):
    open_one = next(q for q in ALL if q.rubric)
    (tmp_path / "accept.csv").write_text(
        f"question,value,reason\n{open_one.id},a,b\n", encoding="utf-8"
    )
    with pytest.raises(ReadingError, match="an open question"):
        mark.read_accepted(tmp_path / "accept.csv")


def test_a_check_of_another_lesson_makes_no_exercise_of_it():
    held = notebook(LESSON, right(LESSON))
    stray = notebook(LESSON + 1, {f"{LESSON + 1}.1": "x"})
    held["cells"] += [c for c in stray["cells"] if c.get("outputs")]
    sheet = read_and_judge(Rules(), "x.ipynb", as_bytes(held))
    assert sheet.lessons == (LESSON,)


def test_a_formula_is_no_formula_in_a_spreadsheet(two, tmp_path):
    roster, good, _ = two
    work = as_folder(tmp_path / "work", {"=cmd()/x.ipynb": good})
    found = marked(work, roster, tmp_path / "out")
    assert "'=cmd()" in found


def test_an_answer_that_was_kept_by_hand_is_told_as_such_and_not_as_missing(tmp_path, two):
    """Nobody is told *not attempted* of an answer that is there and cannot be judged."""
    roster, *_ = two
    held = notebook(LESSON, right(LESSON))
    cell = next(cell for cell in held["cells"] if cell.get("outputs"))
    kept = cell["outputs"][0]["data"][MEDIA_TYPE]
    kept["value"] = hand_ins.nested(100)
    asked = questions.find(kept["question"])
    work = as_folder(tmp_path / "work", {"ab12.ipynb": as_bytes(held)})
    row = marked(work, roster, tmp_path / "out")["ab12"]
    assert row[f"{asked.id} {asked.name}"] == "0"
    assert f"kept otherwise than a check keeps it ({asked.id})" in row["flags"]
    page = (tmp_path / "out" / "students" / "ab12.html").read_text(encoding="utf-8")
    assert "is not what a check keeps" in page and "Not attempted" not in page
    flags = (tmp_path / "out" / "flags.csv").read_text(encoding="utf-8")
    assert f"{asked.id}: A kept value is nested" in flags


def test_what_was_laid_aside_by_afresh_does_not_count_before_the_fresh_one():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("04_mine.ipynb", as_bytes(notebook(LESSON, right(LESSON))))
        archive.writestr("04_mine_before_1.ipynb", as_bytes(notebook(LESSON, wrong(LESSON), "old")))
    sheet = read_and_judge(Rules(), "ab12.zip", packed.getvalue())
    assert sheet.points(LESSON) == possible(LESSON)


def test_who_hands_in_the_whole_folder_gets_no_nought_for_the_weeks_to_come(tmp_path, two):
    roster, *_ = two
    whole = {f"{n:02}_x.ipynb": as_bytes(hand_ins.exercise(n)) for n in (3, LESSON, LESSON + 1)}
    done = whole | {f"{LESSON:02}_x.ipynb": as_bytes(notebook(LESSON, right(LESSON)))}
    begun = whole | {"03_x.ipynb": as_bytes(notebook(3, right(3)))}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in done.items():
            archive.writestr(name, content)
    work = as_folder(
        tmp_path / "work",
        {"ab12/my_work.zip": packed.getvalue()} | {f"77/{n}": c for n, c in begun.items()},
    )
    rows = marked(work, roster, tmp_path / "out")
    third = f"exercise 03 (of {possible(3)})"
    assert not [column for column in rows["ab12"] if column.startswith("exercise 05")]
    assert (rows["ab12"][TOTAL], rows["ab12"][third]) == (FULL, "")
    assert (rows["77"][TOTAL], rows["77"][third]) == ("", str(possible(3)))
    assert rows["77"]["flags"] == f"handed in and not begun (exercise {LESSON:02})"


def test_a_fresh_exercise_does_not_take_the_place_of_one_that_was_done(tmp_path, two):
    roster, *_ = two
    work = as_folder(
        tmp_path / "work",
        {
            "ab12/1.ipynb": as_bytes(notebook(LESSON, right(LESSON))),
            "ab12/2.ipynb": as_bytes(hand_ins.exercise(LESSON)),
        },
    )
    assert marked(work, roster, tmp_path / "out")["ab12"][TOTAL] == FULL
