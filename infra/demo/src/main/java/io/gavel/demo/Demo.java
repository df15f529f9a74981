package io.gavel.demo;

import io.gavel.demo.catalogue.Catalogue;
import io.gavel.demo.catalogue.Idea;
import io.gavel.demo.gateway.Door;
import io.gavel.demo.house.House;
import io.gavel.demo.picture.Studio;
import io.gavel.demo.room.Board;
import io.gavel.demo.room.Room;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A house and a room full of bidders, at work until closed. */
public final class Demo implements AutoCloseable {

    private final HttpClient http;
    private final List<Thread> threads;

    private Demo(HttpClient http, List<Thread> threads) {
        this.http = http;
        this.threads = threads;
    }

    /**
     * Begins. What goes wrong from then on is written down and tried again, for ever.
     *
     * @param diary gets one line for each lot that is listed and for what went wrong
     */
    public static Demo start(DemoOptions options, Clock clock, Consumer<String> diary) {
        HttpClient http = HttpClient.newHttpClient();
        List<Door> doors = options.gateways().stream().map(uri -> new Door(http, uri)).toList();
        List<Idea> ideas = Catalogue.read().ideas();
        Board board = new Board();
        House house =
                new House(
                        clock,
                        board,
                        ideas,
                        doors.getFirst(),
                        Studio.open(),
                        options.seed(),
                        diary);
        Room room =
                new Room(
                        clock,
                        board,
                        doors,
                        ideas.stream().collect(Collectors.toMap(Idea::title, Function.identity())),
                        house::rounds,
                        options.seed(),
                        diary);
        return new Demo(
                http,
                List.of(
                        Thread.ofPlatform().name("house").start(house),
                        Thread.ofPlatform().name("room").start(room)));
    }

    /** Until somebody closes it. */
    void await() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        http.shutdownNow();
    }
}
