package uk.carecontracts.providers.tables;

import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.imports.ImportFileException;

/**
 * The text of a cell of an OpenDocument spreadsheet: its value where that says more than what is
 * shown (dates and numbers, whatever their format), else its paragraphs without comments and
 * drawings.
 */
final class OdsCell {

  private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
  private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
  private static final String CALC_EXTENSIONS =
      "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0";
  private static final int LONGEST = 1 << 18;

  private OdsCell() {}

  /** Reads the cell just entered up to its end. */
  static String read(PlainXml xml) {
    @Nullable String type = xml.attribute(OFFICE, "value-type");
    boolean fault = "error".equals(xml.attribute(CALC_EXTENSIONS, "value-type"));
    @Nullable String value = type == null || fault ? null : value(xml, type);
    String shown = shown(xml);
    if (value == null) {
      return shown;
    }
    return switch (String.valueOf(type)) {
      case "float", "percentage", "currency" -> Numbers.plain(value, shown);
      case "date" -> value.replaceFirst("T00:00:00(\\.0+)?Z?$", "");
      default -> value;
    };
  }

  private static @Nullable String value(PlainXml xml, String type) {
    return switch (type) {
      case "float", "percentage", "currency" -> xml.attribute(OFFICE, "value");
      case "date" -> xml.attribute(OFFICE, "date-value");
      case "boolean" -> xml.attribute(OFFICE, "boolean-value");
      case "string" -> xml.attribute(OFFICE, "string-value");
      default -> null;
    };
  }

  private static String shown(PlainXml xml) {
    StringBuilder text = new StringBuilder();
    int cell = xml.depth();
    while (xml.depth() >= cell) {
      int event = xml.next();
      if (event == START_ELEMENT) {
        element(xml, text);
      } else if (xml.isText() && xml.depth() > cell) {
        text.append(xml.text());
      }
      if (text.length() > LONGEST) {
        throw new ImportFileException("A cell holds more than " + LONGEST + " characters.");
      }
    }
    return text.toString();
  }

  private static void element(PlainXml xml, StringBuilder text) {
    switch (xml.namespace().equals(TEXT) ? xml.name() : "") {
      case "p", "h" -> text.append(text.isEmpty() ? "" : "\n");
      case "s" -> text.append(' ');
      case "tab" -> text.append('\t');
      case "line-break" -> text.append('\n');
      case "span", "a", "ruby", "ruby-base" -> {
        // what they hold is text of the paragraph
      }
      default -> xml.skip();
    }
  }
}
