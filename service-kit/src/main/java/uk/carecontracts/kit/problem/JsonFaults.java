package uk.carecontracts.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.Problem.Violation;

/** Says where JSON went wrong and what was expected there. */
final class JsonFaults {
  private static final Map<Class<?>, String> FORMS =
      Map.of(
          UUID.class, "a UUID such as 0191d3c5-0000-7000-8000-000000000000",
          LocalDate.class, "a date such as 2026-04-01",
          Instant.class, "a UTC instant such as 2026-04-01T09:00:00Z",
          BigDecimal.class, "a number such as 12.50",
          Boolean.class, "true or false",
          boolean.class, "true or false",
          Integer.class, "a whole number",
          int.class, "a whole number",
          Long.class, "a whole number",
          String.class, "a text");

  private JsonFaults() {}

  /** True when the text is not JSON at all, false when it is JSON of another shape. */
  static boolean isMalformed(JsonProcessingException e) {
    return e instanceof StreamReadException || e.getCause() instanceof StreamReadException;
  }

  static Violation explain(JsonProcessingException e) {
    if (isMalformed(e) || !(e instanceof JsonMappingException mapping)) {
      return new Violation(null, "The body is not valid JSON" + where(e) + ".");
    }
    String pointer = pointer(mapping);
    if (e instanceof UnrecognizedPropertyException unknown) {
      return new Violation(
          pointer,
          "Unknown property '"
              + unknown.getPropertyName()
              + "'. Known here: "
              + unknown.getKnownPropertyIds().stream()
                  .map(String::valueOf)
                  .sorted()
                  .collect(Collectors.joining(", "))
              + ".");
    }
    if (e instanceof InvalidFormatException format) {
      return new Violation(
          pointer, "'" + format.getValue() + "' is not " + form(format.getTargetType()) + ".");
    }
    if (e instanceof ValueInstantiationException && e.getCause() != null) {
      return new Violation(pointer, reason(e.getCause()));
    }
    if (e instanceof MismatchedInputException mismatch) {
      return new Violation(pointer, "Expected " + form(mismatch.getTargetType()) + ".");
    }
    return new Violation(pointer, "The value cannot be read.");
  }

  /** What a type says of values it refuses; a missing one it may not even have looked for. */
  private static String reason(Throwable refusal) {
    return refusal instanceof NullPointerException
        ? "A value that is needed here is missing."
        : String.valueOf(refusal.getMessage());
  }

  private static String where(JsonProcessingException e) {
    return e.getLocation() == null
        ? ""
        : " (line "
            + e.getLocation().getLineNr()
            + ", column "
            + e.getLocation().getColumnNr()
            + ")";
  }

  private static String form(@Nullable Class<?> type) {
    if (type == null) {
      return "of the documented form";
    }
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(c -> ((Enum<?>) c).name())
              .collect(Collectors.joining(", "));
    }
    if (Iterable.class.isAssignableFrom(type) || type.isArray()) {
      return "a list";
    }
    return FORMS.getOrDefault(type, "an object of the documented form");
  }

  /** RFC 6901 pointer of the place a mapping failed at. */
  private static String pointer(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            r ->
                r.getFieldName() == null
                    ? String.valueOf(r.getIndex())
                    : r.getFieldName().replace("~", "~0").replace("/", "~1"))
        .map(s -> "/" + s)
        .collect(Collectors.joining());
  }
}
