"""Read the TOML files that people edit: settings, sentences and the law catalogue."""

import re
import tomllib
from pathlib import Path
from typing import Any

from docgen.errors import SettingsError

_PLACE = re.compile(r"line (\d+), column (\d+)")


def content(path: Path, code: str) -> dict[str, Any]:
    """Return what ``path`` holds; raise SettingsError ``code`` with the reason, and the place where TOML breaks."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError:
        raise SettingsError(code, fil=str(path), orsak="oatkomlig_fil") from None
    except UnicodeDecodeError:
        raise SettingsError(code, fil=str(path), orsak="inte_utf8") from None
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        if place is None:  # the file breaks off
            raise SettingsError(code, fil=str(path), orsak="toml_avbruten") from None
        raise SettingsError(code, fil=str(path), orsak="fel_toml", rad=place[1], tecken=place[2]) from None
