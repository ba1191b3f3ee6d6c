package uk.carecontracts.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The AsyncAPI documents name every type of event that the services send, and no other. */
class EventDocumentTypesTest {
  private static final Pattern TYPE =
      Pattern.compile("\"([a-z]+(?:-[a-z]+)*\\.[a-z]+(?:-[a-z]+)*\\.v[0-9]+)\"");

  @Test
  void everyTypeInTheServicesSourcesIsDocumented() throws IOException {
    Set<String> sent = new TreeSet<>();
    for (String source : ServiceSources.all()) {
      TYPE.matcher(source).results().forEach(type -> sent.add(type.group(1)));
    }
    Set<String> documented = new TreeSet<>();
    for (String service : List.of("contracts", "providers", "monitoring")) {
      document(service)
          .path("components")
          .path("messages")
          .forEach(message -> documented.add(message.path("name").asText()));
    }
    assertThat(documented).as("described in docs/asyncapi").containsExactlyElementsOf(sent);
  }

  private static JsonNode document(String service) throws IOException {
    try (InputStream in =
        EventDocumentTypesTest.class.getResourceAsStream("/asyncapi/" + service + ".yaml")) {
      return new YAMLMapper().readTree(in);
    }
  }
}
