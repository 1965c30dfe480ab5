"""The faults of `make break-report` are put into what is there."""

from reports.break_report import gone, read_faults


def test_every_fault_has_its_place_and_its_tests() -> None:
    stale = {fault.fault: missing for fault in read_faults() if (missing := gone(fault))}
    assert not stale, (
        f"tests/reports/faults.yml: mend or remove what names something that is gone: {stale}"
    )
