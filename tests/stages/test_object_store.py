"""Exports from and documents to an object store: a real S3 server of its own process, on this machine."""

import gzip
import hashlib
import json
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from letters import batch, docgen, documents, environment, export, letters, number, own

SERVER = """
import logging, sys
from moto.server import ThreadedMotoServer
logging.disable()
server = ThreadedMotoServer(port=0, verbose=False)
server.start()
print(*server.get_host_and_port(), flush=True)
sys.stdin.read()
"""

SIGNED = "AWS4-HMAC-SHA256 Credential=a/20261122/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0"
"""What the server takes for a signature: it looks only whether there is one."""


@dataclass(frozen=True)
class Store:
    """An S3 server, asked as any program may ask it."""

    url: str

    @property
    def env(self) -> dict[str, str]:
        """Return what a program is told to find it."""
        keys = {"AWS_ACCESS_KEY_ID": "a", "AWS_SECRET_ACCESS_KEY": "b", "AWS_DEFAULT_REGION": "us-east-1"}
        return {"AWS_ENDPOINT_URL": self.url, "AWS_CONFIG_FILE": "", "AWS_SHARED_CREDENTIALS_FILE": "", **keys}

    def put(self, name: str, data: bytes = b"") -> None:
        self._asked("PUT", name, data)

    def get(self, name: str) -> bytes:
        return self._asked("GET", name)

    def delete(self, name: str) -> None:
        self._asked("DELETE", name)

    def objects(self, bucket: str = "hink", prefix: str = "ut/") -> dict[str, bytes]:
        listing = ET.fromstring(self._asked("GET", f"{bucket}?list-type=2&prefix={prefix}"))  # noqa: S314 - our server
        keys = [one.text or "" for one in listing.iter() if one.tag.rpartition("}")[2] == "Key"]
        return {key.removeprefix(prefix): self.get(f"{bucket}/{key}") for key in keys}

    def _asked(self, method: str, name: str, data: bytes | None = None) -> bytes:
        headers = {"Content-Type": "application/octet-stream", "Authorization": SIGNED}
        asked = urllib.request.Request(f"{self.url}/{name}", data, headers, method=method)  # noqa: S310 - our server
        with urllib.request.urlopen(asked, timeout=30) as answer:  # noqa: S310
            return bytes(answer.read())


@pytest.fixture(scope="module")
def server() -> Iterator[Store]:
    with subprocess.Popen(
        [sys.executable, "-c", SERVER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment(), text=True
    ) as process:
        assert process.stdout
        assert process.stdin
        host, port = process.stdout.readline().split()
        found = Store(f"http://{host.replace('0.0.0.0', '127.0.0.1')}:{port}")  # noqa: S104 - what it says
        found.put("hink")
        yield found
        process.stdin.close()


@pytest.fixture
def store(server: Store) -> Store:
    """Return the server with nothing in its bucket."""
    for name in server.objects(prefix=""):
        server.delete(f"hink/{name}")
    return server


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return what a batch of six letters makes on a disk."""
    folder = tmp_path_factory.mktemp("lokalt")
    batch(export(folder / "e.jsonl", 6), folder / "ut")
    return documents(folder / "ut")


def made(
    store: Store, tmp_path: Path, *more: str, source: str = "s3://hink/e.jsonl", out: str = "s3://hink/ut"
) -> subprocess.CompletedProcess[str]:
    return batch(source, out, "--logbook", tmp_path / "bok", "--workers", "2", *more, env=store.env)


def verified(store: Store, tmp_path: Path) -> tuple[int, list[dict[str, str]]]:
    done = docgen("verify", tmp_path / "bok", "--json", env=store.env)
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()]


def test_a_batch_from_a_store_to_a_store_makes_what_one_on_a_disk_makes(
    store: Store, tmp_path: Path, local: dict[str, bytes]
) -> None:
    store.put("hink/e.jsonl", letters(6).encode())
    done = made(store, tmp_path)
    assert done.returncode == 0, done.stderr
    assert store.objects() == local
    assert sorted(done.stdout.splitlines()) == sorted(f"s3://hink/ut/{name}" for name in local)
    assert documents(tmp_path / "bok") == {}
    assert own(tmp_path / "bok") == {"logbook.sqlite", "logbook.lock", "nyckel"}
    assert verified(store, tmp_path) == (0, [])


@pytest.mark.parametrize("name", ["e.json", "mapp/e.jsonl", "e.jsonl.gz"])
def test_every_kind_of_export_is_read_from_a_store(
    name: str, store: Store, tmp_path: Path, local: dict[str, bytes]
) -> None:
    data = letters(6).encode()
    if name.endswith(".json"):
        data = b"[" + b",".join(data.splitlines()) + b"]"
    store.put(f"hink/{name}", gzip.compress(data) if name.endswith(".gz") else data)
    store.put("hink/mapp/README.txt", b"no export")
    done = made(store, tmp_path, source="s3://hink/mapp" if "/" in name else f"s3://hink/{name}")
    assert done.returncode == 0, done.stderr
    assert store.objects() == local


def test_a_batch_goes_on_where_it_was_and_makes_again_what_is_gone(
    store: Store, tmp_path: Path, local: dict[str, bytes]
) -> None:
    store.put("hink/e.jsonl", letters(4).encode())
    assert made(store, tmp_path).returncode == 0
    lost = next(iter(store.objects()))
    store.delete(f"hink/ut/{lost}")
    store.put("hink/e.jsonl", letters(6).encode())
    again = made(store, tmp_path, "--json")
    told = [json.loads(line)["status"] for line in again.stdout.splitlines()]
    assert (told.count("oforandrad"), told.count("gjord")) == (3, 3), again.stderr
    assert store.objects() == local


def test_a_foreign_object_is_not_overwritten_until_it_is_told_to(
    store: Store, tmp_path: Path, local: dict[str, bytes]
) -> None:
    foreign = next(name for name in local if "/" not in name)
    store.put("hink/e.jsonl", letters(6).encode())
    store.put(f"hink/ut/{foreign}", b"somebody else's")
    refused = made(store, tmp_path, "--json")
    failed = [json.loads(line)["kod"] for line in refused.stdout.splitlines() if "misslyckad" in line]
    assert (refused.returncode, failed) == (1, ["S-01"])
    assert store.get(f"hink/ut/{foreign}") == b"somebody else's"
    assert len(store.objects()) == 11
    assert made(store, tmp_path, "--overwrite").returncode == 0
    assert store.objects() == local


def test_the_same_document_in_another_format_is_taken_away_only_when_it_is_told_to(
    store: Store, tmp_path: Path, local: dict[str, bytes]
) -> None:
    name = next(name for name in local if "/" not in name).replace(".docx", ".pdf")
    store.put("hink/e.jsonl", letters(6).encode())
    store.put(f"hink/ut/{name}", b"an old one")
    assert made(store, tmp_path).returncode == 1
    assert store.get(f"hink/ut/{name}") == b"an old one"
    assert made(store, tmp_path, "--overwrite").returncode == 0
    assert store.objects() == local


def test_verify_finds_what_is_missing_changed_and_foreign_in_a_store(store: Store, tmp_path: Path) -> None:
    store.put("hink/e.jsonl", letters(3).encode())
    made(store, tmp_path)
    first, second, *_ = sorted(store.objects())
    store.delete(f"hink/ut/{first}")
    store.put(f"hink/ut/{second}", b"changed")
    store.put("hink/ut/annan/fil.pdf", b"foreign")
    code, found = verified(store, tmp_path)
    assert code == 1
    assert sorted((one["fel"], one["namn"]) for one in found) == sorted(
        [("saknas", first), ("andrad", second), ("frammande", "annan/fil.pdf")]
    )


def test_status_and_retry_are_about_the_folder_of_the_logbook(store: Store, tmp_path: Path) -> None:
    lines = letters(3).splitlines()
    store.put("hink/e.jsonl", "\n".join([*lines[:2], "{"]).encode())
    assert made(store, tmp_path).returncode == 1
    status = docgen("status", tmp_path / "bok")
    assert (status.returncode, "J-01" in status.stdout) == (1, True)
    store.put("hink/e.jsonl", "\n".join(lines).encode())
    again = docgen("retry", tmp_path / "bok", "--json", env=store.env)
    assert again.returncode == 0, again.stderr
    assert len(store.objects()) == 6
    assert docgen("status", tmp_path / "bok").returncode == 0


def test_documents_go_from_a_disk_to_a_store_and_from_a_store_to_a_disk(
    store: Store, tmp_path: Path, local: dict[str, bytes]
) -> None:
    store.put("hink/e.jsonl", letters(6).encode())
    assert made(store, tmp_path, source=str(export(tmp_path / "e.jsonl", 6))).returncode == 0
    assert batch("s3://hink/e.jsonl", tmp_path / "ut", env=store.env).returncode == 0
    assert store.objects() == documents(tmp_path / "ut") == local


def test_the_logbook_knows_each_object_by_its_own_bytes(store: Store, tmp_path: Path) -> None:
    store.put("hink/e.jsonl", letters(1).encode())
    told = json.loads(made(store, tmp_path, "--json").stdout)
    names = [name.removeprefix("s3://hink/ut/") for name in told["filer"]]
    assert told["nyckel"] == number(1)
    assert {hashlib.sha256(store.objects()[name]).hexdigest() for name in names} == {
        hashlib.sha256(data).hexdigest() for data in store.objects().values()
    }


@pytest.mark.parametrize(
    ("source", "out", "told"),
    [
        ("s3://hink/finns-inte.jsonl", "s3://hink/ut", (66, "J-10")),
        ("s3://hink/e.jsonl", "s3://ingen-hink/ut", (73, "S-03")),
        ("s3://hink/e.jsonl", "okand://hink/ut", (69, "W-06")),
    ],
)
def test_what_cannot_be_reached_is_told_by_its_code(
    source: str, out: str, told: tuple[int, str], store: Store, tmp_path: Path
) -> None:
    store.put("hink/e.jsonl", letters(2).encode())
    done = made(store, tmp_path, source=source, out=out)
    assert (done.returncode, told[1] in done.stderr, "Traceback" in done.stderr) == (told[0], True, False), done.stderr


def test_a_store_that_does_not_answer_stops_the_batch_and_nothing_is_lost(store: Store, tmp_path: Path) -> None:
    away = Store("http://127.0.0.1:9")
    done = made(away, tmp_path, source=str(export(tmp_path / "e.jsonl", 2)))
    assert (done.returncode, "W-06" in done.stderr, "Traceback" in done.stderr) == (69, True, False), done.stderr
    assert made(store, tmp_path, source=str(tmp_path / "e.jsonl")).returncode == 0
    assert len(store.objects()) == 4


@pytest.mark.parametrize("order", [("s3://hink/ut",), ("ut", "--logbook", "bok")])
def test_an_address_and_a_folder_for_the_logbook_go_together(order: tuple[str, ...], tmp_path: Path) -> None:
    export(tmp_path / "e.jsonl", 1)
    done = docgen("batch", "e.jsonl", "--out", *order, cwd=tmp_path)
    assert (done.returncode, "U-07" in done.stderr) == (2, True)


def test_without_the_extra_it_is_told_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text("import sys\nsys.modules['fsspec'] = None\n", encoding="utf-8")
    done = batch("s3://hink/e.jsonl", tmp_path / "ut", env={"PYTHONPATH": str(tmp_path)})
    assert (done.returncode, "docgen[objekt]" in done.stderr) == (69, True), done.stderr
