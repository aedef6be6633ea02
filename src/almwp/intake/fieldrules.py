"""Which rules speak of which field: for the reference page, and held true by a test."""

from collections.abc import Mapping
from types import MappingProxyType

from almwp.findings import (
    alignment_rules,
    describing_rules,
    edge_rules,
    file_rules,
    framework_rules,
    merge_rules,
    position_rules,
    reading_rules,
    row_rules,
    sheet_rules,
    value_rules,
)
from almwp.findings.rule import Rule
from almwp.intake.field import Field, FieldType

_OF_ANY = (value_rules.ERROR_CELL, value_rules.UNCALCULATED, edge_rules.DIGITS_LOST)
_YEARS = (edge_rules.DATE_OUT_OF_RANGE, edge_rules.YEAR_SHOWN_AS_DATE)
_OF_COLUMNS = (
    file_rules.SECOND_COLUMN,
    file_rules.NEAR_HEADING,
    file_rules.AMBIGUOUS_HEADING,
    file_rules.MAPPED_COLUMN,
    file_rules.EXTRA_LIKE_FIELD,
)
_CLOSED = (value_rules.UNKNOWN_WORD,)
_DATES = (
    *_YEARS,
    value_rules.UNKNOWN_DATE,
    value_rules.AMBIGUOUS_DATE,
    value_rules.DATE_BY_EVIDENCE,
    reading_rules.BUDDHIST_YEAR,
    reading_rules.SHORT_YEAR,
    reading_rules.ORDERS_MIXED,
)
_OF_TYPE: Mapping[FieldType, tuple[Rule, ...]] = MappingProxyType(
    {
        FieldType.TITLE: (
            value_rules.PLAN_IN_TITLE,
            reading_rules.PARTS_IN_TITLE,
            reading_rules.LANGUAGE_NOT_SURE,
        ),
        FieldType.LINES: (reading_rules.LANGUAGE_NOT_SURE,),
        FieldType.OUTCOME: (
            framework_rules.UNKNOWN_OUTCOME,
            framework_rules.NO_OUTCOMES_YET,
        ),
        FieldType.AREA: (
            framework_rules.UNKNOWN_AREA,
            framework_rules.AREA_NOT_PUBLIC,
        ),
        FieldType.PARTIES: (value_rules.UNKNOWN_PARTY, reading_rules.NAMED_WITHIN),
        FieldType.PARTNERS: (reading_rules.NAMED_WITHIN,),
        FieldType.BODIES: (value_rules.UNKNOWN_BODY,),
        FieldType.COUNTRY: (value_rules.UNKNOWN_COUNTRY,),
        FieldType.TIMEFRAME: (
            *_YEARS,
            value_rules.UNKNOWN_TIMEFRAME,
            value_rules.STATUS_IN_TIMEFRAME,
            value_rules.AMBIGUOUS_DATE,
            value_rules.DATE_BY_EVIDENCE,
            reading_rules.BUDDHIST_YEAR,
            reading_rules.FISCAL_YEAR,
            reading_rules.ENDS_BEFORE,
            reading_rules.SINGLE_TIMES,
            reading_rules.SHORT_YEAR,
            reading_rules.READ_ONE_WAY,
            reading_rules.PERHAPS_FISCAL,
            reading_rules.PART_LEFT_OUT,
            reading_rules.ORDERS_MIXED,
            sheet_rules.MARKED_COLUMNS,
        ),
        FieldType.DATE: _DATES,
        FieldType.STATUS: (
            value_rules.UNKNOWN_STATUS,
            value_rules.OTHER_STATUS,
            value_rules.SHARE_IN_STATUS,
            file_rules.EARLIER_STATE,
            reading_rules.AS_OF_IN_HEADING,
            reading_rules.FAR_DAY,
            sheet_rules.MARKED_COLUMNS,
            sheet_rules.SEVERAL_MARKS,
        ),
        FieldType.PERCENT: (
            value_rules.UNKNOWN_PERCENT,
            value_rules.AMBIGUOUS_PERCENT,
            value_rules.PERCENT_RANGE,
            value_rules.PERCENT_BY_EVIDENCE,
        ),
        FieldType.NUMBER: (
            edge_rules.NUMBER_TOO_LONG,
            reading_rules.UNKNOWN_NUMBER,
            reading_rules.AMBIGUOUS_NUMBER,
            reading_rules.NUMBER_BY_EVIDENCE,
            reading_rules.UNIT_IN_NUMBER,
        ),
        FieldType.PLAN: (value_rules.UNKNOWN_PLAN, alignment_rules.UNKNOWN_PART),
        FieldType.MEETING: (value_rules.UNKNOWN_MEETING,),
        FieldType.WHOLE: (value_rules.NOT_WHOLE, edge_rules.YEAR_SHOWN_AS_DATE),
        FieldType.ACTIVITIES: (
            row_rules.ACTIVITY_NOT_THERE,
            position_rules.ACTIVITY_NOWHERE,
        ),
        **dict.fromkeys(
            (
                FieldType.BASIS,
                FieldType.LEVEL,
                FieldType.CHANGE,
                FieldType.MARKS,
                FieldType.ROLE,
                FieldType.FRAMEWORK_STATUS,
                FieldType.YES_NO,
                FieldType.STANCE,
                FieldType.ASKED,
                FieldType.CLEARANCE,
                FieldType.AUDIENCE,
                FieldType.DIRECTION,
                FieldType.INDICATOR_KIND,
                FieldType.ASK_KIND,
                FieldType.SUCCESSION,
            ),
            _CLOSED,
        ),
    }
)
_OF_COVER = (file_rules.SAID_OTHERWISE, file_rules.FORMAT_UNKNOWN_LINE)
_UNITS = (value_rules.AMBIGUOUS_PERCENT, value_rules.OTHER_UNIT)
_OF_MEASURES: Mapping[str, tuple[Rule, ...]] = MappingProxyType(
    {
        "baseline": (
            row_rules.INDICATOR_CONTRADICTED,
            value_rules.UNDATED_BASELINE,
            *_UNITS,
        ),
        "target": (
            row_rules.TARGET_EQUALS_BASELINE,
            row_rules.DIRECTION_CONTRADICTED,
            value_rules.TARGET_WITHOUT_YEAR,
            *_UNITS,
        ),
        "reading": (value_rules.UNDATED_READING, row_rules.SHARE_DIFFERS, *_UNITS),
    }
)
_OF_SUCCESSIONS = (
    describing_rules.TOO_FEW_NODES,
    describing_rules.TOO_MANY,
    describing_rules.NO_NODE_TO_LINK,
    describing_rules.LINK_TWICE,
    describing_rules.CLOSED_AND_GOES_ON,
    describing_rules.NEW_AND_SUCCEEDS,
)
_OF_FIELD: Mapping[tuple[str, str], tuple[Rule, ...]] = MappingProxyType(
    {
        ("cover", "country"): (
            file_rules.SENDER_UNKNOWN,
            framework_rules.SENDER_NOT_YET_MEMBER,
        ),
        ("cover", "framework"): (file_rules.FRAMEWORK_UNKNOWN,),
        ("cover", "as_of"): (
            reading_rules.AS_OF_IN_TITLE,
            reading_rules.FAR_DAY,
            file_rules.NO_DAY,
        ),
        ("cover", "template"): (
            file_rules.TEMPLATE_OF_OTHER,
            file_rules.TEMPLATE_OF_OTHER_KIND,
            file_rules.NEWER_TEMPLATE,
        ),
        ("progress", "number"): (
            row_rules.DUPLICATE_NUMBER,
            row_rules.NUMBERS_RESTART,
        ),
        ("progress", "title"): (
            value_rules.NO_TITLE,
            row_rules.DUPLICATE_TITLE,
            row_rules.MERGED_TITLE,
            row_rules.NEAR_TITLE,
            row_rules.TITLE_ONLY,
        ),
        ("progress", "leads"): (
            file_rules.NO_LEAD_COLUMN,
            row_rules.NO_LEAD,
            framework_rules.LEAD_NOT_YET_MEMBER,
        ),
        ("progress", "co_leads"): (
            framework_rules.LEAD_NOT_YET_MEMBER,
            reading_rules.LEADS_TWICE,
        ),
        ("progress", "as_of"): (reading_rules.FAR_DAY,),
        ("progress", "timeframe"): (
            framework_rules.OUTSIDE_PERIOD,
            row_rules.STATES_DIFFER,
        ),
        ("progress", "status"): (
            file_rules.NO_STATUS_COLUMN,
            merge_rules.STATUS_WENT_BACK,
        ),
        ("progress", "percent"): (
            row_rules.COMPLETED_PARTLY,
            reading_rules.DONE_BUT_NOT_COMPLETED,
            merge_rules.PERCENT_FELL,
        ),
        ("indicators", "number"): (row_rules.SAME_NUMBER,),
        **{("indicators", key): rules for key, rules in _OF_MEASURES.items()},
        ("indicators", "numerator"): (value_rules.UNCLEAR_SHARE,),
        ("indicators", "denominator"): (value_rules.ZERO_DENOMINATOR,),
        ("agenda", "number"): (row_rules.SAME_ITEM,),
        ("agenda", "stance"): (
            value_rules.NO_STANCE,
            value_rules.STANCE_LEFT_OPEN,
            position_rules.NOTHING_SAID,
        ),
        ("agenda", "speaker"): (position_rules.NO_SPEAKER,),
        ("agenda", "clearance"): (position_rules.NO_CLEARANCE,),
        ("agenda", "talking_points"): (position_rules.LINES_UNPAIRED,),
        ("agenda", "wording"): (position_rules.LINES_UNPAIRED,),
        ("proposals", "rationale"): (position_rules.LINES_UNPAIRED,),
        ("proposals", "number"): (row_rules.SAME_NUMBER,),
        ("proposals", "title"): (value_rules.NO_TITLE,),
        ("proposals", "joining"): (value_rules.JOINS_ITSELF,),
        ("asks", "to"): (value_rules.ASKED_OF_NOBODY,),
        ("framework", "id"): (
            framework_rules.SECOND_FRAMEWORK,
            framework_rules.FRAMEWORK_KNOWN,
        ),
        ("framework", "title"): (value_rules.NO_TITLE,),
        ("framework", "first_year"): (
            framework_rules.NO_PERIOD,
            describing_rules.PERIOD_MISSING,
        ),
        ("framework", "last_year"): (framework_rules.NO_PERIOD,),
        ("levels", "id"): (
            framework_rules.DUPLICATE_ID,
            framework_rules.LEVEL_WITHOUT_NODES,
        ),
        ("levels", "total"): (
            framework_rules.LEVEL_COUNT_DIFFERS,
            describing_rules.LEVEL_HAS_MORE,
        ),
        ("nodes", "id"): (framework_rules.DUPLICATE_ID,),
        ("nodes", "title"): (value_rules.NO_TITLE,),
        ("nodes", "level"): (
            describing_rules.NO_LEVELS,
            framework_rules.UNKNOWN_LEVEL,
        ),
        ("nodes", "number"): (framework_rules.DUPLICATE_NODE_NUMBER,),
        ("nodes", "weight"): (framework_rules.NEGATIVE_WEIGHT,),
        ("nodes", "parents"): (
            framework_rules.UNKNOWN_PARENT,
            framework_rules.AREA_IN_NO_OUTCOME,
            describing_rules.ORPHAN_NODE,
            describing_rules.PARENT_NOT_ABOVE,
            describing_rules.SEVERAL_PARENTS,
            describing_rules.NUMBER_ELSEWHERE,
        ),
        ("statements", "total"): (framework_rules.PARTS_EXCEED_TOTAL,),
        ("programme_indicators", "id"): (framework_rules.DUPLICATE_ID,),
        ("programme_indicators", "node"): (describing_rules.INDICATOR_OF_NO_NODE,),
        ("successions", "old_framework"): (
            describing_rules.OLD_FRAMEWORK_UNKNOWN,
            describing_rules.SUCCEEDS_ITSELF,
        ),
        ("successions", "old"): _OF_SUCCESSIONS,
        ("successions", "new"): _OF_SUCCESSIONS,
    }
)
_STATED = (framework_rules.NO_BASIS, framework_rules.NO_SOURCE)
_DESCRIBING = frozenset(
    {"framework", "nodes", "statements", "programme_indicators", "successions"}
)


def rules_of(
    sheet: str, field: Field, titles: tuple[str, ...] = ()
) -> tuple[Rule, ...]:
    """Return the rules that may speak of a field, in the order of their codes.

    Args:
        sheet: Key of its sheet, ``cover`` for a line above the tables.
        field: The field.
        titles: Keys of the sheet's fields that say what a row is about.
    """
    found = [
        *_OF_ANY,
        *_OF_TYPE.get(field.type, ()),
        *_OF_FIELD.get((sheet, field.key), ()),
    ]
    found += _OF_COVER if sheet == "cover" else _OF_COLUMNS
    if field.required and sheet != "cover":
        found.append(file_rules.MISSING_COLUMN)
    if titles[:1] == (field.key,) and value_rules.NO_TITLE not in found:
        found.append(row_rules.NAMELESS_ROW)
    if sheet in _DESCRIBING and field.key in ("basis", "sources"):
        found += _STATED
    return tuple(sorted(dict.fromkeys(found), key=lambda rule: rule.code))
