"""Turns the bytes of text, Markdown and HTML files into plain text, without what a person would not see. Pure."""

from __future__ import annotations

import re
import unicodedata
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
_IN_HEAD = frozenset({"head", "base", "link", "meta", "title", "style", "script", "noscript", "template"})
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
_MEDIA = re.compile(r"@media\b([^{};]{0,500})\{", re.I)
_EVERY_SCREEN = re.compile(r"(?:only\s+)?(?:screen|all)?(?:\s*,\s*(?:print|screen|all))*", re.I)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\x80-\x9f\ud800-\udfff\ufffe\uffff]")
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([A-Za-z0-9_-]{3,20})", re.I)

_LATIN = frozenset(
    {"iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1", "us-ascii", "ascii", "windows-1252"}
)


def decoded(data: bytes, name: str, *, html: bool = False) -> str:
    """Bytes as text: UTF-8, UTF-16 with its mark, a declared HTML charset, else Windows-1252. Raises BadInput for binary."""
    for mark, coding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return _tried(data, (coding,), name)
    if b"\x00" in data[:100_000]:
        raise not_text(name)
    declared = _META_CHARSET.search(data[:2000]) if html else None
    coding = declared[1].decode("ascii").lower() if declared else "utf-8"
    # As browsers take it: Latin-1 is said of pages in Windows-1252, and a page whose ASCII can be read is not in UTF-16.
    coding = "cp1252" if coding in _LATIN else "utf-8" if coding.startswith("utf-16") else coding
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


# Letters that print writes as one sign: "ﬁ" is "fi" for whoever reads and quotes it.
_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}


def tidy(text: str) -> str:
    """One kind of line end, no control characters, no ligatures, no trailing blanks, at most one empty line in a row."""
    text = text.translate(_LIGATURES)
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
            between = "" if _HYPHENED.search(before) and not _AND_ANOTHER.match(line) else " "
            out += (between if _goes_on(before, line, width) else "\n") + line
        paragraphs.append(out)
    return "\n\n".join(paragraphs)


# A hyphen at a line's end is a word's own one when "joined_words" has left it; a dash stands behind a blank.
_HYPHENED = re.compile(r"[^\W_][-\u2010]$")
_ITEM = re.compile(r"(?:[-*•·▪◦–‣o]\s|\(?\d{1,3}[.)]\s|\(?[a-z][.)]\s|[#|>])")


def _goes_on(before: str, line: str, width: int) -> bool:
    if not before or not line or _ITEM.match(line) or " | " in before or " | " in line:
        return False
    if line[:1].islower() or before[-1:] in ",;(-\u2010":
        return True
    return width >= 40 and len(before) >= 0.7 * width


# What English joins with a hyphen: a first half with whatever follows but an ending ("long-" and "er"), and short ones, which also
# begin plain words ("in-" and "formation"), with the halves that are usual.
_HYPHENING = re.compile(
    r"(?:open|half|third|self|cloud|cross|real|long|short|high|low|large|full|multi|non|well)-"
    r"(?!(?:e[rn]s?|r|st|est|ings?|ly|ed|ness|it(?:y|ies)|i[sz](?:e|ing|ation|m|t)\w*|ish\w*|e[nr](?:ed|ing)|ages?|ments?|sense|tude)$"
    r"|less|pl[eiy]|light|ways?)\w"
    r"|(?:two|three|five)-(?!fold|some)\w|(?:four|six|seven|eight|nine)-(?!fold|some|teen|t(?:y|h|ies))\w|part-time"
    r"|end-(?:user|to|of)|on-(?:prem|site|device|demand|call|board)|in-(?:house|app|person|depth|built|memory)|off-(?:site|line|the)|out-of|up-to|built-in"
    r"|co-(?:found|own|auth|develop|design|fund)|pre-(?:train|exist|approv|process)|post-(?:train|process|market)|re-(?:train|identif|us[ei])",
    re.I,
)
_AND_ANOTHER = re.compile(r"(?:and|or|nor|to|und|oder)\b(?!-)")


def joined_words(text: str) -> str:
    """Mends words that were cut at a line end, unless they carry their hyphen by themselves: elsewhere in the document, behind
    another hyphen, as English writes such words, or where both halves and not the whole are words of the document."""
    plain = text.casefold()
    words = set(re.findall(r"(?<![\w-])(?<![-‐]\n)[^\W\d_]{3,40}(?![\w-])", plain))

    def mend(match: re.Match[str]) -> str:
        before, first, second = match.groups()
        if _AND_ANOTHER.match(match.string, match.start(3)):
            return f"{before}{first}- {second}"
        hyphened = f"{first}-{second}"
        halves = {first.casefold(), second.casefold()}
        own = (
            before
            or first[-1].isupper()
            or _HYPHENING.match(hyphened)
            or hyphened.casefold() in plain
            or (halves <= words and (first + second).casefold() not in words)
        )
        return before + (hyphened if own else first + second)

    return re.sub(r"(-?)([^\W\d_]{2,40})[-‐]\n([a-zà-ÿ][^\W\d_]{1,40})", mend, text)


def mended_over(page: str, following: str) -> tuple[str, str]:
    """Two pages, a word that the page end cuts given whole to the first."""
    rest = re.match(r"([^\W_]\S*)\s+(?=\S)", following)
    if rest is None or not _HYPHENED.search(page) or _AND_ANOTHER.match(following):
        return page, following
    start = re.search(r"\S{1,80}$", page)
    at = start.start() if start else len(page)
    return page[:at] + joined_words(f"{page[at:]}\n{rest[1]}").replace("\n", ""), following[rest.end() :]


class _Visible(HTMLParser):
    """Collects the text that a browser would show."""

    def __init__(self, hidden_classes: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self._cells = 0
        self._hidden_classes = hidden_classes
        self._open: list[tuple[str, bool]] = []

    @property
    def _unseen(self) -> bool:
        return bool(self._open) and self._open[-1][1]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _IN_HEAD:
            self._end_head()
        if tag in _CLOSES_ITSELF or (tag in _BLOCK and self._open and self._open[-1][0] == "p"):
            self._end_implied(tag)
        if tag == "br" and not self._unseen:
            self.out.append("\n")
        if tag in _VOID:
            return
        unseen = self._unseen or tag in _UNSEEN or self._hides(dict(attrs))
        if tag in _BLOCK and not unseen:
            self.out.append("\n" if tag in ("li", "tr", "dt", "dd") else "\n\n")
        if tag == "tr":
            self._cells = 0
        elif tag in ("td", "th") and not unseen:
            # An empty cell is one too: what stands behind it stands under its own heading.
            self.out.append(" | " if self._cells else "")
            self._cells += 1
        if len(self._open) < 5000:
            self._open.append((tag, unseen))

    def _end_head(self) -> None:
        """The head's end tag may be left out: what cannot stand in a head ends it."""
        if self._open and self._open[-1][0] == "head":
            self._open.pop()

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
        # <iframe/> holds nothing: left open it would hide all that follows.
        if tag not in _UNSEEN:
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
        if data.strip():
            self._end_head()
        if not self._unseen:
            self.out.append(re.sub(r"\s+", " ", data))


def _on_any_screen(css: str) -> str:
    """The rules of a style sheet that hold on every screen: none for print or for some widths only."""
    css, kept, at = re.sub(r"/\*.*?\*/", " ", css, flags=re.S), [], 0
    for begin in _MEDIA.finditer(css):
        if begin.start() < at:
            continue
        kept.append(css[at : begin.start()])
        depth, end = 1, begin.end()
        while depth and end < len(css):
            depth += {"{": 1, "}": -1}.get(css[end], 0)
            end += 1
        kept.append(css[begin.end() : end - 1] if _EVERY_SCREEN.fullmatch(begin[1].strip()) else " ")
        at = end
    return "".join((*kept, css[at:]))


def visible_text(markup: str) -> str:
    """The text of an HTML document as a browser shows it: no scripts, styles, comments or hidden elements."""
    styles = " ".join(re.findall(r"<style[^>]*>([^<]{0,200000})", markup, re.I))
    hidden = frozenset(
        name for rule in _RULE.finditer(_on_any_screen(styles)) if _HIDING.search(rule[2])
        for name in re.findall(r"\.([\w-]+)\s*(?:,|$)", rule[1].strip())
    )  # fmt: skip
    parser = _Visible(hidden)
    parser.feed(markup)
    parser.close()
    return tidy("".join(parser.out))


def markdown_text(markdown: str) -> str:
    """The text of a Markdown document as it reads when rendered; its front matter is left out."""
    from markdown_it import MarkdownIt

    body = re.sub(r"\A---\n(?=\w[\w-]*:).*?\n---\n", "", markdown.replace("\r\n", "\n"), count=1, flags=re.S)
    return visible_text(MarkdownIt("commonmark", {"html": True}).enable("table").render(body))
