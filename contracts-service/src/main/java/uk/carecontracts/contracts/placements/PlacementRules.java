package uk.carecontracts.contracts.placements;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.terms.ContractState;
import uk.carecontracts.contracts.terms.ContractStatus;
import uk.carecontracts.contracts.terms.Party;
import uk.carecontracts.kit.money.Money;
import uk.carecontracts.kit.problem.Problem.Violation;
import uk.carecontracts.kit.problem.RuleViolation;

/** What a placement must obey before it starts, each with its human reason. */
final class PlacementRules {
  /** Far above any care; a price beyond it is a slip of the pen. */
  private static final BigDecimal DEAREST = new BigDecimal("999999.99");

  private PlacementRules() {}

  /** Refuses what can be told from the request alone. */
  static void check(PlacementRequest request, LocalDate today) {
    PersonReference.objection(request.personReference(), today)
        .ifPresent(
            why -> {
              throw new RuleViolation(
                  "PERSON_REFERENCE_NOT_PSEUDONYMOUS",
                  why + " Give a reference that only the authority's own records resolve.",
                  "/personReference");
            });
    List<Violation> found = new ArrayList<>();
    if (request.endDate() != null && request.endDate().isBefore(request.startDate())) {
      found.add(new Violation("/endDate", "A placement cannot end before it starts."));
    }
    priceFault(request.weeklyPrice()).ifPresent(found::add);
    if (!found.isEmpty()) {
      throw new RuleViolation("PLACEMENT_INVALID", found);
    }
  }

  /** Why a weekly price cannot be one. */
  static Optional<Violation> priceFault(@Nullable Money price) {
    if (price == null) {
      return Optional.empty();
    }
    boolean pounds = "GBP".equals(price.currency());
    return pounds && price.amount().signum() >= 0 && price.amount().compareTo(DEAREST) <= 0
        ? Optional.empty()
        : Optional.of(
            new Violation(
                "/weeklyPrice",
                "A weekly price is an amount in GBP of nought or more, up to " + DEAREST + "."));
  }

  /** Refuses a change that sets a price that cannot be one. */
  static void check(PlacementChange change) {
    priceFault(change.weeklyPrice())
        .ifPresent(
            fault -> {
              throw new RuleViolation("PLACEMENT_INVALID", List.of(fault));
            });
  }

  /** Refuses a contract that does not carry the placement; gives its supplier's provider record. */
  static @Nullable UUID checkContract(
      PlacementRequest request, @Nullable UUID speaker, ContractState contract) {
    if (contract.status() != ContractStatus.ACTIVE) {
      throw new RuleViolation(
          "CONTRACT_NOT_ACTIVE",
          "Contract "
              + contract.reference()
              + " is "
              + contract.status()
              + "; placements are made under active contracts only.",
          "/contractId");
    }
    LocalDate start = contract.dates().start();
    LocalDate end = contract.lastDay();
    if ((start != null && request.startDate().isBefore(start))
        || (end != null && request.startDate().isAfter(end))) {
      throw new RuleViolation(
          "OUTSIDE_TERM",
          request.startDate() + " is not in the contract's term from " + start + " to " + end + ".",
          "/startDate");
    }
    return supplier(request, speaker, contract);
  }

  /** A framework's suppliers are those admitted to it, every other contract's are its parties. */
  private static @Nullable UUID supplier(
      PlacementRequest request, @Nullable UUID speaker, ContractState contract) {
    UUID stated = request.provider().providerId();
    if (contract.type() != null && contract.type().onlyPromisesTerms()) {
      return stated;
    }
    Optional<Party> party =
        contract.parties().stream()
            .filter(each -> isNamed(request.provider(), speaker, each))
            .findFirst();
    if (party.isEmpty()) {
      throw new RuleViolation(
          "PROVIDER_NOT_IN_CONTRACT",
          request.provider().name() + " is no party of contract " + contract.reference() + ".",
          "/provider");
    }
    return stated == null ? party.get().providerId() : stated;
  }

  /** Parties show the record that speaks for theirs, so that one is compared. */
  private static boolean isNamed(PlacementProvider provider, @Nullable UUID speaker, Party party) {
    return (speaker != null && party.providerId() != null)
        ? speaker.equals(party.providerId())
        : provider.name().strip().equalsIgnoreCase(party.name().strip());
  }

  /** A block place belongs to the contract that reserved it. */
  static void checkBlock(PlacementKind kind, @Nullable UUID contractId) {
    if (kind == PlacementKind.BLOCK && contractId == null) {
      throw new RuleViolation(
          "BLOCK_NEEDS_CONTRACT",
          "A block placement fills volume that a contract reserved: name the contract.",
          "/contractId");
    }
  }
}
