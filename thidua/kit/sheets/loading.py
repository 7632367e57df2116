"""What an app says of one kind of sheet beside its layout: how rows are understood, written and taken back.

    class Loading:                       # in the app's sheets.py; registered where the sheets are taken in
        layout = LAYOUT
        …

Reading a chunk asks a fixed number of queries whatever its rows say; nothing is written before `write`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from thidua.kit.sheets.layout import Layout
from thidua.kit.sheets.made import Made
from thidua.kit.sheets.problems import SKIP, Problem, Question, Row

Answers = Mapping[str, str]
"""Key of a question → the value that the officer chose."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One row as it would be written. `line` is None where it is left out, faulty or still asked about."""

    row: Row
    line: Any = None
    problems: tuple[Problem, ...] = ()
    questions: tuple[Question, ...] = ()

    @property
    def is_faulty(self) -> bool:
        return any(problem.kind == "error" for problem in self.problems)


class Pass(Protocol):
    """One walk through a sheet from its first row on; remembers what it has seen."""

    def check(self, rows: Sequence[Row], answers: Answers) -> list[Checked]:
        """Each row, in order. The number of queries does not follow the rows."""

    def wrote(self, made: Made) -> None:
        """Told after each chunk that is written: what this sheet made is no stranger met in the records."""


class Loading(Protocol):
    layout: Layout
    right: Any
    """Whoever holds it in a body sees its workbooks of this kind."""
    opens: str
    """Name of the address where one finds what was written: "awards:list"."""
    chunk: int
    """Rows of one transaction."""
    most: int
    """Rows of one sheet."""

    def why_not(self, actor: Any, body: Any) -> list[str]:
        """Reasons against this actor loading such a sheet for this body."""

    def walk(self, *, body: Any, by: Any, is_dry: bool) -> Pass:
        """`is_dry`: what the verb would refuse is told too; otherwise that is left to the verb itself."""

    def words(self, line: Any) -> str:
        """The line as the preview tells it."""

    def write(self, lines: Sequence[Any], *, body: Any, by: Any, at: datetime) -> Made:
        """Through the plural verb of the app: all or none."""

    def take_back(self, made: Made, *, by: Any, at: datetime) -> None:
        """All chunks together: exactly these rows, or Refused with reasons."""


@dataclass
class Asking:
    """Collects what is wrong and what is to be asked while one row is understood."""

    row: Row
    answers: Answers
    problems: list[Problem] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    is_left_out: bool = False

    def fault(self, key: str, message: str, *, value: object = "") -> None:
        self.problems.append(self.row.problem(key, message, value=value))

    def note(self, key: str, message: str, *, value: object = "") -> None:
        self.problems.append(self.row.problem(key, message, value=value, kind="note"))

    def ask(self, question: Question) -> str:
        """The answer if there is one, else "" and the question stands. SKIP leaves the row out.

        A faulty row is not asked about: it is mended first, and the question may be gone then.
        """
        if self.is_faulty:
            return ""
        answer = self.answers.get(question.key, "")
        if answer not in {choice.value for choice in question.choices}:
            self.questions.append(question)
            return ""
        if answer == SKIP:
            self.is_left_out = True
        return answer

    @property
    def is_faulty(self) -> bool:
        return any(problem.kind == "error" for problem in self.problems)

    @property
    def is_open(self) -> bool:
        """Whether a line can be made of the row as far as is known."""
        return not (self.is_left_out or self.questions or self.is_faulty)

    def done(self, line: Any = None) -> Checked:
        kept = line if self.is_open else None
        return Checked(self.row, kept, tuple(self.problems), tuple(self.questions))
