"""What Canvas, Moodle and Blackboard do with a file of grades, written from their rules.

No platform was tried. Canvas and Moodle are read from their source (``gradebook_importer.rb``;
``load_data.php`` and ``normalise_value`` of the database layer), Blackboard from its manual.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence


class Refused(Exception):
    """The whole import is refused."""


# --- Canvas -----------------------------------------------------------------------------------

_DROPPED = (
    "Current Score|Current Points|Current Grade|Final Score|Final Points|Final Grade|"
    "Override Score|Override Grade|Override Status"
)


def _decimal(field: str) -> str:
    """Read a number as Canvas does: the last comma or point is the decimal one."""
    if not re.fullmatch(r"-?[0-9.,]+%?", field):
        return field
    *parts, last = re.split(r"[,.]", field)
    return f"{''.join(parts)}.{last}" if parts else last


def canvas(content: bytes, users: Sequence[Mapping[str, str]]) -> dict:
    """Import a file.

    Parameters
    ----------
    content
        The file.
    users
        Of the course, each with ``id``, ``sis_user_id``, ``login``, ``name``, ``sortable_name``.

    Returns
    -------
    dict
        ``grades`` (user's id to title to text), ``points`` (title to text), ``new_students``.
    """
    text = content.decode("utf-8")
    first = text.splitlines()[:3]

    def width(delimiter: str) -> int:
        widths = {len(next(csv.reader([line], delimiter=delimiter))) for line in first}
        return widths.pop() if len(widths) == 1 else 0

    delimiter = ";" if width(";") > width(",") else ","
    lines = [line for line in text.splitlines() if not re.fullmatch(r"[;, ]+", line)]
    rows = [[_decimal(cell) for cell in row] for row in csv.reader(lines, delimiter=delimiter)]
    header = rows.pop(0)
    named = len(header) > 4 and "LastName" in header[0] and "FirstName" in header[1]
    if not ((len(header) > 3 and "Student" in header[0] and "ID" in header[1]) or named):
        raise Refused("Invalid header row")
    names = 4 if named else 3
    columns, sis, login = names, None, None
    if re.search(r"SIS\s+Login\s+ID", header[names - 1]):
        login, columns = names - 1, columns + 1
    elif re.search(r"SIS\s+User\s+ID", header[names - 1]) and re.search(
        r"SIS\s+Login\s+ID", header[names]
    ):
        sis, login = names - 1, names
        more = int(bool(re.search(r"Integration\s+ID", header[names + 1])))
        columns += 2 + more + bool(re.search(r"Root\s+Account", header[names + 1 + more]))
    if "Section" not in header[columns - 1]:
        raise Refused("Invalid header row")
    titles = {
        title: header.index(title) for title in header[columns:] if not re.search(_DROPPED, title)
    }
    found: dict = {"grades": {}, "points": {}, "new_students": [], "titles": list(titles)}
    for row in rows:
        if "Points Possible" in row[0]:
            found["points"] = {title: row[place] for title, place in titles.items()}
            continue
        user = next((u for u in users if row[1] and u["id"] == row[1]), None)
        if user is None and sis is not None and row[sis]:
            user = next((u for u in users if u["sis_user_id"] == row[sis]), None)
        if user is None and login is not None and row[login]:
            user = next((u for u in users if u["login"] == row[login]), None)
        if user is None:
            user = next((u for u in users if row[0] in (u["name"], u["sortable_name"])), None)
        if user is None:
            found["new_students"].append(row[0])
        else:
            found["grades"][user["id"]] = {t: row[place].strip() for t, place in titles.items()}
    return found


def canvas_assignment(title: str) -> str | None:
    """Return the number of the assignment that a title is taken for."""
    found = re.fullmatch(r"(.*)\s\((\d+)\)", title)
    return found[2] if found else None


# --- Moodle -----------------------------------------------------------------------------------


def moodle(
    content: bytes, users: Sequence[Mapping[str, str]], most: float = 100.0
) -> dict[str, dict[str, float | None]]:
    """Import a file, each grade column as a new item; return user's id to title to grade.

    Parameters
    ----------
    users
        Of the site, each with ``id`` and the fields ``email``, ``idnumber``, ``username``.
    """
    fields = {"Email address": "email", "ID number": "idnumber", "Username": "username"}
    header, *rows = list(csv.reader(io.StringIO(content.decode("utf-8"))))
    header = [name.strip() for name in header]
    mapped = [place for place, name in enumerate(header) if name in fields]
    if len(mapped) != 1:
        raise Refused("one column identifies the user")
    found: dict[str, dict[str, float | None]] = {}
    student = ""
    for row in rows:
        if len(row) <= 1:
            continue
        if len(row) != len(header):
            raise Refused("columns do not match the header")
        value = row[mapped[0]].strip()
        if value not in ("", "0"):  # else the user of the row before is kept
            known = [
                u for u in users if u[fields[header[mapped[0]]]].casefold() == value.casefold()
            ]
            if len(known) != 1:
                raise Refused(f"user mapping error: {value}")
            student = known[0]["id"]
        if not student:
            raise Refused("user mapping error")
        if student in found:
            raise Refused(f"{student} twice")
        found[student] = {}
        for place, cell in enumerate(row):
            if place in mapped:
                continue
            grade = None if cell.strip() == "-" else float(cell.strip() or 0)
            if grade is not None and grade > most:
                raise Refused("grade value too big")
            found[student][header[place]] = grade
    return found


# --- Blackboard -------------------------------------------------------------------------------


def blackboard(
    content: bytes, columns: Mapping[str, float], enrolled: Sequence[str]
) -> tuple[dict[str, dict[str, float]], list[str]]:
    """Import a file; return user name to column's number to score, and the columns made anew.

    Parameters
    ----------
    columns
        Number of a column to the points that it is worth.
    enrolled
        User names; whoever is not among them is passed over.
    """
    text = content.decode("utf-16" if content[:2] == b"\xff\xfe" else "utf-8-sig")
    delimiter = "\t" if "\t" in text.splitlines()[0] else ","
    if delimiter == ",":
        assert all(line.startswith('"') and line.endswith('"') for line in text.splitlines())
    header, *rows = list(csv.reader(io.StringIO(text), delimiter=delimiter))
    who = header.index("Username")
    about = {"Last Name", "First Name", "Username", "Student ID", "Last Access", "Availability"}
    numbers = {
        place: name.rpartition("|")[2] if "|" in name else ""
        for place, name in enumerate(header)
        if name not in about
    }
    found: dict[str, dict[str, float]] = {}
    for row in rows:
        if not row[who]:
            raise Refused("a row without a user name")
        if row[who] not in enrolled:
            continue
        found[row[who]] = {}
        for place, number in numbers.items():
            if number and row[place]:
                score = float(row[place])
                assert number in columns and 0 <= score <= columns[number]
                found[row[who]][number] = score
    return found, [header[place] for place, number in numbers.items() if not number]
