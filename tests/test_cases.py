"""Cases: what is read, what is refused and how, and that nothing of a user's is lost."""

import shutil
from pathlib import Path

import pytest

from realignment import __main__ as command
from realignment import files
from realignment.actors import (
    WITHDRAWN,
    countries,
    country_names,
    mentions,
    read_actors,
    read_country_codes,
    roll_up,
)
from realignment.answers import ActorName, StateName
from realignment.cases import load_case, new_case, read_case
from realignment.errors import ReadingError
from realignment.events import alternatives, read_codebook, read_coding, read_events
from realignment.files import places
from realignment.record import load_record

CODING = (
    "sentence,main,kind,actor,recipient,action,event_type,quad,valence,date,attributed_to,"
    "certainty,note\n"
)
GOOD = "1,yes,event,NER/GOV,USA,ends the accord,SANCTION,4,-,2024-03-16,author,CT+,\n"


@pytest.fixture(scope="module")
def case():
    return read_case("niger_2024")


@pytest.fixture
def copy(tmp_path, case):
    """Return a copy of the case in which a test can break a table."""
    folder = tmp_path / "broken"
    shutil.copytree(case.folder, folder, ignore=shutil.ignore_patterns("original.txt"))
    return folder


def coding(tmp_path, text: str, case, encoding="utf-8"):
    path = tmp_path / "coder_x.csv"
    path.write_bytes(text.encode(encoding))
    return read_coding(path, case.sentences)


def test_the_case_is_whole(case):
    assert len(case.sentences) == 16 and set(case.events["sentence"]) == set(range(1, 17))
    assert sorted(case.codings["coder"].unique()) == ["A", "B", "C", "D"]
    assert (case.codings.groupby("coder").size() == [44, 45, 44, 42]).all()
    assert len(case.claims) == 20
    mains = case.events[case.events["main"] == "yes"]
    assert list(mains["sentence"]) == list(range(1, 17))


def test_every_quote_stands_in_its_sentence(case):
    text = case.sentences.set_index("sentence")["text"]
    for row in case.events.itertuples():
        assert row.quote in text[row.sentence]
    for row in case.words.itertuples():
        assert row.words in text[row.sentence]


def test_quad_and_intensity_are_the_codebooks(case):
    book = read_codebook()
    modes = set(book.modes[["event_type", "mode"]].itertuples(index=False, name=None))
    for row in case.events[case.events["kind"] == "event"].itertuples():
        assert row.quad == book.quad(row.event_type)
        assert row.intensity == book.intensity(row.event_type, row.mode)
        assert not row.mode or (row.event_type, row.mode) in modes


def test_the_reference_takes_no_side_where_coders_split_without_saying_so(case):
    """Where a main row of a coder differs in kind or type, the reference lists it as defensible."""
    listed = alternatives(case.events)
    other_main = set(listed.loc[listed["field"] == "main", "event_id"])
    contested = set(case.events.loc[case.events["event_id"].isin(other_main), "sentence"])
    assert contested == {3, 9}  # there a coder takes another clause for the main one
    for row in case.events[case.events["main"] == "yes"].itertuples():
        if row.sentence in contested:
            continue
        mine = listed[listed["event_id"] == row.event_id]
        theirs = case.codings[
            (case.codings["sentence"] == row.sentence) & (case.codings["main"] == "yes")
        ]
        for column in ("kind", "event_type"):
            allowed = {getattr(row, column), *mine.loc[mine["field"] == column, "value"]}
            if column == "event_type" and "event" in set(mine["value"]):
                continue  # a kind that may be event brings its type with the reason
            found = {value for value in theirs[column] if value != "-"} or {row.kind}
            if column == "kind" or row.kind == "event":
                assert found <= allowed, (row.event_id, column, found)


def test_states_outlive_their_authorities(case):
    states = roll_up(case.actors)
    assert states["NER_CNSP"] == states["NER_GOV"] == states["P_BAZOUM"] == "NER"
    assert states["P_MILLER"] == states["USA_FORCES"] == "USA" and states["WEST"] == ""
    lives = case.actors.set_index("actor_id")
    assert lives.at["NER_GOV", "valid_to"] == lives.at["NER_CNSP", "valid_from"] == "2023-07-26"


def test_a_country_is_understood_by_either_code_of_iso(case):
    codes = read_country_codes()
    for row in codes.itertuples():
        for code in (row.iso2, row.iso3, row.iso2.lower(), row.iso3.lower()):
            assert StateName().read(code, case) == row.iso3
    for row in codes[codes["listed"] == "case"].itertuples():
        assert ActorName().read(row.iso2, case) == row.iso3
    for written in ("CI", "CIV", "Côte d'Ivoire", "Côte d’Ivoire"):
        assert StateName().read(written, case) == "CIV"
    by_two = {code for name, code in country_names().items() if len(name) == 2}
    assert by_two == set(countries())
    record = load_record().actors
    assert set(record.loc[record["level"] == "state", "actor_id"]) <= by_two


def test_a_name_never_stands_for_a_withdrawn_code(case):
    assert StateName().read("France", case) == StateName().read("FR", case) == "FRA"
    assert StateName().read("Allemagne", case) == StateName().read("DE", case) == "DEU"
    names = country_names()
    assert not WITHDRAWN & {*countries(), *names.values(), *map(str.upper, names)}
    two = [name for name in names if len(name) == 2 and name != "uk"]
    assert len(two) == len({names[name] for name in two})  # one code of three for one of two


def test_mentions_take_the_longest_name(case):
    found = mentions(case.sentences, case.actors)
    third = found[found["sentence"] == 3]
    assert list(third["actor_id"]) == ["USA_DELEGATION", "NER_CNSP", "P_BAZOUM"]
    text = case.sentences.set_index("sentence")["text"]
    for row in found.itertuples():
        assert text[row.sentence][row.start : row.end] == row.words
    assert not len(mentions(case.sentences, case.actors.head(0)))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_sheet_of_any_office_program_is_read(tmp_path, case, encoding, separator, newline):
    text = (CODING + GOOD).replace(",", separator).replace("\n", newline)
    assert coding(tmp_path, text, case, encoding)["event_type"][0] == "SANCTION"


def test_a_windows_1252_sheet_is_read_where_it_says_so(tmp_path, case):
    text = "# encoding: windows-1252\n" + CODING + GOOD.replace("ends", "dénonce")
    assert coding(tmp_path, text, case, "cp1252")["action"][0] == "dénonce the accord"


def test_columns_may_stand_in_any_order(tmp_path, case):
    header, row = (line.split(",")[::-1] for line in (CODING.strip(), GOOD.strip()))
    assert coding(tmp_path, ",".join(header) + "\n" + ",".join(row), case)["actor"][0] == "NER/GOV"


BAD_CODINGS = {
    "a missing column": (CODING.replace(",valence", "") + GOOD, "the column 'valence' is missing"),
    "an extra column": (
        CODING.strip() + ",mood\n" + GOOD.strip() + ",x\n",
        "the column 'mood' is not known",
    ),
    "a column twice": (
        CODING.strip() + ",note\n" + GOOD.strip() + ",x\n",
        "the column 'note' is there twice",
    ),
    "a cell too many": (CODING + GOOD.strip() + ",x\n", "row 2: 14 cells; expected 13"),
    "an unknown kind": (
        CODING + GOOD.replace(",event,", ",happening,"),
        "row 2, column 'kind': 'happening' is not known; expected one of 'event'",
    ),
    "an unknown actor": (
        CODING + GOOD.replace("NER/GOV", "NIG/GOV"),
        "row 2, column 'actor': 'NIG/GOV' is not known; expected an ISO 3166-1",
    ),
    "FIPS instead of ISO": (CODING + GOOD.replace("NER/GOV", "NG"), "'NG' is not known"),
    "an unknown sector": (CODING + GOOD.replace("NER/GOV", "NER/ARMY"), "'NER/ARMY' is not known"),
    "an unknown type": (
        CODING + GOOD.replace("SANCTION", "PUNISH"),
        "column 'event_type': 'PUNISH' is not known; expected one of 'AGREE'",
    ),
    "no type for an event": (
        CODING + GOOD.replace("SANCTION", "-"),
        "column 'event_type': nothing is there; expected a PLOVER type",
    ),
    "a type for a state": (
        CODING + GOOD.replace(",event,", ",state,"),
        "column 'event_type': 'SANCTION'; expected '-'",
    ),
    "a day that is none": (
        CODING + GOOD.replace("2024-03-16", "2024-13-40"),
        "column 'date': '2024-13-40' is not a day of the calendar",
    ),
    "a weekday": (
        CODING + GOOD.replace("2024-03-16", "Saturday"),
        "column 'date': 'Saturday' is not a date: expected an EDTF date such as",
    ),
    "an unknown certainty": (
        CODING + GOOD.replace("CT+", "sure"),
        "column 'certainty': 'sure' is not known; expected one of 'CT+'",
    ),
    "a word for a number": (
        CODING + GOOD.replace("1,yes", "one,yes"),
        "column 'sentence': 'one' cannot be read; expected a whole number",
    ),
    "a sentence beyond the end": (
        CODING + GOOD.replace("1,yes", "17,yes"),
        "column 'sentence': 17 is no sentence of the article; expected 1 to 16",
    ),
    "two main rows": (CODING + GOOD + GOOD, "sentence 1 has 2 rows with main=yes; expected one"),
    "no main row": (CODING + GOOD.replace("yes", "no"), "sentence 1 has 0 rows with main=yes"),
    "nothing": ("", "the file is empty"),
}


@pytest.mark.parametrize("what", BAD_CODINGS)
def test_a_bad_sheet_is_refused_in_one_sentence(tmp_path, case, what):
    text, says = BAD_CODINGS[what]
    with pytest.raises(ReadingError) as refused:
        coding(tmp_path, text, case)
    message = str(refused.value)
    assert says in message and "coder_x.csv" in message and "expected" in message
    assert "\n" not in message and (tmp_path / "coder_x.csv").read_text("utf-8") == text


def broken(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


BAD_CASES = {
    "a quote that is not in its sentence": (
        "events.csv",
        'ending, ""with immediate effect"", the accord"',
        'stopping it"',
        "row 2, column 'quote'",
    ),
    "an event id twice": ("events.csv", "E02,", "E01,", "column 'event_id': 'E01' is there"),
    "an unknown actor": (
        "events.csv",
        "NER_CNSP,USA,announces that",
        "NER_JUNTA,USA,announces th",
        "column 'actor': 'NER_JUNTA' is not known; expected an actor_id",
    ),
    "nobody as an actor": (
        "events.csv",
        "NER_CNSP,USA,announces that",
        "UNK,USA,announces that",
        "column 'actor': 'UNK' is not known; expected an actor_id of actors.csv, or an empty cell",
    ),
    "a code for an actor": (
        "events.csv",
        "NER_CNSP,USA,announces that",
        "NER/GOV,USA,announces that",
        "expected an actor_id of actors.csv, such as 'NER_CNSP', which has that code",
    ),
    "an act that comes later": (
        "events.csv",
        ",CT+,E01,",
        ",CT+,E39,",
        "column 'same_act': 'E39' is not an earlier row",
    ),
    "a precision that is not the date's": (
        "events.csv",
        "2024-03-16,day,",
        "2024-03-16,month,",
        "column 'date_precision': 'month'",
    ),
    "an alternative without a reason": (
        "events.csv",
        "date=2023: this sentence",
        "date=2023 this sentence",
        "column 'alternatives'",
    ),
    "a parent that is nobody": (
        "actors.csv",
        "authority,USA,USA",
        "authority,UNO,USA",
        "column 'parent': 'UNO' is not in the table",
    ),
    "a parent of itself": (
        "actors.csv",
        "organ,USA_DOD,USA",
        "organ,USA_FORCES,USA",
        "'USA_FORCES' comes back to itself",
    ),
    "an actor twice": ("actors.csv", "NER_FAN,", "NER,", "column 'actor_id': 'NER' is there"),
    "an unknown verdict": ("claims.csv", ",inaccurate,", ",wrong,", "column 'verdict': 'wrong'"),
}


@pytest.mark.parametrize("what", BAD_CASES)
def test_a_bad_case_is_refused_in_one_sentence(copy, what):
    file, old, new, says = BAD_CASES[what]
    broken(copy / file, old, new)
    with pytest.raises(ReadingError) as refused:
        load_case(copy)
    message = str(refused.value)
    assert says in message and file in message and "expected" in message and "\n" not in message


def test_a_case_that_is_not_there_is_named():
    with pytest.raises(ReadingError, match="There is no case 'mars'; expected one of .*niger_2024"):
        load_case("mars")


def test_a_case_may_be_only_an_article(tmp_path):
    (tmp_path / "article.md").write_text("One sentence. Another one.\n", encoding="utf-8")
    found = load_case(tmp_path)
    assert len(found.sentences) == 2 and found.events.empty and found.codings.empty


@pytest.fixture
def data(tmp_path, monkeypatch):
    """Make an empty data folder that is found from the working directory."""
    codebook = tmp_path / "data" / "codebook"
    codebook.mkdir(parents=True)
    source = files.find_data() / "codebook" / "plover_types.csv"
    shutil.copy(source, codebook)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "data"


def test_a_new_case_can_be_loaded_at_once_and_is_never_written_over(data, tmp_path):
    story = tmp_path / "story.txt"
    story.write_text("A treaty ends. Nobody says why.\n", encoding="utf-8")
    folder = new_case("pier_2024", story)
    assert folder == data / "pier_2024" and load_case("pier_2024").codings.empty
    (folder / "events.csv").write_text("mine", encoding="utf-8")
    with pytest.raises(ReadingError, match="is there already and was left as it is"):
        new_case("pier_2024", story)
    assert (folder / "events.csv").read_text(encoding="utf-8") == "mine"


def test_a_new_case_needs_a_good_name_and_an_article(data, tmp_path):
    story = tmp_path / "story.txt"
    story.write_text("A treaty ends.\n", encoding="utf-8")
    for name in ("../x", "Pier", "2024", "a b", ""):
        with pytest.raises(ReadingError, match="cannot name a case"):
            new_case(name, story)
    story.write_bytes(b"\x00")
    with pytest.raises(ReadingError, match="binary"):
        new_case("pier_2024", story)
    assert sorted(p.name for p in data.iterdir()) == ["codebook"]


@pytest.fixture
def desk(tmp_path, case):
    """Return a folder beside the module's own data, with one case in it."""
    desk = tmp_path / "desk"
    (desk / "niger_2024").mkdir(parents=True)
    shutil.copy(case.folder / "article.md", desk / "niger_2024")
    return desk


def test_a_case_can_be_made_and_loaded_in_a_folder_of_ones_own(desk, case):
    folder = new_case("pier_2024", case.folder / "article.md", data=desk)
    assert folder == desk / "pier_2024" and not (files.find_data() / "pier_2024").exists()
    for found in (load_case("pier_2024", desk), load_case("pier_2024", data=str(desk))):
        assert found.folder == folder and len(found.sentences) == 16 and found.events.empty
    (folder / "events.csv").write_text("mine", encoding="utf-8")
    with pytest.raises(ReadingError, match="desk/pier_2024 is there already and was left as it is"):
        new_case("pier_2024", case.folder / "article.md", data=desk)
    assert (folder / "events.csv").read_text(encoding="utf-8") == "mine"


def test_a_case_is_looked_for_only_in_the_folder_that_is_named(desk, monkeypatch):
    assert load_case("niger_2024", desk).events.empty  # not the module's own of that name
    with pytest.raises(ReadingError, match="no case 'riyadh_tehran_2023'; expected one of niger_2"):
        load_case("riyadh_tehran_2023", desk)
    (desk / "niger_2024" / "inner").mkdir()
    monkeypatch.chdir(desk)
    with pytest.raises(ReadingError, match="no case 'niger_2024'; expected the path of a folder"):
        load_case("niger_2024", desk / "niger_2024" / "inner")


def test_a_folder_that_is_not_there_is_named_and_not_made(tmp_path, case):
    article = case.folder / "article.md"
    for wrong in (tmp_path / "nowhere", article):
        with pytest.raises(ReadingError) as not_loaded:
            load_case("niger_2024", wrong)
        with pytest.raises(ReadingError) as not_made:
            new_case("pier_2024", article, data=wrong)
        message = f"There is no folder {str(wrong)!r}; expected one that holds cases."
        assert str(not_loaded.value) == str(not_made.value) == message
    assert not (tmp_path / "nowhere").exists()


def test_the_command_makes_a_case_in_a_folder_of_ones_own(desk, case, capsys):
    words = ["new-case", "pier_2024", "--article", str(case.folder / "article.md"), "--data"]
    assert command.main([*words, str(desk)]) == 0
    assert "desk/pier_2024 was made" in capsys.readouterr().out
    assert load_case("pier_2024", desk).codings.empty
    assert command.main([*words, str(desk / "nowhere")]) == 1
    assert "There is no folder" in capsys.readouterr().err


def test_data_is_looked_for_upwards_and_beside_the_package(tmp_path, monkeypatch, data):
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    monkeypatch.chdir(inner)
    assert files.find_data() == data
    shutil.rmtree(data)
    assert files.find_data() == places.PACKAGE.parent / "data"
    monkeypatch.setattr(places, "PACKAGE", inner / "realignment")
    with pytest.raises(ReadingError, match="No data folder was found from"):
        files.find_data()


def test_the_original_takes_the_retellings_place_and_says_so(copy, capsys):
    text = (copy / "article.md").read_text(encoding="utf-8").split("---\n", 2)[2]
    (copy / "original.txt").write_text(
        " date 2024-03-17 " + text.replace("junta", "council").replace("## ", "").strip(),
        encoding="utf-8",
    )
    found = load_case(copy)
    assert "original.txt in place of the retelling" in capsys.readouterr().out
    assert found.is_original and len(found.sentences) == 16 and len(found.events) == 39
    assert "council" in found.sentences["text"][1]


def test_an_actor_table_and_an_event_table_can_be_read_alone(copy, case):
    actors = read_actors(copy / "actors.csv")
    events = read_events(copy / "events.csv", case.sentences, actors)
    assert list(events["event_id"]) == [f"E{n:02}" for n in range(1, 40)]
