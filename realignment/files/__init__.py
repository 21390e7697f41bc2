"""What a user gives, and where it lies: the places of data, texts and tables, and what is written.

Everything that comes from outside enters the package here, so that a file with a byte-order mark,
Windows line ends or semicolons is read, and one that cannot be read says why in one sentence.
"""

from realignment.files.handed_out import changes, was_handed_out
from realignment.files.places import find_data, is_packaged, name_of, place
from realignment.files.tables import (
    TABLE_ENDINGS,
    Stamps,
    check_records,
    check_rows,
    first_problem,
    is_left_by_a_program,
    read_numbered,
    read_records,
    read_rows,
    read_table,
    stamps_in,
    table_at,
    tables_in,
)
from realignment.files.texts import LARGEST_FILE, read_text
from realignment.files.writing import make_folder, not_written, reason, write_whole

__all__ = [
    "Stamps",
    "LARGEST_FILE",
    "TABLE_ENDINGS",
    "changes",
    "check_records",
    "check_rows",
    "find_data",
    "first_problem",
    "is_left_by_a_program",
    "is_packaged",
    "make_folder",
    "name_of",
    "not_written",
    "place",
    "read_numbered",
    "read_records",
    "read_rows",
    "read_table",
    "read_text",
    "reason",
    "table_at",
    "stamps_in",
    "tables_in",
    "was_handed_out",
    "write_whole",
]
