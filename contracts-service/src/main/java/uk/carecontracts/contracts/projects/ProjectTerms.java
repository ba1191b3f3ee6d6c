package uk.carecontracts.contracts.projects;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.terms.Categories;
import uk.carecontracts.contracts.terms.ContractDates;
import uk.carecontracts.contracts.terms.SocialValueCommitment;
import uk.carecontracts.kit.money.Money;
import uk.carecontracts.kit.problem.Problem.Violation;
import uk.carecontracts.kit.problem.RuleViolation;

/**
 * What is to be bought.
 *
 * @param title what it is called
 * @param description what is needed
 * @param directorate directorate responsible
 * @param department department responsible
 * @param categories what kind of thing is bought
 * @param serviceType service
 * @param clientGroups groups of people it is for
 * @param area where it is delivered
 * @param estimatedTotal estimated value over the term
 * @param estimatedAnnual estimated value a year
 * @param start first day of the new contract
 * @param end last day of the new contract
 * @param outcomes results for people that are bought
 * @param minimumStandards standards every provider meets
 * @param socialValue what is promised beyond the service
 * @param replaces contracts that it follows
 * @param partners GSS codes of authorities that buy with it
 */
@Schema(name = "ProjectTerms")
public record ProjectTerms(
    @NotBlank @Size(max = 1000) String title,
    @Nullable @Size(max = 20000) String description,
    @Nullable @Size(max = 200) String directorate,
    @Nullable @Size(max = 200) String department,
    @Valid Categories categories,
    @Nullable @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}") String serviceType,
    @Size(max = 50) List<@Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}") String> clientGroups,
    @Nullable @Size(max = 1000) String area,
    @Nullable Money estimatedTotal,
    @Nullable Money estimatedAnnual,
    @Nullable LocalDate start,
    @Nullable LocalDate end,
    @Size(max = 200) List<@NotBlank @Size(max = 1000) String> outcomes,
    @Size(max = 200) List<@NotBlank @Size(max = 1000) String> minimumStandards,
    @Valid @Size(max = 200) List<SocialValueCommitment> socialValue,
    @Size(max = 500) List<UUID> replaces,
    @Size(max = 200) List<@Pattern(regexp = "[EWSN][0-9]{8}") String> partners) {
  private static final BigDecimal DAYS_OF_A_YEAR = new BigDecimal("365.25");

  /** What is left out becomes empty. */
  public ProjectTerms {
    categories = categories == null ? Categories.NONE : categories;
    clientGroups = clientGroups == null ? List.of() : List.copyOf(clientGroups);
    outcomes = outcomes == null ? List.of() : List.copyOf(outcomes);
    minimumStandards = minimumStandards == null ? List.of() : List.copyOf(minimumStandards);
    socialValue = socialValue == null ? List.of() : List.copyOf(socialValue);
    replaces = replaces == null ? List.of() : List.copyOf(replaces);
    partners = partners == null ? List.of() : List.copyOf(partners);
  }

  /**
   * Pounds over the whole term as far as they are stated: the total, else the value of a year for
   * each year of the term, at least for one; nought when neither is known.
   */
  BigDecimal worth() {
    if (estimatedTotal != null) {
      return estimatedTotal.amount();
    }
    if (estimatedAnnual == null) {
      return BigDecimal.ZERO;
    }
    BigDecimal years =
        start == null || end == null
            ? BigDecimal.ONE
            : BigDecimal.valueOf(ChronoUnit.DAYS.between(start, end) + 1)
                .divide(DAYS_OF_A_YEAR, MathContext.DECIMAL128)
                .max(BigDecimal.ONE);
    return estimatedAnnual.amount().multiply(years);
  }

  /** Refuses a term that the contract, or the public pipeline before it, could not have. */
  void requireTerm() {
    List<Violation> against = new ArrayList<>();
    if (!ContractDates.isWithinReach(start)) {
      against.add(new Violation("/start", ContractDates.REACH));
    }
    if (!ContractDates.isWithinReach(end)) {
      against.add(new Violation("/end", ContractDates.REACH));
    }
    if (start != null && end != null && end.isBefore(start)) {
      against.add(new Violation("/end", "A contract cannot end before it starts."));
    }
    if (!against.isEmpty()) {
      throw new RuleViolation("TERMS_CONTRADICT", against);
    }
  }
}
