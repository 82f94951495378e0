"""What every contender says of itself."""


class Contender:
    key = ""  # As --only takes it.
    name = ""  # As tables show it.
    note = ""  # What must be known to read its figures, one sentence.
    finds_quotations = True
    gives_cues = True
    is_slow = False  # One round is enough to wait for.

    def versions(self):
        """{package: version}"""
        return {}

    def reads(self, sample):
        """Whether there is a point in running it on these articles."""
        return True

    def command(self, sample, folder):
        """Reads all articles of the sample; may leave files in the folder, which is empty."""
        raise NotImplementedError

    def records(self, sample, printed, folder):
        """The records of what a run of the command printed into the file, and left in the folder."""
        raise NotImplementedError
