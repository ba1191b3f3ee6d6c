package uk.carecontracts.contracts.projects;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.fitness.Suspensions;
import uk.carecontracts.contracts.projects.ProjectRequests.AwardRequest;
import uk.carecontracts.contracts.register.Award;
import uk.carecontracts.contracts.register.Contract;
import uk.carecontracts.contracts.register.ContractEvent;
import uk.carecontracts.contracts.register.ContractRegister;
import uk.carecontracts.contracts.terms.ContractDates;
import uk.carecontracts.contracts.terms.ContractTerms;
import uk.carecontracts.contracts.terms.ContractType;
import uk.carecontracts.contracts.terms.ContractValues;
import uk.carecontracts.contracts.terms.Procedure;
import uk.carecontracts.kit.money.Money;

/** Makes the contract a project ends in, by the register's own steps. */
@ApplicationScoped
class ContractAward {
  private static final Set<Procedure> TENDERED =
      EnumSet.of(
          Procedure.OPEN,
          Procedure.RESTRICTED,
          Procedure.COMPETITIVE_FLEXIBLE,
          Procedure.COMPETITIVE_NEGOTIATION,
          Procedure.OTHER);
  private static final Set<ContractType> NEVER_TENDERED =
      EnumSet.of(ContractType.CALL_OFF, ContractType.SLA, ContractType.GRANT);

  private final ContractRegister register;
  private final Suspensions suspensions;

  ContractAward(ContractRegister register, Suspensions suspensions) {
    this.register = register;
    this.suspensions = suspensions;
  }

  /** The identity of the new contract, awarded. */
  UUID of(Project project, AwardRequest request) {
    UUID id = register.draft(project.authority(), terms(project, request)).id();
    Contract contract = register.require(id);
    String reason = "From commissioning project " + project.id() + ": " + request.why();
    if (TENDERED.contains(request.procedure()) && !NEVER_TENDERED.contains(request.type())) {
      register.apply(contract, ContractEvent.TENDER_PUBLISHED, reason, Contract::publishTender);
    }
    register.apply(
        contract,
        ContractEvent.AWARDED,
        reason,
        (each, now) ->
            each.award(
                request.award(),
                suspensions.policyFor(each.authority(), request.award().suppliers()),
                now));
    return id;
  }

  private static ContractTerms terms(Project project, AwardRequest request) {
    ProjectTerms from = project.terms();
    String description = from.description() == null ? from.title() : from.description();
    LocalDate review = from.end() == null ? null : from.end().minusYears(1);
    return new ContractTerms(
        request.reference(),
        from.title(),
        description + decisions(project),
        from.directorate(),
        from.department(),
        null,
        request.type(),
        request.regime(),
        request.procedure(),
        from.categories(),
        from.serviceType(),
        from.clientGroups(),
        from.area(),
        List.of(),
        List.of(),
        new ContractValues(from.estimatedTotal(), annual(from, request.award()), null, null),
        new ContractDates(
            null,
            null,
            from.start(),
            from.end(),
            review != null && from.start() != null && review.isAfter(from.start()) ? review : null,
            null),
        List.of(),
        from.socialValue(),
        from.minimumStandards(),
        from.outcomes(),
        null,
        List.of());
  }

  /** The estimate of a year belongs to the estimated total, not to another one that was awarded. */
  private static @Nullable Money annual(ProjectTerms estimate, Award award) {
    Money total = estimate.estimatedTotal();
    Money awarded = award.value();
    boolean other =
        awarded != null && (total == null || total.amount().compareTo(awarded.amount()) != 0);
    return other ? null : estimate.estimatedAnnual();
  }

  /** What was decided on the way goes with the contract. */
  private static String decisions(Project project) {
    return project.decisions().stream()
        .filter(each -> each.kind() == Project.Decision.Kind.OPTION)
        .map(each -> "\n\n" + each.what() + ": " + each.why())
        .collect(Collectors.joining());
  }
}
