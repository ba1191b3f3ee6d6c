package uk.carecontracts.monitoring.risk;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.monitoring.documents.Aggregate;

/**
 * A recorded view of a provider's finances. It is never changed: a newer one takes its place.
 *
 * @param id the view
 * @param authority GSS code
 * @param providerId the provider
 * @param standing the view
 * @param assessedOn the day it speaks of
 * @param source what it rests on, such as filed accounts or a credit report
 * @param summary the reasons
 * @param link where the source can be read
 * @param recordedBy who recorded it
 * @param version always 1
 */
@Schema(name = "FinancialStandingAssessment")
public record StandingAssessment(
    UUID id,
    String authority,
    UUID providerId,
    FinancialStanding standing,
    LocalDate assessedOn,
    Source source,
    String summary,
    @Nullable String link,
    String recordedBy,
    long version)
    implements Aggregate {

  /** What a view of finances rests on. */
  public enum Source {
    FILED_ACCOUNTS,
    MANAGEMENT_ACCOUNTS,
    CREDIT_REPORT,
    MARKET_OVERSIGHT,
    OFFICER_REVIEW
  }
}
