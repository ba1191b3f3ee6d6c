package uk.carecontracts.providers.storage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.hibernate.orm.JsonFormat;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;
import org.hibernate.type.format.jackson.JacksonJsonFormatMapper;

/**
 * Writes jsonb columns with a mapper of their own: what the API's mapper is told must not change
 * what is stored, and a stored value with a field of a later version must stay readable.
 */
@JsonFormat
@PersistenceUnitExtension
class StoredJson implements FormatMapper {

  private final FormatMapper mapper =
      new JacksonJsonFormatMapper(
          JsonMapper.builder()
              .findAndAddModules()
              .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
              .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .serializationInclusion(JsonInclude.Include.NON_NULL)
              .build());

  @Override
  public <T> T fromString(
      CharSequence characters, JavaType<T> javaType, WrapperOptions wrapperOptions) {
    return mapper.fromString(characters, javaType, wrapperOptions);
  }

  @Override
  public <T> String toString(T value, JavaType<T> javaType, WrapperOptions wrapperOptions) {
    return mapper.toString(value, javaType, wrapperOptions);
  }
}
