package uk.carecontracts.providers.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.carecontracts.providers.locations.CareType;

class SuspendedProvidersTest {

  private static final UUID PROVIDER = UUID.randomUUID();
  private static final Set<String> BOTH = Set.of("NURSING", "RESPITE");

  @Test
  void aProviderSuspendedFromOneOfTwoServicesStillGivesTheOther() {
    SuspendedProviders suspended = suspendedFor("RESPITE");
    assertFalse(suspended.fromAll(PROVIDER, BOTH, CareType.NURSING_HOME));
    assertTrue(suspended.of(PROVIDER, BOTH, CareType.NURSING_HOME).get(0).covers());
  }

  @Test
  void twoSuspensionsTogetherMayCoverEveryService() {
    assertTrue(suspendedFor("RESPITE", "NURSING").fromAll(PROVIDER, BOTH, CareType.NURSING_HOME));
  }

  @Test
  void theKindOfCareStandsForEveryServiceOfItAndNoCodeForEveryService() {
    assertTrue(suspendedFor("NURSING_HOME").fromAll(PROVIDER, BOTH, CareType.NURSING_HOME));
    assertTrue(suspendedFor(new String[] {null}).fromAll(PROVIDER, BOTH, CareType.NURSING_HOME));
    assertFalse(suspendedFor("HOMECARE").fromAll(PROVIDER, BOTH, CareType.NURSING_HOME));
  }

  @Test
  void nobodyElseIsSuspended() {
    SuspendedProviders suspended = suspendedFor(new String[] {null});
    assertFalse(suspended.fromAll(UUID.randomUUID(), BOTH, CareType.NURSING_HOME));
    assertFalse(suspended.fromAll(null, BOTH, CareType.NURSING_HOME));
    assertEquals(List.of(), suspended.of(null, BOTH, CareType.NURSING_HOME));
  }

  private static SuspendedProviders suspendedFor(@Nullable String... services) {
    return new SuspendedProviders(
        java.util.Arrays.stream(services)
            .map(
                service ->
                    new SuspendedProviders.Held(
                        PROVIDER, UUID.randomUUID(), service, LocalDate.of(2030, 1, 31)))
            .toList());
  }
}
