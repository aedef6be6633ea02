"""Strategies for words: awkward, long, Vietnamese in both forms of Unicode."""

import unicodedata

from hypothesis import strategies as st

from almwp.model.text import Text

AWKWARD = (
    "=1+1",
    "+84 24",
    "-",
    "@here",
    "<b>bold</b> & more",
    "a | b",
    "# not a heading",
    "**stars** _and_ [links](x)",
    "\"quoted\", 'too'; and \\ back",
    "100%",
    "1.250",
    "06/07/2024",
    "None",
    "null",
    "{braces} %s",
    "two\nlines",
    "tab\there",
    "  spaces  ",
    "\u00a0no\u00a0break\u00a0",
    "zero\u200bwidth",
    "العربية",
    "👩🏽‍🔧",
    "ﬁ ligature",
)
"""Texts that break careless code.  None holds a control character but tab and line."""

VIETNAMESE = (
    "Đào tạo nghề cho lao động nữ",
    "Hội thảo khu vực về việc làm bền vững",
    "Hướng dẫn bảo vệ người lao động di cư",
)

_LONG = "A study of the conditions under which long titles are still laid out well, "

characters: st.SearchStrategy[str] = st.characters(
    exclude_categories=("Cc", "Cn", "Cs")
)
"""Characters that every format can hold."""

vietnamese: st.SearchStrategy[str] = st.builds(
    unicodedata.normalize, st.sampled_from(("NFC", "NFD")), st.sampled_from(VIETNAMESE)
)
"""Vietnamese words, composed or decomposed."""

filled_words: st.SearchStrategy[str] = st.one_of(
    st.text(characters, min_size=1, max_size=20),
    st.sampled_from(AWKWARD),
    vietnamese,
    st.just(_LONG * 8),
)
"""Words of which there is at least one character."""

words: st.SearchStrategy[str] = st.one_of(st.just(""), filled_words)
"""Words, or none."""

languages: st.SearchStrategy[str] = st.sampled_from(
    ("en", "vi", "id", "th", "zh-Hant", "und")
)
"""Codes of languages."""

texts: st.SearchStrategy[Text] = st.dictionaries(
    languages, filled_words, max_size=3
).map(Text.from_forms)
"""Texts in up to three languages; some in none."""

titles: st.SearchStrategy[Text] = st.dictionaries(
    languages, filled_words, min_size=1, max_size=2
).map(Text.from_forms)
"""Texts in at least one language."""
