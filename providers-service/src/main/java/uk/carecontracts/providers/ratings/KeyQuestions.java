package uk.carecontracts.providers.ratings;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The five questions the Care Quality Commission asks of every service; null where a report did not
 * rate one.
 *
 * @param safe are people protected from abuse and avoidable harm
 * @param effective does care achieve good outcomes
 * @param caring are people treated with compassion and dignity
 * @param responsive is the service organised to meet people's needs
 * @param wellLed does leadership assure good care
 */
public record KeyQuestions(
    @Nullable Rating safe,
    @Nullable Rating effective,
    @Nullable Rating caring,
    @Nullable Rating responsive,
    @Nullable Rating wellLed) {

  /** A report without key questions. */
  public static KeyQuestions none() {
    return new KeyQuestions(null, null, null, null, null);
  }

  /** Whether any of the five was rated Inadequate. */
  public boolean anyInadequate() {
    return rated().anyMatch(rating -> rating == Rating.INADEQUATE);
  }

  /** Whether any of the five carries a judgement. */
  public boolean anyJudged() {
    return rated().anyMatch(Rating::judged);
  }

  private Stream<Rating> rated() {
    return Stream.of(
            Optional.ofNullable(safe),
            Optional.ofNullable(effective),
            Optional.ofNullable(caring),
            Optional.ofNullable(responsive),
            Optional.ofNullable(wellLed))
        .flatMap(Optional::stream);
  }
}
