"""What a page may do: run its one script, use its one style, and nothing else."""

from base64 import b64encode
from hashlib import sha256


def content_policy(style: str, script: str) -> str:
    """Return the content security policy of a page with *style* and *script*.

    Whatever text of a file might become in a browser with a fault, the browser runs
    nothing but this very script and asks nobody for anything.
    """
    rules = (
        "default-src 'none'",
        f"style-src '{_fingerprint(style)}'",
        f"script-src '{_fingerprint(script)}'",
        "img-src data:",  # the empty icon, else a browser asks a server for one
        "base-uri 'none'",
        "form-action 'none'",
    )
    return "; ".join(rules)


def css_text(text: str) -> str:
    """Return *text* as a CSS string that can end neither itself nor the style."""
    kept = (c if c.isalnum() or c == " " else f"\\{ord(c):x} " for c in text)
    return f'"{"".join(kept)}"'


def _fingerprint(content: str) -> str:
    digest = sha256(content.encode("utf-8")).digest()
    return f"sha256-{b64encode(digest).decode('ascii')}"
