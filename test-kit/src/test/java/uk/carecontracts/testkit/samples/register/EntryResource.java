package uk.carecontracts.testkit.samples.register;

import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;

/** Speaks HTTP, which a resource may, and takes its time from a clock. */
public class EntryResource {
  private final EntryRepository entries = new EntryRepository();

  Response post(Clock clock) {
    entries.save();
    return Answers.on(LocalDate.now(clock));
  }

  /** What is nested in a resource is of the edge too. */
  static class Answers {
    static Response on(LocalDate day) {
      return Response.ok(day).build();
    }
  }
}
