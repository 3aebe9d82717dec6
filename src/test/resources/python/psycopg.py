"""Stands in for psycopg 3 where it is not installed: as much of it as the examples use, speaking the server's own protocol."""
import json
import os
import re
import socket
import struct


class Error(Exception):
    pass


class OperationalError(Error):
    pass


class DatabaseError(Error):
    pass


def connect():
    return Connection(os.environ["PGHOST"], int(os.environ["PGPORT"]), os.environ["PGUSER"], os.environ["PGDATABASE"])


class Connection:
    def __init__(self, host, port, user, database):
        try:
            self._stream = socket.create_connection((host, port))
            self._in = self._stream.makefile("rb")
            start = struct.pack("!i", 196608) + b"".join(
                part.encode() + b"\0" for part in ("user", user, "database", database, "client_encoding", "UTF8", ""))
            self._stream.sendall(struct.pack("!i", len(start) + 4) + start)
            self._until_ready()
        except OSError as e:
            raise OperationalError(str(e)) from e
        self._run("BEGIN", ())

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        try:
            if not isinstance(error, OperationalError):
                self._run("COMMIT" if kind is None else "ROLLBACK", ())
        finally:
            self._stream.close()

    def execute(self, statement, values=()):
        return self._run(statement, values)

    def _run(self, statement, values):
        places = iter(range(1, len(values) + 1))
        text = re.sub("%s", lambda _: "$" + str(next(places)), statement)
        given = b"".join(struct.pack("!i", len(v)) + v for v in (str(value).encode() for value in values))
        try:
            self._send(b"P", b"\0" + text.encode() + b"\0" + struct.pack("!h", 0))
            self._send(b"B", b"\0\0" + struct.pack("!hh", 0, len(values)) + given + struct.pack("!h", 0))
            self._send(b"D", b"P\0")
            self._send(b"E", b"\0" + struct.pack("!i", 0))
            self._send(b"S", b"")
            return Rows(self._until_ready())
        except OSError as e:
            raise OperationalError(str(e)) from e

    def _send(self, kind, body):
        self._stream.sendall(kind + struct.pack("!i", len(body) + 4) + body)

    def _until_ready(self):
        types, rows, error = [], [], None
        while True:
            head = self._in.read(5)
            if len(head) < 5:
                raise OperationalError("the server closed the connection")
            body = self._in.read(struct.unpack("!i", head[1:])[0] - 4)
            if head[:1] == b"E":
                error = dict((field[:1], field[1:]) for field in body.decode().split("\0") if field)
            elif head[:1] == b"T":
                types = _types(body)
            elif head[:1] == b"D":
                rows.append(_row(body, types))
            elif head[:1] == b"Z":
                if error:
                    raise DatabaseError(error["C"] + " " + error["M"])
                return rows


class Rows:
    def __init__(self, rows):
        self._rows = rows

    def fetchall(self):
        return self._rows


def _types(body):
    types, at = [], 2
    for _ in range(struct.unpack("!h", body[:2])[0]):
        at = body.index(b"\0", at) + 1
        types.append(struct.unpack("!i", body[at + 6:at + 10])[0])
        at += 18
    return types


def _row(body, types):
    cells, at = [], 2
    for kind in types:
        length = struct.unpack("!i", body[at:at + 4])[0]
        at += 4
        cells.append(None if length < 0 else _value(body[at:at + length].decode(), kind))
        at += max(length, 0)
    return tuple(cells)


def _value(text, kind):
    if kind in (20, 23):
        return int(text)
    if kind == 3802:
        return json.loads(text)
    if kind in (1009, 1016):
        return [item.strip('"') for item in text[1:-1].split(",") if item]
    return text
