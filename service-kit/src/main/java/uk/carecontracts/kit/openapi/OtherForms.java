package uk.carecontracts.kit.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/**
 * Says of a reading operation in which other forms it answers: spreadsheets, pages and calendars
 * come from methods of their own at the same path, of which a document can describe but one.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class OtherForms implements OASFilter {
  private final IndexView index;

  /** Called by Quarkus with the classes of the service. */
  public OtherForms(IndexView index) {
    this.index = index;
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    for (AnnotationInstance produces : index.getAnnotations(Produces.class)) {
      if (produces.target().kind() == AnnotationTarget.Kind.METHOD) {
        MethodInfo method = produces.target().asMethod();
        PathItem item = document.getPaths().getPathItem(path(method));
        if (method.hasAnnotation(GET.class) && item != null && item.getGET() != null) {
          Stream.of(produces.value().asStringArray())
              .map(type -> type.replaceAll(";.*", ""))
              .forEach(type -> add(item.getGET().getResponses().getAPIResponse("200"), type));
        }
      }
    }
  }

  private static void add(@Nullable APIResponse answer, String type) {
    Content contents = answer == null ? null : answer.getContent();
    if (contents != null && !contents.hasMediaType(type)) {
      Schema text = OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING));
      contents.addMediaType(type, OASFactory.createMediaType().schema(text));
    }
  }

  private static String path(MethodInfo method) {
    AnnotationInstance all = method.declaringClass().declaredAnnotation(Path.class);
    AnnotationInstance own = method.annotation(Path.class);
    return ("/" + text(all) + "/" + text(own)).replaceAll("/+", "/").replaceAll("(.)/$", "$1");
  }

  private static String text(@Nullable AnnotationInstance path) {
    return path == null ? "" : path.value().asString();
  }
}
