"""A real PostgreSQL server for tests: its own data folder and port, stopped when the tests end."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path

from tests.parts import missing

_FOLDERS = (*sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True),)


def find_binaries() -> Path:
    """The folder of PostgreSQL's programs; skips the test where there is none."""
    on_path = shutil.which("initdb")
    folders = [Path(on_path).resolve().parent] if on_path else list(_FOLDERS)
    if not folders:
        missing("no PostgreSQL here: install the package postgresql (15 or newer)")
    return folders[0]


def _find_runuser() -> str:
    """Debian's runuser, also where the search path has no folder of the administrator's programs."""
    found = shutil.which("runuser", path=os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/sbin")))
    return found or missing("no runuser here to start PostgreSQL as its own user: install util-linux")


class PostgresServer:
    """Start it with ``start``; ``stop`` and ``start`` again keep the data. 127.0.0.1 only."""

    def __init__(self) -> None:
        self._bin = find_binaries()
        # PostgreSQL refuses to run as root: then it runs as the package's own user.
        self._as_user = [_find_runuser(), "-u", "postgres", "--"] if os.geteuid() == 0 else []
        owner = _postgres_user() if self._as_user else None
        self._folder = Path(tempfile.mkdtemp(prefix="telco-postgres-"))
        if owner:
            os.chown(self._folder, owner.pw_uid, owner.pw_gid)
        self._data = self._folder / "data"
        self.port = _free_port()
        self._call("initdb", "-D", str(self._data), "-U", "telco", "-A", "trust", "-E", "UTF8", "--no-sync")

    def url(self, database: str = "postgres") -> str:
        return f"postgresql://telco@127.0.0.1:{self.port}/{database}"

    def start(self) -> None:
        options = (
            f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={self._folder} "
            "-c max_connections=100"
        )
        log = str(self._folder / "log")
        self._call("pg_ctl", "start", "-w", "-D", str(self._data), "-l", log, "-o", options)

    def stop(self, mode: str = "fast") -> None:
        self._call("pg_ctl", "stop", "-w", "-D", str(self._data), "-m", mode)

    def create(self, database: str) -> str:
        """A new empty database; returns its URL."""
        self._call("createdb", "-h", "127.0.0.1", "-p", str(self.port), "-U", "telco", database)
        return self.url(database)

    def remove(self) -> None:
        self.stop("immediate")
        shutil.rmtree(self._folder, ignore_errors=True)

    def _call(self, program: str, *arguments: str) -> None:
        command = [*self._as_user, str(self._bin / program), *arguments]
        # pg_ctl's server inherits the pipes: waiting for their end would wait for the server's.
        with tempfile.TemporaryFile() as output:
            done = subprocess.run(  # noqa: S603
                command, stdout=output, stderr=output, stdin=subprocess.DEVNULL, check=False, cwd="/"
            )
            output.seek(0)
            assert done.returncode == 0, f"{program}: {output.read().decode()}"


def _postgres_user() -> pwd.struct_passwd:
    try:
        return pwd.getpwnam("postgres")
    except KeyError:
        missing("running as root, and there is no user postgres to run PostgreSQL as")


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
