package uk.carecontracts.contracts.uplift;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.terms.ContractType;

/**
 * Which clauses are tried on which live contracts.
 *
 * @param name what the simulation is called
 * @param effectiveDate day the uplift would hold from; movements published for it or before are
 *     used
 * @param clauses clauses to compare, by name
 * @param ownClauses whether the contracts' own clauses are tried too, under the name OWN
 * @param filter which contracts; all live ones when left out
 */
@Schema(
    name = "UpliftSimulationRequest",
    examples =
        """
        {"name": "April 2027", "effectiveDate": "2027-04-01", "ownClauses": true, "clauses": \
        [{"name": "CPI only", "terms": {"components": [{"index": "CPI", "weightPercent": 100}]}}, \
        {"name": "Wage led", "terms": {"components": [{"index": "NLW", "weightPercent": 70}, \
        {"index": "CPI", "weightPercent": 30}], "capPercent": 6}}]}""")
public record SimulationRequest(
    @NotBlank @Size(max = 200) String name,
    @NotNull LocalDate effectiveDate,
    @Size(max = 10) @Valid List<@NotNull NamedClause> clauses,
    boolean ownClauses,
    @Nullable @Valid Scope filter) {
  /** The name under which contracts' own clauses are shown. */
  static final String OWN = "OWN";

  /** What is left out becomes empty. */
  public SimulationRequest {
    clauses = clauses == null ? List.of() : List.copyOf(clauses);
  }

  /**
   * A clause to try.
   *
   * @param name what it is called in the answer
   * @param terms the clause
   */
  public record NamedClause(
      @NotBlank @Size(max = 100) String name, @NotNull @Valid ClauseTerms terms) {}

  /**
   * Which contracts.
   *
   * @param contractIds only these
   * @param types only of these types
   * @param serviceType only of this service
   * @param clientGroup only for this client group
   */
  @Schema(name = "UpliftScope")
  public record Scope(
      @Size(max = 10000) List<@NotNull UUID> contractIds,
      @Size(max = 8) List<@NotNull ContractType> types,
      @Nullable @Size(max = 60) String serviceType,
      @Nullable @Size(max = 60) String clientGroup) {
    /** What is left out becomes empty. */
    public Scope {
      contractIds = contractIds == null ? List.of() : List.copyOf(contractIds);
      types = types == null ? List.of() : List.copyOf(types);
    }
  }
}
