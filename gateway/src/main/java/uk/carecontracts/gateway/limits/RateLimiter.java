package uk.carecontracts.gateway.limits;

import io.netty.util.NetUtil;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import uk.carecontracts.gateway.exchange.Identity;

/** Counts the requests of each client, and of each address that has no valid token. */
@ApplicationScoped
class RateLimiter {
  private static final int IPV6_BYTES = 16;
  private static final int IPV6_NETWORK_BYTES = 8;

  private final Policies policies;
  private final SharedBuckets shared;
  private final LocalBuckets local;

  RateLimiter(Policies policies, SharedBuckets shared, LocalBuckets local) {
    this.policies = policies;
    this.shared = shared;
    this.local = local;
  }

  /** Counts a request of a client with a token, otherwise of an address. */
  Future<Verdict> count(Identity identity, String address) {
    Policy policy = policies.of(identity);
    String name =
        identity instanceof Identity.Client client
            ? policy.name() + " " + client.id()
            : "address " + network(address);
    if (!shared.canBeAsked()) {
      return Future.succeededFuture(local.take(name, policy));
    }
    return shared
        .take(name, policy)
        .recover(failure -> Future.succeededFuture(local.take(name, policy)));
  }

  /** An IPv6 subscriber has a whole /64, so that is counted as one address. */
  static String network(String address) {
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
    return bytes != null && bytes.length == IPV6_BYTES
        ? HexFormat.of().formatHex(bytes, 0, IPV6_NETWORK_BYTES)
        : address;
  }
}
