"""A class is marked: what a check has kept is read and judged anew, and nobody's code is run.

==============  ===================================================================================
``kept_work``   what a notebook or saved work holds, as records that nobody believes yet
``accepted``    a teacher's own word: answers that count as right in this class
``judged``      a record is judged, each answer once
``roster``      the class, its groups, and whose a file is
``handed_in``   the files of a folder or an archive, one at a time
``reading``     all files, in one process or by an executor, and taken up again
``marks``       which file counts, what it is worth, what a teacher should see
``pages``         the page to show, the students' pages, the teacher's
``gradebooks``    files that Canvas, Moodle and Blackboard import
``mark``        from a folder to a folder
==============  ===================================================================================
"""

from realignment.marking.judged import Rules, read_and_judge, share

__all__ = ["Rules", "read_and_judge", "share"]
