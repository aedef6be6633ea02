"""Strategies for what somebody types into a form: plain words."""

from hypothesis import strategies as st

from almwp.model.folding import compose

letters: st.SearchStrategy[str] = st.text(
    st.characters(categories=("Lu", "Ll"), max_codepoint=0x1EFF),
    min_size=3,
    max_size=12,
).map(compose)
"""Words of Latin letters with their accents, Vietnamese among them."""
