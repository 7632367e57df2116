"""A deed or a slogan: which duties are only urged ("nâng cao nhận thức", "chịu trách nhiệm thi hành")."""

import re

from thidua.reading.deadlines import Deadline
from thidua.reading.facts import Confidence

_MANNERS = (
    r"(?:(?:tiep tuc|kip thoi|chu dong|tich cuc|thuong xuyen|nghiem tuc|khan truong|tap trung|truc tiep|dong thoi|nhanh chong|luon|hang hai|cung nhau|phai|can|"
    r"se|dac biet|cung|can cu [^,;]{0,160},|tren co so [^,;]{0,160},|theo chuc nang[^,;]{0,60},|va)[\s,]+)*"
)
_URGES = re.compile(
    _MANNERS
    + r"(?:nang cao|phat huy|day manh|tang cuong|quan triet|quan tam|chu trong|neu cao|de cao|doi moi|chap hanh|bam sat|giu vung|giu gin|phan dau|ra suc|quyet tam|doan ket|"
    r"ren luyen|thi dua|guong mau|tao (?:su|khong khi|khi the|suc|dong luc|chuyen bien|buoc|moi truong)|gan |khong ngung|huong ung|thuc hien (?:tot|nghiem|nghiem tuc|day du|co hieu qua|sang tao|dung|hieu qua)|"
    r"ra quan|lam tot|coi trong|no luc|xac dinh|tu hoc|tu ren|lam guong|duy tri|khoi day|ton trong|khac phuc kho khan|trien khai (?:thuc hien )?(?:nghiem|tot|co hieu qua|day du)|hoc tap|xay dung noi bo)\b"
)
_FORMULA = re.compile(
    r"(?:chiu trach nhiem )?(?:to chuc |nghiem tuc |chu dong |trien khai |can cu [^,]{0,80}, )*(?:thi hanh|trien khai|thuc hien|trien khai thuc hien|to chuc thuc hien|thuc hien tot|thuc hien nghiem tuc)\s"
    r"(?:nghiem tuc |tot |co hieu qua |nghiem |day du |cac noi dung |noi dung |theo )*(?:cua )?(?:quyet dinh|ke hoach|thong bao|chi thi|nghi quyet|cong van|huong dan|van ban|noi dung|ket luan|chuong trinh)\s?(?:phat dong |tren |lien tich )?(?:nay|tren|neu tren)?|"
    r"chiu trach nhiem thi hanh|chiu trach nhiem thuc hien|(?:chu dong |tich cuc )?(?:trien khai|thuc hien|trien khai thuc hien|hoan thanh) (?:tot )?(?:cac )?nhiem vu (?:duoc|da duoc) (?:giao|phan cong)|(?:phan anh|lien he|trao doi|bao cao)\s(?:kip thoi\s)?(?:ve|voi|qua)\s[^;.]{3,120}(?:huong dan|giai quyet|xem xet|thao go|tong hop|dieu chinh|xu ly|chi dao)"
)
_CONCRETE = re.compile(
    r"\b(?:xay dung (?:va (?:ban hanh|trien khai) )?(?:ke hoach|van ban|bao cao|de an|quy che|tieu chi|chuong trinh|file|du thao)|ban hanh|tham muu|lap (?:danh sach|ho so|ke hoach|to trinh)|"
    r"trinh (?:uy ban|chu tich|hoi dong|lanh dao|giam doc|cap co tham quyen)|gui (?:ve|ho so|bao cao|danh sach|phong|so|van phong|ban)|nop|to chuc (?:hoi nghi|lop|cuoc thi|hoi thi|tap huan|le|so ket|tong ket|hop|cuoc hop|toa dam)|"
    r"dang ky (?:cac |danh hieu|thi dua)|kiem tra \d|du thao|thanh lap|kien toan|bo tri kinh phi|so ket|tong ket|\d+ (?:tin|bai|lop|cuoc|hoi nghi|mo hinh|chuyen de|ky|chuong trinh)|it nhat \d)"
)
_SHORTEST = 12


def weigh(plain: str, deadline: Deadline | None) -> Confidence:
    """How sure it is that a duty is a task: `plain` is the folded deed; a day or a product makes it one."""
    plain = plain.strip()
    if len(plain) < _SHORTEST:
        return "low"
    if deadline is not None and deadline.day is not None:
        return "high"
    formula = _FORMULA.match(plain)
    if formula and (len(plain) - formula.end() < 60 or plain.startswith("chiu trach nhiem thi hanh")):
        return "low"
    if not _URGES.match(plain):
        return "high"
    return "high" if _CONCRETE.search(plain) else "low"
