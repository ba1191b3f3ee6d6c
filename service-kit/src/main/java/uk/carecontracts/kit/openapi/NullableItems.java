package uk.carecontracts.kit.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/**
 * Says of a list that values may be missing in it, where the code does: {@code List<@Nullable X>}.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class NullableItems implements OASFilter {
  private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
  private static final DotName SCHEMA =
      DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);

  private final IndexView index;

  /** Called by Quarkus with the classes of the service. */
  public NullableItems(IndexView index) {
    this.index = index;
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    for (ClassInfo type : index.getKnownClasses()) {
      Schema schema =
          type.isRecord() ? document.getComponents().getSchemas().get(name(type)) : null;
      if (schema != null && schema.getProperties() != null) {
        type.recordComponents().stream()
            .filter(NullableItems::mayMissValues)
            .map(component -> schema.getProperties().get(component.name()))
            .forEach(NullableItems::allowNull);
      }
    }
  }

  private static boolean mayMissValues(RecordComponentInfo component) {
    return component.type().kind() == Type.Kind.PARAMETERIZED_TYPE
        && component.type().name().toString().equals(List.class.getName())
        && component.type().asParameterizedType().arguments().get(0).hasAnnotation(NULLABLE);
  }

  private static void allowNull(@Nullable Schema list) {
    Schema items = list == null ? null : list.getItems();
    if (items != null
        && items.getType() != null
        && !items.getType().contains(Schema.SchemaType.NULL)) {
      List<Schema.SchemaType> types = new ArrayList<>(items.getType());
      types.add(Schema.SchemaType.NULL);
      items.setType(types);
    }
  }

  private static String name(ClassInfo type) {
    AnnotationInstance schema = type.declaredAnnotation(SCHEMA);
    return schema != null && schema.value("name") != null
        ? schema.value("name").asString()
        : type.simpleName();
  }
}
