package io.gavel.bidding;

import io.gavel.settings.Confidential;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of bidding-service.
 *
 * @param lotsRemembered lots kept in memory between batches; at least two polls' worth; default
 *     20,000
 * @param biddersRemembered paddles kept in memory between batches; default 100,000
 * @param databaseDeadline the longest wait for one answer of the database in a batch; default 30 s
 * @param databaseRest how long the database is left alone once it has failed three times in a row,
 *     and after each try from then on; default 1 s
 * @param batchesUntold stored batches that may wait for their events to be told, and as many for
 *     their decisions; a turn takes all that wait; default 4
 * @param announceDeadline the longest wait for Kafka to take a batch's events, and again its
 *     decisions; default 30 s
 * @param handoverDeadline the longest wait, when a partition goes to another instance, for what is
 *     stored of it to be told; default 5 s
 * @param commitInterval between commits of offsets while there is work; what a crash leaves
 *     uncommitted is told again; default 200 ms
 * @param retryInterval the wait before a failed poll or announcement is tried again; doubles each
 *     time; default 200 ms
 * @param maxRetryInterval the longest such wait; default 5 s
 * @param receipts what they are signed with; default: there are none
 * @param outage what becomes of lots when nobody could bid
 * @param photos how many and how large
 */
@Validated
@ConfigurationProperties("gavel")
public record BiddingProperties(
        @DefaultValue("20000") @Min(3_000) int lotsRemembered,
        @DefaultValue("100000") @Min(3_000) int biddersRemembered,
        @DefaultValue("30s") @NotNull Duration databaseDeadline,
        @DefaultValue("1s") @NotNull Duration databaseRest,
        @DefaultValue("4") @Min(1) int batchesUntold,
        @DefaultValue("30s") @NotNull Duration announceDeadline,
        @DefaultValue("5s") @NotNull Duration handoverDeadline,
        @DefaultValue("200ms") @NotNull Duration commitInterval,
        @DefaultValue("200ms") @NotNull Duration retryInterval,
        @DefaultValue("5s") @NotNull Duration maxRetryInterval,
        @DefaultValue Receipts receipts,
        @DefaultValue @Valid Outage outage,
        @DefaultValue @Valid Photos photos) {

    /**
     * Photos of lots (ADR 21).
     *
     * @param largest the most bytes of one that is sent; default 5 MiB
     * @param atOnce photos that are received, wait or are worked on, each in up to {@code largest}
     *     of memory; more: 429. One is worked on at a time, in up to some 200 MiB; default 8
     * @param mostUnlisted photos of one account that no lot was listed with; more: 409; default 200
     * @param keptUnlisted how long such photos stay; they can be listed for six sevenths of it;
     *     default 7 days
     */
    public record Photos(
            @DefaultValue("5MB") @NotNull DataSize largest,
            @DefaultValue("8") @Min(1) int atOnce,
            @DefaultValue("200") @Min(12) int mostUnlisted,
            @DefaultValue("7d") @DurationMin(hours = 1) Duration keptUnlisted) {}

    /**
     * What becomes of lots when nobody could bid, since Gavel itself was down (ADR 19).
     *
     * @param policy whether it is made good to them; default: their ends move
     * @param threshold signs of life in a partition (heartbeats of gateways, their commands) that
     *     are further apart than this show an outage; several of the gateways' {@code
     *     gavel.command.heartbeat}; default 15 s
     * @param within lots whose end is so long behind the outage's, or longer, are not moved;
     *     default 10 min
     * @param longest by how much the end of a lot is moved for outages in all; default 24 h
     */
    public record Outage(
            @DefaultValue("extend") @NotNull Policy policy,
            @DefaultValue("15s") @DurationMin(millis = 1) Duration threshold,
            @DefaultValue("10m") @DurationMin(millis = 0) Duration within,
            @DefaultValue("24h") @DurationMin(millis = 0) Duration longest) {

        /** Whether outages are made good. */
        public enum Policy {
            /** The end moves by as long as nobody could bid. */
            EXTEND,
            /** Outages are noted, and nothing moves. */
            NONE
        }
    }

    /**
     * What receipts are signed with.
     *
     * @param signingKey where the house's Ed25519 private key is, PKCS#8 PEM; null means that there
     *     are no receipts, and {@code /receipt} is 404
     * @param retiredKeys where public keys are, PEM, of which receipts are still about; they stay
     *     in {@code /.well-known/jwks.json}; default none
     */
    public record Receipts(
            @Nullable @Confidential Resource signingKey, @DefaultValue List<Resource> retiredKeys) {

        public Receipts {
            retiredKeys = List.copyOf(retiredKeys);
        }

        /** Does not say where the key is: it might have been put there itself. */
        @Override
        public String toString() {
            return "Receipts[signed=" + (signingKey != null) + "]";
        }
    }
}
