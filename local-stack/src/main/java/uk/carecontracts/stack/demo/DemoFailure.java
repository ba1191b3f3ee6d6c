package uk.carecontracts.stack.demo;

/** Why the demo could not be loaded, in words for the person who asked for it. */
final class DemoFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DemoFailure(String message) {
    super(message);
  }
}
