package uk.carecontracts.contracts.lengths;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the factors come to: of each side the sum of weight × strength ÷ 100, so that 10 is the most
 * both sides can have together.
 *
 * @param forLong what speaks for a long contract
 * @param forShort what speaks for a short one
 * @param leansTo the heavier side; absent when they are equal
 * @param arithmetic how it came about
 */
public record Balance(
    BigDecimal forLong, BigDecimal forShort, @Nullable Direction leansTo, List<String> arithmetic) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  static Balance of(List<WeighedFactor> factors) {
    BigDecimal longer = side(factors, Direction.LONG);
    BigDecimal shorter = side(factors, Direction.SHORT);
    int order = longer.compareTo(shorter);
    Direction leansTo = order > 0 ? Direction.LONG : Direction.SHORT;
    return new Balance(
        longer.setScale(2, RoundingMode.HALF_UP),
        shorter.setScale(2, RoundingMode.HALF_UP),
        order == 0 ? null : leansTo,
        List.of(words(factors, Direction.LONG, longer), words(factors, Direction.SHORT, shorter)));
  }

  private static BigDecimal side(List<WeighedFactor> factors, Direction direction) {
    return factors.stream()
        .filter(each -> each.direction() == direction)
        .map(each -> each.weightPercent().multiply(each.strength()).divide(HUNDRED))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static String words(List<WeighedFactor> factors, Direction direction, BigDecimal sum) {
    return direction
        + ": "
        + factors.stream()
            .filter(each -> each.direction() == direction)
            .map(
                each ->
                    each.code()
                        + " "
                        + each.weightPercent().toPlainString()
                        + " % × "
                        + each.strength().toPlainString())
            .collect(Collectors.joining(" + "))
        + " = "
        + sum.setScale(2, RoundingMode.HALF_UP).toPlainString();
  }
}
