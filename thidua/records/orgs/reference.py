"""Central bodies that papers everywhere cite, as outside units: name, kind, symbol after the slash, dates where certain.

Reorganisation of the Government: Nghị quyết 176/2025/QH15, in force from 01/3/2025. A ministry that kept its name
through it stands here as one identity. Dates that nobody has checked are left out.
"""

from dataclasses import dataclass
from datetime import date

from thidua.records.orgs.models import Succession, Unit

_STATE, _PARTY, _FRONT = Unit.Kind.STATE, Unit.Kind.PARTY, Unit.Kind.FRONT
_COUNCIL, _MEDIA = Unit.Kind.COUNCIL, Unit.Kind.MEDIA
REFORM = date(2025, 3, 1)
REFORM_DOCUMENT = "Nghị quyết số 176/2025/QH15 ngày 18/02/2025 của Quốc hội"


@dataclass(frozen=True)
class Body:
    """`symbols`: the usual one first, then others that papers print."""

    name: str
    kind: str
    symbols: tuple[str, ...] = ()
    under: str = ""
    founded_on: date | None = None
    dissolved_on: date | None = None


@dataclass(frozen=True)
class Edge:
    """Who ended in whom, when, by which document."""

    predecessor: str
    successor: str
    kind: str
    on: date
    by_document: str


def _ended(name: str, *symbols: str) -> Body:
    return Body(name, _STATE, symbols, dissolved_on=REFORM)


def _merged(predecessor: str, successor: str, kind: str = Succession.Kind.MERGE) -> Edge:
    return Edge(predecessor, successor, kind, REFORM, REFORM_DOCUMENT)


BODIES: tuple[Body, ...] = (
    Body("Quốc hội", _STATE, ("QH",)),
    Body("Ủy ban Thường vụ Quốc hội", _STATE, ("UBTVQH",)),
    Body("Văn phòng Quốc hội", _STATE, ("VPQH",)),
    Body("Chủ tịch nước", _STATE, ("CTN",)),
    Body("Văn phòng Chủ tịch nước", _STATE, ("VPCTN",)),
    Body("Chính phủ", _STATE, ("CP",)),
    Body("Thủ tướng Chính phủ", _STATE, ("TTg",)),
    Body("Văn phòng Chính phủ", _STATE, ("VPCP",)),
    Body("Bộ Quốc phòng", _STATE, ("BQP",)),
    Body("Bộ Công an", _STATE, ("BCA",)),
    Body("Bộ Ngoại giao", _STATE, ("BNG",)),
    Body("Bộ Nội vụ", _STATE, ("BNV",)),
    Body("Bộ Tư pháp", _STATE, ("BTP",)),
    Body("Bộ Tài chính", _STATE, ("BTC",)),
    Body("Bộ Công Thương", _STATE, ("BCT",)),
    Body("Bộ Xây dựng", _STATE, ("BXD",)),
    Body("Bộ Văn hóa, Thể thao và Du lịch", _STATE, ("BVHTTDL",)),
    Body("Bộ Khoa học và Công nghệ", _STATE, ("BKHCN",)),
    Body("Bộ Giáo dục và Đào tạo", _STATE, ("BGDĐT",)),
    Body("Bộ Y tế", _STATE, ("BYT",)),
    Body("Bộ Nông nghiệp và Môi trường", _STATE, ("BNNMT",), founded_on=REFORM),
    Body("Bộ Dân tộc và Tôn giáo", _STATE, ("BDTTG",), founded_on=REFORM),
    Body("Thanh tra Chính phủ", _STATE, ("TTCP",)),
    Body("Ngân hàng Nhà nước Việt Nam", _STATE, ("NHNN",)),
    _ended("Bộ Lao động - Thương binh và Xã hội", "BLĐTBXH"),
    _ended("Bộ Kế hoạch và Đầu tư", "BKHĐT"),
    _ended("Bộ Giao thông vận tải", "BGTVT"),
    _ended("Bộ Thông tin và Truyền thông", "BTTTT"),
    _ended("Bộ Nông nghiệp và Phát triển nông thôn", "BNNPTNT", "BNN"),
    _ended("Bộ Tài nguyên và Môi trường", "BTNMT"),
    _ended("Ủy ban Dân tộc", "UBDT"),
    Body("Ban Thi đua - Khen thưởng Trung ương", _STATE, ("BTĐKT", "BTĐKTTW"), under="Bộ Nội vụ"),
    Body("Hội đồng Thi đua - Khen thưởng Trung ương", _COUNCIL, ("HĐTĐKT", "HĐTĐKTTW")),
    Body("Tòa án nhân dân tối cao", _STATE, ("TANDTC",)),
    Body("Viện kiểm sát nhân dân tối cao", _STATE, ("VKSTC", "VKSNDTC")),
    Body("Kiểm toán nhà nước", _STATE, ("KTNN",)),
    Body("Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam", _PARTY, ("TW",)),
    Body("Bộ Chính trị", _PARTY, ("TW",)),
    Body("Ban Bí thư", _PARTY, ("TW",)),
    Body("Văn phòng Trung ương Đảng", _PARTY, ("VPTW",)),
    Body("Ban Tổ chức Trung ương", _PARTY, ("BTCTW",)),
    Body("Ban Tuyên giáo Trung ương", _PARTY, ("BTGTW",)),
    Body("Ban Dân vận Trung ương", _PARTY, ("BDVTW",)),
    Body("Ban Tuyên giáo và Dân vận Trung ương", _PARTY, ("BTGDVTW",)),
    Body("Ban Nội chính Trung ương", _PARTY, ("BNCTW",)),
    Body("Ủy ban Kiểm tra Trung ương", _PARTY, ("UBKTTW",)),
    Body("Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam", _FRONT, ("MTTW",)),
    Body("Tổng Liên đoàn Lao động Việt Nam", _FRONT, ("TLĐ",)),
    Body("Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh", _FRONT, ("TWĐTN",)),
    Body("Trung ương Hội Liên hiệp Phụ nữ Việt Nam", _FRONT, ("ĐCT",)),
    Body("Trung ương Hội Nông dân Việt Nam", _FRONT, ("HNDTW",)),
    Body("Trung ương Hội Cựu chiến binh Việt Nam", _FRONT, ("CCB",)),
    Body("Thông tấn xã Việt Nam", _MEDIA, ("TTX",)),
    Body("Đài Truyền hình Việt Nam", _MEDIA, ("THVN",)),
    Body("Đài Tiếng nói Việt Nam", _MEDIA, ("TNVN",)),
    Body("Báo Nhân Dân", _MEDIA),
)

EDGES: tuple[Edge, ...] = (
    _merged("Bộ Lao động - Thương binh và Xã hội", "Bộ Nội vụ"),
    _merged("Bộ Kế hoạch và Đầu tư", "Bộ Tài chính"),
    _merged("Bộ Giao thông vận tải", "Bộ Xây dựng"),
    _merged("Bộ Thông tin và Truyền thông", "Bộ Khoa học và Công nghệ"),
    _merged("Bộ Nông nghiệp và Phát triển nông thôn", "Bộ Nông nghiệp và Môi trường"),
    _merged("Bộ Tài nguyên và Môi trường", "Bộ Nông nghiệp và Môi trường"),
    _merged("Ủy ban Dân tộc", "Bộ Dân tộc và Tôn giáo", Succession.Kind.REPLACE),
)
