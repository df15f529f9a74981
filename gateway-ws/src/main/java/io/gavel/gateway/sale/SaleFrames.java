package io.gavel.gateway.sale;

import io.gavel.contracts.frame.ServerFrame;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.sale.Sale;
import io.gavel.contracts.sale.SaleOffer;
import io.gavel.gateway.wire.Frame;
import io.gavel.gateway.wire.Recipient;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who is told what of a sale: one frame each, and only buyer and seller learn who they are. Of an
 * open offer nobody but the underbidder learns that it is his.
 */
final class SaleFrames {

    private SaleFrames() {}

    static Map<Recipient, Frame> of(
            Sale sale, Set<Recipient> watching, Function<AccountId, Set<Recipient>> signedIn) {
        Map<Recipient, Frame> frames = new LinkedHashMap<>();
        if (!watching.isEmpty()) {
            Frame open = frame(sale, null);
            watching.forEach(one -> frames.put(one, open));
        }
        AccountId buyer = sale.buyer();
        SaleOffer offer = sale.offer();
        ServerFrame.OfferPart price = offer == null ? null : part(offer);
        tell("seller", sale.seller(), sale, buyer == null ? null : price, signedIn, frames);
        if (buyer != null) {
            tell("buyer", buyer, sale, price, signedIn, frames);
        } else if (offer != null) {
            tell("underbidder", offer.to(), sale, price, signedIn, frames);
        }
        return frames;
    }

    private static ServerFrame.OfferPart part(SaleOffer offer) {
        return new ServerFrame.OfferPart(offer.price(), offer.until());
    }

    private static void tell(
            String role,
            AccountId account,
            Sale sale,
            ServerFrame.@Nullable OfferPart offer,
            Function<AccountId, Set<Recipient>> signedIn,
            Map<Recipient, Frame> frames) {
        Set<Recipient> own = signedIn.apply(account);
        if (!own.isEmpty()) {
            Frame frame =
                    frame(sale, new ServerFrame.OwnPart(role, sale.buyer(), sale.seller(), offer));
            own.forEach(one -> frames.put(one, frame));
        }
    }

    private static Frame frame(Sale sale, ServerFrame.@Nullable OwnPart own) {
        return Frame.of(
                new ServerFrame.SaleFrame(
                        sale.lot(),
                        sale.outcome(),
                        sale.state(),
                        sale.hammer(),
                        sale.winner(),
                        sale.currency(),
                        sale.at(),
                        own));
    }
}
