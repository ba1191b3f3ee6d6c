package uk.carecontracts.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import uk.carecontracts.kit.journal.KitEvents;

/** Makes sure a topic exists before it is written or read: compacted, partitioned by aggregate. */
@ApplicationScoped
public class Topics {
  private static final Logger LOG = Logger.getLogger(Topics.class);

  private final String bootstrapServers;
  private final KitEvents config;

  Topics(
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers, KitEvents config) {
    this.bootstrapServers = bootstrapServers;
    this.config = config;
  }

  /** Creates the topic if it is missing; waits for the broker. */
  public void ensure(String topic) {
    while (!Thread.currentThread().isInterrupted()) {
      try (Admin admin =
          Admin.create(
              Map.of(
                  AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                  AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5000,
                  AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10000))) {
        create(admin, topic);
        return;
      } catch (ExecutionException e) {
        LOG.warnf("Topic %s is not there yet: %s", topic, e.getCause());
        pause();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void create(Admin admin, String topic) throws ExecutionException, InterruptedException {
    if (admin.listTopics().names().get().contains(topic)) {
      return;
    }
    NewTopic missing =
        new NewTopic(topic, config.partitions(), config.replicas())
            .configs(
                Map.of(
                    TopicConfig.CLEANUP_POLICY_CONFIG,
                    TopicConfig.CLEANUP_POLICY_COMPACT,
                    TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG,
                    "3600000"));
    try {
      admin.createTopics(List.of(missing)).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
