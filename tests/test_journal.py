"""What is known of each question, and the file that it is saved in: nothing is lost."""

from __future__ import annotations

import io
import zipfile

import pytest

from realignment import feedback, questions, sheets
from realignment.feedback import Standing, journal, work
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
    feedback.check("1.1", ...)
    feedback.check("1.5", "b")
    feedback.check("1.1", "author")
    feedback.progress(1)
    lines = fresh_journal[-1].body.split("\n")
    assert lines[0] == "Lesson 01: 1 of 8 done."
    assert lines[1].startswith("→ 1.1 Not yet") and lines[5].startswith("✓ 1.5 Right")
    feedback.check("1.8", answers("RIGHT", questions.find("1.8"))[0])
    feedback.progress(1)
    lines = fresh_journal[-1].body.split("\n")
    assert lines[0] == "Lesson 01: 2 of 8 done." and lines[8].startswith("✎ 1.8 Written: ")


def test_work_is_saved_and_comes_back(fresh_journal, tmp_path, monkeypatch):
    file, notebook = tmp_path / "my_work.zip", tmp_path / "01_reading.ipynb"
    notebook.write_text("mine", encoding="utf-8")
    feedback.check("1.5", "b")
    feedback.save_progress(file)
    assert "1 questions and 1 notebooks" in fresh_journal[-1].body
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
