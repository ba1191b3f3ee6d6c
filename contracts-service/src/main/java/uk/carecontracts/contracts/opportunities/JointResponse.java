package uk.carecontracts.contracts.opportunities;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.planning.PlanningRecord;
import uk.carecontracts.kit.ids.Ids;

/**
 * A partner's word on a joint procurement.
 *
 * @param id the same for ever for a partner and a procurement
 * @param authority GSS code of the partner
 * @param opportunityId the joint procurement
 * @param lead GSS code of its lead authority
 * @param joins whether it joins
 * @param note in words
 * @param version raised by every change
 */
public record JointResponse(
    UUID id,
    String authority,
    UUID opportunityId,
    String lead,
    boolean joins,
    @Nullable String note,
    long version)
    implements PlanningRecord {

  static UUID identity(UUID opportunity, String partner) {
    return Ids.named("joint-response:" + opportunity + ":" + partner);
  }

  static JointResponse of(
      JointProcurement procurement,
      String partner,
      boolean joins,
      @Nullable String note,
      long version) {
    return new JointResponse(
        identity(procurement.id(), partner),
        partner,
        procurement.id(),
        procurement.authority(),
        joins,
        note,
        version);
  }
}
