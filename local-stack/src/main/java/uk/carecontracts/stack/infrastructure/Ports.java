package uk.carecontracts.stack.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Ports on localhost. */
public final class Ports {

  private static final int CONNECT_LIMIT_MILLIS = 500;

  private Ports() {}

  /** A port that was free a moment ago. */
  public static int free() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no free port", e);
    }
  }

  /** The port itself, or a free one for 0. */
  static int orFree(int port) {
    return port == 0 ? free() : port;
  }

  /** Whether some program answers on the port. */
  public static boolean isTaken(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_LIMIT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
