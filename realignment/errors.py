"""The one error that a user's file or value can cause."""


class ReadingError(ValueError):
    """Something that a user gave cannot be read.

    The message is one sentence for a person: what, where (file, row, column, value), and what
    was expected instead.
    """
