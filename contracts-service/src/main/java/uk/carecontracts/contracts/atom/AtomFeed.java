package uk.carecontracts.contracts.atom;

import java.io.StringWriter;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** A document of an Atom feed. */
public final class AtomFeed {
  /** Media type of feeds. */
  public static final String MEDIA_TYPE = "application/atom+xml";

  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String HISTORY = "http://purl.org/syndication/history/1.0";
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newInstance();

  private final String id;
  private final String title;
  private final Map<String, String> links = new LinkedHashMap<>();
  private boolean archive;

  /**
   * Begins a document.
   *
   * @param id of the feed, which all its documents share
   * @param self address of this document
   */
  public AtomFeed(String id, String title, String self) {
    this.id = id;
    this.title = title;
    links.put("self", self);
  }

  /** Links to another document, where there is one. */
  public AtomFeed link(String relation, @Nullable String address) {
    if (address != null) {
      links.put(relation, address);
    }
    return this;
  }

  /** Says that the document is an archive, whose entries stay as they are. */
  public AtomFeed archive() {
    archive = true;
    return this;
  }

  /** The document as text; its time is that of its newest entry. */
  public String write(List<AtomEntry> entries) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = FACTORY.createXMLStreamWriter(text);
      write(xml, entries);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("The feed could not be written", e);
    }
    return text.toString();
  }

  private void write(XMLStreamWriter xml, List<AtomEntry> entries) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.setDefaultNamespace(ATOM);
    xml.setPrefix("fh", HISTORY);
    xml.writeStartElement(ATOM, "feed");
    xml.writeDefaultNamespace(ATOM);
    if (archive) {
      xml.writeNamespace("fh", HISTORY);
      xml.writeEmptyElement(HISTORY, "archive");
    }
    element(xml, "id", id);
    element(xml, "title", title);
    Instant updated =
        entries.stream()
            .map(AtomEntry::updated)
            .max(Comparator.naturalOrder())
            .orElse(Instant.EPOCH);
    element(xml, "updated", updated.toString());
    for (Map.Entry<String, String> link : links.entrySet()) {
      link(xml, link.getKey(), link.getValue());
    }
    for (AtomEntry entry : entries) {
      entry(xml, entry);
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private static void entry(XMLStreamWriter xml, AtomEntry entry) throws XMLStreamException {
    xml.writeStartElement(ATOM, "entry");
    element(xml, "id", "urn:uuid:" + entry.id());
    element(xml, "title", entry.title());
    element(xml, "updated", entry.updated().toString());
    xml.writeStartElement(ATOM, "author");
    element(xml, "name", entry.author());
    xml.writeEndElement();
    link(xml, "alternate", entry.alternate());
    for (AtomEntry.Category category : entry.categories()) {
      xml.writeEmptyElement(ATOM, "category");
      xml.writeAttribute("scheme", "urn:care-contracts:" + category.scheme());
      xml.writeAttribute("term", category.term());
    }
    element(xml, "summary", entry.summary());
    xml.writeEndElement();
  }

  private static void link(XMLStreamWriter xml, String rel, String address)
      throws XMLStreamException {
    xml.writeEmptyElement(ATOM, "link");
    xml.writeAttribute("rel", rel);
    xml.writeAttribute("href", address);
  }

  /** XML 1.0 has no place for most control characters, however escaped. */
  private static void element(XMLStreamWriter xml, String name, String content)
      throws XMLStreamException {
    xml.writeStartElement(ATOM, name);
    xml.writeCharacters(
        content.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", " "));
    xml.writeEndElement();
  }
}
