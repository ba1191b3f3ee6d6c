package uk.carecontracts.contracts.spend.files;

import java.util.Locale;
import java.util.regex.Pattern;

/** Identifiers of organisations in the form in which they are compared: {@code SCHEME:id}. */
public final class Identifiers {
  private static final int COMPANY_LENGTH = 8;
  private static final int MOST_LENGTH = 60;
  private static final Pattern OTHER = Pattern.compile("[^A-Z0-9-]");
  private static final Pattern VAT_ADORNMENT = Pattern.compile("^GB|-");
  private static final Pattern SHORT_NUMBER = Pattern.compile("\\d{1,7}");
  private static final Pattern LEADING_NOUGHTS = Pattern.compile("^0+");
  private static final Pattern NOUGHTS = Pattern.compile("0+");

  private Identifiers() {}

  /** The key of an identifier; empty when nothing of it can be an identifier. */
  public static String key(String scheme, String id) {
    String bare = OTHER.matcher(id.toUpperCase(Locale.ROOT)).replaceAll("");
    String form =
        switch (scheme) {
          case "VAT" -> VAT_ADORNMENT.matcher(bare).replaceAll("");
          case "GB-COH" ->
              SHORT_NUMBER.matcher(bare).matches()
                  ? "0".repeat(COMPANY_LENGTH - bare.length()) + bare
                  : bare;
          case "GB-CHC" -> LEADING_NOUGHTS.matcher(bare).replaceFirst("");
          default -> bare;
        };
    return form.length() < 3 || form.length() > MOST_LENGTH || NOUGHTS.matcher(form).matches()
        ? ""
        : scheme + ":" + form;
  }
}
