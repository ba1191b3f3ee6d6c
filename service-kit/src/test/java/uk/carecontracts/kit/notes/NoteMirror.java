package uk.carecontracts.kit.notes;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import uk.carecontracts.kit.inbox.EventConsumer;
import uk.carecontracts.kit.inbox.ReceivedEvent;

/** A view of notes kept from their topic; it counts its applications and chokes on poison. */
@ApplicationScoped
public class NoteMirror implements EventConsumer {
  /** Whether poison is still poison. */
  public static volatile boolean choking = true;

  private final Notes notes;

  NoteMirror(Notes notes) {
    this.notes = notes;
  }

  @Override
  public String name() {
    return "note-mirror";
  }

  @Override
  public Set<String> topics() {
    return Set.of("notes.v1");
  }

  @Override
  public boolean concerns(String aggregateType, String type) {
    return aggregateType.equals("note") && !type.equals("note.glanced-at.v1");
  }

  @Override
  public void apply(ReceivedEvent event) {
    String title = event.state().path("title").asText();
    if (title.startsWith("poison") && choking) {
      throw new IllegalArgumentException("poison");
    }
    notes.execute(
        "insert into note_view (id, title, applications) values (?, ?, 1) on conflict (id)"
            + " do update set title = excluded.title, applications = note_view.applications + 1",
        event.aggregateId(),
        title);
  }

  @Override
  public void reset() {
    notes.execute("delete from note_view");
  }
}
