package uk.carecontracts.monitoring.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.tenancy.Caller;
import uk.carecontracts.monitoring.providers.ProviderRecords;

/**
 * What a provider's token reaches: its own plans and returns, by whichever record of it they are
 * kept, and nothing else. Officers' tokens reach what is of their authority, which row-level
 * security sees to.
 */
@ApplicationScoped
public class ProviderReach {
  private final Caller caller;
  private final ProviderRecords records;

  ProviderReach(Caller caller, ProviderRecords records) {
    this.caller = caller;
    this.records = records;
  }

  /** The provider a list must be narrowed to; null for an officer. */
  public @Nullable UUID only() {
    if (caller.hasScope("monitoring:write")) {
      return null;
    }
    UUID provider = caller.providerId().orElse(null);
    if (provider == null && caller.hasScope("returns:submit")) {
      throw ProblemException.forbidden(
          "NO_PROVIDER", "The token may submit returns but has no claim 'provider_id'.");
    }
    return provider;
  }

  /**
   * The filter a list uses: the provider asked for, or the caller's own.
   *
   * @throws ProblemException 403 when a provider asks for another one's
   */
  public @Nullable UUID narrow(@Nullable UUID asked) {
    UUID own = only();
    if (own == null) {
      return asked;
    }
    if (asked != null && !records.same(own, asked)) {
      throw notParty();
    }
    return own;
  }

  /** 403 PROVIDER_NOT_PARTY when a provider's token reaches for another provider's data. */
  public void requireParty(@Nullable UUID provider) {
    if (!isParty(provider)) {
      throw notParty();
    }
  }

  /** Whether the caller is an officer or of that provider. */
  public boolean isParty(@Nullable UUID provider) {
    UUID own = only();
    return own == null || records.same(own, provider);
  }

  /** 403 for providers: this is for officers' eyes. */
  public void requireOfficer() {
    if (only() != null) {
      throw ProblemException.forbidden("OFFICERS_ONLY", "This is not open to providers.");
    }
  }

  private static ProblemException notParty() {
    return ProblemException.forbidden(
        "PROVIDER_NOT_PARTY", "The token's provider is not the supplier of this contract.");
  }
}
