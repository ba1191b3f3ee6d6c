package uk.carecontracts.monitoring.plans;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what a plan relies on as JSON text beside it. */
@Converter
class AssuranceText implements AttributeConverter<List<Assurance>, String> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<List<Line>> LINES = new TypeReference<>() {};

  private record Line(
      String domain, String title, boolean reliedOn, String reason, @Nullable String until) {}

  @Override
  public String convertToDatabaseColumn(List<Assurance> assurance) {
    List<Line> lines =
        assurance.stream()
            .map(
                each ->
                    new Line(
                        each.domain(),
                        each.title(),
                        each.reliedOn(),
                        each.reason(),
                        each.until() == null ? null : each.until().toString()))
            .toList();
    try {
      return JSON.writeValueAsString(lines);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What a plan relies on could not be written", e);
    }
  }

  @Override
  public List<Assurance> convertToEntityAttribute(String text) {
    try {
      return JSON.readValue(text, LINES).stream()
          .map(
              line ->
                  new Assurance(
                      line.domain(),
                      line.title(),
                      line.reliedOn(),
                      line.reason(),
                      line.until() == null ? null : LocalDate.parse(line.until())))
          .toList();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What a plan relies on could not be read", e);
    }
  }
}
