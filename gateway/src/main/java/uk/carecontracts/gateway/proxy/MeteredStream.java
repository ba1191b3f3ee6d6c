package uk.carecontracts.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/**
 * A body on its way through: counts its bytes, breaks off when they are too many, and tells the
 * watchdog what moves. Holds nothing back.
 */
final class MeteredStream implements ReadStream<Buffer> {
  private final ReadStream<Buffer> source;
  private final long limit;
  private final Watchdog watchdog;
  private @Nullable Handler<Throwable> failure;
  private long bytes;
  private boolean exceeded;

  MeteredStream(ReadStream<Buffer> source, long limit, Watchdog watchdog) {
    this.source = source;
    this.limit = limit;
    this.watchdog = watchdog;
  }

  /** Whether it was broken off because it was too long. */
  boolean exceeded() {
    return exceeded;
  }

  @Override
  public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
    source.handler(handler == null ? null : chunk -> pass(chunk, handler));
    return this;
  }

  private void pass(Buffer chunk, Handler<Buffer> handler) {
    bytes += chunk.length();
    watchdog.moved();
    if (bytes <= limit) {
      handler.handle(chunk);
    } else if (!exceeded) {
      exceeded = true;
      if (failure != null) {
        failure.handle(new BodyTooLarge());
      }
    }
  }

  @Override
  public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
    failure = handler;
    source.exceptionHandler(handler);
    return this;
  }

  @Override
  public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
    source.endHandler(
        handler == null
            ? null
            : end -> {
              watchdog.bodyEnded();
              handler.handle(end);
            });
    return this;
  }

  @Override
  public ReadStream<Buffer> pause() {
    watchdog.blocked(true);
    source.pause();
    return this;
  }

  @Override
  public ReadStream<Buffer> resume() {
    watchdog.blocked(false);
    source.resume();
    return this;
  }

  @Override
  public ReadStream<Buffer> fetch(long amount) {
    source.fetch(amount);
    return this;
  }

  /** The body is longer than the route allows. */
  static final class BodyTooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BodyTooLarge() {
      super("The body is longer than allowed", null, false, false);
    }
  }
}
