#!/usr/bin/env bash
# Two EDTF libraries, edtf 5.0.2 (Python) and edtf 4.11.1 (JavaScript), disagree on the first and
# last day of valid EDTF: a season, a range in a set, an unknown end, 29 February of a common year.
# Seen with Python 3.11 and Node 20. Exits with 1 if either of them answers otherwise than here.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check edtf==5.0.2
npm init --yes > /dev/null
npm install --silent --no-audit --no-fund edtf@4.11.1

cat > texts.txt <<'TEXTS'
2023-24
2024-29
2024-37
[2024-03-16..2024-03-17]
2023-07/
2023-02-29
2024-03-12/2024
[2023-07..2024-03-17]
TEXTS

cat > with_python.py <<'PYTHON'
from edtf import parse_edtf

for text in open("texts.txt").read().split():
    try:
        date = parse_edtf(text)
        ends = ["%04d-%02d-%02d" % tuple(end)[:3] for end in (date.lower_strict(), date.upper_strict())]
    except Exception:
        ends = ["refused"]
    print(text, *ends)
PYTHON

cat > with_javascript.mjs <<'JAVASCRIPT'
import { readFileSync } from 'fs'
import edtf from 'edtf'

const day = (end) => Number.isFinite(end) ? new Date(end).toISOString().slice(0, 10) : 'none'
for (const text of readFileSync('texts.txt', 'utf8').split(/\s+/).filter(Boolean)) {
  let ends
  try {
    const date = edtf(text)
    ends = [day(date.min), day(date.max)]
  } catch {
    ends = ['refused']
  }
  console.log(text, ...ends)
}
JAVASCRIPT

echo "--- edtf $(venv/bin/pip show edtf | sed -n 's/^Version: //p'), Python"
venv/bin/python with_python.py | tee python.txt
echo "--- edtf $(node -p "require('./node_modules/edtf/package.json').version"), JavaScript"
node with_javascript.mjs | tee javascript.txt

diff python.txt - <<'SEEN'
2023-24 2023-12-01 2023-12-31
2024-29 2024-09-01 2024-11-30
2024-37 2024-01-01 2024-04-30
[2024-03-16..2024-03-17] 2024-03-16 2024-03-17
2023-07/ 2023-07-01 2033-07-01
2023-02-29 2023-02-29 2023-02-29
2024-03-12/2024 2024-03-12 2024-12-31
[2023-07..2024-03-17] refused
SEEN
diff javascript.txt - <<'SEEN'
2023-24 2023-10-01 2023-12-31
2024-29 2024-10-01 2024-12-31
2024-37 2024-01-01 2024-05-31
[2024-03-16..2024-03-17] 2024-03-16 2024-03-16
2023-07/ 2023-07-01 none
2023-02-29 2023-03-01 2023-03-01
2024-03-12/2024 refused
[2023-07..2024-03-17] refused
SEEN
echo "holds: winter 2023 has one month or three, and a range of days in a set one day or two"
