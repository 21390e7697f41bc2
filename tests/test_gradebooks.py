"""The files for Canvas, Moodle and Blackboard import without an edit, by each platform's rules."""

from __future__ import annotations

import csv
import io

import gradebook_rules as rules
import hand_ins
import pytest
from hand_ins import LESSON, class_of_forty

from realignment.errors import ReadingError
from realignment.marking import mark
from realignment.marking.gradebooks import TITLE, Totals, canvas, read_downloaded
from realignment.marking.marks import possible
from realignment.marking.roster import Student

TITLED = TITLE.format(LESSON)
USERS = [
    {
        "id": str(9000 + number),
        "sis_user_id": f"s{number:02}",
        "idnumber": f"s{number:02}",
        "login": f"login{number:02}",
        "username": f"login{number:02}",
        "email": f"S{number:02}@example.org",
        "name": name,
        "sortable_name": ", ".join(reversed(name.split())),
    }
    for number, name in enumerate(hand_ins.NAMES, start=1)
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("class")
    class_of_forty(folder)
    mark.mark(folder / "work", folder / "roster.csv", folder / "out")
    return folder


def totals(folder) -> dict[str, str]:
    text = (folder / "marks.csv").read_text(encoding="utf-8")
    column = f"exercise {LESSON:02} (of {possible(LESSON)})"
    return {row["student_id"]: row[column] for row in csv.DictReader(io.StringIO(text))}


def test_canvas_takes_each_mark_to_its_student(folder):
    read = rules.canvas((folder / "out" / "gradebook_canvas.csv").read_bytes(), USERS)
    assert read["titles"] == [TITLED] and rules.canvas_assignment(TITLED) is None
    assert read["points"] == {TITLED: str(possible(LESSON))}
    assert not read["new_students"] and len(read["grades"]) == 40
    marks = totals(folder / "out")
    for user in USERS:
        assert read["grades"][user["id"]][TITLED] == marks[user["sis_user_id"]]
    assert any("." in mark for mark in marks.values())


def test_moodle_takes_each_mark_to_its_student(folder):
    read = rules.moodle((folder / "out" / "gradebook_moodle.csv").read_bytes(), USERS)
    marks = totals(folder / "out")
    assert len(read) == 40
    for user in USERS:
        mark_of = marks[user["idnumber"]]
        (grade,) = read[user["id"]].values()
        if mark_of == "":
            assert grade is None
        else:
            assert grade == pytest.approx(100 * float(mark_of) / possible(LESSON), abs=0.07)


def test_moodle_is_given_ids_where_not_everybody_has_an_address(folder, tmp_path):
    roster = tmp_path / "roster.csv"
    text = (folder / "roster.csv").read_text(encoding="utf-8")
    roster.write_text(text.replace("s02@example.org", ""), encoding="utf-8")
    mark.mark(folder / "work", roster, tmp_path / "out")
    content = (tmp_path / "out" / "gradebook_moodle.csv").read_bytes()
    assert content.startswith(b"ID number,") and len(rules.moodle(content, USERS)) == 40


def test_blackboard_takes_a_file_without_numbers_as_new_columns(folder):
    content = (folder / "out" / "gradebook_blackboard.csv").read_bytes()
    read, made = rules.blackboard(content, {}, ["s01", "s02"])
    assert list(read) == ["s01", "s02"] and made == [TITLED]


def downloads(folder) -> dict[str, bytes]:
    """Return a gradebook as each platform lets one download it: its own ids, one student short."""
    known = USERS[:39]
    canvas = [["Student", "ID", "SIS User ID", "SIS Login ID", "Integration ID", "Section"]]
    canvas[0] += ["Essay (77)", f"Exercise {LESSON} (4711)", "Final Score"]
    canvas.append(["    Points Possible", "", "", "", "", "", "10", "8", "(read only)"])
    moodle = [["First name", "Last name", "ID number", "Institution", "Email address", "Total"]]
    blackboard = [["Last Name", "First Name", "Username", "Student ID", "Availability"]]
    blackboard[0] += [
        "Essay [Total Pts: 10 Score] |771",
        f"Ex {LESSON:02} [Total Pts: 50 Score] |47",
    ]
    for user in known:
        first, last = user["name"].split()
        about = [user["sortable_name"], user["id"], user["sis_user_id"], user["login"], "", "A"]
        canvas.append([*about, "5", "", ""])
        moodle.append([first, last, "", "", user["email"], "12"])
        blackboard.append([last, first, user["login"], user["sis_user_id"], "Yes", "4", ""])
    return {
        "canvas.csv": table(canvas, ",").encode("utf-8-sig"),
        "moodle.csv": table(moodle, ",").encode(),
        "blackboard.xls": table(blackboard, "\t").encode("utf-16"),
    }


def table(rows: list[list[str]], delimiter: str) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue()


@pytest.fixture(scope="module")
def filled(folder):
    place = folder / "downloaded"
    place.mkdir()
    for name, content in downloads(folder).items():
        (place / name).write_bytes(content)
    given = sorted(place.iterdir())
    mark.mark(folder / "work", folder / "roster.csv", folder / "filled", downloaded=given)
    return folder / "filled"


def test_a_downloaded_gradebook_gets_its_own_columns_filled(filled):
    marks = totals(filled)
    canvas = rules.canvas((filled / "gradebook_canvas.csv").read_bytes(), USERS)
    assert canvas["titles"] == [f"Exercise {LESSON} (4711)"] and not canvas["new_students"]
    assert rules.canvas_assignment(canvas["titles"][0]) == "4711"
    moodle = rules.moodle((filled / "gradebook_moodle.csv").read_bytes(), USERS)
    content = (filled / "gradebook_blackboard.xls").read_bytes()
    logins = [user["login"] for user in USERS]
    blackboard, made = rules.blackboard(content, {"47": 50.0}, logins)
    assert not made and len(canvas["grades"]) == len(moodle) == len(blackboard) == 39
    for user in USERS[:39]:
        mark_of = marks[user["sis_user_id"]]
        assert list(canvas["grades"][user["id"]].values()) == [mark_of]
        if mark_of:
            of_fifty = blackboard[user["login"]]["47"]
            assert of_fifty == pytest.approx(50 * float(mark_of) / possible(LESSON), abs=0.04)
            assert list(moodle[user["id"]].values())[0] == pytest.approx(2 * of_fifty, abs=0.02)
    flags = (filled / "flags.csv").read_text(encoding="utf-8")
    assert flags.count("s40 is not in the gradebook that was downloaded") == 3


def test_a_file_that_is_no_gradebook_gets_one_sentence(tmp_path):
    for content in (b"", b"a,b\n1,2\n", b"\xff\xfe\x00", b"\x00\x01"):
        (tmp_path / "x.csv").write_bytes(content)
        with pytest.raises(ReadingError, match="no gradebook that is known here"):
            read_downloaded(tmp_path / "x.csv")
    with pytest.raises(ReadingError, match="cannot be opened"):
        read_downloaded(tmp_path / "none.csv")


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda text: text.replace("Section", "Sect"), "Canvas refuses a header without it"),
        (lambda text: text.replace("Student,ID", "Name,ID"), "Canvas refuses another first column"),
    ],
)
def test_the_rules_of_canvas_refuse_what_they_should(folder, change, why):
    text = (folder / "out" / "gradebook_canvas.csv").read_text(encoding="utf-8")
    with pytest.raises(rules.Refused):
        rules.canvas(change(text).encode(), USERS)


def test_the_rules_of_moodle_refuse_what_they_should(folder):
    content = (folder / "out" / "gradebook_moodle.csv").read_bytes()
    with pytest.raises(rules.Refused, match="user mapping"):
        rules.moodle(content, USERS[:-1])
    with pytest.raises(rules.Refused, match="too big"):
        rules.moodle(content, USERS, most=50.0)


@pytest.mark.parametrize(("worth", "points"), [("10", "7.5"), ("8", "6"), ("", "6"), ("0", "6")])
def test_points_are_in_proportion_to_what_canvas_gives_an_assignment(tmp_path, worth, points):
    """An import does not change what an assignment of Canvas's own is worth."""
    (tmp_path / "canvas.csv").write_text(
        "Student,ID,SIS User ID,SIS Login ID,Section,Exercise 04 (123)\n"
        f"    Points Possible,,,,,{worth}\n"
        '"Lovelace, Ada",501,ab12,,S1,\n',
        encoding="utf-8",
    )
    marks = Totals([Student("ab12", "Ada Lovelace")], {4: 8.0}, {("ab12", 4): 6.0})
    made = canvas(marks, read_downloaded(tmp_path / "canvas.csv"))
    rows = list(csv.reader(io.StringIO(made.content.decode("utf-8"))))
    assert rows[0][-1] == "Exercise 04 (123)"
    assert [rows[1][-1], rows[2][-1]] == [worth if worth not in ("", "0") else "8", points]
