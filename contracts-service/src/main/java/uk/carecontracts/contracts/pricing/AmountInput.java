package uk.carecontracts.contracts.pricing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import uk.carecontracts.kit.money.Money;

/** Reads an amount in pounds, written as a number or as an object of amount and currency. */
final class AmountInput extends JsonDeserializer<BigDecimal> {
  @Override
  public BigDecimal deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return context.readValue(parser, BigDecimal.class);
    }
    Written written = context.readValue(parser, Written.class);
    if (written.amount == null || !"GBP".equals(written.currency)) {
      return (BigDecimal)
          context.handleWeirdStringValue(
              Money.class,
              String.valueOf(written.currency),
              "an amount in pounds needs amount and the currency GBP");
    }
    return written.amount;
  }

  /** The amount as written, before it is rounded to pence. */
  private record Written(BigDecimal amount, String currency) {}
}
