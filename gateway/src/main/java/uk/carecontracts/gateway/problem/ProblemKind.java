package uk.carecontracts.gateway.problem;

import java.util.Locale;

/**
 * A kind of problem, as its page explains it.
 *
 * @param code stable code for programs
 * @param status HTTP status
 * @param title the kind in a few words
 * @param meaning what happened
 * @param remedy how to mend it
 * @param answeredBy who answers it: the gateway, every service, or one of them
 */
public record ProblemKind(
    String code, int status, String title, String meaning, String remedy, String answeredBy) {

  /** The page of this kind, used as {@code type} in answers. */
  public String type() {
    return "/problems/" + slug(code);
  }

  static String slug(String code) {
    return code.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
