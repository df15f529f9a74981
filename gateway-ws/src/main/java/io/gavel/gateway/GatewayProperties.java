package io.gavel.gateway;

import io.gavel.gateway.admission.Rate;
import io.gavel.settings.Confidential;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.net.URI;
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
 * What can be set.
 *
 * @param biddingUrl where the bidding service answers reads; default http://localhost:8081
 * @param settlementUrl where the settlement service answers reads; default http://localhost:8082
 * @param biddingManagementUrl where it tells of its health and metrics, if not there; default none
 * @param settlementManagementUrl where the settlement service tells of its health and metrics, if
 *     not where it answers reads; default none
 * @param socket limits of one WebSocket connection
 * @param feed the memory of lots being watched
 * @param command the way of commands to the log and of decisions back
 * @param tail which partitions of the topics are read
 * @param bid what is said of bids before they are sent
 * @param upstream calls to the services behind
 * @param photo photos that are sent
 * @param demo tokens for trying Gavel out
 * @param auth how people sign in at the configured issuer
 */
@Validated
@ConfigurationProperties("gavel")
public record GatewayProperties(
        @DefaultValue("http://localhost:8081") URI biddingUrl,
        @DefaultValue("http://localhost:8082") URI settlementUrl,
        @Nullable URI biddingManagementUrl,
        @Nullable URI settlementManagementUrl,
        @DefaultValue @Valid Socket socket,
        @DefaultValue @Valid Feed feed,
        @DefaultValue @Valid Command command,
        @DefaultValue @Valid Tail tail,
        @DefaultValue @Valid Bid bid,
        @DefaultValue @Valid Upstream upstream,
        @DefaultValue @Valid Photo photo,
        @DefaultValue @Valid Demo demo,
        @DefaultValue @Valid Auth auth) {

    /**
     * Limits of one WebSocket connection.
     *
     * @param frame the largest frame a client may send; a larger one is answered with {@code
     *     error}; default 8 KiB
     * @param largestFrame a larger one than this ends the connection with 1009; default 64 KiB
     * @param watchedLots how many lots it may watch at once; default 200
     * @param queue how much may wait for a client to read; more closes it with 4408; default 1 MiB
     * @param unsent how much besides the kernel takes before it can send it, on Linux; default 128
     *     KiB
     * @param heartbeat how often a heartbeat and a ping are sent; default 10 s
     * @param idle a client silent for this long is closed with 4409; default 60 s
     * @param askWithin a client that has asked for nothing by then is closed with 4410; answering
     *     pings is not asking; default 2 min
     * @param closeGrace how long a client may take to read the close frame; default 5 s
     * @param drain the longest time over which a stopping gateway spreads its goodbyes; default 5 s
     * @param origins pages besides its own that may connect, read HTTP (CORS) and import {@code
     *     /client.js}, such as https://example.org; default none
     * @param connections how many there may be at once; more: 503; default 20000
     * @param acceptsPerSecond how many new ones are let in each second; more: 503; default 500
     * @param acceptsBurst how many new ones are let in at once after a pause; default 1000
     * @param retryAfter who is not let in is told to come again within this time; default 5 s
     * @param framesPerSecond how many frames a client may send each second; more: {@code busy}, ten
     *     bursts more: closed with 4429; default 100
     * @param framesBurst how many it may send at once after a pause, such as a watch for each lot
     *     when it has come back; default 400
     */
    public record Socket(
            @DefaultValue("8KB") DataSize frame,
            @DefaultValue("64KB") DataSize largestFrame,
            @DefaultValue("200") @Min(1) int watchedLots,
            @DefaultValue("1MB") DataSize queue,
            @DefaultValue("128KB") DataSize unsent,
            @DefaultValue("10s") @DurationMin(millis = 10) Duration heartbeat,
            @DefaultValue("60s") @DurationMin(millis = 10) Duration idle,
            @DefaultValue("2m") @DurationMin(millis = 10) Duration askWithin,
            @DefaultValue("5s") @DurationMin(millis = 10) Duration closeGrace,
            @DefaultValue("5s") @DurationMin(millis = 10) Duration drain,
            @DefaultValue List<String> origins,
            @DefaultValue("20000") @Min(1) int connections,
            @DefaultValue("500") @Min(1) int acceptsPerSecond,
            @DefaultValue("1000") @Min(1) int acceptsBurst,
            @DefaultValue("5s") @DurationMin(seconds = 1) Duration retryAfter,
            @DefaultValue("100") @Min(1) int framesPerSecond,
            @DefaultValue("400") @Min(1) @Max(1_000_000) int framesBurst) {

        /** How fast connections may come. */
        public Rate accepts() {
            return new Rate(acceptsPerSecond, acceptsBurst);
        }

        /** How fast a client may send frames. */
        public Rate frames() {
            return new Rate(framesPerSecond, framesBurst);
        }
    }

    /**
     * The memory of lots being watched.
     *
     * @param recentEvents how many events of a lot are kept; default 256
     * @param recentBytes how many bytes of events of a lot are kept; default 64 KiB
     * @param lots how many lots are kept; more that are watched: {@code busy}; default 5000
     * @param keepUnwatched how long a lot that nobody watches is kept; default 60 s
     * @param page how many events are read from the log at once; default 500
     * @param stateInterval the least time between two state frames of a lot; default 50 ms
     */
    public record Feed(
            @DefaultValue("256") @Min(1) int recentEvents,
            @DefaultValue("64KB") DataSize recentBytes,
            @DefaultValue("5000") @Min(1) int lots,
            @DefaultValue("60s") @DurationMin(millis = 1) Duration keepUnwatched,
            @DefaultValue("500") @Min(1) int page,
            @DefaultValue("50ms") @DurationMin(millis = 1) Duration stateInterval) {}

    /**
     * The way of commands to the log and of decisions back.
     *
     * @param deadline how long a decision is waited for; default 5 s
     * @param waiting how many commands may wait for their decision; more: {@code busy}; default
     *     20000
     * @param queue how many commands may wait to be handed to the log; more: {@code busy}; default
     *     10000
     * @param maxBlock how long the log's client may be without knowing the topic; then {@code
     *     not-sent}; default 2 s
     * @param deliveryTimeout how long the log may take to confirm a command; then {@code not-sent};
     *     default 4 s
     * @param heartbeat how often each partition of the log is told that somebody could bid here;
     *     several of them must fit into bidding-service's {@code gavel.outage.threshold}; default 3
     *     s
     * @param perSecond how many commands an account may send each second; more: {@code busy}, 429;
     *     default 20
     * @param burst how many an account may send at once after a pause; default 40
     * @param accounts of how many accounts it is remembered; default 50000
     * @param bidsPerSecond how often a lot may be bid on each second; more: {@code busy}, 429;
     *     default 10000
     * @param bidsBurst how often a lot may be bid on at once after a pause; default 20000
     * @param lots of how many lots it is remembered; default 20000
     */
    public record Command(
            @DefaultValue("5s") @DurationMin(millis = 10) Duration deadline,
            @DefaultValue("20000") @Min(1) int waiting,
            @DefaultValue("10000") @Min(1) int queue,
            @DefaultValue("2s") @DurationMin(millis = 10) Duration maxBlock,
            @DefaultValue("4s") @DurationMin(millis = 10) Duration deliveryTimeout,
            @DefaultValue("3s") @DurationMin(millis = 10) Duration heartbeat,
            @DefaultValue("20") @Min(1) int perSecond,
            @DefaultValue("40") @Min(1) int burst,
            @DefaultValue("50000") @Min(1) int accounts,
            @DefaultValue("10000") @Min(1) int bidsPerSecond,
            @DefaultValue("20000") @Min(1) int bidsBurst,
            @DefaultValue("20000") @Min(1) int lots) {

        /** How fast an account may send commands. */
        public Rate ofAccount() {
            return new Rate(perSecond, burst);
        }

        /** How fast a lot may be bid on. */
        public Rate ofLot() {
            return new Rate(bidsPerSecond, bidsBurst);
        }
    }

    /**
     * Which partitions of the topics are read.
     *
     * @param allPartitionsUpTo of a topic with so many at the most, all are read, else those that
     *     connections need: events of lots that are watched, decisions of commands that wait, and
     *     all decisions and sales while anybody is signed in; default 64
     * @param linger how long one that is not needed any more is read; default 30 s
     * @param patience how long a watch, a sign-in (then {@code unavailable}) or a command (then
     *     {@code not-sent}) waits for its own; default 3 s
     */
    public record Tail(
            @DefaultValue("64") @Min(0) int allPartitionsUpTo,
            @DefaultValue("30s") @DurationMin(millis = 1) Duration linger,
            @DefaultValue("3s") @DurationMin(millis = 1) Duration patience) {}

    /**
     * What is said of bids before they are sent.
     *
     * @param advice to whom bids that the log can only refuse are refused here; default when-asked
     * @param remembered of how many accounts, each on one lot, it is remembered what the log has
     *     refused them; default 20000
     * @param suspended how many suspended accounts are kept at most; what is more is logged as an
     *     error, and may bid; default 200000
     */
    public record Bid(
            @DefaultValue("when-asked") Advice advice,
            @DefaultValue("20000") @Min(1) int remembered,
            @DefaultValue("200000") @Min(1) int suspended) {}

    /** To whom advice is given. */
    public enum Advice {
        /** The log decides every bid. */
        NEVER,
        /** To who says {@code "insist":false}, and so knows that it is no decision. */
        WHEN_ASKED,
        /** To all who do not say {@code "insist":true}. */
        ALWAYS
    }

    /**
     * Calls to the services behind.
     *
     * @param timeLimit how long an answer may take to begin, or to go on; default 3 s
     * @param connections how many calls to a service may run at once; default 100
     * @param queue how many more may wait for their turn; default 2000
     * @param retryAfter when a client is told to come again; default 2 s
     */
    public record Upstream(
            @DefaultValue("3s") @DurationMin(millis = 10) Duration timeLimit,
            @DefaultValue("100") @Min(1) int connections,
            @DefaultValue("2000") @Min(1) int queue,
            @DefaultValue("2s") @DurationMin(millis = 1) Duration retryAfter) {}

    /**
     * Photos that are sent.
     *
     * @param largest the most bytes of one; bidding-service has a limit of its own; default 5 MiB
     * @param atOnce how many may be on their way, each in as much memory; more: 429; default 8
     * @param atOnceEach how many of one account; default 3
     * @param receivedWithin how long one may take to come; then 408; default 60 s
     * @param timeLimit how long bidding-service may take with one; default 20 s
     */
    public record Photo(
            @DefaultValue("5MB") DataSize largest,
            @DefaultValue("8") @Min(1) int atOnce,
            @DefaultValue("3") @Min(1) int atOnceEach,
            @DefaultValue("60s") @DurationMin(millis = 10) Duration receivedWithin,
            @DefaultValue("20s") @DurationMin(millis = 10) Duration timeLimit) {}

    /**
     * Tokens for trying Gavel out.
     *
     * @param signingKey a PEM file with the PKCS#8 private key that signs them; refused together
     *     with an issuer; default none: demo mode is off
     * @param tokenLifetime how long a token is good for; default 8 h
     */
    public record Demo(
            @Nullable @Confidential Resource signingKey,
            @DefaultValue("8h") @DurationMin(seconds = 1) Duration tokenLifetime) {}

    /**
     * How people sign in on the page at the configured issuer: code flow with PKCE, as a client
     * without a secret.
     *
     * @param clientId the name under which the issuer knows the page; needs an issuer; default
     *     none: nobody can sign in on the page
     * @param scopes what is asked of the issuer, {@code openid} among them; default openid
     */
    public record Auth(
            @Nullable String clientId, @DefaultValue("openid") @NotEmpty List<String> scopes) {}
}
