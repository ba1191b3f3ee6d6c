package uk.carecontracts.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.time.Days;

/** Reads days, and refuses those that cannot be written as {@code 2026-04-01}. */
final class FourDigitYears extends StdScalarDeserializer<LocalDate> {
  private static final long serialVersionUID = 1L;

  FourDigitYears() {
    super(LocalDate.class);
  }

  @Override
  public @Nullable LocalDate deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    LocalDate day = LocalDateDeserializer.INSTANCE.deserialize(parser, context);
    if (day != null && !Days.isWritable(day)) {
      return (LocalDate)
          context.handleWeirdStringValue(
              LocalDate.class, day.toString(), "a year has four digits and is 1000 or later");
    }
    return day;
  }
}
