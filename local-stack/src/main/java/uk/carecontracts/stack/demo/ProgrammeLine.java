package uk.carecontracts.stack.demo;

/**
 * A line of the programme: contracts of one kind that one council has for one service.
 *
 * @param authority short name of the council
 * @param service code of the service
 * @param type type of contract as the API names it
 * @param regime procurement regime as the API names it
 * @param procedure procedure as the API names it
 * @param stage where these contracts stand
 * @param count how many there are
 * @param endFrom months from today to the end of the first one
 * @param endTo months from today to the end of the last one
 * @param years length of each
 * @param pool who may supply
 * @param suppliers suppliers of each; 0 while none is chosen
 */
record ProgrammeLine(
    String authority,
    String service,
    String type,
    String regime,
    String procedure,
    Stage stage,
    int count,
    int endFrom,
    int endTo,
    int years,
    Pool pool,
    int suppliers) {

  /** Who may supply. */
  enum Pool {
    /** Every provider but the council's own service. */
    ANY,
    /** Voluntary, community and social enterprises. */
    VCSE,
    /** The council's own service. */
    IN_HOUSE;

    boolean admits(DemoProvider provider) {
      return switch (this) {
        case ANY -> !provider.inHouse();
        case VCSE -> provider.vcse();
        case IN_HOUSE -> provider.inHouse();
      };
    }
  }

  /** Months from today to the end of one contract of the line, counted from 0. */
  int endsIn(int position) {
    return count == 1 ? endFrom : endFrom + (endTo - endFrom) * position / (count - 1);
  }

  /** Frameworks and dynamic markets only promise terms; others buy. */
  boolean promisesTermsOnly() {
    return type.equals("FRAMEWORK") || type.equals("DYNAMIC_MARKET");
  }

  /** Whether contracts-service wants the opportunity published before an award. */
  boolean tendered() {
    return switch (type) {
      case "CALL_OFF", "SLA", "GRANT" -> false;
      default -> !procedure.equals("DIRECT_AWARD") && !procedure.equals("QUOTATION");
    };
  }
}
