package uk.carecontracts.contracts.terms;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.money.Money;

/**
 * What a contract is worth. For a framework or dynamic market these are ceilings, never spend.
 *
 * @param total over the whole term
 * @param annual in a year
 * @param maximumWithExtensions over the term with every extension taken
 * @param irrecoverableVat value added tax that cannot be recovered
 */
public record ContractValues(
    @Nullable Money total,
    @Nullable Money annual,
    @Nullable Money maximumWithExtensions,
    @Nullable Money irrecoverableVat) {
  /** Nothing stated. */
  public static final ContractValues NONE = new ContractValues(null, null, null, null);

  /** The currencies the stated values are in. */
  public Set<String> currencies() {
    return Stream.of(total, annual, maximumWithExtensions, irrecoverableVat)
        .filter(Objects::nonNull)
        .map(Money::currency)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The same values with another total. */
  public ContractValues withTotal(Money newTotal) {
    return new ContractValues(newTotal, annual, maximumWithExtensions, irrecoverableVat);
  }
}
