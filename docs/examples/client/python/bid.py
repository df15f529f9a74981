"""Watches a lot over server-sent events and bids on it over HTTP, with nothing but Python's standard library.

    python3 bid.py http://localhost:8080 alice LOT 12500

The last line it prints says where it was. Given as two more arguments, another run goes on right there.
"""
import datetime, hashlib, http.client, json, random, sys, threading, time, urllib.error, urllib.request, uuid

URL, USER, LOT, AMOUNT = sys.argv[1:5]
GIVE_UP_AFTER = 30  # seconds


def call(path, body, token=None):
    headers = {"Content-Type": "application/json", **({"Authorization": "Bearer " + token} if token else {})}
    request = urllib.request.Request(URL + path, json.dumps(body).encode(), headers)
    try:
        with urllib.request.urlopen(request, timeout=15) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as answer:
        return answer.code, json.load(answer)


class Watch(threading.Thread):
    """Every event behind a version, once and in order, over all reconnects; each must have the hash of the one before."""

    def __init__(self, version, head):
        super().__init__(daemon=True)
        self.version, self.head, self.moved = version, head, threading.Condition()

    def run(self):
        while True:
            try:
                self.read({"Last-Event-ID": str(self.version)} if self.version is not None else {})
            except (OSError, http.client.HTTPException) as broken:
                print("connection", broken, flush=True)
            time.sleep(random.uniform(0, 1))  # wholly left to chance, so that a crowd does not come back at once

    def read(self, headers):
        message = {}
        with urllib.request.urlopen(urllib.request.Request(f"{URL}/api/v1/lots/{LOT}/stream", None, headers), timeout=25) as stream:
            for line in stream:
                name, _, value = line.rstrip(b"\n").partition(b": ")
                if name:
                    message[name] = value
                    continue
                data = message.get(b"data", b"")
                if message.get(b"event") == b"log":
                    self.take(data)
                elif message.get(b"event") == b"snapshot" and not json.loads(data)["recovered"]:
                    self.head = None  # it begins with what is true now
                    self.take(data[data.index(b'"event":{') + len(b'"event":') : -1])
                message = {}

    def take(self, exact_bytes):
        event = json.loads(exact_bytes)
        assert self.head in (None, event["prev"]), f"version {event['version']} does not follow {self.head}"
        print("event", event["version"], event["type"], event["price"], flush=True)
        with self.moved:
            self.version, self.head = event["version"], hashlib.sha256(exact_bytes).hexdigest()
            self.moved.notify_all()


def bid(token):
    """The decision. The bid is sent again under its id until there is one, and counts once."""
    body, until = {"id": str(uuid.uuid4()), "amount": int(AMOUNT)}, time.time() + GIVE_UP_AFTER
    while time.time() < until:
        sent = time.time()
        status, answer = call(f"/api/v1/lots/{LOT}/bids", body, token)
        if answer.get("type") == "decision":
            return answer, sent, time.time()
        if status not in (202, 429, 503):
            sys.exit(f"refused before the log: {answer['detail']}")
        time.sleep(answer.get("retryAfterMs", 1000) / 1000)
    sys.exit(f"nobody knows yet; ask for {body['id']} later")


_, signed_in = call("/demo/token", {"user": USER, "roles": ["BIDDER"]})
watch = Watch(int(sys.argv[5]) if len(sys.argv) > 5 else None, sys.argv[6] if len(sys.argv) > 6 else None)
watch.start()
decision, sent, received = bid(signed_in["token"])

# The log took the bid between the sending and the answer: that is one round trip, as NTP makes them, with the clock that counts.
at = datetime.datetime.strptime(decision["at"], "%Y-%m-%dT%H:%M:%S.%f%z").timestamp()
print(f"clock {(at - (sent + received) / 2) * 1000:.1f} ms, right to within {(received - sent) / 2 * 1000 + 1:.1f} ms")
print(f"decision {decision['outcome']} {decision.get('reason', '')}".strip(), flush=True)

with watch.moved:
    if not watch.moved.wait_for(lambda: (watch.version or 0) >= decision.get("version", 0), GIVE_UP_AFTER):
        sys.exit("the event did not come")
print("position", watch.version, watch.head)
