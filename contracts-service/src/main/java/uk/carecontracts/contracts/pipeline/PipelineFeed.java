package uk.carecontracts.contracts.pipeline;

import java.io.StringWriter;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** The pipeline as an Atom feed (RFC 4287), paged by links (RFC 5005). */
final class PipelineFeed {
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private final XMLStreamWriter xml;

  private PipelineFeed(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /**
   * Writes a page.
   *
   * @param self address of this page
   * @param next address of the following one
   * @param register address of the public register, below which each contract is
   */
  static String write(
      List<PipelineItem> items, String self, @Nullable String next, String register) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      new PipelineFeed(xml).feed(items, self, next, register);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("The feed could not be written", e);
    }
    return text.toString();
  }

  private void feed(List<PipelineItem> items, String self, @Nullable String next, String register)
      throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.setDefaultNamespace(ATOM);
    xml.writeStartElement(ATOM, "feed");
    xml.writeDefaultNamespace(ATOM);
    element("id", "urn:care-contracts:pipeline");
    element("title", "Care procurement pipeline");
    element(
        "updated",
        items.stream()
            .map(PipelineItem::updatedAt)
            .max(Comparator.naturalOrder())
            .orElse(Instant.EPOCH)
            .toString());
    link("self", self);
    if (next != null) {
      link("next", next);
    }
    for (PipelineItem item : items) {
      entry(item, register);
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void entry(PipelineItem item, String register) throws XMLStreamException {
    xml.writeStartElement(ATOM, "entry");
    element("id", "urn:uuid:" + item.id());
    element("title", item.title());
    element("updated", item.updatedAt().toString());
    xml.writeStartElement(ATOM, "author");
    element("name", "Council " + item.authority());
    xml.writeEndElement();
    link("alternate", register + "/" + item.id());
    if (item.serviceType() != null) {
      category("service", item.serviceType());
    }
    for (String code : item.categories()) {
      category(code.length() == 6 ? "proclass" : "cpv", code);
    }
    element("summary", summary(item));
    xml.writeEndElement();
  }

  private static String summary(PipelineItem item) {
    String value =
        item.total() == null
            ? ""
            : " Present value £" + item.total().amount().toPlainString() + ".";
    String tender =
        item.tenderExpected() == null ? "" : " Tender expected on " + item.tenderExpected() + ".";
    String words = item.summary() == null ? "" : " " + item.summary();
    return "The present contract ends on " + item.presentEnd() + "." + tender + value + words;
  }

  private void category(String scheme, String term) throws XMLStreamException {
    xml.writeEmptyElement(ATOM, "category");
    xml.writeAttribute("scheme", "urn:care-contracts:" + scheme);
    xml.writeAttribute("term", term);
  }

  private void link(String rel, String address) throws XMLStreamException {
    xml.writeEmptyElement(ATOM, "link");
    xml.writeAttribute("rel", rel);
    xml.writeAttribute("href", address);
  }

  /** XML 1.0 has no place for most control characters, however escaped. */
  private void element(String name, String content) throws XMLStreamException {
    xml.writeStartElement(ATOM, name);
    xml.writeCharacters(
        content.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", " "));
    xml.writeEndElement();
  }
}
