package uk.carecontracts.kit.journal;

import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What one request or event is about to write into the journal. */
@RequestScoped
class Drafts {
  private @Nullable List<Object[]> waiting;

  /** Writes at once, unless work is under way that writes together. */
  void add(List<Object[]> drafts, Consumer<List<Object[]>> write) {
    if (waiting == null) {
      write.accept(drafts);
    } else {
      waiting.addAll(drafts);
    }
  }

  /** Writes what the work adds when it has ended, nothing when it throws. */
  void together(Runnable work, Consumer<List<Object[]>> write) {
    List<Object[]> gathered = new ArrayList<>();
    waiting = gathered;
    try {
      work.run();
    } finally {
      waiting = null;
    }
    write.accept(gathered);
  }
}
