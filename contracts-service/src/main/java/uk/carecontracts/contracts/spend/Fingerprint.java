package uk.carecontracts.contracts.spend;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.carecontracts.contracts.spend.files.Payment;

/** A digest of everything a payment line says; equal lines have equal ones. */
final class Fingerprint {
  private Fingerprint() {}

  static UUID of(Payment payment) {
    String all =
        Stream.of(
                payment.supplier(),
                payment.beneficiaryId(),
                payment.identifiers(),
                payment.paidOn(),
                payment.period(),
                payment.voucher(),
                payment.amount(),
                payment.irrecoverableVat(),
                payment.unit(),
                payment.purpose(),
                payment.proclass(),
                payment.proclassLabel(),
                payment.invoice(),
                payment.costCentre())
            .map(each -> Objects.toString(each, ""))
            .collect(Collectors.joining("\u001f"));
    try {
      ByteBuffer digest =
          ByteBuffer.wrap(
              MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
      return new UUID(digest.getLong(), digest.getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
