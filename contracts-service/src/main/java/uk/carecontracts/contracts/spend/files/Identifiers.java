package uk.carecontracts.contracts.spend.files;

import java.util.Locale;

/** Identifiers of organisations in the form in which they are compared: {@code SCHEME:id}. */
public final class Identifiers {
  private static final int COMPANY_LENGTH = 8;

  private Identifiers() {}

  /** The key of an identifier; empty when nothing of it can be an identifier. */
  public static String key(String scheme, String id) {
    String bare = id.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9-]", "");
    String form =
        switch (scheme) {
          case "VAT" -> bare.replaceAll("^GB|-", "");
          case "GB-COH" ->
              bare.matches("\\d{1,7}") ? "0".repeat(COMPANY_LENGTH - bare.length()) + bare : bare;
          case "GB-CHC" -> bare.replaceAll("^0+", "");
          default -> bare;
        };
    return form.length() < 3 || form.matches("0+") ? "" : scheme + ":" + form;
  }
}
