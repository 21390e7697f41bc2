"""Writing: whole or not at all, and one sentence where the system says no."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from realignment.errors import ReadingError
from realignment.files import make_folder, place, write_whole, writing


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_home_is_understood_and_what_is_no_place_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert place("~/mine.csv") == tmp_path / "mine.csv" and place(tmp_path) == tmp_path
    for wrong in (None, "", 3):
        with pytest.raises(ReadingError, match="is no place; expected the path of a file or"):
            place(wrong)
    with pytest.raises(ReadingError, match="'~' stands for your own folder"):
        place("~no-such-user-here/mine.csv")


REFUSALS = {
    errno.ENOSPC: "the disk is full.",
    errno.EROFS: "nothing may be written in that folder.",
    errno.EACCES: "nothing may be written in that folder.",
    errno.EIO: "the system does not allow it.",
}


@pytest.mark.parametrize("number", REFUSALS, ids=errno.errorcode.get)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failure_leaves_what_was_there_and_nothing_beside_it(tmp_path, monkeypatch, number, step):
    def fails(*_):
        raise OSError(number, "no")

    path = tmp_path / "mine.csv"
    write_whole(path, b"old")
    monkeypatch.setattr(writing.os, step, fails)
    with pytest.raises(ReadingError) as refused:
        write_whole(path, b"new")
    assert str(refused.value) == f"{tmp_path.name}/mine.csv was not written: {REFUSALS[number]}"
    assert path.read_bytes() == b"old" and names(tmp_path) == ["mine.csv"]
    monkeypatch.undo()
    write_whole(path, b"new")
    assert path.read_bytes() == b"new" and names(tmp_path) == ["mine.csv"]


def test_a_place_that_will_not_do_is_named(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    for path, says in (
        (tmp_path / "no" / "mine.csv", "no/mine.csv was not written: there is no such folder."),
        (tmp_path / "file" / "mine.csv", "file/mine.csv was not written: there is no such folder."),
        (tmp_path, "was not written: a folder of that name is there."),
        (tmp_path / ("n" * 300), "was not written: the name is too long."),
    ):
        with pytest.raises(ReadingError) as refused:
            write_whole(path, b"one")
        assert str(refused.value).endswith(says) and "\n" not in str(refused.value)
    assert names(tmp_path) == ["file"]


def test_a_link_stays_and_what_it_points_to_is_written(tmp_path):
    (tmp_path / "real").mkdir()
    link = tmp_path / "mine.csv"
    try:
        link.symlink_to(tmp_path / "real" / "file.csv")
    except OSError:
        pytest.skip("this system makes no links")
    write_whole(link, b"one")
    assert link.is_symlink() and (tmp_path / "real" / "file.csv").read_bytes() == b"one"


def test_a_folder_is_made_whole_or_not_at_all(tmp_path):
    def fill(folder):
        (folder / "a.csv").write_bytes(b"a")

    def fail(folder):
        fill(folder)
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(ReadingError, match="pier was not written: the disk is full."):
        make_folder(tmp_path / "pier", fail)
    assert names(tmp_path) == []
    make_folder(tmp_path / "pier", fill)
    assert names(tmp_path / "pier") == ["a.csv"]
    with pytest.raises(ReadingError, match="pier was not written: something of that name is there"):
        make_folder(tmp_path / "pier", fill)
    assert names(tmp_path) == ["pier"]
