"""The load tool: `wrk` with a script that goes through a list of requests."""

import json
import re
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from shutil import which
from typing import Final, NamedTuple

_SCRIPT: Final = """\
local requests, number = {}, 0
for line in io.lines("REQUESTS") do
  local method, path, headers, body = line:match("^(%S+)\\t(%S+)\\t([^\\t]*)\\t(.*)$")
  local given = {["Accept-Encoding"] = "identity"}
  for name, value in headers:gmatch("([%w-]+)=([^;]+);") do given[name] = value end
  requests[#requests + 1] = {method, path, given, body ~= "" and body or nil}
end
function request()
  number = number + 1
  local one = requests[number % #requests + 1]
  local path = one[2]:gsub("NUMBER", START .. "x" .. number)
  return wrk.format(one[1], path, one[3], one[4])
end
function response(status, headers, body)
  if status > 399 then print("REFUSED", status, body) end
end
"""
_UNITS: Final = {"us": 0.001, "ms": 1.0, "s": 1000.0}


class Call(NamedTuple):
    """One request; `NUMBER` in its path stands for another number each time."""

    path: str
    headers: Mapping[str, str] | None = None
    body: object = None


class Measured(NamedTuple):
    """Answers a second, and milliseconds of the median and of the slowest hundredth."""

    rate: float
    median: float
    p99: float

    def __str__(self) -> str:
        return f"{self.rate:>8,.0f} {self.median:>8.1f} {self.p99:>8.1f}"


NOTHING: Final = Measured(0, float("inf"), float("inf"))


def loaded(way: str, port: int, calls: Iterable[Call], clients: int, seconds: int, folder: Path) -> Measured:
    """What `wrk` measures. Raises RuntimeError, with the way and what it answered, where an answer was no success."""
    requests, script = folder / "requests.tsv", folder / "requests.lua"
    requests.write_text("".join(map(_line, calls)), encoding="utf-8")
    start = f'"{clients}-{script.stat().st_mtime_ns if script.exists() else 0}"'
    script.write_text(_SCRIPT.replace("REQUESTS", str(requests)).replace("START", start), encoding="utf-8")
    tool = which("wrk")
    if tool is None:
        raise RuntimeError("the load tool wrk is not on the PATH; Debian, Ubuntu: apt-get install wrk")
    words = [tool, "-t1", f"-c{clients}", f"-d{seconds}s", "--timeout", "30s", "--latency", "-s", str(script)]
    told = subprocess.run(
        [*words, f"http://127.0.0.1:{port}"], capture_output=True, text=True, check=True
    ).stdout
    if "Non-2xx" in told or "Socket errors" in told:
        raise RuntimeError(f"{way}, {clients} clients:\n{told}")
    rate = re.search(r"Requests/sec:\s+([\d.]+)", told)
    return Measured(float(rate[1]) if rate else 0, _latency(told, "50"), _latency(told, "99"))


def _latency(told: str, percent: str) -> float:
    found = re.search(rf"{percent}%\s+([\d.]+)(us|ms|s)", told)
    return float(found[1]) * _UNITS[found[2]] if found else float("nan")


def _line(call: Call) -> str:
    headers = "".join(f"{name}={value};" for name, value in (call.headers or {}).items())
    body = "" if call.body is None else json.dumps(call.body, ensure_ascii=False)
    method = "GET" if call.body is None else "POST"
    return f"{method}\t{call.path}\t{headers}\t{body}\n"
