package uk.carecontracts.kit.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Problem details (RFC 9457) as every layer answers them.
 *
 * @param type reference of the page that explains this kind of problem
 * @param title the kind of problem in words
 * @param status the HTTP status
 * @param detail what happened here and how to mend it
 * @param instance the path that was asked for
 * @param code stable code for programs
 * @param traceId W3C trace id to quote when asking for help
 * @param violations what exactly is wrong, place by place
 */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    @Nullable String instance,
    String code,
    @Nullable String traceId,
    @Nullable List<Violation> violations) {
  public static final String MEDIA_TYPE = "application/problem+json";

  /**
   * One thing that is wrong.
   *
   * @param pointer JSON pointer into the body, or the name of a parameter or header
   * @param message what is wrong and what would be right
   */
  public record Violation(@Nullable String pointer, String message) {}
}
