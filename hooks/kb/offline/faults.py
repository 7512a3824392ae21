"""What keeps a copy from being packed, told in both languages."""

from __future__ import annotations

from typing import NamedTuple


class Fault(NamedTuple):
    """One fault: the file (and line) it is in, and what is wrong with it."""

    place: str
    danish: str
    english: str

    def tell(self) -> str:
        """Two lines, Danish first, without signs that a terminal would obey."""
        told = f"{self.place}: fejl: {self.danish}", f"{self.place}: fault: {self.english}"
        return "\n".join("".join(c if c.isprintable() else "�" for c in line) for line in told)


class Refused(Exception):
    """The copy was not packed. `faults` says why."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__("\n".join(fault.tell() for fault in faults))
        self.faults = faults
