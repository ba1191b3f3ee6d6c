package uk.carecontracts.providers.tables;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small OpenDocument spreadsheets, as markup of sheets, rows and cells put together. */
public final class Ods {

  private static final String TYPE = "application/vnd.oasis.opendocument.spreadsheet";

  private Ods() {}

  /** A file of these sheets. */
  public static byte[] file(String... sheets) {
    return zip(TYPE, Map.of("content.xml", content(String.join("", sheets))));
  }

  /** The main part around the markup of sheets. */
  static String content(String sheets) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
      xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
      xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
      xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
      xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">
    <office:automatic-styles/><office:body><office:spreadsheet>"""
        + sheets
        + "<table:named-expressions/></office:spreadsheet></office:body></office:document-content>";
  }

  /** A zip with its media type first, and these parts. */
  static byte[] zip(String type, Map<String, String> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      byte[] media = type.getBytes(StandardCharsets.US_ASCII);
      ZipEntry first = new ZipEntry("mimetype");
      CRC32 sum = new CRC32();
      sum.update(media);
      first.setMethod(ZipEntry.STORED);
      first.setSize(media.length);
      first.setCrc(sum.getValue());
      zip.putNextEntry(first);
      zip.write(media);
      Map<String, String> all = new LinkedHashMap<>(Map.of("meta.xml", "<meta/>"));
      all.putAll(parts);
      for (Map.Entry<String, String> part : all.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    return bytes.toByteArray();
  }

  /** A sheet as programs write it: styles of columns in front, a sea of blank rows behind. */
  public static String sheet(String name, String... rows) {
    return "<table:table table:name=\""
        + name
        + "\"><table:table-column table:number-columns-repeated=\"16384\"/>"
        + String.join("", rows)
        + "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell"
        + " table:number-columns-repeated=\"16384\"/></table:table-row></table:table>";
  }

  /** A row of cells with the blank ones behind. */
  public static String row(String... cells) {
    return "<table:table-row>"
        + String.join("", cells)
        + "<table:table-cell table:number-columns-repeated=\"16000\"/></table:table-row>";
  }

  /** A row of texts. */
  public static String texts(List<String> texts) {
    return row(texts.stream().map(Ods::text).collect(Collectors.joining()));
  }

  /** A cell with a text. */
  public static String text(String text) {
    return text.isEmpty()
        ? "<table:table-cell/>"
        : "<table:table-cell office:value-type=\"string\"><text:p>"
            + text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "</text:p><text:p>")
            + "</text:p></table:table-cell>";
  }

  /** A cell with a number. */
  public static String number(String value, String shown) {
    return "<table:table-cell office:value-type=\"float\" office:value=\""
        + value
        + "\"><text:p>"
        + shown
        + "</text:p></table:table-cell>";
  }

  /** A cell with a day. */
  public static String date(String value, String shown) {
    return "<table:table-cell office:value-type=\"date\" office:date-value=\""
        + value
        + "\"><text:p>"
        + shown
        + "</text:p></table:table-cell>";
  }
}
