from tests.mutations import find_faults


def test_damaged_files_are_read_or_refused_and_nothing_else():
    tried, faults = find_faults(seconds=30)
    assert tried > 0
    assert faults == []
