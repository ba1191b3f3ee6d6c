package uk.carecontracts.contracts.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.validate.ValidationResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.carecontracts.contracts.forwardplan.Intention;
import uk.carecontracts.kit.money.Money;

class PipelineFormatsTest {
  private static PipelineItem item(String title) {
    return new PipelineItem(
        new UUID(1, 2),
        "E10000017",
        "LCC-1",
        title,
        "Lots by district; ask us, please.\nSecond line",
        "Adults",
        List.of("321014", "85312400"),
        "HOMECARE",
        List.of("OLDER_PEOPLE"),
        "North, and south",
        "BLOCK",
        Intention.UNDECIDED,
        ValueBand.UP_TO_5M,
        Money.gbp("2000000"),
        Money.gbp("500000"),
        List.of("North"),
        LocalDate.of(2029, 3, 31),
        LocalDate.of(2027, 3, 31),
        LocalDate.of(2028, 6, 1),
        null,
        LocalDate.of(2029, 4, 1),
        false,
        Instant.parse("2026-11-20T10:15:30.123Z"));
  }

  @Test
  void a_calendar_client_reads_the_calendar_as_it_was_meant() throws Exception {
    String title =
        "Homecare; \"north\", £2m \\ café 😀 and a very long title that must be folded somewhere\u0007";
    String text = PipelineCalendar.write(List.of(item(title)));
    assertTrue(
        Arrays.stream(text.split("\r\n"))
            .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75),
        text);
    Calendar calendar = new CalendarBuilder().build(new StringReader(text));
    ValidationResult result = calendar.validate();
    assertFalse(result.hasErrors(), result::toString);
    List<VEvent> events = calendar.getComponents("VEVENT");
    assertEquals(3, events.size());
    VEvent tender = events.get(1);
    assertEquals("Tender expected: " + title.replace("\u0007", ""), tender.getSummary().getValue());
    assertEquals("20280601", tender.getProperty("DTSTART").orElseThrow().getValue());
    assertTrue(
        tender.getDescription().getValue().contains("ask us, please.\nSecond line"),
        tender.getDescription().getValue());
  }

  @Test
  void the_feed_is_well_formed_whatever_a_title_holds() {
    String feed =
        PipelineFeed.write(
            List.of(item("A <b> & \"c\" \u0007")), "http://x/feed", "http://x/next", "http://x/r");
    assertTrue(
        feed.contains("<title>A &lt;b> &amp; \"c\"  </title>")
            || feed.contains("<title>A &lt;b&gt; &amp; \"c\"  </title>"),
        feed);
    assertTrue(feed.contains("rel=\"next\""), feed);
    assertTrue(feed.contains("2026-11-20T10:15:30.123Z"), feed);
  }

  @ParameterizedTest
  @CsvSource({
    "0, UNKNOWN",
    "0.01, UP_TO_30K",
    "29999.99, UP_TO_30K",
    "30000, UP_TO_100K",
    "999999.99, UP_TO_1M",
    "1000000, UP_TO_5M",
    "5000000, OVER_5M"
  })
  void a_band_begins_where_the_last_ended(BigDecimal total, ValueBand band) {
    assertEquals(band, ValueBand.of(total));
  }
}
