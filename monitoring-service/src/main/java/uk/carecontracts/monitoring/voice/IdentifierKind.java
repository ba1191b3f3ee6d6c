package uk.carecontracts.monitoring.voice;

/** What in a text would let a person be recognised. */
public enum IdentifierKind {
  NAME("name"),
  NHS_NUMBER("NHS number"),
  NATIONAL_INSURANCE_NUMBER("National Insurance number"),
  PHONE("phone number"),
  EMAIL("e-mail address"),
  POSTCODE("postcode"),
  DATE_OF_BIRTH("date"),
  ADDRESS("address");

  private final String words;

  IdentifierKind(String words) {
    this.words = words;
  }

  /** What is put in its place. */
  String mark() {
    return "[" + words + " withheld]";
  }

  /** The kind for reading. */
  String words() {
    return words;
  }
}
