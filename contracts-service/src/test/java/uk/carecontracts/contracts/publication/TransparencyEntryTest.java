package uk.carecontracts.contracts.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.carecontracts.contracts.terms.ContractStatus;
import uk.carecontracts.contracts.terms.ContractType;
import uk.carecontracts.kit.money.Money;

class TransparencyEntryTest {
  @Test
  void an_estimate_for_a_year_has_its_currency_too() {
    TransparencyEntry entry =
        new TransparencyEntry(
            UUID.randomUUID(),
            "E10000017",
            "Northvale",
            "C-1",
            "Home care",
            null,
            null,
            List.of(),
            null,
            Money.gbp(new BigDecimal("12000")),
            null,
            LocalDate.of(2026, 4, 1),
            null,
            null,
            true,
            ContractType.SPOT,
            ContractStatus.ACTIVE,
            List.of());
    int currency = TransparencyEntry.HEADER.indexOf("Currency");
    assertEquals(TransparencyEntry.HEADER.size(), entry.line().size());
    assertEquals(List.of("", "12000.00", "GBP"), entry.line().subList(currency - 2, currency + 1));
  }
}
