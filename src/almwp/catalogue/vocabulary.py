"""The words of one language: headings, states, months, and messages."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from attrs import field, frozen

from almwp.errors import Translate, in_english

Words = Mapping[str, tuple[str, ...]]
"""What is meant, and the words for it, the usual one first."""


def _frozen_words(words: Mapping[str, tuple[str, ...]]) -> Words:
    return MappingProxyType({key: tuple(forms) for key, forms in words.items()})


def _untranslated() -> Translate:
    return in_english


@frozen(kw_only=True)
class Vocabulary:
    """The words of one language.

    Attributes:
        code: The language (BCP 47), such as ``vi``.
        name: Its own name for itself.
        reviewed: Whether a native speaker has reviewed the words.
        headings: Key of a field, and headings under which it occurs.
        cover: Key of a line above the table (such as ``country``), and its labels.
        status: ``planned``, ``ongoing``, ``completed``, or ``other`` for words that
            are met but are none of the three.
        change: ``added``, ``withdrawn``, ``revised``.
        recurrence: Value of :class:`~almwp.model.timeframe.Recurrence`.
        absence: Value of :class:`~almwp.model.absence.Absence`.
        level: ``regional``, ``national``, ``bilateral``.
        mark: ``gender``, ``digital``, ``green``.
        basis: Value of :class:`~almwp.model.source.Basis`.
        role: Value of :class:`~almwp.model.framework.Role`.
        framework_status: Value of :class:`~almwp.model.framework.FrameworkStatus`.
        yes_no: ``yes``, ``no``.
        stance: Value of :class:`~almwp.model.position.Stance`.
        asked: Value of :class:`~almwp.model.position.Asked`.
        clearance: Value of :class:`~almwp.model.position.Clearance`.
        audience: Value of :class:`~almwp.model.position.Audience`.
        direction: Value of :class:`~almwp.model.indicator.Direction`.
        indicator_kind: Value of :class:`~almwp.model.indicator.IndicatorKind`.
        ask_kind: ``ask``, ``offer``.
        succession: Value of :class:`~almwp.model.framework.SuccessionKind`.
        month: ``1`` to ``12``.
        time: ``quarter``, ``half``, ``first half``, ``second half``, ``year``,
            ``beginning``, ``middle``, ``end``, and ``filler`` for words of a date that
            add nothing, such as *of* and *day*.
        all_members: Under ``all``: ways to say every member state.
        total: Under ``total``: words that begin a row of totals.
        guidance: Under ``sheet``: names of sheets that explain and hold no data;
            under ``findings``: names of sheets in which almwp lists what it found.
        load_messages: Gives the translation of messages into this language.
    """

    code: str
    name: str = ""
    reviewed: bool = False
    headings: Words = field(factory=dict, converter=_frozen_words)
    cover: Words = field(factory=dict, converter=_frozen_words)
    status: Words = field(factory=dict, converter=_frozen_words)
    change: Words = field(factory=dict, converter=_frozen_words)
    recurrence: Words = field(factory=dict, converter=_frozen_words)
    absence: Words = field(factory=dict, converter=_frozen_words)
    level: Words = field(factory=dict, converter=_frozen_words)
    mark: Words = field(factory=dict, converter=_frozen_words)
    basis: Words = field(factory=dict, converter=_frozen_words)
    role: Words = field(factory=dict, converter=_frozen_words)
    framework_status: Words = field(factory=dict, converter=_frozen_words)
    yes_no: Words = field(factory=dict, converter=_frozen_words)
    stance: Words = field(factory=dict, converter=_frozen_words)
    asked: Words = field(factory=dict, converter=_frozen_words)
    clearance: Words = field(factory=dict, converter=_frozen_words)
    audience: Words = field(factory=dict, converter=_frozen_words)
    direction: Words = field(factory=dict, converter=_frozen_words)
    indicator_kind: Words = field(factory=dict, converter=_frozen_words)
    ask_kind: Words = field(factory=dict, converter=_frozen_words)
    succession: Words = field(factory=dict, converter=_frozen_words)
    month: Words = field(factory=dict, converter=_frozen_words)
    time: Words = field(factory=dict, converter=_frozen_words)
    all_members: Words = field(factory=dict, converter=_frozen_words)
    total: Words = field(factory=dict, converter=_frozen_words)
    guidance: Words = field(factory=dict, converter=_frozen_words)
    load_messages: Callable[[], Translate] = _untranslated
