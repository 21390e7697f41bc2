#!/usr/bin/env bash
# networkx 3.6.1 writes an edge attribute that is -1 on one edge and -1.0 on another as two GraphML
# keys of one name (long and double). networkx reads the file back; igraph 1.0.0 refuses it.
# Seen with Python 3.11. Exits with 1 if either of them does otherwise than here.
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
graph = nx.Graph()
graph.add_edge("NER", "USA", sign=-1)
graph.add_edge("NER", "FRA", sign=-1.0)
nx.write_graphml_xml(graph, "mixed.graphml")
print(open("mixed.graphml").read().count('attr.name="sign"'), "keys named sign")
print("networkx reads", sorted(e["sign"] for *_, e in nx.read_graphml("mixed.graphml").edges(data=True)))
try:
    print("igraph reads", igraph.Graph.Read_GraphML("mixed.graphml").es["sign"])
except igraph.InternalError as problem:
    print("igraph refuses:", "Duplicate attribute name" in str(problem))
PYTHON
venv/bin/python try.py | tee seen.txt
cat > expected.txt <<'TEXT'
networkx 3.6.1 igraph 1.0.0
2 keys named sign
networkx reads [-1, -1.0]
igraph refuses: True
TEXT
diff expected.txt seen.txt
echo "holds: igraph refuses a GraphML file in which networkx mixed -1 and -1.0"
