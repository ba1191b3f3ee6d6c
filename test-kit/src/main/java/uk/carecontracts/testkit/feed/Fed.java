package uk.carecontracts.testkit.feed;

import java.net.URI;
import java.net.http.HttpRequest;

/** A change feed, and how to bring about what it tells of. */
public interface Fed {
  /** Where the feed is, without parameters. */
  URI feed();

  /** A bearer token that may read the feed and write. */
  String token();

  /** Makes something new and gives its identifier; it has version 1 then. */
  String make();

  /** The request that changes it once; answered with 200. */
  HttpRequest.Builder change(String id, long version);
}
