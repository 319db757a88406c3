"""``docgen batch`` and ``docgen retry``: make the documents of every record of every export."""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

import click

from docgen.batch import batch as made
from docgen.cli import exits
from docgen.cli.making import making, told
from docgen.cli.ordering import json_option, ordered
from docgen.cli.progress import Progress
from docgen.cli.speech import SpokenCommand, argument, lang_option, option, said
from docgen.errors import UsageError
from docgen.folder import ordered_in
from docgen.order import Cluster, Order, Shard, is_address
from docgen.stages import report


class ShardType(click.ParamType[Shard]):
    """A shard as ``3/16``."""

    name = "shard"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Shard:  # noqa: ANN401
        """Return the shard, or refuse in the language of this call."""
        number, slash, of = str(value).partition("/")
        if slash and number.isdecimal() and of.isdecimal() and 1 <= int(number) <= int(of):
            return Shard(int(number), int(of))
        raise click.BadParameter(said().word("ingen_skarva", varde=str(value)), ctx, param)


TLS = click.Path(exists=True, dir_okay=False)


@dataclass(slots=True)
class Stop:
    """Whether somebody has asked the batch to stop."""

    asked: bool = False

    def __call__(self) -> bool:
        """Return whether somebody has."""
        return self.asked


@click.command(cls=SpokenCommand, help="batch")
@argument("exports", nargs=-1, required=True, metavar="EXPORT...")
@option("--out", type=click.Path(file_okay=False), required=True, help="flagga.out.batch")
@option("--logbook", type=click.Path(file_okay=False, path_type=Path), help="flagga.logbook")
@option("--workers", type=click.IntRange(1, 256), envvar="DOCGEN_WORKERS", metavar="N", help="flagga.workers")
@option("--shard", type=ShardType(), metavar="I/N", help="flagga.shard")
@option("--cluster", metavar="ADDRESS", envvar="DOCGEN_CLUSTER", help="flagga.cluster")
@option("--cluster-tls-ca", type=TLS, envvar="DOCGEN_CLUSTER_TLS_CA", help="flagga.cluster.ca")
@option("--cluster-tls-cert", type=TLS, envvar="DOCGEN_CLUSTER_TLS_CERT", help="flagga.cluster.cert")
@option("--cluster-tls-key", type=TLS, envvar="DOCGEN_CLUSTER_TLS_KEY", help="flagga.cluster.key")
@making
def batch(
    exports: tuple[str, ...],
    *,
    out: str,
    logbook: Path | None,
    workers: int | None,
    **chosen: Any,  # noqa: ANN401 - as in making
) -> None:
    """Make the documents of every record of every export."""
    if is_address(out) != (logbook is not None):
        raise UsageError("U-07")
    place = {"out": logbook, "store": out.rstrip("/")} if logbook else {"out": Path(out)}
    chosen |= {**place, "cluster": _cluster(**chosen), "workers": workers or len(os.sched_getaffinity(0))}
    order = ordered(exports, **chosen)
    _carried_out(order, as_json=chosen["as_json"])


def _cluster(**chosen: Any) -> Cluster | None:  # noqa: ANN401 - click's options
    tls = [chosen[f"cluster_tls_{one}"] for one in ("ca", "cert", "key")]
    return Cluster(chosen["cluster"], *tls) if chosen["cluster"] else None


@click.command(cls=SpokenCommand, help="retry")
@argument("folder", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path))
@json_option
@lang_option
def retry(folder: Path, *, as_json: bool) -> None:
    """Carry out the order of a folder again: what is made is left, what failed is tried once more."""
    order = ordered_in(folder)
    os.chdir(order.start)
    _carried_out(order, as_json=as_json)


def _carried_out(order: Order, *, as_json: bool) -> None:
    began, tally, stop = time.perf_counter(), report.Tally(), Stop()
    with _heard(stop), Progress(said()) as progress:
        for outcome in told(progress.counted(made(order, progress.begins, stop)), as_json=as_json):
            tally.add(outcome)
    for line in report.summary(tally, time.perf_counter() - began, said()):
        click.echo(line, err=True)
    if stop.asked:
        click.echo(said().word("avbrutet"), err=True)
        raise click.exceptions.Exit(exits.INTERRUPTED)
    if tally.failed:
        raise click.exceptions.Exit(exits.SOME_FAILED)


@contextmanager
def _heard(stop: Stop) -> Iterator[None]:
    """Let the first SIGINT or SIGTERM ask the batch to finish what it is at, and the second end it at once."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def asked(number: int, _frame: FrameType | None) -> None:
        stop.asked = True
        click.echo(said().word("avslutar"), err=True)
        signal.signal(number, signal.default_int_handler)

    for number in before:
        signal.signal(number, asked)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
