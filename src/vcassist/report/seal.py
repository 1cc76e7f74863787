"""A digest inside a finished report, by which a later change of the file is found.

The digest is SHA-256 over the whole file with 64 zeros in its own place; of a Word file, over its parts by name. It shows that a file was
changed, not who wrote it: whoever changes a file on purpose can work out a new digest.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
import zlib

from vcassist.errors import BadInput

NAME = "vcassist-digest"
BLANK = "0" * 64
# What a format writes where its digest will stand.
PLACE = f"{NAME} sha256:{BLANK}"
_FOUND = re.compile(rb"vcassist-digest sha256:([0-9a-f]{64})")
_CORE = "docProps/core.xml"
# A fixed time within the file, so that the same report gives the same bytes.
_EPOCH = (1980, 1, 1, 0, 0, 0)
_PACKED = b"PK\x03\x04"
MAX_UNPACKED = 200_000_000


def sealed(content: bytes) -> bytes:
    """The file with its digest in the place that its format left for it; a file without such a place as it is."""
    if content[:4] == _PACKED:
        parts = _parts(content)
        if PLACE.encode() not in parts.get(_CORE, b""):
            return content
        parts[_CORE] = _filled(parts[_CORE], _digest_of_parts(parts))
        return _packed(parts)
    return _filled(content, _digest(content)) if PLACE.encode() in content else content


def resealed(content: bytes) -> bytes:
    """A text file that was added to by whoever made it, with the digest that fits now; one without a digest as it is."""
    found = _FOUND.search(content)
    return sealed(_blanked(content, found[1])) if found else content


def seal_in(content: bytes) -> tuple[str, str] | None:
    """(digest that the file carries, digest that it should carry), or None for a file without one."""
    if content[:4] == _PACKED:
        parts = _parts(content)
        found = _FOUND.search(parts.get(_CORE, b""))
        if found is None:
            return None
        parts[_CORE] = _blanked(parts[_CORE], found[1])
        return found[1].decode(), _digest_of_parts(parts)
    found = _FOUND.search(content)
    return (found[1].decode(), _digest(_blanked(content, found[1]))) if found else None


def _filled(content: bytes, digest: str) -> bytes:
    return content.replace(PLACE.encode(), f"{NAME} sha256:{digest}".encode())


def _blanked(content: bytes, digest: bytes) -> bytes:
    return content.replace(NAME.encode() + b" sha256:" + digest, PLACE.encode())


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _digest_of_parts(parts: dict[str, bytes]) -> str:
    whole = hashlib.sha256()
    for name in sorted(parts):
        whole.update(name.encode() + b"\0" + hashlib.sha256(parts[name]).digest())
    return whole.hexdigest()


def _parts(content: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(part.file_size for part in packed.infolist()) > MAX_UNPACKED:
                raise BadInput(
                    "This file unpacks to far more than its size.", "It is not read, to keep this machine safe."
                )
            return {name: packed.read(name) for name in packed.namelist()}
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, NotImplementedError, RuntimeError) as error:
        raise BadInput("This file is broken.", "It cannot be unpacked.") from error


def _packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            packed.writestr(zipfile.ZipInfo(name, _EPOCH), data, zipfile.ZIP_DEFLATED, 6)
    return out.getvalue()
