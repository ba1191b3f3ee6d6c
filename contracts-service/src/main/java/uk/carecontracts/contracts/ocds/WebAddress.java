package uk.carecontracts.contracts.ocds;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Addresses as real notices have them, made fit for a standard that asks for RFC 3986. */
final class WebAddress {
  private static final String ALLOWED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#@!$&'()*+,;=%";

  private WebAddress() {}

  /** The address with its stray characters escaped; empty when it is none even so. */
  static Optional<String> of(@Nullable String written) {
    if (written == null || written.isBlank()) {
      return Optional.empty();
    }
    String escaped = escaped(written.strip());
    try {
      URI uri = new URI(escaped);
      return uri.isAbsolute() && uri.getHost() != null ? Optional.of(escaped) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static String escaped(String written) {
    StringBuilder address = new StringBuilder();
    for (byte each : written.getBytes(StandardCharsets.UTF_8)) {
      char character = (char) (each & 0xff);
      if (ALLOWED.indexOf(character) >= 0) {
        address.append(character);
      } else {
        address.append('%').append("%02X".formatted(each & 0xff));
      }
    }
    return address.toString();
  }
}
