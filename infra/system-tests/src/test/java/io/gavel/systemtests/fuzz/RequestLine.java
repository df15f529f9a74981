package io.gavel.systemtests.fuzz;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.List;

/** HTTP on one connection, several requests ahead of their answers. */
final class RequestLine implements AutoCloseable {

    private final Line line;

    RequestLine(Stage stage) throws IOException {
        line = new Line(stage);
    }

    /** Sends all, then reads their answers; how many came before the server closed. */
    int ask(List<OddRequests.Asked> all) throws IOException {
        int answered = 0;
        try {
            line.send(Bytes.joined(all.stream().map(OddRequests.Asked::wire).toList()));
            for (OddRequests.Asked asked : all) {
                HttpAnswer answer = read(asked.method(), asked.wire());
                check(answer, asked.wire());
                answered++;
                if (answer.isLast()) {
                    return answered;
                }
            }
        } catch (EOFException | SocketException e) {
            return answered;
        }
        return answered;
    }

    /** Sends what may have no answer and hears what there is, until the server closes. */
    void askLast(byte[] wire) throws IOException {
        try {
            line.send(wire);
            line.sayNoMore();
            while (true) {
                check(read("GET", wire), wire);
            }
        } catch (EOFException | SocketException e) {
            return;
        }
    }

    /** Asks for a stream and goes away when it has begun. */
    void askStream(byte[] wire) throws IOException {
        line.send(wire);
        try {
            check(HttpAnswer.head(line.in()), wire);
        } catch (SocketTimeoutException e) {
            throw new AssertionError("no answer to " + Bytes.shown(wire), e);
        } catch (EOFException | SocketException e) {
            return;
        }
    }

    private HttpAnswer read(String method, byte[] asked) throws IOException {
        try {
            return HttpAnswer.read(line.in(), method);
        } catch (SocketTimeoutException e) {
            throw new AssertionError("no answer to " + Bytes.shown(asked), e);
        }
    }

    private static void check(HttpAnswer answer, byte[] asked) {
        if (answer.status() >= 500) {
            throw new AssertionError(
                    answer.status()
                            + " "
                            + Bytes.shown(answer.body())
                            + "\nto "
                            + Bytes.shown(asked));
        }
    }

    @Override
    public void close() throws IOException {
        line.close();
    }
}
