"""The class as coders: their sheets, where they part, and the map that they would draw.

``handed_in``: the sheets of a class, read and named by pseudonyms;
``made``: a class that is made up, to try it on;
``lines``: each coder's ties, and the share of the class that would draw each line;
``pictures``: where the class parts, and its map;
``explore``: click a line and read who wrote what;
``workbook``: a sheet to code in with a spreadsheet.
"""

from realignment.classroom.explore import ClassExplorer
from realignment.classroom.handed_in import HandedIn, load_codings
from realignment.classroom.lines import class_lines, own_ties, who_can_draw
from realignment.classroom.made import made_codings, made_sheets
from realignment.classroom.pictures import class_map, class_table, discuss_first, heat_map
from realignment.classroom.workbook import workbook, write_workbook

__all__ = [
    "ClassExplorer",
    "HandedIn",
    "class_lines",
    "class_map",
    "class_table",
    "discuss_first",
    "heat_map",
    "load_codings",
    "made_codings",
    "made_sheets",
    "own_ties",
    "who_can_draw",
    "workbook",
    "write_workbook",
]
