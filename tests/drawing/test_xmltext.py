"""Text stands in XML just as the standard library writes it."""

from xml.sax.saxutils import escape, quoteattr

from hypothesis import given
from hypothesis import strategies as st

from almwp.drawing.xmltext import in_attribute, in_element

TEXTS = st.text() | st.text("ab<>&\"'\n\r\t ")


@given(TEXTS)
def test_text_in_an_element_is_that_of_the_standard_library(text: str) -> None:
    assert in_element(text) == escape(text)


@given(TEXTS)
def test_text_in_an_attribute_is_that_of_the_standard_library(text: str) -> None:
    assert in_attribute(text) == quoteattr(text)
