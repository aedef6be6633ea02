"""Fixed phrases of this format, in the language of the report."""

from almwp.errors import Translate, in_english


def phrases(language: str) -> Translate:
    """Return a translation into *language*; into English where there is none."""
    from almwp.catalogue.messages import translation  # brings Babel
    from almwp.exporting.phrases import catalogue_of

    catalogue = catalogue_of("almwp_iati", language)
    if catalogue is None:
        return in_english

    return translation(catalogue)
