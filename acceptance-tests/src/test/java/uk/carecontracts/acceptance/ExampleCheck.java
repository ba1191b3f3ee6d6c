package uk.carecontracts.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds examples against the schemas of a document, strictly: unknown properties are findings. */
final class ExampleCheck {
  private static final SchemaValidatorsConfig STRICT =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  private final JsonSchemaFactory factory =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private final JsonNode document;

  ExampleCheck(JsonNode document) {
    this.document = document;
  }

  /** What is wrong with an example, each with its place. */
  List<String> findings(JsonNode schema, JsonNode example) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.set("components", document.path("components"));
    root.putArray("allOf").add(schema);
    List<String> findings = new ArrayList<>();
    factory
        .getSchema(root, STRICT)
        .validate(example)
        .forEach(finding -> findings.add(" " + finding.getMessage()));
    unknown(List.of(schema), example, "", findings);
    return findings;
  }

  private void unknown(List<JsonNode> schemas, JsonNode value, String at, List<String> findings) {
    List<JsonNode> all = new ArrayList<>();
    schemas.forEach(schema -> expand(schema, all));
    if (value.isArray()) {
      List<JsonNode> items = all.stream().map(schema -> schema.path("items")).toList();
      for (int i = 0; i < value.size(); i++) {
        unknown(items, value.get(i), at + "/" + i, findings);
      }
    }
    Set<String> known = new HashSet<>();
    all.forEach(schema -> schema.path("properties").fieldNames().forEachRemaining(known::add));
    boolean open = known.isEmpty() || all.stream().anyMatch(ExampleCheck::isOpen);
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      String name = field.getKey();
      if (known.contains(name)) {
        List<JsonNode> of =
            all.stream().map(schema -> schema.path("properties").path(name)).toList();
        unknown(of, field.getValue(), at + "/" + name, findings);
      } else if (!open) {
        findings.add(" " + at + "/" + name + " is not in the schema");
      }
    }
  }

  private static boolean isOpen(JsonNode schema) {
    JsonNode others = schema.path("additionalProperties");
    return others.isObject() || others.asBoolean();
  }

  /** A schema with those it refers to and those it is made of. */
  private void expand(JsonNode schema, List<JsonNode> into) {
    if (schema.has("$ref")) {
      expand(document.at(schema.path("$ref").asText().substring(1)), into);
    }
    for (String part : List.of("allOf", "anyOf", "oneOf")) {
      schema.path(part).forEach(each -> expand(each, into));
    }
    into.add(schema);
  }
}
