package uk.carecontracts.providers.market;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.providers.ratings.Movement;
import uk.carecontracts.providers.ratings.Rating;

/** Distributions of ratings on a day, and where they moved between two. */
public final class MarketRatings {

  private static final String CLOSED = "NOT_OPEN";

  private MarketRatings() {}

  /**
   * Locations with one rating.
   *
   * @param rating the overall rating; UNKNOWN where none is on record
   * @param locations how many
   * @param counted which
   */
  @Schema(name = "RatingCount")
  public record Count(String rating, long locations, List<UUID> counted) {}

  /**
   * How open locations were rated on a day.
   *
   * @param asOf the day
   * @param locations how many were open
   * @param goodOrBetterPercent of those with a judgement, to whole numbers; absent without any
   * @param ratings locations by rating
   */
  @Schema(name = "RatingDistribution")
  public record Distribution(
      LocalDate asOf, long locations, @Nullable Long goodOrBetterPercent, List<Count> ratings) {}

  /**
   * Locations that moved alike.
   *
   * @param from rating on the first day; NOT_OPEN for one that opened in between
   * @param to rating on the second day; NOT_OPEN for one that closed in between
   * @param movement ROSE, FELL or UNCHANGED
   * @param locations how many
   * @param counted which
   */
  @Schema(name = "RatingMovementCount")
  public record Moved(
      String from, String to, Movement movement, long locations, List<UUID> counted) {}

  /**
   * The matrix of movements between two days.
   *
   * @param from the first day
   * @param to the second day
   * @param rose locations with a better judgement
   * @param fell locations with a worse one
   * @param cells each pair of ratings that occurs
   */
  @Schema(name = "RatingMovements")
  public record Movements(LocalDate from, LocalDate to, long rose, long fell, List<Moved> cells) {}

  static Distribution distribution(LocalDate day, List<RatingsRepository.Cell> cells) {
    Map<String, List<UUID>> byRating = new TreeMap<>();
    for (RatingsRepository.Cell cell : cells) {
      if (cell.after() != null) {
        byRating.computeIfAbsent(cell.after(), key -> new ArrayList<>()).addAll(cell.counted());
      }
    }
    long open = byRating.values().stream().mapToLong(List::size).sum();
    long judged = locations(byRating, 1);
    return new Distribution(
        day,
        open,
        judged == 0 ? null : Math.round(100.0 * locations(byRating, Rating.GOOD.grade()) / judged),
        byRating.entrySet().stream()
            .map(entry -> new Count(entry.getKey(), entry.getValue().size(), entry.getValue()))
            .toList());
  }

  private static long locations(Map<String, List<UUID>> byRating, int grade) {
    return byRating.entrySet().stream()
        .filter(entry -> rating(entry.getKey()).map(r -> r.grade() >= grade).orElse(false))
        .mapToLong(entry -> entry.getValue().size())
        .sum();
  }

  private static Optional<Rating> rating(String code) {
    return Rating.parse(code);
  }

  static Movements movements(LocalDate from, LocalDate to, List<RatingsRepository.Cell> cells) {
    Map<String, Moved> matrix = new TreeMap<>();
    for (RatingsRepository.Cell cell : cells) {
      String before = Objects.requireNonNullElse(cell.before(), CLOSED);
      String after = Objects.requireNonNullElse(cell.after(), CLOSED);
      if (!before.equals(CLOSED) || !after.equals(CLOSED)) {
        matrix.merge(
            before + ">" + after, moved(before, after, cell.counted()), MarketRatings::and);
      }
    }
    List<Moved> moved = List.copyOf(matrix.values());
    return new Movements(from, to, total(moved, Movement.ROSE), total(moved, Movement.FELL), moved);
  }

  private static long total(List<Moved> moved, Movement movement) {
    return moved.stream()
        .filter(cell -> cell.movement() == movement)
        .mapToLong(Moved::locations)
        .sum();
  }

  private static Moved moved(String before, String after, List<UUID> counted) {
    Movement movement =
        rating(after)
            .map(to -> Movement.between(rating(before).orElse(null), to))
            .orElse(Movement.UNCHANGED);
    return new Moved(before, after, movement, counted.size(), counted);
  }

  private static Moved and(Moved a, Moved b) {
    List<UUID> counted = new ArrayList<>(a.counted());
    counted.addAll(b.counted());
    return new Moved(a.from(), a.to(), a.movement(), counted.size(), counted);
  }
}
