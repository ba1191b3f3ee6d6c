package uk.carecontracts.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathPatternTest {

  @ParameterizedTest
  @CsvSource({
    "/a,/a,true",
    "/a,/a/,false",
    "/a,/ab,false",
    "/a/**,/a,true",
    "/a/**,/a/,true",
    "/a/**,/a/b/c,true",
    "/a/**,/ab,false",
    "/v1/*/changes,/v1/contracts/changes,true",
    "/v1/*/changes,/v1/changes,false",
    "/v1/*/changes,/v1/a/b/changes,false",
    "/,/,true",
    "/,/a,false"
  })
  void aPathFitsOrDoesNot(String pattern, String path, boolean fits) {
    assertThat(PathPattern.of(pattern).matches(path)).isEqualTo(fits);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b", "", "/a/**/b", "/a**"})
  void aPatternThatCannotWorkIsRefused(String pattern) {
    assertThatIllegalArgumentException().isThrownBy(() -> PathPattern.of(pattern));
  }
}
