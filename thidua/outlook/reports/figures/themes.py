"""The paper whose years of carrying out are summed up, and the papers that carry it out."""

from collections.abc import Sequence

from thidua.outlook.reports.built import Figure, Item
from thidua.outlook.reports.figures.asking import Asking, Found
from thidua.outlook.reports.figures.documents import speaks_of
from thidua.outlook.reports.figures.printing import document_item
from thidua.outlook.reports.figures.records import Records
from thidua.records.register.models import Citation, Document

SIDES = frozenset({"ours", "others"})
"""ours: papers of the body · others: of everybody else."""
_DIRECTS = ("nghi_quyet", "chi_thi", "ket_luan")


def theme(asking: Asking) -> Found:
    """The paper that was chosen for the report, or those that the letter asking for it names."""
    records = asking.records
    rows = _themes(records)
    return Found(
        [document_item(row, records.issuer_of(row)) for row in rows],
        "Văn bản đã chọn khi lập báo cáo, hoặc chỉ thị, nghị quyết mà văn bản yêu cầu báo cáo viện dẫn.",
    )


def tell_theme(asking: Asking, items: Sequence[Item]) -> list[Figure]:
    """The paper inside the sentence."""
    return [
        Figure(f"{asking.spec.key}.theme", item.plain, "Văn bản được sơ kết, tổng kết", "", item.refs)
        for item in items
    ]


def carrying_out(asking: Asking) -> Found:
    """Papers up to the end of the period that cite the theme, or whose title names its number."""
    records, wanted = asking.records, asking.param("from")
    themes = _themes(records)
    numbers = [row.number for row in themes if row.number]
    pks = {row.pk for row in themes}
    citing = set(
        Citation.objects.filter(target__in=pks).exclude(source__in=pks).values_list("source_id", flat=True)
    )
    found = []
    for row in records.documents("issued", asking.period) if themes else ():
        side = "ours" if "ours" in records.sides_of(row) else "others"
        names = row.pk not in pks and bool(numbers) and speaks_of(row.title, numbers)
        if side in wanted and (row.pk in citing or names):
            found.append(document_item(row, records.issuer_of(row)))
    return Found(
        found, "Văn bản trong sổ viện dẫn, hoặc nêu số của văn bản được sơ kết, tổng kết ở trích yếu."
    )


def _themes(records: Records) -> list[Document]:
    request = records.request
    if request is None:
        return []
    if request.type in _DIRECTS:
        return [request]
    rows = records.register.filter(cited_by__source=request, type__in=_DIRECTS).distinct()
    found = list(rows.order_by("rank", "ordered_on", "pk"))
    records.learn(found)
    return found
