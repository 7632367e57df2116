"""Movements: launched by others, then by the speaker, then what answers what; the order matters, for answers look for both."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from thidua.outlook.intake import offices
from thidua.outlook.intake.identities import Fact
from thidua.outlook.intake.models import Proposal
from thidua.outlook.intake.services.writing.ground import Ground
from thidua.records.orgs.models import Unit
from thidua.records.register.models import Document
from thidua.work.movements import naming
from thidua.work.movements import selectors as movements
from thidua.work.movements.models import Movement, MovementDocument, Response
from thidua.work.movements.services import Told, take

_HOW = {"registered": Response.Kind.REGISTRATION, "answered": Response.Kind.WITHOUT_PAPER}
_SAID = {"registered": "Văn bản đăng ký", "answered": "Hưởng ứng"}
_THEIRS, _OURS, _ANSWERS = range(3)


@dataclass(frozen=True)
class _Telling:
    """One `Told` with the place that says it; `directive` is the paper of the superior's movement that is answered."""

    order: int
    row: Proposal
    told: Told
    spans: tuple[tuple[int, int], ...] = ()
    directive: Document | None = None


def write(ground: Ground, document: Document) -> None:
    rows = ground.of(Proposal.Kind.MOVEMENT)
    if not rows:
        return
    ground.offices.look_up(name for row in rows for name in _printed(row.fact))
    speaker = _Speaker(ground, document)
    tellings = [telling for row in rows for telling in speaker.tellings(row)]
    for telling in sorted(tellings, key=lambda each: each.order):
        with ground.beside(telling.row):
            speaker.tell(telling)


def _printed(fact: Fact) -> Iterator[str]:
    yield offices.the_one(fact.get("launcher") or "")
    for place in fact.get("places") or ():
        yield offices.the_one(place["under"] or "")


class _Speaker:
    """Whose text it is; its own plans launch, everybody else's belong to them."""

    def __init__(self, ground: Ground, document: Document) -> None:
        self.ground, self.document = ground, document
        self.unit: Unit = document.issuer or ground.body
        self.body: Unit = self.unit.body or ground.body

    def tell(self, telling: _Telling) -> None:
        ground, told = self.ground, telling.told
        if telling.order == _ANSWERS:
            told = self._of_known(telling)
        took = take(
            told, body=ground.body, by=ground.by, at=ground.at, source=self.document, speaker=self.unit
        )
        ground.note(telling.row, took.movement, telling.spans)
        if took.response is not None:
            ground.note(telling.row, took.response, telling.spans)

    def tellings(self, row: Proposal) -> list[_Telling]:
        """What one fact says, place by place; once an officer has said what part the text has in it, that alone."""
        fact, places = row.fact, row.fact.get("places") or []
        if fact.get("role") != row.proposed.get("role"):
            return [self._whole(row)]
        found: dict[tuple[Any, ...], _Telling] = {}
        for place in places:
            for telling in self._at(row, place):
                told = telling.told
                key = (telling.order, told.launcher, told.plan, told.how)
                before = found.get(key)
                spans = (*before.spans, *telling.spans) if before else telling.spans
                form = (before.told.form if before else "") or told.form
                found[key] = replace(telling, spans=spans, told=replace(told, form=form))
        return list(found.values()) or [self._whole(row)]

    def _at(self, row: Proposal, place: dict[str, Any]) -> Iterator[_Telling]:
        span = (tuple(place["span"]),)
        paper = self.ground.papers.of(place["number"], place["date"])
        plain = self._plain(row.fact, place["form"])
        own = place["own"] if paper is None else self._is_own(paper)
        if paper is not None and not own:
            launcher = self._launcher(row.fact) if _launcher_edited(row) else paper.issuer
            launcher = launcher or self._launcher(row.fact)
            told = replace(plain, role="mentioned", launcher=launcher, plan=paper)
            yield _Telling(_THEIRS, row, told, span)
        elif own:
            told = replace(plain, role="launched", launcher=self.unit, plan=paper)
            yield _Telling(_OURS, row, told, span)
        above = self.ground.offices.named(offices.the_one(place["under"] or ""))
        if place["way"] and not place["under"] and row.fact.get("role") == "answered":
            above = self._launcher(row.fact)
        if (own or place["way"]) and above is not None:
            directive = self.ground.papers.of(place["under_number"], place["under_date"])
            how, words = _HOW.get(place["way"] or "", ""), _SAID.get(place["way"] or "", "")
            printed = f"{words} “{row.fact.get('name')}”" if words else ""
            told = replace(
                plain, role="answered", form="", launcher=above, plan=paper, how=str(how), printed=printed
            )
            yield _Telling(_ANSWERS, row, told, span, directive)

    def _whole(self, row: Proposal) -> _Telling:
        """The fact as it is, where no place says more."""
        fact = row.fact
        places = [place for place in fact.get("places") or () if place["number"] == fact.get("plan")]
        dates = {place["date"] for place in places}
        plan = self.ground.papers.of(fact.get("plan"), dates.pop() if len(dates) == 1 else None)
        told = replace(
            self._plain(fact, fact.get("form")),
            role=fact.get("role") or "mentioned",
            level=fact.get("level") or "",
            launcher=self._launcher(fact),
            plan=plan,
        )
        order = _OURS if told.role == "launched" else _ANSWERS if told.role == "answered" else _THEIRS
        return _Telling(order, row, told, tuple(tuple(span) for span in row.spans))

    def _plain(self, fact: Fact, form: str | None) -> Told:
        return Told(
            name=str(fact.get("name") or ""),
            role="mentioned",
            period=fact.get("period") or "",
            form=form or "",
            responds_to=fact.get("responds_to") or "",
        )

    def _launcher(self, fact: Fact) -> Unit | None:
        return self.ground.offices.named(offices.the_one(fact.get("launcher") or ""))

    def _is_own(self, paper: Document) -> bool:
        return paper.issuer is not None and paper.issuer.body_id == self.body.pk

    def _of_known(self, telling: _Telling) -> Told:
        """The superior's movement by the name under which it is known: launched by the directive that the heading names,
        or, among those of this launcher, the only one whose name says nearly the same."""
        told = telling.told
        if told.launcher is None:
            return told
        lasting = naming.lasting(told.period)
        if telling.directive is not None:
            launch = MovementDocument.Part.LAUNCH
            known = Movement.objects.filter(
                papers__document=telling.directive, papers__part=launch, merged_into=None
            ).first()
            return _as(told, known) if known else told
        if movements.find(told.name, launcher=told.launcher, lasting=lasting, near=self.ground.body):
            return told
        theirs = Movement.objects.filter(launcher=told.launcher, is_launched=True, merged_into=None)
        alike = [
            row
            for row in movements.like(told.name, theirs)
            if naming.same_time(movements.lasting_of(row), lasting)
        ]
        return _as(told, alike[0]) if len(alike) == 1 else told


def _as(told: Told, known: Movement) -> Told:
    return replace(told, name=known.name, period=known.period_label, level="", launcher=known.launcher)


def _launcher_edited(row: Proposal) -> bool:
    return row.fact.get("launcher") != row.proposed.get("launcher")
