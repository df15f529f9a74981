package io.gavel.settlement.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import io.gavel.settlement.money.Premium;
import io.gavel.settlement.money.Rate;
import io.gavel.settlement.money.Tariff;
import io.gavel.settlement.money.TaxRule;
import io.gavel.settlement.sale.Demand;
import io.gavel.settlement.sale.Lot;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaperTest {

    private static final Instant AT = Instant.parse("2026-11-22T14:03:07.412Z");
    private static final Tariff TARIFF =
            new Tariff(
                    new Premium(List.of(new Premium.Bracket(null, percent("25")))),
                    percent("10"),
                    List.of(new TaxRule(TaxRule.Line.PREMIUM, null, percent("19"))));

    @Test
    void an_invoice_says_what_is_owed_and_until_when() {
        Paper invoice = paper(DocumentKind.INVOICE, "Lamp", null);

        assertThat(invoice.name()).isEqualTo("I-000042");
        assertThat(text(invoice))
                .isEqualTo(
                        """
                        Hammer price: 205.07 EUR
                        Buyer's premium: 51.27 EUR
                        Tax on the premium, 19 %: 9.74 EUR
                        Total: 266.08 EUR\
                        """);
        assertThat(HtmlPaper.of(invoice))
                .contains("Invoice I-000042", "25 November 2026, 14:03 UTC", "22 November 2026");
    }

    @Test
    void a_credit_note_takes_all_of_it_back_and_names_the_invoice() {
        Paper note = paper(DocumentKind.CREDIT_NOTE, "Lamp", 41L);

        assertThat(text(note))
                .isEqualTo(
                        """
                        Hammer price: -205.07 EUR
                        Buyer's premium: -51.27 EUR
                        Tax on the premium, 19 %: -9.74 EUR
                        Total: -266.08 EUR\
                        """);
        assertThat(HtmlPaper.of(note))
                .contains("C-000042", "I-000041")
                .doesNotContain("paid before");
    }

    @Test
    void a_statement_says_what_the_seller_gets() {
        assertThat(text(paper(DocumentKind.STATEMENT, "Lamp", null)))
                .isEqualTo(
                        """
                        Hammer price: 205.07 EUR
                        Commission, 10 %: -20.51 EUR
                        Total: 184.56 EUR\
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"onload='x'",
                "{{to}} {{{to}}}",
                "&amp; ]]> <!-- %>",
                "bell \u0007 and half a pair \uD800",
                "“Art déco”, ΛΑΜΠΑ, лампа, 灯"
            })
    void a_title_is_only_ever_text(String title) throws Exception {
        String html = HtmlPaper.of(paper(DocumentKind.INVOICE, title, null));

        var parsed =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
        assertThat(parsed.getElementsByTagName("dd").item(2).getTextContent())
                .isEqualTo(HtmlPaper.text(title));
        assertThat(parsed.getElementsByTagName("script").getLength()).isZero();
        assertThat(parsed.getElementsByTagName("*").getLength()).isEqualTo(elementsOfAPlainTitle());
    }

    @Test
    void a_pdf_shows_the_same() throws IOException {
        byte[] pdf = PdfPaper.of(paper(DocumentKind.INVOICE, "“Art déco” <b> лампа", null));

        try (PDDocument read = Loader.loadPDF(pdf)) {
            assertThat(read.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(read))
                    .contains("Invoice I-000042", "“Art déco” <b> лампа", "266.08 EUR", "alice");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"I-42", "X-000042", "i-000042", "I-000042.pdf", ""})
    void what_is_no_name_of_a_document_is_refused(String name) {
        assertThatThrownBy(() -> DocumentKind.ofName(name))
                .hasMessage("document: " + name + " (expected: such as I-000042)");
    }

    @Test
    void a_name_gives_kind_and_number() {
        for (DocumentKind kind : DocumentKind.values()) {
            String name = kind.numbered(1_234_567);
            assertThat(DocumentKind.ofName(name)).isEqualTo(kind);
            assertThat(kind.number(name)).isEqualTo(1_234_567);
            assertThat(DocumentKind.ofSeries(kind.series())).isEqualTo(kind);
        }
    }

    private static int elementsOfAPlainTitle() {
        String html = HtmlPaper.of(paper(DocumentKind.INVOICE, "Lamp", null));
        return html.split("<[a-z]", -1).length - 1;
    }

    private static String text(Paper paper) {
        return paper.lines().stream()
                        .map(line -> line.label() + ": " + line.amount() + "\n")
                        .collect(Collectors.joining())
                + "Total: "
                + paper.total();
    }

    private static Paper paper(DocumentKind kind, String title, Long corrects) {
        Lot lot =
                new Lot(
                        LotId.parse("0197b1c2-3d4e-7f50-8a61-72839405a6b7"),
                        19,
                        title,
                        "EUR",
                        new AccountId("bob"),
                        CloseOutcome.SOLD,
                        AT,
                        new Money(20_507),
                        new Paddle(2));
        Demand demand =
                new Demand(
                        0,
                        new AccountId("alice"),
                        new Paddle(2),
                        TARIFF.bill(new Money(20_507), "EUR"),
                        TARIFF.proceeds(new Money(20_507), "EUR"),
                        AT.plusSeconds(3 * 24 * 3_600));
        AccountId to = kind == DocumentKind.STATEMENT ? lot.seller() : demand.debtor();
        return Paper.of(new Paper.Head(kind, 42, to, AT, corrects), lot, demand);
    }

    private static Rate percent(String percent) {
        return Rate.percent(new BigDecimal(percent));
    }
}
