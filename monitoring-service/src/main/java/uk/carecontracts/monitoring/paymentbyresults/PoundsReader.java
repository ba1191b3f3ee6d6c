package uk.carecontracts.monitoring.paymentbyresults;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.money.Money;

/** Reads pounds given as a plain number or as an amount with its currency, which must be GBP. */
class PoundsReader extends StdDeserializer<BigDecimal> {

  /** For Jackson. */
  PoundsReader() {
    super(BigDecimal.class);
  }

  @Override
  public @Nullable BigDecimal deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return context.readValue(parser, BigDecimal.class);
    }
    Money money = context.readValue(parser, Money.class);
    if (!"GBP".equals(money.currency())) {
      return (BigDecimal)
          context.handleWeirdStringValue(BigDecimal.class, money.currency(), "amounts are in GBP");
    }
    return money.amount();
  }
}
