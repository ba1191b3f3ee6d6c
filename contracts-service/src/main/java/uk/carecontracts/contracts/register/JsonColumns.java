package uk.carecontracts.contracts.register;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.JsonFormat;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.inject.Singleton;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;
import org.hibernate.type.format.jackson.JacksonJsonFormatMapper;
import org.jspecify.annotations.Nullable;

/** JSON columns are written by the same rules as the API's bodies. */
@Singleton
@JsonFormat
@PersistenceUnitExtension
class JsonColumns implements FormatMapper {
  private final FormatMapper rules;

  JsonColumns(ObjectMapper json) {
    rules = new JacksonJsonFormatMapper(json);
  }

  @Override
  public <T> @Nullable T fromString(
      CharSequence text, JavaType<T> type, WrapperOptions wrapperOptions) {
    return rules.fromString(text, type, wrapperOptions);
  }

  @Override
  public <T> String toString(T value, JavaType<T> type, WrapperOptions wrapperOptions) {
    return rules.toString(value, type, wrapperOptions);
  }
}
