package io.gavel.contracts.command;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.gavel.contracts.json.Fields;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.BuyNowOffer;
import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.Listing;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.PhotoId;
import io.gavel.contracts.lot.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads what a seller filled in; every wrong field is named, with what came and what was expected.
 */
public final class ListingForm {

    private static final int MAX_TITLE = 200;
    private static final int MAX_DESCRIPTION = 10_000;

    private ListingForm() {}

    /** The listing, or nothing when {@code fields} has collected a problem. */
    public static Optional<Listing> read(Fields fields) {
        String title = fields.require("title").text("title", 1, MAX_TITLE);
        String description = fields.text("description", 0, MAX_DESCRIPTION);
        Optional<Rules> rules = RulesForm.read(fields);
        Money reserve = fields.money("reserve", 1);
        List<AccountId> linked =
                fields.read(
                        "linkedAccounts",
                        "at most " + Listing.MAX_LINKED_ACCOUNTS + " accounts",
                        ListingForm::accounts);
        List<PhotoId> photos =
                fields.read(
                        "photos",
                        "at most " + Listing.MAX_PHOTOS + " ids of photos",
                        node -> photos(node, fields));
        rules.map(Rules::format)
                .filter(Format.English.class::isInstance)
                .ifPresent(format -> checkBuyNow(fields, (Format.English) format, reserve));
        if (!fields.problems().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Listing(
                        requireNonNull(title),
                        requireNonNullElse(description, ""),
                        rules.orElseThrow(),
                        reserve,
                        requireNonNullElse(linked, List.of()),
                        requireNonNullElse(photos, List.of())));
    }

    /** The reserve and the buy-now offer must fit each other (RULES, "Buy now"). */
    private static void checkBuyNow(
            Fields fields, Format.English english, @Nullable Money reserve) {
        BuyNowOffer offer = english.buyNow();
        if (offer == null) {
            return;
        }
        if (reserve != null && reserve.isMoreThan(offer.price())) {
            fields.problem("buyNow.price", offer.price() + " (expected: at least the reserve)");
        }
        if (reserve == null && offer.policy() == BuyNowOffer.Until.RESERVE_MET) {
            fields.problem(
                    "buyNow.policy",
                    offer.policy().word() + " (expected: a reserve, or another policy)");
        }
    }

    /** Each wrong one is a problem of its own, {@code photos[2]} for the third. */
    private static @Nullable List<PhotoId> photos(JsonNode node, Fields fields) {
        if (!node.isArray() || node.size() > Listing.MAX_PHOTOS) {
            return null;
        }
        List<PhotoId> photos = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            JsonNode each = node.get(i);
            try {
                PhotoId photo = new PhotoId(each.isString() ? each.stringValue() : "");
                if (photos.contains(photo)) {
                    fields.problem("photos[" + i + "]", "given twice (expected: once)");
                }
                photos.add(photo);
            } catch (IllegalArgumentException e) {
                fields.problem("photos[" + i + "]", String.valueOf(e.getMessage()));
            }
        }
        return photos;
    }

    private static @Nullable List<AccountId> accounts(JsonNode node) {
        if (!node.isArray() || node.size() > Listing.MAX_LINKED_ACCOUNTS) {
            return null;
        }
        return node.values().stream()
                .map(each -> new AccountId(each.isString() ? each.stringValue() : ""))
                .toList();
    }
}
