package uk.carecontracts.contracts.savings;

import java.util.UUID;
import uk.carecontracts.contracts.planning.PlanningRecord;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.money.Money;

/**
 * A savings programme.
 *
 * @param id identity
 * @param authority GSS code
 * @param terms what is to be saved when
 * @param target pounds over the whole programme
 * @param version raised by every change; also its entity tag
 */
public record SavingsProgramme(
    UUID id, String authority, ProgrammeTerms terms, Money target, long version)
    implements PlanningRecord {

  static SavingsProgramme begin(String authority, ProgrammeTerms terms) {
    ProgrammeTerms checked = terms.checked();
    return new SavingsProgramme(Ids.next(), authority, checked, Money.gbp(checked.total()), 1);
  }

  SavingsProgramme saying(ProgrammeTerms changed) {
    ProgrammeTerms checked = changed.checked();
    return new SavingsProgramme(id, authority, checked, Money.gbp(checked.total()), version + 1);
  }
}
