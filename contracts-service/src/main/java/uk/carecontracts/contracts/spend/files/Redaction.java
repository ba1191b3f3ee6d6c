package uk.carecontracts.contracts.spend.files;

import java.util.regex.Pattern;

/** Tells a withheld supplier from a named one ("Redactive Events Ltd" is a name). */
public final class Redaction {
  private static final Pattern WITHHELD =
      Pattern.compile(
          "\\bredacted\\b|\\bwith-?held\\b|^personal (data|information)$|^confidential$",
          Pattern.CASE_INSENSITIVE);

  private Redaction() {}

  /** Whether the authority withheld who was paid. */
  public static boolean isWithheld(String supplier) {
    return WITHHELD.matcher(supplier.strip()).find();
  }
}
