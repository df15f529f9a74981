package io.gavel.bidding.batch;

import io.gavel.bidding.auction.Hand;
import io.gavel.bidding.auction.Outage;
import io.gavel.bidding.batch.PartitionState.Bidder;
import io.gavel.bidding.log.LotEntry;
import io.gavel.bidding.log.Moment;
import io.gavel.bidding.log.Ruling;
import io.gavel.contracts.command.Command;
import io.gavel.contracts.command.Heartbeat;
import io.gavel.contracts.command.ListLot;
import io.gavel.contracts.command.Unreadable;
import io.gavel.contracts.decision.DecisionJson;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Paddle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Decides a poll in log order, on top of what the partitions remember, without changing that. */
final class BatchDecider {

    private final Map<Integer, PartitionState> partitions;
    private final Map<CommandKey, StoredDecision> before;
    private final OutagePolicy policy;

    private final Map<Integer, Batch.Move> moves = new HashMap<>();
    private final List<Decided> decided = new ArrayList<>();
    private final Map<CommandKey, Decided> byKey = new HashMap<>();
    private final Map<LotId, LotEntry> lots = new LinkedHashMap<>();
    private final Map<LotId, Instant> listed = new HashMap<>();
    private final Map<Bidder, Hand> bidders = new LinkedHashMap<>();
    private final List<Publication> tellings = new ArrayList<>();

    /**
     * @param partitions with the lots and bidders of the poll loaded
     * @param before decisions that are already stored, as far as they have been looked up
     */
    private BatchDecider(
            Map<Integer, PartitionState> partitions,
            Map<CommandKey, StoredDecision> before,
            OutagePolicy policy) {
        this.partitions = partitions;
        this.before = before;
        this.policy = policy;
    }

    static Batch decide(
            List<LogRecord> records,
            Map<Integer, PartitionState> partitions,
            Map<CommandKey, StoredDecision> before,
            OutagePolicy policy) {
        BatchDecider decider = new BatchDecider(partitions, before, policy);
        records.forEach(decider::decide);
        return new Batch(
                decider.moves,
                decider.decided,
                decider.lots,
                decider.listed,
                decider.bidders,
                decider.tellings);
    }

    private void decide(LogRecord record) {
        Moment moment = advance(record);
        switch (record.content()) {
            case Heartbeat _, Unreadable _ -> {}
            case Command command -> decide(record, command, moment);
        }
    }

    /** Moves the partition's progress over the record; its time is never before the last one's. */
    private Moment advance(LogRecord record) {
        PartitionProgress start = state(record).progress();
        Batch.Move soFar = moves.getOrDefault(record.partition(), new Batch.Move(start, start));
        PartitionProgress to = soFar.to().over(record, policy.threshold());
        moves.put(record.partition(), new Batch.Move(start, to));
        return new Moment(to.clock(), record.partition(), record.offset());
    }

    private void decide(LogRecord record, Command command, Moment moment) {
        CommandKey key = CommandKey.of(command);
        Decided sameBatch = byKey.get(key);
        StoredDecision stored = before.get(key);
        if (sameBatch != null) {
            answerAgain(
                    record,
                    command,
                    moment,
                    CommandKey.isSame(sameBatch.command(), command),
                    sameBatch.publication());
        } else if (stored != null) {
            answerAgain(
                    record,
                    command,
                    moment,
                    CommandKey.isSame(stored.command(), command),
                    stored.publication());
        } else {
            byKey.put(key, rule(record, command, moment));
        }
    }

    private Decided rule(LogRecord record, Command command, Moment moment) {
        LotEntry lot = lot(record, command.lot());
        List<Outage> outages = outages(lot, moment);
        Ruling ruling = Ruling.on(lot, command, paddle(record, command), outages, moment);
        if (ruling.changed()) {
            lots.put(command.lot(), ruling.after());
        }
        if (command instanceof ListLot && ruling.decision().reason() == null) {
            listed.put(command.lot(), moment.at());
        }
        ruling.hands()
                .forEach(hand -> bidders.put(new Bidder(command.lot(), hand.account()), hand));
        return keep(record, command, moment, false, outages, ruling);
    }

    /** What is made good to a lot before a command that comes now. */
    private List<Outage> outages(LotEntry lot, Moment moment) {
        Batch.Move move = Objects.requireNonNull(moves.get(moment.partition()));
        List<Outage> known = move.to().signs().outagesBy(moment.at(), policy.threshold());
        return policy.terms().due(lot.id(), lot.lot(), known, moment.at());
    }

    private void answerAgain(
            LogRecord record,
            Command command,
            Moment moment,
            boolean sameContent,
            Publication first) {
        if (sameContent) {
            tellings.add(first.decisionOnly());
        } else {
            keep(
                    record,
                    command,
                    moment,
                    true,
                    List.of(),
                    Ruling.conflict(lot(record, command.lot()), command, moment));
        }
    }

    private Decided keep(
            LogRecord record,
            Command command,
            Moment moment,
            boolean conflicting,
            List<Outage> outages,
            Ruling ruling) {
        Publication publication =
                new Publication(
                        record.partition(),
                        command.lot(),
                        command.id(),
                        command.by(),
                        DecisionJson.write(ruling.decision()),
                        ruling.outbid(),
                        ruling.events());
        Decided result =
                new Decided(
                        record,
                        moment.at(),
                        command,
                        conflicting,
                        outages,
                        ruling.after().head().version(),
                        ruling.decision().reason(),
                        publication);
        decided.add(result);
        tellings.add(publication);
        return result;
    }

    private LotEntry lot(LogRecord record, LotId id) {
        LotEntry changed = lots.get(id);
        return changed != null
                ? changed
                : Objects.requireNonNull(
                        state(record).lot(id), () -> "not loaded before deciding: lot " + id);
    }

    private Optional<Paddle> paddle(LogRecord record, Command command) {
        Bidder bidder = new Bidder(command.lot(), command.by());
        Hand changed = bidders.get(bidder);
        return changed != null ? Optional.of(changed.paddle()) : state(record).paddle(bidder);
    }

    private PartitionState state(LogRecord record) {
        return Objects.requireNonNull(
                partitions.get(record.partition()), "a partition without progress");
    }
}
