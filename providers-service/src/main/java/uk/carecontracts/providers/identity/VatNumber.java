package uk.carecontracts.providers.identity;

/**
 * HMRC's check digits: weights 8 to 2 over seven digits, the last two making it a multiple of 97.
 */
final class VatNumber {

  private static final int MODULUS = 97;
  private static final int VARIANT = 55;

  private VatNumber() {}

  /**
   * Government departments (GD) and health authorities (HA) carry a range instead of check digits.
   */
  static boolean isValid(String value) {
    if (value.startsWith("GD")) {
      return Integer.parseInt(value.substring(2)) < 500;
    }
    if (value.startsWith("HA")) {
      return Integer.parseInt(value.substring(2)) >= 500;
    }
    int sum = Integer.parseInt(value.substring(7, 9));
    for (int i = 0; i < 7; i++) {
      sum += (value.charAt(i) - '0') * (8 - i);
    }
    return sum > 0 && (sum % MODULUS == 0 || (sum + VARIANT) % MODULUS == 0);
  }
}
