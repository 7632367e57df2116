"""A workbook walked through chunk by chunk, and what a dry run finds kept beside it. No register is written here."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field

from django.db.models import F

from thidua.kit.files import services as files
from thidua.kit.sheets.loading import Answers, Checked, Loading, Pass
from thidua.kit.sheets.problems import Problem, Question
from thidua.kit.sheets.reader import Book
from thidua.outlook.intake import loadings
from thidua.outlook.intake.models import CellProblem, Doubt, Workbook
from thidua.records.orgs.actors import Actor

KEPT = 5_000
"""Problems and doubts of one workbook that are kept; beyond that they are only counted."""
PREVIEW = 12
Part = tuple[int, list[Checked]]


@dataclass
class Tally:
    """What a dry run has counted so far."""

    rows: int = 0
    ready: int = 0
    faulty: int = 0
    doubtful: int = 0
    left_out: int = 0
    problems: int = 0
    doubts: int = 0
    preview: list[list[object]] = field(default_factory=list)
    stays_out: list[int] = field(default_factory=list)

    def add(self, checked: Sequence[Checked], loading: Loading) -> None:
        kinds = Counter(_kind(one) for one in checked)
        self.rows += len(checked)
        self.ready += kinds["ready"]
        self.faulty += kinds["faulty"]
        self.doubtful += kinds["doubtful"]
        self.left_out += kinds["left_out"]
        self.stays_out += [one.row.number for one in checked if one.line is None]
        for one in checked:
            if one.line is not None and len(self.preview) < PREVIEW:
                self.preview.append([one.row.number, loading.words(one.line)])


def _kind(one: Checked) -> str:
    if one.is_faulty:
        return "faulty"
    if one.questions:
        return "doubtful"
    return "left_out" if one.line is None else "ready"


class Walk:
    """One walk from the first row to the last. `answers` are those given when it begins."""

    def __init__(self, workbook: Workbook, *, by: Actor, is_dry: bool) -> None:
        self.loading: Loading = loadings.of(workbook.layout)
        path = files.location(workbook.version)
        self.book = Book(path, self.loading.layout, sheet=workbook.sheet, encoding=workbook.reads_as)
        self.answers: Answers = dict(
            workbook.doubts.exclude(answer="").order_by("pk").values_list("key", "answer")
        )
        self.watch: Pass = self.loading.walk(body=workbook.body, by=by, is_dry=is_dry)

    def __enter__(self) -> "Walk":
        return self

    def __exit__(self, *fault: object) -> None:
        self.book.__exit__(None, None, None)

    @property
    def total(self) -> int:
        """Chunks, at most."""
        return max(1, -(-self.book.height // self.loading.chunk))

    def parts(self) -> Iterator[Part]:
        """(number from 1, rows as they would be written); the same parts however often a file is walked."""
        if not self.book.can_be_read:
            return
        for number, rows in enumerate(self.book.chunks(self.loading.chunk), 1):
            yield number, self.watch.check(rows, self.answers)


def forget(workbook: Workbook) -> None:
    """What an earlier dry run found; answers stay."""
    workbook.problems.all().delete()
    workbook.doubts.filter(answer="").delete()
    workbook.doubts.update(rows=0)


def keep(workbook: Workbook, checked: Iterable[Checked], tally: Tally) -> None:
    """Problems and doubts of one chunk: five statements, however many rows."""
    problems: list[Problem] = []
    asked: dict[str, Question] = {}
    times: Counter[str] = Counter()
    for one in checked:
        problems += one.problems
        for question in one.questions:
            asked.setdefault(question.key, question)
            times[question.key] += 1
    keep_problems(workbook, problems, tally)
    known = set(workbook.doubts.filter(key__in=asked, answer="").values_list("key", flat=True))
    for key in known:
        workbook.doubts.filter(key=key).update(rows=F("rows") + times[key])
    new = [question for key, question in asked.items() if key not in known]
    # An answer that fits no longer is asked again.
    workbook.doubts.filter(key__in=[question.key for question in new]).delete()
    tally.doubts += len(new)
    Doubt.objects.bulk_create([_doubt(workbook, each, times[each.key]) for each in new])


def keep_problems(workbook: Workbook, problems: Sequence[Problem], tally: Tally) -> None:
    """As many as are kept; all are counted."""
    room = max(0, KEPT - tally.problems)
    tally.problems += len(problems)
    CellProblem.objects.bulk_create([_problem(workbook, each) for each in problems[:room]])


def _problem(workbook: Workbook, one: Problem) -> CellProblem:
    return CellProblem(
        workbook=workbook,
        kind=one.kind,
        row=one.row,
        cell=one.cell,
        column=one.column[:200],
        value=one.value[:200],
        message=one.message[:500],
    )


def _doubt(workbook: Workbook, one: Question, rows: int) -> Doubt:
    return Doubt(
        workbook=workbook,
        key=one.key,
        row=one.row,
        cell=one.cell,
        rows=rows,
        text=one.text[:500],
        choices=[asdict(choice) for choice in one.choices],
        likely=one.likely,
    )
