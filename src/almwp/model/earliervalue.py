"""Values that stood in a field before the same sender sent others."""

from attrs import field as attribute
from attrs import frozen

from almwp.model.fields import frozen_items
from almwp.model.moment import Moment
from almwp.model.party import Party
from almwp.model.source import Origin
from almwp.model.timeframe import Timeframe


@frozen(kw_only=True)
class EarlierValue:
    """A value that stood in a field until the same sender sent another.

    Attributes:
        field: Key of the field.
        words: The value in words.
        as_of: The day of which the report speaks that says so.
        origin: The cell in which it stands.
        timeframe: The value, where the field is the time frame.
        parties: The value, where the field names parties.
    """

    field: str
    words: str
    as_of: Moment
    origin: Origin | None = None
    timeframe: Timeframe | None = None
    parties: tuple[Party, ...] = attribute(default=(), converter=frozen_items)
