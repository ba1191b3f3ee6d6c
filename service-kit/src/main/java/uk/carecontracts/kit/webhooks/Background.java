package uk.carecontracts.kit.webhooks;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.function.Supplier;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;

/** Work that no request asked for. */
final class Background {
  private Background() {}

  /** Runs it in a transaction of its own. */
  static <T> T inTransaction(Acting as, Supplier<T> work) {
    return Tenancy.callAs(as, () -> QuarkusTransaction.requiringNew().call(work::get));
  }
}
