package uk.carecontracts.kit.tenancy;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Widens the reach to what is public. */
@Provider
@PublicRead
public class PublicReadFilter implements ContainerRequestFilter {
  private final Tenancy tenancy;

  PublicReadFilter(Tenancy tenancy) {
    this.tenancy = tenancy;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    tenancy.act(new Acting(Reach.PUBLIC, "", "anonymous", "public"));
  }
}
