package uk.carecontracts.contracts.pipeline;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pipeline as an iCalendar object (RFC 5545): whole-day events that a calendar subscribes to.
 */
final class PipelineCalendar {
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final int LONGEST_LINE = 75;

  private final StringBuilder text = new StringBuilder();

  private PipelineCalendar() {}

  /** Writes the items as a calendar; the expected tender of each, and the start of the service. */
  static String write(List<PipelineItem> items) {
    PipelineCalendar calendar = new PipelineCalendar();
    calendar.line("BEGIN:VCALENDAR");
    calendar.line("VERSION:2.0");
    calendar.line("PRODID:-//Care contracts//Procurement pipeline//EN");
    calendar.line("CALSCALE:GREGORIAN");
    calendar.line("X-WR-CALNAME:Care procurement pipeline");
    for (PipelineItem item : items) {
      calendar.event(item, "market", "Market engagement begins", item.marketEngagement());
      calendar.event(item, "tender", "Tender expected", item.tenderExpected());
      calendar.event(item, "start", "New contract starts", item.serviceStart());
    }
    calendar.line("END:VCALENDAR");
    return calendar.text.toString();
  }

  private void event(PipelineItem item, String kind, String what, @Nullable LocalDate day) {
    if (day == null) {
      return;
    }
    line("BEGIN:VEVENT");
    line("UID:" + item.id() + "-" + kind + "@care-contracts");
    line("DTSTAMP:" + STAMP.format(item.updatedAt()));
    line("DTSTART;VALUE=DATE:" + DAY.format(day));
    line("DTEND;VALUE=DATE:" + DAY.format(day.plusDays(1)));
    line("SUMMARY:" + escaped(what + ": " + item.title()));
    line("DESCRIPTION:" + escaped(description(item)));
    if (item.area() != null && !item.area().isBlank()) {
      line("LOCATION:" + escaped(item.area()));
    }
    if (item.serviceType() != null) {
      line("CATEGORIES:" + escaped(item.serviceType()));
    }
    line("TRANSP:TRANSPARENT");
    line("END:VEVENT");
  }

  private static String description(PipelineItem item) {
    StringBuilder words = new StringBuilder();
    words.append("Council ").append(item.authority());
    words.append(", reference ").append(item.reference()).append(".\n");
    if (item.total() != null) {
      words.append(item.newNeed() ? "Estimated value: £" : "Value of the present contract: £");
      words.append(item.total().amount().toPlainString()).append(".\n");
    }
    if (item.newNeed()) {
      words.append("It is a new need.");
    } else {
      words.append("It ends on ").append(item.presentEnd()).append(".");
    }
    if (item.summary() != null) {
      words.append("\n").append(item.summary());
    }
    return words.toString();
  }

  /** Text as RFC 5545, 3.3.11 has it. */
  private static String escaped(String words) {
    return words
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replaceAll("\\R", "\\\\n")
        .replaceAll("\\p{Cntrl}", " ");
  }

  /** A content line, folded to 75 octets without cutting a character (RFC 5545, 3.1). */
  private void line(String content) {
    int octets = 0;
    for (int i = 0; i < content.length(); ) {
      int point = content.codePointAt(i);
      String each = Character.toString(point);
      int length = each.getBytes(StandardCharsets.UTF_8).length;
      if (octets + length > LONGEST_LINE) {
        text.append("\r\n ");
        octets = 1;
      }
      text.append(each);
      octets += length;
      i += Character.charCount(point);
    }
    text.append("\r\n");
  }
}
