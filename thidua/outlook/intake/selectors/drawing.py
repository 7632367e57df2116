"""Cards drawn from proposals: what each says, from whom, whether the register knows it, what to look at."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from thidua.kit.ui.wording import day
from thidua.outlook.intake import wording
from thidua.outlook.intake.identities import day_of, identity_of
from thidua.outlook.intake.models import Proposal, Reading
from thidua.outlook.intake.proposing import warning_of
from thidua.outlook.intake.selectors import drawing_work as work
from thidua.outlook.intake.selectors.card import Badge, Card, Line
from thidua.outlook.intake.selectors.issuers import Issuer, resolve_named
from thidua.outlook.intake.selectors.written import Record, written_from
from thidua.outlook.intake.suggestions import full_number
from thidua.records.orgs.actors import Actor
from thidua.records.register import selectors as register
from thidua.records.register.identity import Identity
from thidua.records.register.models import Citation, Document, Entry
from thidua.work.programme.selectors import Assignee, assignees_of

_META, _CITATION, _MATCH = Proposal.Kind.META, Proposal.Kind.CITATION, Proposal.Kind.MATCH
_TASK = Proposal.Kind.TASK
_CITING = 2


@dataclass
class Drawing:
    """Draws the cards of one reading; what they need of the database is asked for once, together."""

    reading: Reading
    proposals: list[Proposal]
    actor: Actor
    only: int | None = None

    @cached_property
    def issuers(self) -> dict[int, Issuer]:
        return resolve_named(self._named, body=self.reading.body)

    @cached_property
    def _named(self) -> list[Proposal]:
        """The head, and the citations that are drawn."""
        wanted = (row for row in self.proposals if row.kind in (_META, _CITATION))
        return [row for row in wanted if row.kind == _META or self.only in (None, row.pk)]

    def card(self, row: Proposal) -> Card:
        draw = {
            _META: self._head,
            _CITATION: self._citation,
            _MATCH: self._match,
            _TASK: self._task,
            Proposal.Kind.MOVEMENT: work.movement,
            Proposal.Kind.AWARD: self._award,
            Proposal.Kind.ATTENDANCE: self._meeting,
            Proposal.Kind.NIL: work.nil,
            Proposal.Kind.DRAFTED: work.drafted,
            Proposal.Kind.PLANNED: lambda planned: work.planned(planned, self.proposals),
        }
        card = draw[Proposal.Kind(row.kind)](row)
        return replace(card, records=self._records.get(row.pk, ()))

    @cached_property
    def _records(self) -> dict[int, tuple[Record, ...]]:
        rows = (row for row in self.proposals if self.only in (None, row.pk))
        return written_from(rows, actor=self.actor)

    # What the register knows of the documents named

    @cached_property
    def _known(self) -> dict[int, Document]:
        """Proposal → document that the actor may see; three queries."""
        named = self._named
        head = next((row for row in named if row.kind == _META), None)
        near = (self.issuers[head.pk].unit if head else None) or self.reading.body
        found = register.find_many([self._identity(row) for row in named], near=near)
        ids = [document.pk for document in found if document]
        seen = (
            set(register.visible_to(self.actor).filter(pk__in=ids).values_list("pk", flat=True))
            if ids
            else set()
        )
        pairs = zip(named, found, strict=True)
        return {row.pk: document for row, document in pairs if document and document.pk in seen}

    @cached_property
    def _entered(self) -> set[int]:
        documents = [document.pk for document in self._known.values()]
        lines = Entry.objects.filter(document__in=documents, body=self.reading.body)
        return set(lines.values_list("document", flat=True))

    @cached_property
    def _matched(self) -> dict[int, Document]:
        facts = [row.fact for row in self.proposals if row.kind == _MATCH]
        ids = {pk for fact in facts for pk in (fact["left"], fact["right"]) if pk}
        return Document.objects.select_related("issuer", "merged_into").in_bulk(ids) if ids else {}

    @cached_property
    def _citing(self) -> dict[int, list[str]]:
        """Matched document → papers, visible to the actor, that name it."""
        found: dict[int, list[str]] = {}
        edges = Citation.objects.filter(
            target__in=self._matched, source__in=register.visible_to(self.actor).values("pk")
        ).select_related("source")
        for edge in edges.order_by("pk") if self._matched else ():
            found.setdefault(edge.target_id, []).append(_named(edge.source))
        return found

    @cached_property
    def _duties(self) -> list[tuple[int, int, str]]:
        tasks = [row for row in self.proposals if row.kind == _TASK]
        return [(start, end, f"N{row.position}") for row in tasks for start, end in row.spans]

    def _identity(self, row: Proposal) -> Identity:
        return identity_of(row.fact, self.issuers[row.pk].unit)

    # Cards

    def _head(self, row: Proposal) -> Card:
        identity, issuer, fact = self._identity(row), self.issuers[row.pk], row.fact
        signer = ", ".join(part for part in (identity.signer, identity.signer_title) if part)
        lines = [Line(identity.title)] if identity.number and identity.title else []
        lines += [Line(f"Ký: {signer}")] if signer else []
        missing = [
            word for word, value in (("số", identity.number), ("ngày", identity.issued_on)) if not value
        ]
        if missing and not row.written:
            lines.append(Line(f"Không in {' và '.join(missing)}: để trống, hoặc sửa nếu biết.", waits=False))
        lines += _unclear(issuer)
        known = self._known.get(row.pk)
        if known and known.pk in self._entered and not row.written:
            lines.append(Line("Đã ở trong sổ của cơ quan: sẽ bổ sung tệp và các viện dẫn."))
        direction = str(Entry.Direction(fact["direction"]).label) if fact.get("direction") else ""
        return Card(
            row,
            wording.document_name(identity),
            _tail(identity, issuer),
            badge=_held(known) if known and known.pk in self._entered else Badge("info", direction, ""),
            lines=tuple(lines),
            facts=_pairs(**{"Chủ đề": wording.topic(identity.topic), "Nơi ban hành": _new_office(issuer)}),
        )

    def _citation(self, row: Proposal) -> Card:
        identity, issuer, fact = self._identity(row), self.issuers[row.pk], row.fact
        known = self._known.get(row.pk)
        warning = warning_of(row.spans, self.reading.warnings)
        suggestion = "" if row.written else full_number(fact.get("number"), fact.get("type"))
        lines = [Line(identity.title)] if identity.title and identity.number else []
        lines += self._about_relation(row) + _unclear(issuer)
        if suggestion:
            lines.append(Line(f"In thiếu ký hiệu, có lẽ là {suggestion}.", waits=True))
        elif warning and row.edited is None and not row.written and warning["kind"] != "number_incomplete":
            lines.append(Line(f"{warning['text']}.", waits=True))
        looks = suggestion or any(line.waits for line in lines)
        return Card(
            row,
            wording.document_name(identity),
            _tail(identity, issuer),
            badge=_seen(known, bool(looks) and not row.written),
            lines=tuple(lines),
            facts=_pairs(**{"In trong văn bản": _printed(fact), "Nơi ban hành": _new_office(issuer)}),
            suggestion=suggestion,
        )

    def _about_relation(self, row: Proposal) -> list[Line]:
        fact = row.fact
        code = fact.get("relation") or Citation.Relation.CITES
        if code != Citation.Relation.CITES:
            why = fact.get("relation_why")
            return [Line(f"{Citation.Relation(code).label}{f': {why}' if why else ''}")]
        if not fact.get("will_be_replaced"):
            return []
        duty = next((label for a, b, label in self._duties for s, _ in row.spans if a <= s < b), "")
        return [Line(f"Sẽ bị thay thế theo {duty or 'văn bản này'}")]

    def _match(self, row: Proposal) -> Card:
        fact = row.fact
        left, right = self._matched.get(fact["left"] or 0), self._matched.get(fact["right"])
        reasons = ", ".join(fact["reasons"])
        this = "Tệp này" if left is None else _named(left)
        if fact["kind"] == "same":
            title, rest = f"{this} có lẽ là {_named(right)}", _issued(right)
        else:
            title = f"{this if left else 'Văn bản này'} có lẽ triển khai {_named(right)}"
            rest = _issued(left or right)
        badge = (
            None if row.written else Badge("gap", "Cần xem", "eye") if row.decision == "chua_xem" else None
        )
        lines = [Line(f"Vì {reasons}.")] if reasons else []
        citing = self._citing.get(fact["right"], []) if fact["kind"] == "same" else []
        if citing:
            lines.append(Line(f"Đã được viện dẫn trong: {'; '.join(citing[:_CITING])}."))
        return Card(row, title, rest, badge=badge, lines=tuple(lines))

    def _task(self, row: Proposal) -> Card:
        return work.task(row, self._assignees.get(row.fact.get("assignee") or ""), self._issued_on)

    @cached_property
    def _issued_on(self) -> date | None:
        head = next((row for row in self.proposals if row.kind == _META), None)
        return day_of(head.fact) if head else None

    @cached_property
    def _assignees(self) -> dict[str, Assignee]:
        """Whom the programme knows by the printed names; of what is still to be written."""
        rows = [row for row in self.proposals if row.kind == _TASK and self.only in (None, row.pk)]
        named = sorted({row.fact.get("assignee") or "" for row in rows if not row.written} - {""})
        found = assignees_of(named, self.reading.body, self.actor.on) if named else []
        return dict(zip(named, found, strict=True))

    def _meeting(self, row: Proposal) -> Card:
        cited = [each for each in self.proposals if each.kind == _CITATION and each.decision != "bo"]
        around = row.fact.get("around") or ()
        inside = sum(
            any(low <= start < high for start, _ in each.spans for low, high in around) for each in cited
        )
        return work.attendance(row, inside)

    def _award(self, row: Proposal) -> Card:
        line = wording.award_line(row.fact)
        tags = (Badge("gap", "Độ tin cậy thấp"),) if row.is_low else ()
        told = [Line(line)] if line else []
        told += [Line(wanted, waits=True) for wanted in wording.award_wants(row.fact)]
        return Card(row, wording.award_title(row.fact), tags=tags, lines=tuple(told))


def _tail(identity: Identity, issuer: Issuer) -> str:
    return ", ".join(part for part in (wording.dated(identity), issuer.name) if part)


def _unclear(issuer: Issuer) -> list[Line]:
    if not issuer.is_unclear:
        return []
    names = " hay ".join(unit.name for unit in issuer.candidates[:3])
    return [Line(f"Nơi ban hành “{issuer.printed}” là {names}? Sửa để chọn.", waits=True)]


def _new_office(issuer: Issuer) -> str:
    return f"“{issuer.printed}” chưa có trong danh mục, sẽ được ghi thêm" if issuer.is_new else ""


def _seen(known: Document | None, looks: bool) -> Badge:
    if looks:
        return Badge("gap", "Cần xem", "eye")
    return _held(known) if known else Badge("info", "Văn bản mới", "plus")


def _held(known: Document) -> Badge:
    return Badge("met", "Đã có trong sổ", "link", known.pk)


def _printed(fact: Any) -> str:
    printed = " ".join(str(fact.get("as_printed") or "").split())
    return f"“{printed}”" if printed and printed != fact.get("number") else ""


def _named(document: Document | None) -> str:
    return str(document) if document else "văn bản đã bỏ khỏi sổ"


def _issued(document: Document | None) -> str:
    if document is None:
        return ""
    issuer = document.issuer.short_name or document.issuer.name if document.issuer else ""
    told = f"ngày {day(document.issued_on)}" if document.issued_on else ""
    return ", ".join(part for part in (told, issuer) if part)


def _pairs(**facts: str) -> tuple[tuple[str, str], ...]:
    return tuple((label, value) for label, value in facts.items() if value)
