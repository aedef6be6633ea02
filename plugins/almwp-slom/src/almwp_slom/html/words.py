"""What the script of a page says, in its language."""

from almwp.errors import Translate


def words_for_script(say: Translate) -> dict[str, str]:
    """Return what the page's script says, by the name under which it asks."""
    return {
        "filter": say("Show rows with"),
        "count": say("{shown} of {total} rows shown"),
        "ascending": say("sorted by {column}, ascending"),
        "descending": say("sorted by {column}, descending"),
        "unsorted": say("in the order of the paper"),
    }
