package uk.carecontracts.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class SharedFolderTest {

  @Test
  void isFoundBesideTheRepository(@TempDir Path folder) throws Exception {
    Path shared = folder.resolve("shared");
    Files.createDirectories(shared.resolve("standards"));
    Path module = Files.createDirectories(folder.resolve("repository").resolve("module"));
    assertEquals(Optional.of(shared), SharedFolder.findFrom(module));
  }

  @Test
  void testSkipsWhenAFileIsNotThere() {
    assertThrows(
        TestAbortedException.class, () -> SharedFolder.require("no/such/file/anywhere.json"));
  }
}
