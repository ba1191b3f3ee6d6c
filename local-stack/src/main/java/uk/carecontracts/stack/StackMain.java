package uk.carecontracts.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.stack.demo.DemoCommand;
import uk.carecontracts.stack.infrastructure.LocalIssuer;
import uk.carecontracts.stack.infrastructure.Role;

/**
 * What {@code ./stack} calls: {@code run <repository>}, {@code clean <repository>}, {@code token
 * <repository> <role> [--authority GSS] [--provider UUID]}, {@code rotate-key <repository>}, {@code
 * demo <repository>}, and {@code kafka} for the broker's own process.
 */
public final class StackMain {

  private static final String DEFAULT_AUTHORITY = "E10000017";

  private StackMain() {}

  /**
   * Runs one command; the exit code is 1 for a problem that the user can read about, 2 for a wrong
   * call.
   */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length < 2) {
      System.err.println("use ./stack, it calls this program");
      System.exit(2);
    }
    List<String> rest = Arrays.asList(arguments).subList(2, arguments.length);
    StackSettings settings = new StackSettings(System.getenv());
    StackDirectory directory =
        new StackDirectory(Path.of(arguments[1]).toAbsolutePath().normalize());
    switch (arguments[0]) {
      case "run" -> run(directory, settings);
      case "clean" -> LocalStack.clean(directory);
      case "token" -> token(directory, settings, rest);
      case "rotate-key" ->
          System.out.println("signs with " + LocalIssuer.rotateKey(directory.issuerKey()));
      case "demo" ->
          System.exit(
              DemoCommand.run(
                  settings.gatewayPort(),
                  LocalIssuer.keptMint(directory.issuerKey(), settings.issuerUrl()),
                  option(rest, "--visits").map(Integer::parseInt).orElse(0)));
      case "kafka" ->
          KafkaProcess.run(
              Path.of(arguments[1]), Integer.parseInt(rest.get(0)), Path.of(rest.get(1)));
      default -> {
        System.err.println("no command " + arguments[0]);
        System.exit(2);
      }
    }
  }

  private static void run(StackDirectory directory, StackSettings settings)
      throws IOException, InterruptedException {
    Path lockFile = directory.pidFiles().resolve("launcher.lock");
    try (FileChannel channel =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = channel.tryLock()) {
      if (lock == null) {
        System.out.println("FAILED the stack of this folder is already running");
        System.exit(1);
      }
      LocalStack stack = new LocalStack(directory, settings);
      Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop-stack"));
      try {
        stack.start();
      } catch (RuntimeException e) {
        stack.close();
        System.out.println("FAILED " + e.getMessage());
        System.exit(1);
      }
      System.out.println("READY");
      // Unpacking PostgreSQL and starting takes memory that watching does not: give it back.
      System.gc();
      Thread.currentThread().join();
    }
  }

  private static void token(
      StackDirectory directory, StackSettings settings, List<String> arguments) {
    try {
      Role role = Role.ofClient(arguments.isEmpty() ? "" : arguments.get(0));
      String authority = option(arguments, "--authority").orElse(DEFAULT_AUTHORITY);
      UUID provider = option(arguments, "--provider").map(UUID::fromString).orElse(null);
      System.out.println(
          LocalIssuer.keptMint(directory.issuerKey(), settings.issuerUrl())
              .token(role, authority, provider));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  private static Optional<String> option(List<String> arguments, String name) {
    int place = arguments.indexOf(name);
    return place < 0 || place + 1 >= arguments.size()
        ? Optional.empty()
        : Optional.of(arguments.get(place + 1));
  }
}
