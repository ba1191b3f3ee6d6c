package uk.carecontracts.providers.costs;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.money.Money;

/** Works out which providers and contracts feel movements of indices, and by how much. */
@ApplicationScoped
class PressureAnalysis {

  private final ModelsInUse models;
  private final LineSetRepository sets;
  private final PressureRepository contracts;
  private final IndexMovements movements;

  PressureAnalysis(
      ModelsInUse models,
      LineSetRepository sets,
      PressureRepository contracts,
      IndexMovements movements) {
    this.models = models;
    this.sets = sets;
    this.contracts = contracts;
    this.movements = movements;
  }

  /** One service of one provider: what its models and its contracts are filed under. */
  private record Key(UUID provider, String serviceType) {}

  PressureForms.Answer of(
      String authority, PressureForms.Question question, @Nullable UUID provider, LocalDate day) {
    List<PressureForms.Moved> moved = movements.resolve(authority, question.movements());
    BigDecimal above =
        question.aboveLivingWagePercent() == null
            ? BigDecimal.ZERO
            : question.aboveLivingWagePercent();
    Map<String, BigDecimal> byIndex =
        moved.stream()
            .collect(Collectors.toMap(PressureForms.Moved::index, PressureForms.Moved::percent));
    Map<Key, List<CostModel>> modelled =
        modelled(models.on(authority, question.serviceType(), null, null, day), provider);
    List<PressureRepository.Running> running =
        contracts.running(authority, day, question.serviceType(), provider);
    List<LineSet> allSets = sets.all();
    Map<UUID, String> names = names(modelled);
    List<PressureForms.ProviderPressure> felt = new ArrayList<>();
    modelled.forEach(
        (key, some) ->
            felt.add(
                new ServicePressure(some, allSets, byIndex, above.movePointLeft(2))
                    .on(key.provider(), names.get(key.provider()), key.serviceType(), running)));
    felt.sort(
        Comparator.comparing((PressureForms.ProviderPressure each) -> each.pressure().amount())
            .reversed()
            .thenComparing(PressureForms.ProviderPressure::provider)
            .thenComparing(PressureForms.ProviderPressure::providerId)
            .thenComparing(PressureForms.ProviderPressure::serviceType));
    List<PressureForms.Uncovered> without =
        running.stream()
            .filter(
                each ->
                    each.providerId() == null
                        || each.serviceType() == null
                        || !modelled.containsKey(new Key(each.providerId(), each.serviceType())))
            .map(PressureAnalysis::uncovered)
            .toList();
    return answer(day, moved, above, felt, without);
  }

  private static Map<Key, List<CostModel>> modelled(
      List<ModelsInUse.InUse> all, @Nullable UUID provider) {
    Map<Key, List<CostModel>> grouped = new LinkedHashMap<>();
    for (ModelsInUse.InUse each : all) {
      if (provider == null || provider.equals(each.provider())) {
        grouped
            .computeIfAbsent(
                new Key(each.provider(), each.model().serviceType()), key -> new ArrayList<>())
            .add(each.model());
      }
    }
    return grouped;
  }

  private Map<UUID, String> names(Map<Key, List<CostModel>> modelled) {
    List<UUID> ids = modelled.keySet().stream().map(Key::provider).distinct().toList();
    Function<PressureRepository.Speaker, UUID> id = PressureRepository.Speaker::id;
    return contracts.speakers(ids).stream()
        .collect(Collectors.toMap(id, PressureRepository.Speaker::name));
  }

  private static PressureForms.Uncovered uncovered(PressureRepository.Running each) {
    return new PressureForms.Uncovered(
        each.contractId(),
        each.reference(),
        each.title(),
        each.providerId(),
        each.provider(),
        each.serviceType(),
        each.annualValue() == null ? null : Money.gbp(each.annualValue()));
  }

  private static PressureForms.Answer answer(
      LocalDate day,
      List<PressureForms.Moved> moved,
      BigDecimal above,
      List<PressureForms.ProviderPressure> felt,
      List<PressureForms.Uncovered> without) {
    return new PressureForms.Answer(
        day,
        moved,
        above,
        felt,
        total(felt, PressureForms.ProviderPressure::annualValue),
        total(felt, PressureForms.ProviderPressure::pressure),
        without,
        "Each line of an accepted cost model moves by the indices that drive it. The living wage"
            + " reaches the share of pay and on-costs that is paid at it, and "
            + CostBreakdown.plain(above)
            + " % of the rest. A contract's pressure is its annual value times the movement of the"
            + " unit cost; it is what the provider feels, not what any clause promises.");
  }

  private static Money total(
      List<PressureForms.ProviderPressure> felt,
      Function<PressureForms.ProviderPressure, Money> of) {
    return Money.gbp(
        felt.stream().map(of).map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
  }
}
