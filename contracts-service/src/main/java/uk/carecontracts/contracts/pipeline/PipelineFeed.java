package uk.carecontracts.contracts.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.atom.AtomEntry;
import uk.carecontracts.contracts.atom.AtomFeed;

/** The pipeline as an Atom feed, paged by its links. */
final class PipelineFeed {
  private PipelineFeed() {}

  /**
   * Writes a page.
   *
   * @param self address of this page
   * @param next address of the following one
   * @param register address of the public register, below which each contract is; a new need has no
   *     entry there
   */
  static String write(
      List<PipelineItem> items, String self, @Nullable String next, String register) {
    return new AtomFeed("urn:care-contracts:pipeline", "Care procurement pipeline", self)
        .link("next", next)
        .write(
            items.stream()
                .map(item -> entry(item, item.newNeed() ? self : register + "/" + item.id()))
                .toList());
  }

  private static AtomEntry entry(PipelineItem item, String address) {
    List<AtomEntry.Category> categories = new ArrayList<>();
    if (item.serviceType() != null) {
      categories.add(new AtomEntry.Category("service", item.serviceType()));
    }
    for (String code : item.categories()) {
      categories.add(new AtomEntry.Category(code.length() == 6 ? "proclass" : "cpv", code));
    }
    return new AtomEntry(
        item.id(),
        item.title(),
        item.updatedAt(),
        "Council " + item.authority(),
        address,
        categories,
        summary(item));
  }

  private static String summary(PipelineItem item) {
    String value =
        item.total() == null
            ? ""
            : (item.newNeed() ? " Estimated" : " Present")
                + " value £"
                + item.total().amount().toPlainString()
                + ".";
    String tender =
        item.tenderExpected() == null ? "" : " Tender expected on " + item.tenderExpected() + ".";
    String words = item.summary() == null ? "" : " " + item.summary();
    String today =
        item.newNeed()
            ? "A new service from " + item.serviceStart() + "."
            : "The present contract ends on " + item.presentEnd() + ".";
    return today + tender + value + words;
  }
}
