"""Countries: their codes, and the names that people give them.

The codes are those of ISO 3166-1, from the Unicode Common Locale Data Repository as the ``babel``
library carries it, and one more: XKX, which ISO has not given to anybody and which outlines, the
European Commission and the World Bank use for Kosovo. The European Union has a reserved code and is
no country; organisations are actors of their own.

A name is compared by :func:`plain_name`, exactly and never by likeness: Niger is not Nigeria. A
name that two countries bear (Congo, Korea) belongs to neither, and :func:`country_code` says so.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Literal

import pandas as pd
from babel import Locale
from babel.core import get_global
from pydantic import BaseModel, Field

from realignment.errors import ReadingError
from realignment.files import find_data, read_rows


class CountryCode(BaseModel):
    """One country and what it is called in three lists of codes."""

    country: str = Field(min_length=1, description="its usual English name")
    iso2: str = Field(pattern=r"^[A-Z]{2}$", description="ISO 3166-1 alpha-2 code")
    iso3: str = Field(pattern=r"^[A-Z]{3}$", description="ISO 3166-1 alpha-3 code")
    fips: str = Field(
        pattern=r"^([A-Z]{2})?$", description="FIPS PUB 10-4 code; empty where it has changed"
    )
    listed: Literal["case", "neighbour", "namesake"] = Field(
        description="why it is here: a state of the case; another neighbour of Niger; or a "
        "country with whose ISO code the FIPS code of one of these can be confused"
    )


def read_country_codes(path: Path | None = None) -> pd.DataFrame:
    """Read the table of country codes; ``data/codebook/country_codes.csv`` if no path is given.

    Two lists of two letters are in use: ISO 3166-1 alpha-2, and FIPS PUB 10-4 (National Institute
    of Standards and Technology, *Countries, Dependencies, Areas of Special Sovereignty, and Their
    Principal Administrative Divisions*, 1995; withdrawn in 2008), which older maps and GDELT's
    geographic fields use. Niger is NE in the one and NG in the other.

    Returns
    -------
    DataFrame
        Columns as in :class:`CountryCode`.
    """
    path = path or find_data() / "codebook" / "country_codes.csv"
    return read_rows(path, CountryCode, key="iso3")


WITHDRAWN = frozenset({"BUR", "DDR", "FXX", "TMP", "YMD", "ZAR"})
"""Alpha-3 codes that ISO 3166-3 lists as withdrawn, of countries that have another one today.

The library carries both; without this list France would be ``FXX``, its metropolitan part.
"""

RESERVED = frozenset({"ASC", "CPT", "DGA", "TAA"})
"""Alpha-3 codes that ISO 3166 keeps for islands which belong to a country with a code."""

_FREE = re.compile(r"AA[A-Z]|Q[M-Z][A-Z]|X[A-Z]{2}|ZZ[A-Z]")
"""Alpha-3 codes that ISO 3166-1 leaves to everybody's own use; the library has some for its own."""

IN_COMMON_USE = {"XKX": "XK"}
"""Codes that are not of ISO 3166-1 and that everybody uses: of Kosovo, with its two letters."""


@cache
def _alpha2() -> dict[str, str]:
    """Return the alpha-3 codes of :func:`countries`, with the alpha-2 code of each."""
    known = Locale("en").territories
    return {
        code: current[0]
        for code, current in get_global("territory_aliases").items()
        if re.fullmatch("[A-Z]{3}", code)
        and not _FREE.fullmatch(code)
        and code not in WITHDRAWN | RESERVED
        and len(current) == 1
        and current[0] in known
    } | IN_COMMON_USE


@cache
def countries() -> dict[str, str]:
    """Return the alpha-3 codes of ISO 3166-1, and XKX for Kosovo, with their English names.

    Codes of countries that have since become several, withdrawn and reserved codes, and codes that
    anybody may use as they like are left out; XKX is of these last, and stays because outlines and
    tables everywhere use it.
    """
    names = Locale("en").territories
    return {code: names[short] for code, short in _alpha2().items()}


USUAL_NAMES = {
    "ARE": "UAE; EAU; Emirates; Émirats",
    "ARG": "Argentine Republic",
    "ATF": "French Southern and Antarctic Lands",
    "ATG": "Antigua",
    "BEN": "Dahomey",
    "BFA": "Burkina; Upper Volta; Haute-Volta",
    "BIH": "Bosnia; Bosnie",
    "BLR": "Byelorussia; Belorussia; Bielorussie",
    "BRN": "Brunei Darussalam",
    "CAF": "CAR; RCA; Centrafrique",
    "CHE": "Swiss Confederation; Confédération suisse",
    "CHN": "PRC; RPC; People's Republic of China; République populaire de Chine; Mainland China",
    "CIV": "Ivory Coast",
    "COD": "DRC; RDC; DR Congo; RD Congo; Democratic Congo; Zaire; Congo (DRC); Congo DR; "
    "Democratic Republic of the Congo; République démocratique du Congo; Congo, Dem. Rep.",
    "COG": "Republic of the Congo; République du Congo; Congo, Rep.; Congo Republic",
    "CPV": "Cabo Verde",
    "CZE": "Czech Republic; République tchèque",
    "DEU": "Federal Republic of Germany; République fédérale d'Allemagne",
    "DZA": "République algérienne démocratique et populaire",
    "EGY": "Egypt, Arab Rep.",
    "ESH": "Western Sahara; W. Sahara; Sahara occidental",
    "FLK": "Falklands; Malvinas; Falkland Islands (Malvinas)",
    "FRA": "French Republic; République française",
    "FSM": "Federated States of Micronesia; Micronesia, Fed. Sts.",
    "GAB": "Gabonese Republic; République gabonaise",
    "GBR": "UK; GB; Britain; Great Britain; Grande-Bretagne; "
    "United Kingdom of Great Britain and Northern Ireland; "
    "Royaume-Uni de Grande-Bretagne et d'Irlande du Nord",
    "GIN": "Guinea-Conakry; Guinée-Conakry",
    "GRC": "Hellenic Republic; République hellénique",
    "GUF": "Guyane",
    "HKG": "Hong Kong; Hong-Kong; Hong Kong SAR",
    "IRN": "Islamic Republic of Iran",
    "ITA": "Italian Republic; République italienne",
    "KGZ": "Kyrgyz Republic; Kirghizie; Kirghizistan",
    "KNA": "Saint Kitts; St Christopher and Nevis",
    "KOR": "South Korea; Republic of Korea; ROK; République de Corée; Korea, Rep.; Korea, South",
    "LAO": "Lao PDR; Lao People's Democratic Republic",
    "LBN": "Lebanese Republic; République libanaise",
    "LBY": "Libyan Arab Jamahiriya",
    "LKA": "Ceylon; Ceylan",
    "MAC": "Macao; Macau",
    "MDA": "Moldavia",
    "MKD": "Macedonia; Macédoine; FYROM; FYR Macedonia; The former Yugoslav Republic of Macedonia",
    "MMR": "Myanmar; Burma; Birmanie; Myanmar (Burma)",
    "MUS": "Île Maurice",
    "NLD": "Holland; Hollande",
    "PNG": "Papua",
    "PRK": "North Korea; DPRK; DPR Korea; RPDC; Korea, North; Korea, Dem. People's Rep.; "
    "Democratic People's Republic of Korea; République populaire démocratique de Corée",
    "PRT": "Portuguese Republic; République portugaise",
    "PSE": "Palestine; Occupied Palestinian Territory; West Bank and Gaza",
    "RUS": "Russian Federation; Fédération de Russie",
    "SAU": "KSA; Saudi",
    "SRB": "Serbie",
    "STP": "Sao Tome; Sao Tomé",
    "SVK": "Slovak Republic; République slovaque",
    "SWZ": "Swaziland",
    "SYR": "Syrian Arab Republic; République arabe syrienne",
    "TCA": "Turks and Caicos",
    "TCD": "Tchad",
    "TGO": "Togolese Republic; République togolaise",
    "TLS": "Timor; East Timor; Timor oriental; Timor-Leste",
    "TTO": "Trinidad",
    "TUN": "Tunisian Republic; République tunisienne",
    "TUR": "Turkey; Turkiye",
    "TWN": "Republic of China; ROC; République de Chine; Taiwan, Province of China; "
    "Taiwan, China; Chinese Taipei",
    "TZA": "United Republic of Tanzania",
    "USA": "America; US; USA; United States; United States of America; États-Unis; "
    "États-Unis d'Amérique; É.-U.; EE. UU.",
    "VAT": "Holy See; Saint-Siège; Vatican",
    "VCT": "Saint Vincent",
    "VEN": "Venezuela, RB",
    "VNM": "Viet Nam; Socialist Republic of Vietnam; République socialiste du Vietnam",
    "YEM": "Republic of Yemen; République du Yémen; Yemen, Rep.",
    "ZAF": "RSA",
}
"""Names that readers use and the library does not carry, by code.

From the short and full names of ISO 3166-1 and of the United Nations Terminology Database, from the
names in the World Bank's tables (*Congo, Dem. Rep.*), and from the press in English and French;
earlier names only of states that are the same state (Burma, Swaziland).
"""

SHARED_NAMES = {
    "Congo": "COG; COD",
    "Korea": "PRK; KOR",
    "Corée": "PRK; KOR",
    "Virgin Islands": "VGB; VIR",
    "Îles Vierges": "VGB; VIR",
}
"""Names that two countries bear, by themselves: no answer is right."""

_TOLD_APART = "congo korea coree china chine vietnam germany allemagne yemen".split()
"""What is left of names where the form of state tells two states apart: there it is kept."""

_ADJECTIVES = (
    r"arab|bolivarian|co ?operative|democratic|federal|federative|hashemite|independent|islamic|"
    r"oriental|peoples|plurinational|popular|socialist|united|"
    r"arabe|democratique|federale|federative|islamique|populaire|socialiste|unie"
)
_FORMS = (
    r"republic|kingdom|commonwealth|sultanate|principality|union|grand duchy|emirate|"
    r"republique|royaume|principaute|sultanat|grand duche|emirat"
)
_FORM_OF_STATE = re.compile(
    rf"(?:the |la |le |l )?(?:(?:(?:{_ADJECTIVES}) )*(?:{_FORMS})(?: (?:{_ADJECTIVES}))*"
    r"|(?:independent |plurinational )?state|etat)"
    r" (?:of the|of|de la|de l|du|des|de|d) (?P<rest>.+)"
)
_WORDS = {"rep": "republic", "dem": "democratic", "fed": "federated", "sts": "states"}
_WORDS |= {"st": "saint", "ste": "sainte", "is": "islands", "isl": "islands"}
_WORDS |= {"n": "north", "s": "south", "eq": "equatorial", "herz": "herzegovina"}
_SMALL = frozenset("the of and la le les l de du des d et au aux".split())


def plain_name(text: str) -> str:
    """Return a name as it is compared.

    Lower case; without accents, dots, hyphens, brackets, articles and *of*; usual abbreviations
    written out; what stands after a comma or in brackets put in front where it belongs there; and
    without the form of state (*Republic of*), unless that tells two states apart.

    >>> plain_name("The Republic of Niger"), plain_name("Korea, Rep."), plain_name("U.S.")
    ('niger', 'republic korea', 'us')
    """
    letters = unicodedata.normalize("NFKD", text.casefold().replace("&", " and "))
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    bare = re.sub(r"['’ʼ`´]s\b", "s", bare)
    bare = re.sub(r"\b(\w)\.\s*(?=\w\b)", r"\1", bare)  # U. S. A.
    inverted = re.fullmatch(
        r"\s*([^,(]+?)\s*[,(]\s*([^,()]*\b(?:the|le|la|les|of|de|du|rep|republic|north|south|"
        r"sts)\b\.?)\s*\)?\s*",
        bare,
    )
    if inverted:
        bare = f"{inverted[2]} {inverted[1]}"
    words = re.findall(r"\w+", bare)
    said = " ".join(_WORDS.get(word, word) if len(words) > 1 else word for word in words)
    found = _FORM_OF_STATE.fullmatch(said)
    if found and _without_small(found["rest"]) not in _TOLD_APART:
        said = found["rest"]
    return _without_small(said)


def _without_small(said: str) -> str:
    words = said.split()
    return " ".join([word for word in words if word not in _SMALL] or words)


@cache
def country_names() -> dict[str, str]:
    """Return names, as :func:`plain_name` gives them, with the alpha-3 code of each.

    English and French names, usual names, and the alpha-3 and alpha-2 codes themselves. A name that
    two countries bear is not there: see :func:`country_code`.
    """
    two = _alpha2()
    found = {plain_name(code): code for code in two}
    found |= {plain_name(short): code for code, short in two.items()}
    for language in ("en", "fr"):
        names = Locale(language).territories
        found |= {plain_name(names[short]): code for code, short in two.items()}
    for code, usual in USUAL_NAMES.items():
        found |= {plain_name(name): code for name in usual.split("; ")}
    for shared in SHARED_NAMES:
        found.pop(plain_name(shared), None)
    return found


def country_code(name: str) -> str:
    """Return the alpha-3 code of a country, whatever it is called; ``""`` if none is called so.

    Beside what :func:`country_names` holds, two names of one country are read together (*Türkiye
    (Turkey)*), and so is *Niger Republic*.

    Raises
    ------
    ReadingError
        If two countries bear the name: which ones, and what to write.
    """
    plain = plain_name(name)
    for shared, codes in SHARED_NAMES.items():
        if plain == plain_name(shared):
            one, other = (f"{countries()[code]} ({code})" for code in codes.split("; "))
            raise ReadingError(
                f"{name!r} may be {one} or {other}; expected the whole name, or one of these codes."
            )
    names = country_names()
    if plain in names:
        return names[plain]
    if plain.removesuffix(" republic") in names:
        return names[plain.removesuffix(" republic")]
    first, bracket, second = (part.strip() for part in re.sub(r"[)]|, ", "(", name).partition("("))
    second = second.strip("( ")
    if not bracket or not second:
        return ""
    both = {names.get(plain_name(part), "") for part in (first, second)}
    if len(both) == 1 and "" not in both:
        return both.pop()
    return names.get(plain_name(f"{second} {first}"), "")
