package uk.carecontracts.providers.tables;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.imports.ImportFileException;

/**
 * The XML of a spreadsheet, pulled event by event. Spreadsheets have no document type, comments or
 * character sections: without these nothing can be expanded and no tag or text is without bound.
 */
final class PlainXml {

  private static final int DEEPEST = 100;
  private static final XMLInputFactory FACTORY = factory();

  private final XMLStreamReader xml;
  private int depth;

  PlainXml(InputStream part) {
    try {
      // Every spreadsheet program writes UTF-8; any other encoding is refused as damaged.
      InputStreamReader text =
          new InputStreamReader(new Guard(part), StandardCharsets.UTF_8.newDecoder());
      xml = FACTORY.createXMLStreamReader(text);
    } catch (XMLStreamException broken) {
      throw damaged(broken);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory;
  }

  /** The next event as {@link javax.xml.stream.XMLStreamConstants} number them; the last stays. */
  int next() {
    try {
      if (xml.getEventType() == XMLStreamReader.END_DOCUMENT) {
        return XMLStreamReader.END_DOCUMENT;
      }
      int event = xml.next();
      if (event == XMLStreamReader.START_ELEMENT) {
        depth++;
        if (depth > DEEPEST) {
          throw new ImportFileException("The spreadsheet nests deeper than any does.");
        }
      } else if (event == XMLStreamReader.END_ELEMENT) {
        depth--;
      }
      return event;
    } catch (XMLStreamException broken) {
      throw damaged(broken);
    }
  }

  private static ImportFileException damaged(XMLStreamException broken) {
    return new ImportFileException(
        "The spreadsheet is damaged or under a password: its content is no XML from character "
            + Math.max(
                0, broken.getLocation() == null ? 0 : broken.getLocation().getCharacterOffset())
            + " on.");
  }

  /** Leaves the element just entered, with everything in it. */
  void skip() {
    int outside = depth - 1;
    while (depth > outside) {
      next();
    }
  }

  /** How many elements are open. */
  int depth() {
    return depth;
  }

  /** Local name of the element just entered or left. */
  String name() {
    return xml.getLocalName();
  }

  String namespace() {
    String uri = xml.getNamespaceURI();
    return uri == null ? "" : uri;
  }

  /** Whether the event is text; long texts come in pieces. */
  boolean isText() {
    return xml.isCharacters();
  }

  String text() {
    return xml.getText();
  }

  @Nullable String attribute(@Nullable String namespace, String name) {
    return xml.getAttributeValue(namespace, name);
  }

  /** Refuses markup that a spreadsheet has no need of, byte by byte before it is parsed. */
  private static final class Guard extends FilterInputStream {
    private static final int LONGEST = 1 << 20;
    private int sinceTag;
    private boolean opening;

    Guard(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = super.read(target, offset, length);
      for (int i = offset; i < offset + read; i++) {
        look(target[i]);
      }
      return read;
    }

    private void look(byte each) {
      if (opening && each == '!') {
        throw new ImportFileException(
            "The spreadsheet has a document type, a comment or a character section, which no"
                + " spreadsheet needs; save it again with a spreadsheet program.");
      }
      opening = each == '<';
      sinceTag = opening ? 0 : sinceTag + 1;
      if (sinceTag > LONGEST) {
        throw new ImportFileException(
            "The spreadsheet has a cell or a tag of more than " + LONGEST + " bytes.");
      }
    }
  }
}
