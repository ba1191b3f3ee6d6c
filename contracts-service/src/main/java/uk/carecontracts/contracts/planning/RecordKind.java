package uk.carecontracts.contracts.planning;

/** The kinds of planning records: each has a table of its own and an aggregate type in events. */
public enum RecordKind {
  /** How far an authority plans ahead. */
  LEAD_IN_POLICY("lead_in_policy", "lead-in-policy"),
  /** What was decided and done about the coming decisions of one contract. */
  FORWARD_PLAN("forward_plan", "forward-plan"),
  /** A procurement of several contracts together, adopted or put aside. */
  JOINT_OPPORTUNITY("joint_opportunity", "joint-opportunity"),
  /** A partner's word on a joint procurement. */
  JOINT_RESPONSE("joint_response", "joint-response"),
  /** A procurement on its way through the gates. */
  COMMISSIONING_PROJECT("commissioning_project", "commissioning-project"),
  /** A savings target over years. */
  SAVINGS_PROGRAMME("savings_programme", "savings-programme"),
  /** What saves towards a programme. */
  SAVINGS_INITIATIVE("savings_initiative", "savings-initiative"),
  /** A supplier's breach or failure to improve, as the authority found it. */
  PERFORMANCE_FAILURE("performance_failure", "performance-failure");

  private final String table;
  private final String aggregate;

  RecordKind(String table, String aggregate) {
    this.table = table;
    this.aggregate = aggregate;
  }

  String table() {
    return table;
  }

  /** The aggregate type its events carry. */
  public String aggregate() {
    return aggregate;
  }
}
