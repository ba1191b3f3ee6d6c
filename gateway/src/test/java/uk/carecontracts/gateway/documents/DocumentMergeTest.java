package uk.carecontracts.gateway.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class DocumentMergeTest {
  private static final String FIRST =
      """
      {"info": {"title": "First", "license": {"name": "MIT"}}, "servers": [{"url": "/"}],
       "tags": [{"name": "Operations"}, {"name": "Contracts"}],
       "paths": {
         "/v1/contracts": {"get": {"operationId": "list", "responses": {"200": {"content":
           {"application/json": {"schema": {"$ref": "#/components/schemas/Summary"}}}}}}},
         "/v1/operations/{service}/events": {"get": {"operationId": "readEventStatus"}}},
       "components": {"schemas": {"Summary": {"type": "object"}, "UUID": {"type": "string"}}}}""";
  private static final String SECOND =
      """
      {"info": {"title": "Second"}, "tags": [{"name": "Operations"}, {"name": "Providers"}],
       "paths": {
         "/v1/providers": {"get": {"operationId": "list", "responses": {"200": {"content":
           {"application/json": {"schema": {"$ref": "#/components/schemas/Summary"}}}}}}},
         "/v1/operations/{service}/events": {"get": {"operationId": "readEventStatus"}}},
       "components": {"schemas": {
         "Summary": {"type": "array", "items": {"$ref": "#/components/schemas/UUID"}},
         "UUID": {"type": "string"}}}}""";

  private final JsonNode merged = merge();

  @Test
  void everyPathIsThereOnce() {
    assertThat(merged.path("paths").properties())
        .extracting(java.util.Map.Entry::getKey)
        .containsExactly("/v1/contracts", "/v1/operations/{service}/events", "/v1/providers");
  }

  @Test
  void aNameThatMeansTwoThingsIsTwoNamesAndReferencesFollow() {
    assertThat(merged.at("/components/schemas/Summary/type").asText()).isEqualTo("object");
    assertThat(merged.at("/components/schemas/ProvidersSummary/items/$ref").asText())
        .isEqualTo("#/components/schemas/UUID");
    assertThat(schemaOf("/v1/contracts")).isEqualTo("#/components/schemas/Summary");
    assertThat(schemaOf("/v1/providers")).isEqualTo("#/components/schemas/ProvidersSummary");
  }

  @Test
  void whatIsTheSameAppearsOnce() {
    assertThat(merged.path("components").path("schemas").size()).isEqualTo(3);
    assertThat(merged.path("tags").findValuesAsText("name"))
        .containsExactly("Operations", "Contracts", "Providers");
  }

  @Test
  void operationIdsStayUnique() {
    assertThat(merged.path("paths").findValuesAsText("operationId"))
        .containsExactlyInAnyOrder("list", "readEventStatus", "providersList");
  }

  @Test
  void theFrameIsTheCommonOne() {
    assertThat(merged.at("/info/title").asText()).isEqualTo("All");
    assertThat(merged.at("/info/license/name").asText()).isEqualTo("MIT");
    assertThat(merged.at("/servers/0/url").asText()).isEqualTo("/");
  }

  private String schemaOf(String path) {
    return merged.path("paths").path(path).findValue("$ref").asText();
  }

  private static JsonNode merge() {
    try {
      ObjectMapper json = new ObjectMapper();
      return new DocumentMerge("All", "1", "Everything")
          .add("contracts", json.readTree(FIRST))
          .add("providers", json.readTree(SECOND))
          .document();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
