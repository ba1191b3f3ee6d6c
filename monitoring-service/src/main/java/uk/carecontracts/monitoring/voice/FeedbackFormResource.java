package uk.carecontracts.monitoring.voice;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.RuleViolation;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Tenancy;

/**
 * The simple form for people and carers: no token, no name, no account. The gateway limits how
 * often one address may send it.
 */
@Path("/v1/feedback-form")
@PermitAll
@Tag(name = "Feedback", description = "What people and carers say, and what came of it")
@APIResponse(responseCode = "400", description = "A parameter or the body cannot be read")
public class FeedbackFormResource {
  private static final String GSS = "E(06|07|08|09|10)\\d{6}";

  private final FeedbackDesk desk;
  private final Tenancy tenancy;

  FeedbackFormResource(FeedbackDesk desk, Tenancy tenancy) {
    this.desk = desk;
    this.tenancy = tenancy;
  }

  /** The pages, checked by the build. */
  @CheckedTemplate(basePath = "voice")
  static final class Pages {
    private Pages() {}

    static native TemplateInstance form(
        String authority, String contract, String problem, String text);

    static native TemplateInstance thanks(String authority, boolean withheld);
  }

  /**
   * What someone wants to say.
   *
   * @param authority GSS code of the council it is for
   * @param contractId the contract it is about, where the link to the form named one
   * @param from who speaks
   * @param score 1 very poor to 5 very good
   * @param text in their own words
   */
  @Schema(name = "FeedbackForm")
  public record Form(
      @NotNull @Pattern(regexp = GSS) String authority,
      @Nullable UUID contractId,
      Feedback.@Nullable From from,
      @Nullable @Min(1) @Max(5) Integer score,
      @NotBlank @Size(max = 4000) String text) {}

  /**
   * What is told back.
   *
   * @param reference by which the council finds it
   * @param withheld whether a name, number or the like was taken out of the text
   */
  @Schema(name = "FeedbackReceipt")
  public record Receipt(UUID reference, boolean withheld) {}

  /** The page with the form. */
  @GET
  @Produces(MediaType.TEXT_HTML)
  @Operation(
      operationId = "showFeedbackForm",
      summary = "The form as an accessible page, without scripts")
  @APIResponse(
      responseCode = "200",
      description = "The page",
      content =
          @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)))
  public String page(
      @Parameter(description = "GSS code of the council it is for") @QueryParam("authority")
          @Nullable String authority,
      @Parameter(description = "The contract it is about") @QueryParam("contractId")
          @Nullable UUID contractId) {
    return Pages.form(
            authority == null ? "" : authority, contractId == null ? "" : "" + contractId, "", "")
        .render();
  }

  /** Takes in what someone says. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "sendFeedbackForm",
      summary = "Say what care is like, without a token; names and numbers are not kept")
  @APIResponse(
      responseCode = "201",
      description = "A receipt",
      content = @Content(schema = @Schema(implementation = Receipt.class)))
  @APIResponse(responseCode = "422", description = "The council has no such contract")
  public Response send(@NotNull @Valid Form form) {
    Feedback feedback = take(form);
    return Response.status(Response.Status.CREATED)
        .entity(new Receipt(feedback.id(), !feedback.withheld().isEmpty()))
        .build();
  }

  /** Takes in what someone wrote on the page. */
  @POST
  @Path("/page")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  @Operation(
      operationId = "sendFeedbackPage",
      summary = "The form as the page sends it, answered by a page")
  @APIResponse(
      responseCode = "200",
      description = "A page that says thank you, or what is missing",
      content =
          @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)))
  public String sendPage(
      @FormParam("authority") @Nullable String authority,
      @FormParam("contractId") @Nullable String contractId,
      @FormParam("from") @Nullable String from,
      @FormParam("score") @Nullable String score,
      @FormParam("text") @Nullable String text) {
    String council = authority == null ? "" : authority.strip();
    String contract = contractId == null ? "" : contractId.strip();
    String words = text == null ? "" : text.strip();
    String problem = problem(council, words);
    if (!problem.isEmpty()) {
      return Pages.form(council, contract, problem, words).render();
    }
    try {
      Feedback feedback =
          take(
              new Form(
                  council,
                  contract.isEmpty() ? null : UUID.fromString(contract),
                  from == null || from.isEmpty() ? null : Feedback.From.valueOf(from),
                  score == null || score.isEmpty() ? null : Integer.valueOf(score),
                  words));
      return Pages.thanks(council, !feedback.withheld().isEmpty()).render();
    } catch (IllegalArgumentException | RuleViolation e) {
      return Pages.form(council, "", "The link to this form is not right.", words).render();
    }
  }

  private static String problem(String council, String words) {
    if (!council.matches(GSS)) {
      return "Please say which council this is for.";
    }
    if (words.isEmpty()) {
      return "Please write what you want to tell us.";
    }
    return words.length() > 4000 ? "Please keep it to 4,000 characters." : "";
  }

  private Feedback take(Form form) {
    tenancy.act(Acting.forAuthority(form.authority(), "feedback-form"));
    return desk.take(
        form.authority(),
        new FeedbackDesk.Said(
            form.contractId(),
            form.from() == null ? Feedback.From.OTHER : form.from(),
            Feedback.Channel.FORM,
            form.score(),
            form.text(),
            null,
            null));
  }
}
