#!/usr/bin/env bash
# networkx 3.6.1 puts a text into a Pajek file without quotation marks if it has no space in it. So
# it cannot read back a label with an apostrophe (N'Djamena), and igraph 1.0.0 refuses a parameter
# whose value is one of Pajek's keywords (the letter L). Seen with Python 3.11.
# Exits with 1 if either of them does otherwise than here.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check networkx==3.6.1 igraph==1.0.0

cat > try.py <<'PYTHON'
import igraph
import networkx as nx

print("networkx", nx.__version__, "igraph", igraph.__version__)
READERS = {"networkx": nx.read_pajek, "igraph": igraph.Graph.Read_Pajek}


def back(what, graph):
    nx.write_pajek(graph, "x.net")
    for name, read in READERS.items():
        try:
            read("x.net")
            print(what, name, "reads it")
        except (ValueError, igraph.InternalError) as problem:
            print(what, name, "refuses it:", str(problem).rpartition("-- ")[2])


apostrophe, keyword = nx.Graph(), nx.Graph()
apostrophe.add_edge("N'Djamena", "Niamey", weight=-1)
keyword.add_edge("TCD", "NER", weight=-1, event="L")
back("a label N'Djamena:", apostrophe)
back("a parameter with the value L:", keyword)
PYTHON
venv/bin/python try.py | tee seen.txt
cat > expected.txt <<'TEXT'
networkx 3.6.1 igraph 1.0.0
a label N'Djamena: networkx refuses it: No closing quotation
a label N'Djamena: igraph reads it
a parameter with the value L: networkx reads it
a parameter with the value L: igraph refuses it: Parse error
TEXT
diff expected.txt seen.txt
echo "holds: a label with an apostrophe is not read back, and igraph refuses the value L"
