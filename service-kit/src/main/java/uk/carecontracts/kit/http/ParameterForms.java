package uk.carecontracts.kit.http;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.time.Days;

/** Parameters of path and query that cannot be read are 400 with the form they should have. */
@Provider
public class ParameterForms implements ParamConverterProvider {
  private record Form(String description, Function<String, Object> parser) {}

  /** Digits before and after the point that a number may have. */
  private static final int MOST_DIGITS = 30;

  private static final Form WHOLE_NUMBER = new Form("a whole number", Integer::valueOf);
  private static final Form TRUTH = new Form("true or false", ParameterForms::truth);
  private static final Map<Class<?>, Form> FORMS =
      Map.of(
          UUID.class,
          new Form("a UUID such as 0191d3c5-0000-7000-8000-000000000000", ParameterForms::uuid),
          LocalDate.class,
          new Form("a date such as 2026-04-01", ParameterForms::day),
          Instant.class,
          new Form("a UTC instant such as 2026-04-01T09:00:00Z", Instant::parse),
          BigDecimal.class,
          new Form("a number such as 12.50", ParameterForms::number),
          Integer.class,
          WHOLE_NUMBER,
          int.class,
          WHOLE_NUMBER,
          Long.class,
          new Form("a whole number", Long::valueOf),
          long.class,
          new Form("a whole number", Long::valueOf),
          Boolean.class,
          TRUTH,
          boolean.class,
          TRUTH);

  @Override
  public <T> @Nullable ParamConverter<T> getConverter(
      Class<T> type, Type genericType, Annotation[] annotations) {
    Form form = type.isEnum() ? enumForm(type) : FORMS.get(type);
    return form == null ? null : new Converter<>(form, name(annotations));
  }

  private static Form enumForm(Class<?> type) {
    Map<String, Object> constants =
        Arrays.stream(type.getEnumConstants())
            .collect(
                java.util.stream.Collectors.toMap(
                    c -> ((Enum<?>) c).name(), c -> c, (a, b) -> a, java.util.TreeMap::new));
    return new Form(
        "one of " + String.join(", ", constants.keySet()),
        text -> {
          Object constant = constants.get(text);
          if (constant == null) {
            throw new IllegalArgumentException(text);
          }
          return constant;
        });
  }

  private static LocalDate day(String text) {
    LocalDate day = LocalDate.parse(text);
    if (!Days.isWritable(day)) {
      throw new IllegalArgumentException(text);
    }
    return day;
  }

  /** {@code 1E999999999} is eleven characters, and a gigabyte once it is written out. */
  private static BigDecimal number(String text) {
    BigDecimal number = new BigDecimal(text);
    if ((long) number.precision() - number.scale() > MOST_DIGITS || number.scale() > MOST_DIGITS) {
      throw new IllegalArgumentException(text);
    }
    return number;
  }

  /** An absent parameter of the primitive type arrives as 0. */
  private static Object truth(String text) {
    return switch (text) {
      case "true" -> true;
      case "false", "0" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  /** Java's own parser accepts shortened groups; an identifier is written in full or is wrong. */
  private static UUID uuid(String text) {
    if (text.length() != 36) {
      throw new IllegalArgumentException(text);
    }
    return UUID.fromString(text);
  }

  private static String name(Annotation[] annotations) {
    for (Annotation annotation : annotations) {
      if (annotation instanceof QueryParam query) {
        return query.value();
      }
      if (annotation instanceof PathParam path) {
        return path.value();
      }
    }
    return "parameter";
  }

  private record Converter<T>(Form form, String name) implements ParamConverter<T> {
    @Override
    @SuppressWarnings("unchecked") // the form was chosen by the parameter's class
    public @Nullable T fromString(@Nullable String value) {
      if (value == null) {
        return null;
      }
      try {
        return (T) form.parser().apply(value);
      } catch (RuntimeException e) {
        throw ProblemException.badRequest(
            name, "'" + value + "' is not " + form.description() + ".");
      }
    }

    @Override
    public String toString(T value) {
      return String.valueOf(value);
    }
  }
}
