"""A public page from the running server against nginx serving the same file, at 1 and 32 connections.

Both serve one edition of the worked example from the same folder, on this machine, loaded by wrk in turn, several
rounds; what is printed is the median ratio of requests a second within a round. Goal: at least 0.3, nothing in front.
Needs nginx and wrk (Debian: apt-get install nginx-light wrk).
"""

from __future__ import annotations

import contextlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from published import publish_sample

ROUNDS, SECONDS = 5, 3
PORTS = {"kraftsamla": 8951, "nginx": 8952}
NGINX = """
worker_processes 1; daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{ access_log off; types {{ text/html html; }} sendfile on; keepalive_requests 1000000;
  client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
  uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
  server {{ listen 127.0.0.1:{port}; root {root}; index index.html; }} }}
"""


@contextlib.contextmanager
def running(command: list[str], address: str, **environment: str) -> Iterator[None]:
    process = subprocess.Popen(command, env=environment or None, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            with contextlib.suppress(OSError):
                urllib.request.urlopen(address, timeout=1).read()
                break
            time.sleep(0.1)
        yield
    finally:
        process.terminate()
        process.wait(10)


def rate(address: str, connections: int) -> float:
    """Requests a second, as wrk counts them. Any error stops the measurement."""
    out = subprocess.run(
        ["wrk", "-t1", f"-c{connections}", f"-d{SECONDS}s", address], capture_output=True, text=True, check=True
    ).stdout
    assert "Non-2xx" not in out, out
    assert "Socket errors" not in out, out
    found = re.search(r"Requests/sec:\s+([\d.]+)", out)
    assert found, out
    return float(found.group(1))


def main() -> int:
    if not (shutil.which("nginx") and shutil.which("wrk")):
        print("Left out: needs nginx and wrk (Debian: apt-get install nginx-light wrk)")
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        shown, environment, page = publish_sample(folder)
        (folder / "nginx.conf").write_text(NGINX.format(folder=folder, port=PORTS["nginx"], root=shown))
        addresses = {who: f"http://127.0.0.1:{port}/{page}" for who, port in PORTS.items()}
        ours = [sys.executable, "-m", "kraftsamla.config.cli", "serve", "--port", str(PORTS["kraftsamla"])]
        theirs = ["nginx", "-c", str(folder / "nginx.conf"), "-p", name]
        with running(ours, addresses["kraftsamla"], **environment), running(theirs, addresses["nginx"]):
            bodies = {who: urllib.request.urlopen(address).read() for who, address in addresses.items()}
            assert bodies["kraftsamla"] == bodies["nginx"]
            print(f"page: {len(bodies['nginx']) / 1024:.0f} kB, the same bytes from both")
            for connections in (1, 32):
                rounds = [{who: rate(a, connections) for who, a in addresses.items()} for _ in range(ROUNDS)]
                ratios = sorted(r["kraftsamla"] / r["nginx"] for r in rounds)
                middle = {who: statistics.median(r[who] for r in rounds) for who in addresses}
                ratio, low, high = statistics.median(ratios), ratios[0], ratios[-1]
                print(f"{connections:>2} connections: ratio {ratio:.2f} ({low:.2f}–{high:.2f});", end=" ")
                print(f"{middle['kraftsamla']:.0f} against {middle['nginx']:.0f} a second")
    return 0


if __name__ == "__main__":
    sys.exit(main())
