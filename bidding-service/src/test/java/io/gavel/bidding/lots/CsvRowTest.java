package io.gavel.bidding.lots;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CsvRowTest {

    @Test
    void an_event_is_a_row_with_empty_cells_for_what_it_has_not() {
        assertThat(
                        row(
                                """
                                {"lot":"x","version":3,"at":"2026-11-22T14:03:07.412Z","offset":1,"type":"bid","paddle":12,\
                                "amount":12500,"status":"open","price":12500,"leader":null,"next":13000,"bids":17,\
                                "closesAt":"2026-11-22T14:05:00.000Z","reserve":"met","prev":"ab"}\
                                """))
                .isEqualTo(
                        "3,2026-11-22T14:03:07.412Z,bid,12,12500,open,12500,,13000,17,2026-11-22T14:05:00.000Z,met,,,,,ab\r\n");
    }

    @Test
    void text_with_commas_quotes_and_line_breaks_is_quoted() {
        assertThat(row("{\"reason\":\"late, \\\"train\\\"\\n\"}"))
                .isEqualTo(",".repeat(15) + "\"late, \"\"train\"\"\n\"" + ",\r\n");
    }

    @Test
    void what_a_spreadsheet_would_compute_stays_text() {
        for (String formula : new String[] {"=1+1", "+1", "-1", "@sum(a1)", "\\t=1"}) {
            assertThat(row("{\"reason\":\"" + formula + "\"}"))
                    .contains("'" + formula.replace("\\t", "\t"));
        }
        assertThat(row("{\"reason\":\"=a,b\"}")).contains("\"'=a,b\"");
    }

    @Test
    void the_header_names_as_many_columns() {
        String header = new String(CsvRow.header(), StandardCharsets.UTF_8);
        assertThat(header)
                .isEqualTo(
                        "version,at,type,paddle,amount,status,price,leader,next,bids,closesAt,reserve,outcome,hammer,winner,reason,prev\r\n");
    }

    private static String row(String event) {
        return new String(
                CsvRow.of(event.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }
}
