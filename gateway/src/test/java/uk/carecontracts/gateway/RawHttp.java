package uk.carecontracts.gateway;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends bytes as they are, which no well-behaved client would. */
final class RawHttp {
  private RawHttp() {}

  /** Sends lines of a head (joined with CRLF) and a body, and reads until the server closes. */
  static String exchange(int port, String body, String... head) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(10_000);
      OutputStream out = socket.getOutputStream();
      out.write(
          (String.join("\r\n", head) + "\r\n\r\n" + body).getBytes(StandardCharsets.US_ASCII));
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
