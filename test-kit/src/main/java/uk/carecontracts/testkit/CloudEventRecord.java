package uk.carecontracts.testkit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One CloudEvent as it lies in a topic in binary mode.
 *
 * @param key the record's key: the aggregate's id
 * @param attributes the {@code ce_} headers without that prefix: id, type, source, subject, time,
 *     extensions; and {@code content-type}
 * @param data the parsed JSON body; empty for a tombstone
 * @param partition where it lies
 * @param offset its place there
 */
public record CloudEventRecord(
    @Nullable String key,
    Map<String, String> attributes,
    Map<String, Object> data,
    int partition,
    long offset) {

  /** The attribute {@code type}, for instance {@code contract.awarded.v1}. */
  public String type() {
    return attributes.getOrDefault("type", "");
  }
}
