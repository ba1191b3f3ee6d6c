package uk.carecontracts.stack.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does the same for many, a few at a time. */
final class Crew implements AutoCloseable {
  private final ExecutorService hands;

  Crew(int hands) {
    this.hands = Executors.newFixedThreadPool(hands);
  }

  /**
   * What the work gave for each item, in their order.
   *
   * @throws DemoFailure the first failure; what had not begun by then is left
   */
  <T, R> List<R> each(List<T> items, Function<T, R> work) {
    List<Future<R>> begun =
        items.stream().map(item -> hands.submit(() -> work.apply(item))).toList();
    List<R> results = new ArrayList<>();
    try {
      for (Future<R> one : begun) {
        results.add(one.get());
      }
    } catch (ExecutionException e) {
      begun.forEach(one -> one.cancel(false));
      if (e.getCause() instanceof DemoFailure failure) {
        throw failure;
      }
      throw new IllegalStateException("the demo could not go on", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFailure("Interrupted; ./stack demo goes on where it stopped.");
    }
    return results;
  }

  /** Lets nobody begin anything more. */
  @Override
  public void close() {
    hands.shutdownNow();
  }
}
