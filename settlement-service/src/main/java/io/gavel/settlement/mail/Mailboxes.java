package io.gavel.settlement.mail;

import static io.gavel.settlement.database.Columns.column;

import java.time.Instant;
import java.util.regex.Pattern;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Where people get mail, in PostgreSQL. */
@Component
class Mailboxes {

    /** One address and nothing else: no names, lists, comments or line ends. */
    static final String ADDRESS =
            "(?=[^@]{1,64}@)"
                    + "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@(?=.{1,189}$)([A-Za-z0-9-]{1,63}\\.)*[A-Za-z0-9-]{1,63}";

    private static final Pattern FORM = Pattern.compile(ADDRESS);

    private static final String SET =
            """
            insert into mailbox (account, address, set_at) values (:account, :address, :now)
            on conflict (account) do update set address = :address, set_at = :now
            """;

    private final DatabaseClient database;
    private final String demoDomain;

    Mailboxes(DatabaseClient database, MailProperties properties) {
        this.database = database;
        this.demoDomain = properties.demoDomain();
    }

    static boolean isAddress(String text) {
        return FORM.matcher(text).matches();
    }

    Mono<Void> set(String account, String address, Instant now) {
        return database.sql(SET)
                .bind("account", account)
                .bind("address", address)
                .bind("now", now)
                .then();
    }

    Mono<Void> remove(String account) {
        return database.sql("delete from mailbox where account = :account")
                .bind("account", account)
                .then();
    }

    /** The address that was given. */
    Mono<String> given(String account) {
        return database.sql("select address from mailbox where account = :account")
                .bind("account", account)
                .map(row -> column(row, "address", String.class))
                .one();
    }

    /** Where to write to; in a demonstration everybody has an address. */
    Mono<String> of(String account) {
        return given(account)
                .switchIfEmpty(
                        Mono.just(account + "@" + demoDomain)
                                .filter(address -> !demoDomain.isEmpty() && isAddress(address)));
    }
}
