package uk.carecontracts.providers.ownership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.journal.Entry;
import uk.carecontracts.kit.journal.Journal;
import uk.carecontracts.kit.problem.RuleViolation;
import uk.carecontracts.providers.register.Providers;

/** Records who owns whom, and answers what follows. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Owners {

  private final OwnershipRepository steps;
  private final Providers providers;
  private final Journal journal;
  private final Clock clock;

  Owners(OwnershipRepository steps, Providers providers, Journal journal, Clock clock) {
    this.steps = steps;
    this.providers = providers;
    this.journal = journal;
    this.clock = clock;
  }

  /** The hierarchy of owners, between the records that speak for merged ones. */
  public Hierarchy hierarchy() {
    return steps.hierarchy();
  }

  Ownership record(
      String authority, UUID provider, OwnershipForms.NewOwnership form, String person) {
    steps.lock();
    require(form);
    UUID parent = form.parentId() == null ? null : parent(form.parentId());
    Ownership step =
        Ownership.record(authority, provider, form, parent, person, Instant.now(clock));
    if (parent == null) {
      requireOneBrand(provider, form);
    } else {
      requireTree(provider, parent, form);
    }
    steps.persist(step);
    append(step, "ownership.recorded.v1", Map.of("evidence", form.evidence()));
    return step;
  }

  private static void require(OwnershipForms.NewOwnership form) {
    boolean owner = form.kind() == OwnershipKind.OWNER;
    boolean brand = form.brand() != null && !form.brand().isBlank();
    if (owner != (form.parentId() != null) || owner == brand) {
      throw new RuleViolation(
          "OWNER_OR_BRAND",
          "An owner is named by parentId, a brand by brand: the one that kind asks for.",
          owner ? "/parentId" : "/brand");
    }
    if (form.validTo() != null && !form.validTo().isAfter(form.validFrom())) {
      throw new RuleViolation("ENDS_BEFORE_START", "It must hold for at least a day.", "/validTo");
    }
  }

  private UUID parent(UUID id) {
    if (providers.findByIdOptional(id).isEmpty()) {
      throw new RuleViolation("UNKNOWN_PROVIDER", "There is no provider " + id + ".", "/parentId");
    }
    return providers.requireSurvivor(id).id();
  }

  private void requireTree(UUID provider, UUID parent, OwnershipForms.NewOwnership form) {
    Hierarchy hierarchy = steps.hierarchy();
    Hierarchy.Step wanted =
        new Hierarchy.Step(provider, provider, parent, form.validFrom(), form.validTo());
    if (hierarchy.closesCycle(wanted)) {
      throw new RuleViolation(
          "OWNERSHIP_CYCLE",
          "On a day of that time the provider owns its owner, directly or through others.",
          "/parentId");
    }
    hierarchy
        .overlapping(wanted)
        .ifPresent(
            step -> {
              throw new RuleViolation(
                  "OWNER_OVERLAPS",
                  "Ownership " + step.id() + " holds on a day of that time; end it first.",
                  "/validFrom");
            });
  }

  private void requireOneBrand(UUID provider, OwnershipForms.NewOwnership form) {
    steps.brands(provider, form.validFrom(), form.validTo()).stream()
        .findFirst()
        .ifPresent(
            step -> {
              throw new RuleViolation(
                  "OWNER_OVERLAPS",
                  "Brand " + step.id() + " holds on a day of that time; end it first.",
                  "/validFrom");
            });
  }

  Ownership end(Ownership step, LocalDate day, String reason) {
    step.end(day, reason);
    append(step, "ownership.ended.v1", Map.of("reason", reason));
    return step;
  }

  private void append(Ownership step, String type, Map<String, Object> change) {
    steps.flush();
    journal.append(
        new Entry(
            "ownership",
            step.id(),
            step.version(),
            type,
            step.state().authority(),
            step.state(),
            change));
  }

  /** The brand of a provider on a day. */
  @Nullable String brand(UUID provider, LocalDate day) {
    return steps.brands(provider, day, day.plusDays(1)).stream()
        .map(step -> step.state().brand())
        .findFirst()
        .orElse(null);
  }
}
