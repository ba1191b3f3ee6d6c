package uk.carecontracts.contracts.placements;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.register.Contracts;
import uk.carecontracts.kit.imports.RowOutcome;
import uk.carecontracts.kit.problem.Problem.Violation;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.problem.RuleViolation;

/** Brings placements of a file in; the authority's reference tells which are known already. */
@ApplicationScoped
class PlacementIntake {
  private final PlacementDesk desk;
  private final PlacementRepository placements;
  private final Contracts contracts;

  PlacementIntake(PlacementDesk desk, PlacementRepository placements, Contracts contracts) {
    this.desk = desk;
    this.placements = placements;
    this.contracts = contracts;
  }

  /** Applies lines in their order and says what became of each. */
  List<RowOutcome> apply(String authority, List<PlacementLine> lines) {
    Map<String, UUID> known =
        contracts.referencesTaken(
            authority,
            lines.stream()
                .map(PlacementLine::contractReference)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    return lines.stream().map(line -> outcome(authority, line, known)).toList();
  }

  private RowOutcome outcome(String authority, PlacementLine line, Map<String, UUID> contracts) {
    UUID contract = null;
    if (line.contractReference() != null) {
      contract = contracts.get(line.contractReference());
      if (contract == null) {
        return RowOutcome.rejected(
            "/contractReference", "There is no contract '" + line.contractReference() + "'.");
      }
    }
    try {
      PlacementRequest request = under(line.request(), contract);
      Optional<UUID> held = placements.idOf(authority, Objects.requireNonNull(request.reference()));
      return held.isPresent() ? update(held.get(), request) : create(authority, request);
    } catch (RuleViolation e) {
      Violation first = e.violations().get(0);
      return RowOutcome.rejected(first.pointer(), String.valueOf(e.getMessage()));
    } catch (ProblemException e) {
      return RowOutcome.rejected(null, String.valueOf(e.getMessage()));
    }
  }

  private RowOutcome create(String authority, PlacementRequest request) {
    desk.start(authority, request);
    return RowOutcome.CREATED;
  }

  /** A known placement takes over an end; everything else it says must agree. */
  private RowOutcome update(UUID id, PlacementRequest request) {
    PlacementState held = desk.require(id).state();
    if (!held.startDate().equals(request.startDate())
        || !held.personReference().equals(request.personReference())) {
      return RowOutcome.rejected(
          "/reference", "The reference is of another placement: start or person differ.");
    }
    boolean ends = request.endDate() != null && !request.endDate().equals(held.endDate());
    boolean priced =
        held.status() == PlacementStatus.ACTIVE
            && !request.weeklyPrice().equals(held.weeklyPrice());
    if (priced) {
      return RowOutcome.rejected(
          "/weeklyPrice",
          "The price differs from the one held; from which day it holds, only the change operation"
              + " can say.");
    }
    if (!ends) {
      return RowOutcome.UNCHANGED;
    }
    desk.end(id, version -> {}, Objects.requireNonNull(request.endDate()), "Imported");
    return RowOutcome.UPDATED;
  }

  private static PlacementRequest under(PlacementRequest request, @Nullable UUID contract) {
    return new PlacementRequest(
        request.reference(),
        contract,
        request.provider(),
        request.locationId(),
        request.kind(),
        request.careType(),
        request.serviceType(),
        request.clientGroup(),
        request.area(),
        request.personReference(),
        request.weeklyPrice(),
        request.hoursPerWeek(),
        request.startDate(),
        request.endDate());
  }
}
