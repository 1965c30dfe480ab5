"""The workflow that publishes: it runs what it names, and may do no more than it must."""

import re

import yaml
from conftest import ROOT
from wheels import PYTHONS

FILE = ROOT / ".github/workflows/publish.yml"


def test_every_action_is_pinned_to_a_commit() -> None:
    used = re.findall(r"uses: (\S+)(.*)", FILE.read_text("utf-8"))
    assert used
    for action, comment in used:
        assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", action)
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", comment)


def test_each_job_has_the_least_permissions() -> None:
    workflow = yaml.safe_load(FILE.read_text("utf-8"))
    assert workflow["permissions"] == {}
    jobs = workflow["jobs"]
    assert jobs["build"]["permissions"] == {"contents": "read", "pages": "read"}
    assert jobs["publish"]["permissions"] == {"pages": "write", "id-token": "write"}


def test_what_is_published_has_been_tested() -> None:
    jobs = yaml.safe_load(FILE.read_text("utf-8"))["jobs"]
    runs = [step.get("run", "") for step in jobs["build"]["steps"]]
    assert runs.index("make test") < runs.index("make build")
    assert jobs["publish"]["needs"] == ["build", "newest"]


def test_oldest_and_newest_python_are_tested() -> None:
    jobs = yaml.safe_load(FILE.read_text("utf-8"))["jobs"]
    pythons = [
        step["with"]["python-version"]
        for job in ("build", "newest")
        for step in jobs[job]["steps"]
        if "setup-python" in step.get("uses", "")
    ]
    assert pythons == [PYTHONS[0], PYTHONS[-1]]
