package uk.carecontracts.kit.http;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import uk.carecontracts.kit.problem.ProblemException;

/** A misspelt filter must not return everything: query parameters nobody declared are refused. */
public class StrictParameters {
  private final Map<Method, Set<String>> declared = new ConcurrentHashMap<>();

  @ServerRequestFilter
  void refuseUnknown(ContainerRequestContext request, ResourceInfo resource) {
    Set<String> given = request.getUriInfo().getQueryParameters().keySet();
    if (given.isEmpty()) {
      return;
    }
    Set<String> known = declared.computeIfAbsent(resource.getResourceMethod(), this::names);
    for (String name : given) {
      if (!known.contains(name)) {
        throw ProblemException.badRequest(
            name,
            "Unknown query parameter '"
                + name
                + "'. "
                + (known.isEmpty()
                    ? "This operation has none."
                    : "Known here: " + String.join(", ", known) + "."));
      }
    }
  }

  private Set<String> names(Method method) {
    Set<String> names = new TreeSet<>();
    for (Parameter parameter : method.getParameters()) {
      QueryParam query = parameter.getAnnotation(QueryParam.class);
      if (query != null) {
        names.add(query.value());
      } else if (parameter.isAnnotationPresent(BeanParam.class)) {
        addFields(parameter.getType(), names);
      }
    }
    return names;
  }

  private static void addFields(Class<?> bean, Set<String> names) {
    for (Class<?> type = bean; type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        QueryParam query = field.getAnnotation(QueryParam.class);
        if (query != null) {
          names.add(query.value());
        }
        if (field.isAnnotationPresent(BeanParam.class)) {
          addFields(field.getType(), names);
        }
      }
    }
  }
}
