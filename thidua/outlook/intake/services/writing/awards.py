"""Award figures that were granted become counts without names in the award register, with the text as their source."""

import re

from thidua.kit.refused import Refused
from thidua.outlook.intake import offices
from thidua.outlook.intake.models import Proposal
from thidua.outlook.intake.services.writing.ground import Ground
from thidua.records.awards.models import Award
from thidua.records.awards.services import enter_aggregate
from thidua.records.orgs.models import Unit
from thidua.records.register.models import Document
from thidua.vn.periods import parse

_HEAD = re.compile(
    r"^(?:phó )?(?:chủ tịch|giám đốc|bộ trưởng|chủ nhiệm|trưởng ban|hiệu trưởng|thủ trưởng)\s+", re.IGNORECASE
)


def write(ground: Ground, document: Document) -> None:
    for row in ground.of(Proposal.Kind.AWARD):
        with ground.beside(row):
            ground.note(row, _entered(ground, row, document))


def _entered(ground: Ground, row: Proposal, document: Document) -> Award:
    fact = row.fact
    period = parse(str(fact.get("period") or ""))
    if period is None:
        raise Refused("Chưa rõ kỳ thành tích. Sửa mục này, nhập kỳ (ví dụ: năm 2023).")
    if not fact.get("recipient_kind"):
        raise Refused("Chưa rõ khen cá nhân, tập thể hay hộ. Sửa mục này, chọn đối tượng.")
    context, authority = str(fact.get("context") or ""), str(fact.get("authority") or "")
    return enter_aggregate(
        _kind(row),
        int(str(fact.get("count") or 0)),
        of_whom=str(fact["recipient_kind"]),
        body=ground.body,
        home=_whose(ground),
        period=period,
        authority=authority,
        decided_by=ground.offices.named(offices.the_one(_HEAD.sub("", authority))),
        occasion="" if parse(context) else context,
        source=Award.Source.REPORTED,
        source_document=document,
        printed=str(fact.get("printed") or ""),
        by=ground.by,
        at=ground.at,
    )


def _kind(row: Proposal) -> str:
    """The code as it was read, unless an officer named another."""
    fact = row.fact
    renamed = fact.get("award") != row.proposed.get("award")
    return str(fact.get("award") if renamed else fact.get("award_code") or fact.get("award") or "")


def _whose(ground: Ground) -> Unit:
    """Who tells of awards tells of its own."""
    speaker = ground.offices.speaker
    return (speaker.body or speaker) if speaker else ground.body
