"""Tell in words what a policy chooses other than by default."""

from collections.abc import Callable, Collection, Iterator, Mapping
from types import MappingProxyType
from typing import Any

import attrs

from almwp.model.policy import AbsenceRules, Policy
from almwp.model.source import Basis, Statement
from almwp.model.text import Text

_ABOUT = "policy"
_LEFT_OUT = (
    "{what}: not counted",
    "{what}: không được tính",
)
_BOUNDED = (
    "{what}: counted, and may be anything",
    "{what}: được tính, và có thể ở bất kỳ mức nào",
)
_ABSENCES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "not_reported": ("what nobody reported", "mục chưa có báo cáo"),
        "blank": ("what was left blank", "mục để trống"),
        "not_applicable": ("what does not apply", "mục không áp dụng"),
        "not_due": ("what is not due yet", "mục chưa đến hạn"),
        "withheld": ("what is known and not told", "mục không công bố"),
    }
)
_CHOICES: Mapping[tuple[str, str], tuple[str, str]] = MappingProxyType(
    {
        ("weights", "budget"): (
            "each counts by its budget; shown are shares of the weight, not numbers",
            "mỗi mục được tính theo kinh phí; bảng ghi tỷ lệ theo trọng số, không ghi"
            " số lượng",
        ),
        ("weights", "given"): (
            "each counts with the weight that the policy lists; shown are shares of the"
            " weight, not numbers",
            "mỗi mục được tính theo trọng số nêu trong chính sách tính; bảng ghi tỷ lệ"
            " theo trọng số, không ghi số lượng",
        ),
        ("weights", "framework"): (
            "outcomes and priority areas count with the weights that the framework"
            " gives them; shown are shares of the weight, not numbers",
            "kết quả và lĩnh vực ưu tiên được tính theo trọng số của chương trình; bảng"
            " ghi tỷ lệ theo trọng số, không ghi số lượng",
        ),
        ("cap", "raw"): (
            "more than the target and less than the baseline count in full",
            "phần vượt mục tiêu và phần thấp hơn giá trị gốc được tính đầy đủ",
        ),
        ("no_baseline", "leave out"): (
            "indicators without a baseline are not counted",
            "chỉ số không có giá trị gốc không được tính",
        ),
        ("no_baseline", "first reading"): (
            "an indicator without a baseline counts from its first reading",
            "chỉ số không có giá trị gốc được tính từ số liệu đầu tiên",
        ),
        ("target_is_baseline", "met or not"): (
            "where the target is the baseline, it is met or counts as none",
            "nếu mục tiêu bằng giá trị gốc thì hoặc đạt, hoặc tính là không",
        ),
        ("target_is_baseline", "leave out"): (
            "indicators whose target is their baseline are not counted",
            "chỉ số có mục tiêu bằng giá trị gốc không được tính",
        ),
    }
)
_KEEP_WITHIN = (
    "what is to be kept may be off its target by {value} of it",
    "chỉ số cần giữ được lệch tối đa {value} so với mục tiêu",
)
_UNUSED = (
    "the method {method} does not use this choice of the policy: {choice}",
    "phương pháp {method} không dùng lựa chọn này của chính sách tính: {choice}",
)


def choices_of(policy: Policy) -> Iterator[tuple[str, str]]:
    """Give the key and the value of each choice that is not as by default.

    Choices about absences have keys such as ``absences.blank``.  Weights that are
    listed stand one by one behind ``given.`` and the id of what they are for.
    """
    for key, value in _differing(policy, Policy()):
        if key == "absences":
            for absence, rule in _differing(value, AbsenceRules()):
                yield f"absences.{absence}", str(rule)
        elif key == "given":
            yield from ((f"given.{each.id}", str(each.weight)) for each in value)
        else:
            yield key, str(value)


def remarks_on_policy(
    policy: Policy, method: Callable[[], Text], ignored: Collection[str] = ()
) -> tuple[Statement, ...]:
    """Return what must be said of *policy* beside scores that rest on it.

    Args:
        policy: The choices.
        method: Gives the name of the scorer; asked only where a choice is not used, as
            its translations take long to read.
        ignored: Keys of choices that the scorer does not use.
    """
    said = []
    for key, value in choices_of(policy):
        if key.startswith("given."):
            continue  # told of by weights = 'given'
        forms = _words(key, value)
        if key in ignored:
            choice, name = f"{key} = '{value}'", method()
            english, vietnamese = _UNUSED
            forms = (
                english.format(method=name.in_("en"), choice=choice),
                vietnamese.format(method=name.in_("vi"), choice=choice),
            )
        said.append(_statement(forms))
    return tuple(said)


def remark_in(english: str, vietnamese: str) -> Statement:
    """Return something else that must be said of the policy."""
    return _statement((english, vietnamese))


def _words(key: str, value: str) -> tuple[str, str]:
    if key == "keep_within":
        english, vietnamese = _KEEP_WITHIN
        return english.format(value=value), vietnamese.format(value=value)
    if key.startswith("absences."):
        whats = _ABSENCES[key.removeprefix("absences.")]
        rules = _LEFT_OUT if value == "leave out" else _BOUNDED
        english, vietnamese = (
            rule.format(what=what) for rule, what in zip(rules, whats, strict=True)
        )
        return english, vietnamese
    return _CHOICES[key, value]


def _differing(chosen: Any, default: Any) -> Iterator[tuple[str, Any]]:
    for each in attrs.fields(type(chosen)):
        value = getattr(chosen, each.name)
        if value != getattr(default, each.name):
            yield each.name, value


def _statement(forms: tuple[str, str]) -> Statement:
    english, vietnamese = forms
    text = Text.from_forms({"en": english, "vi": vietnamese})
    return Statement(about=_ABOUT, text=text, basis=Basis.REPORTED)
