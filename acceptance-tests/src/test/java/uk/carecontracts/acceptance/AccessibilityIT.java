package uk.carecontracts.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.carecontracts.stack.infrastructure.Role;

/**
 * The pages people read pass the automated part of WCAG 2.2 AA in a real browser (axe-core in
 * Chromium, wide and at 320 pixels). {@code -Dpages.write=true} takes the pictures of the
 * documentation anew.
 */
class AccessibilityIT {
  private static final StackUnderTest STACK = StackUnderTest.get();
  private static final Api REVIEWER = Api.as(STACK, Role.MONITORING, BusyStack.OWNER);
  private static final Path CHECK =
      StackUnderTest.repository().resolve("docs/accessibility").toAbsolutePath().normalize();
  private static final Path TOOLS =
      StackUnderTest.repository()
          .resolve("acceptance-tests/target/accessibility")
          .toAbsolutePath()
          .normalize();
  private static final Path CHROMIUM =
      Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));

  @Test
  void noPageHasAFinding() throws IOException, InterruptedException {
    assumeTrue(Tools.isThere("npm"), "Skipped: the check needs Node.js with npm, not here");
    assumeTrue(Files.isExecutable(CHROMIUM), "Skipped: there is no browser at " + CHROMIUM);
    Files.createDirectories(TOOLS);
    for (String file : List.of("package.json", "package-lock.json", ".npmrc", "check.mjs")) {
      Files.copy(CHECK.resolve(file), TOOLS.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    Tools.Run install = Tools.run(TOOLS, List.of("npm", "ci", "--no-audit", "--no-fund"));
    assumeTrue(install.exit() == 0, "Skipped: the checker cannot be had here: " + install.output());
    BusyStack.on(STACK);
    String pictures =
        Boolean.getBoolean("pages.write") ? CHECK.resolveSibling("images").toString() : "-";
    look(
        Map.of(),
        pictures,
        "/",
        "/problems",
        "/problems/too-many-requests",
        "/v1/feedback-form",
        "/v1/market-position-statements",
        "/v1/market-position-statements/" + publishedStatement());
    look(
        Map.of("BEARER", REVIEWER.token()),
        "-",
        "/v1/contract-reviews/" + review() + "/pack",
        "/v1/cycle?serviceType=HOME_CARE");
  }

  private static void look(Map<String, String> variables, String pictures, String... paths)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("node", "check.mjs", STACK.gateway(), pictures));
    command.addAll(List.of(paths));
    Tools.Run run = Tools.run(TOOLS, command, variables);
    assertEquals(0, run.exit(), run.output());
  }

  /** The review of the contract on which most happened. */
  private static String review() {
    return REVIEWER
        .get("/v1/contract-reviews?contractId=" + BusyStack.mainOf("/v1/contracts").orElseThrow())
        .getString("items[0].id");
  }

  /** A statement of the market as the public reads it. */
  private static String publishedStatement() {
    return REVIEWER.get("/v1/market-position-statements").getString("items[0].id");
  }
}
