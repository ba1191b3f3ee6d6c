package uk.carecontracts.providers.costs;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The cost models an authority reckons with on a day: one for each provider, service and kind of
 * bed. Records that are merged may each bring an accepted one; then that with the latest prices
 * counts, of equal ones the one handed in last (decision 45). The others stay accepted, so that a
 * merge taken back finds them.
 */
@ApplicationScoped
class ModelsInUse {
  private static final Comparator<CostModel> LATEST =
      Comparator.comparing((CostModel model) -> model.fact().pricesAsOf())
          .thenComparing(CostModel::id);

  private final CostModelRepository models;
  private final PressureRepository providers;

  ModelsInUse(CostModelRepository models, PressureRepository providers) {
    this.models = models;
    this.providers = providers;
  }

  /**
   * A model that counts.
   *
   * @param model the model
   * @param provider the record that speaks for its provider
   */
  record InUse(CostModel model, UUID provider) {}

  /** What one model is for. */
  private record Purpose(UUID provider, String serviceType, @Nullable String variant) {}

  /** The models of a day in the order in which they were handed in. */
  List<InUse> on(
      String authority,
      @Nullable String serviceType,
      @Nullable String lineSet,
      @Nullable String variant,
      LocalDate day) {
    List<CostModel> all = models.inUse(authority, serviceType, lineSet, variant, day);
    Map<UUID, UUID> speakers = speakers(all);
    Map<Purpose, CostModel> latest = new LinkedHashMap<>();
    for (CostModel model : all) {
      UUID speaker = Objects.requireNonNull(speakers.get(model.providerId()));
      latest.merge(
          new Purpose(speaker, model.serviceType(), model.variant()),
          model,
          (one, other) -> LATEST.compare(one, other) < 0 ? other : one);
    }
    return latest.entrySet().stream()
        .map(each -> new InUse(each.getValue(), each.getKey().provider()))
        .toList();
  }

  private Map<UUID, UUID> speakers(List<CostModel> all) {
    return providers.speakers(all.stream().map(CostModel::providerId).distinct().toList()).stream()
        .collect(
            Collectors.toMap(PressureRepository.Speaker::id, PressureRepository.Speaker::survivor));
  }
}
