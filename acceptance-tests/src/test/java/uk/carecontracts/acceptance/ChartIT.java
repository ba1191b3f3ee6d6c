package uk.carecontracts.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The Helm chart renders, and what it renders is what Kubernetes' own types allow. */
class ChartIT {
  private static final Map<String, Class<?>> KINDS =
      Map.of(
          "Deployment", Deployment.class,
          "Service", Service.class,
          "PodDisruptionBudget", PodDisruptionBudget.class,
          "HorizontalPodAutoscaler", HorizontalPodAutoscaler.class,
          "NetworkPolicy", NetworkPolicy.class,
          "Ingress", Ingress.class);

  private static final YAMLMapper YAML = new YAMLMapper();

  @BeforeAll
  static void onlyWhereHelmIs() {
    String os = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    assumeTrue(
        os.equals("Linux amd64"), "Skipped: Helm's library is here for Linux amd64, not " + os);
  }

  private static Helm chart() {
    return new Helm(StackUnderTest.repository().resolve("deploy/helm/care-contracts"));
  }

  @Test
  void theChartHasNoFault() {
    LintResult lint = chart().lint().strict().call();
    assertFalse(lint.isFailed(), () -> "" + lint.getMessages());
  }

  @Test
  void whatItRendersIsWhatKubernetesTakes() throws IOException {
    Map<String, Long> kinds = new TreeMap<>();
    for (JsonNode resource : render(Map.of("gateway.ingress.enabled", "true"))) {
      String kind = resource.path("kind").asText();
      assertNotNull(KINDS.get(kind), kind);
      assertNotNull(strict().treeToValue(resource, KINDS.get(kind)));
      kinds.merge(kind, 1L, Long::sum);
    }
    assertEquals(
        Map.of(
            "Deployment", 4L,
            "Service", 4L,
            "PodDisruptionBudget", 4L,
            "HorizontalPodAutoscaler", 4L,
            "NetworkPolicy", 2L,
            "Ingress", 1L),
        kinds);
  }

  @Test
  void aPropertyThatKubernetesDoesNotKnowWouldBeNoticed() throws IOException {
    JsonNode wrong = YAML.readTree("{kind: Service, spec: {prots: []}}");
    assertTrue(
        org.junit.jupiter.api.Assertions.assertThrows(
                IOException.class, () -> strict().treeToValue(wrong, Service.class))
            .getMessage()
            .contains("prots"));
  }

  @Test
  void everyContainerIsLockedDownAndProbedAndNoSecretIsWrittenOut() throws IOException {
    for (JsonNode deployment : ofKind(render(Map.of()), "Deployment")) {
      JsonNode pod = deployment.at("/spec/template/spec");
      for (String list : List.of("containers", "initContainers")) {
        for (JsonNode container : pod.path(list)) {
          JsonNode security = container.path("securityContext");
          String name = deployment.at("/metadata/name").asText() + " " + container.path("name");
          assertTrue(security.path("runAsNonRoot").asBoolean(), name);
          assertTrue(security.path("readOnlyRootFilesystem").asBoolean(), name);
          assertFalse(security.path("allowPrivilegeEscalation").asBoolean(true), name);
          assertTrue(container.at("/resources/limits/memory").isTextual(), name);
          assertEquals(Set.of(), secretsIn(container), name);
        }
      }
      JsonNode main = pod.at("/containers/0");
      for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
        assertTrue(main.has(probe), probe);
      }
    }
  }

  @Test
  void withoutAutoscalingTheInstancesAreThoseNamed() throws IOException {
    List<JsonNode> resources =
        render(Map.of("autoscaling.enabled", "false", "services.contracts.replicas", "3"));
    assertEquals(List.of(), ofKind(resources, "HorizontalPodAutoscaler"));
    assertTrue(
        ofKind(resources, "Deployment").stream()
            .anyMatch(deployment -> deployment.at("/spec/replicas").asInt() == 3));
  }

  @Test
  void tracesGoToTheCollectorThatIsNamedAndNowhereOtherwise() throws IOException {
    assertEquals(List.of(), environment(Map.of(), "OTEL_SDK_DISABLED"));
    Map<String, String> named = Map.of("tracing.endpoint", "http://collector:4317");
    assertEquals(Collections.nCopies(4, "false"), environment(named, "OTEL_SDK_DISABLED"));
    assertEquals(Collections.nCopies(4, "0.1"), environment(named, "OTEL_TRACES_SAMPLER_ARG"));
  }

  /** What the parts' main containers are given under a name. */
  private static List<String> environment(Map<String, String> values, String name)
      throws IOException {
    return ofKind(render(values), "Deployment").stream()
        .map(deployment -> deployment.at("/spec/template/spec/containers/0/env"))
        .flatMap(list -> StreamSupport.stream(list.spliterator(), false))
        .filter(variable -> variable.path("name").asText().equals(name))
        .map(variable -> variable.path("value").asText())
        .toList();
  }

  private static Set<String> secretsIn(JsonNode container) {
    return container.path("env").findParents("name").stream()
        .filter(variable -> variable.path("name").asText().contains("PASSWORD"))
        .filter(variable -> variable.has("value"))
        .map(JsonNode::toString)
        .collect(Collectors.toSet());
  }

  private static List<JsonNode> ofKind(List<JsonNode> resources, String kind) {
    return resources.stream().filter(each -> each.path("kind").asText().equals(kind)).toList();
  }

  private static List<JsonNode> render(Map<String, String> values) throws IOException {
    TemplateCommand template = chart().template().withName("care");
    values.forEach(template::set);
    try (MappingIterator<JsonNode> documents =
        YAML.readerFor(JsonNode.class).readValues(template.call())) {
      return documents.readAll().stream().filter(JsonNode::isObject).toList();
    }
  }

  /** Kubernetes' types keep what they do not know; here it is an error. */
  private static YAMLMapper strict() {
    YAMLMapper mapper = new YAMLMapper();
    mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    mapper.setAnnotationIntrospector(
        new JacksonAnnotationIntrospector() {
          @Override
          public Boolean hasAnySetter(Annotated annotated) {
            return false;
          }
        });
    return mapper;
  }
}
