package uk.carecontracts.contracts.forwardplan;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.carecontracts.contracts.planning.PlanningRecords;
import uk.carecontracts.contracts.planning.RecordKind;

/** Lead-in policies of authorities, and the default. */
@ApplicationScoped
public class Policies {
  private final PlanningRecords records;
  private final PolicyTerms standard;

  Policies(PlanningRecords records, ObjectMapper json) {
    this.records = records;
    this.standard = standard(json);
  }

  private static PolicyTerms standard(ObjectMapper json) {
    try (InputStream in =
        Objects.requireNonNull(
            Policies.class.getResourceAsStream("/forwardplan/default-policy.json"))) {
      return json.readValue(in, PolicyTerms.class);
    } catch (IOException e) {
      throw new UncheckedIOException("The default lead-in policy cannot be read", e);
    }
  }

  /** What holds for an authority. */
  public LeadInPolicy of(String authority) {
    return records
        .select(RecordKind.LEAD_IN_POLICY, LeadInPolicy.class, "authority = ?", authority)
        .stream()
        .findFirst()
        .orElseGet(() -> LeadInPolicy.standard(authority, standard));
  }

  /** What holds for every authority within reach, by its code. */
  public Function<String, PolicyTerms> all() {
    Map<String, PolicyTerms> own = own();
    return authority -> own.getOrDefault(authority, standard);
  }

  /** What authorities within reach decided for themselves, by their codes. */
  public Map<String, PolicyTerms> own() {
    return records.select(RecordKind.LEAD_IN_POLICY, LeadInPolicy.class, "true").stream()
        .collect(Collectors.toMap(LeadInPolicy::authority, LeadInPolicy::terms));
  }

  /** What holds for authorities that decided nothing. */
  public PolicyTerms standard() {
    return standard;
  }
}
