package uk.carecontracts.contracts.register;

import java.util.EnumSet;
import java.util.Set;
import uk.carecontracts.contracts.terms.ContractTerms;
import uk.carecontracts.contracts.terms.ContractType;
import uk.carecontracts.contracts.terms.Procedure;

/** Which contracts are awarded only after their opportunity was published. */
final class TenderDuty {
  private static final Set<Procedure> WITHOUT_TENDER =
      EnumSet.of(
          Procedure.DIRECT_AWARD,
          Procedure.FRAMEWORK_CALL_OFF,
          Procedure.DYNAMIC_MARKET_CALL_OFF,
          Procedure.QUOTATION);
  private static final Set<ContractType> NEVER_TENDERED =
      EnumSet.of(ContractType.CALL_OFF, ContractType.SLA, ContractType.GRANT);

  private TenderDuty() {}

  /** True unless the procedure or the type of the contract knows no tender. */
  static boolean appliesTo(ContractTerms terms) {
    boolean direct = terms.procedure() != null && WITHOUT_TENDER.contains(terms.procedure());
    boolean never = terms.type() != null && NEVER_TENDERED.contains(terms.type());
    return !direct && !never;
  }
}
