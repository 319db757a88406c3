"""Seals: what shows that a row of the logbook, or what a record said, is as it was.

A plain hash of a record could be turned back into the personnummer in it by trying them all, so every seal is an HMAC
with a key of its own for each folder. The key lies beside the logbook, for its owner only: whoever hands the logbook on
keeps the key. A seal shows a row that was damaged or changed by hand, not one by somebody who has the key.
"""

import hashlib
import hmac
import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path

KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class Sealer:
    """Makes seals with one key; its repr does not show it."""

    key: bytes = field(repr=False)

    def of(self, data: bytes) -> str:
        """Return the HMAC-SHA-256 of ``data`` as 64 hexadecimal digits."""
        return hmac.new(self.key, data, hashlib.sha256).hexdigest()

    def row(self, *values: str | int) -> str:
        """Return the seal of a row; no two rows of different values have the same text."""
        return self.of("\x1f".join(f"{len(str(one))}:{one}" for one in values).encode())


def sealer(folder: Path, drafts: Path) -> Sealer:
    """Return the sealer of ``folder``, with a new key where there is none; raise OSError when it cannot be used.

    Shards that begin at the same moment get the same key: that of the one whose draft was named first.
    """
    path = folder / "nyckel"
    if not path.exists():
        draft = drafts / f"nyckel-{secrets.token_hex(8)}"
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as stream:
            stream.write(secrets.token_bytes(KEY_BYTES))
            stream.flush()
            os.fsync(stream.fileno())
        _name(draft, path)
    return Sealer(path.read_bytes())


def _name(draft: Path, path: Path) -> None:
    """Give the draft its name if nobody has it."""
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    except OSError:  # there are no hard links here (network shares, FAT)
        draft.replace(path)
    draft.unlink(missing_ok=True)
