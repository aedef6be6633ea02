"""How Sphinx makes the site of these pages: ``sphinx-build -n -W docs site``.

The pages are plain Markdown that also reads well without Sphinx.  So no page has a
table of contents in Sphinx's own words: what an ``index.md`` links to, in its order, is
what stands below it.
"""

import re
from pathlib import Path, PurePosixPath
from typing import Any

from sphinx.application import Sphinx

project = "almwp"
author = "the almwp project"
project_copyright = "the almwp project, Apache-2.0"
extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["making/**", "_templates/**"]
templates_path = ["_templates"]
nitpicky = True
highlight_language = "text"
numfig = False
smartquotes = False

myst_heading_anchors = 4
myst_links_external_new_tab = False
myst_enable_extensions: list[str] = []

html_theme = "furo"
html_title = "almwp"
html_static_path = ["_static"]
html_css_files = ["almwp.css"]
html_copy_source = False
html_show_sphinx = False
html_theme_options = {"navigation_with_keys": True}
html_sidebars = {
    "**": [
        "sidebar/brand.html",
        "language.html",
        "sidebar/search.html",
        "sidebar/scroll-start.html",
        "sidebar/navigation.html",
        "sidebar/scroll-end.html",
    ]
}

_LINK = re.compile(r"\]\(([^)#\s]+\.md)\)")
_VIETNAMESE = "vi/"
_DOCS = Path(__file__).resolve().parent


def _add_contents(app: Sphinx, page: str, source: list[str]) -> None:
    """Add to an index page what stands below it: the pages it links to."""
    if PurePosixPath(page).name != "index":
        return
    folder = (_DOCS / page).parent
    # A page that leads its readers may name a page twice; its list of all comes last.
    links = reversed(dict.fromkeys(reversed(_LINK.findall(source[0]))))
    below = [link.removesuffix(".md") for link in links if _stands_below(folder, link)]
    if below:
        source[0] += "\n".join(
            ["", "", "```{toctree}", ":hidden:", "", *below, "```", ""]
        )


def _stands_below(folder: Path, link: str) -> bool:
    """Say whether a page of this folder, or the index of a folder in it, is meant."""
    target = (folder / link).resolve()
    if target.parent == folder:
        return target.name != "index.md"
    return target.name == "index.md" and target.parent.parent == folder


def _offer_language(
    app: Sphinx, page: str, template: str, context: dict[str, Any], tree: object
) -> None:
    """Name the page that says the same in the other language, if there is one."""
    known = app.env.all_docs
    if page == "vi/index":
        other, title, language = "index", "English", "en"
    elif page.startswith(_VIETNAMESE):
        other, title, language = page.removeprefix(_VIETNAMESE), "English", "en"
    else:
        other, title, language = f"{_VIETNAMESE}{page}", "Tiếng Việt", "vi"
    if other not in known:
        other = "index" if language == "en" else "vi/index"
    context["other_page"] = other
    context["other_title"] = title
    context["other_language"] = language
    context["language"] = "vi" if page.startswith(_VIETNAMESE) else "en"


def setup(app: Sphinx) -> dict[str, bool]:
    """Tell Sphinx of the above."""
    app.connect("source-read", _add_contents)
    app.connect("html-page-context", _offer_language)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
