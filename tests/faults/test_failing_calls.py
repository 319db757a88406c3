"""R4: a call to the system that fails stops the batch with the right exit code and in words, and the next finishes it.

strace lets a call of the supervisor, the planner or the worker fail, where it is about the output folder or the export.
"""

import shlex
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from batches import export
from sizes import size
from started import Ended, Run, broken, by_chance, carried_out, command, not_whole, unbroken, unlike, untrue
from syscalls import Place, injected, places, watched

RECORDS = 6
PROCESSES = ("supervisor", "planner", "worker")
ERRORS = {
    "openat": ("EIO", "ENOSPC", "EACCES", "EMFILE", "EINTR"),
    "write": ("EIO", "ENOSPC", "EINTR"),
    "pwrite64": ("EIO", "ENOSPC", "EINTR"),
    "fsync": ("EIO", "ENOSPC", "EINTR"),
    "fdatasync": ("EIO", "ENOSPC", "EINTR"),
    "syncfs": ("EIO", "ENOSPC", "EINTR"),
    "rename": ("EIO", "ENOSPC", "EACCES"),
    "link": ("EIO", "ENOSPC", "EACCES"),
}
WRAPPER = """#!/bin/sh
case "$2" in
    docgen.executors.planner) exec {planner} "{python}" "$@" ;;
    docgen.executors.worker) exec {worker} "{python}" "$@" ;;
esac
"""
Calm = Mapping[str, list[Place]]
Whole = Mapping[str, bytes]


def disturbed(folder: Path, variant: str = "", **failing: list[str]) -> Run:
    """Start a batch of which each process is watched, and those that are named have calls that fail."""
    export(folder / "e.jsonl", RECORDS)
    watch = {one: watched(folder / one, *failing.get(one, []), alone=one == "supervisor") for one in PROCESSES}
    quoted = {one: shlex.join(["strace", "-D", *words[1:]]) for one, words in watch.items()}
    wrapper = folder / "python"
    wrapper.write_text(WRAPPER.format(python=sys.executable, **quoted), encoding="ascii")
    wrapper.chmod(0o755)
    ordered = command(folder / "e.jsonl", folder / "ut", workers=1)
    return Run([*watch["supervisor"], *ordered], folder, {**broken(variant), "DOCGEN_TEST_PYTHON": str(wrapper)})


@pytest.fixture(scope="session")
def calm(tmp_path_factory: pytest.TempPathFactory) -> Calm:
    """Return the calls of each process of a batch in which none fails."""
    folder = tmp_path_factory.mktemp("calm")
    assert disturbed(folder).ended().code == 0
    return {one: places(folder / one, folder) for one in PROCESSES}


def failing(process: str, place: Place, error: str, folder: Path, variant: str = "") -> tuple[Ended, list[Place]]:
    """Carry out a batch in which a call fails, and return which it was: that one or one near to it; at the end none."""
    fault = ["-e", f"inject={place.name}:error={error}:when={place.at}"]
    run = disturbed(folder, variant, **{process: fault})
    ended = run.ended()
    assert run.survivors() == []
    return ended, injected(folder / process, folder)


def right(failed: list[Place], error: str) -> int:
    """Return the exit code that tells of the failure."""
    if not failed:
        return 0
    return 77 if error == "EACCES" and not any("logbook.sqlite" in one.file for one in failed) else 74


@pytest.mark.parametrize("seed", range(size(720, 6)))
def test_a_call_that_fails_is_told_and_costs_nothing(
    seed: int, tmp_path: Path, calm: Calm, record_property: Callable[[str, object], None]
) -> None:
    whole = unbroken(RECORDS)
    chance, process, out = by_chance(seed), PROCESSES[seed % 3], tmp_path / "ut"
    name = chance.choice(sorted({one.name for one in calm[process]} & ERRORS.keys()))
    place = chance.choice([one for one in calm[process] if one.name == name])
    error = chance.choice(ERRORS[name])
    ended, failed = failing(process, place, error, tmp_path)
    record_property("size", len(failed))  # where the batch was over before that call, nothing was tried
    told = f"{process} {place} {error} {failed}: {ended}"
    assert "Traceback" not in ended.err, told
    assert ended.code in {0, right(failed, error)}, told
    assert (not_whole(out, whole), untrue(out, whole)) == ([], []), told
    if ended.code:
        assert "Fel " in ended.err, told
        assert carried_out(command(tmp_path / "e.jsonl", out), tmp_path).code == 0, told
    assert unlike(out, whole) == [], told


@pytest.mark.parametrize(
    ("variant", "process", "name"),
    [("takes_no_for_an_answer", "worker", "syncfs"), ("lets_refusals_through", "planner", "fsync")],
)
def test_a_docgen_that_is_broken_is_found_out(
    variant: str, process: str, name: str, tmp_path: Path, calm: Calm
) -> None:
    whole = unbroken(RECORDS)
    place = next(one for one in calm[process] if one.name == name)
    ended, failed = failing(process, place, "EIO", tmp_path, variant)
    assert failed
    assert ended.code not in {0, right(failed, "EIO")} or unlike(tmp_path / "ut", whole) != []
