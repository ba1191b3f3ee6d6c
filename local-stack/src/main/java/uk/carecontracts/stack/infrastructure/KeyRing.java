package uk.carecontracts.stack.infrastructure;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The key an issuer signs with, and the one before it, which it still shows so that tokens signed
 * with it stay good. Kept in files that are read anew each time, so that a rotation needs no
 * restart.
 */
final class KeyRing {

  private static final String PREVIOUS = "previous-key.json";

  private final @Nullable Path file;
  private final @Nullable RSAKey only;

  private KeyRing(@Nullable Path file, @Nullable RSAKey only) {
    this.file = file;
    this.only = only;
  }

  /** One new key that is kept nowhere. */
  static KeyRing temporary() {
    return new KeyRing(null, SigningKey.generate());
  }

  /** Keys in files, made when there are none. */
  static KeyRing keptIn(Path file) {
    SigningKey.keptIn(file);
    return new KeyRing(file, null);
  }

  /** The key to sign with. */
  RSAKey current() {
    if (only != null) {
      return only;
    }
    return SigningKey.keptIn(Objects.requireNonNull(file));
  }

  /** What the issuer shows: the public parts of the current key and of the one before. */
  JWKSet published() {
    List<JWK> keys = new ArrayList<>(List.of(current().toPublicJWK()));
    if (file != null && Files.exists(previous(file))) {
      keys.add(SigningKey.keptIn(previous(file)).toPublicJWK());
    }
    return new JWKSet(keys);
  }

  /** Signs with a new key from now on; gives its id. The key before the last is forgotten. */
  static String rotate(Path file) {
    SigningKey.keptIn(file);
    Path next = file.resolveSibling("next-key.json");
    try {
      Files.deleteIfExists(next);
      RSAKey key = SigningKey.renewedIn(next);
      Files.copy(file, previous(file), StandardCopyOption.REPLACE_EXISTING);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
      return key.getKeyID();
    } catch (IOException e) {
      throw new UncheckedIOException("could not rotate the issuer's key in " + file, e);
    }
  }

  private static Path previous(Path file) {
    return file.resolveSibling(PREVIOUS);
  }
}
