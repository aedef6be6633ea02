"""Text as XML writes it.

The standard library has the same, but loads all that a web address is fetched with.
"""

_IN_ATTRIBUTE = str.maketrans({"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def in_element(text: str) -> str:
    """Return *text* as the content of an element."""
    return text.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;")


def in_attribute(text: str) -> str:
    """Return *text* as the value of an attribute, quotes included."""
    value = in_element(text).translate(_IN_ATTRIBUTE)
    if '"' not in value:
        return f'"{value}"'
    if "'" not in value:
        return f"'{value}'"
    return '"' + value.replace('"', "&quot;") + '"'
