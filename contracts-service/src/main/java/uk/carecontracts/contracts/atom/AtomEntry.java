package uk.carecontracts.contracts.atom;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An entry of a feed.
 *
 * @param id stays the same for ever
 * @param title a few words
 * @param updated when it came to be as it is
 * @param author who says so
 * @param alternate address of what it is about
 * @param categories by which readers choose
 * @param summary what there is to know, as text
 */
public record AtomEntry(
    UUID id,
    String title,
    Instant updated,
    String author,
    String alternate,
    List<Category> categories,
    String summary) {

  /** Entries do not change. */
  public AtomEntry {
    categories = List.copyOf(categories);
  }

  /**
   * A category.
   *
   * @param scheme its list, a word such as {@code cpv}
   * @param term code in the list
   */
  public record Category(String scheme, String term) {}
}
