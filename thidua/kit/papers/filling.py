"""Word templates: `{{ name }}` filled in with docxtpl, in a sandbox that knows only what a template needs.

A template is somebody's upload: what it may say is a closed list (names, their parts, conditions, loops over names, a
few filters); whatever else stands in it is refused before anything is run, with the words beside which it stands.
"""

import re
import traceback
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from thidua.kit.files.extract import Limits, Unreadable, extract
from thidua.kit.files.extract.archive import Package
from thidua.kit.papers.blocks import clean
from thidua.kit.refused import Refused
from thidua.vn.dates import cited_date, long_date

LIMITS = Limits(file_bytes=8 * 1024 * 1024, part_bytes=16 * 1024 * 1024, parts=500, characters=2_000_000)
_ALLOWED = (
    *(
        nodes.Template,
        nodes.Output,
        nodes.TemplateData,
        nodes.Name,
        nodes.Const,
        nodes.Getattr,
        nodes.Getitem,
    ),
    *(
        nodes.Filter,
        nodes.Test,
        nodes.If,
        nodes.For,
        nodes.CondExpr,
        nodes.Compare,
        nodes.Operand,
        nodes.Keyword,
    ),
    *(nodes.And, nodes.Or, nodes.Not, nodes.Concat, nodes.Mul, nodes.Tuple, nodes.List),
)
_FILTERS = {
    "upper",
    "lower",
    "capitalize",
    "title",
    "default",
    "d",
    "join",
    "length",
    "count",
    "first",
    "last",
    "trim",
}
_TESTS = {"defined", "undefined", "none", "odd", "even", "true", "false", "equalto", "eq", "ne", "in"}
_PROGRAMS = re.compile(r"vba|activex|embeddings/|oleobject|customui|afchunk", re.IGNORECASE)
_FETCHING = re.compile(
    r"\b(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|DATABASE|MACROBUTTON|RD)\b", re.IGNORECASE
)
EPOCH = datetime(2000, 1, 1, tzinfo=UTC)

UNDEFINED = "Mẫu dùng tên “{}” không có trong dữ liệu{}. Sửa tên theo danh mục của loại mẫu này."
SYNTAX = "Mẫu viết sai cú pháp{}. Kiểm tra dấu ngoặc và cặp if – endif, for – endfor."
FAILED = "Mẫu dùng dữ liệu không đúng kiểu{}. Sửa lại đoạn này."
FORBIDDEN = "Mẫu dùng “{}”, không được phép{}. Mẫu chỉ dùng tên, điều kiện, vòng lặp theo danh sách và các bộ lọc cho sẵn."
TANGLED = "Mẫu lồng quá nhiều tầng nên không dùng được. Viết đơn giản lại."
PROGRAM = "Mẫu có chương trình hoặc đối tượng nhúng (macro, OLE). Lưu lại thành .docx không macro, bỏ đối tượng nhúng."
OUTSIDE = "Mẫu có liên kết ra ngoài: {}. Bỏ liên kết, chèn hình trực tiếp vào mẫu."
FIELD = "Mẫu có trường “{}” lấy dữ liệu từ nơi khác. Bỏ trường này."


def render_docx(template: Path | bytes, context: Mapping[str, Any], *, at: datetime | None = None) -> bytes:
    """The template filled in. Days become "08/6/2026" (`|ngay_dai` "ngày 08 tháng 6 năm 2026"), None becomes nothing.

    Refused when the template names something that `context` has not, or says what a template may not say. The same
    input and the same `at` give the same bytes.
    """
    data = template.read_bytes() if isinstance(template, Path) else template
    environment = _Environment()
    filled = DocxTemplate(BytesIO(data))
    try:
        filled.render(dict(context), environment, autoescape=True)
    except UndefinedError as no:
        raise Refused(_undefined(no, environment.place(_line(no)))) from None
    except TemplateSyntaxError as no:
        raise Refused(SYNTAX.format(_beside(environment.place(no.lineno)))) from None
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as no:
        raise Refused(FAILED.format(_beside(environment.place(_line(no))))) from None
    except RecursionError:
        raise Refused(TANGLED) from None
    moment = (at or EPOCH).astimezone(UTC)
    filled.docx.core_properties.created = filled.docx.core_properties.modified = moment
    buffer = BytesIO()
    filled.save(buffer)
    return _steady(buffer.getvalue())


def check_template(data: bytes, sample: Mapping[str, Any]) -> list[str]:
    """Reasons against an uploaded template, in words for who uploaded it; empty: it fills in well with `sample`."""
    try:
        with Package(data, LIMITS) as package:
            reasons = _foreign(package)
        if reasons or len(data) > LIMITS.file_bytes:
            return reasons or ["Tệp mẫu quá lớn. Bỏ bớt hình ảnh rồi tải lại."]
        extract(data, "mau.docx", limits=LIMITS)
        extract(render_docx(data, sample), "mau.docx", limits=LIMITS)
    except Unreadable as no:
        return [no.message]
    except Refused as no:
        return no.reasons
    return []


def text_of(data: bytes) -> str:
    """What a .docx says, as a reader of the page sees it."""
    return extract(data, "van-ban.docx").text


class _Environment(ImmutableSandboxedEnvironment):
    """Checks every piece of template before it is compiled, and keeps the source to say where something stands."""

    def __init__(self) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=True, finalize=_written)
        self.filters = {name: self.filters[name] for name in _FILTERS} | {
            "ngay": _short,
            "ngay_dai": _long,
        }
        self.tests = {name: self.tests[name] for name in _TESTS}
        self.globals = {}
        self.source = ""

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        self.source = source
        tree = super()._parse(source, name, filename)
        self._check(tree)
        return tree

    def _check(self, tree: nodes.Template) -> None:
        for node, loops in _below(tree, ()):
            said = _unallowed(node, loops)
            if said:
                raise Refused(FORBIDDEN.format(said, _beside(self.place(node.lineno))))

    def place(self, line: int) -> str:
        """The words of the paragraph on this line of the source, "" where it has none."""
        lines = self.source.splitlines()
        text = re.sub(r"<[^>]+>", "", lines[line - 1]) if 0 < line <= len(lines) else ""
        return " ".join(text.split())[:120]


def _below(
    node: nodes.Node, loops: tuple[nodes.For, ...]
) -> Iterator[tuple[nodes.Node, tuple[nodes.For, ...]]]:
    """Every node with the loops that it stands in."""
    yield node, loops
    inner = (*loops, node) if isinstance(node, nodes.For) else loops
    for child in node.iter_child_nodes():
        yield from _below(child, inner)


def _unallowed(node: nodes.Node, loops: tuple[nodes.For, ...]) -> str:
    """What a template may not say, in its own words; "" where it may."""
    if not isinstance(node, _ALLOWED):
        return type(node).__name__.lower()
    if isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
        return str(node.attr)
    if isinstance(node, nodes.Getitem) and not isinstance(node.arg, nodes.Const):
        return "[…]"
    if isinstance(node, nodes.Getitem) and str(getattr(node.arg, "value", "")).startswith("_"):
        return str(node.arg.value)  # type: ignore[attr-defined]
    if isinstance(node, nodes.Name) and node.name.startswith("_"):
        return node.name
    if isinstance(node, nodes.Mul) and not _is_span(node):
        return "*"
    if isinstance(node, nodes.Filter) and node.name not in _FILTERS | {"ngay", "ngay_dai"}:
        return f"|{node.name}"
    if isinstance(node, nodes.Test) and node.name not in _TESTS:
        return f"is {node.name}"
    if isinstance(node, nodes.For) and not _is_bounded(node, loops):
        return "for"
    return ""


def _is_span(node: nodes.Mul) -> bool:
    """`2 * loop.length`, which `{% hm %}` becomes."""
    right = node.right
    return isinstance(right, nodes.Getattr) and right.attr == "length" and isinstance(node.left, nodes.Const)


def _is_bounded(loop: nodes.For, outer: tuple[nodes.For, ...]) -> bool:
    """A loop runs over a name or a part of one; inside another loop over a part of what that one runs over.

    So a template writes each piece of data as often as it is there, never one list times another.
    """
    path = loop.iter
    while isinstance(path, nodes.Getattr | nodes.Getitem):
        path = path.node
    if loop.recursive or not isinstance(path, nodes.Name):
        return False
    targets = {name.name for each in outer for name in each.target.find_all(nodes.Name)}
    targets |= {each.target.name for each in outer if isinstance(each.target, nodes.Name)}
    return not outer or path.name in targets


def _written(value: Any) -> Any:
    """A value as it stands on paper."""
    if value is None:
        return ""
    if isinstance(value, date):
        return cited_date(value)
    return clean(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def _short(value: date | None) -> str:
    return cited_date(value) if value else ""


def _long(value: date | None) -> str:
    return long_date(value) if value else ""


def _line(fault: BaseException) -> int:
    """The line of the template that was at work, 0 where it cannot be told."""
    frames = traceback.extract_tb(fault.__traceback__)
    return next((frame.lineno or 0 for frame in reversed(frames) if frame.filename == "<template>"), 0)


def _undefined(fault: UndefinedError, place: str) -> str:
    """ "'ten' is undefined", "'dict object' has no attribute 'nam'": the name is the last thing in quotes."""
    names = re.findall(r"'([^']+)'", fault.message or "")
    return UNDEFINED.format(names[-1] if names else "?", _beside(place))


def _beside(place: str) -> str:
    return f", ở đoạn: “{place}”" if place else ""


def _foreign(package: Package) -> list[str]:
    """What a template must not bring along: programs, embedded objects, links that fetch something from outside."""
    reasons: list[str] = []
    for name in sorted(package.names):
        if _PROGRAMS.search(name):
            reasons.append(PROGRAM)
        if not name.endswith((".xml", ".rels")):
            continue
        root = package.xml(name)
        for element in root.iter() if root is not None else ():
            tag = str(element.tag).rpartition("}")[2]
            if tag == "Relationship" and element.get("TargetMode") == "External":
                reasons.append(OUTSIDE.format(str(element.get("Target", ""))[:80]))
            elif tag == "altChunk":
                reasons.append(PROGRAM)
        codes = _field_codes(root) if root is not None else ""
        found = _FETCHING.search(codes)
        if found:
            reasons.append(FIELD.format(found[1].upper()))
    return list(dict.fromkeys(reasons))


def _field_codes(root: Any) -> str:
    parts = ["".join(element.text or "" for element in root.iter("{*}instrText"))]
    for element in root.iter("{*}fldSimple"):
        parts += [value for name, value in element.attrib.items() if name.endswith("instr")]
    return " ".join(parts)


def _steady(data: bytes) -> bytes:
    """The same container with one date on every entry."""
    buffer = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(buffer, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = ZipInfo(name, (2000, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return buffer.getvalue()
