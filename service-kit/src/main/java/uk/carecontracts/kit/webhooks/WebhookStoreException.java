package uk.carecontracts.kit.webhooks;

/** The database failed the webhooks' own book-keeping. */
final class WebhookStoreException extends RuntimeException {
  WebhookStoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
