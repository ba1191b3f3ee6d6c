package uk.carecontracts.monitoring.visits;

/** A visit cannot be taken as it was sent: names the field and says what it should be. */
final class VisitFault extends RuntimeException {
  private final String field;

  VisitFault(String field, String message) {
    super(message, null, false, false);
    this.field = field;
  }

  String field() {
    return field;
  }
}
