"""Which duties went from which institution to which, each on a source."""

from almwp.catalogue.members import find_member, members
from almwp.model.folding import fold
from almwp.model.source import Basis


def test_every_change_stands_on_a_source_and_is_told_in_words_as_well() -> None:
    for member in members():
        told = {
            str(s.as_of): fold(str(s.text))
            for s in member.statements
            if s.about == "reorganisation"
        }
        everything = " ".join(
            fold(str(s.text)) for s in member.statements if s.about == "reorganisation"
        )
        for change in member.duty_changes:
            assert change.basis is Basis.CONFIRMED
            assert change.sources
            assert str(change.since) in told
            for duty, *_ in change.duties:
                assert fold(duty) in everything, duty


def test_no_duty_went_to_two_institutions() -> None:
    for member in members():
        words = [
            fold(word)
            for change in member.duty_changes
            for duty in change.duties
            for word in duty
        ]
        assert len(words) == len(set(words))


def test_a_former_institution_is_one_that_stood_until_the_day_of_the_change() -> None:
    member = find_member("VN")
    assert member is not None
    former = {str(m.name): m.valid_until for m in member.ministries}
    for change in member.duty_changes:
        until = former[str(change.old)]
        assert until is not None
        assert (change.since - until).days == 1
