# SPDX-License-Identifier: GPL-3.0-or-later
"""The servers that are checked again and again by soak and precision, and one check of one of them.

Each server is a context manager that starts it, yields what `tidemark-cli check` has to be told, and ends it.
"""

import contextlib
import hashlib
import http.client
import http.server
import json
import os
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port, path):
    for _ in range(100):
        with contextlib.suppress(OSError):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
            connection.request("GET", path)
            if connection.getresponse().status == 200:
                return
        time.sleep(0.1)
    sys.exit(f"nothing answers on port {port}")


class BlobFront(http.server.BaseHTTPRequestHandler):
    """Takes an upload in one request and stores it as a registry wants it: a POST, then a PUT with the digest."""

    protocol_version = "HTTP/1.1"
    registry = 0

    def do_PUT(self):
        self.close_connection = True
        try:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if len(body) < int(self.headers["Content-Length"]):
                return
            digest = "sha256:" + hashlib.sha256(body).hexdigest()
            back = http.client.HTTPConnection("127.0.0.1", self.registry, timeout=10)
            back.request("POST", "/v2/soak/blobs/uploads/")
            answer = back.getresponse()
            answer.read()
            target = answer.getheader("Location").split(str(self.registry), 1)[1] + "&digest=" + digest
            back.request("PUT", target, body, {"Content-Type": "application/octet-stream"})
            answer = back.getresponse()
            answer.read()
            back.close()
            self.send_response(answer.status)
            self.send_header("Content-Length", "0")
            self.send_header("Connection", "close")
            self.end_headers()
        except OSError:
            pass  # an upload that was broken off

    def log_message(self, *_):
        pass


@contextlib.contextmanager
def program(command, **more):
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL, **more)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


@contextlib.contextmanager
def sample_server(folder):
    """Yields what tidemark-specimens says of itself."""
    with program([folder / "tidemark-specimens", "--parent", str(os.getpid())], stdout=subprocess.PIPE) as process:
        yield json.loads(process.stdout.readline())


@contextlib.contextmanager
def specimen(folder, name, form, query=""):
    with sample_server(folder) as info:
        yield ["--to", info["uploads"][name][form] + query, "--pid", str(info["pid"]), "--disk", info["tmp"]]


def names_of(folder):
    with sample_server(folder) as info:
        return sorted(info["uploads"])


def kept_per_upload(url, name, form):
    """What the specimen itself says it keeps of each upload, in bytes of memory as its allocator counts them."""
    host, port = re.match(r"http://([^:/]+):(\d+)/", url).groups()
    connection = http.client.HTTPConnection(host, int(port), timeout=5)
    connection.request("GET", "/metrics")
    page = connection.getresponse().read().decode()
    labels = '{form="%s",specimen="%s"}' % (form, name)

    def value(metric):
        return float(re.search("^" + re.escape(metric + labels) + r" (\S+)$", page, re.MULTILINE).group(1))

    return value("specimen_retained_memory_bytes") / value("specimen_uploads_total")


@contextlib.contextmanager
def registry():
    with tempfile.TemporaryDirectory(prefix="tidemark-soak-") as data:
        main, debug = free_port(), free_port()
        config = pathlib.Path(data, "config.yml")
        config.write_text(
            f"version: 0.1\nlog: {{level: error, accesslog: {{disabled: true}}}}\n"
            f"storage: {{filesystem: {{rootdirectory: {data}/blobs}}}}\n"
            f"http:\n  addr: 127.0.0.1:{main}\n  debug:\n    addr: 127.0.0.1:{debug}\n    prometheus: {{enabled: true}}\n")
        with program(["docker-registry", "serve", config], stdout=subprocess.DEVNULL):
            wait_for(debug, "/metrics")
            handler = type("Front", (BlobFront,), {"registry": main})
            front = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
            threading.Thread(target=front.serve_forever, daemon=True).start()
            try:
                yield ["--method", "put", "--size", "256K", "--to", f"http://127.0.0.1:{front.server_port}/blob",
                       "--watch", f"http://127.0.0.1:{debug}"]
            finally:
                front.shutdown()


@contextlib.contextmanager
def pushgateway(job):
    port = free_port()
    with program(["prometheus-pushgateway", f"--web.listen-address=127.0.0.1:{port}"], stdout=subprocess.DEVNULL):
        wait_for(port, "/metrics")
        with tempfile.NamedTemporaryFile(suffix=".prom") as page:
            page.write(b"# TYPE soak_value gauge\n" + b"".join(b'soak_value{n="%d"} 1\n' % i for i in range(8)))
            page.flush()
            yield ["--method", "put", "--no-aborts", "--to", f"http://127.0.0.1:{port}/metrics/job/{job}",
                   "--watch", f"http://127.0.0.1:{port}", page.name]


def check(folder, speed, arguments):
    command = [folder / "tidemark-cli", "check", "--no-progress", "--no-history", "--json", "-"] + speed + arguments
    begin = time.monotonic()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=600)
    try:
        found = json.loads(done.stdout)
    except ValueError:
        sys.exit(f"exit code {done.returncode}: {done.stderr.decode()}")
    return found, time.monotonic() - begin
