"""The managed local Neo4j, as its users see it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from graphmodel.engine import archive, bolt, disk, guard, jars, process, server, users
from graphmodel.engine.closure import Closure, shipped
from graphmodel.engine.config import Connection, EngineConfig, Status
from graphmodel.engine.home import Home
from graphmodel.engine.progress import Progress, Silent


class Engine:
    """One Neo4j of our own: fetched once, started when needed, bound to loopback, its data in one folder.

    Every method may be called from any process and thread at any time; those that change something wait for
    each other. Each raises EngineError, whose text says what was wrong, where, and what to do.
    """

    def __init__(self, config: EngineConfig, closure: Closure | None = None) -> None:
        self._home = Home(config.home.expanduser().resolve())
        self._config = replace(config, jars=config.jars.expanduser().resolve())
        self._closure = closure or shipped()
        self._archiver = archive.Archiver(self._home, self._config, self._closure)

    def fetch(
        self, progress: Progress | None = None, *, to: Path | None = None, source: Path | None = None
    ) -> None:
        """Have the program, 128 MB, in the folder of the jars, every file checked; what is there stays.

        `source` is a folder to take it from instead of the network; `to` is a folder to copy it to.
        """
        watcher = progress or Silent()
        if source:
            jars.ensure(self._closure, self._config.jars, jars.folder_source(source.expanduser()), watcher)
        else:
            self._have_jars(watcher)
        if to:
            jars.ensure(self._closure, to.expanduser(), jars.folder_source(self._config.jars), watcher)

    def start(self, progress: Progress | None = None) -> Connection:
        """Have a server run until `stop`, fetching the program first where it is missing."""
        with disk.held(self._home.lock):
            return self._up(progress or Silent(), keep=True)

    def stop(self) -> bool:
        """Stop the server, open sessions or not; returns whether there was one."""
        with disk.held(self._home.lock):
            return server.down(self._home)

    @contextmanager
    def session(self, progress: Progress | None = None) -> Iterator[Connection]:
        """Use the server that is running, or one that is stopped again when the last session ends."""
        with disk.held(self._home.lock):
            alone = not users.present(self._home.users)
            entry = users.join(self._home.users)
            try:
                connection = self._up(progress or Silent(), keep=False)
                if alone:
                    guard.post(self._home)
            except BaseException:
                users.leave(entry)
                raise
        try:
            yield connection
        finally:
            with disk.held(self._home.lock):
                users.leave(entry)
                guard.leave(self._home)

    def status(self) -> Status:
        """What is known without starting, waiting or changing anything."""
        home, state = self._home, self._home.state()
        alive = process.running(home, state)
        answers = bool(alive and bolt.speaks(state.port))
        return Status(
            state="running" if answers else "stale" if alive or state.pid else "stopped",
            pid=alive.pid if alive else None,
            uri=server.uri(state.port) if state.port else None,
            neo4j=self._closure.version,
            store_neo4j=state.neo4j or None,
            store_bytes=disk.size_of(home.data),
            jars_present=sum(jar.lies_in(self._config.jars) for jar in self._closure.jars),
            jars_total=len(self._closure.jars),
            home=home.path,
        )

    def reset(self) -> None:
        """Stop the server and delete the store; the program, the password and the port stay."""
        with disk.held(self._home.lock), disk.writing(self._home.data):
            server.down(self._home)
            archive.discard(self._home.aside)
            archive.discard(self._home.data)
            self._home.remember(replace(self._home.state(), neo4j=""))

    def backup(self, path: Path, progress: Progress | None = None) -> None:
        """Write the store to the file `path`. A running server is stopped for it and started again."""
        self._offline(lambda: self._archiver.dump(path.expanduser().absolute()), progress or Silent())

    def restore(self, path: Path, progress: Progress | None = None) -> None:
        """Replace the store by the backup in the file `path`, likewise."""
        self._offline(lambda: self._archiver.load(path.expanduser().absolute()), progress or Silent())

    def _up(self, progress: Progress, *, keep: bool) -> Connection:
        archive.put_back(self._home)
        if not server.attach(self._home):
            self._have_jars(progress)
            server.launch(self._home, self._config, self._closure, progress)
        if keep:
            self._home.remember(replace(self._home.state(), kept=True))
        return server.connection(self._home)

    def _have_jars(self, progress: Progress) -> None:
        if jars.missing(self._closure, self._config.jars):
            from graphmodel.engine import repository  # noqa: PLC0415 - its libraries take half a second to load

            with repository.repository_source(repository.address(self._config.mirror)) as source:
                jars.ensure(self._closure, self._config.jars, source, progress)

    def _offline(self, work: Callable[[], None], progress: Progress) -> None:
        with disk.held(self._home.lock):
            self._have_jars(progress)
            kept, ran = self._home.state().kept, server.down(self._home)
            archive.put_back(self._home)
            try:
                work()
            finally:
                if ran:
                    self._up(progress, keep=kept)
