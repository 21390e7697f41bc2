#!/usr/bin/env bash
# pytest-xdist 3.8.0 puts a test's group into the name by which it is sent to a worker, by setting
# the private attribute _nodeid of the item. pytest 9.2.0 keeps the name elsewhere, so that
# --dist loadgroup is accepted and does nothing: two tests of one group run on two workers.
# Seen: workers "gw0 gw1" for one group; with pytest 8.4.2 one worker, "gw0".
# Ends with 1 if that changes.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > test_group.py <<'PY'
import pathlib

import pytest


@pytest.mark.xdist_group("one")
@pytest.mark.parametrize("number", range(6))
def test_one(number, worker_id):
    with pathlib.Path("workers.txt").open("a", encoding="utf-8") as file:
        print(worker_id, file=file)
PY

workers() {
    python3 -m venv "venv-$1"
    "venv-$1/bin/python" -m pip install --quiet "pytest==$1" pytest-xdist==3.8.0
    rm -f workers.txt
    "venv-$1/bin/python" -m pytest -q -p no:cacheprovider -n 2 --dist loadgroup > /dev/null
    sort -u workers.txt | tr '\n' ' '
}

old=$(workers 8.4.2) new=$(workers 9.2.0)
echo "pytest 8.4.2, pytest-xdist 3.8.0: one group ran on ${old}"
echo "pytest 9.2.0, pytest-xdist 3.8.0: one group ran on ${new}"
[ "$(wc -w <<< "$old")" = 1 ] && [ "$(wc -w <<< "$new")" = 2 ]
echo "holds: with pytest 9.2.0 a group is shared out among workers"
