"""The meetings that the dialogue tool suggests agendas for."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from kb.values import Part, Slug, Text, fail

Step = Literal["choose", "place", "talk", "act", "take"]


class Point(Part):
    """A point of an agenda, how many minutes it takes, and the step of the tool in which a group does it."""

    minutes: Annotated[int, Field(ge=1)]
    step: Step
    text: Text


class Agenda(Part):
    """An agenda for a meeting of so many minutes; `questions` is how many a group gets through."""

    minutes: Annotated[int, Field(ge=5)]
    questions: Annotated[int, Field(ge=1)]
    points: Annotated[list[Point], Field(min_length=1)]

    @model_validator(mode="after")
    def _fills_its_time(self) -> Agenda:
        together = sum(point.minutes for point in self.points)
        if together != self.minutes:
            raise fail("agenda-minutes", found=together, expected=self.minutes)
        return self


class Meeting(Part):
    """One item of data/dialogue.yml: who meets, and an agenda for each length of the meeting."""

    id: Slug
    title: Text
    purpose: Text
    agendas: Annotated[list[Agenda], Field(min_length=1)]

    @model_validator(mode="after")
    def _one_of_each_length(self) -> Meeting:
        lengths = [agenda.minutes for agenda in self.agendas]
        if twice := next((one for one in lengths if lengths.count(one) > 1), None):
            raise fail("agenda-twice", found=twice)
        return self
