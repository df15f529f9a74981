package io.gavel.settlement.document;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * A document as PDF, made of its HTML. The font is PDFBox's own Liberation Sans: Latin, Greek and
 * Cyrillic letters; others are shown as {@code #}. Takes some ten milliseconds of a thread.
 */
public final class PdfPaper {

    private static final String FONT =
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private PdfPaper() {}

    /** The whole file. */
    public static byte[] of(Paper paper) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .useFont(PdfPaper::font, "Liberation Sans")
                    .useUriResolver((base, uri) -> null)
                    .withHtmlContent(HtmlPaper.of(paper), null)
                    .withProducer("Gavel")
                    .toStream(pdf)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    private static InputStream font() {
        return Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT));
    }
}
