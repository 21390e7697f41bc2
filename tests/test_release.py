"""The writer of notebooks, exercises from solutions, and fresh outputs, on toy trees."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from nbval.plugin import get_sanitize_patterns

from realignment import __main__ as students_command
from realignment import questions
from realignment.errors import ReadingError
from tools import __main__ as command
from tools import release


def solution_notebook(answer: str = "42"):
    return new_notebook(
        cells=[
            new_markdown_cell("What is six times seven?", id="q1"),
            new_code_cell(
                "answer = ...\nprint(answer)",
                id="q1-starter",
                metadata={"tags": ["starter"]},
                outputs=[new_output("stream", text="Ellipsis\n")],
                execution_count=1,
            ),
            new_markdown_cell("Six sevens.", id="q1-why", metadata={"tags": ["solution"]}),
            new_code_cell(
                f"answer = {answer}\nprint(answer)",
                id="q1-answer",
                metadata={"tags": ["solution"]},
                outputs=[new_output("stream", text=f"{answer}\n")],
                execution_count=2,
            ),
        ]
    )


def git(folder: Path, *words: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=A Test", "-c", "user.email=test@example.org", *words],
        cwd=folder,
        check=True,
        capture_output=True,
    )


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Make a folder with one solution and its exercise, both held by git."""
    (tmp_path / "data" / "codebook").mkdir(parents=True)
    (tmp_path / "data" / "codebook" / "plover_types.csv").write_text("code\n", encoding="utf-8")
    (tmp_path / "data" / "niger_2024").mkdir()
    release.write(solution_notebook(), tmp_path / "solutions" / "01.ipynb")
    release.release(tmp_path)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "Start")
    return tmp_path


def exercise(tree: Path) -> Path:
    return tree / "exercises" / "01.ipynb"


def edit(path: Path) -> bytes:
    path.write_bytes(path.read_bytes().replace(b"answer = ...", b"answer = 6 * 7"))
    return path.read_bytes()


# --- the form of a notebook -------------------------------------------------------------------


def test_write_gives_one_form(tmp_path):
    notebook = new_notebook(
        metadata={"kernelspec": {"name": "mine", "display_name": "Mine"}, "widgets": {}},
        cells=[
            new_markdown_cell("Été\r\nà Niamey", id="prose", metadata={"collapsed": True}),
            new_code_cell(
                "1",
                id="one",
                metadata={"execution": {"iopub.busy": "12:00"}, "tags": []},
                outputs=[
                    new_output("stream", text="a"),
                    new_output("stream", text="b\r\n"),
                    new_output("display_data", {"text/plain": "x"}, metadata={"width": 3}),
                    new_output(
                        "display_data",
                        {"text/plain": "w", "text/html": "twin", release.WIDGET_VIEW: {"id": "1"}},
                    ),
                ],
            ),
        ],
    )
    path = tmp_path / "form.ipynb"
    release.write(notebook, path)
    content = path.read_bytes()
    assert b"\\r" not in content and b"\r" not in content
    assert content.endswith(b"}\n") and not content.endswith(b"\n\n")
    assert "Été".encode() in content
    read = json.loads(content)
    assert list(read) == ["cells", "metadata", "nbformat", "nbformat_minor"]
    assert (read["nbformat"], read["nbformat_minor"]) == (4, 5)
    assert read["metadata"] == {
        "kernelspec": {
            "display_name": "Python 3 (ipykernel)",
            "language": "python",
            "name": "python3",
        },
        "language_info": {"name": "python"},
    }
    assert [cell["metadata"] for cell in read["cells"]] == [{}, {}]
    stream, display, widget = read["cells"][1]["outputs"]
    assert sorted(widget["data"]) == ["text/html", "text/plain"]
    assert stream["text"] == ["ab\n"] and display["metadata"] == {}
    assert content.startswith(b'{\n "cells": [\n  {\n   "cell_type"')


def test_writing_again_changes_no_byte(tmp_path):
    path = tmp_path / "again.ipynb"
    release.write(solution_notebook(), path)
    before = path.read_bytes()
    release.write(release.read(path), path)
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["again.ipynb"]
    assert path.stat().st_mode & 0o444 == 0o444  # others may read it, as they may a new file


@given(st.lists(st.text() | st.text(alphabet="\r\n\u2028x"), max_size=4))
def test_any_source_comes_back_with_line_feeds(sources):
    cells = [new_markdown_cell(text, id=f"cell-{n}") for n, text in enumerate(sources)]
    try:
        content = release.as_bytes(new_notebook(cells=cells), "any")
    except UnicodeEncodeError:  # half of a surrogate pair is no text
        assert any(re.search("[\ud800-\udfff]", text) for text in sources)
        return
    again = nbformat.reads(content.decode("utf-8"), nbformat.NO_CONVERT)
    expected = [text.replace("\r\n", "\n").replace("\r", "\n") for text in sources]
    assert [cell.source for cell in again.cells] == expected
    assert release.as_bytes(again, "any") == content


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (new_markdown_cell("x", id="3f2a9c01"), "cell 1 has the random id '3f2a9c01'"),
        (new_markdown_cell("x", id="2b1e5f3c-8a5d-4c59-9c1e-0d6f1b2a3c4d"), "random id"),
        (new_code_cell("x", id="q1", metadata={"tags": ["soluton"]}), "has the tag 'soluton'"),
    ],
)
def test_write_refuses_with_one_sentence(tmp_path, cell, words):
    with pytest.raises(ReadingError, match=re.escape(words)) as refused:
        release.write(new_notebook(cells=[cell]), tmp_path / "bad.ipynb")
    assert str(refused.value).endswith(".") and "bad.ipynb" in str(refused.value)
    assert not (tmp_path / "bad.ipynb").exists()


def test_write_refuses_missing_and_shared_ids(tmp_path):
    shared = solution_notebook()
    shared.cells[1].id = "q1"
    with pytest.raises(ReadingError, match="cell 2 has the id 'q1' of an earlier cell"):
        release.write(shared, tmp_path / "shared.ipynb")
    del shared.cells[1]["id"]
    (tmp_path / "missing.ipynb").write_text(json.dumps(shared), encoding="utf-8")
    missing = release.read(tmp_path / "missing.ipynb")  # as it is: no id made up at random
    with pytest.raises(ReadingError, match="cell 2 has no id"):
        release.write(missing, tmp_path / "missing.ipynb")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"\xff\xfe\x00",
        b"<html>",
        b"[]",
        b'{"nbformat": 3}',
        b'{"nbformat": 9}',
        b'{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{"cell_type": "code"}]}',
    ],
)
def test_what_is_no_notebook_is_named(tmp_path, content):
    path = tmp_path / "broken.ipynb"
    path.write_bytes(content)
    with pytest.raises(ReadingError, match="broken.ipynb is no"):
        release.read(path)


def test_a_missing_notebook_is_named(tmp_path):
    with pytest.raises(ReadingError, match="absent.ipynb cannot be opened"):
        release.read(tmp_path / "absent.ipynb")


# --- exercises from solutions -----------------------------------------------------------------


def test_an_exercise_has_no_answer_and_no_output(tree):
    text = exercise(tree).read_text(encoding="utf-8")
    assert "42" not in text and "Six sevens" not in text and "Ellipsis" not in text
    cells = json.loads(text)["cells"]
    assert [cell["id"] for cell in cells] == ["q1", "q1-starter"]
    assert cells[1]["outputs"] == [] and cells[1]["execution_count"] is None
    assert all(cell["metadata"] == {} for cell in cells)


def test_an_answer_is_not_replaced_by_that_of_a_question_that_took_its_number(tree):
    essay = questions.of_lesson(3)[-1]
    other = questions.of_lesson(3)[-2]
    moved = new_notebook(
        cells=[
            new_code_cell(f'check("{other.id}", answer)', metadata={"tags": ["starter"]}),
            new_code_cell(
                f'{essay.solution}\ncheck("{other.id}", answer)', metadata={"tags": ["solution"]}
            ),
        ]
    )
    with pytest.raises(ReadingError, match=f"question {other.id} .*is that of {essay.id} .*lost"):
        release.with_solutions(moved)
    moved.cells[1].source = f'answer = 1\ncheck("{other.id}", answer)'
    assert other.solution in release.with_solutions(moved).cells[1].source


def test_a_second_release_changes_nothing(tree):
    before = exercise(tree).read_bytes()
    (outcome,) = release.release(tree)
    assert outcome.what == "left" and exercise(tree).read_bytes() == before
    assert [o.what for o in release.release(tree, check=True)] == ["left"]


def test_an_exercise_that_git_holds_follows_its_solution(tree):
    solution = tree / "solutions" / "01.ipynb"
    changed = release.read(solution)
    changed.cells[0].source = "What is seven times six?"
    release.write(changed, solution)
    assert [o.what for o in release.release(tree, check=True)] == ["stale"]
    assert b"six times seven" in exercise(tree).read_bytes()  # check writes nothing
    assert [o.what for o in release.release(tree)] == ["written"]
    assert b"seven times six" in exercise(tree).read_bytes()
    # Not committed and not staged, so git could not bring it back; once staged it could.
    changed.cells[0].source = "What is 6 x 7?"
    release.write(changed, solution)
    assert [o.what for o in release.release(tree)] == ["refused"]
    git(tree, "add", "exercises")
    assert [o.what for o in release.release(tree)] == ["written"]


def test_work_in_an_exercise_is_not_written_over(tree):
    mine = edit(exercise(tree))
    (outcome,) = release.release(tree)
    assert outcome.what == "refused" and "exercises/01.ipynb" in outcome.sentence
    assert exercise(tree).read_bytes() == mine
    assert [o.what for o in release.release(tree, check=True)] == ["stale"]
    assert [o.what for o in release.release(tree, force=True)] == ["written"]
    assert exercise(tree).read_bytes() != mine


@pytest.mark.parametrize("without", ["repository", "git"])
def test_where_git_cannot_say_what_differs_is_kept(tree, monkeypatch, without):
    if without == "repository":
        shutil.move(tree / ".git", tree / "git-is-gone")
        monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tree.parent))
    else:
        monkeypatch.setenv("PATH", "")
    assert [o.what for o in release.release(tree)] == ["left"]
    mine = edit(exercise(tree))
    assert [o.what for o in release.release(tree)] == ["refused"]
    assert exercise(tree).read_bytes() == mine
    exercise(tree).unlink()
    assert [o.what for o in release.release(tree)] == ["written"]


def test_a_solution_without_answers_or_with_a_misspelt_tag_is_refused(tree):
    notebook = solution_notebook()
    for cell in notebook.cells:
        cell.metadata.pop("tags", None)
    release.write(notebook, tree / "solutions" / "02.ipynb")
    with pytest.raises(ReadingError, match=r"solutions/02.ipynb has no cell tagged 'solution'"):
        release.release(tree)
    notebook = solution_notebook()
    notebook.cells[3].metadata.tags = ["solutions"]
    (tree / "solutions" / "02.ipynb").write_text(nbformat.writes(notebook), encoding="utf-8")
    with pytest.raises(ReadingError, match="has the tag 'solutions'"):
        release.release(tree)
    assert not (tree / "exercises" / "02.ipynb").exists()


def test_check_finds_an_exercise_without_solution(tree):
    shutil.copy(exercise(tree), tree / "exercises" / "09.ipynb")
    stale = [o for o in release.release(tree, check=True) if o.what == "stale"]
    assert [o.path.name for o in stale] == ["09.ipynb"]


def test_nothing_to_release_is_said(tmp_path):
    with pytest.raises(ReadingError, match="holds no notebook"):
        release.release(tmp_path)


# --- the published article --------------------------------------------------------------------


def test_no_notebook_is_written_while_the_original_is_there(tree, monkeypatch, capsys):
    (tree / "data" / "niger_2024" / "original.txt").write_text("Words.", encoding="utf-8")
    before = {path: path.read_bytes() for path in tree.rglob("*.ipynb")}
    for attempt in (
        lambda: release.release(tree, force=True),
        lambda: release.execute(tree / "solutions" / "01.ipynb"),
        lambda: release.write(solution_notebook("43"), tree / "solutions" / "01.ipynb"),
    ):
        with pytest.raises(ReadingError, match="data/niger_2024/original.txt is there"):
            attempt()
    monkeypatch.chdir(tree)
    for words in (["release"], ["release", "--force"], ["run"]):
        assert command.main(words) == 1
        assert "original.txt is there" in capsys.readouterr().err
    assert command.main(["release", "--check"]) == 0  # which writes nothing
    assert {path: path.read_bytes() for path in tree.rglob("*.ipynb")} == before


# --- fresh outputs ----------------------------------------------------------------------------

PICTURE = """\
import base64, os
from IPython.display import HTML, display
words = base64.b64encode(os.urandom(30)).decode()
display(HTML(f'<img alt="Two ties" src="data:image/png;base64,{words}">'))
display({"image/png": words, "text/plain": "Two ties"}, raw=True)
object()"""


@pytest.mark.slow
def test_execute_stores_outputs_and_then_leaves_the_file(tmp_path):
    path = tmp_path / "notebooks" / "toy.ipynb"
    cells = [
        new_code_cell("from pathlib import Path\nPath.cwd().name", id="where"),
        new_markdown_cell("A picture.", id="prose"),
        new_code_cell(PICTURE, id="picture"),
        new_code_cell(
            "import warnings\nwarnings.warn('Careful')\nprint('a')\nprint('b')", id="careful"
        ),
        new_code_cell("1 / 0", id="wrong", metadata={"tags": ["raises-exception"]}),
    ]
    release.write(new_notebook(cells=cells), path)
    first = release.execute(path)
    assert first.what == "written"
    assert first.sentence == (
        "notebooks/toy.ipynb was written: outputs changed in where, picture, careful, wrong."
    )
    stored = release.read(path)
    assert stored.cells[0].outputs[0].data["text/plain"] == "'notebooks'"  # its own folder
    assert [c.execution_count for c in stored.cells if c.cell_type == "code"] == [1, 2, 3, 4]
    assert all(c.metadata.get("tags", []) in ([], ["raises-exception"]) for c in stored.cells)
    assert "execution" not in path.read_text(encoding="utf-8").replace("execution_count", "")
    before = path.read_bytes()
    # Picture, address and temporary file differ in each run: none of them is a difference.
    assert release.execute(path).what == "left"
    assert path.read_bytes() == before


@pytest.mark.slow
def test_execute_replaces_only_what_changed(tmp_path):
    path = tmp_path / "toy.ipynb"
    cells = [new_code_cell(PICTURE, id="picture"), new_code_cell("print(6 * 7)", id="product")]
    release.write(new_notebook(cells=cells), path)
    release.execute(path)
    old = release.read(path)
    old.cells[1].source = "print(6 * 8)"
    release.write(old, path)
    outcome = release.execute(path)
    assert outcome.sentence.endswith("outputs changed in product.")
    new = release.read(path)
    assert new.cells[1].outputs[0].text == "48\n"
    assert new.cells[0].outputs == old.cells[0].outputs


@pytest.mark.slow
def test_execute_uses_this_python(tmp_path, monkeypatch):
    # Another installation has registered a kernel of the usual name.
    other = tmp_path / "jupyter" / "kernels" / "python3"
    other.mkdir(parents=True)
    spec = {"argv": ["no-such-python"], "display_name": "Other", "language": "python"}
    (other / "kernel.json").write_text(json.dumps(spec), encoding="utf-8")
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "jupyter"))
    path = tmp_path / "toy.ipynb"
    cell = new_code_cell("import sys\nprint(sys.executable)", id="python")
    release.write(new_notebook(cells=[cell]), path)
    release.execute(path)
    stored = release.read(path).cells[0].outputs[0].text.strip()
    assert Path(stored).samefile(sys.executable)


@pytest.mark.slow
def test_a_cell_that_raises_is_named_and_nothing_is_written(tmp_path):
    path = tmp_path / "toy.ipynb"
    cells = [
        new_code_cell("int('x')", id="meant", metadata={"tags": ["raises-exception"]}),
        new_code_cell("1 / 0", id="by-zero"),
    ]
    release.write(new_notebook(cells=cells), path)
    before = path.read_bytes()
    with pytest.raises(ReadingError, match=r"toy.ipynb: cell by-zero raised ZeroDivisionError"):
        release.execute(path)
    assert path.read_bytes() == before


@pytest.mark.slow
def test_a_cell_that_never_ends_is_stopped(tmp_path, monkeypatch):
    monkeypatch.setattr(release, "CELL_SECONDS", 1)
    path = tmp_path / "toy.ipynb"
    cell = new_code_cell("while True:\n    pass", id="endless")
    release.write(new_notebook(cells=[cell]), path)
    with pytest.raises(ReadingError, match="a cell took more than 1 seconds"):
        release.execute(path)


def test_nbval_and_the_package_replace_the_same(root):
    config = (root / "tests" / "sanitize.cfg").read_text(encoding="utf-8")
    assert get_sanitize_patterns(config) == list(release.SANITISERS.items())
    text = (
        '<img src="data:image/png;base64,iVBORw0KGgo=" alt="Two ties"> <object object at 0x7f3a9c> '
        "/var/folders/x9/ipykernel_4711/1234567.py:3: UserWarning: 0x is no address"
    )
    assert release.sanitise(text) == (
        '<img src="data:image/png;base64,PICTURE" alt="Two ties"> <object object at 0xADDRESS> '
        "ipykernel/cell.py:3: UserWarning: 0x is no address"
    )
    windows = r"C:\Users\A\AppData\Local\Temp\ipykernel_99\12.py:1: X"
    assert release.sanitise(windows) == "ipykernel/cell.py:1: X"


# --- the commands -----------------------------------------------------------------------------


def test_commands_say_one_sentence_for_each_file(tree, monkeypatch, capsys):
    monkeypatch.chdir(tree / "solutions")  # any folder inside will do
    assert command.main(["release"]) == 0
    assert capsys.readouterr().out == "exercises/01.ipynb is up to date.\n"
    edit(exercise(tree))
    assert command.main(["release"]) == 1
    assert "exercises/01.ipynb was left as it is" in capsys.readouterr().out
    assert command.main(["release", "--check"]) == 1
    assert "is not what its solution makes" in capsys.readouterr().out
    assert command.main(["release", "--force"]) == 0
    assert capsys.readouterr().out == "exercises/01.ipynb was written.\n"
    assert command.main(["run", str(exercise(tree)), str(tree / "solutions" / "01.ipynb")]) == 1
    said = capsys.readouterr()
    assert "exercises/01.ipynb stores no outputs" in said.err
    assert said.out == "solutions/01.ipynb is up to date.\n"


@pytest.mark.parametrize(
    ("program", "words"),
    [
        (command, []),
        (command, ["publish"]),
        (command, ["weaken", "seven"]),
        (students_command, []),
        (students_command, ["release"]),
        (students_command, ["new-case", "gabon_2023"]),
    ],
)
def test_a_command_line_that_makes_no_sense_ends_with_two(program, words, capsys):
    with pytest.raises(SystemExit) as ended:
        program.main(words)
    name = program.__name__.split(".")[0]
    assert ended.value.code == 2 and f"usage: python -m {name}" in capsys.readouterr().err


def test_new_case_is_made_once(tree, monkeypatch, capsys):
    article = tree / "story.md"
    article.write_text(
        "---\ntitle: A story\npublished: 2023-09-01\n---\n\nOne thing happened.\n",
        encoding="utf-8",
    )
    monkeypatch.chdir(tree)
    words = ["new-case", "gabon_2023", "--article", str(article)]
    assert students_command.main(words) == 0
    assert "data/gabon_2023 was made" in capsys.readouterr().out
    assert (tree / "data" / "gabon_2023" / "article.md").is_file()
    assert students_command.main(words) == 1
    assert "is there already" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"outputs": None}, "has None as its 'outputs': expected a list."),
        ({"source": 3}, "has 3 as its 'source': expected a text or a list."),
        ({"cell_type": "cod"}, "has the type 'cod': expected one of code, markdown, raw."),
        ({"metadata": []}, "has [] as its 'metadata': expected names and values."),
        ({"id": 3}, "has the id 3: expected a text."),
    ],
)
def test_an_invalid_cell_is_named_with_what_is_wrong_and_not_its_id(tmp_path, change, says):
    cell = {"cell_type": "code", "id": "a", "metadata": {}, "source": "1", "outputs": []}
    held = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}}
    path = tmp_path / "toy.ipynb"
    cells = [cell | {"execution_count": None, "id": "first"}, cell | {"execution_count": None}]
    cells[1] |= change
    path.write_text(json.dumps(held | {"cells": cells}), encoding="utf-8")
    with pytest.raises(ReadingError) as refused:
        release.read(path)
    assert str(refused.value) == f"{tmp_path.name}/toy.ipynb is no valid notebook: cell 2 {says}"
    cells[1] = cell
    path.write_text(json.dumps(held | {"cells": cells}), encoding="utf-8")
    with pytest.raises(ReadingError, match="cell 2 has no 'execution_count': expected one, as"):
        release.read(path)
