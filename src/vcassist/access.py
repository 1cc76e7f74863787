"""Who may open an assessment, and as what: the owner's key, links for reading and for single questions, and a passphrase on top.

A key is 192 random bits. Kept are only hashes, compared in constant time. What is shown is a key, or a key and the proof, with a dot
between, that the passphrase was given for it: so the proof needs no place of its own, neither in cookies nor in the database.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import secrets
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import scrypt, sha256
from typing import Literal

from vcassist.chain.facts import split_ref
from vcassist.errors import BadInput, NotAllowed
from vcassist.interview.ports import Keys, Link, Store
from vcassist.store.memory import unknown_session

Role = Literal["owner", "read", "questions"]
MOST_LINKS = 50
MOST_QUESTIONS = 100
LONGEST_LABEL = 80
SHORTEST_PASSPHRASE, LONGEST_PASSPHRASE = 8, 200
# scrypt's cost: 16 MB and about a fifth of a second a try (OWASP, Password Storage Cheat Sheet, as of 2025: N=2^14, r=8, p=5).
COST, BLOCK, PARALLEL = 2**14, 8, 5


class Locked(NotAllowed):
    """The key is right, and the passphrase was not given yet. ``role`` is what the key is for."""

    title = "A passphrase is needed"

    def __init__(self, session_id: str, role: Role) -> None:
        super().__init__("This assessment is protected by a passphrase beside its link.", "", "Give the passphrase.")
        self.session_id, self.role = session_id, role


@dataclass(frozen=True, slots=True)
class Access:
    """As what somebody came in; ``link`` is the one that they came by, if not the owner's."""

    role: Role
    link: Link | None = None


def hashed(token: str, secret: str = "") -> str:
    """The token as it is stored. With a secret, who can write into the database alone can still make no key that opens."""
    data = token.encode("utf-8", "surrogatepass")
    return hmac.new(secret.encode(), data, sha256).hexdigest() if secret else sha256(data).hexdigest()


def new_token() -> str:
    return secrets.token_urlsafe(24)


def key_in(shown: str) -> str:
    """The key alone of what was shown."""
    return shown.partition(".")[0]


def no_token() -> NotAllowed:
    return NotAllowed("This assessment needs its token.", "", "Send it as 'Authorization: Bearer …'.")


@dataclass(frozen=True)
class Doors:
    """Opens the assessments of a store and changes their keys. ``secret`` is the server's; ``now`` gives the time in UTC."""

    store: Store
    secret: str
    now: Callable[[], str]

    def hash_of(self, token: str) -> str:
        return hashed(token, self.secret)

    def access(self, session_id: str, shown: str | None) -> Access:
        """As what somebody with ``shown`` may come in.

        Raises NotAllowed without any key; NotFound for a wrong key and an unknown id alike; Locked for a right key without the
        passphrase, where one was set.
        """
        if not shown:
            raise no_token()
        found, keys = self._recognised(session_id, shown)
        given = shown.encode("utf-8", "surrogatepass")
        if keys.passphrase and not hmac.compare_digest(given, self._proven(key_in(shown), keys).encode()):
            raise Locked(session_id, found.role)
        return found

    def recognised(self, session_id: str, shown: str | None) -> Access:
        """As what a key would let somebody in, whether its passphrase was given or not. Raises NotAllowed, NotFound."""
        if not shown:
            raise no_token()
        return self._recognised(session_id, shown)[0]

    def _recognised(self, session_id: str, shown: str) -> tuple[Access, Keys]:
        keys = self.store.keys(session_id)
        found = self._fitting(keys, key_in(shown))
        if keys is None or found is None:
            raise unknown_session()
        return found, keys

    def _fitting(self, keys: Keys | None, key: str) -> Access | None:
        """Compares with every key that there is, in constant time, and with one that cannot fit where there is none."""
        given, found = self.hash_of(key), None
        for link in keys.links if keys else ():
            if hmac.compare_digest(link.token_hash, given):
                found = Access(link.kind, link)
        if hmac.compare_digest(keys.token_hash if keys else "0" * 64, given):
            found = Access("owner")
        return found

    def _proven(self, key: str, keys: Keys) -> str:
        """The key with the proof that the present passphrase was given for it."""
        return f"{key}.{hashed(f'{key}.{keys.passphrase}', self.secret)}" if keys.passphrase else key

    # --- passphrase ---------------------------------------------------------------------------------------------------

    def unlock(self, session_id: str, shown: str, passphrase: str) -> str:
        """What to show from now on. Raises NotFound, or BadInput for a wrong passphrase."""
        _, keys = self._recognised(session_id, shown)
        if keys.passphrase and not fits(passphrase, keys.passphrase):
            raise BadInput("This is not the passphrase.", "", "Look for capitals and blanks, then try again.")
        return self._proven(key_in(shown), keys)

    def set_passphrase(self, session_id: str, shown: str, passphrase: str | None) -> str:
        """Sets a passphrase, or none; everybody has to give the new one. Gives what the owner shows from now on. Raises BadInput."""
        self.store.set_passphrase(session_id, kept_passphrase(passphrase) if passphrase is not None else "")
        return self._shown(session_id, key_in(shown))

    def _shown(self, session_id: str, key: str) -> str:
        keys = self.store.keys(session_id)
        return self._proven(key, keys) if keys else key

    # --- links --------------------------------------------------------------------------------------------------------

    def renew(self, session_id: str) -> str:
        """Another key for the owner, with the proof of the passphrase; the old one opens nothing from now on. Raises NotFound."""
        key = new_token()
        self.store.set_token_hash(session_id, self.hash_of(key))
        return self._shown(session_id, key)

    def add_link(
        self, session_id: str, kind: Literal["read", "questions"], refs: Sequence[str] = (), label: str = ""
    ) -> tuple[Link, str]:
        """A new link and its key, which is told only now. Raises BadInput, NotFound."""
        refs = tuple(dict.fromkeys(refs))
        if kind == "questions" and not refs:
            raise BadInput("No question was chosen.", "", "Choose at least one.")
        if kind == "read":
            refs = ()
        if len(refs) > MOST_QUESTIONS:
            raise BadInput(f"These are {len(refs)} questions.", f"One link may hold {MOST_QUESTIONS}.", "Choose fewer.")
        for ref in refs:
            split_ref(ref)
        keys = self.store.keys(session_id)
        if keys and len(keys.links) >= MOST_LINKS:
            raise BadInput(f"There are {MOST_LINKS} links already.", "", "Take one back first.")
        key = new_token()
        link = Link(secrets.token_hex(4), kind, self.hash_of(key), refs, plain_label(label), self.now())
        self.store.add_link(session_id, link)
        return link, key


def plain_label(label: str) -> str:
    """Whom a link is for, or who answered, in one line. Raises BadInput for more than that."""
    label = " ".join(label.split())
    if len(label) > LONGEST_LABEL or any(unicodedata.category(c) in ("Cc", "Cs", "Co", "Cn") for c in label):
        raise BadInput("This name is too long or holds odd characters.", f"It may have {LONGEST_LABEL}.", "Shorten it.")
    return label


def kept_passphrase(passphrase: str) -> str:
    """``scrypt$N$r$p$salt$hash``, the two in base64. Raises BadInput for one that is too short or too long."""
    words = _normal(passphrase)
    if not SHORTEST_PASSPHRASE <= len(words) <= LONGEST_PASSPHRASE:
        raise BadInput(
            "This passphrase cannot be used.",
            f"It may have {SHORTEST_PASSPHRASE} to {LONGEST_PASSPHRASE} characters.",
            "Take several words.",
        )
    salt = secrets.token_bytes(16)
    parts = (base64.b64encode(part).decode() for part in (salt, _slow(words, salt, COST, BLOCK, PARALLEL)))
    return "$".join(("scrypt", str(COST), str(BLOCK), str(PARALLEL), *parts))


def fits(passphrase: str, kept: str) -> bool:
    """True when it is the one that was kept. Takes as long for a wrong one as for the right one."""
    try:
        _, cost, block, parallel, salt, digest = kept.split("$")
        made = _slow(_normal(passphrase), base64.b64decode(salt), int(cost), int(block), int(parallel))
        return hmac.compare_digest(made, base64.b64decode(digest))
    except (ValueError, binascii.Error):
        return False


def _normal(passphrase: str) -> str:
    """The same characters however a keyboard composes them."""
    return unicodedata.normalize("NFC", passphrase)


def _slow(words: str, salt: bytes, cost: int, block: int, parallel: int) -> bytes:
    return scrypt(
        words.encode("utf-8", "surrogatepass"), salt=salt, n=cost, r=block, p=parallel,
        maxmem=256 * cost * block, dklen=32,
    )  # fmt: skip
