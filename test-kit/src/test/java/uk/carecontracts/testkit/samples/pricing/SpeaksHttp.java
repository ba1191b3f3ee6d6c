package uk.carecontracts.testkit.samples.pricing;

import jakarta.ws.rs.core.Response;

class SpeaksHttp {
  Response answer() {
    return Response.noContent().build();
  }
}
