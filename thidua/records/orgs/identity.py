"""Identity numbers: encrypted under one key, found again through a keyed hash under another.

The keys stand in files outside the database (settings). A number is never logged, never in the audit chain,
never in a repr. The ciphertext is bound to its person: copied to another row it no longer opens.
"""

import hashlib
import hmac
import os
import re

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

_SEPARATORS = re.compile(r"[\s.\-]+")
_NUMBER = re.compile(r"\d{9}|\d{12}")
_NONCE = 12


def digits_of(text: str) -> str | None:
    """The number as nine or twelve digits, or None where the text is no identity number."""
    digits = _SEPARATORS.sub("", text)
    return digits if digits.isascii() and _NUMBER.fullmatch(digits) else None


def hash_of(digits: str) -> str:
    """What the number is found again by: HMAC-SHA256 under the second key, hex."""
    return hmac.new(settings.IDENTITY_HASH_KEY.encode(), digits.encode(), hashlib.sha256).hexdigest()


def key_id() -> str:
    """Names the key without telling it; kept beside each ciphertext so that keys can be changed."""
    return hashlib.sha256(b"thidua identity key id" + settings.IDENTITY_KEY.encode()).hexdigest()[:16]


def seal(digits: str, person_pk: int) -> bytes:
    """Ciphertext for one person: nonce, then AES-256-GCM."""
    nonce = os.urandom(_NONCE)
    return nonce + _cipher().encrypt(nonce, digits.encode(), _bound_to(person_pk))


def unseal(ciphertext: bytes, person_pk: int) -> str | None:
    """The digits, or None where key or person do not fit."""
    held = bytes(ciphertext)
    try:
        return _cipher().decrypt(held[:_NONCE], held[_NONCE:], _bound_to(person_pk)).decode()
    except InvalidTag:
        return None


def _cipher() -> AESGCM:
    return AESGCM(hashlib.sha256(b"thidua identity number" + settings.IDENTITY_KEY.encode()).digest())


def _bound_to(person_pk: int) -> bytes:
    return f"orgs.Person:{person_pk}".encode()
