package uk.carecontracts.stack.infrastructure;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL server from binaries on the class path, with a database and two roles per
 * service.
 *
 * <p>For local use and tests only: it listens on localhost and trusts every connection.
 */
public final class LocalPostgres implements AutoCloseable {

  private static final String SUPERUSER = "postgres";
  private static final String PID_FILE = "postmaster.pid";
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final EmbeddedPostgres server;

  private final @Nullable Path data;

  private LocalPostgres(EmbeddedPostgres server, @Nullable Path data) {
    this.server = server;
    this.data = data;
  }

  /**
   * How a server is kept.
   *
   * @param directory where binaries, data and log live from run to run; null for a temporary
   *     directory
   * @param port the port on localhost; 0 for a free one
   * @param durable whether a commit is on the disk before it is acknowledged (fsync,
   *     synchronous_commit)
   */
  public record Settings(@Nullable Path directory, int port, boolean durable) {

    /** Nothing is kept and nothing is durable: for tests. */
    public static Settings temporary() {
      return new Settings(null, 0, false);
    }

    /** Data survive restarts, commits survive a crash: for the local stack. */
    public static Settings kept(Path directory, int port) {
      return new Settings(directory, port, true);
    }
  }

  /**
   * Starts a server and makes sure that the databases and roles of every service exist. A server
   * that outlived its starter in the same directory and on the same port is taken over.
   *
   * @throws IllegalStateException when it cannot start, for instance because another program holds
   *     the port
   */
  public static LocalPostgres start(Settings settings) {
    try {
      return startOrAdopt(settings);
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not start", e);
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL refused the databases' setup", e);
    }
  }

  private static LocalPostgres startOrAdopt(Settings settings) throws IOException, SQLException {
    QuietLogging.on();
    Path directory = settings.directory();
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setPGStartupWait(START_LIMIT)
            .setPort(settings.port())
            .setLocaleConfig("locale-provider", "builtin")
            .setLocaleConfig("builtin-locale", "C.UTF-8")
            .setLocaleConfig("locale", "C")
            .setServerConfig("max_connections", "100")
            .setServerConfig("timezone", "UTC")
            .setServerConfig("shared_buffers", sharedBuffers())
            .setRegisterShutdownHook(settings.directory() == null);
    durability(builder, settings.durable());
    if (directory == null) {
      builder.setOverrideWorkingDirectory(Directories.ofThisUser("postgresql").toFile());
      builder.setOutputRedirector(Redirect.DISCARD).setErrorRedirector(Redirect.DISCARD);
    } else {
      keepIn(directory.toAbsolutePath(), settings.port(), builder);
    }
    LocalPostgres postgres =
        new LocalPostgres(builder.start(), directory == null ? null : dataIn(directory));
    try {
      postgres.prepareDatabases();
    } catch (SQLException e) {
      postgres.close();
      throw e;
    }
    return postgres;
  }

  /** PostgreSQL's own default suits small data; a million contracts want more. */
  private static String sharedBuffers() {
    return System.getenv().getOrDefault("STACK_POSTGRES_MEMORY", "128MB");
  }

  private static void keepIn(Path directory, int port, EmbeddedPostgres.Builder builder)
      throws IOException {
    Path data = dataIn(directory);
    Files.createDirectories(directory);
    if (port != 0 && Ports.isTaken(port) && leftover(directory).isEmpty()) {
      throw new IllegalStateException(
          "port " + port + " is taken by another program; PostgreSQL needs it");
    }
    Path binaries = directory.resolve("binaries");
    deleteHalfUnpacked(binaries);
    Redirect log = Redirect.appendTo(directory.resolve("postgresql.log").toFile());
    builder
        .setOverrideWorkingDirectory(binaries.toFile())
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setOutputRedirector(log)
        .setErrorRedirector(log);
  }

  /**
   * Binaries whose unpacking was interrupted have no end marker, and zonky would stumble over them
   * for ever.
   */
  private static void deleteHalfUnpacked(Path binaries) throws IOException {
    if (!Files.isDirectory(binaries)) {
      return;
    }
    try (Stream<Path> versions = Files.list(binaries)) {
      versions
          .filter(Files::isDirectory)
          .filter(version -> !Files.exists(version.resolve(".exists")))
          .forEach(Directories::delete);
    }
  }

  private static Path dataIn(Path directory) {
    return directory.resolve("data");
  }

  /** The server that an earlier, killed process left running in a kept directory. */
  public static Optional<ProcessHandle> leftover(Path directory) {
    return runningIn(dataIn(directory));
  }

  /** Whether the server runs; it may have ended by itself, as it does when its disk is full. */
  public boolean isAlive() {
    return data == null ? server.getProcess().isAlive() : runningIn(data).isPresent();
  }

  private static Optional<ProcessHandle> runningIn(Path data) {
    try {
      return ProcessHandle.of(postmasterOf(data)).filter(process -> isServerOf(data, process));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("could not read PostgreSQL's process id", e);
    }
  }

  /** Process ids are used again: the server must have started before it wrote its file. */
  private static boolean isServerOf(Path data, ProcessHandle process) {
    try {
      Instant written = Files.getLastModifiedTime(data.resolve(PID_FILE)).toInstant();
      return process.isAlive()
          && process.info().startInstant().map(start -> start.isBefore(written)).orElse(true);
    } catch (IOException e) {
      return false;
    }
  }

  private static long postmasterOf(Path data) throws IOException {
    return Long.parseLong(Files.readAllLines(data.resolve(PID_FILE)).get(0).strip());
  }

  private static void durability(EmbeddedPostgres.Builder builder, boolean durable) {
    String value = durable ? "on" : "off";
    builder
        .setServerConfig("fsync", value)
        .setServerConfig("synchronous_commit", value)
        .setServerConfig("full_page_writes", value);
  }

  private void prepareDatabases() throws SQLException {
    try (Connection connection = superuserConnection(SUPERUSER)) {
      for (ServiceDatabase database : ServiceDatabase.ALL) {
        database.createIn(connection);
      }
    }
    for (ServiceDatabase database : ServiceDatabase.ALL) {
      try (Connection connection = superuserConnection(database.name())) {
        database.grantIn(connection);
      }
    }
  }

  /** The port on localhost. */
  public int port() {
    return server.getPort();
  }

  /** The process id of the server: of the one taken over, if it was. */
  public long processId() {
    if (data == null) {
      return server.getProcess().pid();
    }
    try {
      return postmasterOf(data);
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL has left no process id", e);
    }
  }

  /** The JDBC address of a database, without user and password. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://localhost:" + port() + "/" + database;
  }

  /** A connection that may do anything, for setting up and for looking from outside. */
  public Connection superuserConnection(String database) throws SQLException {
    return DriverManager.getConnection(jdbcUrl(database), SUPERUSER, SUPERUSER);
  }

  /** Stops the server; temporary data are deleted, kept data stay. */
  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not stop", e);
    }
  }
}
