package uk.carecontracts.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimiterTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1,192.0.2.1",
    "2001:db8:1:2:3:4:5:6,20010db800010002",
    "2001:db8:1:2:ffff::1,20010db800010002",
    "2001:db8:1:3::1,20010db800010003",
    "unknown,unknown"
  })
  void aSubscriberOfIpv6IsOneAddress(String address, String counted) {
    assertThat(RateLimiter.network(address)).isEqualTo(counted);
  }
}
