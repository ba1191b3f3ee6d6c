package uk.carecontracts.acceptance;

import static io.opentelemetry.proto.trace.v1.Span.SpanKind.SPAN_KIND_CLIENT;
import static io.opentelemetry.proto.trace.v1.Span.SpanKind.SPAN_KIND_CONSUMER;
import static io.opentelemetry.proto.trace.v1.Span.SpanKind.SPAN_KIND_PRODUCER;
import static io.opentelemetry.proto.trace.v1.Span.SpanKind.SPAN_KIND_SERVER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import uk.carecontracts.acceptance.TraceCollector.Seen;
import uk.carecontracts.stack.infrastructure.Role;

/**
 * One trace follows a change from the gateway to the services that hear of it by event, and to
 * their databases.
 */
class TraceIT {
  private static final StackUnderTest STACK = StackUnderTest.get();
  private static final String CALLER = "00f067aa0ba902b7";

  private final String trace = UUID.randomUUID().toString().replace("-", "");

  @Test
  void aChangeIsOneTraceThroughGatewayServiceTopicConsumerAndDatabase() {
    draft("01");
    Seen gateway = one("gateway", SPAN_KIND_SERVER, any -> true);
    Seen service = one("contracts-service", SPAN_KIND_SERVER, any -> true);
    Seen sent =
        one("contracts-service", SPAN_KIND_PRODUCER, name -> name.endsWith("contract.drafted.v1"));
    Seen heard =
        one(
            "monitoring-service",
            SPAN_KIND_CONSUMER,
            name -> name.endsWith(" contract.drafted.v1"));
    assertEquals(CALLER, gateway.parent());
    assertTrue(
        STACK.traces().of(trace).stream().anyMatch(span -> leads(gateway, span, service)),
        "the gateway's call leads to the service");
    assertEquals(service.id(), sent.parent());
    assertEquals(service.id(), heard.parent());
    Seen statement = one("monitoring-service", SPAN_KIND_CLIENT, any -> true);
    assertTrue(
        STACK.traces().of(trace).stream().anyMatch(span -> span.id().equals(statement.parent())),
        "a statement is part of what was done with the event");
  }

  @Test
  void whatTheCallerDoesNotRecordIsNotRecorded() {
    draft("00");
    String other = trace;
    new TraceIT().aChangeIsOneTraceThroughGatewayServiceTopicConsumerAndDatabase();
    assertEquals(List.of(), STACK.traces().of(other));
  }

  private void draft(String flags) {
    Api.as(STACK, Role.CONTRACTS, BusyStack.OWNER)
        .call()
        .header("traceparent", "00-" + trace + "-" + CALLER + "-" + flags)
        .body(Map.of("reference", "TRACE-" + trace, "title", "Traced"))
        .post("/v1/contracts")
        .then()
        .statusCode(201);
  }

  private Seen one(String part, SpanKind kind, Predicate<String> name) {
    Predicate<Seen> wanted =
        span -> span.service().equals(part) && span.kind() == kind && name.test(span.name());
    Api.eventually(() -> STACK.traces().of(trace).stream().anyMatch(wanted));
    return STACK.traces().of(trace).stream().filter(wanted).findFirst().orElseThrow();
  }

  private static boolean leads(Seen from, Seen call, Seen to) {
    return to.parent().equals(from.id())
        || (call.parent().equals(from.id()) && to.parent().equals(call.id()));
  }
}
