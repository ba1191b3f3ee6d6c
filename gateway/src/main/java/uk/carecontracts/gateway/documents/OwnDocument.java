package uk.carecontracts.gateway.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The OpenAPI document of what the gateway answers itself: {@code docs/openapi/gateway.yaml}. */
@ApplicationScoped
public class OwnDocument {
  private static final String RESOURCE = "/openapi/gateway.yaml";
  private final String yaml;
  private final JsonNode tree;
  private final String json;

  OwnDocument() {
    try (InputStream in = OwnDocument.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing");
      }
      yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      tree = new YAMLMapper().readTree(yaml);
      json = new JsonMapper().writeValueAsString(tree);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As it is written. */
  public String yaml() {
    return yaml;
  }

  /** The same as JSON. */
  public String json() {
    return json;
  }

  /** The same to work with; not to be changed. */
  public JsonNode tree() {
    return tree;
  }
}
