package uk.carecontracts.contracts.placements;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import uk.carecontracts.kit.inbox.EventConsumer;
import uk.carecontracts.kit.inbox.ReceivedEvent;

/** Keeps where registered homes are and how they were rated. */
@ApplicationScoped
class HomeConsumer implements EventConsumer {
  private final HomeRepository homes;

  HomeConsumer(HomeRepository homes) {
    this.homes = homes;
  }

  @Override
  public String name() {
    return "placement-homes";
  }

  @Override
  public Set<String> topics() {
    return Set.of("providers.v1");
  }

  @Override
  public boolean concerns(String aggregateType, String type) {
    return aggregateType.equals("location");
  }

  @Override
  public void apply(ReceivedEvent event) {
    JsonNode state = event.state();
    homes.keep(
        new Home(
            event.aggregateId(),
            state.path("name").asText(),
            state.required("careType").asText(),
            state.required("area").asText()));
    List<HomeRating> latest = new ArrayList<>();
    add(latest, state.path("previousRating"));
    add(latest, state.path("currentRating"));
    homes.keepRatings(event.aggregateId(), latest);
  }

  private static void add(List<HomeRating> ratings, JsonNode rating) {
    if (rating.isObject()) {
      ratings.add(
          new HomeRating(
              LocalDate.parse(rating.required("reportDate").asText()),
              rating.required("overall").asText()));
    }
  }

  @Override
  public void reset() {
    homes.clear();
  }
}
