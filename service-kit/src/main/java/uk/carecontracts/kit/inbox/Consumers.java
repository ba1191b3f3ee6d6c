package uk.carecontracts.kit.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.carecontracts.kit.journal.KitEvents;
import uk.carecontracts.kit.problem.ProblemException;

/** Starts and stops every consumer of the service, and rebuilds their views on request. */
@ApplicationScoped
public class Consumers {
  private final List<EventConsumer> all;
  private final Inbox inbox;
  private final Epochs epochs;
  private final EventReader reader;
  private final Topics topics;
  private final KitEvents config;
  private final String bootstrapServers;
  private final MeterRegistry metrics;
  private final List<ConsumerLoop> loops = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  Consumers(
      @All List<EventConsumer> all,
      Inbox inbox,
      Epochs epochs,
      EventReader reader,
      Topics topics,
      KitEvents config,
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
      MeterRegistry metrics) {
    this.metrics = metrics;
    this.all = all;
    this.inbox = inbox;
    this.epochs = epochs;
    this.reader = reader;
    this.topics = topics;
    this.config = config;
    this.bootstrapServers = bootstrapServers;
  }

  void start(@Observes StartupEvent started) {
    if (!config.enabled()) {
      return;
    }
    for (EventConsumer consumer : all) {
      ConsumerLoop loop =
          new ConsumerLoop(consumer, inbox, epochs, reader, topics, config, bootstrapServers);
      Gauge.builder("inbox.lag", loop, ConsumerLoop::lag)
          .tag("consumer", consumer.name())
          .description("Events on the topics that the consumer has not read")
          .register(metrics);
      Thread thread = new Thread(loop, "consumer-" + consumer.name());
      thread.setDaemon(true);
      loops.add(loop);
      threads.add(thread);
      thread.start();
    }
  }

  void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
    loops.forEach(ConsumerLoop::stop);
    for (Thread thread : threads) {
      thread.join(3000);
      if (thread.isAlive()) {
        thread.interrupt();
        thread.join(2000);
      }
    }
  }

  /** Names of the service's consumers. */
  public List<String> names() {
    return all.stream().map(EventConsumer::name).sorted().toList();
  }

  /** Empties a consumer's view and reads its topics again from the beginning. */
  public void rebuild(String name) {
    inbox.rebuild(byName(name));
  }

  EventConsumer byName(String name) {
    return all.stream()
        .filter(consumer -> consumer.name().equals(name))
        .findFirst()
        .orElseThrow(() -> ProblemException.notFound("consumer", name));
  }
}
