package uk.carecontracts.contracts.variations;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.terms.VariationReason;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.http.Cursor;

/** The filters of the list of variations over all contracts; those given must all hold. */
public class VariationFilter {
  /** On variation v of contract c: a party that is asked, has not agreed, and is the one meant. */
  private static final String AWAITED =
      """
      v.status = 'PROPOSED' and exists (
        select 1 from jsonb_array_elements(c.terms -> 'parties' || v.incoming) p
        where p ->> 'role' is distinct from 'SUBCONTRACTOR' and %s
          and not exists (select 1 from jsonb_array_elements(v.agreements) a
                          where a ->> 'partyId' = p ->> 'id'))""";

  @QueryParam("status")
  @Parameter(description = "PROPOSED, AGREED, IN_FORCE, WITHDRAWN or REFUSED; repeat for several")
  @Nullable List<VariationStatus> statuses;

  @QueryParam("contractId")
  @Parameter(description = "Of one contract")
  @Nullable UUID contractId;

  @QueryParam("reason")
  @Parameter(description = "Why the contract is varied, such as PRICE")
  @Nullable VariationReason reason;

  @QueryParam("awaiting")
  @Parameter(description = "Proposed, and the word is missing of a party with this in its name")
  @Nullable String awaiting;

  @QueryParam("awaitingProviderId")
  @Parameter(
      description =
          "Proposed, and the word is missing of a party with this provider record; merged records"
              + " count with it")
  @Nullable UUID awaitingProviderId;

  @QueryParam("effectiveFrom")
  @Parameter(description = "To come into force on or after this day")
  @Nullable LocalDate effectiveFrom;

  @QueryParam("effectiveTo")
  @Parameter(description = "To come into force on or before this day")
  @Nullable LocalDate effectiveTo;

  /** The filter as conditions on variation v of contract c. */
  Conditions conditions() {
    return new Conditions()
        .and("v.status = any(?)", statuses == null || statuses.isEmpty() ? null : names(statuses))
        .and("v.contract_id = ?", contractId)
        .and("v.reason = ?", reason)
        .and(
            AWAITED.formatted("strpos(lower(p ->> 'name'), lower(?)) > 0"),
            awaiting == null || awaiting.isBlank() ? null : awaiting.strip())
        .and(
            AWAITED.formatted(
                "(p ->> 'providerId')::uuid in (select provider_family(provider_survivor(?)))"),
            awaitingProviderId)
        .and("v.effective_date >= ?", effectiveFrom)
        .and("v.effective_date <= ?", effectiveTo);
  }

  private static List<String> names(List<VariationStatus> statuses) {
    return statuses.stream().map(Enum::name).toList();
  }

  String fingerprint() {
    return Cursor.fingerprint(
        "variations",
        statuses,
        contractId,
        reason,
        awaiting,
        awaitingProviderId,
        effectiveFrom,
        effectiveTo);
  }
}
