package uk.carecontracts.kit.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class StoredJsonTest {
  private static final TypeReference<List<Kept>> MANY = new TypeReference<>() {};

  private final StoredJson json = new StoredJson(new ObjectMapper());

  record Kept(String name, int number) {}

  /** Nothing of it can be written. */
  private static final class Mute {}

  @Test
  void whatIsWrittenIsReadAgainFromItsTextAndFromItsTree() {
    Kept kept = new Kept("a lamp", 3);
    String text = json.write(kept);

    assertEquals(kept, json.read(text, Kept.class));
    assertEquals(kept, json.read(json.tree(text), Kept.class));
    assertEquals(List.of(kept), json.read(json.write(List.of(kept)), MANY));
  }

  @Test
  void whatCannotBeReadIsAFaultOfTheServiceThatNamesTheType() {
    String wrong = "{\"number\": \"three\"}";
    String type = Kept.class.getName();

    assertFault(type, () -> json.read(wrong, Kept.class));
    assertFault(type, () -> json.read(json.tree(wrong), Kept.class));
    assertFault("java.util.List<" + type + ">", () -> json.read("[" + wrong + "]", MANY));
    assertFault("A JSON tree", () -> json.tree("{"));
  }

  @Test
  void whatCannotBeWrittenIsNamedToo() {
    assertFault(Mute.class.getName(), () -> json.write(new Mute()));
  }

  private static void assertFault(String what, Executable attempt) {
    IllegalStateException fault = assertThrows(IllegalStateException.class, attempt);
    assertTrue(fault.getMessage().startsWith(what + " could not be"), fault.getMessage());
    assertInstanceOf(JsonProcessingException.class, fault.getCause());
  }
}
