package uk.carecontracts.kit.journal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Tells who waits for the journal to grow that there is something new. */
@ApplicationScoped
public class FeedSignal {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();

  /** Something is new. */
  public void moved() {
    lock.lock();
    try {
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for news or for the time to pass; another instance's news is found by looking again. */
  @SuppressWarnings("WaitNotInLoop") // the caller looks at the feed again, whatever woke it
  public void await(long millis) {
    lock.lock();
    try {
      boolean signalled = moved.await(millis, java.util.concurrent.TimeUnit.MILLISECONDS);
      if (!signalled) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }
}
