package uk.carecontracts.kit.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.problem.ProblemKind;

/** Refuses bodies that are too large: at once by Content-Length, else while they stream in. */
public class BodyLimitFilter {
  private final BodyLimit limit;

  BodyLimitFilter(BodyLimit limit) {
    this.limit = limit;
  }

  @ServerRequestFilter(preMatching = true)
  void refuseTooLarge(ContainerRequestContext request) {
    long most = most(request.getUriInfo().getPath());
    String length = request.getHeaderString("Content-Length");
    if (length == null) {
      request.setEntityStream(new Counting(request.getEntityStream(), most));
    } else if (Long.parseLong(length) > most) {
      throw tooLarge(most);
    }
  }

  private long most(String path) {
    return path.contains("-imports") ? limit.importBytes() : limit.jsonBytes();
  }

  private static ProblemException tooLarge(long most) {
    return ProblemException.of(
        ProblemKind.PAYLOAD_TOO_LARGE,
        "At most " + most + " bytes are accepted here; send bulk data as an import.");
  }

  private static final class Counting extends FilterInputStream {
    private final long most;
    private long count;

    Counting(InputStream in, long most) {
      super(in);
      this.most = most;
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
      int n = super.read(b, off, len);
      count(Math.max(n, 0));
      return n;
    }

    private void count(int n) {
      count += n;
      if (count > most) {
        throw tooLarge(most);
      }
    }
  }
}
