"""Requests as bytes, for tests of what is sent and not only of what is asked."""

GET = b"GET /api/v1/people HTTP/1.1\r\nHost: localhost\r\n"
LAST = GET + b"Connection: close\r\n\r\n"


def post(fields, body=b"", target=b"/api/v1/extract"):
    return b"POST " + target + b" HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + fields + b"\r\n" + body


def statuses(received):
    """Status numbers of the answers in bytes that came back."""
    return [int(part[:3]) for part in received.split(b"HTTP/1.1 ")[1:]]
