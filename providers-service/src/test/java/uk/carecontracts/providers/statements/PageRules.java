package uk.carecontracts.providers.statements;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be checked of a page without a browser. */
final class PageRules {
  private PageRules() {}

  /** What can be checked of accessibility without a browser. */
  static void assertAccessible(String page) {
    assertTrue(page.startsWith("<!DOCTYPE html>"));
    assertTrue(page.contains("<html lang=\"en-GB\">"));
    assertTrue(page.contains("class=\"skip\" href=\"#statement\""));
    assertEquals(1, count(page, "<h1"));
    assertEquals(1, count(page, "<main"));
    assertEquals(count(page, "<table"), count(page, "<caption"), "every table has a caption");
    assertEquals(count(page, "<svg"), count(page, "<desc"), "every chart has a text alternative");
    assertTrue(count(page, "<svg") >= 4, "charts are drawn on the server");
    assertTrue(count(page, "<table") > count(page, "<svg"), "every chart has its table");
    assertTrue(page.contains("@media print"));
    assertTrue(page.contains("older people &amp; those") || page.contains("second edition"));
    assertFalse(page.contains("<script"), "nothing runs in the reader's browser");
    List<String> ids = new ArrayList<>();
    Matcher id = Pattern.compile(" id=\"([^\"]+)\"").matcher(page);
    while (id.find()) {
      ids.add(id.group(1));
    }
    assertEquals(ids.size(), ids.stream().distinct().count(), () -> "ids repeat: " + ids);
    int level = 1;
    Matcher heading = Pattern.compile("<h([1-6])").matcher(page);
    while (heading.find()) {
      int next = Integer.parseInt(heading.group(1));
      assertTrue(next <= level + 1, "no heading level is left out");
      level = next;
    }
    assertTrue(not(containsString("{")).matches(page.replaceAll("(?s)<style>.*?</style>", "")));
  }

  private static int count(String page, String what) {
    return page.split(Pattern.quote(what), -1).length - 1;
  }
}
