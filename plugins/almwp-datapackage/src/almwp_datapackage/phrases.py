"""Fixed phrases of this format, in the language of the report."""

from importlib.resources import files

from almwp.errors import Translate, in_english


def phrases(language: str) -> Translate:
    """Return a translation into *language*; into English where there is none."""
    catalogue = files("almwp_datapackage") / "locale" / f"{language}.po"
    if not catalogue.is_file():
        return in_english
    from almwp.catalogue.messages import translation  # brings Babel

    return translation(catalogue)
