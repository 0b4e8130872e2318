"""What the bot says: the reply contract, the same for ``telco ask --json`` and for Slack."""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field


class Status(StrEnum):
    """What kind of reply it is. The first four assert; the others do not."""

    ANSWER = "answer"
    OVERVIEW = "overview"
    COMPARISON = "comparison"
    CORRECTION = "correction"
    RELATED = "related"
    UNKNOWN = "unknown"
    HELP = "help"
    GREETING = "greeting"

    @property
    def asserts(self) -> bool:
        return self in (Status.ANSWER, Status.OVERVIEW, Status.COMPARISON, Status.CORRECTION)


class ShownArticle(BaseModel):
    """The source of a shown fact; None where the source does not state it."""

    model_config = ConfigDict(frozen=True)

    id: str
    title: str
    outlet: str | None
    reporter: str | None
    published: str
    """ISO date."""
    inferred: bool
    """True where the date was worked out from the text."""
    url: str | None
    source_line: str
    """The line shown below the quote: outlet · reporter · date."""


class ShownFact(BaseModel):
    """A fact as shown: in an asserting reply it is stated, in RELATED it is only offered."""

    model_config = ConfigDict(frozen=True)

    id: str
    company: str
    topic: str
    summary: str
    quote: str
    score: float = Field(ge=0, le=1)
    article: ShownArticle
    notes: tuple[str, ...] = ()
    """Korean remarks: a plan whose time has passed, a newer fact that updates this one."""


class ReadAs(BaseModel):
    """How a piece of mistyped, English or abbreviated input was read."""

    model_config = ConfigDict(frozen=True)

    typed: str
    read: str


class Suggestion(BaseModel):
    """A question to try next; pressing it asks ``question``."""

    model_config = ConfigDict(frozen=True)

    fact_id: str
    question: str


class Column(BaseModel):
    """One of the names that a comparison sets side by side, with its facts; it may have none."""

    model_config = ConfigDict(frozen=True)

    name: str
    fact_ids: tuple[str, ...] = ()


class Moment(StrEnum):
    """Where a milestone stands as of the day of the reply."""

    PAST = "past"
    OVERDUE = "overdue"
    """Only planned when the article appeared, and its time has passed since."""
    NOW = "now"
    """Planned for a time that the day of the reply falls in."""
    COMING = "coming"


class Milestone(BaseModel):
    """One entry of a timeline: a fact of the reply with one of its dates."""

    model_config = ConfigDict(frozen=True)

    fact_id: str
    when: str
    """The date as exact as it is known, in Korean: 2025년 2분기."""
    first_day: str
    last_day: str
    """ISO dates between which it lies."""
    moment: Moment


class Reply(BaseModel):
    """One reply.

    ``message`` is the whole answer in plain Korean without quotes and sources (at most three lines);
    ``text()`` adds those, for screen readers and terminals.
    """

    model_config = ConfigDict(frozen=True)

    status: Status
    message: str
    facts: tuple[ShownFact, ...] = ()
    read_as: tuple[ReadAs, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    columns: tuple[Column, ...] = ()
    """Of a comparison: what is compared, in the order of the question."""
    milestones: tuple[Milestone, ...] = ()
    """For a timeline, its entries in order of time; every one is about one of ``facts``."""
    explanation: tuple[str, ...] = ()
    """Why this reply: lines for ``--explain``; never shown to Slack users."""

    def text(self) -> str:
        """The whole reply as plain text: message, then every asserted fact with quote and source."""
        lines = [self.message]
        when = {milestone.fact_id: milestone.when for milestone in reversed(self.milestones)}
        for fact in self.facts:
            if fact.summary not in self.message:
                lead = f"{when[fact.id]}: " if fact.id in when else ""
                lines.append(f"• {lead}{fact.summary}")
            if self.status.asserts:
                lines.append(f"“{fact.quote}”")
                lines.append(f"— {fact.article.source_line}")
            lines.extend(fact.notes)
        return "\n".join(lines)
