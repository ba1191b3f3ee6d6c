package uk.carecontracts.kit.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.Problem;

/**
 * Completes every operation of a service's document: the problems any operation can answer, the
 * headers that preconditions and idempotency keys need. A method declares only what is its own: a
 * 428 says that it needs If-Match, a 304 that it honours If-None-Match.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class CommonAnswers implements OASFilter {
  private static final Map<String, String> ERRORS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("400", "The request cannot be read or has invalid values"),
              Map.entry("401", "A valid bearer token is needed"),
              Map.entry("403", "The token does not allow this, or it is another authority's"),
              Map.entry("404", "There is no such thing"),
              Map.entry("409", "It conflicts with what is held"),
              Map.entry("412", "Someone changed it since it was read"),
              Map.entry("413", "The body is too large"),
              Map.entry("415", "The media type of the body is not supported"),
              Map.entry("422", "A rule does not allow it; the violations say why"),
              Map.entry("428", "If-Match is required"),
              Map.entry("429", "Too many requests; Retry-After says when to go on"),
              Map.entry("500", "Something went wrong on our side"),
              Map.entry("503", "The service cannot answer at the moment")));

  @Override
  public void filterOpenAPI(OpenAPI document) {
    addProblemSchema(document);
    document.getPaths().getPathItems().forEach(CommonAnswers::complete);
    document.setServers(
        List.of(OASFactory.createServer().url("/").description("The gateway, or the service")));
  }

  private static void complete(String path, PathItem item) {
    item.getOperations().forEach((method, operation) -> complete(path, method, operation));
  }

  private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
    APIResponses answers = operation.getResponses();
    boolean writes =
        switch (method) {
          case POST, PUT, PATCH, DELETE -> true;
          default -> false;
        };
    boolean secured = operation.getSecurity() != null && !operation.getSecurity().isEmpty();
    if (!secured) {
      // Said outright: without it a reader cannot tell open from forgotten.
      operation.setSecurity(List.of());
    }
    if (answers.hasAPIResponse("428")) {
      ifMatch(operation);
      answer(answers, "412");
    }
    if (answers.hasAPIResponse("304")) {
      ifNoneMatch(operation);
    }
    if (method == PathItem.HttpMethod.POST && secured) {
      idempotencyKey(operation);
    }
    answer(answers, "400");
    if (secured) {
      answer(answers, "401");
      answer(answers, "403");
    }
    if (path.contains("{")) {
      answer(answers, "404");
    }
    if (writes && operation.getRequestBody() != null) {
      answer(answers, "413");
      answer(answers, "415");
      answer(answers, "422");
    }
    answer(answers, "429");
    answer(answers, "500");
    answer(answers, "503");
    answers.getAPIResponses().forEach(CommonAnswers::describe);
    answers.getAPIResponses().values().forEach(CommonAnswers::typeHeaders);
    describe(operation);
  }

  private static void typeHeaders(APIResponse answer) {
    if (answer.getHeaders() != null) {
      answer
          .getHeaders()
          .values()
          .forEach(
              header -> {
                if (header.getRef() == null && header.getSchema() == null) {
                  header.setSchema(text(null));
                }
              });
    }
  }

  /** A method that needs no more words than its summary still says what its protocol asks for. */
  private static void describe(Operation operation) {
    List<Parameter> parameters =
        operation.getParameters() == null ? List.of() : operation.getParameters();
    for (Parameter parameter : parameters) {
      if (parameter.getIn() == Parameter.In.PATH && parameter.getDescription() == null) {
        parameter.setDescription(pathDescription(parameter.getName()));
      }
    }
    if (operation.getDescription() == null && operation.getSummary() != null) {
      operation.setDescription(
          operation.getSummary()
              + "."
              + sentence(parameters, "If-Match", " Send If-Match with the ETag you read.")
              + sentence(parameters, "cursor", " Answers a page at a time: follow next.")
              + sentence(
                  parameters, "wait", " With wait it holds the request until there is news."));
    }
  }

  private static String pathDescription(String name) {
    String what = name.replaceAll("I?d$", "").replaceAll("(\\p{Upper})", " $1");
    return what.isBlank() ? "Its identifier" : "Identifier of the " + what.toLowerCase(Locale.ROOT);
  }

  private static String sentence(List<Parameter> parameters, String name, String words) {
    return parameters.stream().anyMatch(p -> name.equals(p.getName())) ? words : "";
  }

  private static void answer(APIResponses answers, String status) {
    if (!answers.hasAPIResponse(status)) {
      answers.addAPIResponse(
          status, OASFactory.createAPIResponse().description(ERRORS.get(status)));
    }
  }

  /** Every error is a problem; what it means here stays as the method described it. */
  private static void describe(String status, APIResponse answer) {
    if (status.compareTo("400") < 0 || !Character.isDigit(status.charAt(0))) {
      return;
    }
    answer.setContent(
        OASFactory.createContent()
            .addMediaType(
                Problem.MEDIA_TYPE,
                OASFactory.createMediaType()
                    .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
  }

  private static void ifMatch(Operation operation) {
    header(operation, "If-Match", true, "The ETag of what was read, such as \"3\"");
  }

  private static void ifNoneMatch(Operation operation) {
    header(operation, "If-None-Match", false, "An ETag held: 304 when it is still current");
  }

  private static void idempotencyKey(Operation operation) {
    header(
        operation,
        "Idempotency-Key",
        false,
        "The same key and request get the first answer again, for 24 hours");
  }

  private static void header(
      Operation operation, String name, boolean required, String description) {
    List<Parameter> present = operation.getParameters();
    if (present != null && present.stream().anyMatch(p -> name.equals(p.getName()))) {
      return;
    }
    operation.addParameter(
        OASFactory.createParameter()
            .in(Parameter.In.HEADER)
            .name(name)
            .required(required)
            .description(description)
            .schema(text(null)));
  }

  private static void addProblemSchema(OpenAPI document) {
    if (document.getComponents() == null) {
      document.setComponents(OASFactory.createComponents());
    }
    Schema violation =
        object()
            .addProperty("pointer", text("JSON pointer into the body, or a parameter's name"))
            .addProperty("message", text("What is wrong and what would be right"))
            .addRequired("message");
    document
        .getComponents()
        .addSchema(
            "Problem",
            object()
                .description("Problem details, RFC 9457")
                .addProperty("type", text("Page that explains this kind of problem"))
                .addProperty("title", text("The kind of problem"))
                .addProperty("status", number())
                .addProperty("detail", text("What happened here and how to mend it"))
                .addProperty("instance", text("The path that was asked for"))
                .addProperty("code", text("Stable code for programs"))
                .addProperty("traceId", text("Quote it when you ask for help"))
                .addProperty(
                    "violations",
                    OASFactory.createSchema()
                        .addType(Schema.SchemaType.ARRAY)
                        .items(violation)
                        .description("What exactly is wrong"))
                .addRequired("type")
                .addRequired("title")
                .addRequired("status")
                .addRequired("code"));
  }

  private static Schema object() {
    return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
  }

  private static Schema number() {
    return OASFactory.createSchema().addType(Schema.SchemaType.INTEGER);
  }

  private static Schema text(@Nullable String description) {
    Schema schema = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    return description == null ? schema : schema.description(description);
  }
}
