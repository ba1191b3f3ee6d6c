package uk.carecontracts.contracts.publication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import uk.carecontracts.testkit.SharedFolder;

/** The schemas of OCDS 1.1.5 beside the repository; tests that need them skip without. */
final class OcdsSchema {
  private static final String BASE = "https://standard.open-contracting.org/schema/1__1__5/";

  private final JsonSchema schema;

  private OcdsSchema(String name) {
    Path folder = SharedFolder.require("standards/ocds-1.1.5/schema");
    schema =
        JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V4,
                builder ->
                    builder.schemaMappers(
                        mappers -> mappers.mapPrefix(BASE, folder.toUri().toString())))
            .getSchema(SchemaLocation.of(folder.resolve(name).toUri().toString()));
  }

  /** Releases with extensions merged into the schema, as the standard prescribes. */
  static OcdsSchema releasesWith(String... extensions) throws IOException {
    ObjectMapper json = new ObjectMapper();
    Path standards = SharedFolder.require("standards");
    JsonNode merged =
        json.readTree(standards.resolve("ocds-1.1.5/schema/release-schema.json").toFile());
    ((ObjectNode) merged).remove("id");
    for (String extension : extensions) {
      Path file = standards.resolve("ocds-extensions/" + extension + "/release-schema.json");
      json.readerForUpdating(merged).readValue(file.toFile());
    }
    return new OcdsSchema(
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(merged));
  }

  private OcdsSchema(JsonSchema schema) {
    this.schema = schema;
  }

  static OcdsSchema releasePackages() {
    return new OcdsSchema("release-package-schema.json");
  }

  static OcdsSchema recordPackages() {
    return new OcdsSchema("record-package-schema.json");
  }

  Set<ValidationMessage> faults(JsonNode document) {
    return schema.validate(
        document, context -> context.getExecutionConfig().setFormatAssertionsEnabled(true));
  }
}
