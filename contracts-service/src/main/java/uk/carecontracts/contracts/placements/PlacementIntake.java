package uk.carecontracts.contracts.placements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.util.Comparator;
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
  private final Validator validator;

  PlacementIntake(
      PlacementDesk desk,
      PlacementRepository placements,
      Contracts contracts,
      Validator validator) {
    this.desk = desk;
    this.placements = placements;
    this.contracts = contracts;
    this.validator = validator;
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
      Optional<RowOutcome> invalid = invalid(request);
      if (invalid.isPresent()) {
        return invalid.get();
      }
      Optional<UUID> held = placements.idOf(authority, Objects.requireNonNull(request.reference()));
      return held.isPresent() ? update(held.get(), request) : create(authority, request);
    } catch (RuleViolation e) {
      Violation first = e.violations().get(0);
      return RowOutcome.rejected(first.pointer(), String.valueOf(e.getMessage()));
    } catch (ProblemException e) {
      return RowOutcome.rejected(null, String.valueOf(e.getMessage()));
    }
  }

  /** What no placement may say, whether it comes by a file or by itself. */
  private Optional<RowOutcome> invalid(PlacementRequest request) {
    return validator.validate(request).stream()
        .min(Comparator.comparing(fault -> fault.getPropertyPath().toString()))
        .map(
            fault ->
                RowOutcome.rejected(
                    "/" + fault.getPropertyPath().toString().replace('.', '/'),
                    fault.getMessage()));
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
    Optional<RowOutcome> differs = KnownPlacement.objection(held, request);
    if (differs.isPresent()) {
      return differs.get();
    }
    if (request.endDate() == null || request.endDate().equals(held.endDate())) {
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
