#!/usr/bin/env bash
# babel 2.18.0 gives the alias of every three-letter territory code of the Unicode CLDR. Beside the
# 249 codes of ISO 3166-1 there are nine that no list of countries has: the European Union as QUU,
# Kosovo as XKK and not as the XKX that everybody uses, two pseudo-locales, "unknown", and four
# islands; and six withdrawn ones that now lead to a country (ZAR, BUR and others).
# Seen with Python 3.11. Exits with 1 if it is otherwise than here.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check babel==2.18.0 pycountry==24.6.1

cat > try.py <<'PYTHON'
import babel
import pycountry
from babel.core import get_global

aliases = get_global("territory_aliases")
names = babel.Locale("en").territories
three = {c: a for c, a in aliases.items() if len(c) == 3 and c.isalpha() and len(a) == 1}
iso = {country.alpha_3 for country in pycountry.countries}
withdrawn = {country.alpha_3 for country in pycountry.historic_countries if hasattr(country, "alpha_3")}
print("babel", babel.__version__, len(iso), "codes of ISO, missing:", sorted(iso - three.keys()))
for code in sorted(three.keys() - iso):
    if three[code][0] in names:  # the others are left free, and stand for themselves
        print(code, names[three[code][0]], "(withdrawn)" if code in withdrawn else "")
print("XKX is", "there" if "XKX" in three else "not there")
PYTHON
venv/bin/python try.py | sed 's/ *$//' | tee seen.txt
cat > expected.txt <<'TEXT'
babel 2.18.0 249 codes of ISO, missing: []
ASC Ascension Island
BUR Myanmar (Burma) (withdrawn)
CPT Clipperton Island
DDR Germany (withdrawn)
DGA Diego Garcia
FXX France (withdrawn)
QUU European Union
TAA Tristan da Cunha
TMP Timor-Leste (withdrawn)
XAA Pseudo-Accents
XBB Pseudo-Bidi
XKK Kosovo
YMD Yemen (withdrawn)
ZAR Congo - Kinshasa (withdrawn)
ZZZ Unknown Region
XKX is not there
TEXT
diff expected.txt seen.txt
echo "holds: babel lists alpha-3 codes that are not of ISO 3166-1, and has no XKX"
