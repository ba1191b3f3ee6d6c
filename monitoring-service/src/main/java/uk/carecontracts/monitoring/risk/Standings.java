package uk.carecontracts.monitoring.risk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.http.Cursor;
import uk.carecontracts.kit.http.ListFilter;
import uk.carecontracts.kit.http.Page;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.problem.RuleViolation;
import uk.carecontracts.kit.tenancy.Caller;
import uk.carecontracts.monitoring.contracts.KnownContracts;
import uk.carecontracts.monitoring.documents.Shelf;
import uk.carecontracts.monitoring.documents.Shelves;
import uk.carecontracts.monitoring.providers.ProviderRecords;
import uk.carecontracts.monitoring.risk.StandingAssessment.Source;

/** Records views of providers' finances and has their contracts assessed again. */
@ApplicationScoped
class Standings {
  private final Shelf<StandingAssessment> shelf;
  private final KnownContracts contracts;
  private final RiskWatch watch;
  private final Caller caller;
  private final Clock clock;

  Standings(
      Shelves shelves, KnownContracts contracts, RiskWatch watch, Caller caller, Clock clock) {
    this.shelf = shelves.of("financial-standing", "financial_standing", StandingAssessment.class);
    this.contracts = contracts;
    this.watch = watch;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * A view to record.
   *
   * @param standing the view
   * @param assessedOn the day it speaks of
   * @param source what it rests on
   * @param summary the reasons
   * @param link where the source can be read
   */
  @Schema(name = "FinancialStandingRequest")
  public record Request(
      @NotNull FinancialStanding standing,
      @NotNull LocalDate assessedOn,
      @NotNull Source source,
      @NotBlank @Size(max = 4000) String summary,
      @Nullable @Size(max = 1000) String link) {}

  Page<StandingAssessment> page(UUID provider, ListFilter filter) {
    return shelf.page(
        new Conditions().and("provider_id" + ProviderRecords.ANY_RECORD_OF, provider),
        Cursor.fingerprint("standings", provider),
        filter);
  }

  StandingAssessment record(UUID provider, Request request) {
    if (request.assessedOn().isAfter(LocalDate.now(clock))) {
      throw new RuleViolation(
          "STANDING_IN_FUTURE", "A view of finances cannot lie in the future.", "/assessedOn");
    }
    StandingAssessment recorded =
        shelf.create(
            new StandingAssessment(
                Ids.next(),
                caller.authority(),
                provider,
                request.standing(),
                request.assessedOn(),
                request.source(),
                request.summary(),
                request.link(),
                caller.subject(),
                1),
            "financial-standing.assessed.v1",
            Map.of());
    watch.reassess(contracts.ofProvider(provider), "FINANCIAL_STANDING_CHANGED");
    return recorded;
  }
}
