#!/usr/bin/env bash
# Reading a notebook's format builds dozens of parsers of internet addresses before anything is
# read.
#
# Seen with nbformat 5.10.4, jsonschema 4.26.0, rfc3987-syntax 1.1.0 and lark 1.3.1. JupyterLab's
# server (through jupyter-events) asks for jsonschema with its extra format-nongpl, and that brings
# rfc3987-syntax. `import jsonschema` then imports it, to be ready for a check of formats that
# nobody has asked for, and rfc3987-syntax makes a parser for each rule of RFC 3987 as it is
# imported. Without the extra `import nbformat` makes none. So the same line of a program costs
# much more where JupyterLab is installed beside it, and each program that reads
# notebooks pays it again.
#
# Shown by counting the parsers, not by the clock.
set -euo pipefail
holds() { echo "holds: $1"; }

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

count='
import importlib.util, sys
made = 0
if importlib.util.find_spec("lark"):
    import lark
    build = lark.Lark.__init__
    def counted(self, *args, **options):
        global made
        made += 1
        build(self, *args, **options)
    lark.Lark.__init__ = counted
import nbformat
print(made, "rfc3987_syntax" in sys.modules)
'
for extra in "" "[format-nongpl]"; do
    python3 -m venv "$folder/venv$extra"
    "$folder/venv$extra/bin/python" -m pip install --quiet --disable-pip-version-check \
        nbformat==5.10.4 "jsonschema$extra==4.26.0" ${extra:+rfc3987-syntax==1.1.0 lark==1.3.1}
    said=$("$folder/venv$extra/bin/python" -c "$count")
    echo "jsonschema$extra: parsers made, rfc3987_syntax imported: $said"
    if [ -z "$extra" ]; then plain=$said; else full=$said; fi
done
[ "$plain" = "0 False" ] || { echo "changed: without the extra $plain"; exit 1; }
read -r made imported <<< "$full"
[ "$imported" = True ] && [ "$made" -ge 20 ] || { echo "changed: with the extra $full"; exit 1; }
holds "import nbformat makes $made parsers where jsonschema has its formats, and none without"
