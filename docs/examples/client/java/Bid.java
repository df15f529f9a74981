// Watches a lot and bids on it over WebSocket, with nothing but a JDK 25:
//
//     java Bid.java http://localhost:8080 alice LOT 12500
//
// The last line it prints says where it was. Given as two more arguments, another run goes on right there.
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;

final HttpClient http = HttpClient.newHttpClient();
final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
WebSocket socket;
long seen = -1;
String head = "";

void main(String[] args) throws Exception {
    String url = args[0], lot = args[2], id = UUID.randomUUID().toString();
    if (args.length > 5) {
        seen = Long.parseLong(args[4]);
        head = args[5];
    }
    String who = "{\"user\":\"" + args[1] + "\",\"roles\":[\"BIDDER\"]}";
    var signIn = HttpRequest.newBuilder(URI.create(url + "/demo/token")).header("Content-Type", "application/json");
    String token = text(http.send(signIn.POST(HttpRequest.BodyPublishers.ofString(who)).build(), BodyHandlers.ofString()).body(), "token");
    String bid = "{\"type\":\"bid\",\"id\":\"" + id + "\",\"lot\":\"" + lot + "\",\"amount\":" + args[3] + ",\"insist\":true}";
    double offset = 0, error = Double.MAX_VALUE;
    int pings = 0;
    long decided = Long.MAX_VALUE;
    connect(url);
    while (seen < decided || pings < 5) {
        String frame = Objects.requireNonNull(heard.poll(40, TimeUnit.SECONDS), "nothing was heard for 40 s");
        switch (text(frame, "type")) {
            case "welcome" -> {
                say("{\"type\":\"auth\",\"token\":\"" + token + "\"}");
                say("{\"type\":\"watch\",\"lot\":\"" + lot + "\",\"feed\":\"log\"" + (seen < 0 ? "}" : ",\"after\":" + seen + "}"));
                say("{\"type\":\"ping\",\"t\":" + System.nanoTime() + "}");
            }
            case "pong" -> { // The fastest of five round trips leaves the least room for error.
                double roundTrip = (System.nanoTime() - number(frame, "t")) / 1e6;
                if (roundTrip / 2 + 1 < error) {
                    error = roundTrip / 2 + 1;
                    offset = Instant.parse(text(frame, "serverTime")).toEpochMilli() - (System.currentTimeMillis() - roundTrip / 2);
                }
                if (++pings == 5) IO.println("clock %.1f ms, right to within %.1f ms".formatted(offset, error));
                if (pings < 5) say("{\"type\":\"ping\",\"t\":" + System.nanoTime() + "}");
            }
            case "authenticated", "bid" -> { // Also after a reconnect: the same id is decided once.
                if (decided == Long.MAX_VALUE) say(bid);
            }
            case "snapshot", "log" -> events(frame);
            case "decision" -> {
                if (!text(frame, "id").equals(id)) break;
                IO.println(("decision " + text(frame, "outcome") + " " + text(frame, "reason")).strip());
                decided = number(frame, "version");
            }
            case "error" -> {
                if (number(frame, "retryAfterMs") == 0 || !text(frame, "id").equals(id)) throw new IllegalStateException(frame);
                later(number(frame, "retryAfterMs"), "{\"type\":\"bid\"}");
            }
            // Wholly left to chance, so that a crowd does not come back at once, and not before a gateway that stops asked for it.
            case "closed" -> later(Math.max(number(frame, "retryAfterMs"), new Random().nextInt(1000)), "{\"type\":\"connect\"}");
            case "connect" -> connect(url);
            default -> {} // What one does not know or need is passed over.
        }
    }
    IO.println("position " + seen + " " + head);
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    http.shutdownNow();
}

/** Each event once and in order; each must have the hash of the one before, which is of its exact bytes. */
void events(String frame) throws Exception {
    for (String part : frame.substring(frame.indexOf("\"event")).split("(?=\\{\"lot\":)")) {
        if (!part.startsWith("{\"lot\":") || number(part, "version") <= seen) continue;
        String event = part.substring(0, part.lastIndexOf("\"}") + 2);
        if (seen >= 0 && !text(event, "prev").equals(head)) throw new IllegalStateException("does not follow " + head + ": " + event);
        seen = number(event, "version");
        head = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(event.getBytes(StandardCharsets.UTF_8)));
        IO.println("event " + seen + " " + text(event, "type") + " " + number(event, "price"));
    }
}

void connect(String url) {
    var listener = new WebSocket.Listener() {
        final StringBuilder partial = new StringBuilder();

        @Override
        public void onOpen(WebSocket opened) {
            socket = opened;
            opened.request(1);
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                heard.add(partial.toString());
                partial.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            heard.add("{\"type\":\"closed\"}" + reason);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable broken) {
            heard.add("{\"type\":\"closed\"}");
        }
    };
    http.newWebSocketBuilder()
            .subprotocols("gavel.v1")
            .buildAsync(URI.create(url.replaceFirst("http", "ws") + "/ws"), listener)
            .exceptionally(failed -> {
                heard.add("{\"type\":\"closed\"}");
                return null;
            });
}

/** What cannot be sent is not missed: the connection is told to be closed, too. */
void say(String frame) {
    socket.sendText(frame, true).exceptionally(broken -> null).join();
}

void later(long inMs, String frame) {
    CompletableFuture.delayedExecutor(inMs, TimeUnit.MILLISECONDS).execute(() -> heard.add(frame));
}

/** The first text of this name. The JDK reads no JSON; a program of more than one page should let a library do it. */
String text(String json, String name) {
    Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
    return found.find() ? found.group(1) : "";
}

long number(String json, String name) {
    Matcher found = Pattern.compile("\"" + name + "\":(\\d+)").matcher(json);
    return found.find() ? Long.parseLong(found.group(1)) : 0;
}
