package uk.carecontracts.providers.costs;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.tenancy.Caller;
import uk.carecontracts.providers.register.Providers;

/** Who may see which cost model, and how one is shown with its line set. */
@ApplicationScoped
class CostModels {

  private final CostModelRepository models;
  private final LineSetRepository sets;
  private final Providers providers;
  private final Caller caller;

  CostModels(
      CostModelRepository models, LineSetRepository sets, Providers providers, Caller caller) {
    this.models = models;
    this.sets = sets;
    this.providers = providers;
    this.caller = caller;
  }

  /** The model if the caller may see it: an officer of the authority, or the provider itself. */
  CostModel visible(UUID id) {
    CostModel model = models.require(id);
    requireMay(model.providerId());
    return model;
  }

  /** Officers see every provider's costs; a provider's token sees its own, and nobody else any. */
  UUID requireMay(UUID provider) {
    UUID survivor = providers.requireSurvivor(provider).id();
    if (!isOfficer() && !own().equals(survivor)) {
      throw ProblemException.forbidden(
          "NOT_YOUR_COSTS", "Cost models are confidential: the token acts for another provider.");
    }
    return survivor;
  }

  boolean isOfficer() {
    return caller.hasScope("providers:write");
  }

  /** The provider the token acts for. */
  UUID own() {
    UUID claimed =
        caller
            .providerId()
            .orElseThrow(
                () ->
                    ProblemException.forbidden(
                        "NO_PROVIDER", "Only the provider itself may do this."));
    return providers.requireSurvivor(claimed).id();
  }

  List<UUID> family(UUID provider) {
    return providers.family(provider);
  }

  LineSet set(CostModel model) {
    return set(model, sets.all());
  }

  static LineSet set(CostModel model, List<LineSet> all) {
    return all.stream().filter(model::keepsTo).findFirst().orElseThrow();
  }

  CostModelState state(CostModel model) {
    return model.state(set(model));
  }

  List<CostModelState> states(List<CostModel> some) {
    List<LineSet> all = sets.all();
    return some.stream().map(model -> model.state(set(model, all))).toList();
  }
}
