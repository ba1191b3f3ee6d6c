package uk.carecontracts.contracts.terms;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the supplier is found, with the OCDS method it is published as and whether it counts as the
 * result of an invitation to quote or a published invitation to tender (Transparency Code 2015).
 */
public enum Procedure {
  /** Anyone may tender. */
  OPEN("open", true),
  /** Invited after a selection. */
  RESTRICTED("selective", true),
  /** A procedure of the authority's own design under the 2023 Act. */
  COMPETITIVE_FLEXIBLE("selective", true),
  /** Negotiation after competition. */
  COMPETITIVE_NEGOTIATION("selective", true),
  /** Several quotations asked for. */
  QUOTATION("limited", true),
  /** Called off a framework. */
  FRAMEWORK_CALL_OFF("selective", true),
  /** Called off a dynamic market. */
  DYNAMIC_MARKET_CALL_OFF("selective", true),
  /** One supplier, without competition. */
  DIRECT_AWARD("direct", false),
  /** Something else, described in the documents. */
  OTHER(null, null);

  private final @Nullable String ocdsMethod;
  private final @Nullable Boolean competed;

  Procedure(@Nullable String ocdsMethod, @Nullable Boolean competed) {
    this.ocdsMethod = ocdsMethod;
    this.competed = competed;
  }

  /** The code of the OCDS method list, where one fits. */
  public Optional<String> ocdsMethod() {
    return Optional.ofNullable(ocdsMethod);
  }

  /** Whether it is the result of an invitation; empty when that cannot be said. */
  public Optional<Boolean> competed() {
    return Optional.ofNullable(competed);
  }
}
