package uk.carecontracts.samples.consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A CloudEvent in Kafka's binary mode: attributes are headers, the body is the state after the
 * change and the change.
 *
 * @param type such as {@code contract.awarded.v1}
 * @param subject the aggregate it is about
 * @param version of the aggregate, which grows by one with each event
 * @param state the whole public state after the change
 */
record ContractEvent(String type, String subject, long version, JsonNode state) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static ContractEvent of(ConsumerRecord<String, byte[]> event) {
    try {
      return new ContractEvent(
          header(event, "ce_type"),
          header(event, "ce_subject"),
          Long.parseLong(header(event, "ce_aggregateversion")),
          JSON.readTree(event.value()).path("state"));
    } catch (IOException e) {
      throw new UncheckedIOException("No JSON at offset " + event.offset(), e);
    }
  }

  private static String header(ConsumerRecord<String, byte[]> event, String name) {
    Header header = event.headers().lastHeader(name);
    if (header == null) {
      throw new IllegalArgumentException("No " + name + " at offset " + event.offset());
    }
    return new String(header.value(), StandardCharsets.UTF_8);
  }

  /** The topic also tells of variations, duties and more; those are for other consumers. */
  boolean isAboutAContract() {
    return type.startsWith("contract.");
  }
}
