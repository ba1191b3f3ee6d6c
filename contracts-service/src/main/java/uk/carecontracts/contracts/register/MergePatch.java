package uk.carecontracts.contracts.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.Set;
import uk.carecontracts.contracts.terms.ContractTerms;

/** Applies a JSON merge patch (RFC 7396) to a contract's terms and checks the result as a whole. */
@ApplicationScoped
public class MergePatch {
  private final ObjectMapper json;
  private final Validator validator;

  MergePatch(ObjectMapper json, Validator validator) {
    this.json = json;
    this.validator = validator;
  }

  /**
   * The terms after the patch.
   *
   * @throws JsonProcessingException when the patch names what terms do not have
   * @throws ConstraintViolationException when the result is not valid
   */
  public ContractTerms apply(ContractTerms terms, ObjectNode patch) throws JsonProcessingException {
    ObjectNode target = json.valueToTree(terms);
    if (patch.has("procedure") && !patch.has("competed")) {
      target.remove("competed");
    }
    ContractTerms patched = json.treeToValue(merge(target, patch), ContractTerms.class);
    Set<ConstraintViolation<ContractTerms>> violations = validator.validate(patched);
    if (!violations.isEmpty()) {
      throw new ConstraintViolationException(violations);
    }
    return patched;
  }

  private static JsonNode merge(ObjectNode target, JsonNode patch) {
    patch
        .properties()
        .forEach(
            field -> {
              JsonNode value = field.getValue();
              if (value.isNull()) {
                target.remove(field.getKey());
              } else if (value.isObject()) {
                JsonNode held = target.path(field.getKey());
                ObjectNode base =
                    held.isObject() ? (ObjectNode) held : target.putObject(field.getKey());
                merge(base, value);
              } else {
                target.set(field.getKey(), value);
              }
            });
    return target;
  }
}
