package io.gavel.bidding.photos;

import static io.gavel.bidding.Commands.inMinutes;
import static io.gavel.bidding.Commands.listed;
import static io.gavel.bidding.ListingBuilder.aLot;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.bidding.BiddingStack;
import io.gavel.bidding.Http;
import io.gavel.bidding.Wire;
import io.gavel.contracts.event.Sha256;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.PhotoId;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PhotosIT {

    private static final String PHOTOS = "/api/v1/photos";

    private static BiddingStack stack;
    private static Wire wire;

    @BeforeAll
    static void start() {
        stack = new BiddingStack("gavel.photos.most-unlisted=12");
        wire = stack.wire();
    }

    @AfterAll
    static void stop() {
        wire.close();
        stack.close();
    }

    @Test
    void a_photo_is_kept_and_served_for_ever() {
        Http.Answer sent = seller("sam").post(PHOTOS, Photographs.jpegWithExif(1000, 500, 6));

        assertThat(sent.status()).isEqualTo(201);
        String id = sent.json().path("id").stringValue();
        assertThat(sent.header("Location")).isEqualTo(PHOTOS + "/" + id + "/1600.jpg");
        assertThat(sent.json().path("width").intValue()).isEqualTo(500);
        assertThat(sent.json().path("sizes").get(0).path("size").intValue()).isEqualTo(320);
        assertThat(sent.json().path("sizes").get(0).path("height").intValue()).isEqualTo(320);

        Http.Answer large = Http.anybody(stack).get(PHOTOS + "/" + id + "/1600.jpg");
        assertThat(large.status()).isEqualTo(200);
        assertThat(Sha256.of(large.bytes()).hex()).isEqualTo(id);
        assertThat(large.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(large.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(large.header("Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
        assertThat(large.header("ETag")).isEqualTo("\"" + id + "-1600\"");

        Http.Answer known =
                Http.anybody(stack)
                        .get(PHOTOS + "/" + id + "/320.jpg", "If-None-Match", "\"" + id + "-320\"");
        assertThat(known.status()).isEqualTo(304);
        assertThat(known.bytes()).isEmpty();
    }

    @Test
    void sent_again_by_whomever_it_is_the_same() {
        PhotoId first = sent("ann", 310, 200);

        assertThat(sent("ben", 310, 200)).isEqualTo(first);
        assertThat(count(first)).isEqualTo(1);
    }

    @Test
    void what_is_not_taken_is_told_why() {
        Http seller = seller("sue");

        Http.Answer text = seller.post(PHOTOS, "not a photo".getBytes(UTF_8));
        assertThat(text.status()).isEqualTo(415);
        assertThat(text.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(text.detail()).startsWith("body: 11 bytes of something else");

        assertThat(seller.post(PHOTOS, Photographs.pngThatClaims(9_000, 9_000)).status())
                .isEqualTo(422);

        int most = 5 * 1024 * 1024;
        assertThat(seller.post(PHOTOS, Photographs.large(most)).status()).isEqualTo(201);
        Http.Answer large = seller.post(PHOTOS, Photographs.large(most + 1));
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.detail()).isEqualTo("body: too large (expected: at most 5 MiB)");
    }

    @Test
    void only_sellers_send_photos() {
        byte[] photo = Photographs.jpeg(80, 60);

        assertThat(Http.anybody(stack).post(PHOTOS, photo).status()).isEqualTo(401);
        Http.Answer bidder = Http.as("bill", stack, "BIDDER").post(PHOTOS, photo);
        assertThat(bidder.status()).isEqualTo(403);
        assertThat(bidder.detail()).isEqualTo("role: not in this token (expected: SELLER)");
    }

    @Test
    void what_is_not_there_is_not_found() {
        Http anybody = Http.anybody(stack);

        assertThat(anybody.get(PHOTOS + "/" + "0a".repeat(32) + "/320.jpg").status())
                .isEqualTo(404);
        assertThat(anybody.get(PHOTOS + "/nonsense/320.jpg").status()).isEqualTo(404);
        Http.Answer size = anybody.get(PHOTOS + "/" + "0a".repeat(32) + "/321.jpg");
        assertThat(size.status()).isEqualTo(404);
        assertThat(size.detail()).isEqualTo("size: 321 (expected: [320, 800, 1600])");
    }

    @Test
    void an_account_may_have_so_many_photos_that_no_lot_shows() {
        PhotoId first = sent("max", 400, 1);
        for (int i = 2; i <= 12; i++) {
            sent("max", 400, i);
        }

        Http.Answer one = seller("max").post(PHOTOS, Photographs.jpeg(400, 13));
        assertThat(one.status()).isEqualTo(409);
        assertThat(one.detail()).startsWith("photos: too many of yours are in no lot");

        listed(wire, "max", aLot().closingAt(inMinutes(10)).showing(first).build());
        assertThat(sent("max", 400, 13)).isNotNull();
    }

    @Test
    void a_lot_shows_its_photos_and_its_log_proves_them() {
        PhotoId cover = sent("lea", 320, 201);
        PhotoId other = sent("lea", 320, 202);
        LotId lot =
                listed(wire, "lea", aLot().closingAt(inMinutes(10)).showing(cover, other).build());
        String shown = "\"photos\":[\"" + cover + "\",\"" + other + "\"]";

        Http anybody = Http.anybody(stack);
        assertThat(anybody.get("/api/v1/lots/" + lot).text()).contains(shown);
        assertThat(anybody.get("/api/v1/lots?seller=lea").text()).contains(shown);
        assertThat(anybody.get("/api/v1/lots/" + lot + "/log").lines().getFirst())
                .contains("\"description\":\"Ticks.\"," + shown + ",\"rules\":");

        LotId plain = listed(wire, "lea", aLot().closingAt(inMinutes(10)).build());
        assertThat(anybody.get("/api/v1/lots/" + plain).text()).doesNotContain("photos");
    }

    @Test
    void old_photos_that_no_lot_shows_are_removed_and_no_others() {
        PhotoId shown = sent("tom", 330, 201);
        PhotoId old = sent("tom", 330, 202);
        PhotoId nearlyOld = sent("tom", 330, 203);
        PhotoId sentAgain = sent("tom", 330, 204);
        listed(wire, "tom", aLot().closingAt(inMinutes(10)).showing(shown).build());
        age(shown, Duration.ofDays(30));
        age(old, Duration.ofDays(8));
        age(nearlyOld, Duration.ofHours(6 * 24 + 1));
        age(sentAgain, Duration.ofDays(30));
        sent("tom", 330, 204);

        assertThat(listable(shown, old, nearlyOld, sentAgain))
                .contains(shown.hex(), sentAgain.hex())
                .doesNotContain(old.hex(), nearlyOld.hex());
        stack.bean(UnlistedPhotos.class).sweep().block(Duration.ofSeconds(20));

        assertThat(count(old)).isZero();
        assertThat(count(shown)).isEqualTo(1);
        assertThat(count(nearlyOld)).isEqualTo(1);
        assertThat(count(sentAgain)).isEqualTo(1);
        assertThat(listable(shown)).contains(shown.hex());
    }

    @Test
    void no_bytes_are_a_failure_of_the_service() {
        long seed = 6;
        Random random = new Random(seed);
        byte[][] whole = {
            Photographs.jpeg(80, 60), Photographs.png(80, 60), Photographs.WEBP_LOSSLESS
        };
        for (int round = 0; round < 30; round++) {
            byte[] sent = whole[round % whole.length].clone();
            for (int i = 0; i < 12; i++) {
                sent[3 + random.nextInt(sent.length - 3)] = (byte) random.nextInt();
            }
            int status = seller("fay" + round).post(PHOTOS, sent).status();
            assertThat(status).as("seed %d, round %d", seed, round).isIn(201, 415, 422);
        }
    }

    private static Http seller(String account) {
        return Http.as(account, stack, "SELLER");
    }

    private static PhotoId sent(String account, int width, int height) {
        Http.Answer answer = seller(account).post(PHOTOS, Photographs.jpeg(width, height));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return new PhotoId(answer.json().path("id").stringValue());
    }

    private static String listable(PhotoId... photos) {
        StringBuilder query = new StringBuilder(PHOTOS + "?");
        for (PhotoId photo : photos) {
            query.append("id=").append(photo).append('&');
        }
        return Http.anybody(stack).get(query.toString()).text();
    }

    private static long count(PhotoId photo) {
        return stack.database()
                .sql("select count(*) n from photo where photo = :photo")
                .bind("photo", photo.hex())
                .map(row -> row.get("n", Long.class))
                .one()
                .block(Duration.ofSeconds(20));
    }

    private static void age(PhotoId photo, Duration by) {
        stack.database()
                .sql(
                        "update photo set sent_at = now() - make_interval(secs => :by) where photo"
                                + " = :photo")
                .bind("by", (double) by.toSeconds())
                .bind("photo", photo.hex())
                .then()
                .block(Duration.ofSeconds(20));
    }
}
