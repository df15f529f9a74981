package io.gavel.gateway.command;

import io.gavel.contracts.command.Command;
import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.LotId;
import io.gavel.gateway.problem.Answers;
import io.gavel.gateway.problem.Problems;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Commands on a lot that come over HTTP: all are answered alike, by their decision. */
@Component
public class HttpCommands {

    private final Commands commands;

    HttpCommands(Commands commands) {
        this.commands = commands;
    }

    /** 200 accepted, 409 rejected, both with the decision's exact bytes; 202 undecided yet. */
    public Mono<ResponseEntity<byte[]>> decided(Command command) {
        return commands.submit(command, "http").map(outcome -> answer(command, outcome));
    }

    /** As {@link #decided}; 409 with an answer that is marked advisory if the log was not asked. */
    public Mono<ResponseEntity<byte[]>> bid(PlaceBid bid, @Nullable Boolean insists) {
        return commands.bid(bid, insists, "http").map(outcome -> answer(bid, outcome));
    }

    /** The lot in a path; anything else is a bad request. */
    public static LotId lot(String text) {
        try {
            return LotId.parse(text);
        } catch (IllegalArgumentException e) {
            throw Problems.of(HttpStatus.BAD_REQUEST, "lot: " + e.getMessage());
        }
    }

    private static ResponseEntity<byte[]> answer(Command command, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Decided decided ->
                    Answers.json(
                            decided.isAccepted() ? HttpStatus.OK : HttpStatus.CONFLICT,
                            decided.bytes());
            case Outcome.Undecided _ ->
                    Answers.json(
                            HttpStatus.ACCEPTED,
                            URI.create("/api/v1/bids/" + command.id()),
                            Json.bytes(Map.of("id", command.id(), "status", "undecided")));
            case Outcome.Advised advised ->
                    Answers.json(HttpStatus.CONFLICT, Json.bytes(advised.answer()));
            case Outcome.NotSent _ -> throw Answers.notSent();
            case Outcome.Busy _ -> throw Answers.busy();
            case Outcome.TooMany many -> throw Answers.tooMany(many.why(), many.retryAfter());
        };
    }
}
