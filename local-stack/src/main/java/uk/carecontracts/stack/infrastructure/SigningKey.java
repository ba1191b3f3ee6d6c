package uk.carecontracts.stack.infrastructure;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.UUID;

/** The issuer's RSA key, new or kept in a file so that tokens outlive a restart. */
final class SigningKey {

  private static final int BITS = 2048;

  private SigningKey() {}

  static RSAKey generate() {
    return generate(LocalIssuer.ISSUER_ID);
  }

  private static RSAKey generate(String id) {
    try {
      return new RSAKeyGenerator(BITS).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("this Java cannot make RSA keys", e);
    }
  }

  static RSAKey parse(String json) {
    try {
      return RSAKey.parse(json);
    } catch (ParseException e) {
      throw new IllegalArgumentException("not an RSA key in JWK form", e);
    }
  }

  /** Reads the key, or makes one and writes it so that only the current user can read it. */
  static RSAKey keptIn(Path file) {
    try {
      if (Files.exists(file)) {
        return parse(Files.readString(file));
      }
      return kept(generate(), file);
    } catch (IOException e) {
      throw new UncheckedIOException("could not keep the issuer's key in " + file, e);
    }
  }

  /** Makes a key with an id of its own and writes it to a file that is not there yet. */
  static RSAKey renewedIn(Path file) throws IOException {
    return kept(generate(LocalIssuer.ISSUER_ID + "-" + UUID.randomUUID()), file);
  }

  private static RSAKey kept(RSAKey key, Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(createPrivate(file), key.toJSONString());
    return key;
  }

  private static Path createPrivate(Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return Files.createFile(file);
    }
    return Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }
}
