package uk.carecontracts.providers.market;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How far two places are apart, as the crow flies, on a globe of 6,371 km radius (haversine). */
public final class Distance {

  private static final double RADIUS_KM = 6371.0;

  private Distance() {}

  /** Kilometres between two places in degrees, to one place. */
  public static BigDecimal kilometres(
      BigDecimal latitude, BigDecimal longitude, BigDecimal otherLatitude, BigDecimal other) {
    double a = Math.toRadians(latitude.doubleValue());
    double b = Math.toRadians(otherLatitude.doubleValue());
    double across = Math.toRadians(other.subtract(longitude).doubleValue());
    double half =
        Math.pow(Math.sin((b - a) / 2), 2)
            + Math.cos(a) * Math.cos(b) * Math.pow(Math.sin(across / 2), 2);
    double km = 2 * RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(half)));
    return BigDecimal.valueOf(km).setScale(1, RoundingMode.HALF_UP);
  }
}
