package uk.carecontracts.stack;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What {@code java -jar local-stack-….jar} starts: adds the libraries that the build put into
 * {@code lib} beside the jar and goes on with {@link StackMain}.
 *
 * <p>The manifest does not name them: the jar is also a library of the test kit, and a class path
 * in its manifest would put every library on every test's class path twice.
 */
public final class Launcher {

  private Launcher() {}

  /** Starts the stack's command. */
  public static void main(String[] arguments) throws Exception {
    Path jar = ownJar();
    Path libraries = jar.resolveSibling("lib");
    // The class loader lives as long as the process.
    ClassLoader loader =
        new URLClassLoader(urls(jar, libraries), ClassLoader.getPlatformClassLoader());
    Thread.currentThread().setContextClassLoader(loader);
    // Child processes of the stack are started with this class path.
    System.setProperty(
        "java.class.path", jar + File.pathSeparator + libraries.resolve("*").toString());
    try {
      Class.forName(StackMain.class.getName(), true, loader)
          .getMethod("main", String[].class)
          .invoke(null, (Object) arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  private static Path ownJar() throws URISyntaxException {
    return Path.of(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static URL[] urls(Path jar, Path libraries) throws IOException {
    List<URL> urls = new ArrayList<>();
    urls.add(jar.toUri().toURL());
    try (Stream<Path> files = Files.list(libraries)) {
      for (Path file : files.sorted().toList()) {
        urls.add(file.toUri().toURL());
      }
    }
    return urls.toArray(URL[]::new);
  }
}
