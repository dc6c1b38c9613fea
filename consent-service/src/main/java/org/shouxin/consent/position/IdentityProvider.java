package org.shouxin.consent.position;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Keycloak's administration of the realm's people, as far as a staff change needs it. */
@RegisterRestClient(configKey = "identity-provider")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
interface IdentityProvider {

  /** Accounts with these attributes, for example {@code employee_no:1024 controller:ctl-a}. */
  @GET
  @Path("users")
  JsonNode find(
      @HeaderParam("Authorization") String bearer,
      @QueryParam("q") String attributes,
      @QueryParam("briefRepresentation") boolean brief);

  @POST
  @Path("users")
  void create(@HeaderParam("Authorization") String bearer, JsonNode account);

  @PUT
  @Path("users/{id}")
  void change(
      @HeaderParam("Authorization") String bearer, @PathParam("id") String id, JsonNode account);

  /** Ends every session, and with them every refresh token. */
  @POST
  @Path("users/{id}/logout")
  void endSessions(@HeaderParam("Authorization") String bearer, @PathParam("id") String id);

  @GET
  @Path("users/{id}/role-mappings/realm")
  JsonNode roles(@HeaderParam("Authorization") String bearer, @PathParam("id") String id);

  /** Roles that could be given and are not. */
  @GET
  @Path("users/{id}/role-mappings/realm/available")
  JsonNode available(@HeaderParam("Authorization") String bearer, @PathParam("id") String id);

  @POST
  @Path("users/{id}/role-mappings/realm")
  void grant(
      @HeaderParam("Authorization") String bearer, @PathParam("id") String id, JsonNode roles);

  @DeleteWithBody
  @Path("users/{id}/role-mappings/realm")
  void revoke(
      @HeaderParam("Authorization") String bearer, @PathParam("id") String id, JsonNode roles);

  /** Keycloak takes roles away by DELETE with a body. */
  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.RUNTIME)
  @HttpMethod("DELETE")
  @interface DeleteWithBody {}
}
