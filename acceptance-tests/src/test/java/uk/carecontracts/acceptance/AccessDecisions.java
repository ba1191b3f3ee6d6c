package uk.carecontracts.acceptance;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import uk.carecontracts.stack.infrastructure.Role;

/** What was decided about access, where it is not simply the service's own writers. */
final class AccessDecisions {
  /** Open to everyone: what the law has councils publish, and calculators that hold no data. */
  static final Set<String> PUBLIC =
      new TreeSet<>(
          Set.of(
              "GET /v1/register/contracts",
              "GET /v1/register/contracts/feed",
              "GET /v1/register/contracts/{contractId}",
              "GET /v1/register/pipeline",
              "GET /v1/register/pipeline/calendar",
              "GET /v1/register/pipeline/feed",
              "GET /v1/register/pipeline/spend",
              "GET /v1/register/snapshots",
              "GET /v1/register/snapshots/{id}",
              "GET /v1/register/snapshots/{id}/entries",
              "GET /v1/register/exemption-grounds",
              "GET /v1/register/ocds/releases.jsonl",
              "GET /v1/register/ocds/records.jsonl",
              "GET /v1/register/ocds/release-packages",
              "GET /v1/register/ocds/record-packages",
              "GET /v1/register/ocds/records/{ocid}",
              "GET /v1/register/ocds/releases/{ocid}/{releaseId}",
              "GET /v1/market-position-statements",
              "GET /v1/market-position-statements/{id}",
              "GET /v1/market-position-statements/{id}/editions",
              "GET /v1/market-position-statements/{id}/editions/{edition}",
              "GET /v1/feedback-form",
              "POST /v1/feedback-form",
              "POST /v1/feedback-form/page",
              "GET /v1/feedback/you-said-we-did",
              "GET /v1/market/summary",
              "POST /v1/pricing/sliding-scale-quotes",
              "POST /v1/pricing/uplift-quotes",
              "POST /v1/payment-by-results/quotes"));

  /**
   * The provider database is kept in common: every authority reads what any recorded, and with the
   * scope corrects it; the journal names who did. The providers service enforces no more than that
   * (its migrations V1 and V3). Should it ever, this list shrinks and the walk holds it. Index
   * series are reference data of nobody's own.
   */
  static final Set<String> COMMON =
      Set.of(
          "GET /v1/index-series/{code}",
          "POST /v1/index-series/{code}/points",
          "GET /v1/providers/{id}",
          "PATCH /v1/providers/{id}",
          "GET /v1/providers/{id}/history",
          "POST /v1/providers/{id}/merge",
          "POST /v1/providers/{id}/merge/undo",
          "GET /v1/providers/{id}/group",
          "GET /v1/providers/{id}/ownerships",
          "POST /v1/providers/{id}/ownerships",
          "GET /v1/providers/{id}/ownerships/{ownershipId}",
          "POST /v1/providers/{id}/ownerships/{ownershipId}/end",
          "GET /v1/provider-match-reviews/organisations/{id}",
          "POST /v1/provider-match-reviews/organisations/{id}/decide",
          "GET /v1/locations/{id}",
          "PATCH /v1/locations/{id}",
          "GET /v1/locations/{id}/history",
          "GET /v1/locations/{id}/ratings",
          "POST /v1/locations/{id}/ratings",
          "POST /v1/locations/{id}/ratings/{ratingId}/correction");

  /** What an authority has of its own about a common record: another sees and adds only its own. */
  static final Set<String> OWN_PART =
      Set.of(
          "GET /v1/risk/providers/{providerId}/financial-standings",
          "POST /v1/risk/providers/{providerId}/financial-standings",
          "GET /v1/providers/{id}/contracts",
          "GET /v1/providers/{id}/accreditations",
          "POST /v1/providers/{id}/accreditations",
          "GET /v1/providers/{id}/suspensions",
          "POST /v1/providers/{id}/suspensions");

  /** Lists in the monitoring document that hold what is the same for everyone of an authority. */
  static final Set<String> REFERENCE =
      Set.of("GET /v1/indicators", "GET /v1/standards", "GET /v1/returns/rules");

  /** What the imports that take an authority cannot do without. */
  static final Map<String, Map<String, String>> IMPORTS =
      Map.of(
          "POST /v1/contract-imports", Map.of("format", "CONTRACTS_FINDER_NOTICES"),
          "POST /v1/placement-imports", Map.of("format", "PLACEMENTS_CSV"),
          "POST /v1/spend-imports", Map.of("format", "LGA_SPEND"),
          "POST /v1/visit-imports", Map.of("format", "VISITS_CSV"),
          "POST /v1/provider-imports",
              Map.of("format", "CQC_CARE_HOMES", "snapshotDate", "2024-06-01"));

  /** Bodies where more is needed than the required properties in their simplest form. */
  static final Map<String, String> BODIES =
      Map.of(
          "POST /v1/contracts/{contractId}/variations",
          "{\"reason\":\"OTHER\",\"description\":\"Walk\",\"effectiveDate\":\"2030-04-01\","
              + "\"change\":{\"title\":\"Walk\"}}",
          "POST /v1/visits/terms",
          "{\"validFrom\":\"2090-01-01\",\"minutesEarly\":15,\"minutesLate\":15,"
              + "\"shortBelowPercent\":80,\"source\":\"Walk\"}",
          "POST /v1/visits/recounts",
          "{\"from\":\"2026-01\",\"to\":\"2026-02\"}",
          "PUT /v1/monitoring-plans/{id}/indicators",
          "{\"indicators\":[{\"code\":\"FEELING_SAFE\"}]}");

  private static final Map<String, Set<Role>> OTHER_WRITERS =
      Map.ofEntries(
          Map.entry("POST /v1/visit-imports", EnumSet.of(Role.PROVIDER, Role.MONITORING)),
          Map.entry(
              "POST /v1/payment-by-results/models/{id}/claims",
              EnumSet.of(Role.PROVIDER, Role.MONITORING)),
          Map.entry(
              "POST /v1/payment-by-results/claims/{id}/dispute",
              EnumSet.of(Role.PROVIDER, Role.MONITORING)),
          Map.entry("POST /v1/visits/recounts", EnumSet.of(Role.ADMIN)),
          Map.entry("POST /v1/index-series/{code}/points", EnumSet.of(Role.ADMIN)),
          Map.entry("POST /v1/returns", EnumSet.of(Role.PROVIDER, Role.MONITORING)),
          Map.entry("PUT /v1/returns/{id}", EnumSet.of(Role.PROVIDER, Role.MONITORING)),
          Map.entry("POST /v1/returns/{id}/submit", EnumSet.of(Role.PROVIDER, Role.MONITORING)),
          Map.entry("POST /v1/assessments/{id}/challenges", EnumSet.of(Role.PROVIDER)),
          Map.entry("POST /v1/assessments/{id}/accept", EnumSet.of(Role.PROVIDER)),
          Map.entry("POST /v1/action-plans", EnumSet.of(Role.PROVIDER, Role.MONITORING)),
          Map.entry(
              "POST /v1/action-plans/{id}/actions/{actionId}/done",
              EnumSet.of(Role.PROVIDER, Role.MONITORING)),
          Map.entry("POST /v1/feedback", EnumSet.of(Role.FEEDBACK, Role.MONITORING)),
          Map.entry("POST /v1/cost-models", EnumSet.of(Role.PROVIDER, Role.PROVIDERS)),
          Map.entry(
              "POST /v1/cost-models/{id}/withdraw", EnumSet.of(Role.PROVIDER, Role.PROVIDERS)),
          Map.entry("POST /v1/innovation-proposals", EnumSet.of(Role.PROVIDER, Role.PROVIDERS)),
          Map.entry(
              "POST /v1/innovation-proposals/{id}/withdraw",
              EnumSet.of(Role.PROVIDER, Role.PROVIDERS)),
          Map.entry(
              "POST /v1/providers/{id}/suspensions/{suspensionId}/reply",
              EnumSet.of(Role.PROVIDER)),
          Map.entry("POST /v1/returns/uploads", EnumSet.of(Role.PROVIDER, Role.MONITORING)));

  private static final Map<String, Role> WRITERS =
      Map.of(
          "contracts", Role.CONTRACTS,
          "providers", Role.PROVIDERS,
          "monitoring", Role.MONITORING);

  private AccessDecisions() {}

  /** Every operation named here. */
  static Set<String> all() {
    Set<String> all = new TreeSet<>(PUBLIC);
    all.addAll(COMMON);
    all.addAll(OWN_PART);
    all.addAll(REFERENCE);
    all.addAll(IMPORTS.keySet());
    all.addAll(BODIES.keySet());
    all.addAll(OTHER_WRITERS.keySet());
    return all;
  }

  /** Whose tokens an operation takes. Reading takes any, operating the product only admin's. */
  static Set<Role> mayUse(Operation operation) {
    if (operation.path().startsWith("/v1/operations/")) {
      return EnumSet.of(Role.ADMIN);
    }
    if (operation.path().startsWith("/v1/webhooks/")) {
      return EnumSet.of(Role.CONTRACTS, Role.PROVIDERS, Role.MONITORING, Role.ADMIN);
    }
    if (!operation.writes()) {
      return EnumSet.allOf(Role.class);
    }
    return OTHER_WRITERS.getOrDefault(
        operation.name(), EnumSet.of(WRITERS.get(operation.service())));
  }

  /** The role that uses an operation day by day. */
  static Role readerOf(Operation operation) {
    Set<Role> may = mayUse(operation);
    Role writer = WRITERS.get(operation.service());
    return may.contains(writer) ? writer : may.iterator().next();
  }
}
