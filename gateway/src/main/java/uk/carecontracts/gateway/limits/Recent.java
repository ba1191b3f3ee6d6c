package uk.carecontracts.gateway.limits;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps what was used last. */
final class Recent<V> extends LinkedHashMap<String, V> {
  private static final long serialVersionUID = 1L;
  private final int most;

  private Recent(int most) {
    super(16, 0.75f, true);
    this.most = most;
  }

  /** A map for several threads that forgets what was unused longest when it holds more. */
  static <V> Map<String, V> atMost(int most) {
    return Collections.synchronizedMap(new Recent<>(most));
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
    return size() > most;
  }
}
