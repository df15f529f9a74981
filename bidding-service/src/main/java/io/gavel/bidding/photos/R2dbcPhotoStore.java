package io.gavel.bidding.photos;

import io.gavel.bidding.store.LotRow;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.PhotoId;
import java.time.Duration;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Photos in PostgreSQL, a row each; which lots were listed with them is written by the batch that
 * lists.
 *
 * @param keptUnlisted how long a photo stays that no lot was listed with
 * @param mostUnlisted such photos of one account
 */
record R2dbcPhotoStore(DatabaseClient database, Duration keptUnlisted, int mostUnlisted)
        implements PhotoStore {

    /** Before the end, so that a listing on its way finds its photos. */
    private static final int LISTABLE_OF_SEVEN = 6;

    private static final int MOST_REMOVED = 200;

    @Override
    public Mono<Boolean> hasRoom(AccountId sender) {
        return database.sql(
                        """
                        select count(*) < :most room from photo p
                        where p.sender = :sender and not p.listed
                          and not exists (select from lot_photo l where l.photo = p.photo)
                        """)
                .bind("sender", sender.value())
                .bind("most", mostUnlisted)
                .map(row -> LotRow.column(row, "room", Boolean.class))
                .one();
    }

    @Override
    public Mono<Void> keep(Developed.Photo photo, AccountId sender) {
        return database.sql(
                        """
                        insert into photo (photo, sender, small, medium, large)
                        values (:photo, :sender, :small, :medium, :large)
                        on conflict (photo) do update set sent_at = now()
                        """)
                .bind("photo", photo.id().hex())
                .bind("sender", sender.value())
                .bind("small", photo.print(PrintSize.SMALL).jpeg())
                .bind("medium", photo.print(PrintSize.MEDIUM).jpeg())
                .bind("large", photo.print(PrintSize.LARGE).jpeg())
                .then();
    }

    @Override
    public Mono<byte[]> print(PhotoId photo, PrintSize size) {
        String column =
                switch (size) {
                    case SMALL -> "small";
                    case MEDIUM -> "medium";
                    case LARGE -> "large";
                };
        return database.sql("select " + column + " jpeg from photo where photo = :photo")
                .bind("photo", photo.hex())
                .map(row -> LotRow.bytes(row, "jpeg"))
                .one();
    }

    @Override
    public Flux<PhotoId> listable(List<PhotoId> photos) {
        return database.sql(
                        """
                        select p.photo from photo p
                        where p.photo = any (:photos) and (p.listed or p.sent_at > now() - make_interval(secs => :within)
                           or exists (select from lot_photo l where l.photo = p.photo))
                        """)
                .bind("photos", photos.stream().map(PhotoId::hex).toArray(String[]::new))
                .bind("within", keptUnlisted.toSeconds() * LISTABLE_OF_SEVEN / 7.0)
                .map(row -> new PhotoId(LotRow.column(row, "photo", String.class)))
                .all();
    }

    @Override
    public Mono<Long> removeUnlisted() {
        return database.sql(
                        """
                        with old as materialized (
                            select p.photo, exists (select from lot_photo l where l.photo = p.photo) listed
                            from photo p where not p.listed and p.sent_at < now() - make_interval(secs => :kept)
                            order by p.sent_at limit :most for update skip locked),
                        noted as (update photo p set listed = true from old o where o.photo = p.photo and o.listed),
                        removed as (delete from photo p using old o where o.photo = p.photo and not o.listed)
                        select count(*) looked from old
                        """)
                .bind("kept", (double) keptUnlisted.toSeconds())
                .bind("most", MOST_REMOVED)
                .map(row -> LotRow.column(row, "looked", Long.class))
                .one();
    }
}
