package io.gavel.settlement.salebook;

import io.gavel.settings.RefusedSettings;
import io.gavel.settlement.SettlementProperties;
import io.gavel.settlement.SettlementProperties.Conditions;
import io.gavel.settlement.money.Premium;
import io.gavel.settlement.money.Rate;
import io.gavel.settlement.money.Tariff;
import io.gavel.settlement.money.TaxRule;
import io.gavel.settlement.sale.Terms;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The conditions of sale, from the properties; what contradicts itself stops the start. */
@Configuration(proxyBeanMethods = false)
class HouseTerms {

    private static final Premium USUAL =
            new Premium(
                    List.of(
                            new Premium.Bracket(500_000L, percent(25)),
                            new Premium.Bracket(null, percent(20))));

    @Bean
    Terms terms(SettlementProperties properties) {
        return RefusedSettings.unless("gavel.sale", () -> of(properties.sale()));
    }

    static Terms of(Conditions conditions) {
        return new Terms(
                new Tariff(
                        premium(conditions),
                        Rate.percent(conditions.commission()),
                        conditions.taxes().stream().map(HouseTerms::rule).toList()),
                conditions.payWithin(),
                conditions.grace(),
                conditions.offerFor(),
                conditions.attempts());
    }

    private static Premium premium(Conditions conditions) {
        return conditions.premium().isEmpty()
                ? USUAL
                : new Premium(conditions.premium().stream().map(HouseTerms::bracket).toList());
    }

    private static Premium.Bracket bracket(SettlementProperties.Bracket bracket) {
        return new Premium.Bracket(bracket.upTo(), Rate.percent(bracket.percent()));
    }

    private static TaxRule rule(SettlementProperties.Tax tax) {
        return new TaxRule(tax.on(), tax.currency(), Rate.percent(tax.percent()));
    }

    private static Rate percent(int percent) {
        return Rate.percent(BigDecimal.valueOf(percent));
    }
}
