"""The text of an e-mail file: who wrote to whom, when and on what, and the message itself; no other heads, no attachments."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from vcassist.reading.files.plaintext import joined_words, tidy, unwrapped, visible_text

HEADS = ("From", "To", "Cc", "Date", "Subject")
_HEADS = re.compile(rb"(?:[!-9;-~]+:[^\r\n]*\r?\n(?:[ \t]+[^\r\n]*\r?\n)*){3,}\r?\n")
_OF_A_MAIL = re.compile(rb"^(?:mime-version|message-id|content-type|received):", re.I | re.M)


def is_mail(data: bytes, name: str) -> bool:
    """Whether a file is an e-mail as programs save it: by its ending, and by its heads."""
    heads = _HEADS.match(data)
    return heads is not None and (name.lower().endswith(".eml") or _OF_A_MAIL.search(heads[0]) is not None)


def mail_text(data: bytes) -> str | None:
    """The text of an e-mail; None where it holds none that can be read."""
    try:
        mail = message_from_bytes(data, policy=default)
        body = mail.get_body(("plain", "html")) if isinstance(mail, EmailMessage) else None
        content = body.get_content() if body is not None else ""
        heads = [f"{head}: {mail[head]}" for head in HEADS if mail[head]]
    except (LookupError, ValueError, TypeError, AttributeError):
        # A broken mail can trip the parser anywhere; its bytes can still be text.
        return None
    if body is None or not isinstance(content, str) or not content.strip():
        return None
    html = body.get_content_type() == "text/html"
    text = visible_text(content) if html else unwrapped(joined_words(tidy(content)))
    return "\n".join(heads) + "\n\n" + text
