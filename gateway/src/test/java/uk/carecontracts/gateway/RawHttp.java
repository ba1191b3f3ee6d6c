package uk.carecontracts.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends bytes as they are, which no well-behaved client would. */
final class RawHttp {
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

  private RawHttp() {}

  /** Sends lines of a head (joined with CRLF) and a body, and reads until the server closes. */
  static String exchange(int port, String body, String... head) throws IOException {
    try (Socket socket = sent(port, body, head)) {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /**
   * Sends a head that promises more than it sends, and reads the answer; the server would wait a
   * while for the rest before it closes.
   */
  static String begin(int port, String... head) throws IOException {
    try (Socket socket = sent(port, "", head)) {
      InputStream in = socket.getInputStream();
      ByteArrayOutputStream read = new ByteArrayOutputStream();
      while (!read.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
        int next = in.read();
        if (next < 0) {
          break;
        }
        read.write(next);
      }
      String answer = read.toString(StandardCharsets.UTF_8);
      Matcher length = LENGTH.matcher(answer);
      int rest = length.find() ? Integer.parseInt(length.group(1)) : 0;
      return answer + new String(in.readNBytes(rest), StandardCharsets.UTF_8);
    }
  }

  private static Socket sent(int port, String body, String... head) throws IOException {
    Socket socket = new Socket("localhost", port);
    socket.setSoTimeout(10_000);
    String bytes = String.join("\r\n", head) + "\r\n\r\n" + body;
    socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }
}
