package uk.carecontracts.kit.http;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.json.StoredJson;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.problem.ProblemKind;
import uk.carecontracts.kit.tenancy.Tenancy;

/** Runs inside the transaction of the method it guards. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 300)
public class IdempotencyInterceptor {
  private static final int LONGEST_KEY = 200;

  private final HttpHeaders headers;
  private final UriInfo uri;
  private final Tenancy tenancy;
  private final IdempotencyKeys keys;
  private final StoredJson json;

  IdempotencyInterceptor(
      HttpHeaders headers, UriInfo uri, Tenancy tenancy, IdempotencyKeys keys, StoredJson json) {
    this.headers = headers;
    this.uri = uri;
    this.tenancy = tenancy;
    this.keys = keys;
    this.json = json;
  }

  @AroundInvoke
  @Nullable Object once(InvocationContext invocation) throws Exception {
    String key = headers.getHeaderString("Idempotency-Key");
    if (key == null) {
      return invocation.proceed();
    }
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      throw ProblemException.badRequest(
          "Idempotency-Key", "Use 1 to " + LONGEST_KEY + " characters, a UUID for example.");
    }
    if (QuarkusTransaction.getStatus() != Status.STATUS_ACTIVE) {
      throw new IllegalStateException("@Idempotent needs @Transactional on the same method");
    }
    String principal = tenancy.acting().actor() + "@" + tenancy.acting().authority();
    String fingerprint = fingerprint(invocation);
    Response before = keys.begin(principal, key, fingerprint);
    if (before != null) {
      return before;
    }
    Object result = invocation.proceed();
    if (result instanceof Response response) {
      keys.complete(principal, key, response);
    }
    return result;
  }

  private String fingerprint(InvocationContext invocation) {
    StringBuilder request =
        new StringBuilder(invocation.getMethod().toString()).append(uri.getRequestUri());
    for (Object parameter : invocation.getParameters()) {
      if (parameter instanceof Record
          || parameter instanceof Serializable
          || parameter instanceof Iterable) {
        request.append('\n').append(json.write(parameter));
      }
    }
    return sha256(request.toString());
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(digest, 16));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(ProblemKind.INTERNAL_ERROR.title(), e);
    }
  }
}
