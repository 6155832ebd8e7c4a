"""Keys of the service: made once, shown once, and kept as hashes alone.

The file holds for each key a name, its role and the SHA-256 of the secret. The secrets are 256 random bits, so a plain
hash cannot be turned back. Only the owner of the file may read it.
"""

import json
import os
from collections.abc import Iterable
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from secrets import token_urlsafe
from typing import Final, Literal

from filelock import FileLock
from pydantic import BaseModel, ConfigDict, TypeAdapter

from graphmodel.errors import BadInputError, NotFoundError, UsageError

Role = Literal["reader", "planner", "editor"]
ROLES: Final[tuple[Role, ...]] = ("reader", "planner", "editor")
"""Each may do what the ones before it may: read; ask Cypher of one's own; write."""
PREFIX: Final = "gm_"
_BYTES: Final = 32


class Key(BaseModel):
    """A key, without its secret."""

    model_config = ConfigDict(frozen=True)

    name: str
    role: Role
    hash: str
    made: datetime


_KEYS: Final = TypeAdapter(tuple[Key, ...])


def hashed(secret: str) -> str:
    """What is kept of a secret."""
    return sha256(secret.encode(errors="replace")).hexdigest()


class KeyFile:
    """The keys of one installation."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "keys.json"

    def all(self) -> tuple[Key, ...]:
        """The keys there are. Raises BadInputError where the file cannot be read."""
        try:
            return _KEYS.validate_json(self.file.read_bytes())
        except FileNotFoundError:
            return ()
        except (OSError, ValueError) as error:
            raise BadInputError("cli.bad_keys", file=self.file) from error

    def add(self, name: str, role: Role) -> str:
        """Make a key; its secret, which nobody can show again. Raises UsageError where the name is taken."""
        with self._lock():
            known = self.all()
            if any(key.name == name for key in known):
                raise UsageError("cli.key_taken", name=name)
            secret = PREFIX + token_urlsafe(_BYTES)
            made = datetime.now(UTC).replace(microsecond=0)
            self._write((*known, Key(name=name, role=role, hash=hashed(secret), made=made)))
        return secret

    def revoke(self, name: str) -> None:
        """Take a key away. Raises NotFoundError where there is none of this name."""
        with self._lock():
            known = self.all()
            left = [key for key in known if key.name != name]
            if len(left) == len(known):
                raise NotFoundError("cli.no_key", name=name)
            self._write(left)

    def _lock(self) -> FileLock:
        self.file.parent.mkdir(parents=True, exist_ok=True)
        return FileLock(self.file.with_suffix(".lock"))

    def _write(self, keys: Iterable[Key]) -> None:
        told = json.dumps([key.model_dump(mode="json") for key in keys], ensure_ascii=False, indent=1)
        draft = self.file.with_suffix(".new")
        with os.fdopen(
            os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8"
        ) as out:
            out.write(told)
        draft.replace(self.file)
