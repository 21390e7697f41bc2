"""What is known of each question, and the file that it is saved in: nothing is lost."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from realignment import feedback, questions, sheets
from realignment.errors import ReadingError
from realignment.feedback import Standing, journal, work
from realignment.feedback.journal import Entry, merge, read_journal
from realignment.kept import read_kept
from realignment.questions import first_edition
from tools.weaken import answers


@pytest.fixture
def fresh_journal(monkeypatch):
    monkeypatch.setattr(journal.JOURNAL, "entries", {})
    monkeypatch.setattr(journal.JOURNAL, "foreign", {})
    monkeypatch.setattr(sheets, "SHEETS", {})
    shown = []
    monkeypatch.setattr("IPython.display.display", shown.append)
    return shown


def test_hints_come_in_turn_and_end(fresh_journal):
    for _ in range(4):
        feedback.hint("1.2")
    titles = [note.title for note in fresh_journal]
    assert titles == [f"1.2 Hint {n} of 3." for n in (1, 2, 3, 3)]
    assert fresh_journal[2].body.endswith("This was the last one.")


def test_progress_counts_what_is_done(fresh_journal):
    feedback.progress()
    assert "Nothing has been checked" in fresh_journal[-1].body
    count, last = len(questions.of_lesson(1)), questions.of_lesson(1)[-1].id
    feedback.check("1.1", ...)
    feedback.check("1.5", "b")
    feedback.check("1.1", "author")
    feedback.progress(1)
    lines = fresh_journal[-1].body.split("\n")
    assert lines[0] == f"Lesson 01: 1 of {count} done."
    assert lines[1].startswith("→ 1.1 Not yet") and lines[5].startswith("✓ 1.5 Right")
    feedback.check(last, "It would be fairer.")
    feedback.progress(1)
    lines = fresh_journal[-1].body.split("\n")
    assert lines[count].startswith(f"? {last} Not kept yet: ")
    feedback.check(last, answers("RIGHT", questions.find(last))[0])
    feedback.progress(1)
    lines = fresh_journal[-1].body.split("\n")
    assert lines[0] == f"Lesson 01: 2 of {count} done."
    assert lines[count].startswith(f"✎ {last} Written: ")


def test_work_is_saved_and_comes_back(fresh_journal, tmp_path, monkeypatch):
    file, notebook = tmp_path / "my_work.zip", tmp_path / "01_reading.ipynb"
    notebook.write_text("mine", encoding="utf-8")
    feedback.check("1.5", "b")
    feedback.save_progress(file)
    assert "holds 1 question and 1 notebook." in fresh_journal[-1].body
    assert "Binder" not in fresh_journal[-1].body
    notebook.write_text("as it was", encoding="utf-8")
    monkeypatch.setattr(journal.JOURNAL, "entries", {})
    feedback.load_progress(file)
    assert "`01_reading_2.ipynb`" in fresh_journal[-1].body
    assert notebook.read_text(encoding="utf-8") == "as it was"
    assert (tmp_path / "01_reading_2.ipynb").read_text(encoding="utf-8") == "mine"
    feedback.progress(1)
    assert "✓ 1.5 Right" in fresh_journal[-1].body
    feedback.load_progress(file)
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        "01_reading.ipynb",
        "01_reading_2.ipynb",
        "my_work.zip",
    ]


def test_a_second_saving_keeps_what_the_first_held(fresh_journal, tmp_path, monkeypatch):
    file = tmp_path / "my_work.zip"
    feedback.check("1.5", "b")
    feedback.save_progress(file)
    monkeypatch.setattr(journal.JOURNAL, "entries", {})
    feedback.check("1.1", "author")
    monkeypatch.setenv("BINDER_LAUNCH_HOST", "somewhere")
    feedback.save_progress(file)
    assert "You are on Binder" in fresh_journal[-1].body
    kept = work.read_work(file).journal
    assert kept.of("reading.summary_of_two_speakers").state is Standing.RIGHT
    assert kept.of("reading.who_vouches").state is Standing.NOT_YET


def test_a_file_that_holds_no_work_is_left_as_it_is(fresh_journal, tmp_path):
    empty, other, escape = io.BytesIO(), io.BytesIO(), io.BytesIO()
    zipfile.ZipFile(empty, "w").close()
    with zipfile.ZipFile(other, "w") as work:
        work.writestr("progress.json", '{"1.1": {"state": "X"}}')
    for number, content in enumerate((b"no zip", empty.getvalue(), other.getvalue())):
        file = tmp_path / f"{number}.zip"
        file.write_bytes(content)
        feedback.load_progress(file)
        assert "holds no saved work" in fresh_journal[-1].body
        feedback.save_progress(file)
        assert fresh_journal[-1].title == "Not saved." and file.read_bytes() == content
    feedback.load_progress(tmp_path / "none.zip")
    assert "no such file" in fresh_journal[-1].body
    with zipfile.ZipFile(escape, "w") as work:
        work.writestr("progress.json", "{}")
        work.writestr("../outside.ipynb", "x")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "work.zip").write_bytes(escape.getvalue())
    feedback.load_progress(tmp_path / "in" / "work.zip")
    assert not (tmp_path / "outside.ipynb").exists()


def test_nothing_is_written_without_being_asked(fresh_journal, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x").mkdir()
    feedback.check("1.5", "b")
    feedback.hint("1.5")
    feedback.solution("1.5")
    feedback.progress()
    assert [p.name for p in tmp_path.iterdir()] == ["x"]


# --- one rule, wherever two entries meet ------------------------------------------------------

NAME = "reading.summary_of_two_speakers"
OTHER = "reading.who_vouches"


def new_kernel(monkeypatch) -> None:
    monkeypatch.setattr(journal.JOURNAL, "entries", {})
    monkeypatch.setattr(journal.JOURNAL, "foreign", {})
    monkeypatch.setattr(sheets, "SHEETS", {})


def state(name: str = NAME) -> Standing:
    return journal.JOURNAL.of(name).state


entries = st.builds(
    Entry,
    state=st.sampled_from(Standing),
    tries=st.integers(0, 9),
    hints=st.integers(0, 3),
    solution=st.booleans(),
    when=st.datetimes().map(lambda moment: moment.isoformat(timespec="microseconds")),
)
RANK = [Standing.NOT_ATTEMPTED, Standing.NOT_YET, Standing.DEFENSIBLE, Standing.RIGHT]


@given(entries, entries)
def test_nothing_better_or_later_gives_way(one, other):
    both = merge(one, other)
    rank = {s: RANK.index(s) if s in RANK else 1 for s in Standing}
    assert rank[both.state] == max(rank[one.state], rank[other.state])
    if rank[one.state] == rank[other.state]:
        assert both.when == max(one.when, other.when)
    assert (both.tries, both.hints) == (max(one.tries, other.tries), max(one.hints, other.hints))
    assert merge(both, one) == both == merge(other, both)


def test_a_right_answer_stays_right_in_the_kernel(fresh_journal):
    feedback.check("1.5", "b")
    feedback.check("1.5", "a")
    assert fresh_journal[-1].state is Standing.NOT_YET and state() is Standing.RIGHT
    entry = journal.JOURNAL.of(NAME)
    assert (entry.tries, entry.missed) == (2, True) and entry.answer["value"] == "b"
    feedback.check("1.1", "a")
    feedback.check("1.1", 5)
    assert state(OTHER) is Standing.UNREADABLE  # of two that are not right, the later


def test_an_older_state_does_not_overwrite_a_newer_one(fresh_journal, tmp_path, monkeypatch):
    """Save in A, load in B, right in A, save, save in B; then load an old file."""
    file, old = tmp_path / "my_work.zip", tmp_path / "old.zip"
    feedback.check("1.5", "a")
    feedback.save_progress(file)
    old.write_bytes(file.read_bytes())
    a = dict(journal.JOURNAL.entries)
    new_kernel(monkeypatch)
    feedback.load_progress(file)
    b = dict(journal.JOURNAL.entries)
    monkeypatch.setattr(journal.JOURNAL, "entries", a)
    feedback.check("1.5", "b")
    feedback.save_progress(file)
    monkeypatch.setattr(journal.JOURNAL, "entries", b)
    feedback.save_progress(file)
    new_kernel(monkeypatch)
    feedback.load_progress(file)
    assert state() is Standing.RIGHT
    feedback.load_progress(old)
    assert state() is Standing.RIGHT


def test_a_hint_in_a_new_kernel_does_not_undo_what_is_saved(fresh_journal, tmp_path, monkeypatch):
    file = tmp_path / "my_work.zip"
    feedback.check("1.5", "b")
    feedback.save_progress(file)
    new_kernel(monkeypatch)
    feedback.hint("1.5")
    feedback.save_progress(file)
    new_kernel(monkeypatch)
    feedback.load_progress(file)
    assert state() is Standing.RIGHT and journal.JOURNAL.of(NAME).hints == 1


@pytest.mark.parametrize("asked", ["4,3", "99.1", "².1", None, "x" * 300, 99.5, "3.z"])
def test_a_question_that_there_is_not_leaves_no_trace(fresh_journal, tmp_path, asked):
    feedback.check(asked, 1)
    feedback.hint(asked)
    feedback.solution(asked)
    feedback.ask(asked)
    assert all("There is no question" in verdict.message for verdict in fresh_journal)
    assert not journal.JOURNAL.entries
    feedback.progress()
    assert "Nothing has been checked" in fresh_journal[-1].body


@pytest.mark.parametrize("lesson", ["4", 4.0, "04", " lesson 4 ", "Lesson 04"])
def test_a_lesson_may_be_given_in_any_form(fresh_journal, lesson):
    feedback.progress(lesson)
    assert fresh_journal[-1].body.startswith(f"Lesson 04: 0 of {len(questions.of_lesson(4))} done.")


@pytest.mark.parametrize(
    "lesson", ["x", 4.5, float("nan"), float("inf"), True, [], object(), "²", 99]
)
def test_what_is_no_lesson_is_said_in_a_sentence(fresh_journal, lesson):
    feedback.progress(lesson)
    assert "There is no lesson" in fresh_journal[-1].body
    assert "expected a number from 1 to" in fresh_journal[-1].body


def test_what_is_kept_is_the_read_value_and_what_had_been_shown(fresh_journal):
    feedback.hint("1.4")
    feedback.check("1.4", "41 %", why="I counted rows")
    kept = read_kept(dict(fresh_journal[-1].kept))
    assert (kept.question, kept.value) == ("reading.share_of_the_story", pytest.approx(0.41))
    assert (kept.why, kept.hints, kept.solution, kept.read) == ("I counted rows", 1, False, True)
    feedback.solution("1.4")
    feedback.check("1.4", object())
    kept = read_kept(dict(fresh_journal[-1].kept))
    assert (kept.read, kept.solution, kept.value) == (False, True, None)
    bundle = fresh_journal[-1]._repr_mimebundle_()
    assert "state" not in bundle["application/vnd.reading-realignment+json"]
    feedback.check("1.4", ...)
    assert fresh_journal[-1].kept is None


# --- what a file holds, of whatever edition ---------------------------------------------------


def packed(told: object, **files: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("progress.json", told if isinstance(told, str) else json.dumps(told))
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def first(state: str = "RIGHT", **more: object) -> dict:
    told = {"state": state, "tries": 2, "hints": 1, "answer": "'b'", "why": "", "day": "2026-03-01"}
    return told | more


def test_a_file_of_the_first_edition_comes_back_under_the_names(fresh_journal, tmp_path):
    file = tmp_path / "my_work.zip"
    file.write_bytes(packed({number: first() for number in first_edition.NAMES}))
    feedback.load_progress(file)
    assert "98 questions are back." in fresh_journal[-1].body
    assert set(journal.JOURNAL.entries) == set(first_edition.NAMES.values())
    assert state() is Standing.RIGHT and journal.JOURNAL.of(NAME).more["answer_shown"] == "'b'"
    feedback.save_progress(file)
    told = json.loads(zipfile.ZipFile(file).read("progress.json"))
    assert told["format"] == 2 and told["questions"][NAME]["answer_shown"] == "'b'"


def test_of_a_later_edition_what_is_unknown_is_kept_and_not_judged(
    fresh_journal, tmp_path, monkeypatch
):
    file = tmp_path / "my_work.zip"
    entry = {"state": "RIGHT", "tries": 1, "stars": [5], "answer": None, "when": ""}
    told = {
        "format": 3,
        "badges": {"gold": 1},
        "questions": {NAME: entry, "law.of_the_sea": entry, OTHER: entry | {"state": "SPLENDID"}},
    }
    file.write_bytes(packed(told, **{"sounds.ogg": b"la"}))
    feedback.load_progress(file)
    assert state() is Standing.RIGHT and OTHER not in journal.JOURNAL.entries
    assert "2 entries are of no question" in fresh_journal[-1].body
    feedback.check("1.1", "author")
    feedback.save_progress(file)
    saved = json.loads(zipfile.ZipFile(file).read("progress.json"))
    assert saved["badges"] == {"gold": 1} and saved["questions"]["law.of_the_sea"] == entry
    assert saved["questions"][NAME]["stars"] == [5]
    assert saved["questions"][f"{OTHER} (unread)"]["state"] == "SPLENDID"
    assert zipfile.ZipFile(file).read("sounds.ogg") == b"la"
    feedback.progress(1)
    assert not (tmp_path / "sounds.ogg").exists()


@pytest.mark.parametrize(
    "bad", [{"hints": -99}, {"tries": "many"}, {"tries": True}, {"state": 3}, {"hints": 1e300}]
)
def test_an_entry_that_cannot_be_read_is_named_and_the_others_come_back(
    fresh_journal, tmp_path, bad
):
    file = tmp_path / "my_work.zip"
    file.write_bytes(packed({"1.5": first(), "1.1": first(**bad), "x" * 300: first()}))
    feedback.load_progress(file)
    assert state() is Standing.RIGHT and OTHER not in journal.JOURNAL.entries
    assert f"`1.1` was left as it is: its `{next(iter(bad))}`" in fresh_journal[-1].body
    feedback.progress()
    feedback.save_progress(file)
    assert fresh_journal[-1].title == "Saved."


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
        max_leaves=10,
    )
)
def test_any_entry_is_read_or_refused_in_a_sentence(record):
    for told in (record, first() | {"tries": record}, first() | {"answer": record, "day": record}):
        known, problems = read_journal({"1.5": told, "odd": told})
        assert len(known.entries) + len(known.foreign) == 2
        assert all("was left as it is" in problem for problem in problems)
        assert json.dumps(known.as_json())


# --- the file ---------------------------------------------------------------------------------


@pytest.mark.slow
def test_two_kernels_that_save_at_once_lose_nothing(fresh_journal, tmp_path):
    """Each writes other questions at the same moment, again and again."""
    code = (
        "import sys\n"
        "from realignment import check, save_progress\n"
        "for question, answer in [a.split('=') for a in sys.argv[2:]]:\n"
        "    check(question, answer)\n"
        "    save_progress(sys.argv[1])\n"
    )
    file = tmp_path / "my_work.zip"
    given_answers = (["1.5=b", "3.4=date"], ["1.1=author", "2.3=x"])
    root = Path(__file__).resolve().parent.parent

    def run(given: list[str]) -> str:
        ran = subprocess.run(
            [sys.executable, "-c", code, str(file), *given],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(root)},
            capture_output=True,
            text=True,
            check=False,
        )
        return ran.stdout + ran.stderr

    with ThreadPoolExecutor() as pool:
        said = "".join(pool.map(run, given_answers))
    assert said.count("Saved.") == 4, said
    feedback.load_progress(file)
    wanted = {questions.find(one.split("=")[0]).name for given in given_answers for one in given}
    assert wanted <= set(journal.JOURNAL.entries)
    assert [path.name for path in tmp_path.iterdir()] == ["my_work.zip"]


def test_who_comes_while_another_saves_waits_or_is_told(fresh_journal, tmp_path, monkeypatch):
    lock = tmp_path / ".my_work.zip.lock"
    lock.touch()
    monkeypatch.setattr(work, "_PATIENCE", 0.0)
    feedback.save_progress(tmp_path / "my_work.zip")
    assert "another notebook is saving at this moment" in fresh_journal[-1].body
    os.utime(lock, (time.time() - 3_600,) * 2)  # of a kernel that died an hour ago
    feedback.save_progress(tmp_path / "my_work.zip")
    assert fresh_journal[-1].title == "Saved." and not lock.exists()


def test_the_notebooks_of_earlier_days_stay(fresh_journal, tmp_path, monkeypatch):
    """Renamed, deleted, and on another computer the untouched one of the same name."""
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir(), two.mkdir()
    (one / "01.ipynb").write_bytes(b"mine"), (one / "02.ipynb").write_bytes(b"two")
    feedback.save_progress(one / "my_work.zip")
    (one / "02.ipynb").rename(one / "renamed.ipynb")
    (one / "01.ipynb").write_bytes(b"mine, longer")
    feedback.save_progress(one / "my_work.zip")
    (two / "my_work.zip").write_bytes((one / "my_work.zip").read_bytes())
    (two / "01.ipynb").write_bytes(b"untouched")
    monkeypatch.setattr(work.platform, "node", lambda: "another")
    feedback.save_progress(two / "my_work.zip")
    saved = work.read_work(two / "my_work.zip").files
    assert sorted(saved.values()) == [b"mine, longer", b"two", b"two", b"untouched"]
    (tmp_path / "three").mkdir()
    (tmp_path / "three" / "my_work.zip").write_bytes((two / "my_work.zip").read_bytes())
    feedback.load_progress(tmp_path / "three" / "my_work.zip")
    assert "1 earlier version of a notebook stays" in fresh_journal[-1].body
    assert (tmp_path / "three" / "01.ipynb").read_bytes() == b"untouched"
    feedback.load_progress(tmp_path / "three" / "my_work.zip", earlier=True)
    back = {path.read_bytes() for path in (tmp_path / "three").glob("*.ipynb")}
    assert back == {b"mine, longer", b"two", b"untouched"}


def test_a_file_that_would_not_load_again_is_never_made(fresh_journal, tmp_path, monkeypatch):
    monkeypatch.setattr(work, "LARGEST_WORK", 1_000)
    (tmp_path / "small.ipynb").write_bytes(b"s" * 400)
    (tmp_path / "large.ipynb").write_bytes(b"l" * 700)
    (tmp_path / "huge.ipynb").write_bytes(b"h" * 1_100)
    feedback.check("1.5", "b")
    feedback.save_progress(tmp_path / "my_work.zip")
    assert fresh_journal[-1].title == "Saved, but not all."
    for name in ("large", "huge"):
        assert f"`{name}.ipynb` (0 MB) is not in it" in fresh_journal[-1].body
    new_kernel(monkeypatch)
    feedback.load_progress(tmp_path / "my_work.zip")
    assert state() is Standing.RIGHT
    assert list(work.read_work(tmp_path / "my_work.zip").files) == ["small.ipynb"]
    (tmp_path / "small.ipynb").write_bytes(b"s" * 900)
    feedback.save_progress(tmp_path / "my_work.zip")
    assert work.read_work(tmp_path / "my_work.zip").files["small.ipynb"] == b"s" * 900


def test_odd_files_beside_the_notebooks_do_not_stop_it(fresh_journal, tmp_path):
    (tmp_path / "old.ipynb").write_bytes(b"old")
    os.utime(tmp_path / "old.ipynb", (0, 0))
    (tmp_path / "folder.ipynb").mkdir()
    (tmp_path / "._old.ipynb").write_bytes(b"a Mac's")
    if os.name != "nt":
        (tmp_path / "gone.ipynb").symlink_to(tmp_path / "nowhere")
    feedback.save_progress(tmp_path / "my_work.zip")
    assert fresh_journal[-1].title.startswith("Saved")
    assert list(work.read_work(tmp_path / "my_work.zip").files) == ["old.ipynb"]
    if os.name != "nt":
        assert "`gone.ipynb` is not in it: it points to nothing." in fresh_journal[-1].body


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("no/such/work.zip", "there is no such folder"),
        ("x" * 300 + ".zip", "the name is too long"),
        (None, "is no place"),
        ("a\0b.zip", "cannot be the name of a file"),
        ("folder", "this holds no saved work"),
    ],
)
def test_a_place_that_will_not_do_is_said_in_a_sentence(
    fresh_journal, tmp_path, monkeypatch, path, said
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    feedback.save_progress(path)
    assert fresh_journal[-1].title == "Not saved." and said in fresh_journal[-1].body
    feedback.load_progress(path)
    assert fresh_journal[-1].title == "Not loaded."
    assert [one.name for one in tmp_path.iterdir()] == ["folder"]


def test_home_is_understood_and_a_full_disk_leaves_the_old_file(
    fresh_journal, tmp_path, monkeypatch
):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    feedback.check("1.5", "b")
    feedback.save_progress("~/my_work.zip")
    before = (tmp_path / "my_work.zip").read_bytes()
    feedback.check("1.1", "author")

    def full(*_: object) -> None:
        raise OSError(28, "no space left")

    monkeypatch.setattr("realignment.files.writing.os.fsync", full)
    feedback.save_progress("~/my_work.zip")
    assert "the disk is full" in fresh_journal[-1].body
    assert (tmp_path / "my_work.zip").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["my_work.zip"]


@given(place=st.integers(0, 10_000), bit=st.integers(0, 7))
@settings(max_examples=150)
def test_a_damaged_file_is_read_in_part_or_refused_in_a_sentence(place, bit):
    whole = bytearray(packed({"1.5": first()}, **{"01.ipynb": b"mine" * 50, "02.ipynb": b"two"}))
    whole[place % len(whole)] ^= 1 << bit
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "my_work.zip"
        file.write_bytes(whole)
        try:
            read = work.read_work(file)
        except ReadingError as problem:
            assert "holds no saved work" in str(problem)
        else:
            assert len(read.files) + len(read.damaged) <= 2


def test_of_a_damaged_file_the_rest_comes_back_and_nothing_is_written_over(fresh_journal, tmp_path):
    whole = packed({"1.5": first()}, **{"01.ipynb": b"mine" * 50, "02.ipynb": b"two"})
    file = tmp_path / "my_work.zip"
    file.write_bytes(whole.replace(b"minemine", b"MINEmine", 1))
    feedback.load_progress(file)
    assert "`01.ipynb` is damaged and did not come back." in fresh_journal[-1].body
    assert (tmp_path / "02.ipynb").read_bytes() == b"two" and state() is Standing.RIGHT
    before = file.read_bytes()
    feedback.save_progress(file)
    assert fresh_journal[-1].title == "Not saved." and "save under another name" in (
        fresh_journal[-1].body
    )
    assert file.read_bytes() == before


def test_nothing_is_written_outside_or_under_a_name_that_a_system_minds(fresh_journal, tmp_path):
    bad = ["../out.ipynb", "/out.ipynb", "a/b.ipynb", "CON.ipynb", "x:y.ipynb", ".hidden.ipynb"]
    bad += ["cases/../x.md", "cases/a/b/c.md", "cases/con/article.md", "x" * 300 + ".ipynb"]
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "my_work.zip").write_bytes(packed({}, **{name: b"x" for name in bad}))
    feedback.load_progress(folder / "my_work.zip")
    assert [path.name for path in folder.iterdir()] == ["my_work.zip"]
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


def test_a_file_that_unpacks_to_more_than_it_may_is_refused(fresh_journal, tmp_path):
    file = tmp_path / "my_work.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("progress.json", "{}")
        archive.writestr("01.ipynb", b"0" * (work.LARGEST_WORK * 3))
    feedback.load_progress(file)
    assert "holds no saved work" in fresh_journal[-1].body
    file.write_bytes(packed("[" * 200_000))
    feedback.load_progress(file)
    assert "holds no saved work" in fresh_journal[-1].body


# --- what else is the student's own -----------------------------------------------------------


def own_data(tmp_path: Path, monkeypatch) -> Path:
    data = tmp_path / "data"
    for case in ("gabon_2023", "niger_2024"):
        (data / case / "codings").mkdir(parents=True)
        (data / case / "article.md").write_bytes(b"text")
        (data / case / "codings" / "coder_a.csv").write_bytes(b"a")
        (data / case / "codings" / "coder_me.csv").write_bytes(case.encode())
    monkeypatch.setattr(work, "find_data", lambda: data)
    return data


def test_own_cases_and_the_own_sheet_are_kept(fresh_journal, tmp_path, monkeypatch):
    own_data(tmp_path, monkeypatch)
    folder = tmp_path / "exercises"
    folder.mkdir()
    (folder / "my_sheet.csv").write_bytes(b"sentence,main")
    feedback.save_progress(folder / "my_work.zip")
    assert "What is your own in `gabon_2023`, `niger_2024` is in it." in fresh_journal[-1].body
    assert sorted(work.read_work(folder / "my_work.zip").files) == [
        "cases/gabon_2023/article.md",
        "cases/gabon_2023/codings/coder_a.csv",
        "cases/gabon_2023/codings/coder_me.csv",
        "cases/niger_2024/codings/coder_me.csv",
        "my_sheet.csv",
    ]
    elsewhere = tmp_path / "elsewhere"
    data = elsewhere / "data"
    (data / "niger_2024" / "codings").mkdir(parents=True)
    monkeypatch.setattr(work, "find_data", lambda: data)
    (elsewhere / "my_work.zip").write_bytes((folder / "my_work.zip").read_bytes())
    feedback.load_progress(elsewhere / "my_work.zip")
    assert (elsewhere / "my_sheet.csv").read_bytes() == b"sentence,main"
    assert (data / "gabon_2023" / "codings" / "coder_me.csv").read_bytes() == b"gabon_2023"
    assert (data / "niger_2024" / "codings" / "coder_me.csv").read_bytes() == b"niger_2024"
    (data / "gabon_2023" / "article.md").write_bytes(b"changed here")
    feedback.load_progress(elsewhere / "my_work.zip")
    assert (data / "gabon_2023" / "article.md").read_bytes() == b"changed here"
    assert (data / "gabon_2023_2" / "article.md").read_bytes() == b"text"


ROW = {
    "sentence": 1,
    "main": "yes",
    "kind": "state",
    "actor": "NER/GOV",
    "recipient": "-",
    "action": "waits",
    "event_type": "-",
    "quad": "-",
    "valence": "neither",
    "date": "-",
    "attributed_to": "author",
    "certainty": "CT+",
    "note": "",
}


def test_the_annotators_rows_are_kept_and_come_back(fresh_journal, tmp_path, monkeypatch):
    file, story = tmp_path / "my_work.zip", sheets.story_of(["One.", "Two.", "Three."])
    sheets.open_sheet("my_coding", story).rows.append(dict(ROW))
    feedback.save_progress(file)
    assert "The annotator's rows are in it." in fresh_journal[-1].body
    new_kernel(monkeypatch)
    feedback.load_progress(file)
    assert sheets.open_sheet("my_coding", story).rows == [ROW]
    feedback.load_progress(file)
    assert list(sheets.SHEETS) == ["my_coding"]
    sheets.open_sheet("my_coding", story).rows[0] = ROW | {"action": "waits longer"}
    feedback.save_progress(file)  # this kernel goes on with what it has loaded
    assert len(work.read_work(file).rows) == 1
    new_kernel(monkeypatch)
    other = sheets.open_sheet("my_coding", story)
    other.rows.append(ROW | {"action": "another"})
    feedback.save_progress(file)  # this one does not know the rows of that one
    assert len(work.read_work(file).rows) == 2
    feedback.load_progress(file)
    assert other.rows == [ROW | {"action": "another"}]
    assert sheets.SHEETS["my_coding_2"][0].rows == [ROW | {"action": "waits longer"}]


def test_saved_rows_are_held_to_the_codebook_again(fresh_journal, tmp_path):
    file = tmp_path / "my_work.zip"
    rows = [
        {"sheet": "a", "story": [], "rows": [ROW | {"kind": "act"}]},
        {"sheet": "b", "story": [], "rows": [3]},
        "junk",
    ]
    file.write_bytes(packed({"format": 2, "questions": {}, "rows": rows}))
    feedback.load_progress(file)
    assert "column 'kind': 'act' is not known" in fresh_journal[-1].body and not sheets.SHEETS
    feedback.save_progress(file)
    assert work.read_work(file).rows == rows
