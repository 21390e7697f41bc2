"""The errors that a user's file or value can cause."""


class ReadingError(ValueError):
    """Something that a user gave cannot be read.

    The message is one sentence for a person: what, where (file, row, column, value), and what
    was expected instead.
    """


class DataError(ReadingError):
    """A file of the data cannot be read: of the codebook, the record or a case.

    Who answers a question is told by it that the fault lies in a file, and not in the answer.
    """
