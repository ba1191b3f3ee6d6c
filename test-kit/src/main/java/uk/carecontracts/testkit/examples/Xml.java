package uk.carecontracts.testkit.examples;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Documents that are long because something in them is said over and over. */
final class Xml {
  private Xml() {}

  /** The document with no more than so many entries of a name beside each other. */
  static String shortened(String text, int most) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      Document document =
          factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
      document.setXmlStandalone(true);
      cut(document, most);
      StringWriter out = new StringWriter();
      TransformerFactory.newInstance()
          .newTransformer()
          .transform(new DOMSource(document), new StreamResult(out));
      return out.toString();
    } catch (ParserConfigurationException | SAXException | IOException | TransformerException e) {
      throw new IllegalArgumentException("No XML: " + text, e);
    }
  }

  private static boolean hasElements(Node node) {
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child.getNodeType() == Node.ELEMENT_NODE) {
        return true;
      }
    }
    return false;
  }

  private static void cut(Node parent, int most) {
    Map<String, Integer> seen = new HashMap<>();
    Node child = parent.getFirstChild();
    while (child != null) {
      Node next = child.getNextSibling();
      if (hasElements(child) && seen.merge(child.getNodeName(), 1, Integer::sum) > most) {
        parent.removeChild(child);
      } else {
        cut(child, most);
      }
      child = next;
    }
  }
}
