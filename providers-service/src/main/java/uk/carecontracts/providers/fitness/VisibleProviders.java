package uk.carecontracts.providers.fitness;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.tenancy.Caller;
import uk.carecontracts.providers.register.Providers;

/** A provider's token shows what concerns that provider, and nobody else's. */
@ApplicationScoped
class VisibleProviders {

  private final Providers providers;
  private final Caller caller;

  VisibleProviders(Providers providers, Caller caller) {
    this.providers = providers;
    this.caller = caller;
  }

  /**
   * All records of one provider; 404 when there is no such provider.
   *
   * @param refused what a token of another provider is told
   */
  List<UUID> family(UUID id, Supplier<ProblemException> refused) {
    List<UUID> family = providers.family(providers.require(id).id());
    if (caller.providerId().filter(own -> !family.contains(own)).isPresent()) {
      throw refused.get();
    }
    return family;
  }
}
