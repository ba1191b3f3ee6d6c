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
  void onlyTheGatewayAndWhatReadsFiguresMayCallAService() throws IOException {
    List<JsonNode> resources = render(Map.of());
    List<JsonNode> policies = ofKind(resources, "NetworkPolicy");
    for (JsonNode deployment : ofKind(resources, "Deployment")) {
      JsonNode labels = deployment.at("/spec/template/metadata/labels");
      List<JsonNode> its =
          policies.stream()
              .filter(policy -> matches(labels, policy.at("/spec/podSelector/matchLabels")))
              .toList();
      assertEquals(1, its.size(), deployment.at("/metadata/name").asText());
      JsonNode from = its.get(0).at("/spec/ingress/0/from");
      boolean service = labels.path("care-contracts/role").asText().equals("service");
      assertEquals(service ? 2 : 0, from.size(), "the gateway is the door for everyone");
      if (service) {
        JsonNode caller = from.at("/0/podSelector/matchLabels");
        assertEquals(
            List.of("gateway"),
            ofKind(resources, "Deployment").stream()
                .map(each -> each.at("/spec/template/metadata/labels"))
                .filter(each -> matches(each, caller))
                .map(each -> each.path("care-contracts/role").asText())
                .toList());
      }
    }
  }

  @Test
  void migrationsRunBeforeAnInstanceAndOnlyTheyKnowTheOwner() throws IOException {
    for (JsonNode deployment : ofKind(render(Map.of()), "Deployment")) {
      JsonNode pod = deployment.at("/spec/template/spec");
      String name = deployment.at("/metadata/name").asText();
      assertEquals("migrate", pod.at("/initContainers/0/name").asText(), name);
      Map<String, JsonNode> before = environment(pod.at("/initContainers/0"));
      assertEquals("true", before.get("QUARKUS_INIT_AND_EXIT").path("value").asText(), name);
      assertEquals(
          "ownerPassword",
          before.get("DATABASE_OWNER_PASSWORD").at("/valueFrom/secretKeyRef/key").asText(),
          name);
      Map<String, JsonNode> instance = environment(pod.at("/containers/0"));
      assertFalse(instance.containsKey("DATABASE_OWNER_PASSWORD"), name);
      assertEquals(
          "false", instance.get("QUARKUS_FLYWAY_MIGRATE_AT_START").path("value").asText(), name);
    }
  }

  @Test
  void instancesAreScaledAndNeverAllTakenAwayAtOnce() throws IOException {
    List<JsonNode> resources = render(Map.of());
    for (JsonNode deployment : ofKind(resources, "Deployment")) {
      String name = deployment.at("/metadata/name").asText();
      JsonNode labels = deployment.at("/spec/template/metadata/labels");
      assertEquals(
          1,
          ofKind(resources, "HorizontalPodAutoscaler").stream()
              .filter(each -> each.at("/spec/scaleTargetRef/name").asText().equals(name))
              .filter(each -> each.at("/spec/minReplicas").asInt() > 1)
              .filter(each -> each.at("/spec/metrics/0/resource/name").asText().equals("cpu"))
              .count(),
          name);
      assertEquals(
          1,
          ofKind(resources, "PodDisruptionBudget").stream()
              .filter(each -> matches(labels, each.at("/spec/selector/matchLabels")))
              .filter(each -> each.at("/spec/maxUnavailable").asInt() == 1)
              .count(),
          name);
    }
  }

  private static boolean matches(JsonNode labels, JsonNode wanted) {
    return !wanted.isEmpty()
        && wanted.properties().stream()
            .allMatch(label -> label.getValue().equals(labels.path(label.getKey())));
  }

  private static Map<String, JsonNode> environment(JsonNode container) {
    Map<String, JsonNode> variables = new TreeMap<>();
    container.path("env").forEach(each -> variables.put(each.path("name").asText(), each));
    return variables;
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
        .map(deployment -> environment(deployment.at("/spec/template/spec/containers/0")))
        .filter(variables -> variables.containsKey(name))
        .map(variables -> variables.get(name).path("value").asText())
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
