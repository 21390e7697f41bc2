"""Names of actors, as pictures show them."""

from __future__ import annotations

import unicodedata
from unicodedata import combining

import pytest
from babel import Locale

from realignment.actors import countries, country_code, country_names, names_of, plain_name
from realignment.answers import StateName, Unreadable
from realignment.cases import read_case
from realignment.errors import ReadingError


def test_names_come_in_the_order_asked_for():
    actors = read_case("niger_2024").actors
    names = names_of(actors, ["USA", "NER", "P_MILLER"])
    assert list(names.items()) == [
        ("USA", "United States"),
        ("NER", "Niger"),
        ("P_MILLER", "Matthew Miller"),
    ]


def test_an_actor_that_is_not_in_the_table_is_named():
    with pytest.raises(ReadingError, match="no actor_id 'NGR', 'RU'; expected ids such as 'NER'"):
        names_of(read_case("niger_2024").actors, ["NER", "NGR", "RU"])


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("CI", "CIV"),
        ("Cote d'Ivoire", "CIV"),
        ("Côte d’Ivoire", "CIV"),
        ("Ivory Coast", "CIV"),
        ("the Gambia", "GMB"),
        ("La Gambie", "GMB"),
        ("Le Tchad", "TCD"),
        ("Cabo Verde", "CPV"),
        ("Antigua and Barbuda", "ATG"),
        ("l'Algérie", "DZA"),
        ("algerie", "DZA"),
        ("UK", "GBR"),
        ("Niger", "NER"),
        ("Nigeria", "NGA"),
        ("États-Unis", "USA"),
        ("Les États-Unis", "USA"),
        ("Turkey", "TUR"),
        ("Türkiye", "TUR"),
        ("Lesotho", "LSO"),
        ("Laos", "LAO"),
    ],
)
def test_a_country_is_known_by_its_usual_names(name, code):
    assert country_names()[plain_name(name)] == code


ISO_3166_1 = """
ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR
BHS BIH BLM BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL
COM CPV CRI CUB CUW CXR CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK
FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV
HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO
LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG
MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN
PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE
SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON TTO
TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE
""".split()


def test_the_countries_are_those_of_iso_3166_1_and_kosovo():
    assert len(ISO_3166_1) == 249
    assert sorted(countries()) == sorted([*ISO_3166_1, "XKX"])
    assert countries()["XKX"] == "Kosovo"


WRITTEN = """
ALA: Åland Islands
ARE: UAE; United Arab Emirates; Emirats arabes unis; U.A.E.
ATG: Antigua and Barbuda
BFA: Burkina; Burkina Faso
BHS: Bahamas, The
BIH: Bosnia and Herzegovina; Bosnia; Bosnia & Herz.
BOL: Bolivia (Plurinational State of)
BRN: Brunei; Brunei Darussalam
CAF: Centrafrique; Central African Republic; République centrafricaine; CAR
CHE: Swiss Confederation
CHN: People's Republic of China; China; Chine; République populaire de Chine
CIV: Ivory Coast; Côte d'Ivoire; Cote d’Ivoire; cote-d-ivoire; Republic of Côte d’Ivoire
CIV: Ivory Coast (Côte d'Ivoire)
COD: DRC; RDC; D.R.C.; D. R. Congo; Dem. Rep. Congo; Congo, Dem. Rep.
COD: Congo (the Democratic Republic of the); Congo-Kinshasa; Congo Kinshasa
COD: Democratic Republic of Congo
COG: Congo-Brazzaville; Congo (Brazzaville); Republic of the Congo; République du Congo
COM: Union of the Comoros; Comores
CPV: Cape Verde; Cabo Verde; Cap-Vert
CUW: Curaçao
CZE: Czech Republic; Czechia; République tchèque; Tchéquie; Czech Rep.
DEU: Germany; Federal Republic of Germany; DE
DMA: Dominica; Commonwealth of Dominica
DOM: Dominican Republic
DZA: Algeria; People's Democratic Republic of Algeria
DZA: République algérienne démocratique et populaire
EGY: Egypt, Arab Rep.
FLK: Falkland Islands; Falkland Islands (Malvinas)
FSM: Micronesia (Federated States of); Micronesia, Fed. Sts.
GBR: Britain; UK; U.K.; Royaume Uni; Great Britain
GEO: Georgia
GIN: Guinea; Guinée
GMB: Gambia, The; The Gambia; Gambie
GNB: Guinea-Bissau; Guinée Bissau
GNQ: Equatorial Guinea
HKG: Hong Kong
IRL: Ireland; Republic of Ireland
IRN: Iran (Islamic Republic of); Islamic Republic of Iran
JOR: Jordan; Hashemite Kingdom of Jordan
KGZ: Kyrgyzstan; Kyrgyz Republic
KOR: South Korea; Corée du Sud; Korea, Rep.; Korea (Republic of); Korea, South; Republic of Korea
KOR: South-Korea; S. Korea
LAO: Lao PDR; Laos; LA
LBN: Lebanon; Liban
LBY: Libya; State of Libya; État de Libye
LCA: St. Lucia; Saint Lucia
MAC: Macau
MAF: Saint Martin
MDA: Moldova, Republic of; Republic of Moldova
MKD: Macedonia; North Macedonia; Macédoine du Nord
MLI: Mali; Republic of Mali
MMR: Myanmar; Burma; Birmanie; burma (myanmar)
MRT: Islamic Republic of Mauritania; République islamique de Mauritanie
NER: Republic of Niger; Republic of the Niger; République du Niger; le Niger; Niger (the); NIGER
NER: Niger Republic
NGA: Nigeria; Federal Republic of Nigeria; Nigéria
NLD: Netherlands; the Netherlands; Pays-Bas; Holland; Kingdom of the Netherlands
NZL: New Zealand
PHL: Philippines (the)
PRK: North Korea; N. Korea; Corée du Nord; Korea (the Democratic People's Republic of)
PRK: Democratic People's Republic of Korea; DPR Korea
PSE: Palestine; State of Palestine; Palestine, State of
REU: Reunion; La Réunion
RUS: Russian Federation; la Fédération de Russie; Russia; Russie
SAU: Saudi Arabia; Kingdom of Saudi Arabia; Arabie saoudite
SDN: Sudan (the)
SRB: Republic of Serbia
SSD: Republic of South Sudan; Soudan du Sud
STP: Sao Tome and Principe; São Tomé & Príncipe; Sao Tomé-et-Principe
SVK: Slovakia; Slovak Republic
SWZ: Swaziland; Eswatini; Kingdom of Eswatini; Eswatini (Swaziland); Eswatini (Kingdom of)
SYR: Syria; Syrian Arab Republic
TCD: Le Tchad; Chad; Tchad
TLS: Timor; Timor-Leste; East Timor
TTO: Trinidad and Tobago
TUR: Türkiye; Turkey; Turquie; Republic of Türkiye; Türkiye (Turkey)
TWN: Republic of China; Taiwan; Taiwan (Province of China)
TZA: Tanzania, United Republic of
USA: U.S.; U. S.; US; USA; U.S.A.; the US; United States; États-Unis; Etats Unis
USA: les États-Unis d'Amérique; É.-U.; EE. UU.; EE.UU.
ARE: the Emirates; les Émirats
HKG: Hong Kong SAR
NER: au Niger
TCA: Turks & Caicos
VAT: Holy See; Vatican
VCT: St Vincent & the Grenadines
VEN: Venezuela (Bolivarian Republic of)
VGB: Virgin Islands (British)
VIR: Virgin Islands, U.S.
VNM: Viet Nam; Vietnam; Viêt Nam
XKX: Kosovo; XK
YEM: Yemen, Rep.
ZAF: South Africa; Afrique du Sud; Republic of South Africa
""".strip().splitlines()
"""Names as people, newspapers, the United Nations, ISO and the World Bank write them."""


@pytest.mark.parametrize("line", WRITTEN)
def test_a_country_is_known_however_it_is_written(line):
    code, names = line.split(": ")
    for name in names.split("; "):
        for form in (name, name.upper(), f" {name} "):
            assert country_code(form) == code, form


def unhyphenated(name: str) -> str:
    return name.replace("-", " ").replace("’", "'")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_case_accents_and_hyphens_do_not_matter(language):
    for code, name in countries().items():
        if language == "fr":
            two = next(n for n, c in country_names().items() if c == code and len(n) == 2)
            name = Locale("fr").territories.get(two.upper(), name)
        bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not combining(c))
        for form in (name, name.upper(), bare.lower(), unhyphenated(name), f"the {name}"):
            assert country_code(form) == code, form


@pytest.mark.parametrize(
    "name",
    [
        "EU",
        "E.U.",
        "European Union",
        "Union européenne",
        "UN",
        "Soviet Union",
        "German Democratic Republic",
        "Islamic State of Iraq",
        "Republic of Somaliland",
        "Niger (Nigeria)",
        "Nige",
        "Nigerian",
        "ZZZ",
        "",
    ],
)
def test_what_is_no_country_is_none(name):
    assert country_code(name) == ""


def test_niger_is_never_nigeria():
    names = country_names()
    assert {code for name, code in names.items() if "nigeria" in name} == {"NGA"}
    assert {c for n, c in names.items() if "niger" in n and "nigeria" not in n} == {"NER"}


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [("Congo", "COG", "COD"), ("le Congo", "COG", "COD"), ("KOREA", "PRK", "KOR")],
)
def test_a_name_of_two_countries_is_told_in_one_sentence(name, one, other):
    assert plain_name(name) not in country_names()
    with pytest.raises(ReadingError) as told:
        country_code(name)
    said = str(told.value)
    assert said.startswith(f"{name!r} may be ") and f"({one})" in said and f"({other})" in said
    assert said.count(". ") == 0 and said.endswith(".")


def test_no_name_is_taken_by_another_country():
    for code, name in countries().items():
        assert country_names()[plain_name(name)] == code


def test_an_answer_hears_which_two_countries_bear_a_name():
    case = read_case("niger_2024")
    with pytest.raises(Unreadable, match=r"'congo' may be .*\(COG\) or .*\(COD\); expected"):
        StateName().read("Congo", case)
    assert StateName().read("D.R. Congo", case) == "COD"
