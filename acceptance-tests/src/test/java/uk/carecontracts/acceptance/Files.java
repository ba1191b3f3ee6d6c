package uk.carecontracts.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import uk.carecontracts.testkit.SharedFolder;

/** Real files where they are at hand, the project's own small ones where they are not. */
final class Files {
  private static final Map<String, String> COUNCILS = new LinkedHashMap<>();

  static {
    COUNCILS.put("blackburn", "E06000008");
    COUNCILS.put("blackpool", "E06000009");
    COUNCILS.put("chorley", "E07000118");
    COUNCILS.put("lancashire_cc", "E10000017");
    COUNCILS.put("preston", "E07000123");
  }

  private Files() {}

  /** Contracts Finder notices by the GSS code of their council. */
  static Map<String, byte[]> notices() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    COUNCILS.forEach(
        (name, gss) -> {
          Optional<Path> real = real("contract-notices/" + name + ".json");
          if (real.isPresent()) {
            files.put(gss, read(real.get()));
          }
        });
    if (files.isEmpty()) {
      files.put("E06000008", fixture("notices-blackburn.json"));
      files.put("E06000009", fixture("notices-blackpool.json"));
    }
    return files;
  }

  static byte[] ocdsPackage() {
    return real("ocds/contracts-finder_release-package_2025-01-20_2025-01-23.json")
        .map(Files::read)
        .orElseGet(() -> fixture("ocds-package.json"));
  }

  static byte[] fixture(String name) {
    try (InputStream in = Files.class.getResourceAsStream("/fixtures/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("no fixture " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> real(String path) {
    return SharedFolder.find()
        .map(shared -> shared.resolve("data").resolve(path))
        .filter(java.nio.file.Files::exists);
  }

  private static byte[] read(Path file) {
    try {
      return java.nio.file.Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
