"""Turns the bytes of text, Markdown and HTML files into plain text, without what a person would not see. Pure."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise

from vcassist.errors import BadInput

_UNSEEN = frozenset(
    {
        "script",
        "style",
        "template",
        "noscript",
        "head",
        "svg",
        "iframe",
        "object",
        "canvas",
        "select",
        "textarea",
        "math",
    }
)
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_BLOCK = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "title",
        "tr",
        "ul",
    ]
)
# Elements whose end tag may be left out: a new one of the same name, or a new block, ends them.
_CLOSES_ITSELF = frozenset({"p", "li", "dt", "dd", "tr", "td", "th", "option"})
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?:\.0*)?\s*(?:;|$|!)|font-size\s*:\s*0(?:\.0*)?(?:px|pt|em|rem|%)?\s*(?:;|$|!)"
    r"|(?:text-indent|left|top)\s*:\s*-\d{3,}",
    re.I,
)
_RULE = re.compile(r"([^{}]{1,500})\{([^{}]{0,2000})\}")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\x80-\x9f\ud800-\udfff\ufffe\uffff]")
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([A-Za-z0-9_-]{3,20})", re.I)


def decoded(data: bytes, name: str, *, html: bool = False) -> str:
    """Bytes as text: UTF-8, UTF-16 with its mark, a declared HTML charset, else Windows-1252. Raises BadInput for binary."""
    for mark, coding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return _tried(data, (coding,), name)
    if b"\x00" in data[:100_000]:
        raise not_text(name)
    declared = _META_CHARSET.search(data[:2000]) if html else None
    coding = declared[1].decode("ascii") if declared else "utf-8"
    return _tried(data, (coding, "utf-8", "cp1252"), name)


def _tried(data: bytes, codings: tuple[str, ...], name: str) -> str:
    for coding in codings:
        try:
            text = data.decode(coding)
        except (UnicodeDecodeError, LookupError):
            continue
        strange = len(_CONTROL.findall(text[:20_000]))
        if strange * 50 <= min(len(text), 20_000):
            return text
    raise not_text(name)


def not_text(name: str) -> BadInput:
    return BadInput(
        f"{name} is not a text that can be read.",
        "It looks like a binary file.",
        "Give it as text, Markdown, HTML, PDF or DOCX.",
    )


def tidy(text: str) -> str:
    """One kind of line end, no control characters, no trailing blanks, at most one empty line in a row."""
    text = re.sub(r"\r\n?|\x85|\u2028", "\n", text).replace("\u2029", "\n\n")
    text = _CONTROL.sub(" ", text).replace("\t", " ").replace("\x0c", "\n\n").replace("\u00ad", "")
    text = re.sub(r"[ \u00a0\u202f]{2,}", " ", text)
    text = re.sub(r" *\n *", "\n", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def unwrapped(text: str) -> str:
    """Joins lines that were only broken to fit a page; lists, headings and short lines keep their breaks."""
    paragraphs = []
    for paragraph in text.split("\n\n"):
        lines = paragraph.split("\n")
        if len(lines) == 1:
            paragraphs.append(paragraph)
            continue
        width = max(map(len, lines))
        out = lines[0]
        for before, line in pairwise(lines):
            out += (" " if _goes_on(before, line, width) else "\n") + line
        paragraphs.append(out)
    return "\n\n".join(paragraphs)


_ITEM = re.compile(r"(?:[-*•·▪◦–‣o]\s|\(?\d{1,3}[.)]\s|\(?[a-z][.)]\s|[#|>])")


def _goes_on(before: str, line: str, width: int) -> bool:
    if not before or not line or _ITEM.match(line):
        return False
    if line[:1].islower() or before[-1:] in ",;(" or before.endswith("-"):
        return True
    return width >= 40 and len(before) >= 0.7 * width


def joined_words(text: str) -> str:
    """Mends words that were cut at a line end, unless the document itself writes them with the hyphen elsewhere."""
    plain = text.casefold()

    def mend(match: re.Match[str]) -> str:
        hyphened = f"{match[1]}-{match[2]}"
        keeps = match[1][-1].isupper() or hyphened.casefold() in plain
        return hyphened if keeps else match[1] + match[2]

    return re.sub(r"([^\W\d_]{2,40})[-‐]\n([a-zà-ÿ][^\W\d_]{1,40})", mend, text)


class _Visible(HTMLParser):
    """Collects the text that a browser would show."""

    def __init__(self, hidden_classes: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self._hidden_classes = hidden_classes
        self._open: list[tuple[str, bool]] = []

    @property
    def _unseen(self) -> bool:
        return bool(self._open) and self._open[-1][1]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _CLOSES_ITSELF or (tag in _BLOCK and self._open and self._open[-1][0] == "p"):
            self._end_implied(tag)
        if tag == "br" and not self._unseen:
            self.out.append("\n")
        if tag in _VOID:
            return
        unseen = self._unseen or tag in _UNSEEN or self._hides(dict(attrs))
        if tag in _BLOCK and not unseen:
            self.out.append("\n" if tag in ("li", "tr", "dt", "dd") else "\n\n")
        elif tag in ("td", "th") and not unseen and self.out and not self.out[-1].endswith("\n"):
            self.out.append(" | ")
        if len(self._open) < 5000:
            self._open.append((tag, unseen))

    def _end_implied(self, tag: str) -> None:
        last = self._open[-1][0] if self._open else ""
        if last == tag or (last == "p" and tag in _BLOCK) or (last in ("td", "th") and tag in ("td", "th", "tr")):
            self._open.pop()
            if tag == "tr" and self._open and self._open[-1][0] == "tr":
                self._open.pop()

    def _hides(self, attrs: dict[str, str | None]) -> bool:
        if "hidden" in attrs or _HIDING.search(attrs.get("style") or ""):
            return True
        return bool(self._hidden_classes & set((attrs.get("class") or "").split()))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if not any(name == tag for name, _ in self._open[-200:]):
            return
        was_unseen = self._unseen
        while self._open and self._open.pop()[0] != tag:
            pass
        if tag in _BLOCK and not was_unseen:
            self.out.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.out.append(re.sub(r"\s+", " ", data))


def visible_text(markup: str) -> str:
    """The text of an HTML document as a browser shows it: no scripts, styles, comments or hidden elements."""
    hidden = frozenset(
        name for rule in _RULE.finditer(" ".join(re.findall(r"<style[^>]*>([^<]{0,200000})", markup, re.I))) if _HIDING.search(rule[2])
        for name in re.findall(r"\.([\w-]+)\s*(?:,|$)", rule[1].strip())
    )  # fmt: skip
    parser = _Visible(hidden)
    parser.feed(markup)
    parser.close()
    return tidy("".join(parser.out))


def markdown_text(markdown: str) -> str:
    """The text of a Markdown document as it reads when rendered; its front matter is left out."""
    from markdown_it import MarkdownIt

    body = re.sub(r"\A---\n.*?\n---\n", "", markdown.replace("\r\n", "\n"), count=1, flags=re.S)
    return visible_text(MarkdownIt("commonmark", {"html": True}).enable("table").render(body))
