"""The fingerprint of a record: what ties a finished document to the data it was made from."""

import hashlib
import hmac
import json

from docgen.documents.record import Record


def fingerprint(record: Record, key: bytes) -> str:
    """Return the HMAC-SHA-256 of what the record says, as 64 hexadecimal digits.

    It is for proving later that a document was made from these data and no others: who has the record and the key
    counts it again and compares it with the one in the file. To others it says nothing, which is why there is none
    without a key: the personnummer behind a bare hash is found by trying them all.

    Hashed is the JSON of the fields that the export gave, as they were read: names sorted, no space between, UTF-8;
    the same on every machine, and in a later version with more fields. The order of the names does not count, nor
    a field that is null, nor ``$schema``, which is there for an editor.
    """
    said = record.model_dump(mode="json", by_alias=True, exclude_unset=True, exclude_none=True, exclude={"schema_"})
    canonical = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hmac.new(key, canonical.encode(), hashlib.sha256).hexdigest()
