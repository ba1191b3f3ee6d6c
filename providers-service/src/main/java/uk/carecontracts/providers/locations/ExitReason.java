package uk.carecontracts.providers.locations;

/** Why a location left the market. */
public enum ExitReason {
  /** The provider could not pay its debts. */
  INSOLVENCY,
  /** The regulator cancelled the registration or a court did. */
  ENFORCEMENT,
  /** The provider chose to stop, for instance for want of a return. */
  COMMERCIAL_DECISION,
  /** The building was unfit, sold or its lease ended. */
  PREMISES,
  /** There were too few staff to run it safely. */
  STAFFING,
  /** It went on as another kind of service. */
  CHANGE_OF_SERVICE,
  /** Another provider took it over under a registration of its own. */
  TRANSFER,
  /** Something else, as the note says. */
  OTHER
}
