package uk.carecontracts.contracts.uplift;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.money.Money;

/**
 * The authority's exposure under one clause.
 *
 * @param clause its name
 * @param upliftPercent what it gives, to two places; absent for contracts' own clauses
 * @param contracts how many contracts it was tried on
 * @param annualValue their value in a year before the uplift
 * @param newAnnualValue after it
 * @param increase new less old
 * @param steps how the percentage was found
 */
public record ClauseTotal(
    String clause,
    @Nullable BigDecimal upliftPercent,
    int contracts,
    Money annualValue,
    Money newAnnualValue,
    Money increase,
    List<String> steps) {}
