package uk.carecontracts.monitoring.contracts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contract as the register last told.
 *
 * @param id the contract
 * @param authority GSS code
 * @param reference its reference in the authority
 * @param title its title
 * @param status the register's status code
 * @param type block, spot, call-off and so on
 * @param serviceType what is bought
 * @param clientGroups for whom
 * @param area where
 * @param parties suppliers, lead first
 * @param annualValue pounds a year; absent for a framework or dynamic market, which has a ceiling
 * @param totalValue pounds over the whole term
 * @param startsOn first day
 * @param endsOn last day, extensions exercised and an ending announced or past included
 * @param version the register's version
 */
public record KnownContract(
    UUID id,
    String authority,
    String reference,
    String title,
    String status,
    @Nullable String type,
    @Nullable String serviceType,
    List<String> clientGroups,
    @Nullable String area,
    List<KnownParty> parties,
    @Nullable BigDecimal annualValue,
    @Nullable BigDecimal totalValue,
    @Nullable LocalDate startsOn,
    @Nullable LocalDate endsOn,
    long version) {
  private static final Set<String> ENDED =
      Set.of("EXPIRED", "TERMINATED", "DECOMMISSIONED", "CANCELLED");

  /**
   * A supplier.
   *
   * @param providerId the provider record, once it is matched
   * @param role the register's role code
   * @param name name at award
   */
  public record KnownParty(@Nullable UUID providerId, String role, String name) {}

  /** Whether the service runs. */
  public boolean active() {
    return status.equals("ACTIVE");
  }

  /** Whether it came to an end. */
  public boolean ended() {
    return ENDED.contains(status);
  }

  /** The lead supplier, if any supplier is named. */
  public @Nullable KnownParty lead() {
    return parties.isEmpty() ? null : parties.get(0);
  }

  /** The lead supplier's provider record, once it is matched. */
  public @Nullable UUID providerId() {
    KnownParty lead = lead();
    return lead == null ? null : lead.providerId();
  }

  /** The lead supplier's name. */
  public @Nullable String providerName() {
    KnownParty lead = lead();
    return lead == null ? null : lead.name();
  }
}
