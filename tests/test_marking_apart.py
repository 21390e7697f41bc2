"""Marking beyond one process: Dask's scheduler and two workers give the same table."""

from __future__ import annotations

import pytest
from distributed import LocalCluster
from hand_ins import class_of_forty

from realignment.__main__ import main


@pytest.mark.slow
@pytest.mark.filterwarnings("default")
def test_a_cluster_of_two_workers_gives_the_same_table(tmp_path, capsys):
    work, roster = class_of_forty(tmp_path)
    command = ["mark", str(work), "--roster", str(roster), "--to"]
    assert main([*command, str(tmp_path / "here")]) == 0
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        there = ["--scheduler", cluster.scheduler_address]
        assert main([*command, str(tmp_path / "there"), *there]) == 0
        assert len(cluster.workers) == 2
    for name in ("marks.csv", "flags.csv", "class.html", "gradebook_canvas.csv"):
        here, there = (tmp_path / place / name for place in ("here", "there"))
        assert here.read_bytes() == there.read_bytes(), name
    capsys.readouterr()


def test_a_scheduler_that_does_not_answer_gets_one_sentence(tmp_path, capsys):
    work, roster = class_of_forty(tmp_path)
    command = ["mark", str(work), "--roster", str(roster), "--to", str(tmp_path / "out")]
    for address in ("nonsense", "nonsense://1", "tcp://127.0.0.1"):
        assert main([*command, "--scheduler", address]) == 1
        said = capsys.readouterr().err
        assert said.startswith(f"--scheduler {address}: no Dask scheduler answers there")
        assert said.count("\n") == 1
    assert not (tmp_path / "out").exists()
