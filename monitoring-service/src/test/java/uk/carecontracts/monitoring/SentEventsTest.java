package uk.carecontracts.monitoring;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import uk.carecontracts.testkit.events.DocumentedEvents;

/** Runs after the Quarkus tests, on what they have left on the topic. */
class SentEventsTest {
  @Test
  void every_event_that_was_sent_is_as_its_document_says() throws IOException {
    DocumentedEvents.areAsDescribed("monitoring");
  }
}
