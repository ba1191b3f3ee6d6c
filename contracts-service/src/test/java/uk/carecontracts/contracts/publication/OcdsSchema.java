package uk.carecontracts.contracts.publication;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
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
