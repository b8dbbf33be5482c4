"""Stories keep their ids from issue to issue."""

from datetime import date

from tasks.stories.following import Followed, Profiled, follow
from tasks.stories.weights import Profile, quantised

DAY = date(2031, 2, 3)


def _profiles(*texts: str) -> tuple[Profile, ...]:
    """One profile a text, each with the text for its id."""
    return tuple(Profile(text, DAY, quantised(dict.fromkeys(text.split(), 1.0))) for text in texts)


LOCK = _profiles("lock gate barges divers", "lock gate barges board")
FAIR = _profiles("fair swans prize judges", "fair swans prize rain")
TOLD_LOCK = Profiled("2031-W01-aaaa", "2031-W01", _profiles("lock gate barges hinges", "lock gate storm barges"))
TOLD_FAIR = Profiled("2031-W03-bbbb", "2031-W03", _profiles("fair swans prize parade"))


def test_a_story_keeps_its_id() -> None:
    found = follow([LOCK, FAIR], [TOLD_FAIR, TOLD_LOCK], "2031-W05")
    assert found == (Followed("2031-W01-aaaa", "2031-W01", 2), Followed("2031-W03-bbbb", "2031-W03", 1))


def test_a_new_story_has_an_id_of_its_own_whatever_else_is_told() -> None:
    (alone,) = follow([LOCK], [], "2031-W05")
    assert alone.since == "2031-W05"
    assert alone.before == 0
    assert alone.id.startswith("2031-W05-")
    assert follow([FAIR, LOCK], [TOLD_FAIR], "2031-W05")[1] == alone
    assert follow([LOCK[::-1]], [], "2031-W05") == (alone,)


def test_two_new_stories_have_different_ids() -> None:
    one, other = follow([LOCK, FAIR], [], "2031-W05")
    assert one.id != other.id


def test_an_id_that_is_taken_is_not_given_again() -> None:
    (first,) = follow([LOCK], [], "2031-W05")
    (again,) = follow([LOCK], [Profiled(first.id, "2031-W05", FAIR)], "2031-W05")
    assert again.id != first.id
    assert again.id.startswith(first.id)


def test_of_a_story_that_splits_the_nearer_part_keeps_the_id() -> None:
    near = _profiles("lock gate barges hinges", "lock gate barges storm")
    far = _profiles("lock repair cost tax", "lock gate cost tax")
    found = follow([far, near], [TOLD_LOCK], "2031-W05")
    assert [each.id == "2031-W01-aaaa" for each in found] == [False, True]


def test_of_two_that_merge_the_older_keeps_its_id() -> None:
    older = Profiled("2031-W02-old", "2031-W02", _profiles("lock gate barges divers"))
    newer = Profiled("2031-W03-new", "2031-W03", _profiles("lock gate barges board"))
    (found,) = follow([LOCK], [newer, older], "2031-W05")
    assert found == Followed("2031-W02-old", "2031-W02", 1, ("2031-W03-new",))


def test_an_older_story_that_is_far_less_alike_does_not_take_the_id() -> None:
    older = Profiled("2031-W02-old", "2031-W02", _profiles("gate ballots mayor recount judge"))
    newer = Profiled("2031-W03-new", "2031-W03", _profiles("lock gate barges board"))
    (found,) = follow([LOCK], [newer, older], "2031-W05")
    assert (found.id, found.merged) == ("2031-W03-new", ())


def test_a_story_is_not_told_twice() -> None:
    twins = [_profiles("lock gate barges hinges"), _profiles("lock gate barges storm")]
    found = follow(twins, [TOLD_LOCK], "2031-W05")
    assert len({each.id for each in found}) == 2


def test_what_was_told_of_something_else_is_not_gone_on_with() -> None:
    assert follow([LOCK], [TOLD_FAIR], "2031-W05")[0].since == "2031-W05"
