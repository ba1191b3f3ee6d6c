package uk.carecontracts.kit.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * A merge patch (RFC 7396) says only what changes: where an operation takes one, its form is that
 * of the whole, named {@code …Patch}, with nothing required.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class MergePatches implements OASFilter {
  private static final String MERGE_PATCH = "application/merge-patch+json";
  private static final String SCHEMAS = "#/components/schemas/";

  @Override
  public void filterOpenAPI(OpenAPI document) {
    document
        .getPaths()
        .getPathItems()
        .values()
        .forEach(item -> item.getOperations().values().forEach(each -> relax(document, each)));
  }

  private static void relax(OpenAPI document, Operation operation) {
    Content content =
        operation.getRequestBody() == null ? null : operation.getRequestBody().getContent();
    if (content == null || !content.hasMediaType(MERGE_PATCH)) {
      return;
    }
    Map<String, Schema> schemas = document.getComponents().getSchemas();
    for (MediaType type : content.getMediaTypes().values()) {
      String whole = type.getSchema() == null ? null : type.getSchema().getRef();
      if (whole != null && whole.startsWith(SCHEMAS)) {
        String name = whole.substring(SCHEMAS.length());
        document.getComponents().addSchema(name + "Patch", patch(name, schemas.get(name)));
        type.setSchema(OASFactory.createSchema().ref(whole + "Patch"));
      }
    }
  }

  private static Schema patch(String name, Schema whole) {
    return OASFactory.createSchema()
        .addType(Schema.SchemaType.OBJECT)
        .description(
            "Merge patch of " + name + ": what is absent stays as it is, null clears a field")
        .properties(whole.getProperties());
  }
}
